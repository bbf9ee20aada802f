/** What snapshots of a build mean, and that nothing but SUCCEEDED of the pinned build is a success. */
import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { findBuild } from "./build.ts";
import { nextOfBuild } from "./machine.ts";
import type { BuildSnapshot } from "./machine.ts";
import { latenessOf, lives, tell, truthAt } from "./model-fixture.ts";
import { answering } from "../aws-fixture.ts";
import { autoClock, doorsWith, play } from "../replay-fixture.ts";
import { createCodebuildTarget } from "./target.ts";

const id = "proj:1";
const next = nextOfBuild(id);

function seen(build: Record<string, unknown>): BuildSnapshot {
  const found = findBuild({ builds: [{ id, ...build }] }, id);
  return found === undefined ? {} : { build: found };
}

describe("next", () => {
  it.each([
    ["SUCCEEDED", "success", ""],
    ["FAILED", "failed", "FAILED"],
    ["FAULT", "failed", "FAULT"],
    ["TIMED_OUT", "failed", "TIMED_OUT"],
    ["STOPPED", "stopped", "STOPPED"],
  ])("%s is %s", (buildStatus, result, cause) => {
    expect(next(undefined, seen({ buildStatus }), 0).verdict).toMatchObject({ result, cause });
  });

  it.each([
    ["QUEUED", "moving"],
    ["BUILD", "moving"],
    ["POST_BUILD", "near"],
    ["UPLOAD_ARTIFACTS", "near"],
    ["FINALIZING", "near"],
  ])("in %s the pace is %s", (currentPhase, pace) => {
    const step = next(undefined, seen({ buildStatus: "IN_PROGRESS", currentPhase }), 0);
    expect(step).toMatchObject({ pace, stage: currentPhase, progress: `IN_PROGRESS, ${currentPhase}` });
    expect(step.verdict).toBeUndefined();
  });

  it("waits on a status that it does not know, with a warning", () => {
    const step = next(undefined, seen({ buildStatus: "PAUSED" }), 0);
    expect(step.verdict).toBeUndefined();
    expect(step.warnings?.join()).toContain("PAUSED");
  });

  it("waits a minute for a build that is not visible, then it is not found", () => {
    expect(next(undefined, { missing: "buildsNotFound" }, 59_000)).toMatchObject({ pace: "starting" });
    expect(next({}, { missing: "buildsNotFound" }, 60_000).verdict).toMatchObject({ result: "not-found" });
    expect(next(undefined, { missing: "InvalidInputException: no id", isInvalid: true }, 0).verdict).toMatchObject({
      result: "not-found",
    });
  });

  it("does not lose a build that was seen", () => {
    const { state } = next(undefined, seen({ buildStatus: "IN_PROGRESS" }), 0);
    const step = next(state, { missing: "buildsNotFound" }, 600_000);
    expect(step.verdict).toBeUndefined();
    expect(step.warnings).toHaveLength(1);
  });

  it("names the first phase that failed, in the service's words", () => {
    const phases = [
      { phaseType: "INSTALL", phaseStatus: "SUCCEEDED", contexts: [{ statusCode: "", message: "" }] },
      {
        phaseType: "BUILD",
        phaseStatus: "FAILED",
        contexts: [{ statusCode: "COMMAND_EXECUTION_ERROR", message: "make:\n2" }],
      },
      { phaseType: "POST_BUILD", phaseStatus: "FAILED", contexts: [{ message: "later" }] },
    ];
    expect(next(undefined, seen({ buildStatus: "FAILED", phases }), 0).verdict?.cause).toBe(
      "FAILED in phase BUILD: COMMAND_EXECUTION_ERROR: make: 2",
    );
  });
});

const ends = { SUCCEEDED: "success", FAILED: "failed", FAULT: "failed", TIMED_OUT: "failed", STOPPED: "stopped" };

describe("zero false successes", () => {
  it("a verdict is the truth of the pinned build, and every end that shows itself is told", async () => {
    await fc.assert(
      fc.asyncProperty(lives(["QUEUED", "BUILD", "POST_BUILD", "FINALIZING"], Object.keys(ends)), async (life) => {
        const world = tell(life, {
          of: (state) => {
            const status =
              state in ends || state === "SOMETHING_NEW"
                ? { buildStatus: state }
                : { buildStatus: "IN_PROGRESS", currentPhase: state };
            return {
              builds: [
                { id: "proj:0", buildStatus: "SUCCEEDED" },
                { id, ...status },
              ],
            };
          },
          missing: () => ({ builds: [], buildsNotFound: [id] }),
          others: () => ({ builds: [{ id: "proj:2", buildStatus: "SUCCEEDED" }] }),
        });
        const clock = autoClock();
        const { ask } = answering({ BatchGetBuilds: (_input, at) => world.answer(at) }, clock);
        const { verdict, endedS } = await play(
          createCodebuildTarget({ buildId: id }, doorsWith(clock, { ask })),
          clock,
        );
        const truth = truthAt(life, endedS);
        const right: Record<string, string> = ends;
        if (verdict.result === "not-found") expect(world.wasShown()).toBe(false);
        else if (life.end === undefined) expect(verdict.result).toBe("timeout");
        else {
          expect(verdict.result).toBe(right[truth ?? ""]);
          expect(endedS).toBeLessThan(Math.max(life.end.at, life.quietAt) + latenessOf(life));
        }
      }),
      { numRuns: runs(300, 10_000), seed: seed() },
    );
  });
});
