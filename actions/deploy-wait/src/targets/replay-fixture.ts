/** For tests of targets: what the other side answers over virtual time, and the real loop over it until a verdict. */
import { readFileSync } from "node:fs";
import type { Ask } from "@handrail/aws";
import type { Exchange } from "@handrail/http";
import type { Clock, Exec } from "@handrail/runner";
import { virtualClock } from "@handrail/testkit";
import type { Course } from "../wait/course.ts";
import type { Doors } from "../wait/doors.ts";
import type { Target } from "../wait/target.ts";
import type { Diagnosis, Verdict } from "../wait/verdict.ts";
import { watch } from "../wait/watch.ts";

/** What an operation answers from `t` seconds on; with `n`, that many times. `net`: there is no answer, but this code. */
export type Segment = {
  t: number;
  n?: number;
  body?: unknown;
  error?: { name: string; httpStatus: number; message: string };
  net?: string;
};

/** By operation: `DescribeServices`, `GET /version`, `GET deployment`. */
export type Ops = Readonly<Record<string, readonly Segment[]>>;

/** A case of deploy-scenarios.json, as far as it is used here. */
export type Scenario = {
  id: string;
  with: Readonly<Record<string, string>>;
  given: { timeoutSeconds: number; runnerClockOffsetSeconds?: number; signal?: unknown };
  ops: Ops;
  expected: {
    result: string;
    truthAt: number;
    maxDetectionLatencyS: number;
    mustMention?: readonly string[];
    mustNotMention?: readonly string[];
    maxCalls?: number;
  };
};

/** The visible cases whose id begins so. */
export function scenarios(prefix: string): Scenario[] {
  const file = new URL("../../../../e2e/cases/deploy-scenarios.json", import.meta.url);
  const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: Scenario[] };
  return cases.filter(({ id }) => id.startsWith(prefix));
}

/** The segment that answers at an instant (s): the first with a count that is not used up, else the last without one. */
export function segmentsOf(ops: Ops): (operation: string, now: number) => Segment | undefined {
  const used = new Map<Segment, number>();
  return (operation, now) => {
    const begun = (ops[operation] ?? []).filter(({ t }) => t <= now);
    const counted = begun.find((each) => each.n !== undefined && (used.get(each) ?? 0) < each.n);
    if (counted !== undefined) used.set(counted, (used.get(counted) ?? 0) + 1);
    return counted ?? begun.findLast(({ n }) => n === undefined);
  };
}

/** A clock that runs by itself. */
export function autoClock(): Clock {
  return virtualClock({ mode: "auto" });
}

/** Doors of which only those that are given open. The wait starts now. */
export function doorsWith(clock: Clock, { ask, http, exec }: { ask?: Ask; http?: Exchange; exec?: Exec }): Doors {
  const closed = (): never => {
    throw new TypeError("this door is closed");
  };
  const region = "eu-west-1";
  return {
    clock,
    log: { info: closed, warning: closed, debug: closed, group: closed, endGroup: closed },
    startedAt: clock.now(),
    aws:
      ask === undefined
        ? closed
        : () => Promise.resolve({ ask, region, serverNow: () => clock.now(), load: () => Promise.resolve() }),
    http: http === undefined ? closed : () => Promise.resolve(http),
    exec: exec ?? closed,
    childEnvironment: { PATH: "/bin" },
    directory: "/repository",
  };
}

/** How waiting ended, and what was told on the way. */
export type Told = {
  course: Course;
  verdict: Verdict;
  diagnosis: Diagnosis;
  facts: Course["facts"];
  /** Seconds. */
  endedS: number;
  /** Progress, warnings, the cause and the causes, line by line. */
  said: string;
  /** Looks that saw nothing, line by line. */
  missed: string;
  /** How many of `calls` were made before the verdict; the others are the diagnosis's. */
  looked: number;
};

/** Waits for a target's only item with the real loop, and asks why. */
export async function play(
  target: Target,
  clock: Clock,
  { timeoutS = 1800, calls = [] }: { timeoutS?: number | undefined; calls?: readonly unknown[] } = {},
): Promise<Told> {
  const said: string[] = [];
  const missed: string[] = [];
  const [course] = await watch({
    target,
    clock,
    signal: new AbortController().signal,
    timeoutMs: timeoutS * 1000,
    timeoutText: `${timeoutS}s`,
    random: () => 0.5,
    listener: {
      moved: ({ progress }) => said.push(progress),
      warned: (_course, warning) => said.push(warning),
      missed: (_course, { operation, detail }) => missed.push(`${operation}: ${detail}`),
      ended: () => undefined,
      waiting: () => undefined,
    },
  });
  const looked = calls.length;
  if (course?.verdict === undefined) throw new TypeError("there is no verdict");
  const { verdict, item, facts } = course;
  const diagnosis = await target.diagnose(item.id, verdict);
  said.push(verdict.cause, ...diagnosis.causes);
  const endedS = (course.endedMs ?? 0) / 1000;
  return { course, verdict, diagnosis, facts, endedS, said: said.join("\n"), missed: missed.join("\n"), looked };
}

/** How many calls a deployment of so many seconds may take: 1.7 times those of a poller with 15 s, 50 at least. */
export function callBudget(seconds: number): number {
  return Math.max(50, 1.7 * (seconds / 15 + 2));
}
