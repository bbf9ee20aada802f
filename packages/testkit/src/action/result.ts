/** What a phase of a step left behind, read by the runner's rules. */
import { readFileSync } from "node:fs";

import { parseEnvironmentFile, parseFileCommands, parsePathFile, parseStepSummary } from "../file-commands.ts";
import { parseRunnerLog } from "../runner-log.ts";
import type { LogAnnotation, LogCommand, RunnerLog } from "../runner-log.ts";
import type { StepPaths } from "./environment.ts";
import type { PhaseRun } from "./phase.ts";

/** What a phase left behind. */
export type PhaseResult = PhaseRun & {
  /** As the runner concludes: exit code, disabled commands and bad files all count. */
  conclusion: "success" | "failure" | "cancelled";
  /** Live workflow commands, in the runner's order. */
  commands: LogCommand[];
  annotations: LogAnnotation[];
  masks: string[];
  /** From GITHUB_OUTPUT, and from deprecated commands. */
  outputs: Record<string, string>;
  state: Record<string, string>;
  /** Folders added to PATH, first one first. */
  path: string[];
  /** Environment for later steps. */
  env: Record<string, string>;
  /** The step summary that GitHub would show. */
  summary: string;
  /** What people read: groups and annotations as `##[…]`, masks applied. */
  log: string;
  /** Why the runner itself fails the step. */
  failures: string[];
  /** The log by the runner's rules, in full. */
  parsed: RunnerLog;
};

/** Reads a phase's log and files by the runner's rules. `token` is masked like a secret. */
export function readResult(run: PhaseRun, files: StepPaths["files"], token: string): PhaseResult {
  const parsed = parseRunnerLog(run);
  const output = parseFileCommands(read(files.output));
  const state = parseFileCommands(read(files.state));
  const env = parseEnvironmentFile(read(files.env));
  const summary = parseStepSummary(read(files.summary));
  const failures = [...parsed.failures, ...[output.error, state.error, env.error].filter((each) => each !== undefined)];
  const isFailed = run.exitCode !== 0 || failures.length > 0;
  const secrets = [token, ...parsed.masks];
  return {
    ...run,
    conclusion: run.isCancelled ? "cancelled" : isFailed ? "failure" : "success",
    commands: parsed.commands,
    annotations: parsed.annotations,
    masks: parsed.masks,
    outputs: Object.fromEntries([...parsed.outputs, ...output.values]),
    state: Object.fromEntries([...parsed.state, ...state.values]),
    path: parsePathFile(read(files.path)),
    env: Object.fromEntries(env.values),
    summary: mask(summary.summary, secrets),
    log: mask(
      [...parsed.shown, ...(summary.error === undefined ? [] : [`##[error]${summary.error}`])].join("\n"),
      secrets,
    ),
    failures,
    parsed,
  };
}

function read(file: string): string {
  return readFileSync(file, "utf8");
}

/** Masks whole values and their lines; the runner knows more forms (base64, JSON …), this is for reading. */
function mask(text: string, secrets: readonly string[]): string {
  const values = new Set(secrets.flatMap((secret) => [secret, ...secret.split(/\r?\n/u).map((line) => line.trim())]));
  let masked = text;
  for (const value of [...values].sort((a, b) => b.length - a.length))
    if (value !== "") masked = masked.replaceAll(value, "***");
  return masked;
}
