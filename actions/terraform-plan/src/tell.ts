/**
 * Tells everybody: result file, comment, annotations, log, outputs. The order of effects; what is said is in the report.
 */
import type { Marker } from "@handrail/github";
import type { Failure } from "@handrail/runner";
import type { ActionResult } from "@handrail/runner/host";
import type { FormatFinding } from "@handrail/terraform/cli";
import { annotateReport } from "./annotate.ts";
import type { Asked } from "./ask-github.ts";
import { renderComment, renderSummary } from "./comment.ts";
import { isGenuineMarker, markReport } from "./marker.ts";
import { planOutputs } from "./plan-outputs.ts";
import type { PlanFiles } from "./plan-outputs.ts";
import { decideComment, publishComment } from "./publish.ts";
import type { Publication } from "./publish.ts";
import type { PlanReport } from "./report.ts";
import { renderResultFile } from "./result-file.ts";
import type { PlanStep } from "./step.ts";

/** What is told beside the report. */
export type Telling = {
  report: PlanReport;
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
  const { report, failure, exitCode, hasChanges } = telling;
  const result = `${step.target.outputDirectory}/plan-result.json`;
  files.write(result, renderResultFile(report));
  for (const annotation of annotateReport(report, telling)) host.annotate(annotation);
  host.log.info(`${report.label}: ${report.summary}`);
  const published = await publish(step, telling);
  for (const message of published.warnings) host.annotate({ level: "warning", message });
  const told: PlanReport = { ...report, notes: [...report.notes, ...published.warnings] };
  if (published.warnings.length > 0) files.write(result, renderResultFile(told));
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

async function publish(step: PlanStep, { report, asked }: Telling): Promise<Publication> {
  const { inputs, context, pullRequest, deps } = step;
  const decision = decideComment(inputs.comment, report.result, pullRequest);
  // A cancelled run has seconds left; what is told then is the post step's.
  if (decision === "none" || pullRequest === undefined || deps.host.cancelled.aborted) return { warnings: [] };
  if (inputs["github-token"] === "") {
    return { warnings: ["The plan is not on the pull request, only in the step summary: github-token is empty."] };
  }
  const key = inputs["seal-key"];
  const marker = markReport(report, key === "" ? undefined : key);
  return publishComment(asked.client, {
    report,
    owner: context.owner,
    repo: context.repo,
    pullRequest,
    body: renderComment(report, marker),
    ...(key === "" ? {} : { isGenuine: (found: Marker) => isGenuineMarker(found, key) }),
    isOnlyUpdate: decision === "update",
  });
}
