/**
 * Brings one result to its pull request: a new comment, or the plan's comment turned into the record of its apply.
 */
import { permissionHint } from "@handrail/github";
import type { Marker } from "@handrail/github";
import type { CommentRequest } from "@handrail/github/client";
import { describeLookAlike, keepReview } from "@handrail/planning/conclude";
import { keepUnsaved, planAction, renderApplyComment, renderComment, staysAsItIs } from "@handrail/report";
import { Failure, toFailure } from "@handrail/runner";
import type { Place } from "./agreement.ts";
import type { NamedResult } from "./choose-results.ts";
import type { ReportStep } from "./step.ts";

/** The comment; absent when there was none to bring up to date. */
export type Published = { comment?: { id: number; url: string } };

/**
 * Writes the comment.
 * @throws Failure `comment-failed` that names a missing permission
 */
export async function publishResult(step: ReportStep, result: NamedResult, place: Place): Promise<Published> {
  const { context, inputs, deps } = step;
  if (inputs["github-token"] === "") {
    throw notWritten(result, new Failure({ reason: "", what: "github-token is empty", remedy: "Hand one over." }));
  }
  const key = result.report.label;
  if (staysAsItIs(result.marker, result.apply)) return {};
  try {
    const { owner, repo } = context;
    const body = await bodyOf(step, result, place);
    const isOnlyUpdate = inputs.comment === "changes" && isWithoutChanges(result);
    const request = { owner, repo, pullRequest: place.number, action: planAction, key, body, isOnlyUpdate };
    const written = await (await deps.github()).upsertComment(request);
    for (const id of written.foreign) {
      deps.host.annotate({
        level: "warning",
        message: describeLookAlike(id),
      });
    }
    return written.change === "none" ? {} : { comment: { id: written.id, url: written.url } };
  } catch (thrown) {
    if (!(thrown instanceof Outdated)) throw notWritten(result, thrown);
    deps.host.log.info(`The comment for ${key} shows a later run of another commit; it stays as it is.`);
    return {};
  }
}

/** The comment of a plan; that of an apply is made from the one that is there, so that what was reviewed stays in it. */
async function bodyOf(step: ReportStep, result: NamedResult, place: Place): Promise<CommentRequest["body"]> {
  const { report, marker, outline, apply } = result;
  if (apply === undefined) {
    return (current) => {
      if (isOutdated(marker, current?.marker)) throw new Outdated();
      // A proof cannot be renewed here; there the status of the Deployment says it.
      const kept = marker.mac === undefined ? keepUnsaved(marker, current?.marker, undefined) : marker;
      return renderComment(report, kept, outline === "" ? {} : { outline });
    };
  }
  const settled = await settleReview(step, result, place);
  const parts = settled.outline === "" ? { apply } : { outline: settled.outline, apply };
  return (current) => renderApplyComment(current?.body, report, settled.marker, parts);
}

/** A later run has told the plan of another head. */
class Outdated extends Error {}

/**
 * Whether the comment is of a later run for another head. When this job began says nothing about that: its plan may have
 * taken longer than the later run's. GitHub counts runs upwards.
 */
function isOutdated({ data }: Marker, current: Marker | undefined): boolean {
  const [ours, theirs] = [runOf(data), runOf(current?.data ?? {})];
  return current !== undefined && current.data["head"] !== data["head"] && theirs > ours;
}

function runOf(data: Marker["data"]): bigint {
  const found = /^[0-9]{1,20}/.exec(String(data["appliedBy"] ?? data["run"]));
  return found === null ? 0n : BigInt(found[0]);
}

/**
 * What the comment carries as reviewed. A proof speaks for itself; without one a file makes no review of its own: what
 * stands on the pull request stays, if nobody edited it.
 */
async function settleReview(
  { deps, context }: ReportStep,
  { marker, outline }: NamedResult,
  place: Place,
): Promise<{ marker: Marker; outline: string }> {
  const isReview = marker.data["fingerprint"] !== "";
  if (isReview && marker.mac !== undefined) return { marker, outline };
  const { outline: _outline, ...data } = marker.data;
  const told = isReview ? { ...marker, data: { ...data, fingerprint: "" } } : marker;
  const { owner, repo } = context;
  const where = { owner, repo, pullRequest: place.number, sealKey: "" };
  const kept = await keepReview(() => deps.github(), { ...where, marker: told, outline: "" });
  if (kept !== undefined) return kept;
  throw new Failure({
    reason: "comment-failed",
    what: "whether somebody edited the plan comment could not be found out, and what it says about the review must not be written anew",
    remedy: "Run this job again, or run terraform-plan and terraform-apply with a seal-key.",
  });
}

function isWithoutChanges({ report, apply }: NamedResult): boolean {
  return apply === undefined ? report.result === "no-changes" : apply.result === "no-changes";
}

/** The failure of a comment that is not there. */
export function notWritten({ kind }: Pick<NamedResult, "kind">, thrown: unknown): Failure {
  const failure = toFailure(thrown);
  if (failure.reason === "cancelled") return failure;
  const what = kind === "plan" ? "The plan" : "The record of the apply";
  return new Failure({
    reason: "comment-failed",
    what: `${what} is not on the pull request, only in the step summary: ${failure.what}.${permissionHint(thrown)}`,
    remedy: failure.remedy,
    cause: thrown,
  });
}
