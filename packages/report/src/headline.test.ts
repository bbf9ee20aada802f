import { describe, expect, it } from "@jest/globals";
import type { Counts } from "@handrail/terraform";
import { describeCounts, describeDone, summarise } from "./headline.ts";
import type { PlanReport } from "./report.ts";

const none: Counts = {
  add: 0,
  change: 0,
  destroy: 0,
  replace: 0,
  import: 0,
  move: 0,
  forget: 0,
  read: 0,
  deferred: 0,
  other: 0,
  outputs: 0,
};

describe("summarise", () => {
  it.each<[PlanReport["result"], Partial<Counts> | undefined, boolean, string]>([
    [
      "changes",
      { add: 3, destroy: 2, replace: 1, outputs: 1 },
      true,
      "2 to destroy, 1 to replace, 3 to add, 1 output changes",
    ],
    ["changes", { outputs: 2 }, true, "2 outputs change"],
    ["changes", {}, true, "changes that are not resources or outputs"],
    ["no-changes", {}, false, "no changes"],
    ["denied", { destroy: 1 }, true, "denied: 1 to destroy"],
    ["denied", {}, false, "denied: no changes"],
    ["failed", undefined, false, "plan failed"],
    ["failed", {}, false, "plan failed"],
    ["failed", {}, true, "plan failed"],
    ["failed", { add: 1 }, true, "plan failed, as far as it came: 1 to add"],
  ])("%s with %j", (result, counts, hasChanges, expected) => {
    expect(summarise(result, counts === undefined ? undefined : { ...none, ...counts }, hasChanges)).toBe(expected);
  });
});

describe("describeCounts", () => {
  it("leaves out nothing that is counted", () => {
    for (const name of Object.keys(none)) expect(describeCounts({ ...none, [name]: 3 })).toMatch(/^3 /);
    expect(describeCounts(none)).toBe("");
  });
});

describe("describeDone", () => {
  it("says in the past what describeCounts plans", () => {
    const counts = { ...none, add: 3, destroy: 2, replace: 1, outputs: 1 };
    expect(describeDone(counts)).toBe("2 destroyed, 1 replaced, 3 added, 1 output changed");
    for (const name of Object.keys(none)) expect(describeDone({ ...none, [name]: 3 })).toMatch(/^3 /);
    expect(describeDone(none)).toBe("");
  });
});
