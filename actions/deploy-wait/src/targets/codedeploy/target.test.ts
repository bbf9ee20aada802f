/** The target as a whole: the cases of deploy-scenarios.json, why a deployment failed, and how it is stopped. */
import { describe, expect, it } from "@jest/globals";
import { answering, fault, playScenario } from "../aws-fixture.ts";
import type { Answerer } from "../aws-fixture.ts";
import { autoClock, callBudget, doorsWith, play, scenarios } from "../replay-fixture.ts";
import type { Target } from "../../wait/target.ts";
import type { Until } from "./machine.ts";
import { createCodedeployTarget } from "./target.ts";

const deploymentId = "d-1";

function untilOf(text: string | undefined): Until {
  return text === "ready" || text === "traffic-shifted" ? text : "succeeded";
}

type Opened = { target: Target; clock: Parameters<typeof play>[1]; calls: ReturnType<typeof answering>["calls"] };

function open(answers: Readonly<Record<string, Answerer>>, until: Until = "succeeded"): Opened {
  const clock = autoClock();
  const { ask, calls } = answering(answers, clock);
  return { target: createCodedeployTarget({ deploymentId, until }, doorsWith(clock, { ask })), clock, calls };
}

const info = (more: Record<string, unknown>): unknown => ({ deploymentInfo: { deploymentId, ...more } });

describe("the visible cases", () => {
  it.each(scenarios("cd-").map((each) => [each.id, each] as const))("%s", async (_id, scenario) => {
    const { expected } = scenario;
    const settings = { deploymentId: scenario.with["deployment-id"] ?? "", until: untilOf(scenario.with["until"]) };
    const told = await playScenario(scenario, (doors) => createCodedeployTarget(settings, doors));
    expect(told.verdict.result).toBe(expected.result);
    expect(told.endedS).toBeGreaterThanOrEqual(expected.truthAt);
    expect(told.endedS).toBeLessThanOrEqual(expected.truthAt + expected.maxDetectionLatencyS);
    for (const text of expected.mustMention ?? []) expect(told.said).toContain(text);
    expect(told.calls.length).toBeLessThanOrEqual(callBudget(expected.truthAt));
  });
});

describe("read", () => {
  it("sees the traffic shifted by the weights of the task sets", async () => {
    const set = (weight: number): unknown => ({ taskSetLabel: "Green", trafficWeight: weight });
    const { target, clock, calls } = open(
      {
        GetDeployment: () => info({ status: "InProgress" }),
        ListDeploymentTargets: (_input, now) => {
          if (now < 5) throw fault("refused", "DeploymentNotStartedException");
          return { targetIds: ["c:s"] };
        },
        BatchGetDeploymentTargets: (_input, now) => ({
          deploymentTargets: [
            {
              deploymentTargetType: "ECSTarget",
              ecsTarget: { targetId: "c:s", taskSetsInfo: [set(now < 60 ? 10 : 100)] },
            },
          ],
        }),
      },
      "traffic-shifted",
    );
    const { verdict, endedS } = await play(target, clock);
    expect(verdict.result).toBe("success");
    expect(endedS).toBeGreaterThanOrEqual(60);
    expect(endedS).toBeLessThanOrEqual(70);
    expect(calls.filter(({ operation }) => operation === "ListDeploymentTargets").length).toBeLessThan(4);
  });

  it("ends at once when the id is none, after a minute when there is no such deployment", async () => {
    const refuse = (code: string) => () => {
      throw fault("refused", code, "codedeploy:GetDeployment", "no such");
    };
    const invalid = open({ GetDeployment: refuse("InvalidDeploymentIdException") });
    expect(await play(invalid.target, invalid.clock)).toMatchObject({ endedS: 0, verdict: { result: "not-found" } });
    const missing = open({ GetDeployment: refuse("DeploymentDoesNotExistException") });
    const told = await play(missing.target, missing.clock);
    expect(told.verdict.cause).toContain("DeploymentDoesNotExistException: no such");
    expect(told.endedS).toBeGreaterThanOrEqual(60);
    expect(told.endedS).toBeLessThan(65);
  });
});

const failedEvent = {
  lifecycleEventName: "AfterInstall",
  status: "Failed",
  diagnostics: { errorCode: "ScriptFailed", scriptName: "bin/start", message: "exit 1", logTail: "one\r\ntwo\n" },
};

describe("diagnose", () => {
  it("tells which script failed where, and what it printed", async () => {
    const instance = (targetId: string): unknown => ({ instanceTarget: { targetId, lifecycleEvents: [failedEvent] } });
    const { target, clock, calls } = open({
      GetDeployment: () => info({ status: "Failed", computePlatform: "Server" }),
      ListDeploymentTargets: () => ({ targetIds: ["i-1", "i-2"] }),
      BatchGetDeploymentTargets: () => ({ deploymentTargets: [instance("i-1"), instance("i-2"), {}] }),
    });
    const { diagnosis } = await play(target, clock);
    expect(diagnosis.causes).toEqual(["2 targets: AfterInstall failed: ScriptFailed (bin/start): exit 1"]);
    expect(diagnosis.logLines).toEqual(["one", "two"]);
    expect(calls.find(({ operation }) => operation === "ListDeploymentTargets")?.input).toEqual({
      deploymentId,
      targetFilters: { TargetStatus: ["Failed"] },
    });
    expect(diagnosis.links).toEqual([
      {
        title: "deployment d-1",
        url: "https://eu-west-1.console.aws.amazon.com/codesuite/codedeploy/deployments/d-1?region=eu-west-1",
      },
    ]);
  });

  it("adds a rollback that began after the verdict, and names what may not be asked", async () => {
    let looks = 0;
    const { target, clock } = open({
      GetDeployment: () => {
        looks += 1;
        return info({ status: "Failed", ...(looks > 1 ? { rollbackInfo: { rollbackDeploymentId: "d-2" } } : {}) });
      },
      ListDeploymentTargets: () => {
        throw fault("denied", "AccessDeniedException", "codedeploy:ListDeploymentTargets");
      },
    });
    const { verdict, diagnosis } = await play(target, clock);
    expect(verdict.result).toBe("failed");
    expect(diagnosis.causes).toEqual(["it is rolled back by deployment d-2"]);
    expect(diagnosis.missingPermissions).toEqual(["codedeploy:ListDeploymentTargets"]);
  });
});

describe("stop", () => {
  it.each([
    ["stop", false, "StopDeployment was accepted (Pending: soon)"],
    ["rollback", true, "StopDeployment with autoRollbackEnabled was accepted (Pending: soon)"],
  ] as const)("%s", async (how, autoRollbackEnabled, words) => {
    const { target, calls } = open({ StopDeployment: () => ({ status: "Pending", statusMessage: "soon" }) });
    expect(await target.stop(deploymentId, how)).toEqual({ isAccepted: true, told: words });
    expect(calls).toMatchObject([{ operation: "StopDeployment", input: { deploymentId, autoRollbackEnabled } }]);
  });
});
