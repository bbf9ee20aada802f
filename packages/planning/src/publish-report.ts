/**
 * Brings a report to its pull request, for the main step and for the one that cleans up behind it: whether, where, with
 * which marker. What can go wrong on the way is in publish.ts.
 */
import type { Marker } from "@handrail/github";
import { renderComment, isGenuineMarker, keepUnsaved, markReport } from "@handrail/report";
import { hashOutline } from "@handrail/terraform";
import { decideComment, publishComment } from "./publish.ts";
import type { CommentWriter, Publication } from "./publish.ts";
import type { PlanReport } from "@handrail/report";
import type { PlanStep } from "./step.ts";

/** What is published beside the report. */
export type PublishFacts = {
  client: () => Promise<CommentWriter>;
  /** What a later apply compares with; "" when there is none. */
  outline?: string;
  /** When the run began, in seconds since 1970, if that was before this process did. */
  startedAt?: number;
};

/** The marker of a step's report: what result file and comment carry. */
export function markerOf({ inputs }: Pick<PlanStep, "inputs">, report: PlanReport, outline: string): Marker {
  const key = inputs["seal-key"];
  return markReport(report, key === "" ? undefined : key, outline === "" ? "" : hashOutline(outline));
}

/** Publishes the report, unless the inputs say otherwise or there is no pull request. Never throws. */
export async function publishReport(
  step: PlanStep,
  report: PlanReport,
  { client, outline = "", startedAt }: PublishFacts,
): Promise<Publication> {
  const { inputs, context, pullRequest } = step;
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
    body: (current) => {
      const marker = keepUnsaved(markerOf(step, report, outline), current?.marker, key === "" ? undefined : key);
      return renderComment(report, marker, outline === "" ? {} : { outline });
    },
    ...(key === "" ? {} : { isGenuine: (found: Marker) => isGenuineMarker(found, key) }),
    isOnlyUpdate: decision === "update",
    ...(startedAt === undefined ? {} : { startedAt }),
  });
}
