/**
 * Brings one result to its pull request: a new comment, or the plan's comment turned into the record of its apply.
 */
import { GitHubFailure } from "@handrail/github";
import type { Marker } from "@handrail/github";
import type { CommentRequest } from "@handrail/github/client";
import { outlineOf, planAction, renderComment, renderKeptComment } from "@handrail/report";
import { Failure, toFailure } from "@handrail/runner";
import { settleReview } from "./agreement.ts";
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
  try {
    const { owner, repo } = context;
    const body = bodyOf(result);
    const isOnlyUpdate = inputs.comment === "changes" && isWithoutChanges(result);
    const request = { owner, repo, pullRequest: place.number, action: planAction, key, body, isOnlyUpdate };
    const written = await (await deps.github()).upsertComment(request);
    for (const id of written.foreign) {
      deps.host.annotate({
        level: "warning",
        message: `Comment ${id} looks like a plan comment, and is not ours. It was left alone; do not trust it.`,
      });
    }
    return written.change === "none" ? {} : { comment: { id: written.id, url: written.url } };
  } catch (thrown) {
    throw notWritten(result, thrown);
  }
}

/** The comment of a plan; that of an apply is made from the one that is there, so that what was reviewed stays in it. */
function bodyOf(result: NamedResult): CommentRequest["body"] {
  const { report, marker, outline, apply } = result;
  if (apply === undefined) return renderComment(report, marker, outline === "" ? {} : { outline });
  return (current) => {
    const settled = settleReview(result, current?.marker);
    const own = outlineFor(settled, outline, current?.body ?? "");
    const parts = { ...(own === "" ? {} : { outline: own }), apply };
    const isWithoutPlan = report.counts === undefined && current !== undefined;
    const kept = isWithoutPlan ? renderKeptComment(current.body, report, settled.marker, parts) : undefined;
    return kept ?? renderComment(report, settled.marker, parts);
  };
}

/** The outline belongs to the review: without a proof it is the one that stands there, too. */
function outlineFor({ marker, isReview }: { marker: Marker; isReview: boolean }, given: string, body: string): string {
  if (!isReview) return "";
  return marker.mac === undefined ? outlineOf(body) : given;
}

function isWithoutChanges({ report, apply }: NamedResult): boolean {
  return apply === undefined ? report.result === "no-changes" : apply.result === "no-changes";
}

/** The failure of a comment that is not there. */
export function notWritten({ kind }: Pick<NamedResult, "kind">, thrown: unknown): Failure {
  const failure = toFailure(thrown);
  if (failure.reason === "cancelled") return failure;
  const permission = thrown instanceof GitHubFailure ? thrown.permission : undefined;
  const missing = permission === undefined ? "" : ` The job needs \`permissions: ${permission}\`.`;
  const what = kind === "plan" ? "The plan" : "The record of the apply";
  return new Failure({
    reason: "comment-failed",
    what: `${what} is not on the pull request, only in the step summary: ${failure.what}.${missing}`,
    remedy: failure.remedy,
    cause: thrown,
  });
}
