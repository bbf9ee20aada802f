import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import type { Step } from "../../wait/target.ts";
import { isGood } from "../../wait/verdict.ts";
import { endOf, statusBeforeDelete } from "./history.ts";
import { next } from "./machine.ts";
import { FLOOR, snapshotAt, timelines, truthOf } from "./model-fixture.ts";
import type { Timeline } from "./model-fixture.ts";
import { readMoments, readStack } from "./stack.ts";
import type { Read, State } from "./state.ts";

const gaps = { now: 0, near: 2500, starting: 3000, moving: 9300, blocked: 9300, far: 15_000 };

/** Looks as the loop would, until there is a verdict or `until` is reached. */
function drive(timeline: Timeline, until: number): { step: Step<State, Read> | undefined; at: number } {
  let step: Step<State, Read> | undefined;
  let at = 0;
  for (let count = 0; at < until; count += 1) {
    const isBlind = at >= timeline.blind.from && at < timeline.blind.to;
    if (!isBlind) {
      step = next(step?.state, snapshotAt(timeline, at, count, step?.reads.includes("history") ?? false), at);
      if (step.verdict !== undefined) return { step, at };
    }
    at += isBlind ? 9000 : Math.max(gaps[step?.pace ?? "starting"], 100);
  }
  return { step, at };
}

describe("the machine of cloudformation", () => {
  it("has no false success, tells nothing before it is so, and ends with what is so", () => {
    const property = fc.property(timelines, (timeline) => {
      const truth = truthOf(timeline);
      const { step, at } = drive(timeline, 4_000_000);
      const verdict = step?.verdict;
      expect(verdict).toBeDefined();
      if (verdict === undefined) return;
      if (isGood(verdict.result)) expect(truth.results).toContain(verdict.result);
      expect(at).toBeGreaterThanOrEqual(truth.knowableAt);
      const unsure =
        timeline.isHistoryDenied || timeline.isBare
          ? ["superseded", "inconclusive", "failed", "not-found", "rolled-back"]
          : [];
      if (truth.isPinned) expect([...truth.results, ...unsure]).toContain(verdict.result);
    });
    fc.assert(property, { numRuns: runs(300, 10_000), seed: seed() });
  });

  it("never ends well on answers that tell nothing", () => {
    const answers = fc.array(fc.oneof(fc.anything(), fc.record({ Stacks: fc.array(fc.anything()) })), {
      maxLength: 30,
    });
    const property = fc.property(answers, (list) => {
      let step: Step<State, Read> | undefined;
      for (const [index, answer] of list.entries()) {
        step = next(step?.state, { stack: readStack(answer), floor: 0 }, index * 9000);
        expect(isGood(step.verdict?.result ?? "failed")).toBe(false);
        if (step.verdict !== undefined) return;
      }
    });
    fc.assert(property, { numRuns: runs(300, 10_000), seed: seed() });
  });
});

describe("answers that are older than the operation", () => {
  const look = (status: string, seconds: number) => ({
    stack: { id: "id", status, reason: "", isSettling: false, createdAt: 0, begunAt: FLOOR + seconds * 1000 },
    floor: FLOOR,
  });

  it("are no end of it, however often they come", () => {
    let step = next(undefined, look("UPDATE_IN_PROGRESS", 60), 0);
    for (let at = 9000; at < 90_000; at += 9000) {
      step = next(step.state, look("UPDATE_COMPLETE", 10), at);
      expect(step.verdict).toBeUndefined();
    }
    expect(next(step.state, look("UPDATE_ROLLBACK_IN_PROGRESS", 60), 99_000).verdict?.result).toBe("rolled-back");
  });

  it("have to stand for a while when the operation began before ours could", () => {
    const before = next(undefined, look("UPDATE_IN_PROGRESS", -500), 0);
    const end = next(before.state, look("UPDATE_COMPLETE", -500), 9000);
    expect(end.verdict).toBeUndefined();
    expect(next(end.state, look("UPDATE_COMPLETE", -500), 30_000).verdict?.result).toBe("success");
    expect(next(end.state, look("UPDATE_IN_PROGRESS", 70), 11_500).verdict).toBeUndefined();
  });
});

describe("endOf", () => {
  const moments = (...statuses: string[]) => statuses.map((status, index) => ({ at: index * 10_000, status }));
  it.each([
    ["success", ["UPDATE_IN_PROGRESS", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_COMPLETE"], "UPDATE_COMPLETE"],
    ["the first of a rollback", ["UPDATE_IN_PROGRESS", "UPDATE_ROLLBACK_IN_PROGRESS"], "UPDATE_ROLLBACK_IN_PROGRESS"],
    ["nothing, while it lasts", ["UPDATE_IN_PROGRESS"], "open"],
    ["nothing, when another one began", ["UPDATE_IN_PROGRESS", "DELETE_IN_PROGRESS"], undefined],
    ["nothing without its beginning", ["UPDATE_COMPLETE"], undefined],
  ])("finds %s", (_, statuses, end) => {
    expect(endOf({ kind: "UPDATE", begunAt: 500 }, moments(...statuses))).toBe(end);
  });

  it("knows what was before a deletion", () => {
    expect(statusBeforeDelete(moments("CREATE_COMPLETE", "DELETE_IN_PROGRESS"))).toBe("CREATE_COMPLETE");
    expect(statusBeforeDelete(moments("DELETE_IN_PROGRESS"))).toBeUndefined();
  });

  it("reads the stack's own events alone, oldest first", () => {
    const event = (ResourceStatus: string, Timestamp: string, PhysicalResourceId = "id") => ({
      StackId: "id",
      PhysicalResourceId,
      ResourceType: "AWS::CloudFormation::Stack",
      ResourceStatus,
      Timestamp,
    });
    const StackEvents = [
      event("UPDATE_COMPLETE", "2026-11-22T12:01:00Z"),
      event("UPDATE_COMPLETE", "2026-11-22T12:00:30Z", "nested"),
      event("UPDATE_IN_PROGRESS", "2026-11-22T12:00:00Z"),
    ];
    expect(readMoments({ StackEvents }).map(({ status }) => status)).toEqual(["UPDATE_IN_PROGRESS", "UPDATE_COMPLETE"]);
  });
});
