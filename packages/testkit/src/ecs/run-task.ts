/** RunTask as ECS judges it: what it refuses, what a token means, and when no task comes of it. */
import { read, readList, readText } from "@handrail/runner";
import type { AwsReply } from "../aws/server.ts";
import type { Cluster } from "./cluster.ts";
import type { Revision } from "./definition.ts";
import type { Fate } from "./life.ts";
import { describeTask } from "./task.ts";
import type { Task } from "./task.ts";

/** What a test says about the next RunTask: the reasons of `failures`, or why the task does not start. */
export type NextTask = { failures: readonly string[] } | { stoppedReason: string };

/** What came of a request, for those that come with the same token. */
type Kept = { parameters: string; task?: Task; failures: readonly object[] };

/** See createRunTask. */
export type RunTask = (input: Readonly<Record<string, unknown>>) => AwsReply;

/** RunTask on a cluster; `next` is emptied from its beginning. */
export function createRunTask(cluster: Cluster, next: NextTask[]): RunTask {
  const kept = new Map<string, Kept>();
  return (input) => {
    const token = readText(input, "clientToken");
    const parameters = JSON.stringify({ ...input, clientToken: "" });
    const before = token === "" ? undefined : kept.get(token);
    if (before !== undefined) return again(before, parameters);
    const found = findRevision(cluster, readText(input, "taskDefinition"));
    if (found === undefined) return refuse("ClientException", "TaskDefinition not found.");
    const problem = problemOf(input, found, cluster);
    if (problem !== undefined) return problem;
    const fate = next.shift();
    if (fate !== undefined && "failures" in fate) {
      const failures = fate.failures.map((reason) => ({ reason }));
      kept.set(token, { parameters, failures });
      return { output: { tasks: [], failures } };
    }
    const task = begin(input, found, { cluster, fate });
    kept.set(token, { parameters, task, failures: [] });
    return { output: { tasks: [describeTask(task)], failures: [] } };
  };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ECS_Idempotency.html */
function again({ parameters, task, failures }: Kept, given: string): AwsReply {
  if (parameters !== given) {
    const message = "The client token was already used with different parameters.";
    const more = { resourceIds: task === undefined ? [] : [task.arn] };
    return { error: { name: "ConflictException", httpStatus: 400, message, more } };
  }
  if (task === undefined) return { output: { tasks: [], failures } };
  const { arn: taskArn, lastStatus, desiredStatus } = task;
  const shown = lastStatus === "STOPPED" ? { taskArn, lastStatus, desiredStatus } : describeTask(task);
  return { output: { tasks: [shown], failures: [] } };
}

function begin(
  input: Readonly<Record<string, unknown>>,
  revision: Revision,
  { cluster, fate }: { cluster: Cluster; fate: Fate },
): Task {
  const [override] = readList(input, "overrides", "containerOverrides");
  const main = revision.containers.find(({ exitCode }) => exitCode === undefined);
  const command = readList(override, "command").map(String);
  const environment = readList(override, "environment").map((each) => [
    readText(each, "name"),
    readText(each, "value"),
  ]);
  const [strategy] = readList(input, "capacityProviderStrategy");
  return cluster.start({
    revision,
    startedBy: readText(input, "startedBy"),
    override: {
      name: readText(override, "name") || (main?.name ?? ""),
      ...(command.length === 0 ? {} : { command }),
      environment: Object.fromEntries(environment) as Record<string, string>,
    },
    launchType: readText(input, "launchType") || undefined,
    capacityProvider: readText(strategy, "capacityProvider") || undefined,
    fate,
  });
}

/** The revision of a family, `family:revision` or ARN. */
export function findRevision({ revisions }: Cluster, name: string): Revision | undefined {
  const [family, revision] = name.slice(name.lastIndexOf("/") + 1).split(":");
  const all = revisions.filter((each) => each.family === family);
  if (revision !== undefined) return all.find((each) => String(each.revision) === revision);
  return all.findLast(({ status }) => status !== "INACTIVE");
}

/** Whether a request names the cluster that there is. */
export function isOurs({ options: { place } }: Cluster, input: Readonly<Record<string, unknown>>): boolean {
  const name = readText(input, "cluster") || "default";
  return name.slice(name.lastIndexOf("/") + 1) === place.cluster;
}

function problemOf(
  input: Readonly<Record<string, unknown>>,
  revision: Revision,
  cluster: Cluster,
): AwsReply | undefined {
  const parameter = (message: string): AwsReply => refuse("InvalidParameterException", message);
  if (!isOurs(cluster, input)) return refuse("ClusterNotFoundException", "Cluster not found.");
  if (revision.status === "INACTIVE") return refuse("ClientException", "TaskDefinition is inactive");
  const overrides = read(input, "overrides");
  if (overrides !== undefined && JSON.stringify(overrides).length > 8192) {
    return parameter("Container Overrides length must be at most 8192");
  }
  if (read(input, "count") !== 1) return parameter("this ECS starts one task at a time");
  if (readText(input, "clientToken").length > 64) return parameter("clientToken length must be at most 64");
  if (!/^[\w/-]{0,128}$/.test(readText(input, "startedBy"))) return parameter("startedBy has invalid characters");
  if (readText(input, "propagateTags") === "SERVICE")
    return parameter("propagateTags SERVICE is not valid for RunTask");
  if (readText(input, "launchType") !== "" && readList(input, "capacityProviderStrategy").length > 0) {
    return parameter("Specifying both a launch type and capacity provider strategy is not supported.");
  }
  const isOwn = revision.networkMode === "awsvpc";
  if (isOwn !== (read(input, "networkConfiguration") !== undefined)) {
    return parameter(
      isOwn
        ? "Network Configuration must be provided when networkMode 'awsvpc' is specified."
        : "Network Configuration is not valid for the given networkMode of this task definition.",
    );
  }
  const names = new Set(revision.containers.map(({ name }) => name));
  const stranger = readList(overrides, "containerOverrides").find((each) => !names.has(readText(each, "name")));
  if (stranger === undefined) return undefined;
  return parameter(
    `Override for container named ${readText(stranger, "name")} is not a container in the TaskDefinition.`,
  );
}

/** A no of ECS. */
export function refuse(name: string, message: string): AwsReply {
  return { error: { name, httpStatus: 400, message } };
}
