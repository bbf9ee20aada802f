/**
 * What faults in a row mean: pure. A network that is away for minutes is never a verdict; a no to who we are is one, once
 * it was said twice.
 */
import type { Fault } from "./target.ts";
import type { Verdict } from "./verdict.ts";

/** Nothing was seen for longer than this, ms: nothing can be said. Five minutes have to be survived, with the last wait of them. */
const BLIND_AT_MOST_MS = 360_000;
/** A refusal is asked once more after this, ms: permissions and tokens arrive late, too. */
export const CONFIRM_MS = 10_000;

/** What is remembered of the faults since the last good look. */
export type Blindness = {
  /** Instant of the last good look, or of the beginning, ms elapsed. */
  since: number;
  /** Looks without an answer in a row. */
  count: number;
  /** Of them, at the end: how often in a row we were refused. */
  refusals: number;
  last?: Fault;
};

/** No fault so far. */
export function sighted(elapsedMs: number): Blindness {
  return { since: elapsedMs, count: 0, refusals: 0 };
}

/** One more fault. */
export function blinded(before: Blindness, fault: Fault): Blindness {
  const isRefusal = ["denied", "expired", "refused"].includes(fault.kind);
  return { ...before, count: before.count + 1, refusals: isRefusal ? before.refusals + 1 : 0, last: fault };
}

/** The verdict that the faults come to; undefined: go on looking. */
export function verdictOf({ since, refusals, last }: Blindness, elapsedMs: number): Verdict | undefined {
  if (last === undefined) return undefined;
  const said = `${last.operation}: ${last.detail}`;
  if (refusals >= 2) {
    const isExpired = last.kind === "expired";
    if (last.kind === "refused") {
      const remedy = "Check the names and ids that the step was given. What was started may go on: look at it.";
      return { result: "inconclusive", cause: `the service refuses to tell (${said})`, remedy };
    }
    return {
      result: isExpired ? "credentials-expired" : "access-denied",
      cause: `${isExpired ? "the credentials have expired" : "access denied"} (${said})`,
      ...(last.remedy === undefined ? {} : { remedy: last.remedy }),
    };
  }
  if (elapsedMs - since < BLIND_AT_MOST_MS) return undefined;
  const minutes = Math.floor((elapsedMs - since) / 60_000);
  return {
    result: "inconclusive",
    cause: `nothing could be seen for ${minutes} minutes (${said})`,
    remedy: "Look at the deployment itself: it may have ended either way. Then run the job again.",
  };
}
