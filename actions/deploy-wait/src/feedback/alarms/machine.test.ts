import { describe, expect, test } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { baselineNotes, nextBake } from "./machine.ts";
import type { AlarmSight, AlarmSights, BakeSettings, BakeState } from "./machine.ts";
import { bakeModels, isOld, settingsOf, sightsAt, stateAt } from "./model-fixture.ts";

const ok: AlarmSight = { state: "OK", reason: "" };
const on: AlarmSight = {
  state: "ALARM",
  reason: "Threshold Crossed: 1 datapoint [12.0] was greater than the threshold (5.0)",
};
const quiet: AlarmSight = { state: "INSUFFICIENT_DATA", reason: "" };

type Look = [number, Record<string, AlarmSight>];

/** `baseline: undefined` is one that could not be asked. */
type Given = Omit<Partial<BakeSettings>, "baseline"> & { baseline?: AlarmSights | undefined };

function drive(settings: Given, looks: Look[]): { result: string; cause: string; at: number; warnings: string[] } {
  const { baseline, ...more }: Given = { baseline: new Map([["app-5xx", ok]]), ...settings };
  const full: BakeSettings = {
    names: ["app-5xx"],
    bakeMs: 120_000,
    beganAt: 1000,
    ...more,
    ...(baseline === undefined ? {} : { baseline }),
  };
  let state: BakeState | undefined;
  const warnings: string[] = [];
  for (const [at, sights] of looks) {
    const step = nextBake(full, state, new Map(Object.entries(sights)), at);
    warnings.push(...(step.warnings ?? []));
    if (step.verdict !== undefined) return { result: step.verdict.result, cause: step.verdict.cause, at, warnings };
    ({ state } = step);
  }
  return { result: "waits", cause: "", at: -1, warnings };
}

const old = (sight: AlarmSight): AlarmSights => new Map([["app-5xx", sight]]);

