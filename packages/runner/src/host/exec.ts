/**
 * Runs outside tools: one process each, in a session of its own, so that a signal meant for us never reaches it by itself.
 * A cancelled step sends each running child one SIGINT and waits. Never a second one: terraform takes it as "stop at once"
 * and leaves state and lock behind.
 */
import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { errorCode, Failure } from "../failure.ts";
import { CommandFailure, type Exec, type ExecOptions, type ExecResult } from "../process.ts";
import { type ChildStreams, openStreams } from "./child-streams.ts";
import { type ChildEnding, endChild } from "./exec-ending.ts";

/** How processes are run. */
export type ExecSettings = {
  cancelled: AbortSignal;
  /** How often files that children write to are read, in ms. */
  pollMs?: number;
  /** How long we read on after a child's end when another process holds its pipes, in ms; the runner itself waits 5 s. */
  graceMs?: number;
  /**
   * How a running child is ended. `interrupt`, the default: one SIGINT. `interrupt-all`: one SIGINT, to all that it
   * started, too; for tools behind wrappers. `kill`: SIGKILL, to all that it started, too; for children that hold nothing
   * and must not begin to tidy up.
   */
  ending?: ChildEnding;
  /** The `exec` of another runner: its `interruptAll` ends these children, too, and starts none of them after that. */
  within?: Exec;
};

/** An Exec, and the children it has running. */
export interface ProcessRunner {
  readonly exec: Exec;
  /**
   * Ends each running child, unless that was done before, and resolves when all have ended. No other is started from then
   * on: what is asked for comes back as cancelled.
   */
  interruptAll(): Promise<void>;
}

type Running = { interrupt: () => void; ended: Promise<unknown> };

/** The children that one `interruptAll` ends. */
type Circle = { running: Set<Running>; isOver: boolean };

/** The circles that the children of an Exec belong to. */
const circlesOf = new WeakMap<Exec, readonly Circle[]>();

function circlesAround(within: Exec | undefined): readonly Circle[] {
  if (within === undefined) return [];
  const circles = circlesOf.get(within);
  if (circles === undefined) throw new TypeError("`within` is not the exec of a runner of processes");
  return circles;
}

function startFailure(command: string, cwd: string, error: unknown): Failure {
  const code = errorCode(error) ?? "EUNKNOWN";
  if (code !== "ENOENT" || existsSync(cwd)) return new CommandFailure(command, code, error);
  return new Failure({
    reason: "internal-error",
    what: `The directory ${cwd}, where ${command} was to run, does not exist`,
    remedy: "Look for the step or process that removes it.",
    cause: error,
  });
}

/** Starts the process; rejects when there is none. */
async function start(
  command: string,
  args: readonly string[],
  options: ExecOptions,
  streams: ChildStreams,
): Promise<ChildProcess> {
  const { spawn } = await import("node:child_process");
  try {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...options.environment },
      detached: true,
      shell: false,
      stdio: [options.input === undefined ? "ignore" : "pipe", ...streams.stdio],
    });
    await new Promise((resolve, reject) => {
      child.once("spawn", resolve);
      child.once("error", reject);
    });
    return child;
  } catch (error) {
    throw startFailure(command, options.cwd, error);
  } finally {
    streams.release();
  }
}

type Ending = { code: number | null; signal: NodeJS.Signals | null };

/** Resolves when the process has ended and its pipes are read. */
function untilClosed(child: ChildProcess, graceMs: number): Promise<Ending> {
  return new Promise((resolve) => {
    let grace: NodeJS.Timeout | undefined;
    // Only a failed kill can still come here; the process is there and its end will tell.
    child.on("error", () => undefined);
    child.once("exit", () => {
      grace = setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, graceMs);
    });
    child.once("close", (code, signal) => {
      clearTimeout(grace);
      resolve({ code, signal });
    });
  });
}

/** A runner of processes. */
export function createProcessRunner(settings: ExecSettings): ProcessRunner {
  const { cancelled, pollMs = 100, graceMs = 5000, ending: way = "interrupt" } = settings;
  const own: Circle = { running: new Set(), isOver: false };
  const circles = [own, ...circlesAround(settings.within)];
  const isOver = (): boolean => circles.some((circle) => circle.isOver);

  /** Everything from the start of a process to its end. */
  const attend = async (
    starting: Promise<ChildProcess>,
    options: ExecOptions,
    streams: ChildStreams,
  ): Promise<Ending> => {
    let isInterrupted = false;
    const interrupt = (): void => {
      if (!isInterrupted)
        void starting.then(
          (child) => endChild(child, way),
          () => undefined,
        );
      isInterrupted = true;
    };
    const ended = starting.then((child) => untilClosed(child, graceMs));
    const entry = { interrupt, ended: ended.catch(() => undefined) };
    for (const { running } of circles) running.add(entry);
    if (!cancelled.aborted) cancelled.addEventListener("abort", interrupt, { once: true });
    let poll: NodeJS.Timeout | undefined;
    try {
      const child = await starting;
      streams.attach(child);
      child.stdin?.on("error", () => undefined);
      child.stdin?.end(options.input);
      poll = setInterval(() => streams.poll(), pollMs);
      if (child.pid !== undefined) streams.guard(options.onStart)(child.pid);
      return await ended;
    } finally {
      clearInterval(poll);
      cancelled.removeEventListener("abort", interrupt);
      for (const { running } of circles) running.delete(entry);
    }
  };

  const exec: Exec = async (command, args, options) => {
    if (isOver() || (cancelled.aborted && options.evenWhenCancelled !== true)) {
      return { exitCode: undefined, signal: undefined, stdout: "", stderr: "", cancelled: true };
    }
    const failures: unknown[] = [];
    const streams = openStreams(options, (error) => failures.push(error));
    try {
      const ending = await attend(start(command, args, options, streams), options, streams);
      streams.close();
      if (failures.length > 0) throw failures[0];
      return toResult(ending, streams, cancelled.aborted || isOver());
    } finally {
      streams.close();
    }
  };

  circlesOf.set(exec, circles);
  return {
    exec,
    async interruptAll() {
      own.isOver = true;
      for (const { interrupt } of own.running) interrupt();
      await Promise.all(Array.from(own.running, ({ ended }) => ended));
    },
  };
}

function toResult({ code, signal }: Ending, { stdout, stderr }: ChildStreams, wasCancelled: boolean): ExecResult {
  return {
    exitCode: code ?? undefined,
    signal: signal ?? undefined,
    stdout: stdout.text(),
    stderr: stderr.text(),
    cancelled: wasCancelled,
    ...(stdout.isTruncated || stderr.isTruncated ? { truncated: true } : {}),
  };
}
