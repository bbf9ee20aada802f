/**
 * What ECS says about the service `payments` of chapter 5: its deployments, tasks and logs over time, as answers of the API. It
 * serves nothing and keeps nothing.
 */
import type { AwsCall, AwsReply } from "@handrail/testkit";

const arn = (kind: string, name: string): string => `arn:aws:ecs:eu-central-1:222222222222:${kind}/${name}`;
/** The ARN of a revision of the task definition. */
export const taskDefinition = (revision: number): string => arn("task-definition", `payments:${revision}`);
const revisionArn = (revision: number): string => arn("service-revision", `production/payments/${revision}00`);
/** Tasks that the service wants. */
export const desiredCount = 3;

/** When what happens to a release that cannot start, seconds after its deployment began. */
export const broken = { stops: [24, 27, 31], rollback: 36, over: 96 };
/** The same for one that can. */
const whole = { up: 33, alone: 81, over: 90 };

/** Lines of the log of a container that cannot start. */
const lastWords = [
  "payments 2.4.0 starts",
  "reading the settings from the environment",
  "Error: DATABASE_URL is not set",
];

/** A deployment of the service. */
export type Release = { revision: number; isBroken: boolean; beganAt: number };

/** The ARN of a deployment of the service. */
export const deploymentArn = ({ revision }: Release): string =>
  arn("service-deployment", `production/payments/release-${revision}`);
const at = ({ beganAt }: Release, seconds: number): Date => new Date(beganAt + seconds * 1000);

/** What ECS, or the log, says at the time of the call. `former` is what ran before the release. */
export function answer({ operation, at: now, input }: AwsCall, release: Release, former: Release): AwsReply {
  const seconds = (now - release.beganAt) / 1000;
  const output: Readonly<Record<string, () => Record<string, unknown>>> = {
    DescribeServices: () => ({ services: [describeService(release, former, seconds)], failures: [] }),
    DescribeServiceDeployments: () => ({
      serviceDeployments: [describeDeployment(release, former, seconds)],
      failures: [],
    }),
    DescribeServiceRevisions: () => ({ serviceRevisions: [describeRevision(release.revision)], failures: [] }),
    ListTasks: () => ({ taskArns: stoppedTasks(release, seconds).map(({ taskArn }) => taskArn) }),
    DescribeTasks: () => ({ tasks: stoppedTasks(release, seconds), failures: [] }),
    DescribeTaskDefinition: () => ({ taskDefinition: describeTaskDefinition(String(input["taskDefinition"])) }),
    GetLogEvents: () => ({
      events: lastWords.map((message) => ({ message, timestamp: release.beganAt + 20_000 })),
    }),
  };
  return { output: output[operation]?.() ?? {} };
}

type Row = { id: string; status: string; revision: number; running: number; failed?: number; state: string };

/** The rows of DescribeServices: what is being rolled out, and what still runs. */
function rowsAt({ revision, isBroken }: Release, former: Release, seconds: number): Row[] {
  const ours = { id: `ecs-svc/${revision}00`, revision };
  const old = { id: `ecs-svc/${former.revision}00`, revision: former.revision, status: "ACTIVE", state: "COMPLETED" };
  const primary = { ...ours, status: "PRIMARY", state: "IN_PROGRESS" };
  if (!isBroken) {
    const left = seconds < whole.up ? desiredCount : seconds < whole.alone ? 2 : 0;
    const running = seconds < whole.up ? 0 : desiredCount;
    const state = seconds < whole.over ? "IN_PROGRESS" : "COMPLETED";
    return [{ ...primary, running, state }, ...(left === 0 ? [] : [{ ...old, running: left }])];
  }
  const failed = broken.stops.filter((each) => each <= seconds).length;
  if (seconds < broken.rollback)
    return [
      { ...primary, running: 0, failed },
      { ...old, running: desiredCount },
    ];
  const isOver = seconds >= broken.over;
  const state = isOver ? "COMPLETED" : "IN_PROGRESS";
  const back = { ...old, id: `ecs-svc/${revision}01`, status: "PRIMARY", running: desiredCount, state };
  return isOver ? [back] : [back, { ...ours, status: "ACTIVE", running: 0, failed, state: "FAILED" }];
}

