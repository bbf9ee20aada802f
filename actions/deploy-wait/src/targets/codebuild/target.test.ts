/** The target as a whole: the cases of deploy-scenarios.json, why a build failed, and how it is stopped. */
import { describe, expect, it } from "@jest/globals";
import { answering, fault, playScenario } from "../aws-fixture.ts";
import type { Answerer } from "../aws-fixture.ts";
import { autoClock, callBudget, doorsWith, play, scenarios } from "../replay-fixture.ts";
import { createCodebuildTarget } from "./target.ts";

const buildId = "proj:1";

function open(answers: Readonly<Record<string, Answerer>>) {
  const clock = autoClock();
  const { ask, calls } = answering(answers, clock);
  return { target: createCodebuildTarget({ buildId }, doorsWith(clock, { ask })), clock, calls };
}

describe("the visible cases", () => {
  it.each(scenarios("cb-").map((each) => [each.id, each] as const))("%s", async (_id, scenario) => {
    const { expected } = scenario;
    const settings = { buildId: scenario.with["build-id"] ?? "" };
    const told = await playScenario(scenario, (doors) => createCodebuildTarget(settings, doors));
    expect(told.verdict.result).toBe(expected.result);
    expect(told.endedS).toBeGreaterThanOrEqual(expected.truthAt);
    expect(told.endedS).toBeLessThanOrEqual(expected.truthAt + expected.maxDetectionLatencyS);
    for (const text of expected.mustMention ?? []) expect(told.said).toContain(text);
    expect(told.calls.length).toBeLessThanOrEqual(callBudget(expected.truthAt));
  });
});

const failed = {
  builds: [
    {
      id: buildId,
      buildStatus: "FAILED",
      phases: [{ phaseType: "BUILD", phaseStatus: "FAILED", contexts: [{ statusCode: "E", message: "make failed" }] }],
      logs: { groupName: "/aws/codebuild/proj", streamName: "1", deepLink: "https://console.example/log" },
    },
  ],
};

describe("diagnose", () => {
  it("adds the end of the log and its link", async () => {
    const events = Array.from({ length: 40 }, (_each, at) => ({ message: `line ${at}\n` }));
    const { target, clock, calls } = open({ BatchGetBuilds: () => failed, GetLogEvents: () => ({ events }) });
    const { diagnosis } = await play(target, clock);
    expect(diagnosis.causes).toEqual(["phase BUILD: E: make failed"]);
    expect(diagnosis.logLines?.at(-1)).toBe("line 39");
    expect(diagnosis.logLines).toHaveLength(30);
    expect(diagnosis.links?.map(({ url }) => url)).toEqual([
      "https://console.example/log",
      "https://eu-west-1.console.aws.amazon.com/codesuite/codebuild/projects/proj/build/proj%3A1/?region=eu-west-1",
    ]);
    expect(calls.find(({ operation }) => operation === "GetLogEvents")?.input).toMatchObject({
      logGroupName: "/aws/codebuild/proj",
      logStreamName: "1",
    });
  });

  it("names the permission that the log needs", async () => {
    const { target, clock } = open({
      BatchGetBuilds: () => failed,
      GetLogEvents: () => {
        throw fault("denied", "AccessDeniedException", "logs:GetLogEvents");
      },
    });
    const { diagnosis, verdict } = await play(target, clock);
    expect(verdict.result).toBe("failed");
    expect(diagnosis).toMatchObject({ logLines: [], missingPermissions: ["logs:GetLogEvents"] });
  });

  it("ends when the service refuses the id", async () => {
    const { target, clock } = open({
      BatchGetBuilds: () => {
        throw fault("refused", "InvalidInputException", "codebuild:BatchGetBuilds", "Invalid build ID");
      },
    });
    const { verdict, endedS } = await play(target, clock);
    expect(verdict).toMatchObject({ result: "not-found" });
    expect(verdict.cause).toContain("Invalid build ID");
    expect(endedS).toBe(0);
  });
});

describe("stop", () => {
  it("sends StopBuild, also before anything was seen", async () => {
    const { target, calls } = open({});
    expect(await target.stop(buildId, "stop")).toEqual({ isAccepted: true, told: "StopBuild was accepted" });
    expect(calls).toMatchObject([{ operation: "StopBuild", input: { id: buildId } }]);
    const { told } = await target.stop(buildId, "rollback");
    expect(told).toBe("StopBuild was accepted; a build cannot be rolled back");
  });

  it("tells why it was not accepted, and asks again when our clock was wrong", async () => {
    let count = 0;
    const { target } = open({
      StopBuild: () => {
        count += 1;
        throw count === 1 ? fault("skewed", "RequestTimeTooSkewed") : fault("denied", "AccessDeniedException");
      },
    });
    expect(await target.stop(buildId, "stop")).toEqual({
      isAccepted: false,
      told: "StopBuild was not accepted (AccessDeniedException)",
    });
    expect(count).toBe(2);
  });
});
