/**
 * What the next look reads. GetPipelineExecution alone says how an execution ended; GetPipelineState alone where it stands
 * and what it waits for. Each costs a call, and a look has room for one. Pure.
 */
import type { Pace } from "../../wait/target.ts";
import type { Answered, PipelineRead } from "./snapshot.ts";
import { isBlocked, isUnderWay } from "./place.ts";
import type { Place, Stage } from "./place.ts";

/** What is remembered of reading the stages. */
export type Cadence = {
  /** They told nothing, or may not be read: never again. */
  isOff: boolean;
  /** Looks since they were read. */
  since: number;
  /** They are read every so many looks. */
  every: number;
  /** The execution was seen to move in them: what they say is fresh. */
  isLive: boolean;
  /** Where the execution stood, as they said last. */
  key: string;
};

/** Nothing was read yet. */
export const freshCadence: Cadence = { isOff: false, since: 0, every: 3, isLive: false, key: "" };

const USUAL = 3;
/** While a person has to do something, stages that stay as they are are read half as often. */
const PATIENT = 6;
/** Stages that never show the execution (parallel mode shows the newest one only) are read more and more seldom. */
const SELDOM = 12;
/** While the end is near it is looked for; that something blocks it is looked for every so many looks. */
const NEAR = 16;
/** Stages that were not seen to move yet are read less often with time. */
const SLOW = 5;

/** After a look. `stages` is undefined when they were not read. */
export function afterLook(before: Cadence, stages: Answered<Stage> | undefined, place: Place | undefined): Cadence {
  if (stages === undefined) return { ...before, since: before.since + 1 };
  if ("fault" in stages) return { ...before, since: 0 };
  if ("denied" in stages || stages.list.length === 0) return { ...before, isOff: true };
  if (place === undefined) return { ...before, since: 0, every: Math.min(SELDOM, before.every * 2), key: "" };
  const key = [place.stage, place.status, ...place.running].join("\n");
  const hasMoved = before.key !== "" && key !== before.key;
  const isLive = before.isLive || hasMoved;
  const usual = isLive || before.key === "" ? USUAL : Math.min(SLOW, before.every + 1);
  const every = key === before.key && isBlocked(place) ? PATIENT : usual;
  return { ...before, since: 0, every, isLive, key };
}

/**
 * What to read next. Stages that are known to be fresh take the place of every other question for the execution: what ends
 * it shows in them, and is asked for at once.
 */
export function readsAfter(cadence: Cadence, pace: Pace, place: Place | undefined): readonly PipelineRead[] {
  const { isOff, since, every, isLive } = cadence;
  if (isOff) return ["execution"];
  if ((pace === "moving" || pace === "far") && isLive && place !== undefined && isUnderWay(place)) {
    return since === 0 ? ["execution"] : ["state"];
  }
  return since + 1 >= (pace === "near" ? NEAR : every) ? ["execution", "state"] : ["execution"];
}
