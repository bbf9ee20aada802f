/**
 * A stack on which nothing of ours was begun, as far as is seen, and a stack that is not there. Pure.
 *
 * Nothing to do is `noop` only on a stack that is well. A stack that stands in a failed or rolled-back state from before is
 * told as that: the operation may have ended before `started-at`.
 */
import type { Step } from "../../wait/target.ts";
import type { Verdict } from "../../wait/verdict.ts";
import type { Meaning, Stack } from "./stack.ts";
import { going } from "./state.ts";
import type { Read, State } from "./state.ts";
import { verdictFor, wordFor } from "./verdicts.ts";

/** What does not show up within this was not begun, ms. */
const GRACE_MS = 60_000;
/** A stack that was seen, and is not found any more for this long, is gone, ms. */
const GONE_MS = 20_000;
/** A deletion that was seen, likewise. */
const DELETED_MS = 5000;

/** A stack at rest. `meaning` is that of its status. */
export function resting(state: State, stack: Stack, meaning: Meaning, elapsedMs: number): Step<State, Read> {
  const step = { ...going(state, stack, "starting"), progress: `${stack.status}, no new operation yet` };
  if (elapsedMs - state.firstMs < GRACE_MS) return step;
  return { ...step, verdict: restVerdict(stack, meaning) };
}

function restVerdict(stack: Stack, meaning: Meaning): Verdict {
  const since = stack.begunAt === undefined ? "" : ` since ${new Date(stack.begunAt).toISOString()}`;
  if (meaning.phase === "good") {
    return { result: "noop", cause: `no new operation: the stack is ${stack.status}${since}` };
  }
  if (meaning.phase === "reviewing") {
    return {
      result: "not-found",
      cause: `no new operation: the stack is ${stack.status}, its change set was not executed`,
      remedy: "Execute the change set before waiting for it.",
    };
  }
  if (meaning.phase === "deleted") {
    return { result: "not-found", cause: `no new operation: the stack is ${stack.status}${since}` };
  }
  const verdict = verdictFor(meaning, stack);
  return {
    result: verdict.result,
    cause: `no new operation, and the stack is ${stack.status}${since}`,
    remedy:
      `The last ${wordFor(meaning.kind)} did not end well. If it was begun before this job, and it was ours, name its beginning in started-at. ${verdict.remedy ?? ""}`.trim(),
  };
}

/** CloudFormation does not find the stack (`isSaid`), or its answer is empty. */
export function absent(state: State, isSaid: boolean, elapsedMs: number): Step<State, Read> {
  const { missing, ...rest } = state;
  const { sinceMs, count } = missing ?? { sinceMs: elapsedMs, count: 0 };
  const progress = isSaid ? "the stack does not exist" : "the answer tells nothing about the stack";
  const step: Step<State, Read> = {
    // An empty answer neither says that it is gone, nor that it went on being so.
    state: isSaid ? { ...rest, missing: { sinceMs, count: count + 1 } } : rest,
    pace: state.operation === undefined ? "starting" : "near",
    reads: ["stack"],
    progress,
    stage: state.status,
  };
  const { operation } = state;
  if (operation === undefined) {
    const isBrief = state.status !== "" && isSaid && elapsedMs - sinceMs < GONE_MS;
    if (elapsedMs - state.firstMs < GRACE_MS || isBrief) return step;
    const cause = isSaid ? "the stack does not exist" : "CloudFormation tells nothing about this stack";
    return {
      ...step,
      verdict: { result: "not-found", cause, remedy: "Check the stack's name, the account and the Region." },
    };
  }
  if (!isSaid) return { ...step, pace: "moving" };
  const isDelete = operation.kind === "DELETE";
  if (elapsedMs - sinceMs < (isDelete ? DELETED_MS : GONE_MS) || count < 2) return step;
  const verdict: Verdict = isDelete
    ? { result: "success", cause: "the stack was deleted and does not exist any more" }
    : { result: "failed", cause: `the stack was deleted while its ${wordFor(operation.kind)} was waited for` };
  return { ...step, verdict };
}
