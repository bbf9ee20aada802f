/** Alarms whose truth is known over time, and what a look at them sees. For properties of the bake. */
import fc from "fast-check";
import type { AlarmSight, AlarmSights, BakeSettings } from "./machine.ts";

/** An alarm's course: from each instant on (ms elapsed, before the deployment's end below 0) it is in that state. */
export type Course = { name: string; changes: readonly { at: number; state: string }[] };

/** A bake with everything that happens. */
export type BakeModel = {
  courses: readonly Course[];
  bakeMs: number;
  /** When the baseline was read, ms elapsed; below 0. Undefined: it could not be. */
  baselineAt?: number;
  /** Looks; `hidden` leaves alarms out of the answer, `stamped` tells when states changed. */
  looks: readonly { at: number; hidden: readonly string[] }[];
  stamped: boolean;
};

const names = ["a-5xx", "b-latency", "c-queue"];
const states = fc.constantFrom("OK", "OK", "OK", "ALARM", "INSUFFICIENT_DATA", "PAUSED");

/** Models in which the last looks come after the end, and leave nothing out. */
export const bakeModels: fc.Arbitrary<BakeModel> = fc
  .record({
    courses: fc.tuple(
      ...names.map((name) =>
        fc
          .array(fc.record({ at: fc.integer({ min: -600_000, max: 600_000 }), state: states }), { maxLength: 5 })
          .map((changes): Course => ({
            name,
            changes: [{ at: -1_000_000, state: "OK" }, ...changes.toSorted((x, y) => x.at - y.at)],
          })),
      ),
    ),
    bakeMs: fc.integer({ min: 0, max: 400_000 }),
    baselineAt: fc.option(fc.integer({ min: -600_000, max: -1 }), { nil: undefined }),
    steps: fc.array(
      fc.record({ after: fc.integer({ min: 1, max: 12_000 }), hidden: fc.subarray(names, { maxLength: 3 }) }),
      { minLength: 3, maxLength: 60 },
    ),
    hides: fc.boolean(),
    stamped: fc.boolean(),
  })
  .map(({ courses, bakeMs, baselineAt, steps, hides, stamped }) => {
    let at = 0;
    const looks = steps.map(({ after, hidden }) => {
      at += after;
      return { at, hidden: hides ? hidden : [] };
    });
    for (const end of [bakeMs, bakeMs + 31_000]) looks.push({ at: Math.max(at, end) + 1, hidden: [] });
    return { courses, bakeMs, looks, stamped, ...(baselineAt === undefined ? {} : { baselineAt }) };
  });

/** What was last at an instant, and since when. */
export function stateAt({ changes }: Course, at: number): { state: string; since: number } {
  let found = { state: "OK", since: -1_000_000 };
  for (const change of changes) {
    if (change.at <= at && change.state !== found.state) found = { state: change.state, since: change.at };
  }
  return found;
}

/** When elapsed time 0 is, ms since 1970. */
export const ZERO = Date.parse("2026-11-22T12:00:00Z");

/** What a look sees. */
export function sightsAt({ courses, stamped }: BakeModel, at: number, hidden: readonly string[]): AlarmSights {
  return new Map(
    courses
      .filter(({ name }) => !hidden.includes(name))
      .map((course): [string, AlarmSight] => {
        const { state, since } = stateAt(course, at);
        return [course.name, { state, reason: "Threshold Crossed", ...(stamped ? { changedAt: ZERO + since } : {}) }];
      }),
  );
}

/** The settings of a model's bake. */
export function settingsOf(model: BakeModel): BakeSettings {
  const { bakeMs, baselineAt } = model;
  return {
    names,
    bakeMs,
    beganAt: ZERO - 600_000,
    ...(baselineAt === undefined ? {} : { baseline: sightsAt(model, baselineAt, []) }),
  };
}

/** Whether an alarm that is on at `at` has been so since before the deployment and the baseline without a break. */
export function isOld(model: BakeModel, course: Course, at: number): boolean {
  const { state, since } = stateAt(course, at);
  return state === "ALARM" && since <= Math.min(model.baselineAt ?? 0, -600_000 - 1);
}
