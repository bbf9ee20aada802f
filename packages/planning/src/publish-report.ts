/**
 * Brings a report to its pull request, for the main step and for the one that cleans up behind it: whether, where, with
 * which marker. What can go wrong on the way is in publish.ts.
 */
import type { Marker } from "@handrail/github";
import { renderComment, isGenuineMarker, markReport } from "@handrail/report";
import { decideComment, publishComment } from "./publish.ts";
import type { CommentWriter, Publication } from "./publish.ts";
import type { PlanReport } from "@handrail/report";
import type { PlanStep } from "./step.ts";

/**
 * Publishes the report, unless the inputs say otherwise or there is no pull request. Never throws.
 * @param startedAt when the run began, in seconds since 1970, if that was before this process did
 */
export async function publishReport(
  { inputs, context, pullRequest }: PlanStep,
  report: PlanReport,
  client: () => Promise<CommentWriter>,
  startedAt?: number,
): Promise<Publication> {
  const decision = decideComment(inputs.comment, report.result, pullRequest);
  if (decision === "none" || pullRequest === undefined) return { warnings: [] };
  if (inputs["github-token"] === "") {
    return { warnings: ["The plan is not on the pull request, only in the step summary: github-token is empty."] };
  }
  const key = inputs["seal-key"];
  return publishComment(client, {
    report,
    owner: context.owner,
    repo: context.repo,
    pullRequest,
    body: renderComment(report, markReport(report, key === "" ? undefined : key)),
    ...(key === "" ? {} : { isGenuine: (found: Marker) => isGenuineMarker(found, key) }),
    isOnlyUpdate: decision === "update",
    ...(startedAt === undefined ? {} : { startedAt }),
  });
}
