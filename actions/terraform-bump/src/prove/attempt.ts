/**
 * Plans or validates a target that was prepared. The order of effects: nothing is locked, what is written in clear is
 * removed when it is read. What goes wrong is data, but for a cancelled step.
 */
import { createHash } from "node:crypto";
import { posix } from "node:path";
import { describeCounts } from "@handrail/report";
import { toFailure } from "@handrail/runner";
import { countChanges, hasChanges, readPlan } from "@handrail/terraform";
import type { PlanSummary } from "@handrail/terraform";
import { outlineMeaning } from "./difference.ts";
import type { ReadyTarget } from "./prepare.ts";
import { commandProblem, problemOf } from "./problem.ts";
import type { Attempt, Problem, ProveDeps, TargetRun } from "./target-run.ts";

/** How long one target may take on one side, in minutes. */
export const LONGEST_MINUTES = 30;

/** Plans it when it can be planned, else validates it. Rejects with what the signal says when that is aborted. */
export async function finishTarget(
  ready: ReadyTarget,
  run: TargetRun,
  deps: ProveDeps,
  signal: AbortSignal,
): Promise<Attempt> {
  if (!ready.isPlannable) return validate(ready, run, deps, signal);
  const planned = await plan(ready, run, deps, signal);
  if (planned.kind !== "failed" || run.manner !== "auto") return planned;
  // It may be credentials that are missing: what can be said without them is said.
  const valid = await validate({ ...ready, why: planned.problem }, run, deps, signal);
  return valid.kind === "valid" ? valid : planned;
}

/** What was thrown, as the end of an attempt. Throws again when the step was cancelled. */
export function attemptOf(thrown: unknown, { cancelled }: Pick<ProveDeps, "cancelled">): Attempt {
  cancelled.throwIfAborted();
  const failure = toFailure(thrown);
  if (failure.reason === "cancelled") {
    return { kind: "untried", why: `terraform was not done within ${LONGEST_MINUTES} minutes` };
  }
  const isOurs = failure.reason === "internal-error" || failure.reason === "terraform-not-found";
  return isOurs ? { kind: "untried", why: failure.what } : { kind: "failed", problem: problemOf(failure) };
}

async function plan(ready: ReadyTarget, run: TargetRun, deps: ProveDeps, signal: AbortSignal): Promise<Attempt> {
  const { directory, label, varFiles } = run.target;
  const base = posix.join(run.scratch.privateFolder, createHash("sha256").update(label).digest("hex"));
  const [planFile, documentFile] = [`${base}.tfplan`, `${base}.json`];
  const show = async (): Promise<Shown> => {
    await ready.terraform.showPlan(planFile, documentFile);
    return readDocument(documentFile, deps);
  };
  try {
    const planned = await ready.terraform.plan({ planFile, varFiles, isLocked: false });
    signal.throwIfAborted();
    if (planned.outcome !== "failed" && planned.hasPlanFile) {
      return { kind: "planned", ...(await show()), isLockComplete: ready.isLockComplete };
    }
    // What is left of a plan that failed names the values that its errors may print.
    if (planned.hasPlanFile) await show().catch(() => undefined);
    signal.throwIfAborted();
    return { kind: "failed", problem: commandProblem(deps, directory, planned, "plan") };
  } finally {
    for (const file of [planFile, documentFile]) deps.files.remove(file);
  }
}

type Shown = Pick<Attempt & { kind: "planned" }, "meaning" | "line">;

function readDocument(file: string, { files, redactor }: ProveDeps): Shown {
  const source = files.openPlan(file);
  try {
    const { plan, secrets } = readPlan(source);
    for (const secret of secrets) redactor.add(secret);
    return { meaning: outlineMeaning(plan, source), line: lineOf(plan) };
  } finally {
    source.close();
  }
}

function lineOf(plan: PlanSummary): string {
  const counts = describeCounts(countChanges(plan));
  if (counts !== "") return `${counts}.`;
  return hasChanges(plan) ? "Other changes." : "No changes.";
}

async function validate(ready: ReadyTarget, run: TargetRun, deps: ProveDeps, signal: AbortSignal): Promise<Attempt> {
  const { terraform, isLockComplete, why } = ready;
  const { isValid, diagnostics } = await terraform.validate();
  signal.throwIfAborted();
  if (isValid) return { kind: "valid", isLockComplete, ...(why === undefined ? {} : { why }) };
  const problem: Problem = commandProblem(deps, run.target.directory, { ...ENDED, diagnostics }, "validate");
  return { kind: "failed", problem };
}

/** A command that found errors and ended by itself. */
const ENDED = { exitCode: 1, signal: undefined, stderr: "", cancelled: false };
