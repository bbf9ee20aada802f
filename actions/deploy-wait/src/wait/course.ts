/** What is remembered of one item while it is waited for: where it stands, its stages, its warnings, its end. Pure. */
import { sighted } from "./blindness.ts";
import type { Blindness } from "./blindness.ts";
import type { Item, Pace, Step } from "./target.ts";
import type { Facts, Verdict } from "./verdict.ts";

/** A stretch of time in one stage, ms elapsed. `to` is absent while it lasts. */
export type Stage = { name: string; from: number; to?: number };

/** An item's course so far. */
export type Course = {
  item: Item;
  /** "" before the first good look. */
  progress: string;
  stages: readonly Stage[];
  facts: Facts;
  warnings: readonly string[];
  pace: Pace;
  /** Since when the pace has been `near`, ms elapsed. */
  nearSince?: number;
  /** Looks in a row that asked for another at once. */
  hurried: number;
  blindness: Blindness;
  /** When the next look is due, ms elapsed. */
  dueMs: number;
  verdict?: Verdict;
  /** When the verdict was reached. */
  endedMs?: number;
};

/** A picture in the summary has room for so many stages of an item; flapping does not grow it. */
const MOST_STAGES = 40;

/** The beginning of an item's course. */
export function beginCourse(item: Item): Course {
  return {
    item,
    progress: "",
    stages: [],
    facts: {},
    warnings: [],
    pace: "starting",
    hurried: 0,
    blindness: sighted(0),
    dueMs: 0,
  };
}

/** What a good look adds. */
export function advance(before: Course, step: Step<unknown>, elapsedMs: number): Course {
  const { nearSince: _, ...rest } = before;
  const isNear = step.pace === "near";
  const fresh = (step.warnings ?? []).filter((warning) => !before.warnings.includes(warning));
  const course: Course = {
    ...rest,
    progress: step.progress,
    stages: addStage(before.stages, step.stage, elapsedMs),
    facts: { ...before.facts, ...step.facts },
    warnings: [...before.warnings, ...fresh],
    pace: step.pace,
    hurried: step.pace === "now" ? before.hurried + 1 : 0,
    blindness: sighted(elapsedMs),
    ...(isNear ? { nearSince: before.nearSince ?? elapsedMs } : {}),
  };
  return step.verdict === undefined ? course : endCourse(course, step.verdict, elapsedMs);
}

/** The end of an item's course. */
export function endCourse(course: Course, verdict: Verdict, elapsedMs: number): Course {
  const stages = course.stages.map((stage) => (stage.to === undefined ? { ...stage, to: elapsedMs } : stage));
  return { ...course, verdict, stages, endedMs: elapsedMs };
}

function addStage(stages: readonly Stage[], name: string, elapsedMs: number): readonly Stage[] {
  const last = stages.at(-1);
  if (last?.name === name || name === "") return stages;
  const closed = last === undefined ? [] : [...stages.slice(0, -1), { ...last, to: elapsedMs }];
  if (closed.length < MOST_STAGES) return [...closed, { name, from: elapsedMs }];
  return [...closed.slice(0, -1), { name, from: closed.at(-1)?.from ?? elapsedMs }];
}
