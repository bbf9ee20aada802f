/**
 * Puts an apply that did not come to its end into words. A terraform that broke may have left its lock: only then, taking
 * it is tried.
 */
import { Failure } from "@handrail/runner";
import type { ApplyOutcome } from "@handrail/terraform";
import type { ApplyStep, Course } from "./step.ts";

/** The failure of an apply that did not come to its end. */
export async function failureOfApply(
  { deps, target }: ApplyStep,
  { result, outcome }: NonNullable<Course["apply"]>,
): Promise<Failure> {
  // What was made and is not in the state is no better known to terraform than what it was making.
  const facts = { directory: target.directory, uncertain: [...outcome.uncertain, ...outcome.unsaved] };
  const failure = deps.failureOf(result, "apply", facts);
  if (failure.reason === "cancelled") return cancelledApply(describeEnd(outcome));
  if (failure.reason !== "terraform-crashed") return failure;
  const lock = await deps.terraform.leftLock().catch(() => undefined);
  return lock?.id === undefined ? failure : deps.failureOf(result, "apply", { ...facts, lockId: lock.id });
}

/** Terraform would have said so, if it had not saved the state. */
function describeEnd({ applied, failed, uncertain, unsaved }: ApplyOutcome): string {
  const isBegun = applied.length + failed.length + uncertain.length > 0;
  const saved = unsaved.length === 0 ? ", its state is saved" : "";
  return `Terraform was asked to stop, and ended ${isBegun ? `by itself${saved}` : "before it changed anything"}`;
}

/** The failure of a cancelled run. */
export function cancelledApply(what: string): Failure {
  return new Failure({
    reason: "cancelled",
    what: `The run was cancelled; ${what}`,
    remedy: "Run the job again: it goes on with what is left of the reviewed plan.",
  });
}
