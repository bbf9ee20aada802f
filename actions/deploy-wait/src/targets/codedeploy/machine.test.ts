/** What snapshots of a deployment mean, and that nothing but the pinned deployment's own state is a success. */
import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { latenessOf, lives, tell, truthAt } from "../codebuild/model-fixture.ts";
import type { Life } from "../codebuild/model-fixture.ts";
import { answering } from "../aws-fixture.ts";
import { autoClock, doorsWith, play } from "../replay-fixture.ts";
import { parseDeployment } from "./deployment.ts";
import { parseTargets } from "./deployment-target.ts";
import { nextOfDeployment } from "./machine.ts";
import type { DeploymentSnapshot, Until } from "./machine.ts";
import { createCodedeployTarget } from "./target.ts";

const id = "d-1";
const nowMs = Date.parse("2026-11-22T12:00:00Z");

function seen(info: Record<string, unknown>, targets?: unknown[]): DeploymentSnapshot {
  const deployment = parseDeployment({ deploymentInfo: { deploymentId: id, ...info } }, id);
  return {
    nowMs,
    ...(deployment === undefined ? {} : { deployment }),
    ...(targets === undefined ? {} : { targets: parseTargets({ deploymentTargets: targets }, id) }),
  };
}

const error = { errorInformation: { code: "HOOK_EXECUTION_FAILURE", message: "The hook failed" } };
const rollback = { rollbackInfo: { rollbackDeploymentId: "d-2", rollbackMessage: "is being rolled back" } };

