/**
 * The machine of a function's own update, or of one of its versions: success is State Active with LastUpdateStatus
 * Successful, of an update that is ours. Pure. Of aliases it knows nothing.
 */
import type { Verdict } from "../../wait/verdict.ts";
import { describeFunction, failureOf, isReady, warningsOf } from "./function.ts";
import { APPEARS_WITHIN_MS, begin, factsOf, missingAfter, STARTING_MS, unseen } from "./state.ts";
import type { LambdaSnapshot, LambdaState, LambdaStep } from "./state.ts";
import type { Subject } from "./subject.ts";

/** Without a time of change an end that was there from the beginning has to last, ms. */
const LASTS_MS = 6000;

/** The machine. */
export function nextOfUpdate(
  subject: Subject,
): (before: LambdaState | undefined, seen: LambdaSnapshot, elapsedMs: number) => LambdaStep {
  return (before, seen, elapsedMs) => {
    const state = remember(subject, before ?? begin(subject), seen, elapsedMs);
    const { configuration, missing } = state;
    if (configuration === undefined || missing !== undefined) {
      return unseen(subject, state, ["configuration"], elapsedMs);
    }
    // An answer that told nothing, or is older than the last, is no ground for an end.
    const isNew = seen.configuration !== undefined && state.same !== before?.same;
    const { verdict, isHurried = false } = isNew ? judge(subject, state, elapsedMs) : {};
    const isFirst = elapsedMs < STARTING_MS;
    return {
      state,
      reads: ["configuration"],
      ...(verdict === undefined ? {} : { verdict }),
      pace: isHurried ? "now" : isFirst ? "starting" : "moving",
      progress: describeFunction(configuration),
      stage: isReady(configuration)
        ? "Active"
        : configuration.update === "InProgress"
          ? "InProgress"
          : configuration.state,
      warnings: warningsOf(configuration),
      facts: factsOf(subject, state),
    };
  };
}

function remember(subject: Subject, before: LambdaState, seen: LambdaSnapshot, elapsedMs: number): LambdaState {
  const { configuration } = seen;
  const { missing: _, ...known } = before;
  const missing = missingAfter(before, seen, elapsedMs);
  if (missing !== undefined) return { ...known, missing };
  if (configuration === undefined || "missing" in configuration) return known;
  const { same, ...rest } = known;
  const last = before.configuration;
  const { modifiedAt } = configuration;
  // An answer that is older than the last one.
  if (modifiedAt !== undefined && last?.modifiedAt !== undefined && modifiedAt < last.modifiedAt) return known;
  const isUnderWay = configuration.update === "InProgress" || configuration.state === "Pending";
  const hasChanged = last !== undefined && modifiedAt !== undefined && last.modifiedAt !== modifiedAt;
  const isYoung = modifiedAt !== undefined && modifiedAt >= seen.since;
  const isOurs = before.isOurs || subject.version !== "" || isUnderWay || hasChanged || isYoung;
  const said = `${configuration.state} ${configuration.update}`;
  const isSame = same?.said === said;
  const now = isSame ? { ...same, count: same.count + 1 } : { said, since: elapsedMs, count: 1 };
  return { ...rest, configuration, isOurs, same: now };
}

type Judgement = { verdict?: Verdict; isHurried?: boolean };

function judge(subject: Subject, state: LambdaState, elapsedMs: number): Judgement {
  const { configuration, isOurs, same } = state;
  if (configuration === undefined) return {};
  const failure = failureOf(configuration);
  if (failure === undefined && !isReady(configuration)) return {};
  const isDated = configuration.modifiedAt !== undefined;
  const verdict: Verdict =
    failure === undefined ? { result: "success", cause: "" } : { result: "failed", cause: failure };
  if (subject.version !== "" || (isOurs && isDated)) return { verdict };
  if (isOurs) {
    // Nothing tells an answer that is too old from a new one; twice in a row it is no accident.
    return same !== undefined && same.count >= 2 ? { verdict } : { isHurried: true };
  }
  if (!isDated) return same !== undefined && elapsedMs - same.since >= LASTS_MS ? { verdict } : {};
  if (elapsedMs < APPEARS_WITHIN_MS) return {};
  const cause = "no update began since the step's start";
  if (failure !== undefined)
    return { verdict: { result: "failed", cause: `${cause}, and the last one failed: ${failure}` } };
  return { verdict: { result: "noop", cause } };
}
