import { describe, expect, it } from "@jest/globals";
import { AwsFault, parseTask } from "@handrail/aws";
import type { Ask } from "@handrail/aws";
import { diagnoseService, targetGroupsOf } from "./diagnose.ts";
import type { ServiceDiagnosisInput } from "./diagnose.ts";

const TASK = "arn:aws:ecs:eu-west-1:111122223333:task/prod/";
const OOM = { name: "app", exitCode: 137, reason: "OutOfMemoryError: Container killed due to memory usage" };
const task = (id: string, startedBy: string, more: Record<string, unknown>) => ({
  taskArn: `${TASK}${id}`,
  lastStatus: "STOPPED",
  startedBy,
  taskDefinitionArn: "arn:aws:ecs:eu-west-1:111122223333:task-definition/app:2",
  stopCode: "EssentialContainerExited",
  stoppedReason: "Essential container in task exited",
  ...more,
});
const scaled = {
  stopCode: "ServiceSchedulerInitiated",
  stoppedReason: "Scaling activity initiated by (deployment ecs-svc/2)",
};
const tasks = [
  task("a", "ecs-svc/2", { containers: [{ name: "app", exitCode: 1 }] }),
  task("b", "ecs-svc/2", { containers: [OOM] }),
  task("c", "ecs-svc/2", { containers: [OOM], stoppedAt: "2026-11-22T12:00:00Z" }),
  task("d", "ecs-svc/1", { containers: [{ name: "app", exitCode: 9 }] }),
  task("e", "ecs-svc/2", scaled),
  task("f", "ecs-svc/2", scaled),
  task("g", "ecs-svc/2", scaled),
];
const unhealthy = (Reason: string, Description: string) => ({
  TargetHealth: { State: "unhealthy", Reason, Description },
});
const CODES = unhealthy("Target.ResponseCodeMismatch", "Health checks failed with these codes: [503]");

const answers: Record<string, unknown> = {
  ListTasks: { taskArns: tasks.map(({ taskArn }) => taskArn) },
  DescribeTasks: { tasks },
  DescribeTargetHealth: {
    TargetHealthDescriptions: [
      unhealthy("Target.Timeout", "Request timed out"),
      CODES,
      CODES,
      { TargetHealth: { State: "draining", Reason: "Target.DeregistrationInProgress" } },
    ],
  },
  GetLogEvents: { events: [{ message: "allocating" }, { message: "more" }] },
};

async function diagnose(given: Record<string, unknown>, more: Partial<ServiceDiagnosisInput> = {}) {
  const calls: { operation: string; input: Readonly<Record<string, unknown>> }[] = [];
  const ask: Ask = (service, operation, input) => {
    calls.push({ operation, input });
    const answer = given[operation];
    if (answer !== "denied") return Promise.resolve(answer ?? {});
    const prefix = service === "elbv2" ? "elasticloadbalancing" : service;
    const action = `${prefix}:${operation}`;
    return Promise.reject(new AwsFault({ kind: "denied", action, code: "AccessDeniedException", message: "no" }));
  };
  const diagnosis = await diagnoseService({
    ask,
    region: "eu-west-1",
    cluster: "prod",
    service: "app",
    deploymentId: "ecs-svc/2",
    loadBalancers: ["arn:tg"],
    events: [
      "(service app) is unable to place a task because no container instance met all of its requirements.",
      "(service app) has started 2 tasks: (task a).",
      "(service app) deployment ecs-svc/1 deployment failed: tasks failed to start.",
    ],
    ...more,
  });
  return { diagnosis, calls };
}