describe("next", () => {
  const next = nextOfDeployment(id, "succeeded");

  it.each(["Created", "Queued", "InProgress", "Baking"])("%s moves", (status) => {
    const step = next(undefined, seen({ status }), 0);
    expect(step).toMatchObject({ pace: "moving", progress: status, stage: status, reads: ["deployment"] });
    expect(step.verdict).toBeUndefined();
    expect(step.warnings).toEqual([]);
  });

  it.each([
    [{ status: "Succeeded" }, "success", ""],
    [{ status: "Failed", ...error }, "failed", "HOOK_EXECUTION_FAILURE: The hook failed"],
    [{ status: "Failed" }, "failed", "Failed"],
    [{ status: "Stopped", errorInformation: { code: "MANUAL_STOP" } }, "stopped", "MANUAL_STOP"],
  ])("%j is %s", (info, result, cause) => {
    expect(next(undefined, seen(info), 0).verdict).toMatchObject({ result, cause });
  });

  it.each(["Failed", "Stopped", "InProgress", "Succeeded"])("a rollback that began is the verdict in %s", (status) => {
    const first = next(undefined, seen({ status, ...error, ...rollback }), 0);
    expect(first).toMatchObject({ pace: "now", reads: ["rollback"] });
    expect(first.verdict).toBeUndefined();
    const { verdict } = next(first.state, { nowMs }, 100);
    expect(verdict).toMatchObject({
      result: "rolled-back",
      cause: "HOOK_EXECUTION_FAILURE: The hook failed; it is rolled back by deployment d-2 (is being rolled back)",
    });
  });

  it("a rollback that is known to have failed is another one", () => {
    const first = next(undefined, seen({ status: "Failed", ...error, ...rollback }), 0);
    const info = {
      deploymentInfo: { deploymentId: "d-2", status: "Failed", errorInformation: { code: "NO_INSTANCES" } },
    };
    const own = parseDeployment(info, "d-2");
    const { verdict } = next(first.state, { nowMs, ...(own === undefined ? {} : { rollback: own }) }, 100);
    expect(verdict?.result).toBe("rollback-failed");
    expect(verdict?.cause).toContain("NO_INSTANCES");
  });

  it("gives the id of a configured rollback three looks to show itself", () => {
    const autoRollbackConfiguration = { enabled: true, events: ["DEPLOYMENT_FAILURE"] };
    const late = seen({ status: "Failed", ...error, autoRollbackConfiguration });
    const one = next(undefined, late, 0);
    const two = next(one.state, late, 100);
    const three = next(two.state, late, 200);
    expect([one.pace, two.pace, three.pace]).toEqual(["now", "now", "near"]);
    expect([one, two, three].map(({ verdict }) => verdict)).toEqual([undefined, undefined, undefined]);
    expect(next(three.state, late, 2700).verdict?.result).toBe("failed");
    expect(next(three.state, seen({ status: "Failed", ...rollback }), 2700).reads).toEqual(["rollback"]);
  });

  it("waits on a status that it does not know, with a warning", () => {
    const step = nextOfDeployment(id, "traffic-shifted")(
      undefined,
      seen({ status: "Paused", instanceTerminationWaitTimeStarted: true }),
      0,
    );
    expect(step.verdict).toBeUndefined();
    expect(step.warnings?.join()).toContain("Paused");
  });

  it("tells in Ready who has to do what until when", () => {
    const deploymentReadyOption = { actionOnTimeout: "STOP_DEPLOYMENT", waitTimeInMinutes: 30 };
    const info = { status: "Ready", blueGreenDeploymentConfiguration: { deploymentReadyOption } };
    const step = next(undefined, seen(info), 0);
    expect(step.pace).toBe("blocked");
    expect(step.progress).toBe(
      "Ready (READY_WAIT): waits for the traffic to be rerouted until about 2026-11-22T12:30:00.000Z, then it is stopped",
    );
    expect(step.warnings?.join()).toContain("aws deploy continue-deployment --deployment-id d-1");
    const later = next(step.state, { ...seen(info), nowMs: nowMs + 60_000 }, 60_000);
    expect(later.warnings).toEqual(step.warnings);
  });

  it("looks often when all targets have succeeded, not while the old ones are kept", () => {
    const deploymentOverview = { Succeeded: 2, InProgress: 0 };
    expect(next(undefined, seen({ status: "InProgress", deploymentOverview }), 0)).toMatchObject({
      pace: "near",
      progress: "InProgress, 2/2 succeeded",
    });
    const kept = seen({
      status: "InProgress",
      deploymentOverview,
      instanceTerminationWaitTimeStarted: true,
      blueGreenDeploymentConfiguration: {
        terminateBlueInstancesOnDeploymentSuccess: { terminationWaitTimeInMinutes: 60 },
      },
    });
    expect(next(undefined, kept, 0)).toMatchObject({ pace: "moving", stage: "waiting to end the old ones" });
  });

  it("warns when the pinned deployment is a rollback itself", () => {
    const step = next(
      undefined,
      seen({ status: "Succeeded", rollbackInfo: { rollbackTriggeringDeploymentId: "d-0" } }),
      0,
    );
    expect(step.verdict?.result).toBe("success");
    expect(step.warnings?.join()).toContain("rollback of d-0");
  });
});

function ecs(weight: number | undefined, after?: string): unknown {
  const sets = [
    { taskSetLabel: "Blue", trafficWeight: 0 },
    { taskSetLabel: "Green", trafficWeight: weight },
  ];
  const events = after === undefined ? [] : [{ lifecycleEventName: "AfterAllowTraffic", status: after }];
  return { ecsTarget: { deploymentId: id, targetId: "c:s", taskSetsInfo: sets, lifecycleEvents: events } };
}

