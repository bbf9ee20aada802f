/**
 * The machine of an alias: success is all of its traffic on the version, and that version Active. Pure. A version that had
 * traffic and lost it was rolled back.
 */
import { cutLine } from "../../line.ts";
import type { Pace } from "../../wait/target.ts";
import type { Verdict } from "../../wait/verdict.ts";
import { describeAlias, describeFunction, failureOf, percent, shareOf, warningsOf } from "./function.ts";
import type { Alias, Configuration } from "./function.ts";
import { APPEARS_WITHIN_MS, begin, factsOf, missingAfter, STARTING_MS, unseen } from "./state.ts";
import type { LambdaRead, LambdaSnapshot, LambdaState, LambdaStep } from "./state.ts";
import type { Subject } from "./subject.ts";

/** Looks in a row that have to agree before traffic counts as lost: one may be an old answer. */
const AGREEING = 3;
/** And traffic was seen last so long ago, ms. */
const OLD_ANSWER_MS = 6000;
/** The last step of a shift has begun. */
const NEARLY_ALL = 0.9;
const MOST_EMPTY_READS = 2;

/** The machine. */
export function nextOfShift(
  subject: Subject,
): (before: LambdaState | undefined, seen: LambdaSnapshot, elapsedMs: number) => LambdaStep {
  return (before, seen, elapsedMs) => {
    const state = remember(subject, before ?? begin(subject), seen, elapsedMs);
    const { alias, missing, lack } = state;
    if (alias === undefined || missing !== undefined) {
      return unseen(subject, state, ["alias", "configuration"], elapsedMs);
    }
    const judged = judge(subject, state, alias, seen.since, elapsedMs);
    const { pace, reads } = judged;
    // An answer that told nothing is no ground for an end.
    const verdict = seen.alias === undefined ? undefined : judged.verdict;
    return {
      state,
      reads,
      pace,
      ...(verdict === undefined ? {} : { verdict }),
      progress: progressOf(subject, state, alias),
      stage: stageOf(state, alias),
      warnings: [...warningsAbout(state, alias), ...(lack === undefined ? [] : [lack])],
      facts: factsOf(subject, state),
    };
  };
}

function remember(subject: Subject, before: LambdaState, seen: LambdaSnapshot, elapsedMs: number): LambdaState {
  const { missing: _, ...known } = before;
  const missing = missingAfter(before, seen, elapsedMs);
  const state = rememberConfiguration({ ...known, ...(missing === undefined ? {} : { missing }) }, seen);
  const { alias } = seen;
  if (alias === undefined || "missing" in alias) return state;
  const target = subject.version === "" ? findTarget(state, alias) : subject.version;
  const share = shareOf(alias, target);
  const baseline = state.baseline ?? [alias.version, ...alias.weights.keys()].find((each) => each !== target) ?? "";
  const peak = Math.max(target === state.target ? state.peak : 0, share);
  const isLost = target !== "" && peak > 0 && share === 0;
  const seenAt = share > 0 ? elapsedMs : state.seenAt;
  const isTouched = state.isTouched || (state.alias !== undefined && state.alias.revision !== alias.revision);
  return { ...state, alias, target, baseline, peak, seenAt, isTouched, lost: isLost ? state.lost + 1 : 0 };
}

function rememberConfiguration(state: LambdaState, { configuration, lack }: LambdaSnapshot): LambdaState {
  if (configuration !== undefined && !("missing" in configuration)) return { ...state, configuration, emptyReads: 0 };
  if (lack === undefined) return state;
  const emptyReads = state.emptyReads + 1;
  const isGivenUp = !lack.isPassing || emptyReads >= MOST_EMPTY_READS;
  return { ...state, emptyReads, ...(isGivenUp ? { lack: lack.words } : {}) };
}

/** Without a version to wait for: the one that comes. Versions are numbered in their order. */
function findTarget({ alias: last, target, baseline }: LambdaState, alias: Alias): string {
  const present = [alias.version, ...alias.weights.keys()];
  if (alias.weights.size > 0) {
    return present.reduce((newest, each) => (Number(each) > Number(newest) ? each : newest));
  }
  if (target !== "") return present.includes(target) || alias.version === baseline ? target : alias.version;
  return last !== undefined && last.version !== alias.version ? alias.version : "";
}

type Judgement = { verdict?: Verdict; pace: Pace; reads: readonly LambdaRead[] };

