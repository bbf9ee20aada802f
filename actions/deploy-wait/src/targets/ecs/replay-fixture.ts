/** Replays a case of ECS services: answers over virtual time, the real loop above them. It must never read the real time. */
import { AwsFault } from "@handrail/aws";
import type { AwsFaultKind } from "@handrail/aws";
import type { Clock } from "@handrail/runner";
import { virtualClock } from "@handrail/testkit";
import type { AwsPlace, Doors } from "../../wait/doors.ts";
import type { Diagnosis, Result } from "../../wait/verdict.ts";
import { watch } from "../../wait/watch.ts";
import type { EcsSettings } from "./subject.ts";
import { createEcsTarget } from "./target.ts";

/** From `t` (s) on this is answered; with `n` so many times. */
export type Segment = {
  t: number;
  body?: unknown;
  error?: { name: string; httpStatus: number; message: string };
  net?: string;
  n?: number;
};

/** The answers by operation. */
export type Ops = Readonly<Record<string, readonly Segment[]>>;

/** How a replay ended. */
export type Replayed = {
  result: Result | undefined;
  /** Seconds. */
  at: number;
  cause: string;
  /** Everything that is told: progress, warnings, cause, causes. */
  told: string;
  /** Operations in order, with the second of each. */
  calls: readonly string[];
  inputs: readonly unknown[];
  /** Calls before the verdict. */
  looked: number;
  diagnosis: Diagnosis;
};

const START = Date.parse("2026-11-22T12:00:00Z");

/** The settings of a step that waits for one service of the cluster `prod`. */
export function settings(more: Partial<EcsSettings> = {}): EcsSettings {
  return {
    cluster: "prod",
    services: ["app"],
    serviceDeployments: [],
    taskDefinition: "",
    imageDigest: "",
    until: "",
    ...more,
  };
}

/** Doors to AWS alone; `offsetMs`: how far the runner's clock is ahead. */
export function ecsDoors(ops: Ops, clock: Clock, offsetMs = 0): { doors: Doors; calls: string[]; inputs: unknown[] } {
  const calls: string[] = [];
  const inputs: unknown[] = [];
  const used = new Map<Segment, number>();
  const place: AwsPlace = {
    region: "eu-west-1",
    serverNow: () => clock.now(),
    load: async () => {},
    ask: (service, operation, input) => {
      const seconds = clock.monotonic() / 1000;
      calls.push(`${seconds.toFixed(1)} ${operation}`);
      inputs.push(input);
      const due = (ops[operation] ?? []).filter(({ t }) => t <= seconds);
      const counted = due.find((segment) => segment.n !== undefined && (used.get(segment) ?? 0) < segment.n);
      if (counted !== undefined) used.set(counted, (used.get(counted) ?? 0) + 1);
      const segment = counted ?? due.findLast(({ n }) => n === undefined) ?? { t: 0, body: {} };
      if (segment.error === undefined && segment.net === undefined) return Promise.resolve(segment.body);
      const { name, message, httpStatus } = segment.error ?? { name: segment.net ?? "", message: "", httpStatus: 500 };
      const kind = kindOf(name, httpStatus);
      return Promise.reject(new AwsFault({ kind, action: `${service}:${operation}`, code: name, message }));
    },
  };
  const shut = (): never => {
    throw new Error("this door is shut");
  };
  const doors: Doors = {
    clock: { ...clock, now: () => clock.now() + offsetMs },
    log: { debug: () => {}, info: () => {}, warning: () => {}, group: () => {}, endGroup: () => {} },
    startedAt: START + offsetMs,
    aws: () => Promise.resolve(place),
    http: shut,
    exec: shut,
    childEnvironment: {},
    directory: ".",
  };
  return { doors, calls, inputs };
}

function kindOf(name: string, httpStatus: number): AwsFaultKind {
  if (httpStatus >= 500) return "unavailable";
  if (/throttl/i.test(name)) return "throttled";
  if (/skew/i.test(name)) return "skewed";
  if (/expired/i.test(name)) return "expired";
  return /AccessDenied/.test(name) ? "denied" : "refused";
}

/** Waits for one service, and asks why it ended as it did. */
export async function replay(ops: Ops, given: Partial<EcsSettings>, timeoutS = 1800, offsetS = 0): Promise<Replayed> {
  const clock = virtualClock({ start: START, mode: "auto" });
  const { doors, calls, inputs } = ecsDoors(ops, clock, offsetS * 1000);
  const target = createEcsTarget(settings(given), doors);
  const told: string[] = [];
  const [course] = await watch({
    target,
    clock: doors.clock,
    signal: new AbortController().signal,
    timeoutMs: timeoutS * 1000,
    timeoutText: `${timeoutS}s`,
    random: () => 0.5,
    listener: {
      moved: ({ progress }) => told.push(progress),
      warned: (_, warning) => told.push(warning),
      missed: (_, { detail }) => told.push(detail),
      ended: () => {},
      waiting: () => {},
    },
  });
  if (course?.verdict === undefined) throw new Error("no verdict");
  const looked = calls.length;
  const diagnosis = await target.diagnose(course.item.id, course.verdict);
  return {
    result: course.verdict.result,
    at: (course.endedMs ?? 0) / 1000,
    cause: course.verdict.cause,
    told: [...told, course.verdict.cause, ...diagnosis.causes].join("\n"),
    calls,
    inputs,
    looked,
    diagnosis,
  };
}
