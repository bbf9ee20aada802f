/**
 * Amazon ECS and CloudWatch Logs on loopback, for one-off tasks: RunTask really runs the command, as a process in the directory
 * that stands for the image, and what it prints is the log. No signature is checked.
 */
import { read, readList, readText } from "@handrail/runner";
import { startAws } from "../aws/server.ts";
import type { AwsCall, AwsHandler, AwsReply } from "../aws/server.ts";
import { createCluster } from "./cluster.ts";
import type { Cluster } from "./cluster.ts";
import { describeDefinition } from "./definition.ts";
import type { EcsTaskDefinition } from "./definition.ts";
import { createFaults, replyOf } from "./faults.ts";
import type { EcsFault, Faults } from "./faults.ts";
import type { Stop } from "./life.ts";
import { createRunTask, findRevision, isOurs, refuse } from "./run-task.ts";
import type { NextTask, RunTask } from "./run-task.ts";
import { createStreams } from "./streams.ts";
import type { LogMood, Streams } from "./streams.ts";
import { describeTask } from "./task.ts";
import type { Task } from "./task.ts";

/** What is started. */
export type EcsOptions = {
  /** Directories by digest (`sha256:…`): the files of an image, and its working directory. */
  images: Readonly<Record<string, string>>;
  /** Digests by `name:tag`. */
  tags?: Readonly<Record<string, string>>;
  taskDefinitions: readonly EcsTaskDefinition[];
  /** Environment of all programs, under what definitions and overrides say. Default: PATH of this process. */
  environment?: Readonly<Record<string, string>>;
  /** Default `prod`. */
  cluster?: string;
  /** Default `eu-west-1`. */
  region?: string;
  /** So long a task is PENDING and, after its end, DEPROVISIONING; ms of real time, default 0. */
  startMs?: number;
  stopMs?: number;
  /**
   * So long DescribeTasks may wait for a change before it answers, ms of real time; default 0. Whoever waits by a clock that runs
   * faster than the programs needs it: at most one look in this time, so virtual time does not run away.
   */
  holdMs?: number;
  /** Answers what is neither ECS's task verbs nor logs. */
  others?: AwsHandler;
};

/** A running ECS. */
export interface Ecs {
  readonly url: string;
  /** For AWS's SDK: address, Region, keys. */
  readonly environment: Readonly<Record<string, string>>;
  /** The tasks that were started, in order. */
  readonly tasks: readonly Task[];
  /** All calls, in order of arrival. */
  readonly calls: readonly AwsCall[];
  /** Registers a new revision; its ARN. */
  register(definition: EcsTaskDefinition): string;
  /** Makes a revision INACTIVE. */
  deregister(name: string): void;
  /** Moves a tag. */
  push(tag: string, digest: string): void;
  /** What comes of the next RunTask that is no repetition. */
  next(next: NextTask): void;
  /** Ends a task from outside: `SpotInterruption`, `UserInitiated` … SIGTERM to its program, SIGKILL after stopTimeout. */
  stop(task: Task, stop: Stop): void;
  /** Ends one container: a sidecar with a code, the program with SIGKILL (out of memory: with a reason). */
  endContainer(task: Task, name: string, end: { exitCode: number; reason?: string }): void;
  /** DescribeTasks knows the task no more. */
  forget(task: Task): void;
  fault(fault: EcsFault): void;
  logs(mood: LogMood): void;
  /** What a stream holds, whether it can be read already or not: `ecs/app/<task id>`. */
  lines(stream: string): readonly string[];
  /** Stops it; no program is left. */
  close(): Promise<void>;
}

type World = { cluster: Cluster; streams: Streams; faults: Faults; run: RunTask; forgotten: Set<Task>; holdMs: number };

