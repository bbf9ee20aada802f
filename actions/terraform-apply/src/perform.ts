/**
 * Applies: writes down what is about to happen, starts terraform once, and finds out what it did. The order of effects.
 */
import { sha256 } from "@handrail/terraform";
import { createApplyProgress, plannedObjects } from "@handrail/terraform";
import type { ApplyOutcome, ApplyProgress } from "@handrail/terraform";
import type { ApplyResult } from "@handrail/terraform/cli";
import { renderResultFile } from "@handrail/report";
import { beginDeployment } from "./deployment.ts";
import { draftPlan, planParts } from "./draft.ts";
import { writeInterim } from "./interim.ts";
import { describeJournal, journalFiles, renderJournal } from "./journal.ts";
import type { Journal } from "./journal.ts";
import type { ApplyStep, Candidate, Course } from "./step.ts";

/** Applies the candidate. What became of it is in the course; `isStale`: the state moved in between, nothing was done. */
export async function performApply(
  step: ApplyStep,
  course: Course,
  candidate: Candidate,
): Promise<{ isStale: boolean }> {
  const { deps, inputs, target } = step;
  const planned = plannedObjects(candidate.readable.plan);
  const deploymentId =
    course.deploymentId ??
    (await beginDeployment(
      step,
      { fingerprint: candidate.fingerprint, workspace: candidate.made.workspace },
      course.notes,
    ));
  if (deploymentId !== undefined) course.deploymentId = deploymentId;
  writeJournal(step, course, candidate);
  const progress = createApplyProgress(planned);
  const tellSoFar = (): void => writeInterim(step, course, { planned, progress });
  tellSoFar();
  deps.host.cancelled.addEventListener("abort", tellSoFar, { once: true });
  const result = await deps.terraform.apply({
    planFile: candidate.planFile,
    // With the local backend a saved plan goes wherever is selected, not where it was made.
    workspace: candidate.made.workspace,
    stdoutFile: `${target.privateDirectory}/${journalFiles.stdout}`,
    stderrFile: `${target.privateDirectory}/${journalFiles.stderr}`,
    varFiles: inputs["var-files"],
    variables: inputs.variables,
    ...(inputs.parallelism === undefined ? {} : { parallelism: inputs.parallelism }),
    lockTimeoutMs: inputs["lock-timeout"] ?? 0,
    onEvent: (event) => progress.add(event),
  });
  deps.host.cancelled.removeEventListener("abort", tellSoFar);
  const outcome = await concludeProgress(step, progress, result);
  course.apply = { result, outcome };
  course.outputs = [...result.outputs].map(([name, value]) => ({ name, value, isSensitive: false }));
  return { isStale: isStale(result, outcome) };
}

function isStale({ exitCode, diagnostics }: ApplyResult, { applied, failed, uncertain }: ApplyOutcome): boolean {
  const isUntouched = applied.length + failed.length + uncertain.length === 0;
  return exitCode !== 0 && isUntouched && diagnostics.some(({ summary }) => summary === "Saved plan is stale");
}

/** What was done; where the events do not tell (moves, imports), the live state does. */
async function concludeProgress(
  { deps }: ApplyStep,
  progress: ApplyProgress,
  result: ApplyResult,
): Promise<ApplyOutcome> {
  const { exitCode, cancelled } = result;
  if (exitCode === 0 || cancelled) return progress.conclude({ exitCode });
  try {
    const pulled = await deps.terraform.statePull();
    return progress.conclude({ exitCode, stateAfter: pulled?.snapshot.addresses ?? [] });
  } catch {
    return progress.conclude({ exitCode });
  }
}

function writeJournal(step: ApplyStep, course: Course, candidate: Candidate): void {
  const { deps, target, context } = step;
  const { state } = candidate.outline;
  const plan = deps.files.readBytes(candidate.planFile);
  const report = draftPlan(step, course);
  const parts = planParts(course, report);
  const journal: Journal = {
    label: step.label,
    workspace: candidate.made.workspace,
    directory: target.directory,
    fingerprint: candidate.fingerprint,
    planSha256: plan === undefined ? "" : sha256(plan),
    lineage: state?.lineage ?? "",
    serial: state?.serial ?? 0,
    planned: plannedObjects(candidate.readable.plan),
    review: course.reviewed?.shown ?? { kind: "none" },
    reviewed: parts.marker.data,
    notes: [...(course.reviewed?.notes ?? []), ...course.notes],
    ...(course.deploymentId === undefined ? {} : { deploymentId: course.deploymentId }),
  };
  const file = (name: string): string => `${target.privateDirectory}/${name}`;
  deps.files.remove(file(journalFiles.final));
  deps.files.write(file(journalFiles.pending), renderResultFile(report, parts));
  deps.files.write(file(journalFiles.journal), [renderJournal(journal)]);
  const lines = describeJournal(journal, context.runUrl);
  for (const line of lines) deps.host.log.info(line);
}
