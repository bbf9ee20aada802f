/** A task's life: its image is pulled, its program runs, and it ends, by itself or because it is stopped. */
import { setTimeout as pause } from "node:timers/promises";
import type { EcsPlace, Revision } from "./definition.ts";
import { logOf } from "./definition.ts";
import type { Streams } from "./streams.ts";
import { killGroup, runProgram } from "./task.ts";
import type { Task, TaskContainer } from "./task.ts";

/** What a test sets once. */
export type ClusterOptions = {
  place: EcsPlace;
  /** Directories by digest: the files of an image, and its working directory. */
  images: Record<string, string>;
  /** Digests by `name:tag`. */
  tags: Record<string, string>;
  /** Environment of all programs, under what definitions and overrides say. */
  environment: Readonly<Record<string, string>>;
  /** So long a task is PENDING, and (after its end) DEPROVISIONING; ms of real time. */
  startMs: number;
  stopMs: number;
  streams: Streams;
};

/** What becomes of the next task that is started, in the place of the usual. */
export type Fate = { stoppedReason: string } | undefined;

/** What is asked for by RunTask. */
export type NewTask = {
  revision: Revision;
  startedBy: string;
  override: { name: string; command?: readonly string[]; environment: Readonly<Record<string, string>> };
  launchType: string | undefined;
  capacityProvider: string | undefined;
  fate: Fate;
};

/** How a task is stopped from outside. */
export type Stop = { stopCode: string; reason: string; signal?: "SIGTERM" | "SIGKILL" };

/** As ECS says it. */
export const ESSENTIAL = "Essential container in task exited";

type World = { options: ClusterOptions; notify: () => void };

/** From PROVISIONING to STOPPED. */
export async function live(task: Task, { override, fate }: NewTask, { options, notify }: World): Promise<void> {
  task.lastStatus = "PENDING";
  await pause(options.startMs);
  const main = task.containers.find(({ definition }) => definition.name === override.name) ?? task.containers[0];
  if (main === undefined || task.desiredStatus === "STOPPED") return end(task, {}, notify);
  const failed = fate?.stoppedReason ?? pull(task, options);
  if (failed !== undefined) {
    main.reason = failed;
    return end(task, { stopCode: "TaskFailedToStart", stoppedReason: failed }, notify);
  }
  const log = logOf(main.definition, task.revision.family, options.place);
  const group = log?.options["awslogs-group"] ?? "";
  const prefix = log?.options["awslogs-stream-prefix"];
  const stream =
    prefix === undefined ? `${task.id}-${main.definition.name}` : `${prefix}/${main.definition.name}/${task.id}`;
  const ended = await runProgram(
    {
      argv: task.argv,
      directory: options.images[main.imageDigest ?? ""] ?? ".",
      environment: task.environment,
      onLine: (line) => {
        if (log?.driver === "awslogs") options.streams.write(group, stream, line);
      },
    },
    (child) => begin(task, child, notify),
  );
  if ("problem" in ended) {
    const reason = `CannotStartContainerError: Error response from daemon: exec: "${task.argv[0] ?? ""}": executable file not found in $PATH (${ended.problem})`;
    main.reason = reason;
    return end(task, { stopCode: "TaskFailedToStart", stoppedReason: reason }, notify);
  }
  Object.assign(main, { exitCode: ended.exitCode, lastStatus: "STOPPED" });
  task.lastStatus = "DEPROVISIONING";
  task.stopCode ??= "EssentialContainerExited";
  task.stoppedReason ??= ESSENTIAL;
  notify();
  if (options.stopMs > 0) await pause(options.stopMs);
  end(task, {}, notify);
}

/** Finds the image of each container; the reason why there is none. */
function pull(task: Task, { images, tags }: ClusterOptions): string | undefined {
  for (const container of task.containers) {
    const { image } = container.definition;
    const digest = /@(sha256:[0-9a-f]+)$/.exec(image)?.[1] ?? tags[image];
    const isSidecar = container.definition.exitCode !== undefined;
    if (digest !== undefined) container.imageDigest = digest;
    if (!isSidecar && (digest === undefined || !(digest in images))) {
      return `CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ${image}: not found`;
    }
  }
  return undefined;
}

function begin(task: Task, child: Task["child"], notify: () => void): void {
  if (child !== undefined) task.child = child;
  task.startedAt = new Date();
  task.lastStatus = "RUNNING";
  for (const container of task.containers) if (container.exitCode === undefined) container.lastStatus = "RUNNING";
  // It was stopped while it began.
  if (task.desiredStatus === "STOPPED" && child !== undefined) killGroup(child);
  notify();
}

/** Ends a task for good. */
export function end(task: Task, why: Pick<Task, "stopCode" | "stoppedReason">, notify: () => void): void {
  Object.assign(task, { ...why, lastStatus: "STOPPED", desiredStatus: "STOPPED", stoppedAt: new Date() });
  for (const container of task.containers) endSidecar(container, task.startedAt !== undefined);
  notify();
}

function endSidecar(container: TaskContainer, hasStarted: boolean): void {
  container.lastStatus = "STOPPED";
  const { exitCode } = container.definition;
  if (hasStarted && exitCode !== undefined) container.exitCode ??= exitCode;
}

/** Stops a task from outside, unless it ends already. */
export function stopTask(task: Task, { stopCode, reason, signal = "SIGTERM" }: Stop, notify: () => void): void {
  if (task.lastStatus === "STOPPED" || task.stopCode !== undefined) return;
  Object.assign(task, { stopCode, stoppedReason: reason, desiredStatus: "STOPPED" });
  const { child } = task;
  notify();
  if (child === undefined) return;
  // As `docker stop` does: the first process gets the signal, and all of them SIGKILL when that does not help.
  child.kill(signal);
  const seconds =
    task.containers.find(({ definition }) => definition.exitCode === undefined)?.definition.stopTimeout ?? 30;
  const timer = setTimeout(() => killGroup(child), seconds * 1000);
  child.once("exit", () => clearTimeout(timer));
}
