/**
 * The one place where the terraform binary is started: environment, streams, events, the words for its failures. It
 * knows no verb's options. Nothing is parsed but JSON.
 */
import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { CommandFailure, type Exec, type ExecOptions, Failure, type Log } from "@handrail/runner";
import { describeEvent } from "../describe-event.ts";
import type { TerraformEvent } from "../events.ts";
import { createEventsReader, type StreamEnd } from "../events-reader.ts";

/** What every verb needs. Paths are absolute. */
export type TerraformOptions = {
  exec: Exec;
  /** The binary, terraform or OpenTofu: an absolute path, or a name on PATH. */
  path: string;
  /** The root module. */
  directory: string;
  /** The whole environment of terraform; TF_WORKSPACE is added from `workspace`. */
  environment: Readonly<Record<string, string>>;
  log: Log;
  /** A folder of our own (0700) for streams and variables; what is put there is removed again. */
  temporaryDirectory: string;
  /** The workspace to work in; "" or absent: what TF_WORKSPACE or the directory says. */
  workspace?: string;
  /** Every event of the `-json` streams, as it comes: for progress. What counts in the end is in the results. */
  onEvent?: (event: TerraformEvent) => void;
};

/**
 * How a terraform command ended. A failed one is data too; `commandFailure` puts it into words. `diagnostics` are from
 * the event stream, in terraform's order.
 */
export type CommandResult = StreamEnd & {
  /** undefined when a signal ended it or it never started. */
  exitCode: number | undefined;
  signal: string | undefined;
  /** The step was cancelled. */
  cancelled: boolean;
  /** The end of what it wrote on its error output. Not redacted. */
  stderr: string;
};

/** One start of the binary. */
export type Invocation = {
  args: readonly string[];
  /** Variables for this start only; undefined takes one away. */
  environment?: Readonly<Record<string, string | undefined>>;
  cwd?: string;
  input?: string;
  maxCapture?: number;
  stdoutFile?: string;
  /** Start it even when the step is cancelled: to look after what is left behind. */
  evenWhenCancelled?: boolean;
};

/** Where a stream goes instead of into files of our own; these are kept. */
type StreamFiles = { stdoutFile: string; stderrFile: string; onStart?: (pid: number) => void };

const STDERR_KEPT = 64 * 1024;

/**
 * What terraform must see whatever the job's environment says: nobody is there to answer questions, and a call to
 * the vendor's version check decides nothing.
 */
const FIXED = { TF_IN_AUTOMATION: "1", TF_INPUT: "0", CHECKPOINT_DISABLE: "1" };

/** What the system says of a path that is no program we may run. */
const NO_BINARY: ReadonlySet<string> = new Set(["ENOENT", "EACCES", "ENOTDIR", "ENOEXEC", "EPERM", "ELOOP"]);

function environmentOf(options: TerraformOptions, extra: Invocation["environment"]): Record<string, string> {
  const workspace = options.workspace ?? "";
  const named = workspace === "" ? {} : { TF_WORKSPACE: workspace };
  const merged: Record<string, string | undefined> = { ...options.environment, ...FIXED, ...named, ...extra };
  const given = Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(given);
}

/** Runs the binary and returns its output as it is. Rejects with a Failure only when it cannot be started. */
export async function runTerraform(
  options: TerraformOptions,
  invocation: Invocation,
  more: Partial<ExecOptions> = {},
): ReturnType<Exec> {
  const { args, cwd = options.directory, environment, input, maxCapture, stdoutFile, evenWhenCancelled } = invocation;
  options.log.debug(`${options.path} ${args[0] ?? ""}`);
  try {
    return await options.exec(options.path, args, {
      cwd,
      environment: environmentOf(options, environment),
      ...(input === undefined ? {} : { input }),
      ...(maxCapture === undefined ? {} : { maxCapture }),
      ...(stdoutFile === undefined ? {} : { stdoutFile }),
      ...(evenWhenCancelled === undefined ? {} : { evenWhenCancelled }),
      ...more,
    });
  } catch (error) {
    if (!(error instanceof CommandFailure) || !NO_BINARY.has(error.code)) throw error;
    throw new Failure({
      reason: "terraform-not-found",
      what: error.what,
      remedy: "Run terraform-setup in a step before this one, or name the binary in terraform-path.",
      cause: error,
    });
  }
}

/** The version that a log has shown: every stream begins with it. */
const shownVersions = new WeakMap<Log, string>();

function isNews(event: TerraformEvent, log: Log): boolean {
  if (event.type !== "version") return true;
  const version = `${event.product} ${event.version}`;
  if (shownVersions.get(log) === version) return false;
  shownVersions.set(log, version);
  return true;
}

/**
 * Runs a command with `-json`, following its events: progress goes to the log, diagnostics into the result. It writes
 * into files, not into our pipes: when we are killed, it does not die of SIGPIPE with the state unsaved.
 */
export async function runStream(
  options: TerraformOptions,
  invocation: Invocation,
  files?: StreamFiles,
): Promise<CommandResult> {
  const base = join(options.temporaryDirectory, `${invocation.args[0] ?? "terraform"}-${randomUUID()}`);
  const { onStart, ...paths } = files ?? { stdoutFile: `${base}.stdout`, stderrFile: `${base}.stderr` };
  const reader = createEventsReader((event) => {
    const progress = describeEvent(event, invocation.args[0]);
    if (progress !== undefined && isNews(event, options.log)) options.log.info(progress);
    options.onEvent?.(event);
  });
  try {
    const result = await runTerraform(options, invocation, {
      ...paths,
      maxCapture: STDERR_KEPT,
      onStdout: (text) => reader.write(text),
      ...(onStart === undefined ? {} : { onStart }),
    });
    const { exitCode, signal, cancelled, stderr } = result;
    return { ...reader.end(), exitCode, signal, cancelled, stderr };
  } finally {
    if (files === undefined) for (const path of Object.values(paths)) rmSync(path, { force: true });
  }
}
