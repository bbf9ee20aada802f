/** For tests of the targets that ask AWS: answers over virtual time, and the real loop over them until a verdict. */
import { readFileSync } from "node:fs";
import { AwsFault } from "@handrail/aws";
import type { Ask, AwsFaultKind } from "@handrail/aws";
import { virtualClock } from "@handrail/testkit";
import type { VirtualClock } from "@handrail/testkit";
import type { Course } from "../wait/course.ts";
import type { Doors } from "../wait/doors.ts";
import type { Target } from "../wait/target.ts";
import type { Diagnosis, Verdict } from "../wait/verdict.ts";
import { watch } from "../wait/watch.ts";

/** A stretch of time (s) in which an operation answers so. With `n`, it answers so often only. */
export type Segment = {
  t: number;
  body?: unknown;
  error?: { name: string; httpStatus: number; message: string };
  n?: number;
};

/** A case of deploy-scenarios.json, as far as it is used here. */
export type Scenario = {
  id: string;
  with: Readonly<Record<string, string>>;
  ops: Readonly<Record<string, readonly Segment[]>>;
  expected: { result: string; truthAt: number; maxDetectionLatencyS: number; mustMention?: readonly string[] };
};

/** The visible cases whose id begins so. */
export function scenarios(prefix: string): Scenario[] {
  const file = new URL("../../../../e2e/cases/deploy-scenarios.json", import.meta.url);
  const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: Scenario[] };
  return cases.filter(({ id }) => id.startsWith(prefix));
}

/** A fault of AWS, as the door makes it. */
export function fault(kind: AwsFaultKind, code: string, operation = "any:Operation", message = code): AwsFault {
  return new AwsFault({ kind, action: operation, code, message });
}

/** Seconds of virtual time since the start. */
export type Now = () => number;

/** What an operation answers: a value, or an error that is thrown. `input` is what was asked. */
export type Answerer = (input: Readonly<Record<string, unknown>>, now: number) => unknown;

/** An Ask made of functions, by operation; what is not listed answers `{}`. Every call is noted. */
export function answering(
  answers: Readonly<Record<string, Answerer>>,
  now: Now,
): { ask: Ask; calls: { operation: string; input: Readonly<Record<string, unknown>>; at: number }[] } {
  const calls: { operation: string; input: Readonly<Record<string, unknown>>; at: number }[] = [];
  const ask: Ask = (_service, operation, input) => {
    calls.push({ operation, input, at: now() });
    return new Promise((resolve) => resolve(answers[operation]?.(input, now()) ?? {}));
  };
  return { ask, calls };
}

/** The operations of a case: the first segment with a count that is not used up wins, else the last without one. */
export function fromSegments(ops: Scenario["ops"]): Record<string, Answerer> {
  const used = new Map<Segment, number>();
  const answers = Object.entries(ops).map(([operation, segments]): [string, Answerer] => [
    operation,
    (_input, now) => {
      const begun = segments.filter(({ t }) => t <= now);
      const counted = begun.find((each) => each.n !== undefined && (used.get(each) ?? 0) < each.n);
      const segment = counted ?? begun.findLast(({ n }) => n === undefined);
      if (counted !== undefined) used.set(counted, (used.get(counted) ?? 0) + 1);
      if (segment?.error === undefined) return segment?.body;
      const { name, httpStatus, message } = segment.error;
      throw fault(kindOf(name, httpStatus), name, operation, message);
    },
  ]);
  return Object.fromEntries(answers);
}

function kindOf(name: string, status: number): AwsFaultKind {
  if (/Throttl|TooManyRequests/.test(name)) return "throttled";
  if (/AccessDenied/.test(name)) return "denied";
  if (/Expired/.test(name)) return "expired";
  return status >= 500 ? "unavailable" : "refused";
}

/** A clock that runs by itself, and seconds since its start. */
export function createTime(): { clock: VirtualClock; now: Now } {
  const clock = virtualClock({ mode: "auto" });
  return { clock, now: () => clock.monotonic() / 1000 };
}

/** Doors of which only AWS opens. */
export function doorsTo(ask: Ask, clock: VirtualClock): Doors {
  const place = { ask, region: "eu-west-1", serverNow: () => clock.now(), load: () => Promise.resolve() };
  const closed = (): never => {
    throw new TypeError("this door is closed");
  };
  const log = { info: closed, warning: closed, debug: closed, error: closed };
  return {
    clock,
    log: log as unknown as Doors["log"],
    startedAt: clock.now(),
    aws: () => Promise.resolve(place),
    http: closed,
    exec: closed,
    childEnvironment: {},
    directory: ".",
  };
}

/** How waiting ended, and everything that was told on the way. */
export type Told = { course: Course; verdict: Verdict; diagnosis: Diagnosis; endedS: number; said: string };

/** Waits for a target's only item with the real loop. */
export async function play(target: Target, clock: VirtualClock, timeoutMs = 1_800_000): Promise<Told> {
  const said: string[] = [];
  const [course] = await watch({
    target,
    clock,
    signal: new AbortController().signal,
    timeoutMs,
    timeoutText: `${timeoutMs / 1000}s`,
    random: () => 0.5,
    listener: {
      moved: ({ progress }) => said.push(progress),
      warned: (_course, warning) => said.push(warning),
      missed: () => undefined,
      ended: () => undefined,
      waiting: () => undefined,
    },
  });
  if (course?.verdict === undefined) throw new TypeError("there is no verdict");
  const { verdict, item } = course;
  const diagnosis = await target.diagnose(item.id, verdict);
  said.push(verdict.cause, ...diagnosis.causes, ...(diagnosis.logLines ?? []));
  return { course, verdict, diagnosis, endedS: (course.endedMs ?? 0) / 1000, said: said.join("\n") };
}

/** How many calls a deployment of so many seconds may take: 1.7 times those of a poller with 15 s, 50 at least. */
export function callBudget(seconds: number): number {
  return Math.max(50, 1.7 * (seconds / 15 + 2));
}

/** Plays a case. */
export function playScenario(
  scenario: Scenario,
  open: (doors: Doors) => Target,
): Promise<Told & { calls: readonly { operation: string; at: number }[] }> {
  const { clock, now } = createTime();
  const { ask, calls } = answering(fromSegments(scenario.ops), now);
  const timeoutMs = Number.parseInt(scenario.with["timeout"] ?? "1800s", 10) * 1000;
  return play(open(doorsTo(ask, clock)), clock, timeoutMs).then((told) => ({ ...told, calls }));
}
