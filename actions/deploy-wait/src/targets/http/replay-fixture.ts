/** For tests of targets that ask over HTTP or through programs: a case's answers over virtual time, and the real loop. */
import { readFileSync } from "node:fs";
import { HttpFault } from "@handrail/http";
import type { Exchange, HttpAnswer, HttpRequest } from "@handrail/http";
import type { Clock, Exec, ExecResult } from "@handrail/runner";
import { virtualClock } from "@handrail/testkit";
import type { Doors } from "../../wait/doors.ts";
import { delayUntilNextLook } from "../../wait/pace.ts";
import type { Step, Target } from "../../wait/target.ts";
import type { Diagnosis, Verdict } from "../../wait/verdict.ts";
import { watch } from "../../wait/watch.ts";

/** What an operation answers from `t` seconds on; with `n`, that many times. */
export type Segment = {
  t: number;
  n?: number;
  body?: unknown;
  error?: { name: string; httpStatus: number; message: string };
  net?: string;
};

/** By operation: `GET /version`, `GET deployment`. */
export type Ops = Readonly<Record<string, readonly Segment[]>>;

/** A case of deploy-scenarios.json, as far as it is used here. */
export type Scenario = {
  id: string;
  with: Readonly<Record<string, string>>;
  ops: Ops;
  expected: { result: string; truthAt: number; maxDetectionLatencyS: number; mustMention?: readonly string[] };
};

/** The visible cases whose id begins so. */
export function scenarios(prefix: string): Scenario[] {
  const file = new URL("../../../../../e2e/cases/deploy-scenarios.json", import.meta.url);
  const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: Scenario[] };
  return cases.filter(({ id }) => id.startsWith(prefix));
}

/** The segment that answers at an instant (s); those with a count are used up. */
export function answering(ops: Ops): (operation: string, now: number) => Segment | undefined {
  const used = new Map<Segment, number>();
  return (operation, now) => {
    const begun = (ops[operation] ?? []).filter(({ t }) => t <= now);
    const counted = begun.find((each) => each.n !== undefined && (used.get(each) ?? 0) < each.n);
    if (counted !== undefined) used.set(counted, (used.get(counted) ?? 0) + 1);
    return counted ?? begun.findLast(({ n }) => n === undefined);
  };
}

/** What was asked of the other side: `GET /version`, `kubectl get pods …`; `at` in seconds. */
export type Asked = { what: string; at: number; request?: HttpRequest };

/** An Exchange over segments. With `isWhole` a body is a whole answer: `{status, json, headers}`. */
export function exchangeOver(ops: Ops, clock: Clock, asked: Asked[], isWhole: boolean): Exchange {
  const answer = answering(ops);
  return (request) => {
    const { pathname, search, host } = new URL(request.url);
    const at = clock.monotonic() / 1000;
    asked.push({ what: `${request.method} ${pathname}${search}`, at, request });
    const full = `${request.method} ${pathname}${search}`;
    const segment = answer(full in ops ? full : `${request.method} ${pathname}`, at);
    if (segment?.net !== undefined)
      return Promise.reject(new HttpFault({ method: request.method, host, code: segment.net }));
    return Promise.resolve(answerOf(segment, clock, isWhole));
  };
}

function answerOf(segment: Segment | undefined, clock: Clock, isWhole: boolean): HttpAnswer {
  const headers = { date: new Date(clock.now()).toUTCString() };
  const { error, body } = segment ?? {};
  if (error !== undefined) return { status: error.httpStatus, headers, text: JSON.stringify(error) };
  if (!isWhole) return { status: 200, headers, text: body === undefined ? "" : JSON.stringify(body) };
  const own = (body ?? {}) as { status?: number; json?: unknown; text?: string; headers?: Record<string, string> };
  const text = own.json === undefined ? (own.text ?? "") : JSON.stringify(own.json);
  return { status: own.status ?? 200, headers: { ...headers, ...own.headers }, text };
}

/** What a program did. */
export function ended(stdout: string, more: Partial<ExecResult> = {}): ExecResult {
  return { exitCode: 0, signal: undefined, stdout, stderr: "", cancelled: false, ...more };
}

/** Doors of which only those that are given open. */
export function doorsWith(clock: Clock, { http, exec }: { http?: Exchange; exec?: Exec }): Doors {
  const closed = (): never => {
    throw new TypeError("this door is closed");
  };
  return {
    clock,
    log: { info: closed, warning: closed, error: closed, debug: () => {} } as unknown as Doors["log"],
    startedAt: clock.now(),
    aws: closed,
    http: http === undefined ? closed : () => Promise.resolve(http),
    exec: exec ?? closed,
    childEnvironment: { PATH: "/bin" },
    directory: "/repository",
  };
}

/** How waiting ended, and everything that was told on the way. */
export type Told = { verdict: Verdict; diagnosis: Diagnosis; at: number; said: string; facts: Step<unknown>["facts"] };

/** Waits for a target's only item with the real loop. */
export async function play(target: Target, clock: Clock, timeoutS = 1800): Promise<Told> {
  const said: string[] = [];
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
      missed: (_course, { operation, detail }) => said.push(`${operation}: ${detail}`),
      ended: () => {},
      waiting: () => {},
    },
  });
  if (course?.verdict === undefined) throw new TypeError("there is no verdict");
  const { verdict, item, facts } = course;
  const diagnosis = await target.diagnose(item.id, verdict);
  said.push(verdict.cause, ...diagnosis.causes);
  return { verdict, diagnosis, at: (course.endedMs ?? 0) / 1000, said: said.join("\n"), facts };
}

/** A clock that runs by itself. */
export function autoClock(): Clock {
  return virtualClock({ mode: "auto" });
}

/** A clock that is set by hand, for worlds that `drive` turns. */
export type HandClock = Clock & { set(ms: number): void };

/** A clock that stands where it is put. */
export function handClock(): HandClock {
  const start = Date.UTC(2026, 10, 22, 12);
  let at = 0;
  return {
    now: () => start + at,
    monotonic: () => at,
    sleep: () => Promise.reject(new TypeError("this clock does not run")),
    set: (ms) => {
      at = ms;
    },
  };
}

/** Looks at a target's only item as the loop does, without sleeping: quick enough for thousands of timelines. */
export async function drive(
  target: Target,
  clock: HandClock,
  untilMs: number,
): Promise<{ verdict: Verdict; atMs: number } | undefined> {
  const id = target.items[0]?.id ?? "";
  let hurried = 0;
  let nearSince: number | undefined;
  for (let at = 0; at <= untilMs;) {
    clock.set(at);
    const sight = (await target.look([id], at)).sights.get(id);
    if (sight === undefined || "fault" in sight) {
      at += 4000;
      continue;
    }
    const { verdict, pace } = sight.step;
    if (verdict !== undefined) return { verdict, atMs: at };
    hurried = pace === "now" ? hurried + 1 : 0;
    nearSince = pace === "near" ? (nearSince ?? at) : undefined;
    const nearForMs = nearSince === undefined ? 0 : at - nearSince;
    at += delayUntilNextLook({ pace, elapsedMs: at, nearForMs, hurried, calls: 1, stretch: 1 });
  }
  return undefined;
}

/** How many calls a wait of so many seconds may take. */
export function callBudget(seconds: number): number {
  return Math.max(50, 1.7 * (seconds / 15 + 2));
}
