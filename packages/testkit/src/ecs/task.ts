/** One task: its containers, the child process that runs its command, and what DescribeTasks says about it. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import type { EcsContainer, Revision } from "./definition.ts";

/** A container of a running task. */
export type TaskContainer = {
  definition: EcsContainer;
  lastStatus: "PENDING" | "RUNNING" | "STOPPED";
  exitCode?: number;
  reason?: string;
  imageDigest?: string;
};

/** A task. Everything of it can be read by tests. */
export type Task = {
  arn: string;
  id: string;
  revision: Revision;
  clusterArn: string;
  startedBy: string;
  /** The command of the container that runs one. */
  argv: readonly string[];
  environment: Readonly<Record<string, string>>;
  launchType: string | undefined;
  capacityProvider: string | undefined;
  lastStatus: string;
  desiredStatus: "RUNNING" | "STOPPED";
  stopCode?: string;
  stoppedReason?: string;
  createdAt: Date;
  startedAt?: Date;
  stoppedAt?: Date;
  containers: TaskContainer[];
  child?: ChildProcess;
};

/** What runs in a container that is no sidecar. */
export type Program = {
  argv: readonly string[];
  /** The image's directory: the working directory. */
  directory: string;
  environment: Readonly<Record<string, string>>;
  /** Each line of stdout and stderr. */
  onLine(line: string): void;
};

/** How a program ended: with a code as a container has it (a signal is 128 and its number), or not even begun. */
export type ProgramEnd = { exitCode: number } | { problem: string };

/** Starts a program in a process group of its own. `onStart` gets the child as soon as it runs. */
export function runProgram(program: Program, onStart: (child: ChildProcess) => void): Promise<ProgramEnd> {
  const [command = "", ...args] = program.argv;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: program.directory,
      env: { ...program.environment },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    child.once("error", (error: NodeJS.ErrnoException) => resolve({ problem: error.code ?? "EUNKNOWN" }));
    child.once("spawn", () => onStart(child));
    const reading = [child.stdout, child.stderr].map(
      (stream) =>
        new Promise<void>((done) => {
          const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
          lines.on("line", program.onLine);
          lines.once("close", done);
        }),
    );
    child.once("exit", (code, signal) => {
      // A container's other processes end with its first.
      killGroup(child);
      void Promise.all(reading).then(() => resolve({ exitCode: code ?? signalCode(signal) }));
    });
  });
}

/** SIGKILL to a program and all that it started. */
export function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended.
  }
}

function signalCode(signal: NodeJS.Signals | null): number {
  const numbers: Partial<Record<NodeJS.Signals, number>> = {
    SIGINT: 2,
    SIGABRT: 6,
    SIGKILL: 9,
    SIGSEGV: 11,
    SIGTERM: 15,
  };
  return 128 + (signal === null ? 0 : (numbers[signal] ?? 0));
}

/** The entry of `tasks`. A container tells its exit code only when it has run and ended. */
export function describeTask(task: Task): Record<string, unknown> {
  const { lastStatus, desiredStatus, stopCode, stoppedReason, startedAt, stoppedAt, launchType, capacityProvider } =
    task;
  return {
    taskArn: task.arn,
    clusterArn: task.clusterArn,
    taskDefinitionArn: task.revision.arn,
    group: `family:${task.revision.family}`,
    startedBy: task.startedBy,
    lastStatus,
    desiredStatus,
    createdAt: task.createdAt,
    ...(launchType === undefined ? {} : { launchType }),
    ...(capacityProvider === undefined ? {} : { capacityProviderName: capacityProvider }),
    ...(stopCode === undefined ? {} : { stopCode }),
    ...(stoppedReason === undefined ? {} : { stoppedReason }),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(stoppedAt === undefined ? {} : { stoppedAt }),
    containers: task.containers.map(({ definition, exitCode, reason, imageDigest, lastStatus: status }) => ({
      containerArn: `${task.arn}/${definition.name}`,
      name: definition.name,
      image: definition.image,
      lastStatus: status,
      runtimeId: `${task.id}-${definition.name}`,
      ...(imageDigest === undefined ? {} : { imageDigest }),
      ...(exitCode === undefined ? {} : { exitCode }),
      ...(reason === undefined ? {} : { reason }),
    })),
  };
}
