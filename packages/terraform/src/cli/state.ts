/**
 * `state pull` and `state push`: the state as text. It holds every secret in clear: it goes into private files only and
 * into no log.
 */
import { randomUUID } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../diagnostics.ts";
import { parseState, type StateSnapshot } from "../state-snapshot.ts";
import { commandFailure } from "./failure.ts";
import { type CommandResult, type Invocation, runTerraform, type TerraformOptions } from "./run.ts";
import { NO_ARGUMENTS } from "./version.ts";

/** How the state is read or written. `evenWhenCancelled`: to look after what a cancelled step left behind. */
export type StateOptions = { evenWhenCancelled?: boolean; lockTimeoutMs?: number };

/** A state; `text` is what the backend holds, secrets included. */
export type PulledState = { text: string; snapshot: StateSnapshot };

/** Arguments meant for plan and apply would only break these. */
const environment = { ...NO_ARGUMENTS, TF_CLI_ARGS_state_pull: undefined, TF_CLI_ARGS_state_push: undefined };

const KEPT = 64 * 1024;

/** Reads the state; undefined when there is none. A Failure when it cannot be read. */
export async function pullState(
  terraform: TerraformOptions,
  { evenWhenCancelled = false }: StateOptions = {},
): Promise<PulledState | undefined> {
  const stdoutFile = join(terraform.temporaryDirectory, `state-${randomUUID()}.json`);
  try {
    const invocation = { args: ["state", "pull", "-no-color"], stdoutFile, evenWhenCancelled };
    const result = await runState(terraform, invocation, "The state cannot be read");
    if (result.exitCode !== 0) throw commandFailure(result, "state", { directory: "." });
    const text = readFileSync(stdoutFile, "utf8");
    const snapshot = snapshotOf(text, result);
    return snapshot === undefined ? undefined : { text, snapshot };
  } finally {
    rmSync(stdoutFile, { force: true });
  }
}

function snapshotOf(text: string, result: CommandResult): StateSnapshot | undefined {
  try {
    return parseState(text);
  } catch {
    // Not the parser's words: they could quote the state.
    const diagnostic = { severity: "error", summary: "The state cannot be read", detail: "It is no JSON object." };
    throw commandFailure({ ...result, diagnostics: [diagnostic] }, "state", { directory: "." });
  }
}

/** Writes a state. A failed push is data; `commandFailure(result, "state", …)` says it. */
export async function pushState(
  terraform: TerraformOptions,
  file: string,
  { evenWhenCancelled = false, lockTimeoutMs }: StateOptions = {},
): Promise<CommandResult> {
  const wait = lockTimeoutMs === undefined ? [] : [`-lock-timeout=${lockTimeoutMs}ms`];
  const args = ["state", "push", "-no-color", ...wait, file];
  return runState(terraform, { args, evenWhenCancelled }, "The state cannot be written");
}

/** Neither verb has a structured form: what they say is one diagnostic, not read. */
async function runState(terraform: TerraformOptions, invocation: Invocation, summary: string): Promise<CommandResult> {
  const result = await runTerraform(terraform, { ...invocation, environment, maxCapture: KEPT });
  const { exitCode, signal, cancelled, stderr } = result;
  const failed: Diagnostic = { severity: "error", summary, detail: stderr.trim() };
  const isCancelled = cancelled && (invocation.evenWhenCancelled !== true || signal !== undefined);
  return { exitCode, signal, cancelled: isCancelled, stderr, diagnostics: exitCode === 0 ? [] : [failed] };
}
