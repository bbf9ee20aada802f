/**
 * What a look at a service saw: the answers of ECS as types of ours. Parsing only; nothing here decides. A field that is
 * missing or of a wrong type reads as empty.
 */
import type { EcsTask } from "@handrail/aws";
import { read, readList, readNumber, readText, readTime } from "@handrail/runner";
import { targetGroupsOf } from "./diagnose.ts";
import type { Subject } from "./subject.ts";

/** An entry of `deployments` of a service. */
export type Rollout = {
  /** `ecs-svc/123`. */
  id: string;
  /** PRIMARY, ACTIVE, INACTIVE. */
  status: string;
  taskDefinition: string;
  desired: number;
  running: number;
  pending: number;
  failed: number;
  /** IN_PROGRESS, COMPLETED, FAILED; "" with a Classic Load Balancer. */
  state: string;
  reason: string;
  /** Ms since 1970. */
  createdAt: number | undefined;
};

/** A service, of DescribeServices. */
export type Service = {
  arn: string;
  /** ACTIVE, DRAINING, INACTIVE. */
  status: string;
  desired: number;
  running: number;
  /** ARN of `currentServiceDeployment`; "" when it is not told. */
  current: string;
  /** ECS, CODE_DEPLOY, EXTERNAL. */
  controller: string;
  /** ROLLING, BLUE_GREEN, LINEAR, CANARY; "" when it is not told. */
  strategy: string;
  hasBreaker: boolean;
  hasBreakerRollback: boolean;
  rollouts: readonly Rollout[];
  /** ARNs of target groups. */
  loadBalancers: readonly string[];
  /** The newest first. */
  events: readonly ServiceEvent[];
};

/** What happened to a service: `(service app) was unable to place a task …`. */
type ServiceEvent = { message: string; createdAt: number | undefined };

/** A lifecycle hook of a service deployment. */
export type Hook = {
  id: string;
  /** PAUSE, AWS_LAMBDA. */
  kind: string;
  target: string;
  status: string;
  expiresAt: number | undefined;
  timeoutAction: string;
};

/** A service deployment, of DescribeServiceDeployments. */
export type ServiceDeployment = {
  arn: string;
  status: string;
  reason: string;
  rollbackReason: string;
  stage: string;
  alarms: readonly string[];
  hooks: readonly Hook[];
  /** DISABLED, MONITORING, …; "" when it is not told. */
  breaker: string;
  strategy: string;
  bakeMinutes: number | undefined;
  /** Percent of the production traffic on the new revision, when it is told. */
  weight: number | undefined;
  /** ARN of the service revision that is deployed. */
  revision: string;
  createdAt: number | undefined;
};

/** An entry of ListServiceDeployments. */
export type Listed = {
  arn: string;
  status: string;
  reason: string;
  revision: string;
  createdAt: number | undefined;
};

/** A service revision, of DescribeServiceRevisions. */
export type Revision = { arn: string; taskDefinition: string; digests: readonly string[] };

/** What one look saw. What was not read is absent. */
export type Snapshot = {
  subject: Subject;
  /** What began after this may be ours: ms since 1970 in AWS's time, with slack. */
  since: number;
  /** `missing`: the service, or its cluster, is not there. */
  service?: Service | { missing: string };
  /** `missing`: ECS knows no such service deployment. `denied`: we may not ask. */
  deployment?: ServiceDeployment | { missing: string } | { denied: string };
  listed?: readonly Listed[];
  /** Those of the asked revisions that ECS knows. */
  revisions?: readonly Revision[];
  /** Stopped tasks of the service; `denied` with the IAM action. Absent also when they could not be read. */
  tasks?: readonly EcsTask[] | { denied: string };
  /** What else could not be read. */
  warnings?: readonly string[];
};

/** ECS tells a hundred; the newest are about what happens now. */
const MOST_EVENTS = 30;

