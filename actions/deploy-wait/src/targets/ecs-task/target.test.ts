/** The target as a whole: the cases of deploy-scenarios.json, many tasks, why one failed, and how it is stopped. */
import { describe, expect, it } from "@jest/globals";
import { answering, fault, playScenario } from "../aws-fixture.ts";
import type { Answerer } from "../aws-fixture.ts";
import { autoClock, doorsWith, play, scenarios } from "../replay-fixture.ts";
import { createEcsTaskTarget } from "./target.ts";

const open = (answers: Readonly<Record<string, Answerer>>, tasks: readonly string[] = ["m"]) => {
  const clock = autoClock();
  const { ask, calls } = answering(answers, clock);
  const regions: (string | undefined)[] = [];
  const doors = doorsWith(clock, { ask });
  const aws: typeof doors.aws = (region) => {
    regions.push(region);
    return doors.aws(region);
  };
  return { target: createEcsTaskTarget({ cluster: "prod", tasks }, { ...doors, aws }), clock, calls, regions };
};

describe("the visible cases", () => {
  it.each(scenarios("task-").map((each) => [each.id, each] as const))("%s", async (_id, scenario) => {
    const { expected } = scenario;
    const settings = { cluster: "prod", tasks: (scenario.with["tasks"] ?? "").split("\n") };
    const told = await playScenario(scenario, (doors) => createEcsTaskTarget(settings, doors));
    expect(told.verdict.result).toBe(expected.result);
    expect(told.endedS).toBeGreaterThanOrEqual(expected.truthAt);
    expect(told.endedS).toBeLessThanOrEqual(expected.truthAt + expected.maxDetectionLatencyS);
    const said = [told.said, ...(told.diagnosis.logLines ?? [])].join("\n");
    for (const text of expected.mustMention ?? []) expect(said).toContain(text);
    if (scenario.id === "task-sidecar-null") expect(told.course.warnings.join("\n")).toContain("otel");
    expect(told.calls.length).toBeLessThanOrEqual(50);
  });
});

const ARN = "arn:aws:ecs:eu-central-1:111122223333:task/prod/m";
const failed = {
  tasks: [
    {
      taskArn: ARN,
      lastStatus: "STOPPED",
      stopCode: "EssentialContainerExited",
      stoppedReason: "Essential container in task exited",
      taskDefinitionArn: "arn:aws:ecs:eu-central-1:111122223333:task-definition/db:7",
      containers: [{ name: "migrate", exitCode: 1 }],
    },
  ],
};

describe("the target", () => {
  it("asks in the Region of the ARN, and tells the end of the log", async () => {
    const { target, clock, calls, regions } = open(
      { DescribeTasks: () => failed, GetLogEvents: () => ({ events: [{ message: "ERROR: no table" }] }) },
      [ARN],
    );
    const { verdict, diagnosis, course } = await play(target, clock);
    expect(verdict).toEqual({
      result: "failed",
      cause: "container migrate: exit code 1 (Essential container in task exited)",
    });
    expect(diagnosis.logLines).toEqual(["ERROR: no table"]);
    expect(course.facts["pinned"]).toBe(ARN);
    expect(calls[0]?.input).toEqual({ cluster: "prod", tasks: [ARN] });
    expect(calls).toHaveLength(3);
    expect(new Set(regions)).toEqual(new Set(["eu-central-1"]));
  });

  it("names the permissions that the log needs, and says where else a log goes", async () => {
    const denied = (action: string) => (): never => {
      throw fault("denied", "AccessDeniedException", action);
    };
    const first = open({
      DescribeTasks: () => failed,
      DescribeTaskDefinition: denied("ecs:DescribeTaskDefinition"),
      GetLogEvents: denied("logs:GetLogEvents"),
    });
    const { diagnosis } = await play(first.target, first.clock);
    expect(diagnosis.missingPermissions).toEqual(["logs:GetLogEvents", "ecs:DescribeTaskDefinition"]);
    const logConfiguration = { logDriver: "splunk" };
    const definition = { taskDefinition: { containerDefinitions: [{ name: "migrate", logConfiguration }] } };
    const second = open({ DescribeTasks: () => failed, DescribeTaskDefinition: () => definition });
    expect((await play(second.target, second.clock)).diagnosis.causes).toEqual([
      "container migrate logs through splunk",
    ]);
  });

  it("asks about a hundred tasks in a call, and keeps each one's own", async () => {
    const ids = Array.from({ length: 150 }, (_each, at) => `task-${at}`);
    const { target, calls } = open(
      {
        DescribeTasks: ({ tasks }) => ({
          tasks: (tasks as string[]).map((id) => ({
            taskArn: `x/${id}`,
            lastStatus: id === "task-7" ? "STOPPING" : "RUNNING",
          })),
        }),
      },
      [...ids, "task-3"],
    );
    const { sights, calls: counted } = await target.look(ids, 0);
    expect([counted, calls.length, target.items.length]).toEqual([2, 2, 150]);
    const progress = [...sights.values()].map((sight) => ("step" in sight ? sight.step.progress : "fault"));
    expect(progress.filter((each) => each === "STOPPING")).toHaveLength(1);
    expect(progress.filter((each) => each === "RUNNING")).toHaveLength(149);
  });

  it.each([
    ["refused", "ClusterNotFoundException", "not-found"],
    ["refused", "InvalidParameterException", "not-found"],
    ["denied", "AccessDeniedException", "access-denied"],
  ] as const)("ends when the answer is %s (%s): %s", async (kind, code, result) => {
    const { target, clock } = open({
      DescribeTasks: () => {
        throw fault(kind, code, "ecs:DescribeTasks", "words of ECS");
      },
    });
    const { verdict } = await play(target, clock);
    expect(verdict.result).toBe(result);
    expect(verdict.cause).toContain(code);
  });

  it("asks which containers are essential when it depends on that, once for a task definition", async () => {
    const containers = [{ name: "migrate", exitCode: 0 }, { name: "otel" }];
    const [base] = failed.tasks;
    const task = { ...base, containers };
    const definition = { containerDefinitions: [{ name: "migrate" }, { name: "otel", essential: false }] };
    const { target, clock, calls } = open({
      DescribeTasks: () => ({ tasks: [task] }),
      DescribeTaskDefinition: () => ({ taskDefinition: definition }),
    });
    const { verdict, course } = await play(target, clock);
    expect(verdict.result).toBe("success");
    expect(course.warnings).toEqual([expect.stringContaining("otel")]);
    expect(calls.map(({ operation }) => operation)).toEqual(["DescribeTasks", "DescribeTaskDefinition"]);
  });
});

describe("stop", () => {
  it("stops the task with a reason, before any look, and says that there is no rollback", async () => {
    const { target, calls } = open({}, [ARN]);
    expect(await target.stop("m", "stop")).toEqual({ isAccepted: true, told: "StopTask was accepted" });
    expect(calls[0]?.input).toMatchObject({
      cluster: "prod",
      task: ARN,
      reason: expect.stringContaining("deploy-wait"),
    });
    expect((await target.stop("m", "rollback")).told).toContain("cannot be rolled back");
  });

  it("tells what ECS did not accept", async () => {
    const { target } = open({
      StopTask: () => {
        throw fault("denied", "AccessDeniedException", "ecs:StopTask", "no");
      },
    });
    const report = await target.stop("m", "stop");
    expect(report).toEqual({ isAccepted: false, told: "StopTask was not accepted (AccessDeniedException: no)" });
  });
});
