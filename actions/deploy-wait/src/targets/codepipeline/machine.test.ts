/** What snapshots of an execution mean, and that nothing but the pinned execution, or one that holds its revision, is a success. */
import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { latenessOf } from "../codebuild/model-fixture.ts";
import { answering } from "../aws-fixture.ts";
import { autoClock, doorsWith, play } from "../replay-fixture.ts";
import { parseExecution } from "./execution.ts";
import { nextOfPipeline } from "./machine.ts";
import { answersOf, truthsOf, worlds } from "./model-fixture.ts";
import { parseStages } from "./place.ts";
import type { PipelineSnapshot } from "./snapshot.ts";
import { createCodepipelineTarget } from "./target.ts";

const next = nextOfPipeline(
  { pipeline: "p", executionId: "e1", onSuperseded: "fail" },
  (id) => `https://c.example/${id}`,
);

function seen(execution: Record<string, unknown>, stageStates?: readonly unknown[]): PipelineSnapshot {
  const found = parseExecution({ pipelineExecution: { pipelineExecutionId: "e1", ...execution } });
  return {
    nowMs: 0,
    startedAfterMs: 0,
    reads: ["execution", ...(stageStates === undefined ? [] : (["state"] as const))],
    ...(found === undefined ? {} : { execution: found }),
    ...(stageStates === undefined ? {} : { stages: { list: parseStages({ stageStates }) } }),
  };
}

const nothing: PipelineSnapshot = { nowMs: 0, startedAfterMs: 0, reads: ["execution"] };

describe("next", () => {
  it.each([
    [{ status: "Succeeded" }, "success", ""],
    [{ status: "Stopping" }, "stopped", "Stopping"],
    [{ status: "Stopped", statusSummary: "by alice" }, "stopped", "Stopped: by alice"],
    [
      { status: "Cancelled" },
      "cancelled",
      "Cancelled: the pipeline's definition was changed before the execution had ended",
    ],
  ])("%j is %s", (execution, result, cause) => {
    expect(next(undefined, seen(execution), 0).verdict).toMatchObject({ result, cause });
  });

  it.each([
    ["Failed", ["actions", "executions"]],
    ["Superseded", ["executions"]],
  ])("%s is explained before it is told", (status, reads) => {
    const step = next(undefined, seen({ status }), 0);
    expect(step).toMatchObject({ pace: "now", reads });
    expect(step.verdict).toBeUndefined();
  });

  it("waits on a status that it does not know, with a warning", () => {
    const step = next(undefined, seen({ status: "Paused" }), 0);
    expect(step.verdict).toBeUndefined();
    expect(step.warnings?.join()).toContain("Paused");
  });

  it.each([
    ["another execution", seen({ pipelineExecutionId: "e2", status: "Succeeded" })],
    ["an execution without an id", seen({ pipelineExecutionId: "", status: "Succeeded" })],
    ["nothing", nothing],
  ])("an answer about %s says nothing", (_words, snapshot) => {
    expect(next(undefined, snapshot, 0)).toMatchObject({ pace: "starting", progress: "not visible yet" });
    expect(next(undefined, snapshot, 60_000).verdict).toMatchObject({ result: "not-found" });
    const { state } = next(undefined, seen({ status: "InProgress" }), 0);
    const lost = next(state, snapshot, 600_000);
    expect(lost.verdict).toBeUndefined();
    expect(lost.warnings).toHaveLength(1);
  });

  it("is not found at once when the id is none", () => {
    const verdict = next(undefined, { ...nothing, missing: "ValidationException: bad", isInvalid: true }, 0).verdict;
    expect(verdict).toMatchObject({ result: "not-found" });
    expect(verdict?.cause).toContain("ValidationException: bad");
  });

  it("looks often in the last stage, and warns of an approval with its page", () => {
    const stage = (stageName: string, status: string, actionStates: readonly unknown[] = []): unknown => ({
      stageName,
      latestExecution: { pipelineExecutionId: "e1", status },
      actionStates,
    });
    const last = next(
      undefined,
      seen({ status: "InProgress" }, [stage("A", "Succeeded"), stage("B", "InProgress")]),
      0,
    );
    expect(last).toMatchObject({
      pace: "near",
      stage: "B",
      progress: "InProgress, stage B InProgress",
      reads: ["execution"],
    });
    const approval = { actionName: "Ask", latestExecution: { status: "InProgress", token: "t" } };
    const asked = next(
      undefined,
      seen({ status: "InProgress" }, [stage("A", "Succeeded"), stage("B", "InProgress", [approval])]),
      0,
    );
    expect(asked).toMatchObject({ pace: "blocked" });
    expect(asked.warnings).toEqual(["Stage B, action Ask waits for a person's approval: https://c.example/e1"]);
  });

  it("asks for the execution at once when the stages alone show an end", () => {
    const stages = (status: string): PipelineSnapshot => ({
      ...nothing,
      reads: ["state"],
      stages: {
        list: parseStages({
          stageStates: [{ stageName: "A", latestExecution: { pipelineExecutionId: "e1", status } }],
        }),
      },
    });
    const { state } = next(undefined, seen({ status: "InProgress" }), 0);
    expect(next(state, stages("InProgress"), 0)).toMatchObject({ pace: "near" });
    for (const status of ["Failed", "Stopping", "Cancelled", "Succeeded"]) {
      expect(next(state, stages(status), 0)).toMatchObject({ pace: "now", reads: ["execution"] });
    }
  });

  it("warns when the pinned execution is a rollback itself", () => {
    const step = next(undefined, seen({ status: "Succeeded", executionType: "ROLLBACK" }), 0);
    expect(step.verdict?.result).toBe("success");
    expect(step.warnings?.join()).toContain("itself a rollback");
  });
});

describe("zero false successes", () => {
  it.each(["fail", "follow"] as const)("on-superseded %s", async (onSuperseded) => {
    await fc.assert(
      fc.asyncProperty(worlds(), async (world) => {
        const clock = autoClock();
        const { answers, wasShown } = answersOf(world);
        const { ask } = answering(answers, clock);
        const settings = { pipeline: "p", executionId: "e1", onSuperseded };
        const { verdict, endedS } = await play(createCodepipelineTarget(settings, doorsWith(clock, { ask })), clock);
        const truths = truthsOf(world, onSuperseded === "follow");
        const { result } = verdict;
        const told = truths.filter((each) => each.result === result);
        if (result === "success") {
          expect(told.some(({ at }) => at <= endedS)).toBe(true);
          return;
        }
        if (result === "not-found") {
          expect(wasShown()).toBe(false);
          return;
        }
        if (world.quietAt <= (world.runs[0]?.endsAt ?? 0) - 25) {
          expect(truths.map((each) => each.result)).toContain(result);
          expect(endedS).toBeLessThan(Math.max(...told.map(({ at }) => at)) + latenessOf(world));
          return;
        }
        // While answers are spoiled, what took its place may be told wrongly or not at all; but as no success, see above.
        if (world.runs.length > 1) return;
        // And why it failed may be told in part only.
        const isExplained = truths.some((each) => each.result === "rejected" || each.result === "rolled-back");
        expect([...truths.map((each) => each.result), ...(isExplained ? ["failed"] : [])]).toContain(result);
      }),
      { numRuns: runs(300, 10_000), seed: seed() },
    );
  });
});
