/**
 * Tells everybody: result file, comment, annotations, log, outputs. The order of effects; what is said is in the report.
 */
import type { Failure } from "@handrail/runner";
import type { ActionResult } from "@handrail/runner/host";
import type { FormatFinding } from "@handrail/terraform/cli";
import { annotateReport, renderSummary, renderResultFile } from "@handrail/report";
import type { Asked, PlanStep } from "@handrail/planning";
import { planOutputs } from "./plan-outputs.ts";
import { markerOf, publishReport } from "@handrail/planning/conclude";
import type { Publication } from "@handrail/planning/conclude";
import type { PlanFiles } from "./plan-outputs.ts";
import type { PlanReport } from "@handrail/report";

/** What is told beside the report. */
export type Telling = {
  report: PlanReport;
  /** What a later apply compares with; "" when there is none. */
  outline: string;
  asked: Asked;
  files: PlanFiles;
  unformatted: readonly FormatFinding[];
  exitCode: number | undefined;
  hasChanges: boolean;
  failure: Failure | undefined;
};

/** Tells everybody and returns how the step ends. */
export async function tell(step: PlanStep, telling: Telling): Promise<ActionResult> {
  const { host, files } = step.deps;
  const { report, outline, failure, exitCode, hasChanges } = telling;
  const result = `${step.target.outputDirectory}/plan-result.json`;
  const parts = { marker: markerOf(step, report, outline), outline };
  files.write(result, renderResultFile(report, parts));
  for (const annotation of annotateReport(report, telling)) host.annotate(annotation);
  host.log.info(`${report.label}: ${report.summary}`);
  // A cancelled run has seconds left; what is told then is the post step's.
  const published: Publication = host.cancelled.aborted
    ? { warnings: [] }
    : await publishReport(step, report, { client: () => telling.asked.client(), outline });
  for (const message of published.warnings) host.annotate({ level: "warning", message });
  const told: PlanReport = { ...report, notes: [...report.notes, ...published.warnings] };
  if (published.warnings.length > 0) files.write(result, renderResultFile(told, parts));
  const { comment } = published;
  return {
    outputs: planOutputs(told, {
      exitCode,
      hasChanges,
      files: { ...telling.files, result },
      ...(comment === undefined ? {} : { comment }),
    }),
    ...(failure === undefined ? {} : { failure }),
    summary: renderSummary(told),
    isRedacted: true,
  };
}