describe("until", () => {
  const shifted = nextOfDeployment(id, "traffic-shifted");
  const moving = { status: "InProgress" };

  it.each([
    ["ready", { status: "Ready" }, undefined, "success"],
    ["ready", moving, undefined, undefined],
    ["ready", { ...moving, instanceTerminationWaitTimeStarted: true }, undefined, "success"],
    ["ready", { status: "Failed" }, undefined, "failed"],
    ["traffic-shifted", moving, undefined, undefined],
    ["traffic-shifted", { ...moving, instanceTerminationWaitTimeStarted: true }, undefined, "success"],
    ["traffic-shifted", moving, [ecs(100)], "success"],
    ["traffic-shifted", moving, [ecs(100, "Succeeded")], "success"],
    ["traffic-shifted", moving, [ecs(100, "InProgress")], undefined],
    ["traffic-shifted", moving, [ecs(100, "Failed")], undefined],
    ["traffic-shifted", moving, [ecs(100), ecs(10)], undefined],
    ["traffic-shifted", moving, [ecs(undefined)], undefined],
    ["traffic-shifted", moving, [], undefined],
    ["traffic-shifted", { status: "Stopped", instanceTerminationWaitTimeStarted: true }, [ecs(100)], "stopped"],
  ] as const)("%s with %j %j is %s", (until, info, targets, result) => {
    const step = nextOfDeployment(id, until)(undefined, seen(info, targets as unknown[] | undefined), 0);
    expect(step.verdict?.result).toBe(result);
  });

  it("reads targets only while they can tell something", () => {
    expect(shifted(undefined, seen(moving, [ecs(0)]), 0).reads).toEqual(["deployment", "targets"]);
    const instance = { instanceTarget: { deploymentId: id, targetId: "i-1" } };
    expect(shifted(undefined, seen(moving, [instance]), 0).reads).toEqual(["deployment"]);
    const denied = shifted(undefined, { ...seen(moving), targetsDenied: "codedeploy:ListDeploymentTargets" }, 0);
    expect(denied.reads).toEqual(["deployment"]);
    expect(denied.warnings?.join()).toContain("codedeploy:ListDeploymentTargets");
    expect(shifted(denied.state, seen(moving), 0).reads).toEqual(["deployment"]);
    let step = shifted(undefined, seen(moving, []), 0);
    for (let count = 1; count < 3; count += 1) step = shifted(step.state, seen(moving, []), 0);
    expect(step.reads).toEqual(["deployment"]);
  });
});

const states = ["Created", "Queued", "InProgress", "Baking", "Ready", "Shifted"];
const ends = ["Succeeded", "Failed", "Stopped", "Failed+", "Stopped+"];
const right: Record<string, string> = {
  Succeeded: "success",
  Failed: "failed",
  Stopped: "stopped",
  "Failed+": "rolled-back",
  "Stopped+": "rolled-back",
};

function infoOf(state: string): Record<string, unknown> {
  if (state === "Shifted") return { status: "InProgress", instanceTerminationWaitTimeStarted: true };
  if (state.endsWith("+")) return { status: state.slice(0, -1), ...error, ...rollback };
  return { status: state === "" ? "Created" : state };
}

/** Whether `until` was reached at an instant or before, in truth. */
function isReached(life: Life, until: Until, now: number): boolean {
  if (truthAt(life, now) === "Succeeded") return true;
  const enough = until === "ready" ? ["Ready", "Shifted"] : ["Shifted"];
  return until !== "succeeded" && life.states.some(({ at, state }) => at <= now && enough.includes(state));
}

describe("zero false successes", () => {
  it.each(["succeeded", "ready", "traffic-shifted"] as const)("until %s", async (until) => {
    await fc.assert(
      fc.asyncProperty(lives(states, ends), async (life) => {
        const world = tell(life, {
          of: (state) => ({ deploymentInfo: { deploymentId: id, ...infoOf(state) } }),
          missing: () => ({ deploymentInfo: {} }),
          others: () => ({ deploymentInfo: { deploymentId: "d-9", status: "Succeeded" } }),
        });
        const clock = autoClock();
        const { ask } = answering({ GetDeployment: (_input, at) => world.answer(at) }, clock);
        const target = createCodedeployTarget({ deploymentId: id, until }, doorsWith(clock, { ask }));
        const { verdict, endedS } = await play(target, clock);
        if (verdict.result === "success") expect(isReached(life, until, endedS)).toBe(true);
        else if (verdict.result === "not-found") expect(world.wasShown()).toBe(false);
        else if (life.end === undefined) expect(verdict.result).toBe("timeout");
        else {
          expect(verdict.result).toBe(right[life.end.state]);
          expect(endedS).toBeLessThan(Math.max(life.end.at, life.quietAt) + latenessOf(life));
        }
      }),
      { numRuns: runs(300, 10_000), seed: seed() },
    );
  });
});