function judge(subject: Subject, state: LambdaState, alias: Alias, since: number, elapsedMs: number): Judgement {
  const { target, lost } = state;
  const isFirst = elapsedMs < STARTING_MS;
  const share = shareOf(alias, target);
  const pace: Pace = isFirst ? "starting" : target !== "" && share >= NEARLY_ALL ? "near" : "moving";
  const wanted = target === "" ? alias.version : target;
  const configuration = configurationOf(state, wanted);
  const needs = configuration === undefined || !isUsable(configuration);
  const reads: readonly LambdaRead[] = needs && state.lack === undefined ? ["alias", "configuration"] : ["alias"];
  const failure = configuration === undefined ? undefined : failureOf(configuration);
  if (failure !== undefined && target !== "") {
    return { pace, reads, verdict: { result: "failed", cause: `version ${target}: ${failure}` } };
  }
  if (alias.isOdd) return { pace, reads };
  if (target === "") return judgeUnbegun(state, alias, { since, elapsedMs, pace, reads });
  if (alias.version === target && alias.weights.size === 0) {
    if (!needs || state.lack !== undefined) return { pace, reads, verdict: { result: "success", cause: "" } };
    return { pace: configuration === undefined && !isFirst ? "now" : pace, reads };
  }
  if (lost > 0) {
    if (lost < AGREEING) return { pace: "now", reads };
    if (elapsedMs - state.seenAt < OLD_ANSWER_MS) return { pace: "near", reads };
    return { pace, reads, verdict: lostVerdict(subject, state, alias) };
  }
  return { pace, reads, ...overtaken(subject, state, alias) };
}

function configurationOf({ configuration }: LambdaState, version: string): Configuration | undefined {
  return configuration?.of === version ? configuration : undefined;
}

/** The version can be invoked; versions do not change, so that a status of update need not be told. */
function isUsable({ state, update }: Configuration): boolean {
  return state === "Active" && (update === "Successful" || update === "");
}

/** Nothing was given and nothing has moved: what is there may be what the step was started for. */
function judgeUnbegun(
  state: LambdaState,
  alias: Alias,
  { since, elapsedMs, pace, reads }: { since: number; elapsedMs: number; pace: Pace; reads: readonly LambdaRead[] },
): Judgement {
  const configuration = configurationOf(state, alias.version);
  const modifiedAt = configuration?.modifiedAt;
  if (configuration !== undefined && isUsable(configuration) && modifiedAt !== undefined && modifiedAt >= since) {
    return { pace, reads, verdict: { result: "success", cause: "" } };
  }
  const isOver = elapsedMs >= APPEARS_WITHIN_MS;
  if (!isOver || (configuration === undefined && state.lack === undefined)) return { pace, reads };
  const failure = configuration === undefined ? undefined : failureOf(configuration);
  const cause = `it did not change since the step's start: all traffic goes to version ${cutLine(alias.version, 20)}`;
  if (failure !== undefined)
    return { pace, reads, verdict: { result: "failed", cause: `${cause}, which is ${failure}` } };
  if (configuration !== undefined && !isUsable(configuration)) return { pace, reads };
  if (state.isTouched) return { pace, reads, verdict: { result: "inconclusive", cause: touched(alias) } };
  return { pace, reads, verdict: { result: "noop", cause } };
}

/** Whatever it was went by between two looks. */
function touched(alias: Alias): string {
  return `it was changed, and all traffic goes to version ${cutLine(alias.version, 20)} as before: function-version is needed to tell whether that is right`;
}

function lostVerdict({ alias: name }: Subject, { target, peak, baseline }: LambdaState, alias: Alias): Verdict {
  const had = `version ${target} had ${percent(peak)} of the traffic of alias ${name}`;
  const now = `now it goes to ${describeAlias(alias)}`;
  const isBack = alias.version === baseline;
  return { result: isBack ? "rolled-back" : "superseded", cause: `${had}, and lost it: ${now}` };
}

/** A newer version than ours came while ours had not moved. */
function overtaken({ version }: Subject, { baseline, peak }: LambdaState, alias: Alias): { verdict?: Verdict } {
  const isOther = alias.version !== version && alias.version !== baseline;
  if (version === "" || peak > 0 || !isOther || !(Number(alias.version) > Number(version))) return {};
  const cause = `the alias went from version ${cutLine(baseline ?? "", 20)} to ${describeAlias(alias)}`;
  return { verdict: { result: "superseded", cause } };
}

function progressOf({ alias: name }: Subject, state: LambdaState, alias: Alias): string {
  const configuration = configurationOf(state, state.target);
  const isBusy = configuration !== undefined && !isUsable(configuration);
  const version = isBusy ? `; version ${state.target} is ${describeFunction(configuration)}` : "";
  return cutLine(`${name}: ${describeAlias(alias)}${version}`, 300);
}

function stageOf({ target }: LambdaState, alias: Alias): string {
  const version = target === "" ? alias.version : target;
  return `${percent(shareOf(alias, version))} on version ${cutLine(version, 20)}`;
}

function warningsAbout(state: LambdaState, alias: Alias): string[] {
  const configuration = configurationOf(state, state.target);
  const odd = alias.isOdd ? ["Lambda tells a weight of the alias that is no number; waiting goes on"] : [];
  return [...(configuration === undefined ? [] : warningsOf(configuration)), ...odd];
}
