/**
 * Gets a target ready to be planned or validated: its program, its secrets, init. The order of effects; it only reads, and
 * writes into the copy.
 */
import { posix } from "node:path";
import { hideKnownSecrets } from "@handrail/planning";
import { Failure, toFailure } from "@handrail/runner";
import { readBlocks } from "@handrail/terraform";
import type { InitResult } from "@handrail/terraform/cli";
import { canKeepLockFile, decideManner } from "./manner.ts";
import { commandProblem } from "./problem.ts";
import type { Attempt, Manner, Problem, Program, ProveDeps, ProveVerbs, TargetRun } from "./target-run.ts";

/** A target that is initialised. */
export type ReadyTarget = {
  terraform: ProveVerbs;
  /** With its backend: it can be planned. */
  isPlannable: boolean;
  /** Why not, though it should be. */
  why: Problem | undefined;
  /** The lock file had every provider that init wanted. */
  isLockComplete: boolean;
};

/** Prepares it, or ends the attempt. Rejects with what the signal says when that is aborted. */
export async function prepareTarget(
  run: TargetRun,
  deps: ProveDeps,
  signal: AbortSignal,
): Promise<ReadyTarget | Attempt> {
  const { scratch, target, wanted, manner: asked } = run;
  const path = posix.join(scratch.copy.path, target.directory);
  hideSecrets(run, deps, path);
  const question = { scratch, directory: target.directory, ...(wanted === undefined ? {} : { wanted }) };
  const program = await deps.findProgram(question).catch(toFailure);
  signal.throwIfAborted();
  if (program instanceof Failure) return { kind: "untried", why: program.what };
  const { manner, why } = decideManner(asked, program, deps.isManagedRemotely(path));
  if (manner === undefined) return { kind: "untried", why };
  const terraform = deps.openTerraform({ scratch, program, target, signal });
  const ready = await initialise(run, deps, { manner, program, terraform });
  signal.throwIfAborted();
  return why === undefined || "kind" in ready ? ready : { ...ready, why: { message: why } };
}

/** Before terraform prints a word: its errors can show values. */
function hideSecrets({ target }: TargetRun, { files, redactor, environment }: ProveDeps, path: string): void {
  hideKnownSecrets({
    inputs: {
      "var-files": [...target.varFiles],
      variables: "",
      "backend-config": [],
      "backend-config-files": [...target.backendConfigFiles],
    },
    target: { path, environment },
    deps: { files, host: { redactor } },
  });
}

async function initialise(
  { scratch, target, isLockStrict }: TargetRun,
  deps: ProveDeps,
  { manner, program, terraform }: { manner: Manner; program: Program; terraform: ProveVerbs },
): Promise<ReadyTarget | Attempt> {
  const locked = lockedProviders(terraform.lockFile());
  const isLockFileOpen = !isLockStrict || !canKeepLockFile(program);
  const ready = (isPlannable: boolean, why: Problem | undefined): ReadyTarget => {
    const isLockComplete = locked !== undefined && locked === lockedProviders(terraform.lockFile());
    return { terraform, isPlannable, why, isLockComplete };
  };
  const problemOf = (result: InitResult): Problem => commandProblem(deps, target.directory, result, "init");
  let why: Problem | undefined;
  if (manner !== "validate") {
    const { backendConfigFiles } = target;
    const result = await terraform.init({ isLockFileOpen, backendConfigFiles });
    if (result.exitCode === 0) {
      const workspace = await terraform.requireWorkspace();
      if (typeof workspace === "string") return ready(true, undefined);
      return { kind: "failed", problem: { message: workspace.summary } };
    }
    why = problemOf(result);
    if (manner === "plan" || result.cancelled) return { kind: "failed", problem: why };
    // init remembers the backend that it could not read, and would read it again.
    scratch.copy.write(posix.join(target.directory, ".terraform/terraform.tfstate"), undefined);
  }
  const result = await terraform.init({ isLockFileOpen, hasBackend: false });
  return result.exitCode === 0 ? ready(false, why) : { kind: "failed", problem: problemOf(result) };
}

/** The providers of a lock file, as one text; undefined without one. */
function lockedProviders(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const providers = readBlocks(text).filter(({ type }) => type === "provider");
  return JSON.stringify(providers.map(({ labels }) => labels[0] ?? "").sort());
}
