/**
 * What snapshots of workflow runs mean. Pure; it asks nothing and knows no clock.
 *
 * No run at all is never a success (https://github.com/int128/wait-for-workflows ends well then). Every run that was seen
 * counts until it has ended, also when a later answer leaves it out.
 */
import type { Pace, Step } from "../../wait/target.ts";
import type { Verdict } from "../../wait/verdict.ts";
import { isEnded, nameOf, newerOf, standingOf, wordOf } from "./run.ts";
import type { Run, Standing } from "./run.ts";

/** What a look reads: the run, or the list of runs. */
export type Read = "runs";

/** What a look saw. `missing`: GitHub does not find what was asked for. Undefined: the answer told nothing. */
export type Snapshot = {
  runs: readonly Run[] | "missing" | undefined;
  /** There are more runs than were read. */
  isCut?: boolean;
};

/** A run that was seen: pinned. */
export type Pinned = {
  run: Run;
  /** When it was seen first, ms elapsed. */
  sinceMs: number;
  /** Answers in a row that left it out. */
  leftOut: number;
  /** It was seen before its end; of the attempt that counts. */
  wasOpen: boolean;
};

/** What is remembered. */
export type State = {
  /** The first look, ms elapsed. */
  firstMs: number;
  /** Looks that were answered. */
  looks: number;
  /** Of them, those that saw no run. */
  empty: number;
  pinned: readonly Pinned[];
  /** In the latest look everything had ended well. */
  isDone?: boolean;
  missing?: { sinceMs: number; count: number };
};

/** No run shows up within this: there is none, ms. */
const GRACE_MS = 60_000;
/** An end that was there from the beginning: the answer may be older than a re-run, ms. */
const HOLD_MS = 5000;
/** And so many answers have to say so: a blackout is no search. */
const NOTHING_LOOKS = 8;
/** A run that so many answers in a row left out was deleted. */
const GONE_LOOKS = 20;
/** The runs of a commit do not all show up at once, ms. */
const GATHER_MS = 10_000;

/** Makes the machine: for a single run (`one`), or for all runs of a commit (`all`). */
export function createMachine(
  kind: "one" | "all",
): (state: State | undefined, snapshot: Snapshot, elapsedMs: number) => Step<State, Read> {
  return (before, snapshot, elapsedMs) => {
    const state = before ?? { firstMs: elapsedMs, looks: 0, empty: 0, pinned: [] };
    if (snapshot.runs === "missing" || snapshot.runs === undefined) {
      return absent(state, snapshot.runs === "missing", elapsedMs);
    }
    const pinned = pin(state.pinned, snapshot.runs, elapsedMs);
    const empty = state.empty + (pinned.length === 0 ? 1 : 0);
    const { firstMs, looks, isDone = false } = state;
    return judge({ firstMs, looks: looks + 1, empty, pinned }, kind, isDone, snapshot.isCut ?? false, elapsedMs);
  };
}

function pin(before: readonly Pinned[], runs: readonly Run[], elapsedMs: number): Pinned[] {
  const found = new Map(before.map((each) => [each.run.id, { ...each, leftOut: each.leftOut + 1 }]));
  for (const run of runs) {
    const known = found.get(run.id);
    const newest = known === undefined ? run : newerOf(known.run, run);
    const isSame = known !== undefined && newest.attempt === known.run.attempt;
    found.set(run.id, {
      run: newest,
      sinceMs: isSame ? known.sinceMs : elapsedMs,
      leftOut: 0,
      wasOpen: (isSame && known.wasOpen) || !isEnded(newest),
    });
  }
  return [...found.values()].sort((a, b) => a.run.id - b.run.id);
}

function judge(
  state: State,
  kind: "one" | "all",
  wasDone: boolean,
  isCut: boolean,
  elapsedMs: number,
): Step<State, Read> {
  const { pinned } = state;
  if (pinned.length === 0) {
    const step = going(state, "starting", "no run yet", "no run");
    if (!isOver(state, elapsedMs)) return step;
    const remedy = "Check the full hash of the commit, the workflow, and that the workflow is started by this event.";
    return { ...step, verdict: { result: "not-found", cause: "there is no workflow run for this commit", remedy } };
  }
  const isSettled = ({ sinceMs, wasOpen }: Pinned): boolean => wasOpen || elapsedMs - sinceMs >= HOLD_MS;
  const bad = pinned.filter(({ run }) => ["failed", "cancelled"].includes(standingOf(run)));
  const told = bad.filter(isSettled);
  if (told.length > 0) {
    return { ...step(state, "near"), verdict: badVerdict(told.map(({ run }) => run)) };
  }
  const warnings = warningsOf(pinned, isCut);
  const open = pinned.filter(({ run }) => !isEnded(run)).map(({ run }) => standingOf(run));
  if (open.length > 0 || isCut) {
    const isBlocked = open.length > 0 && open.every((standing) => standing === "blocked");
    return { ...step(state, isBlocked ? "blocked" : "moving"), warnings };
  }
  // An answer that leaves a run out may hide that it is run again.
  const isWhole = pinned.every(({ leftOut }) => leftOut === 0 || leftOut >= GONE_LOOKS);
  const isGathered = kind === "one" || (elapsedMs - state.firstMs >= GATHER_MS && state.looks >= 3);
  if (bad.length > 0 || !isWhole || !isGathered || !pinned.every(isSettled)) {
    return { ...step(state, "near"), warnings };
  }
  // A list may leave out a run that nobody has seen yet: it is read twice.
  if (kind === "all" && !wasDone) return { ...step({ ...state, isDone: true }, "now"), warnings };
  return { ...step(state, "near"), verdict: goodVerdict(pinned.map(({ run }) => run)) };
}

