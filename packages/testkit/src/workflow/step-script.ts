/** Runs a `run:` step: the script in a file, started by bash as the runner starts it. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import type { PhaseRun } from "../action/phase.ts";
import { evaluateText } from "./evaluate.ts";
import type { JobState } from "./job-state.ts";
import type { StepEnd, StepStart } from "./step-end.ts";
import { NO_MANIFEST, prepareProcess, toStepEnd } from "./step-files.ts";

/** How the runner starts a script; not named: without pipefail. */
const SHELLS: Readonly<Record<string, readonly string[]>> = {
  "": ["bash", "-e"],
  bash: ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail"],
  sh: ["sh", "-e"],
};

/** Runs the step. */
export async function runScript(state: JobState, { step, scope, env }: StepStart): Promise<StepEnd> {
  const defaults = { ...state.frame.document.defaults?.run, ...state.job.defaults?.run };
  const shell = await evaluateText(step.shell ?? defaults.shell, scope);
  const directory = await evaluateText(step["working-directory"] ?? defaults["working-directory"], scope);
  const [command, ...args] = SHELLS[shell] ?? [];
  if (command === undefined) throw new Error(`The shell ${shell} is not supported in tests`);
  const file = join(state.paths.temp, `${randomUUID()}.sh`);
  writeFileSync(file, await evaluateText(step.run, scope));
  const prepared = await prepareProcess(state, NO_MANIFEST, { inputs: {}, env });
  // Only actions get the run's own token and addresses.
  for (const name of ["RUNTIME_URL", "RUNTIME_TOKEN", "CACHE_URL", "RESULTS_URL"])
    delete prepared.environment[`ACTIONS_${name}`];
  const run = await start(command, [...args, file], {
    cwd: join(state.paths.workspace, directory),
    environment: prepared.environment,
    cancelled: state.frame.canceller.isCancelled ? undefined : state.frame.canceller.happened,
    limitMs: state.frame.run.options.limitMs ?? 120_000,
  });
  return toStepEnd(prepared.read(run));
}

/**
 * A shell hands SIGINT on to nobody; the runner kills it in the end, with the whole tree below it (ProcessInvoker.cs): what
 * is left of the tree holds the pipes, even when the shell itself has ended.
 */
function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  } catch {
    // All of it ended by itself meanwhile.
  }
}

type Start = {
  cwd: string;
  environment: Readonly<Record<string, string>>;
  cancelled: Promise<void> | undefined;
  limitMs: number;
};

async function start(command: string, args: readonly string[], options: Start): Promise<PhaseRun> {
  const began = performance.now();
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...options.environment },
    // A group of its own, so that it can be killed with all that it started.
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const text = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name].setEncoding("utf8").on("data", (chunk: string) => {
      text[name] += chunk;
    });
  let isCancelled = false;
  let isOver = false;
  const cancelling = async (): Promise<void> => {
    await options.cancelled;
    if (options.cancelled === undefined || isOver) return;
    isCancelled = child.exitCode === null && child.signalCode === null;
    killGroup(child);
  };
  void cancelling();
  const limit = setTimeout(() => killGroup(child), options.limitMs);
  const [exitCode, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, by) => resolve([code, by]));
  }).finally(() => {
    isOver = true;
    clearTimeout(limit);
  });
  const durationMs = performance.now() - began;
  if (durationMs >= options.limitMs)
    throw new Error(`A script did not end within ${options.limitMs} ms:\n${text.stdout}${text.stderr}`);
  return {
    exitCode: exitCode ?? undefined,
    signal: signal ?? undefined,
    ...text,
    sent: [],
    isCancelled,
    isLingering: false,
    pid: child.pid ?? 0,
    durationMs,
  };
}
