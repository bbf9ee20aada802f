/** Nothing but SUCCESS of the pinned build, when it is over, is a success. */
import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { drive, handClock } from "../hand-clock-fixture.ts";
import { doorsWith } from "../replay-fixture.ts";
import { pathOfJob, pinOf, rootOf } from "./address.ts";
import { nextOfJenkins } from "./machine.ts";
import { lives, open } from "./model-fixture.ts";
import type { JenkinsSubject } from "./state.ts";
import { createJenkinsTarget } from "./target.ts";

const right = {
  SUCCESS: "success",
  UNSTABLE: "unstable",
  FAILURE: "failed",
  ABORTED: "stopped",
  NOT_BUILT: "failed",
  PONDERED: undefined,
};

describe("next", () => {
  it("zero false successes, and every end that shows itself is told", async () => {
    await fc.assert(
      fc.asyncProperty(lives, async (life) => {
        const clock = handClock();
        const exchange = open(life, () => clock.monotonic() / 1000, clock.now());
        const target = createJenkinsTarget(
          {
            url: "http://j",
            job: "deploy",
            queueItem: life.pin === "queue" ? 494 : undefined,
            buildNumber: life.pin === "number" ? 233 : undefined,
            user: "",
            token: "",
            allowUnstable: false,
          },
          doorsWith(clock, { http: exchange }),
        );
        const end = await drive(target, clock, 1_200_000);
        if (end === undefined) {
          expect(life).toMatchObject({ isCancelled: false, result: "PONDERED" });
          return;
        }
        const { result } = end.verdict;
        // Answers without a word about it for a minute: that is no success, at least.
        if (result === "not-found") expect(end.atMs / 1000).toBeLessThanOrEqual(life.quietAt + 10);
        else if (life.isCancelled) expect(result).toBe("cancelled");
        else {
          expect(result).toBe(right[life.result]);
          expect(end.atMs / 1000).toBeGreaterThanOrEqual(life.endsAt);
          expect(end.atMs / 1000).toBeLessThanOrEqual(Math.max(life.endsAt, life.quietAt) + 25);
        }
      }),
      { numRuns: runs(300, 10_000), seed: seed() },
    );
  });

  const subject: JenkinsSubject = {
    root: "http://j",
    job: "deploy",
    jobPath: "/job/deploy",
    allowUnstable: false,
    startedAt: 1_000_000,
  };
  const build = { number: 7, isBuilding: false, result: "SUCCESS", causes: [] };

  it.each([
    ["SUCCESS", [], "success"],
    ["UNSTABLE", [], "unstable"],
    ["FAILURE", [], "failed"],
    ["ABORTED", ["Started by user alice", "Aborted by bob"], "stopped"],
    ["NOT_BUILT", [], "failed"],
    ["NOT_BUILT", ["Superseded by deploy #8"], "superseded"],
    ["PONDERED", [], undefined],
    ["", [], undefined],
  ])("%s %j is %s", (result, causes, expected) => {
    const next = nextOfJenkins({ ...subject, buildNumber: 7 });
    const step = next(undefined, { of: "build", isMissing: false, build: { ...build, result, causes } }, 0);
    expect(step.verdict?.result).toBe(expected);
    if (expected !== undefined && expected !== "success") expect(step.verdict?.cause).toContain(result);
    for (const cause of causes.slice(-1)) expect(step.verdict?.cause).toContain(cause);
    expect(step.warnings?.join() ?? "").toBe(
      result === "PONDERED" ? "Jenkins tells the unknown result PONDERED of build #7; waiting goes on" : "",
    );
  });

  it("a build of another queue item is not ours", () => {
    const next = nextOfJenkins({ ...subject, buildNumber: 7, queueItem: 494 });
    const step = next(undefined, { of: "build", isMissing: false, build: { ...build, queueId: 12 } }, 0);
    expect(step.verdict).toMatchObject({ result: "not-found", cause: expect.stringContaining("queue item 12") });
  });

  it.each([
    ["long before the estimate", 1000, "moving"],
    ["shortly before the estimate", 52_000, "near"],
    ["shortly after it", 80_000, "near"],
    ["long after it", 100_000, "moving"],
  ])("%s the pace is right", (_, runningMs, pace) => {
    const next = nextOfJenkins({ ...subject, buildNumber: 7 });
    const running = { ...build, isBuilding: true, result: "", runningMs, estimatedMs: 60_000 };
    expect(next(undefined, { of: "build", isMissing: false, build: running }, 0).pace).toBe(pace);
  });

  it("without a pin the newest build since the start is ours, else the queue's, else there is none", () => {
    const next = nextOfJenkins(subject);
    const seen = { of: "newest" as const, isMissing: false, skewMs: 500_000 };
    const [old, first, second] = [1_430_000, 1_450_000, 1_600_000].map((beganAt, at) => ({
      ...build,
      number: at,
      beganAt,
    }));
    expect(
      next(undefined, { ...seen, builds: [second, first, old].filter((each) => each !== undefined) }, 0),
    ).toMatchObject({
      state: { pin: { path: "/job/deploy", number: 2 } },
      reads: ["build"],
      warnings: [expect.stringContaining("2 builds")],
    });
    const none = { ...seen, builds: old === undefined ? [] : [old] };
    expect(next(undefined, { ...none, queued: 9 }, 0)).toMatchObject({ state: { queueItem: 9 }, reads: ["queue"] });
    expect(next(undefined, none, 59_000).verdict).toBeUndefined();
    expect(next(undefined, none, 60_000).verdict?.result).toBe("noop");
    expect(next(undefined, seen, 60_000).verdict?.result).toBe("not-found");
  });
});

describe("addresses", () => {
  it.each([
    ["https://j.test/ci/", "https://j.test/ci"],
    ["https://j.test", "https://j.test"],
    ["https://j.test/?a=b#c", "https://j.test"],
  ])("%s", (url, root) => {
    expect(rootOf(url)).toBe(root);
  });

  it("a job in folders, and a branch with a slash", () => {
    expect(pathOfJob("a/b c")).toBe("/job/a/job/b%20c");
    expect(pathOfJob("/a/feature%2Fx/")).toBe("/job/a/job/feature%252Fx");
  });

  it.each([
    ["our job elsewhere", "http://inner:8080/job/app/7/", "/job/app", false],
    ["a branch of ours elsewhere", "http://inner/ci/job/app/job/main/7/", "/job/app/job/main", false],
    ["another job here", "https://j.test/ci/job/other/7/", "/job/other", true],
    ["another job elsewhere", "https://evil.test/ci/job/other/7/", "/job/app", false],
    ["another number", "https://j.test/ci/job/app/job/main/8/", "/job/app", false],
    ["beside Jenkins", "https://j.test/other/job/x/7/", "/job/app", false],
    ["no URL", "", "/job/app", false],
    ["no path", "https://j.test/", "/job/app", false],
    ["a bad escape", "https://j.test/ci/job/%E0%A4%A/7/", "/job/%E0%A4%A", true],
  ])("an executable's URL: %s", (_, url, path, isElsewhere) => {
    expect(pinOf("https://j.test/ci", "/job/app", { number: 7, url })).toEqual({ path, number: 7, isElsewhere });
  });
});