/** The worst of those that did not end well, failures first. */
function badVerdict(runs: readonly Run[]): Verdict {
  const failed = runs.filter((run) => standingOf(run) === "failed");
  const worst = failed.length > 0 ? failed : runs;
  const names = worst.slice(0, 3).map((run) => `${nameOf(run)}: ${wordOf(run)}`);
  const more = worst.length > names.length ? [`and ${worst.length - names.length} more`] : [];
  return { result: failed.length > 0 ? "failed" : "cancelled", cause: [...names, ...more].join(", ") };
}

/** All have ended, none badly. Runs that did nothing do not matter beside one that did. */
function goodVerdict(runs: readonly Run[]): Verdict {
  const done = runs.filter((run) => standingOf(run) === "good");
  const [only] = runs;
  if (done.length === 0) {
    const words = [...new Set(runs.map(wordOf))].join(", ");
    return {
      result: "noop",
      cause: `nothing was run: ${runs.length === 1 && only !== undefined ? `${nameOf(only)} was ` : ""}${words}`,
    };
  }
  if (runs.length === 1 && only !== undefined) return { result: "success", cause: `${nameOf(only)}: success` };
  const rest = runs.length - done.length;
  const others = rest === 0 ? "" : `, ${rest} did nothing`;
  return { result: "success", cause: `${done.length} of ${runs.length} runs: success${others}` };
}

function warningsOf(pinned: readonly Pinned[], isCut: boolean): string[] {
  const warnings = pinned.flatMap(({ run }) => {
    const standing = standingOf(run);
    const where = run.url === "" ? "" : `: ${run.url}`;
    if (standing === "blocked")
      return [`${nameOf(run)} is waiting for somebody to approve it (${wordOf(run)})${where}`];
    if (standing === "unknown") return [`${nameOf(run)} is in a state that is not known here: ${wordOf(run)}`];
    return [];
  });
  return isCut ? [...warnings, "There are more runs for this commit than are read: name a workflow"] : warnings;
}

function step(state: State, pace: Pace): Step<State, Read> {
  const { pinned } = state;
  const [only] = pinned;
  if (pinned.length === 1 && only !== undefined) {
    const { run } = only;
    const again = run.attempt > 1 ? `, attempt ${run.attempt}` : "";
    return { ...going(state, pace, `${wordOf(run)}${again}`, wordOf(run)), facts: factsOf(run) };
  }
  const counts = new Map<string, number>();
  for (const { run } of pinned) counts.set(wordOf(run), (counts.get(wordOf(run)) ?? 0) + 1);
  const words = [...counts].map(([word, count]) => `${count} ${word}`).join(", ");
  const ended = pinned.filter(({ run }) => isEnded(run)).length;
  const stage = `${ended} of ${pinned.length} runs ended`;
  const facts = { pinned: pinned.map(({ run }) => run.id).join(" ") };
  return { ...going(state, pace, `${pinned.length} runs: ${words}`, stage), facts };
}

function factsOf({ id, attempt, conclusion, url }: Run): Record<string, string | number> {
  return { pinned: String(id), attempt, ...(conclusion === "" ? {} : { conclusion }), ...(url === "" ? {} : { url }) };
}

function going(state: State, pace: Pace, progress: string, stage: string): Step<State, Read> {
  return { state, pace, reads: ["runs"], progress, stage };
}

/** The standings of the runs that are waited for; none has ended well that is not among them. */
export function standingsOf(state: State): { run: Run; standing: Standing }[] {
  return state.pinned.map(({ run }) => ({ run, standing: standingOf(run) }));
}

/** Whether nothing showed up for long enough, in more than a look or two around a blackout. */
function isOver({ firstMs, empty }: State, elapsedMs: number): boolean {
  return elapsedMs - firstMs >= GRACE_MS && empty >= NOTHING_LOOKS;
}

function absent(before: State, isSaid: boolean, elapsedMs: number): Step<State, Read> {
  const { missing, ...rest } = before;
  const seen = { sinceMs: missing?.sinceMs ?? elapsedMs, count: (missing?.count ?? 0) + 1 };
  const counted = { ...rest, looks: rest.looks + 1, empty: rest.empty + 1 };
  const state: State = isSaid ? { ...counted, missing: seen } : counted;
  const wasSeen = before.pinned.length > 0;
  const progress = isSaid ? "GitHub does not find it" : "GitHub's answer tells nothing about it";
  const step = going(state, wasSeen ? "moving" : "starting", progress, "");
  const remedy = "Check repository, run-id and workflow, and that the token may read it (actions: read).";
  if (!wasSeen && isOver(state, elapsedMs)) {
    const cause = isSaid ? "GitHub does not find the run or workflow (404)" : "GitHub tells nothing about the run";
    return { ...step, verdict: { result: "not-found", cause, remedy } };
  }
  if (!wasSeen || !isSaid || elapsedMs - seen.sinceMs < GRACE_MS || seen.count < NOTHING_LOOKS) return step;
  return {
    ...step,
    verdict: { result: "not-found", cause: "the run is gone: GitHub does not find it any more", remedy },
  };
}
