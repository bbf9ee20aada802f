/** What is remembered of a pipeline's execution between looks, and what a snapshot adds. Pure. */
import type { Pace, Step } from "../../wait/target.ts";
import type { Action } from "./action.ts";
import { afterLook, freshCadence, readsAfter } from "./cadence.ts";
import type { Cadence } from "./cadence.ts";
import type { Execution, Revision } from "./execution.ts";
import type { Own } from "./lineage.ts";
import { placeOf } from "./place.ts";
import type { Place } from "./place.ts";
import type { PipelineRead, PipelineSnapshot } from "./snapshot.ts";

/** What is waited for, and what becomes of a wait whose execution is superseded. */
export type PipelineSettings = { pipeline: string; executionId?: string; onSuperseded: "fail" | "follow" };

/** What is remembered. */
export type PipelineState = {
  /** The execution that is waited for; "" while none is known. */
  pin: string;
  /** Our own execution: `pin` is another one once a newer one is followed. */
  own: Own;
  /** When `pin` was chosen, ms elapsed. */
  pinnedMs: number;
  isSeen: boolean;
  /** The followed execution surely holds our revision. */
  isProved: boolean;
  /** Executions that were waited for before `pin`. */
  visited: readonly string[];
  execution?: Execution;
  listing?: readonly Execution[];
  actions?: readonly Action[];
  cadence: Cadence;
  place?: Place;
  /** The end that is being explained, and how often that was tried. */
  ending?: { status: "Failed" | "Superseded" | "Succeeded"; tries: number };
};

/** One look's meaning. */
export type PipelineStep = Step<PipelineState, PipelineRead>;

/** A look being judged. */
export type Deciding = {
  settings: PipelineSettings;
  /** The execution's page in the console, "" when the Region is not known. */
  page(execution: string): string;
  state: PipelineState;
  snapshot: PipelineSnapshot;
  elapsedMs: number;
};

/** The beginning: nothing was seen. */
export function beginState({ executionId = "" }: PipelineSettings, { nowMs }: PipelineSnapshot): PipelineState {
  return {
    pin: executionId,
    own: { id: executionId, revisions: [], sinceMs: nowMs },
    pinnedMs: 0,
    isSeen: false,
    isProved: true,
    visited: [],
    cadence: freshCadence,
  };
}

/** Adds what a look saw. Answers about other executions are left out: they say nothing about ours. */
export function remember(before: PipelineState, snapshot: PipelineSnapshot): PipelineState {
  const { execution, executions, actions, stages } = snapshot;
  const isOurs = execution !== undefined && execution.id !== "" && execution.id === before.pin;
  const list = stages !== undefined && "list" in stages ? stages.list : undefined;
  const place = list === undefined ? before.place : placeOf(list, before.pin);
  const { place: _, ...rest } = before;
  return {
    ...rest,
    ...(place === undefined ? {} : { place }),
    cadence: afterLook(before.cadence, stages, place),
    ...(isOurs ? { execution, isSeen: true, own: ownOf(before, execution.revisions) } : {}),
    ...(executions !== undefined && "list" in executions ? { listing: executions.list } : {}),
    ...(actions !== undefined && "list" in actions ? { actions: actions.list } : {}),
  };
}

function ownOf({ own, pin }: PipelineState, revisions: readonly Revision[]): Own {
  return own.id === pin && revisions.length > 0 ? { ...own, revisions } : own;
}

/** Waits for another execution from now on. */
export function repin(
  { execution: _1, place: _2, ending: _3, ...before }: PipelineState,
  elapsedMs: number,
  to: { id: string; isProved: boolean },
): PipelineState {
  const own = before.pin === "" ? { ...before.own, id: to.id } : before.own;
  return {
    ...before,
    pin: to.id,
    own,
    pinnedMs: elapsedMs,
    isSeen: false,
    isProved: to.isProved,
    visited: before.pin === "" ? [] : [...before.visited, before.pin],
    cadence: { ...before.cadence, key: "", isLive: false },
  };
}

/** So long after a newer execution is followed its revisions are asked for beside every look, ms; then at every third. */
const PROOF_MS = 30_000;

function usualReads({ state, elapsedMs }: Deciding, pace: Pace): readonly PipelineRead[] {
  const { cadence, place, isProved, pinnedMs } = state;
  const reads = readsAfter(cadence, pace, place);
  const isAsked = !isProved && (elapsedMs - pinnedMs <= PROOF_MS || cadence.since % 3 === 2);
  return isAsked ? [...reads, "executions"] : reads;
}

/** A step that goes on; `more` takes the place of what is usual. */
export function stepOf(
  deciding: Deciding,
  pace: Pace,
  progress: string,
  more: Partial<PipelineStep> = {},
): PipelineStep {
  const { settings, state } = deciding;
  const { pin, own, place, execution } = state;
  const isFollowed = pin !== own.id;
  return {
    state,
    pace,
    reads: usualReads(deciding, pace),
    progress: isFollowed ? `execution ${pin}: ${progress}` : progress,
    stage: place === undefined ? (execution?.status ?? "") : place.isWaiting ? `before ${place.stage}` : place.stage,
    facts: {
      pipeline: settings.pipeline,
      ...(own.id === "" ? {} : { pinned: own.id }),
      ...(isFollowed ? { followed: pin } : {}),
    },
    ...more,
  };
}
