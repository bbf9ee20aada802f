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

/** How processes are run. */
export type ExecSettings = {
  cancelled: AbortSignal;
  /** How often files that children write to are read, in ms. */
  pollMs?: number;
  /** How long we read on after a child's end when another process holds its pipes, in ms; the runner itself waits 5 s. */
  graceMs?: number;
  /**
   * How a running child is ended. `interrupt`, the default: one SIGINT. `kill`: SIGKILL, to all that it started, too; for
   * children that hold nothing and must not begin to tidy up.
   */
  ending?: "interrupt" | "kill";
};

/** An Exec, and the children it has running. */
export interface ProcessRunner {
  readonly exec: Exec;
  /** Ends each running child, unless that was done before, and resolves when all have ended. */
  interruptAll(): Promise<void>;
}

type Running = { interrupt: () => void; ended: Promise<unknown> };

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

/** Kills a child and what it started: it leads a process group of its own. */
function killAll(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}

/** A runner of processes. */
export function createProcessRunner(settings: ExecSettings): ProcessRunner {
  const { cancelled, pollMs = 100, graceMs = 5000, ending: way = "interrupt" } = settings;
  const running = new Set<Running>();

  /** Everything between the start of a process and its end. */
  const attend = async (child: ChildProcess, options: ExecOptions, streams: ChildStreams): Promise<Ending> => {
    let isInterrupted = false;
    const interrupt = (): void => {
      if (!isInterrupted && way === "kill") killAll(child);
      else if (!isInterrupted) child.kill("SIGINT");
      isInterrupted = true;
    };
    const ended = untilClosed(child, graceMs);
    const entry = { interrupt, ended };
    running.add(entry);
    streams.attach(child);
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(options.input);
    const poll = setInterval(() => streams.poll(), pollMs);
    if (!cancelled.aborted) cancelled.addEventListener("abort", interrupt, { once: true });
    else if (options.evenWhenCancelled !== true) interrupt();
    if (child.pid !== undefined) streams.guard(options.onStart)(child.pid);
    const ending = await ended;
    clearInterval(poll);
    cancelled.removeEventListener("abort", interrupt);
    running.delete(entry);
    return ending;
  };

  const exec: Exec = async (command, args, options) => {
    if (cancelled.aborted && options.evenWhenCancelled !== true) {
      return { exitCode: undefined, signal: undefined, stdout: "", stderr: "", cancelled: true };
    }
    const failures: unknown[] = [];
    const streams = openStreams(options, (error) => failures.push(error));
    try {
      const ending = await attend(await start(command, args, options, streams), options, streams);
      streams.close();
      if (failures.length > 0) throw failures[0];
      return toResult(ending, streams, cancelled.aborted);
    } finally {
      streams.close();
    }
  };

  return {
    exec,
    async interruptAll() {
      for (const { interrupt } of running) interrupt();
      await Promise.all(Array.from(running, ({ ended }) => ended));
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
