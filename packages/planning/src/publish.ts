/**
 * Brings the report to the pull request. A comment that cannot be written never changes the plan's result: it costs a
 * named warning, and the step summary says it all.
 */
import { describeUnkept } from "@handrail/github";
import type { Marker } from "@handrail/github";
import type { CommentRequest, CommentResult } from "@handrail/github/client";
import type { PlanReport } from "@handrail/report";
import { planAction } from "@handrail/report";

/** What is asked of GitHub. */
export type CommentWriter = { upsertComment(request: CommentRequest): Promise<CommentResult> };

export type Publication = {
  comment?: { id: number; url: string };
  /** Why there is no comment, or what is odd about it; one line each. */
  warnings: string[];
};

export type PublishOptions = {
  report: PlanReport;
  owner: string;
  repo: string;
  pullRequest: number;
  /** The whole body, or what makes it of the comment that is there. */
  body: CommentRequest["body"];
  isGenuine?: (marker: Marker) => boolean;
  /** What it tells of, for the warning: `The plan` when left out. */
  subject?: string;
  /** Bring an existing comment up to date, but make no new one. */
  isOnlyUpdate: boolean;
  /** When the run began, in seconds since 1970; for the post step. */
  startedAt?: number;
};

/** Whether the report goes to the pull request, and how. */
export function decideComment(
  mode: "always" | "changes" | "never",
  result: PlanReport["result"],
  pullRequest: number | undefined,
): "write" | "update" | "none" {
  if (mode === "never" || pullRequest === undefined) return "none";
  return mode === "changes" && result === "no-changes" ? "update" : "write";
}

/** Writes the comment. Never throws. */
export async function publishComment(
  writer: () => Promise<CommentWriter>,
  options: PublishOptions,
): Promise<Publication> {
  const { report, owner, repo, pullRequest, body, isGenuine, isOnlyUpdate } = options;
  try {
    const written = await (
      await writer()
    ).upsertComment({
      owner,
      repo,
      pullRequest,
      action: planAction,
      key: report.label,
      body,
      isOnlyUpdate,
      ...(isGenuine === undefined ? {} : { isGenuine }),
      ...(options.startedAt === undefined ? {} : { startedAt: options.startedAt }),
    });
    const warnings = written.foreign.map(describeLookAlike);
    return written.change === "none" ? { warnings } : { comment: { id: written.id, url: written.url }, warnings };
  } catch (thrown) {
    return { warnings: [describeMissingComment(thrown, options.subject)] };
  }
}

/** Why something is not on the pull request, for people. */
export function describeMissingComment(thrown: unknown, subject = "The plan"): string {
  return describeUnkept(thrown, `${subject} is not on the pull request, only in the step summary`);
}

/** What is said of a comment that bears our marker and is somebody else's. */
export function describeLookAlike(id: number): string {
  return `Comment ${id} looks like a plan comment, and is not ours. It was left alone; do not trust it.`;
}
