/**
 * The reads that are made now and then: service revisions, the list of service deployments, stopped tasks. Each may be
 * denied, and costs a warning then; only the proof of an image digest needs its read.
 */
import { parseTask } from "@handrail/aws";
import { readList } from "@handrail/runner";
import type { AwsPlace } from "../../wait/doors.ts";
import { attempt, chunks } from "./attempt.ts";
import type { Answer } from "./attempt.ts";
import type { Order, Part, Parts } from "./order.ts";
import { revisionsToCompare } from "./search.ts";
import { parseListed, parseRevision } from "./snapshot.ts";
import type { Revision } from "./snapshot.ts";
import type { State } from "./state.ts";

const REVISIONS_A_CALL = 20;
const MOST_LISTED = 100;
const MOST_TASKS = 100;

type Ask = AwsPlace["ask"];

/** The revisions that the states want to know. */
export async function readRevisions(ask: Ask, orders: readonly Order[]): Promise<Parts> {
  const parts = new Map<string, Answer<Part>>();
  const wanted = orders.map(({ subject, state }) => ({ subject, arns: revisionsOf(state) }));
  const arns = [...new Set(wanted.flatMap((each) => each.arns))];
  const answers = await Promise.all(chunks(arns, REVISIONS_A_CALL).map((some) => describeRevisions(ask, some)));
  for (const { subject, arns } of wanted) {
    const found: Revision[] = [];
    let part: Answer<Part> | undefined;
    for (const answer of answers) {
      if (!("fault" in answer)) found.push(...answer.value.filter(({ arn }) => arns.includes(arn)));
      else if (answer.fault.kind !== "denied" || subject.imageDigest !== "") part ??= answer;
      else part ??= { value: { revisions: [], warnings: [notAllowed(answer.fault.operation)] } };
    }
    parts.set(subject.name, part ?? { value: { revisions: found } });
  }
  return parts;
}

/** One call of DescribeServiceRevisions, for at most twenty ARNs. */
export async function describeRevisions(ask: Ask, arns: readonly string[]): Promise<Answer<Revision[]>> {
  const answer = await attempt(() => ask("ecs", "DescribeServiceRevisions", { serviceRevisionArns: arns }));
  if ("refused" in answer) return { value: [] };
  return "fault" in answer ? answer : { value: readList(answer.value, "serviceRevisions").map(parseRevision) };
}

function revisionsOf(state: State | undefined): readonly string[] {
  if (state === undefined) return [];
  const own = state.deployment?.revision ?? "";
  return own === "" ? revisionsToCompare(state) : [own];
}

/** The last service deployments of each service. */
export async function readListed(ask: Ask, orders: readonly Order[]): Promise<Parts> {
  const parts = orders.map(async ({ subject }): Promise<readonly [string, Answer<Part>]> => {
    const { cluster, service, name } = subject;
    const input = { cluster, service, maxResults: MOST_LISTED };
    const answer = await attempt(() => ask("ecs", "ListServiceDeployments", input));
    if ("refused" in answer) return [name, { value: { listed: [] } }];
    if (!("fault" in answer)) {
      return [name, { value: { listed: readList(answer.value, "serviceDeployments").map(parseListed) } }];
    }
    const { kind, operation } = answer.fault;
    return [name, kind === "denied" ? { value: { listed: [], warnings: [notAllowed(operation)] } } : answer];
  });
  return new Map(await Promise.all(parts));
}

/** Stopped tasks of each service, a hundred at most. What cannot be read now is absent. */
export async function readTasks(ask: Ask, orders: readonly Order[]): Promise<Parts> {
  const parts = orders.map(async ({ subject }): Promise<readonly [string, Answer<Part>]> => {
    const { cluster, name } = subject;
    const list = { cluster, serviceName: name, desiredStatus: "STOPPED", maxResults: MOST_TASKS };
    const listed = await attempt(() => ask("ecs", "ListTasks", list));
    const arns = "value" in listed ? readList(listed.value, "taskArns").slice(0, MOST_TASKS) : undefined;
    if (arns === undefined) return [name, { value: unseenTasks(listed) }];
    if (arns.length === 0) return [name, { value: { tasks: [] } }];
    const described = await attempt(() => ask("ecs", "DescribeTasks", { cluster, tasks: arns }));
    if (!("value" in described)) return [name, { value: unseenTasks(described) }];
    return [name, { value: { tasks: readList(described.value, "tasks").map(parseTask) } }];
  });
  return new Map(await Promise.all(parts));
}

function unseenTasks(answer: Awaited<ReturnType<typeof attempt>>): Part {
  if (!("fault" in answer) || answer.fault.kind !== "denied") return {};
  return { tasks: { denied: answer.fault.operation } };
}

const notAllowed = (action: string): string => `${action} is not allowed: what runs is known less well`;
