/** The cases of deploy-wait as data (e2e/cases/deploy-scenarios.json says what they mean), and their answers over time. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AwsError } from "@handrail/testkit";

/** What an operation answers from `t` seconds on; with `n`, that many times. */
export type Segment = {
  t: number;
  n?: number;
  body?: unknown;
  error?: AwsError;
  /** A connection that breaks: `ECONNRESET`, `ECONNREFUSED` (both are cut at once), `BLACKHOLE` (never answers). */
  net?: string;
};

/** A situation, and what has to come of it. */
export type Case = {
  id: string;
  title: string;
  with: Readonly<Record<string, string>>;
  given: {
    target: string;
    runnerClockOffsetSeconds?: number;
    /** `at`: seconds since the first request. */
    signal?: { at: number; name: NodeJS.Signals };
  };
  /** By operation (`DescribeServices`) or by method and path. */
  ops: Readonly<Record<string, readonly Segment[]>>;
  expected: {
    result: string;
    exit: number;
    truthAt: number;
    maxDetectionLatencyS: number;
    mustMention?: readonly string[];
    mustNotMention?: readonly string[];
    mustCall?: readonly string[];
    maxCalls?: number;
    warn?: readonly string[];
  };
};

/** All cases we know. */
export function readCases(): Case[] {
  const text = readFileSync(join(import.meta.dirname, "cases", "deploy-scenarios.json"), "utf8");
  return (JSON.parse(text) as { cases: Case[] }).cases;
}

/** A request as it arrived: seconds since the first one, and its operation. */
export type Arrival = { t: number; operation: string };

/** The other side over time: t counts from the first request of any kind. */
export type Course = {
  /** What an operation answers to a request at `at` (ms since 1970); undefined: empty, with status 200. */
  answer(operation: string, at: number): Segment | undefined;
  /** Seconds since the first request. */
  since(at: number): number;
  readonly arrivals: readonly Arrival[];
  has(operation: string): boolean;
};

/** The course of a case; its segments with `n` are used up. */
export function startCourse(ops: Case["ops"]): Course {
  const used = new Map<Segment, number>();
  const arrivals: Arrival[] = [];
  let zero: number | undefined;
  const since = (at: number): number => (at - (zero ?? at)) / 1000;
  return {
    arrivals,
    since,
    has: (operation) => Object.hasOwn(ops, operation),
    answer(operation, at) {
      zero ??= at;
      const t = since(at);
      arrivals.push({ t, operation });
      const begun = (Object.hasOwn(ops, operation) ? (ops[operation] ?? []) : []).filter((each) => each.t <= t);
      const counted = begun.find((each) => each.n !== undefined && (used.get(each) ?? 0) < each.n);
      if (counted === undefined) return begun.findLast(({ n }) => n === undefined);
      used.set(counted, (used.get(counted) ?? 0) + 1);
      return counted;
    },
  };
}