/** The service, so many seconds after its newest deployment began. */
export function describeService(
  release: Release,
  former: Release,
  seconds: number,
): { deployments: object[]; runningCount: number; [name: string]: unknown } {
  const rows = rowsAt(release, former, seconds);
  return {
    serviceArn: arn("service", "production/payments"),
    serviceName: "payments",
    clusterArn: arn("cluster", "production"),
    status: "ACTIVE",
    desiredCount,
    runningCount: rows.reduce((sum, { running }) => sum + running, 0),
    pendingCount: 0,
    taskDefinition: taskDefinition(rows[0]?.revision ?? 0),
    deploymentController: { type: "ECS" },
    deploymentConfiguration: { strategy: "ROLLING", deploymentCircuitBreaker: { enable: true, rollback: true } },
    deployments: rows.map(({ id, status, revision, running, failed = 0, state }) => ({
      id,
      status,
      taskDefinition: taskDefinition(revision),
      desiredCount: state === "FAILED" ? 0 : desiredCount,
      runningCount: running,
      pendingCount: status === "PRIMARY" ? desiredCount - running : 0,
      failedTasks: failed,
      rolloutState: state,
      rolloutStateReason: state === "FAILED" ? "ECS deployment circuit breaker: tasks failed to start." : "",
      createdAt: at(release, id === `ecs-svc/${release.revision}00` ? 0 : -86_400),
    })),
    events: eventsAt(release, former, seconds),
    currentServiceDeployment: deploymentArn(release),
  };
}

function eventsAt({ isBroken, revision, beganAt }: Release, former: Release, seconds: number): object[] {
  const told: [number, string][] = isBroken
    ? [
        [broken.rollback, `(deployment ecs-svc/${revision}00) deployment failed: tasks failed to start.`],
        [broken.rollback, `rolling back to deployment ecs-svc/${former.revision}00.`],
        [broken.over, "has reached a steady state."],
      ]
    : [[whole.over, "has reached a steady state."]];
  return told
    .filter(([from]) => from <= seconds)
    .toReversed()
    .map(([from, message], index) => ({
      id: `event-${index}`,
      createdAt: new Date(beganAt + from * 1000),
      message: `(service payments) ${message}`,
    }));
}

function describeDeployment(release: Release, former: Release, seconds: number): Record<string, unknown> {
  const { isBroken, revision } = release;
  const [status, failureCount] = isBroken
    ? [
        seconds < broken.rollback
          ? "IN_PROGRESS"
          : seconds < broken.over
            ? "ROLLBACK_IN_PROGRESS"
            : "ROLLBACK_SUCCESSFUL",
        broken.stops.filter((each) => each <= seconds).length,
      ]
    : [seconds < whole.over ? "IN_PROGRESS" : "SUCCESSFUL", 0];
  const isRolledBack = status.startsWith("ROLLBACK");
  const reason = "Service deployment rolled back because of a circuit breaker";
  return {
    serviceDeploymentArn: deploymentArn(release),
    serviceArn: arn("service", "production/payments"),
    clusterArn: arn("cluster", "production"),
    status,
    createdAt: at(release, 0),
    startedAt: at(release, 1),
    targetServiceRevision: { arn: revisionArn(revision), requestedTaskCount: desiredCount },
    sourceServiceRevisions: [{ arn: revisionArn(former.revision), runningTaskCount: desiredCount }],
    deploymentCircuitBreaker: {
      status: isRolledBack ? "TRIGGERED" : isBroken ? "MONITORING" : "MONITORING_COMPLETE",
      failureCount,
      threshold: 3,
    },
    ...(isRolledBack
      ? {
          statusReason: reason,
          rollback: {
            reason,
            startedAt: at(release, broken.rollback),
            serviceRevisionArn: revisionArn(former.revision),
          },
        }
      : {}),
  };
}

function describeRevision(revision: number): Record<string, unknown> {
  const imageDigest = `sha256:${String(revision).repeat(32)}`;
  return {
    serviceRevisionArn: revisionArn(revision),
    taskDefinition: taskDefinition(revision),
    containerImages: [{ containerName: "payments", image: "payments", imageDigest }],
  };
}

function stoppedTasks(release: Release, seconds: number): { taskArn: string; [name: string]: unknown }[] {
  const stops = release.isBroken ? broken.stops.filter((each) => each <= seconds) : [];
  return stops.map((stop) => ({
    taskArn: arn("task", `production/${String(stop).repeat(16)}`),
    lastStatus: "STOPPED",
    startedBy: `ecs-svc/${release.revision}00`,
    taskDefinitionArn: taskDefinition(release.revision),
    stopCode: "EssentialContainerExited",
    stoppedReason: "Essential container in task exited",
    stoppedAt: at(release, stop),
    containers: [{ name: "payments", exitCode: 1, lastStatus: "STOPPED", runtimeId: `${stop}` }],
  }));
}

function describeTaskDefinition(asked: string): Record<string, unknown> {
  const options = {
    "awslogs-group": "/production/payments",
    "awslogs-region": "eu-central-1",
    "awslogs-stream-prefix": "app",
  };
  return {
    taskDefinitionArn: asked,
    containerDefinitions: [{ name: "payments", essential: true, logConfiguration: { logDriver: "awslogs", options } }],
  };
}
