/**
 * Reads the results and tells each of them: comment, Deployment, summary. The order of effects; what is refused is
 * decided in agreement.ts. One bad file does not keep the others from being told.
 */
import { LONGEST_RESULT, parseResultFile, renderSummary, schemaOf } from "@handrail/report";
import { neutraliseText, toFailure } from "@handrail/runner";
import type { Failure } from "@handrail/runner";
import type { ActionResult } from "@handrail/runner/host";
import { requireOwnRun, requirePlace } from "./agreement.ts";
import type { Place } from "./agreement.ts";
import { chooseResults } from "./choose-results.ts";
import type { NamedResult } from "./choose-results.ts";
import { keepDeployment } from "./deployment.ts";
import type { FoundFile } from "./find-results.ts";
import { findPlace } from "./place.ts";
import { notWritten, publishResult } from "./publish.ts";
import type { Published } from "./publish.ts";
import type { ReportStep } from "./step.ts";

/** Most characters of all results together: what is read stays in memory until it is told. */
const mostText = 4 * LONGEST_RESULT;

/** Whether a file with this beginning is a result, of any version. */
export function isResult(head: string): boolean {
  return schemaOf(head) !== undefined;
}

/** Tells all results that are to be told, and says how that went. */
export async function tell(step: ReportStep, found: readonly FoundFile[]): Promise<ActionResult> {
  const failures: Failure[] = [];
  const chosen = await collect(failures, () => chooseResults(readAll(step, found, failures), step.inputs.label));
  const told: { result: NamedResult; published: Published | undefined }[] = [];
  for (const result of chosen ?? []) {
    const published = await collect(failures, () => tellOne(step, result, failures));
    if (published !== undefined) told.push({ result, published });
  }
  if (told.length === 0 && failures.length === 0) return nothingToReport(step);
  const [failure, ...others] = failures;
  for (const { what, remedy } of others) step.deps.host.annotate({ level: "error", message: `${what}\n${remedy}` });
  const [first] = told;
  return {
    outputs: {
      result: failure === undefined ? "reported" : "failed",
      "failure-reason": failure?.reason ?? "",
      "comment-id": first?.published?.comment?.id,
      "comment-url": first?.published?.comment?.url,
      summary: first === undefined ? undefined : lineOf(first.result),
    },
    ...(failure === undefined ? {} : { failure }),
    summary: told.map(({ result }) => renderSummary(result.report, result.apply)).join("\n"),
    isRedacted: true,
  };
}

/** How a step ends that found no result. */
export function nothingToReport({ inputs, deps }: ReportStep): ActionResult {
  const which = inputs.label === "" ? "" : ` with the label ${inputs.label}`;
  const line = `There is no result of terraform-plan or terraform-apply${which} in ${inputs.results}.`;
  deps.host.log.info(line);
  return { outputs: { result: "nothing-to-report", "failure-reason": "", summary: "nothing to report" } };
}

function readAll(step: ReportStep, found: readonly FoundFile[], failures: Failure[]): NamedResult[] {
  const results: NamedResult[] = [];
  let room = mostText;
  for (const { path, name } of found) {
    try {
      const text = step.deps.files.readText(path, Math.min(LONGEST_RESULT, room));
      room -= text.length;
      results.push({ ...parseResultFile(text, name), name });
    } catch (thrown) {
      failures.push(toFailure(thrown));
    }
  }
  return results;
}

/** Tells one result. A comment that cannot be written is a failure, and the summary is told all the same. */
async function tellOne(step: ReportStep, result: NamedResult, failures: Failure[]): Promise<Published> {
  const { context, inputs, deps } = step;
  requireOwnRun(result, context);
  deps.host.log.info(`${result.report.label}: ${result.apply?.summary ?? result.report.summary}`);
  const isSilent = inputs.comment === "never" || result.apply?.isDryRun === true;
  const place = isSilent ? undefined : await collect(failures, () => placeOf(step, result));
  if (place !== undefined) requirePlace(result, place);
  const published = place === undefined ? {} : await collect(failures, () => publishResult(step, result, place));
  await keepDeployment(step, result, place?.number);
  return published ?? {};
}

async function placeOf(step: ReportStep, result: NamedResult): Promise<Place | undefined> {
  try {
    return await findPlace(step, result.kind);
  } catch (thrown) {
    throw notWritten(result, thrown);
  }
}

/** The answer, or undefined and one failure more. */
async function collect<T>(failures: Failure[], ask: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (thrown) {
    failures.push(toFailure(thrown));
    return undefined;
  }
}

/** The summary of a result as one line without anything that a shell's `echo` would hand to the runner. */
function lineOf({ report, apply }: NamedResult): string {
  const line = (apply?.summary ?? report.summary).replaceAll(/[\r\n\u0085\u2028\u2029]+/g, " ");
  return neutraliseText(line.slice(0, 500).toWellFormed());
}
