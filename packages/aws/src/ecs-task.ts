/**
 * A task of Amazon ECS as a type of ours, parsed from what DescribeTasks and DescribeTaskDefinition answer. Parsing only: why
 * a task stopped is judged in stop-cause.ts. A field that is missing or of a wrong type reads as empty.
 */
import { read, readList, readNumber, readText, readTime } from "@handrail/runner";

/** A container of a task. */
export type EcsContainer = {
  name: string;
  /** PENDING, RUNNING, STOPPED; "" when it is not told. */
  lastStatus: string;
  /** Absent when the container never started, or still runs. */
  exitCode?: number;
  /** The service's words about this container: `OutOfMemoryError: Container killed due to memory usage`. */
  reason: string;
  /** HEALTHY, UNHEALTHY, UNKNOWN; "" when it is not told. */
  health: string;
  /** The task stops with it. Absent when it is not told; DescribeTaskDefinition knows. */
  essential?: boolean;
  /** Id of the container runtime; the name of its log stream when the log driver has no prefix. */
  runtimeId: string;
};

/** A task. */
export type EcsTask = {
  /** As the service writes it. */
  arn: string;
  /** The last part of the ARN. */
  id: string;
  clusterArn: string;
  taskDefinitionArn: string;
  /** The family of the task definition; "" when there is none. */
  family: string;
  /** `service:app`, `family:app`. */
  group: string;
  /** `ecs-svc/123` for tasks of a service. */
  startedBy: string;
  /** PROVISIONING, PENDING, ACTIVATING, RUNNING, DEACTIVATING, STOPPING, DEPROVISIONING, STOPPED. */
  lastStatus: string;
  desiredStatus: string;
  /** EssentialContainerExited, TaskFailedToStart, SpotInterruption, …; "" while it was not stopped. */
  stopCode: string;
  stoppedReason: string;
  /** Ms since 1970. */
  createdAt: number | undefined;
  startedAt: number | undefined;
  stoppedAt: number | undefined;
  containers: readonly EcsContainer[];
};

/** Parses an entry of `tasks` of DescribeTasks. */
export function parseTask(value: unknown): EcsTask {
  const arn = readText(value, "taskArn");
  const taskDefinitionArn = readText(value, "taskDefinitionArn");
  return {
    arn,
    id: lastPart(arn),
    clusterArn: readText(value, "clusterArn"),
    taskDefinitionArn,
    family: lastPart(taskDefinitionArn).split(":")[0] ?? "",
    group: readText(value, "group"),
    startedBy: readText(value, "startedBy"),
    lastStatus: readText(value, "lastStatus"),
    desiredStatus: readText(value, "desiredStatus"),
    stopCode: readText(value, "stopCode"),
    stoppedReason: readText(value, "stoppedReason"),
    createdAt: readTime(value, "createdAt"),
    startedAt: readTime(value, "startedAt"),
    stoppedAt: readTime(value, "stoppedAt"),
    containers: readList(value, "containers").map(parseContainer),
  };
}

function parseContainer(value: unknown): EcsContainer {
  const exitCode = readNumber(value, "exitCode");
  const essential = read(value, "essential");
  const name = readText(value, "name");
  return {
    name,
    lastStatus: readText(value, "lastStatus"),
    reason: readText(value, "reason"),
    health: readText(value, "healthStatus"),
    runtimeId: readText(value, "runtimeId"),
    ...(exitCode === undefined ? {} : { exitCode }),
    ...(typeof essential === "boolean" ? { essential } : isGuest(name) ? { essential: false } : {}),
  };
}

/**
 * GuardDuty adds a container of its own, which no task definition knows.
 * https://docs.aws.amazon.com/guardduty/latest/ug/how-runtime-monitoring-works-ecs-fargate.html
 */
const isGuest = (name: string): boolean => name.startsWith("aws-guardduty-agent");

/**
 * The essential containers by name, from an answer of DescribeTaskDefinition; undefined when it holds no containers. A
 * container that says nothing about it is essential.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export function essentialContainers(answer: unknown): ReadonlySet<string> | undefined {
  const definitions = readList(answer, "taskDefinition", "containerDefinitions");
  if (definitions.length === 0) return undefined;
  const essential = definitions.filter((each) => read(each, "essential") !== false);
  return new Set(essential.map((each) => readText(each, "name")));
}

/** The task with what its task definition says about which containers are essential; what it says itself stays. */
export function withEssentials(task: EcsTask, essentials: ReadonlySet<string>): EcsTask {
  const containers = task.containers.map((container) => ({ essential: essentials.has(container.name), ...container }));
  return { ...task, containers };
}

/** Whether a task has ended, or is on its way there. */
export function hasStopped(task: EcsTask): boolean {
  return task.lastStatus === "STOPPED" || task.stopCode !== "" || task.stoppedReason !== "";
}

/** The Region of an ARN; "" of anything else. */
export function regionOfArn(arn: string): string {
  const parts = arn.split(":");
  return parts[0] === "arn" ? (parts[3] ?? "") : "";
}

/** What follows the last slash. */
function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
