/**
 * Puts a failed apply into words. A terraform that broke may have left its lock: only then, taking it is tried.
 */
import type { Failure } from "@handrail/runner";
import type { ApplyStep, Course } from "./step.ts";

/** The failure of an apply that did not come to its end. */
export async function failureOfApply(
  { deps, target }: ApplyStep,
  { result, outcome }: NonNullable<Course["apply"]>,
): Promise<Failure> {
  // What was made and is not in the state is no better known to terraform than what it was making.
  const facts = { directory: target.directory, uncertain: [...outcome.uncertain, ...outcome.unsaved] };
  const failure = deps.failureOf(result, "apply", facts);
  if (failure.reason !== "terraform-crashed") return failure;
  const lock = await deps.terraform.leftLock().catch(() => undefined);
  return lock?.id === undefined ? failure : deps.failureOf(result, "apply", { ...facts, lockId: lock.id });
}