/** Starts it on a free port. */
export async function startEcs(options: EcsOptions): Promise<Ecs> {
  const { region = "eu-west-1", cluster: name = "prod", others, holdMs = 0 } = options;
  const streams = createStreams();
  const cluster = createCluster({
    place: { region, account: "111122223333", cluster: name },
    images: { ...options.images },
    tags: { ...options.tags },
    environment: options.environment ?? { PATH: process.env["PATH"] ?? "" },
    startMs: options.startMs ?? 0,
    stopMs: options.stopMs ?? 0,
    streams,
  });
  for (const definition of options.taskDefinitions) cluster.register(definition);
  const next: NextTask[] = [];
  const faults = createFaults();
  const world: World = { cluster, streams, faults, run: createRunTask(cluster, next), forgotten: new Set(), holdMs };
  const server = await startAws(async (call) => {
    const fault = faults.hit(call);
    if (fault !== undefined && fault.isAfter !== true) return replyOf(fault);
    const reply = (await answer(call, world)) ?? (await others?.(call));
    return fault === undefined ? reply : replyOf(fault);
  });
  const keys = { AWS_ACCESS_KEY_ID: "AKIDLOOPBACK", AWS_SECRET_ACCESS_KEY: "loopback-secret-4711" };
  return {
    url: server.url,
    environment: { AWS_ENDPOINT_URL: server.url, AWS_REGION: region, ...keys },
    tasks: cluster.tasks,
    calls: server.calls,
    register: (definition) => cluster.register(definition).arn,
    deregister(revision) {
      const found = findRevision(cluster, revision);
      if (found !== undefined) found.status = "INACTIVE";
    },
    push: (tag, digest) => void (cluster.options.tags[tag] = digest),
    next: (each) => void next.push(each),
    stop: cluster.stop,
    endContainer: cluster.endContainer,
    forget: (task) => void world.forgotten.add(task),
    fault: (fault) => faults.add(fault),
    logs: (mood) => void (streams.mood = mood),
    lines: (stream) => streams.lines(stream),
    async close() {
      await cluster.close();
      await server.close();
    },
  };
}

async function answer(call: AwsCall, world: World): Promise<AwsReply | undefined> {
  const { cluster, streams, run } = world;
  const { service, operation, input } = call;
  if (service === "logs" && operation === "GetLogEvents") return streams.get(input);
  if (service !== "ecs") return undefined;
  if (operation === "DescribeTaskDefinition") {
    const revision = findRevision(cluster, readText(input, "taskDefinition"));
    if (revision === undefined) return refuse("ClientException", "Unable to describe task definition.");
    return { output: describeDefinition(revision, cluster.options.place) };
  }
  if (operation === "RunTask") return run(input);
  if (operation !== "DescribeTasks" && operation !== "ListTasks" && operation !== "StopTask") return undefined;
  if (!isOurs(cluster, input)) return refuse("ClusterNotFoundException", "Cluster not found.");
  if (operation === "ListTasks") return { output: { taskArns: list(cluster, input) } };
  if (operation === "StopTask") return stop(world, input);
  const isMoving = cluster.tasks.some(({ lastStatus }) => lastStatus !== "STOPPED");
  if (isMoving) await cluster.changed(world.holdMs);
  return { output: describe(world, readList(input, "tasks").map(String)) };
}

function find({ cluster, forgotten }: World, name: string): Task | undefined {
  const id = name.slice(name.lastIndexOf("/") + 1);
  return cluster.tasks.find((task) => task.id === id && !forgotten.has(task));
}

function describe(world: World, names: readonly string[]): Record<string, unknown> {
  const tasks = names.flatMap((name) => find(world, name) ?? []);
  const missing = names.filter((name) => find(world, name) === undefined);
  return { tasks: tasks.map(describeTask), failures: missing.map((arn) => ({ arn, reason: "MISSING" })) };
}

function list({ tasks }: Cluster, input: Readonly<Record<string, unknown>>): string[] {
  const { startedBy, family, desiredStatus = "RUNNING" } = input;
  return tasks
    .filter((task) => startedBy === undefined || task.startedBy === startedBy)
    .filter((task) => family === undefined || task.revision.family === family)
    .filter((task) => task.desiredStatus === desiredStatus)
    .map(({ arn }) => arn);
}

function stop(world: World, input: Readonly<Record<string, unknown>>): AwsReply {
  const task = find(world, readText(input, "task"));
  if (task === undefined) return refuse("InvalidParameterException", "The referenced task was not found.");
  const reason = read(input, "reason") === undefined ? "Task stopped by user" : readText(input, "reason");
  world.cluster.stop(task, { stopCode: "UserInitiated", reason });
  return { output: { task: describeTask(task) } };
}
