/**
 * Turns the plan comment into the record of its apply. A comment that cannot be written never changes what was applied: it
 * costs a named warning.
 */
import type { Marker } from "@handrail/github";
import { decideComment, describeMissingComment, keepReview, publishComment } from "@handrail/planning/conclude";
import type { Publication } from "@handrail/planning/conclude";
import { isGenuineMarker, renderApplyComment, staysAsItIs } from "@handrail/report";
import type { ApplyRecord, PlanReport, ResultParts } from "@handrail/report";
import { Failure, toFailure } from "@handrail/runner";
import type { ApplyStep } from "./step.ts";

/** What is told. */
export type RecordToTell = { report: PlanReport; record: ApplyRecord; parts: ResultParts };

/**
 * Publishes the record, unless the inputs say otherwise or there is no pull request. Never throws.
 * @param startedAt when the run began, in seconds since 1970, if that was before this process did
 */
export async function publishRecord(
  step: ApplyStep,
  { report, record, parts }: RecordToTell,
  startedAt?: number,
): Promise<Publication> {
  const { inputs, context, pullRequest, deps } = step;
  const isQuiet = record.isDryRun || record.result === "no-changes";
  const decision = record.isDryRun
    ? "none"
    : decideComment(inputs.comment, isQuiet ? "no-changes" : "changes", pullRequest);
  if (decision === "none" || pullRequest === undefined) return { warnings: [] };
  if (inputs["github-token"] === "") {
    return { warnings: ["The apply is not on the pull request, only in the step summary: github-token is empty."] };
  }
  if (staysAsItIs(parts.marker, record)) return { warnings: [] };
  const key = inputs["seal-key"];
  const { owner, repo } = context;
  const where = { owner, repo, pullRequest, sealKey: key };
  const kept = await keepReview(() => deps.github(), { ...where, ...parts }).catch(toFailure);
  if (kept instanceof Failure) return { warnings: [describeMissingComment(kept, "The apply")] };
  if (kept === undefined) return { warnings: [leftAlone] };
  const { marker, outline } = kept;
  const extra = outline === "" ? { apply: record } : { outline, apply: record };
  return publishComment(() => deps.github(), {
    report,
    subject: "The apply",
    owner,
    repo,
    pullRequest,
    body: (current) => renderApplyComment(current?.body, report, marker, extra),
    ...(key === "" ? {} : { isGenuine: (found: Marker) => isGenuineMarker(found, key) }),
    isOnlyUpdate: decision === "update",
    ...(startedAt === undefined ? {} : { startedAt }),
  });
}

const leftAlone =
  "The plan comment was left as it is: whether somebody edited it could not be found out, and what it says about the review must not be written anew.";
