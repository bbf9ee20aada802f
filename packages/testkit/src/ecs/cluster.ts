/** The cluster: its tasks and how they come and go. It knows nothing of requests and answers. */
import type { EcsTaskDefinition, Revision } from "./definition.ts";
import { arnOf } from "./definition.ts";
import { end, ESSENTIAL, live, stopTask } from "./life.ts";
import type { ClusterOptions, NewTask, Stop } from "./life.ts";
import { killGroup } from "./task.ts";
import type { Task } from "./task.ts";

/** See createCluster. */
export interface Cluster {
  readonly options: ClusterOptions;
  readonly revisions: Revision[];
  readonly tasks: Task[];
  register(definition: EcsTaskDefinition): Revision;
  start(task: NewTask): Task;
  stop(task: Task, stop: Stop): void;
  /** A container ends by itself; a sidecar, that is, or all processes of the program. */
  endContainer(task: Task, name: string, end: { exitCode: number; reason?: string }): void;
  /** Resolves with the next change of any task, or when the time is up. */
  changed(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** An empty cluster. */
export function createCluster(options: ClusterOptions): Cluster {
  const state = { waiting: new Set<() => void>(), running: new Set<Promise<void>>() };
  const notify = (): void => {
    for (const wake of state.waiting) wake();
  };
  const cluster: Cluster = {
    options,
    revisions: [],
    tasks: [],
    register(definition) {
      const revision = cluster.revisions.filter(({ family }) => family === definition.family).length + 1;
      const arn = arnOf(options.place, "task-definition", `${definition.family}:${revision}`);
      const made = { ...definition, revision, arn };
      cluster.revisions.push(made);
      return made;
    },
    start(asked) {
      const task = makeTask(asked, cluster);
      cluster.tasks.push(task);
      const life = live(task, asked, { options, notify }).catch((error: unknown) => {
        end(task, { stopCode: "TaskFailedToStart", stoppedReason: `InternalError: ${String(error)}` }, notify);
      });
      state.running.add(life);
      void life.finally(() => state.running.delete(life));
      return task;
    },
    stop: (task, stop) => stopTask(task, stop, notify),
    endContainer(task, name, { exitCode, reason }) {
      const container = task.containers.find(({ definition }) => definition.name === name);
      if (container === undefined) throw new TypeError(`the task has no container ${name}`);
      if (reason !== undefined) container.reason = reason;
      if (container.definition.exitCode === undefined) {
        if (task.child !== undefined) killGroup(task.child);
        return;
      }
      Object.assign(container, { exitCode, lastStatus: "STOPPED" });
      if (container.definition.essential !== false) {
        stopTask(task, { stopCode: "EssentialContainerExited", reason: ESSENTIAL }, notify);
      }
    },
    changed: (ms) => waitForChange(state.waiting, ms),
    async close() {
      for (const { child } of cluster.tasks) if (child !== undefined) killGroup(child);
      notify();
      await Promise.all(state.running);
    },
  };
  return cluster;
}

function waitForChange(waiting: Set<() => void>, ms: number): Promise<void> {
  if (ms === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      waiting.delete(wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    waiting.add(wake);
  });
}

function makeTask({ revision, startedBy, override, launchType, capacityProvider }: NewTask, cluster: Cluster): Task {
  const { place } = cluster.options;
  const id = String(cluster.tasks.length + 1).padStart(32, "0");
  const main = revision.containers.find(({ name }) => name === override.name) ?? revision.containers[0];
  return {
    arn: arnOf(place, "task", `${place.cluster}/${id}`),
    id,
    revision,
    clusterArn: arnOf(place, "cluster", place.cluster),
    startedBy,
    argv: [...(main?.entryPoint ?? []), ...(override.command ?? main?.command ?? [])],
    environment: { ...cluster.options.environment, ...main?.environment, ...main?.secrets, ...override.environment },
    launchType,
    capacityProvider,
    lastStatus: "PROVISIONING",
    desiredStatus: "RUNNING",
    createdAt: new Date(),
    containers: revision.containers.map((definition) => ({ definition, lastStatus: "PENDING" })),
  };
}
