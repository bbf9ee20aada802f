/** What RunTask is asked: the input, and the token that makes asking twice the same as asking once. Pure. */
import { createHash } from "node:crypto";
import type { Command } from "./adapter.ts";
import type { TaskDefinition } from "./ecs-definition.ts";
import type { EcsSettings } from "./ecs-settings.ts";

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html (overrides), with JSON's own characters. */
const MOST_CHARACTERS = 8192;

/** What RunTask gets besides its token. */
export type TaskRequest = Readonly<Record<string, unknown>>;

/** The request; or by how many characters its overrides are too long. */
export function taskRequest(
  command: Pick<Command, "argv" | "environment">,
  definition: TaskDefinition,
  settings: EcsSettings,
): { request: TaskRequest } | { excess: number } {
  const environment = Object.entries(command.environment).map(([name, value]) => ({ name, value }));
  const override = {
    name: definition.container,
    command: [...settings.commandPrefix, ...command.argv],
    ...(environment.length === 0 ? {} : { environment }),
  };
  const overrides = { containerOverrides: [override] };
  const excess = JSON.stringify(overrides).length - MOST_CHARACTERS;
  if (excess > 0) return { excess };
  const request = {
    cluster: settings.cluster,
    taskDefinition: definition.arn,
    count: 1,
    overrides,
    enableExecuteCommand: false,
    ...placement(definition, settings),
    ...network(settings),
  };
  return { request };
}

/** A launch type or a strategy, never both; neither means the cluster's default strategy. */
function placement({ launchType }: TaskDefinition, { capacityProvider }: EcsSettings): object {
  if (capacityProvider !== "") return { capacityProviderStrategy: [{ capacityProvider, weight: 1 }] };
  // The default strategy can be Spot, which would end a migration in its middle.
  return launchType === undefined ? {} : { launchType };
}

function network({ subnets, securityGroups, assignPublicIp }: EcsSettings): object {
  if (subnets.length === 0) return {};
  const groups = securityGroups.length === 0 ? {} : { securityGroups };
  const awsvpcConfiguration = { subnets, ...groups, assignPublicIp: assignPublicIp ? "ENABLED" : "DISABLED" };
  return { networkConfiguration: { awsvpcConfiguration } };
}

/** 64 hex digits, the longest clientToken there is, that are equal for equal parts. */
export function tokenOf(...parts: readonly (string | number)[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/**
 * What the task says it was started by: one for each token, so that ListTasks can find it. At most 128 letters, digits, hyphens,
 * slashes and underscores.
 */
export function startedByOf(token: string): string {
  return `handrail/${token.slice(0, 24)}`;
}

/** Tokens for the attempts at one thing, one after the other; an ECS token stands for one answer of RunTask, also for a bad one. */
export interface Tokens {
  next(): string;
}

/**
 * Tokens of an executor. What changes something has the same tokens in the same order whenever the same job does it, so that
 * a job that is run again finds the task of the first. What only reads has tokens of its own each time: an old answer is none.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ECS_Idempotency.html
 */
export function createTokens(
  intent: string,
  now: () => number,
): {
  changing(what: string): Tokens;
  reading(what: string): Tokens;
} {
  const counts = new Map<string, number>();
  const counted = (base: string): string => {
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return tokenOf(base, count);
  };
  return {
    changing(what) {
      const base = tokenOf(intent, what);
      return { next: () => counted(base) };
    },
    reading(what) {
      return { next: () => counted(tokenOf(intent, what, now())) };
    },
  };
}
