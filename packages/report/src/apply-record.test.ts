import { describe, expect, it } from "@jest/globals";
import type { Counts } from "@handrail/terraform";
import { summariseApply } from "./apply-record.ts";
import type { ApplyRecord } from "./apply-record.ts";

const none = { change: 0, destroy: 0, replace: 0, import: 0, move: 0, forget: 0, read: 0, deferred: 0, other: 0 };
const one: Counts = { ...none, add: 1, outputs: 0 };
const nothing: Counts = { ...none, add: 0, outputs: 0 };

function failed(reason: string): ApplyRecord["failure"] & object {
  return { reason, what: "It broke", remedy: "Mend it." };
}

describe("summariseApply", () => {
  it.each<[string, Partial<ApplyRecord>, Counts | undefined]>([
    ["applied: 1 added", { result: "applied" }, one],
    ["applied: changes that are not resources or outputs", { result: "applied" }, nothing],
    ["no changes, nothing to apply", { result: "no-changes" }, nothing],
    ["no changes, nothing to apply", { result: "no-changes", isDryRun: true }, nothing],
    ["dry run, nothing was applied: 1 to add", { result: "no-changes", isDryRun: true }, one],
    ["dry run, nothing was applied: 1 to add", { result: "applied", isDryRun: true }, one],
    ["refused (plan-changed), nothing was applied", { result: "refused", failure: failed("plan-changed") }, one],
    [
      "refused (plan-changed), nothing was applied",
      { result: "refused", failure: failed("plan-changed"), isDryRun: true },
      one,
    ],
    [
      "apply failed (state-locked), nothing was applied",
      { result: "failed", failure: failed("state-locked") },
      undefined,
    ],
    [
      "apply failed (apply-failed): 0 done, 1 failed, 2 not started",
      { result: "failed", failure: failed("apply-failed"), failed: ["a"], notStarted: ["b", "c"] },
      one,
    ],
    [
      "partly applied (terraform-crashed): 1 done, 1 unknown",
      { result: "partial", failure: failed("terraform-crashed"), applied: ["a"], uncertain: ["b"] },
      one,
    ],
  ])("%s", (expected, facts, counts) => {
    const record = {
      result: "failed" as const,
      applied: [],
      failed: [],
      notStarted: [],
      uncertain: [],
      isDryRun: false,
    };
    expect(summariseApply({ ...record, ...facts }, counts)).toBe(expected);
  });
});
