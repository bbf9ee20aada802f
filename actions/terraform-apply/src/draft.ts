/**
 * Drafts what people see of the course so far: the report of the plan, the record of its apply, the marker. No effects but
 * reading; everything that leaves here is redacted.
 */
import { startPlan } from "@handrail/planning";
import { draftReport } from "@handrail/planning/conclude";
import type { Marker } from "@handrail/github";
import { markApply, markReport, showDiagnostic, summariseApply } from "@handrail/report";
import type { ApplyRecord, PlanReport, ResultParts } from "@handrail/report";
import type { Failure } from "@handrail/runner";
import type { Diagnostic, Json } from "@handrail/terraform";
import type { ApplyStep, Course } from "./step.ts";

/** The report of the plan, whatever became of it. */
export function draftPlan(step: ApplyStep, course: Course): PlanReport {
  const { candidate, judgement } = course;
  const workspace = step.deps.terraform.selectedWorkspace();
  const made = course.made ?? startPlan({ workspace });
  return draftReport(step, {
    made,
    readable: candidate?.readable,
    judgement: judgement ?? { guardrails: { violations: [], lifted: [] }, notes: [] },
    failure: made.failure ?? judgement?.failure,
    label: step.label,
    sealed: candidate === undefined ? undefined : { fingerprint: candidate.fingerprint, outline: "" },
    changedFiles: [],
  });
}

/**
 * What the comment carries: the reviewed marker and outline, or none. The proof of the marker is made last, when the record
 * is in it.
 */
export function planParts(course: Course, report: PlanReport): ResultParts {
  // Only what stood in the comment as reviewed may stand there as reviewed: never what a plan file, or we, say of ourselves.
  const reviewed = course.reviewed?.marker;
  const data = reviewed ?? { ...markReport(report, undefined).data, fingerprint: "" };
  const marker: Marker = { action: "terraform-plan", key: report.label, data: { ...data } };
  return { marker, outline: outlineOfCourse(course) };
}

function outlineOfCourse({ reviewed }: Course): string {
  return reviewed?.marker === undefined ? "" : reviewed.outlineText;
}

/** The record with its marker. */
export function draftRecord(
  step: ApplyStep,
  course: Course,
  { report, failure }: { report: PlanReport; failure: Failure | undefined },
): { record: ApplyRecord; parts: ResultParts } {
  const { context, inputs, deps, target } = step;
  const redact = (text: string): string => deps.host.redactor.redact(text);
  const outcome = course.apply?.outcome ?? { applied: [], failed: [], notStarted: [], uncertain: [] };
  const addresses = (list: readonly string[]): string[] => list.map(redact);
  const facts = {
    result: resultOf(course, failure),
    ...(failure === undefined ? {} : { failure: showFailure(failure, redact) }),
    applied: addresses(outcome.applied),
    failed: addresses(outcome.failed),
    notStarted: addresses(outcome.notStarted),
    uncertain: addresses(outcome.uncertain),
    isDryRun: inputs["dry-run"],
  };
  const record: ApplyRecord = {
    ...facts,
    summary: summariseApply(facts, report.counts),
    ...(course.difference === undefined ? {} : { difference: course.difference }),
    outputs: course.outputs.map(({ name, value, isSensitive }) => {
      return { name, isSensitive, ...(value === undefined ? {} : { value: redactJson(value, redact) }) };
    }),
    diagnostics: diagnosticsOf(course).map((found) => showDiagnostic(found, target.directory, redact)),
    notes: [...missingNote(course), ...course.notes, ...(course.reviewed?.notes ?? [])].map(redact),
    review: course.reviewed?.shown ?? { kind: inputs.approval === "none" ? "none" : "comment" },
    by: context.actor,
    runUrl: context.runUrl,
    runId: context.runId,
    sha: context.sha,
    ...(inputs.environment === "" ? {} : { environment: inputs.environment }),
    ...(course.deploymentId === undefined ? {} : { deploymentId: course.deploymentId }),
  };
  const { marker, outline } = planParts(course, report);
  const key = inputs["seal-key"];
  const isReview = course.reviewed !== undefined;
  return {
    record,
    parts: {
      marker: markApply(report, record, {
        reviewed: isReview ? marker.data : undefined,
        unsaved: owedState(course, failure),
        sealKey: key === "" ? undefined : key,
      }),
      outline: isReview ? outline : "",
      apply: record,
    },
  };
}

/** What was made and is in no state would be made once more by the next apply. */
function missingNote({ apply, unsaved }: Course): string[] {
  const missing = apply?.outcome.unsaved ?? [];
  if (missing.length === 0 || unsaved !== undefined) return [];
  const more = missing.length > 20 ? ` and ${missing.length - 20} more` : "";
  return [
    `Done according to Terraform, but not in the state: ${missing.slice(0, 20).join(", ")}${more}. Import or delete them before anything else is applied.`,
  ];
}

/** A state that an earlier apply could not save is asked for until a run finds it in the backend. */
function owedState({ unsaved, apply, reviewed }: Course, failure: Failure | undefined): string | undefined {
  return unsaved ?? (apply === undefined && failure !== undefined ? reviewed?.unsaved : undefined);
}

/** A plan that failed shows its errors itself; what is shown here is the apply's, or of a plan that came to nothing. */
function diagnosticsOf({ apply, made, candidate }: Course): readonly Diagnostic[] {
  if (apply !== undefined) return apply.result.diagnostics;
  return candidate === undefined ? (made?.diagnostics ?? []) : [];
}

function showFailure(failure: Failure, redact: (text: string) => string): NonNullable<ApplyRecord["failure"]> {
  const { reason, what, remedy, location } = failure;
  return { reason, what: redact(what), remedy: redact(remedy), ...(location === undefined ? {} : { location }) };
}

/** Reasons for which nothing is started: somebody, or something, says no. */
const refusals: ReadonlySet<string> = new Set([
  "not-reviewed",
  "plan-changed",
  "plan-tampered",
  "guardrail-denied",
  "policy-denied",
]);

function resultOf(course: Course, failure: Failure | undefined): ApplyRecord["result"] {
  const { apply } = course;
  if (failure === undefined) return apply === undefined ? "no-changes" : "applied";
  if (apply === undefined) return refusals.has(failure.reason) || failure.result === "refused" ? "refused" : "failed";
  return apply.outcome.applied.length > 0 ? "partial" : "failed";
}

/** Every text in a value, keys too, without secrets. */
export function redactJson(value: Json, redact: (text: string) => string): Json {
  if (typeof value === "string") return redact(value);
  if (Array.isArray(value)) return value.map((item) => redactJson(item, redact));
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [redact(key), redactJson(item, redact)]));
}
