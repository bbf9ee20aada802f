/**
 * `init`: backend, modules, providers. The lock file is not written, but in a scratch copy: a reviewer must see every
 * change of it, so a provider that is not in it is an error, and a lock file that changes anyway is put back.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../diagnostics.ts";
import { type CommandResult, runStream, runTerraform, type TerraformOptions } from "./run.ts";
import {
  DEFAULT_WORKSPACE,
  isManagedRemotely,
  readWorkspaces,
  selectedWorkspace,
  workspaceNotFound,
} from "./workspaces.ts";

export const LOCK_FILE = ".terraform.lock.hcl";

/** Settings of the backend, and how long to wait for a lock in milliseconds. */
export type InitOptions = {
  /** `key=value`; they win over the files. */
  backendConfig?: readonly string[];
  /** Relative to the root module. */
  backendConfigFiles?: readonly string[];
  lockTimeoutMs?: number;
  /** For a scratch copy only: init may add to the lock file what it lacks, and what it added stays there. */
  isLockFileOpen?: boolean;
  /** False: `-backend=false`, neither the backend nor a workspace is looked at. */
  hasBackend?: boolean;
};

/** `hadLockFile`: there was one before. A changed one was put back, and makes the result a failure. */
export type InitResult = CommandResult & { hadLockFile: boolean };

/** The arguments of init; every value stands behind `=` in an argument of its own and can never become an option. */
export function initArguments(options: InitOptions, isJson: boolean): string[] {
  return [
    "init",
    "-input=false",
    "-no-color",
    ...(isJson ? ["-json"] : []),
    // Also without a lock file: built-in providers need none, and any other must be locked by a commit, not by us.
    ...(options.isLockFileOpen === true ? [] : ["-lockfile=readonly"]),
    ...(options.hasBackend === false ? ["-backend=false"] : []),
    ...(options.lockTimeoutMs === undefined ? [] : [`-lock-timeout=${options.lockTimeoutMs}ms`]),
    ...(options.backendConfigFiles ?? []).map((file) => `-backend-config=${file}`),
    ...(options.backendConfig ?? []).map((pair) => `-backend-config=${pair}`),
  ];
}

/** Runs init. Its failures are data; `commandFailure(result, "init", …)` says them. */
export async function runInit(terraform: TerraformOptions, options: InitOptions): Promise<InitResult> {
  const path = join(terraform.directory, LOCK_FILE);
  const before = readBytes(path);
  const run: RunOnce = (at, extra) => runOnce({ ...terraform, ...at }, options, extra);
  const result = options.hasBackend === false ? await run({}) : await initWorkspace(terraform, run);
  if (options.isLockFileOpen === true) return { ...result, hadLockFile: before !== undefined };
  const after = readBytes(path);
  const isChanged = before === undefined ? after !== undefined : after === undefined || !before.equals(after);
  if (!isChanged) return { ...result, hadLockFile: before !== undefined };
  if (before === undefined) rmSync(path, { force: true });
  else writeFileSync(path, before);
  const diagnostics = [lockFileChanged, ...result.diagnostics];
  return { ...result, exitCode: 1, diagnostics, hadLockFile: before !== undefined };
}

/** One init, in another workspace than the one meant, or with more arguments. */
type RunOnce = (at: { workspace?: string }, extra?: readonly string[]) => Promise<CommandResult>;

/**
 * init reads the state of its workspace, and most backends create one that is not there: only `default` may be asked
 * for until the list says that the other one exists. HCP Terraform, which may have no `default`, checks the name itself.
 */
async function initWorkspace(terraform: TerraformOptions, run: RunOnce): Promise<CommandResult> {
  const name = selectedWorkspace(terraform);
  if (name === DEFAULT_WORKSPACE || isManagedRemotely(terraform.directory)) return run({ workspace: name });
  const first = await run({ workspace: DEFAULT_WORKSPACE });
  if (first.cancelled) return first;
  let workspaces = await readWorkspaces(terraform);
  if ("severity" in workspaces && first.exitCode !== 0) {
    // The state of default may ask for providers that nothing else needs; without them no list is given.
    await run({ workspace: DEFAULT_WORKSPACE }, ["-backend=false"]);
    workspaces = await readWorkspaces(terraform);
  }
  if ("severity" in workspaces) return first.exitCode === 0 ? failed(first, workspaces) : first;
  if (workspaces.names.includes(name)) return run({ workspace: name });
  const missing = workspaceNotFound(name, workspaces);
  return failed(first, { severity: "error", summary: missing.what, detail: missing.remedy });
}

function failed(result: CommandResult, diagnostic: Diagnostic): CommandResult {
  return { ...result, exitCode: 1, diagnostics: [diagnostic] };
}

/** With `-json` (terraform since 1.9, OpenTofu since 1.7); a binary that does not know it starts nothing and says so. */
async function runOnce(
  terraform: TerraformOptions,
  options: InitOptions,
  extra: readonly string[] = [],
): Promise<CommandResult> {
  const result = await runStream(terraform, { args: initArguments(options, true).concat(extra) });
  const isUnderstood = result.exitCode === 0 || result.product !== undefined || result.diagnostics.length > 0;
  if (isUnderstood || result.cancelled || result.exitCode === undefined) return result;
  return runPlainInit(terraform, initArguments(options, false).concat(extra));
}

const lockFileChanged: Diagnostic = {
  severity: "error",
  summary: "Provider dependency changes detected",
  detail: "init wrote the lock file although it was told not to; it was put back as it was.",
};

/** The text of the lock file; undefined when there is none. */
export function readLockFile(options: Pick<TerraformOptions, "directory">): string | undefined {
  return readBytes(join(options.directory, LOCK_FILE))?.toString("utf8");
}

function readBytes(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** An older init has no structured form: its words are passed on as one diagnostic and not read. */
async function runPlainInit(terraform: TerraformOptions, args: readonly string[]): Promise<CommandResult> {
  const { exitCode, signal, cancelled, stderr } = await runTerraform(terraform, { args });
  const failed: Diagnostic = { severity: "error", summary: "terraform init failed", detail: stderr };
  return { exitCode, signal, cancelled, stderr, diagnostics: exitCode === 0 ? [] : [failed] };
}