describe("diagnoseService", () => {
  it("tells stopped tasks of ours in groups, then targets, then telling events, then the end of the log", async () => {
    const { diagnosis, calls } = await diagnose(answers);
    expect(diagnosis.causes).toEqual([
      "2 tasks: container app: exit code 137, OutOfMemoryError: Container killed due to memory usage (Essential container in task exited). Give the container more memory, or make the program need less",
      "1 task: container app: exit code 1 (Essential container in task exited)",
      "2 targets unhealthy: Target.ResponseCodeMismatch, Health checks failed with these codes: [503]",
      "1 target unhealthy: Target.Timeout, Request timed out",
      "(service app) is unable to place a task because no container instance met all of its requirements.",
    ]);
    expect(diagnosis.logLines).toEqual(["allocating", "more"]);
    expect(diagnosis.missingPermissions).toEqual([]);
    expect(diagnosis.links?.[0]).toEqual({
      title: "deployments of service app",
      url: "https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/prod/services/app/deployments?region=eu-west-1",
    });
    // The newest task of the largest group.
    expect(calls.at(-1)?.input).toMatchObject({ logStreamName: "ecs/app/c" });
    expect(calls.length).toBeLessThanOrEqual(8);
  });

  it("reads no tasks that it was given, and asks about few target groups", async () => {
    const loadBalancers = ["a", "b", "c", "d", "e"];
    const { diagnosis, calls } = await diagnose(answers, { stoppedTasks: tasks.map(parseTask), loadBalancers });
    expect(calls.map(({ operation }) => operation)).not.toContain("ListTasks");
    expect(calls).toHaveLength(5);
    expect(diagnosis.causes[0]).toContain("OutOfMemoryError");
  });

  it("knows our tasks by the task definition when there is no deployment id", async () => {
    const other = { ...task("x", "ecs-svc/7", { containers: [OOM] }), taskDefinitionArn: "arn:other:1" };
    const { diagnosis } = await diagnose(
      { ListTasks: { taskArns: ["x"] }, DescribeTasks: { tasks: [other] } },
      { deploymentId: "", taskDefinition: "arn:app:2", events: [] },
    );
    expect(diagnosis.causes).toEqual([]);
  });

  it("tells causes that pass by themselves last", async () => {
    const spot = { stopCode: "SpotInterruption", stoppedReason: "", containers: [{ name: "app", exitCode: 143 }] };
    const stopped = [task("1", "ecs-svc/2", spot), task("2", "ecs-svc/2", spot), tasks[0]].map(parseTask);
    const { diagnosis } = await diagnose({}, { stoppedTasks: stopped, events: [] });
    expect(diagnosis.causes.map((cause) => cause.slice(0, 30))).toEqual([
      "1 task: container app: exit co",
      "2 tasks: SpotInterruption, con",
    ]);
  });

  it("names every permission that is missing, and rejects for none", async () => {
    const denied = { ListTasks: "denied", DescribeTargetHealth: "denied" };
    const { diagnosis } = await diagnose(denied, { events: [] });
    expect(diagnosis).toMatchObject({
      causes: [],
      missingPermissions: ["ecs:ListTasks", "elasticloadbalancing:DescribeTargetHealth"],
    });
    const logs = await diagnose({ ...answers, DescribeTaskDefinition: "denied", GetLogEvents: "denied" });
    expect(logs.diagnosis.missingPermissions).toEqual(["logs:GetLogEvents", "ecs:DescribeTaskDefinition"]);
    const described = await diagnose({ ...answers, DescribeTasks: "denied" });
    expect(described.diagnosis.missingPermissions).toEqual(["ecs:DescribeTasks"]);
  });

  it("has no causes and no links when nothing is answered and no Region is known", async () => {
    const { diagnosis } = await diagnose({}, { region: "", events: [] });
    expect(diagnosis).toEqual({ causes: [], links: [], missingPermissions: [] });
  });
});

describe("targetGroupsOf", () => {
  it("finds both groups of a service, once each", () => {
    const loadBalancers = [
      { targetGroupArn: "a", advancedConfiguration: { alternateTargetGroupArn: "b" } },
      { targetGroupArn: "a" },
      { loadBalancerName: "classic" },
    ];
    expect(targetGroupsOf({ loadBalancers })).toEqual(["a", "b"]);
    expect(targetGroupsOf(undefined)).toEqual([]);
  });
});
