/** For tests of targets that ask AWS: an AWS made of functions or of a case's segments. */
import { AwsFault } from "@handrail/aws";
import type { Ask, AwsFaultKind } from "@handrail/aws";
import type { Clock } from "@handrail/runner";
import type { Doors } from "../wait/doors.ts";
import type { Target } from "../wait/target.ts";
import { autoClock, doorsWith, play, segmentsOf } from "./replay-fixture.ts";
import type { Ops, Scenario, Told } from "./replay-fixture.ts";

/** A fault of AWS, as the door makes it. */
export function fault(kind: AwsFaultKind, code: string, action = "any:Operation", message = code): AwsFault {
  return new AwsFault({ kind, action, code, message });
}

/**
 * What an operation answers: a value, or an error that is thrown. `input` is what was asked, `now` in seconds since the
 * start, `action` as IAM calls it.
 */
export type Answerer = (input: Readonly<Record<string, unknown>>, now: number, action?: string) => unknown;

/** What was asked; `at` in seconds since the start. */
export type Call = { operation: string; input: Readonly<Record<string, unknown>>; at: number };

/** An Ask made of functions, by operation; what is not listed answers `{}`. Every call is noted. */
export function answering(answers: Readonly<Record<string, Answerer>>, clock: Clock): { ask: Ask; calls: Call[] } {
  const calls: Call[] = [];
  const ask: Ask = (service, operation, input) => {
    const at = clock.monotonic() / 1000;
    calls.push({ operation, input, at });
    return new Promise((resolve) => resolve(answers[operation]?.(input, at, `${service}:${operation}`) ?? {}));
  };
  return { ask, calls };
}

/** The operations of a case. */
export function fromSegments(ops: Ops): Record<string, Answerer> {
  const answer = segmentsOf(ops);
  const answers = Object.keys(ops).map((operation): [string, Answerer] => [
    operation,
    (_input, now, action) => {
      const { body, error, net } = answer(operation, now) ?? {};
      if (net !== undefined) throw fault("unavailable", net, action, "");
      if (error === undefined) return body;
      const { name, httpStatus, message } = error;
      throw fault(kindOf(name, httpStatus), name, action, message);
    },
  ]);
  return Object.fromEntries(answers);
}

function kindOf(name: string, status: number): AwsFaultKind {
  if (/skew/i.test(name)) return "skewed";
  if (/expired/i.test(name)) return "expired";
  if (/throttl|TooManyRequests/i.test(name)) return "throttled";
  if (status >= 500) return "unavailable";
  return /AccessDenied/.test(name) ? "denied" : "refused";
}

/** Plays a case. */
export async function playScenario(
  scenario: Scenario,
  open: (doors: Doors) => Target,
): Promise<Told & { calls: readonly Call[] }> {
  const clock = autoClock();
  const { ask, calls } = answering(fromSegments(scenario.ops), clock);
  const timeoutS = Number.parseInt(scenario.with["timeout"] ?? "1800s", 10);
  return { ...(await play(open(doorsWith(clock, { ask })), clock, { timeoutS, calls })), calls };
}
