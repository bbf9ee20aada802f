/**
 * Replays a case: answers of AWS over virtual time, the real loop above them. For tests; it must never read the real time.
 */
import { AwsFault } from "@handrail/aws";
import type { AwsFaultKind, AwsService } from "@handrail/aws";
import type { Clock } from "@handrail/runner";
import { virtualClock } from "@handrail/testkit";
import type { Course } from "../../wait/course.ts";
import type { AwsPlace, Doors } from "../../wait/doors.ts";
import type { Target } from "../../wait/target.ts";
import type { Diagnosis, Result } from "../../wait/verdict.ts";
import { watch } from "../../wait/watch.ts";

/** From `t` (s) on this is answered; with `n` so many times. */
export type Segment = {
  t: number;
  body?: unknown;
  error?: { name: string; httpStatus: number; message: string };
  n?: number;
};

/** The answers by operation. */
export type Ops = Readonly<Record<string, readonly Segment[]>>;

/** How a replay ended. */
export type Replayed = {
  result: Result | undefined;
  /** Seconds. */
  at: number;
  /** Everything that is told: cause, causes, progress, warnings. */
  told: string;
  /** Names of the calls, in order; those of the diagnosis are the last. */
  calls: readonly string[];
  /** Calls before the verdict. */
  looked: number;
  diagnosis: Diagnosis;
};

/** What an operation answers at an instant. */
export function createReplay(ops: Ops): (operation: string, seconds: number) => Segment {
  const used = new Map<Segment, number>();
  return (operation, seconds) => {
    const due = (ops[operation] ?? []).filter(({ t }) => t <= seconds);
    const counted = due.find((segment) => segment.n !== undefined && (used.get(segment) ?? 0) < segment.n);
    if (counted !== undefined) {
      used.set(counted, (used.get(counted) ?? 0) + 1);
      return counted;
    }
    return due.findLast(({ n }) => n === undefined) ?? { t: 0, body: {} };
  };
}

const START = Date.parse("2026-11-22T12:00:00Z");

/** Doors to AWS alone; the other ones are shut. `calls` notes what was asked. */
export function awsDoors(ops: Ops, clock: Clock, calls: string[] = []): Doors {
  const answer = createReplay(ops);
  const place: AwsPlace = {
    region: "eu-west-1",
    serverNow: () => clock.now(),
    load: async () => {},
    ask: (service, operation) => {
      calls.push(operation);
      const segment = answer(operation, clock.monotonic() / 1000);
      return segment.error === undefined
        ? Promise.resolve(segment.body)
        : Promise.reject(faultFor(service, operation, segment.error));
    },
  };
  return { ...shutDoors(clock), aws: () => Promise.resolve(place) };
}

/** Doors that open nothing. The wait starts with the clock. */
export function shutDoors(clock: Clock): Doors {
  const shut = (): never => {
    throw new Error("this door is shut");
  };
  return {
    clock,
    log: { debug: () => {}, info: () => {}, warning: () => {}, group: () => {}, endGroup: () => {} },
    startedAt: START,
    aws: shut,
    http: shut,
    exec: shut,
    childEnvironment: {},
    directory: ".",
  };
}

/** The clock of a replay: it jumps from sleep to sleep. */
export function replayClock(): Clock {
  return virtualClock({ start: START, mode: "auto" });
}

/** Waits for a target with one item, and asks why. */
export async function replay(target: Target, clock: Clock, calls: string[], timeoutS = 1800): Promise<Replayed> {
  const told: string[] = [];
  const [course] = await watch({
    target,
    clock,
    signal: new AbortController().signal,
    timeoutMs: timeoutS * 1000,
    timeoutText: `${timeoutS}s`,
    random: () => 0.5,
    listener: {
      moved: ({ progress }: Course) => told.push(progress),
      warned: (_, warning) => told.push(warning),
      missed: (_, { detail }) => told.push(detail),
      ended: ({ verdict }: Course) => told.push(verdict?.cause ?? ""),
      waiting: () => {},
    },
  });
  const looked = calls.length;
  if (course?.verdict === undefined) throw new Error("no verdict");
  const diagnosis = await target.diagnose(course.item.id, course.verdict);
  return {
    result: course.verdict.result,
    at: (course.endedMs ?? 0) / 1000,
    told: [...told, course.verdict.cause, ...diagnosis.causes].join("\n"),
    calls,
    looked,
    diagnosis,
  };
}

/** The fault that an error of a case comes to. */
export function faultFor(
  service: AwsService,
  operation: string,
  { name, httpStatus, message }: NonNullable<Segment["error"]>,
): AwsFault {
  const kind: AwsFaultKind =
    httpStatus >= 500
      ? "unavailable"
      : /throttl/i.test(name)
        ? "throttled"
        : /AccessDenied/.test(name)
          ? "denied"
          : /Expired/.test(name)
            ? "expired"
            : "refused";
  return new AwsFault({ kind, action: `${service}:${operation}`, code: name, message });
}
