/** What is seen of an environment, what is remembered of it, and the step that goes on. Types and one function. */
import type { Pace, Step } from "../../wait/target.ts";
import type { Environment, Happening } from "./environment.ts";

/** What a look reads. */
export type Read = "environment" | "events";

/** What a look saw. */
export type Snapshot = {
  /** `missing`: the service says that there is none. Undefined: the answer told nothing. */
  environment: Environment | "missing" | undefined;
  /** What was updated before this is not ours: AWS's time, ms since 1970. */
  floor: number;
  /** Present when they were asked for. `warning`: they could not be had. */
  events?: { list: readonly Happening[]; warning?: string };
};

/** Something that is seen look after look: since when, ms elapsed, and in how many looks. */
export type Held = { sinceMs: number; count: number };

/** What is remembered. */
export type State = {
  /** The first look, ms elapsed. */
  firstMs: number;
  /** The environment's id, pinned; "" before it is known. */
  id: string;
  status: string;
  /** The label at the first sight; undefined before. */
  firstLabel?: string;
  /** Another label than the one now was seen: a label that changed is no old answer. */
  isRelabelled: boolean;
  /** An update was seen under way. */
  wasUpdating: boolean;
  isAborted: boolean;
  /** When the events were read last, ms elapsed. */
  eventsMs?: number;
  good?: Held;
  /** Ready with another label than ours. */
  other?: Held;
  red?: Held;
  /** Ready, and not checked yet. */
  grey?: Held;
  missing?: Held;
};

/** The state before the first look. */
export function begin(firstMs: number): State {
  return { firstMs, id: "", status: "", isRelabelled: false, wasUpdating: false, isAborted: false };
}

/** One look more. */
export function held(before: Held | undefined, elapsedMs: number): Held {
  return { sinceMs: before?.sinceMs ?? elapsedMs, count: (before?.count ?? 0) + 1 };
}

/** Forgets what held only as long as it was seen without a break. */
export function unheld(state: State): State {
  const { good: _, other: __, red: ___, grey: ____, missing: _____, ...rest } = state;
  return rest;
}

/** A step that goes on. */
export function going(
  state: State,
  environment: Environment,
  pace: Pace,
  reads: readonly Read[] = ["environment"],
): Step<State, Read> {
  const { id, status, label, health } = environment;
  const version = label === "" ? "" : `, version ${label}`;
  return {
    state,
    pace,
    reads,
    progress: `${status}${version}${health === "" ? "" : `, health ${health}`}`,
    stage: status,
    facts: {
      ...(id === "" ? {} : { pinned: id }),
      status,
      ...(label === "" ? {} : { label }),
    },
  };
}
