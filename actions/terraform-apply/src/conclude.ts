/**
 * Tells everybody what became of the course: result file, comment, Deployment, annotations, outputs. The order of effects.
 */
import { annotateReport, renderResultFile, renderSummary } from "@handrail/report";
import type { ApplyRecord } from "@handrail/report";
import { Failure, toFailure } from "@handrail/runner";
import type { ActionResult } from "@handrail/runner/host";
import { canonicalJson } from "@handrail/terraform";
import { endDeployment } from "./deployment.ts";
import { draftPlan, draftRecord } from "./draft.ts";
import { journalFiles } from "./journal.ts";
import { nameLockHolder } from "./lock-run.ts";
import { publishRecord } from "./publish-record.ts";
import type { ApplyStep, Course } from "./step.ts";

/** Concludes, and returns how the step ends. */
export async function conclude(step: ApplyStep, course: Course): Promise<ActionResult> {
  const { deps, target } = step;
  const { host, files } = deps;
  const failure = course.failure === undefined ? undefined : await withHolder(step, course, course.failure);
  const report = draftPlan(step, course);
  const { record, parts } = draftRecord(step, course, { report, failure });
  const resultFile = `${target.outputDirectory}/${journalFiles.result}`;
  const write = (told: ApplyRecord): void => {
    files.write(resultFile, renderResultFile(report, { ...parts, apply: told }));
    files.write(`${target.privateDirectory}/${journalFiles.final}`, ["told\n"]);
  };
  const unwritten = attempt(() => write(record));
  const shown = { ...report, diagnostics: record.diagnostics, violations: report.violations };
  const annotated = record.failure === undefined ? shown : { ...shown, failure: record.failure };
  for (const annotation of annotateReport(annotated, { unformatted: [] })) host.annotate(annotation);
  host.log.info(`${report.label}: ${record.summary}`);
  // A cancelled run has seconds left; what is told then is the post step's.
  const told = host.cancelled.aborted ? { warnings: [] } : await publishRecord(step, { report, record, parts });
  const deployment = host.cancelled.aborted
    ? undefined
    : await endDeployment(step, course.deploymentId, { record, unsaved: course.unsaved });
  // What the cancel cut short is told by the post step, and no warning any more.
  const warnings = host.cancelled.aborted
    ? []
    : [...unwritten, ...told.warnings, ...(deployment === undefined ? [] : [deployment])];
  for (const message of warnings) host.annotate({ level: "warning", message });
  const final = { ...record, notes: [...record.notes, ...warnings] };
  if (warnings.length > 0) attempt(() => write(final));
  return {
    outputs: {
      result: record.result,
      "failure-reason": failure?.reason ?? "",
      applied: record.applied,
      failed: [...record.failed, ...record.uncertain],
      "not-started": record.notStarted,
      "outputs-json": outputsOf(record),
      fingerprint: report.fingerprint ?? "",
      "result-file": resultFile,
      "comment-id": told.comment?.id ?? "",
      "comment-url": told.comment?.url ?? "",
      summary: record.summary,
    },
    ...(failure === undefined ? {} : { failure: endingOf(failure, record) }),
    summary: renderSummary(report, final),
    isRedacted: true,
  };
}

/** A full disk must not keep anybody from being told. */
function attempt(work: () => void): string[] {
  try {
    work();
    return [];
  } catch (thrown) {
    return [`The result file could not be written: ${toFailure(thrown).what}`];
  }
}

/** The failure with the result of the record: how far it came decides it. */
function endingOf(failure: Failure, { result }: ApplyRecord): Failure {
  const { reason, what, remedy, location } = failure;
  return new Failure({ reason, what, remedy, result, cause: failure, ...(location === undefined ? {} : { location }) });
}

async function withHolder(step: ApplyStep, course: Course, failure: Failure): Promise<Failure> {
  if (failure.reason !== "state-locked") return failure;
  const { apply, made } = course;
  if (apply !== undefined)
    return nameLockHolder(step, failure, { diagnostics: apply.result.diagnostics, phase: "apply" });
  return nameLockHolder(step, failure, { diagnostics: made?.diagnostics ?? [], phase: "plan" });
}

/** The outputs that may be known, as one JSON object; no digit is lost. */
function outputsOf({ outputs }: ApplyRecord): string {
  const shown = outputs.filter(({ value, isSensitive }) => !isSensitive && value !== undefined);
  return canonicalJson(Object.fromEntries(shown.map(({ name, value }) => [name, value ?? null])));
}