/** Parses a service of DescribeServices. */
export function parseService(value: unknown): Service {
  const breaker = read(value, "deploymentConfiguration", "deploymentCircuitBreaker");
  return {
    arn: readText(value, "serviceArn"),
    status: readText(value, "status"),
    desired: readNumber(value, "desiredCount") ?? 0,
    running: readNumber(value, "runningCount") ?? 0,
    current: readText(value, "currentServiceDeployment"),
    controller: readText(value, "deploymentController", "type"),
    strategy: readText(value, "deploymentConfiguration", "strategy"),
    hasBreaker: read(breaker, "enable") === true,
    hasBreakerRollback: read(breaker, "enable") === true && read(breaker, "rollback") === true,
    rollouts: readList(value, "deployments").map(parseRollout),
    loadBalancers: targetGroupsOf(value),
    events: readList(value, "events")
      .slice(0, MOST_EVENTS)
      .map((event) => ({ message: readText(event, "message"), createdAt: readTime(event, "createdAt") })),
  };
}

function parseRollout(value: unknown): Rollout {
  return {
    id: readText(value, "id"),
    status: readText(value, "status"),
    taskDefinition: readText(value, "taskDefinition"),
    desired: readNumber(value, "desiredCount") ?? 0,
    running: readNumber(value, "runningCount") ?? 0,
    pending: readNumber(value, "pendingCount") ?? 0,
    failed: readNumber(value, "failedTasks") ?? 0,
    state: readText(value, "rolloutState"),
    reason: readText(value, "rolloutStateReason"),
    createdAt: readTime(value, "createdAt"),
  };
}

/** Parses a service deployment of DescribeServiceDeployments; what `known` has is taken from there. */
export function parseServiceDeployment(value: unknown, known: Partial<ServiceDeployment> = {}): ServiceDeployment {
  return {
    arn: readText(value, "serviceDeploymentArn"),
    status: readText(value, "status"),
    reason: readText(value, "statusReason"),
    rollbackReason: readText(value, "rollback", "reason"),
    stage: readText(value, "lifecycleStage"),
    alarms: readList(value, "alarms", "triggeredAlarmNames").filter((name) => typeof name === "string"),
    hooks: readList(value, "lifecycleHookDetails").map(parseHook),
    breaker: readText(value, "deploymentCircuitBreaker", "status"),
    strategy: readText(value, "deploymentConfiguration", "strategy"),
    bakeMinutes: readNumber(value, "deploymentConfiguration", "bakeTimeInMinutes"),
    weight: readNumber(value, "targetServiceRevision", "requestedProductionTrafficWeight"),
    revision: readText(value, "targetServiceRevision", "arn"),
    createdAt: readTime(value, "createdAt"),
    ...known,
  };
}

function parseHook(value: unknown): Hook {
  return {
    id: readText(value, "hookId"),
    kind: readText(value, "targetType"),
    target: readText(value, "targetArn"),
    status: readText(value, "status"),
    expiresAt: readTime(value, "expiresAt"),
    timeoutAction: readText(value, "timeoutAction"),
  };
}

/** Parses an entry of ListServiceDeployments. */
export function parseListed(value: unknown): Listed {
  return {
    arn: readText(value, "serviceDeploymentArn"),
    status: readText(value, "status"),
    reason: readText(value, "statusReason"),
    revision: readText(value, "targetServiceRevisionArn"),
    createdAt: readTime(value, "createdAt"),
  };
}

/** Parses a service revision of DescribeServiceRevisions. */
export function parseRevision(value: unknown): Revision {
  const images = readList(value, "containerImages").map((image) => readText(image, "imageDigest"));
  return {
    arn: readText(value, "serviceRevisionArn"),
    taskDefinition: readText(value, "taskDefinition"),
    digests: images.filter((digest) => digest !== ""),
  };
}

/** The one deployment of a service that is being rolled out or has been last. */
export function primaryOf(service: Service | undefined): Rollout | undefined {
  return service?.rollouts.find(({ status }) => status === "PRIMARY");
}