describe("the bake", () => {
  test.each<[string, Given, Look[], string, number]>([
    [
      "ends well",
      {},
      [
        [1, { "app-5xx": ok }],
        [119_000, { "app-5xx": ok }],
        [121_000, { "app-5xx": ok }],
      ],
      "success",
      121_000,
    ],
    [
      "tells an alarm at once",
      {},
      [
        [1, { "app-5xx": ok }],
        [9000, { "app-5xx": on }],
      ],
      "alarm",
      9000,
    ],
    ["counts an alarm that came on while the deployment ran", {}, [[1, { "app-5xx": on }]], "alarm", 1],
    ["looks once without a duration", { bakeMs: 0 }, [[5, { "app-5xx": ok }]], "success", 5],
    ["tells an alarm at the last look", { bakeMs: 0 }, [[5, { "app-5xx": on }]], "alarm", 5],
    [
      "excuses an alarm that was on before",
      { baseline: old(on) },
      [
        [1, { "app-5xx": on }],
        [121_000, { "app-5xx": on }],
      ],
      "success",
      121_000,
    ],
    [
      "counts it when it went off and came back",
      { baseline: old(on) },
      [
        [1, { "app-5xx": on }],
        [9000, { "app-5xx": ok }],
        [18_000, { "app-5xx": on }],
      ],
      "alarm",
      18_000,
    ],
    [
      "counts it when only its time tells that it came back",
      { baseline: old({ ...on, changedAt: 5 }) },
      [
        [1, { "app-5xx": { ...on, changedAt: 5 } }],
        [9000, { "app-5xx": { ...on, changedAt: 9 } }],
      ],
      "alarm",
      9000,
    ],
    [
      "has no verdict of too little data",
      {},
      [
        [1, { "app-5xx": quiet }],
        [121_000, { "app-5xx": quiet }],
      ],
      "success",
      121_000,
    ],
    ["counts an alarm after too little data", { baseline: old(quiet) }, [[1, { "app-5xx": on }]], "alarm", 1],
    [
      "never calls what is gone quiet, after asking for longer",
      {},
      [
        [1, { "app-5xx": ok }],
        [121_000, {}],
        [151_000, {}],
      ],
      "inconclusive",
      151_000,
    ],
    [
      "never calls what it has not seen a success",
      {},
      [
        [1, {}],
        [121_000, {}],
        [151_000, {}],
      ],
      "inconclusive",
      151_000,
    ],
    [
      "never calls a state that is not known a success",
      {},
      [
        [1, { "app-5xx": { state: "PAUSED", reason: "" } }],
        [121_000, { "app-5xx": { state: "PAUSED", reason: "" } }],
      ],
      "inconclusive",
      121_000,
    ],
    [
      "counts every alarm when the time before is not known",
      { baseline: undefined },
      [[1, { "app-5xx": on }]],
      "alarm",
      1,
    ],
    [
      "excuses by its own time when the time before is not known",
      { baseline: undefined, bakeMs: 0 },
      [[1, { "app-5xx": { ...on, changedAt: 999 } }]],
      "success",
      1,
    ],
  ])("%s", (_, settings, looks, result, at) => {
    expect(drive({ ...settings }, looks)).toMatchObject({ result, at });
  });

  test("says which alarm, and in CloudWatch's words", () => {
    const names = ["a", "b", "c", "d", "e"];
    const { cause } = drive({ names, baseline: new Map() }, [[1, Object.fromEntries(names.map((name) => [name, on]))]]);
    expect(cause).toContain(
      "alarm a is in ALARM: Threshold Crossed: 1 datapoint [12.0] was greater than the threshold (5.0)",
    );
    expect(cause).toMatch(/; and 2 more$/);
  });

  test("notes what was so before, what has no data and what is gone", () => {
    expect(
      baselineNotes(
        ["app-5xx", "b"],
        new Map([
          ["app-5xx", on],
          ["b", quiet],
        ]),
      ),
    ).toEqual([
      expect.stringContaining("app-5xx was already in ALARM before the deployment"),
      expect.stringContaining("b has too little data (INSUFFICIENT_DATA)"),
    ]);
    expect(
      drive({}, [
        [1, { "app-5xx": ok }],
        [9000, {}],
      ]).warnings,
    ).toEqual([expect.stringContaining("app-5xx is gone")]);
  });

  test("looks more often near the end", () => {
    const settings = { names: ["app-5xx"], bakeMs: 60_000, beganAt: 0 };
    expect(nextBake(settings, undefined, old(ok), 1000).pace).toBe("moving");
    expect(nextBake(settings, undefined, old(ok), 52_000).pace).toBe("near");
  });

  test("whatever happens, a success means that no alarm of the deployment was seen, and all were looked at", () => {
    fc.assert(
      fc.property(bakeModels, (model) => {
        const settings = settingsOf(model);
        let state: BakeState | undefined;
        const seen = new Set<string>();
        for (const { at, hidden } of model.looks) {
          const step = nextBake(settings, state, sightsAt(model, at, hidden), at);
          for (const name of settings.names) if (!hidden.includes(name)) seen.add(name);
          const visible = model.courses.filter(({ name }) => !hidden.includes(name));
          const fresh = visible.filter((course) => stateAt(course, at).state === "ALARM" && !isOld(model, course, at));
          if (step.verdict?.result === "success") {
            expect(at).toBeGreaterThanOrEqual(model.bakeMs);
            expect([...seen].sort()).toEqual([...settings.names].sort());
            // Without times of changes, only what the looks saw can tell a new alarm from the old one.
            if (model.stamped) expect(fresh).toEqual([]);
            return;
          }
          if (step.verdict?.result === "alarm") {
            expect(visible.some((course) => stateAt(course, at).state === "ALARM")).toBe(true);
            if (model.stamped) expect(fresh).not.toEqual([]);
            return;
          }
          if (step.verdict !== undefined) {
            expect(step.verdict.result).toBe("inconclusive");
            return;
          }
          if (model.stamped) expect(fresh).toEqual([]);
          ({ state } = step);
        }
        throw new Error("it never ended");
      }),
      { numRuns: runs(300, 10_000), seed: seed() },
    );
  });
});
