/** The pure door of @handrail/github: events, markers, markdown and budgets. The client is behind ./client. */
export { COMMENT_LIMIT, SUMMARY_LIMIT_BYTES, fit, measure, measureBytes } from "./budget.ts";
export type { Fitted, Piece } from "./budget.ts";
export { parseContext } from "./context.ts";
export type { GitHubContext } from "./context.ts";
export { GitHubFailure } from "./failure.ts";
export type { GitHubReason } from "./failure.ts";
export { proxyFor, proxySecrets } from "@handrail/runner";
export { findHolder } from "./lock-holder.ts";
export type { LockHolder, LockWaiter } from "./lock-holder.ts";
export { code, codeHtml, details, escapeMarkdown, fence, table } from "./markdown.ts";
export { parseMarker, renderMarker } from "./marker.ts";
export type { Marker } from "./marker.ts";
export { macMarker, verifyMarker } from "./marker-mac.ts";
export { mergedPullRequest } from "./merged-pull-request.ts";
export { parsePullRequest } from "./pull-request.ts";
export type { PullRequestRef } from "./pull-request.ts";
export type { JobStep, RunningRun, WorkflowJob, WorkflowRun } from "./workflow-run.ts";
