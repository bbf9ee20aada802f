/**
 * Names the workflow run that holds a state lock, when it is one of ours. Asking costs nothing but time: it never changes
 * what failed.
 */
import { findHolder } from "@handrail/github";
import { Failure, toFailure } from "@handrail/runner";
import { classify } from "@handrail/terraform";
import type { Diagnostic, Phase } from "@handrail/terraform";
import type { ApplyStep } from "./step.ts";

/** The failure with the run that holds the lock, when that can be told. */
export async function nameLockHolder(
  step: ApplyStep,
  failure: Failure,
  { diagnostics, phase }: { diagnostics: readonly Diagnostic[]; phase: Phase },
): Promise<Failure> {
  if (failure.reason !== "state-locked" || step.inputs["github-token"] === "") return failure;
  const { context, deps } = step;
  const { owner, repo, runId, job } = context;
  const { lock } = classify(diagnostics, phase);
  try {
    const github = await deps.github();
    // The machines' clocks differ a little.
    const startedBefore = lock?.createdAt === undefined ? undefined : lock.createdAt + 2_000;
    const runs = await github.runningJobs({ owner, repo, ...(startedBefore === undefined ? {} : { startedBefore }) });
    const runner = deps.host.environment["RUNNER_NAME"] ?? "";
    const holder = findHolder(lock ?? {}, runs, { runId, job, ...(runner === "" ? {} : { runnerName: runner }) });
    if (holder === undefined) return failure;
    const by = holder.actor === "" ? "" : `, started by ${holder.actor}`;
    return new Failure({
      reason: failure.reason,
      what: `${failure.what}; it is held by job ${holder.jobName} of workflow ${holder.workflowName} (${holder.runUrl}${by})`,
      remedy: `Wait for that run to end, then run this job again. ${failure.remedy}`,
      result: failure.result,
      cause: failure,
    });
  } catch (thrown) {
    deps.host.log.info(`The run that holds the lock is not known: ${toFailure(thrown).what}`);
    return failure;
  }
}
