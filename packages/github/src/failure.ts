/**
 * What a user reads when GitHub does not do what was asked: what happened and why, and what to do about it.
 */
import { Failure } from "@handrail/runner";
import type { FailureFacts } from "@handrail/runner";

/** The kinds of failure; the value of `reason`. */
export type GitHubReason =
  | "github-unauthorized"
  | "github-forbidden"
  | "github-not-found"
  | "github-locked"
  | "github-archived"
  | "github-rules" /* a ruleset or branch protection is against it */
  | "github-pulls-not-allowed" /* the setting that lets GitHub Actions open pull requests is off */
  | "github-gone"
  | "github-rejected"
  | "github-rate-limited"
  | "github-unavailable"
  | "github-bad-answer"
  | "github-refused-url";

/** A call to GitHub that failed for good: retries, where they make sense, are behind us. */
export class GitHubFailure extends Failure {
  declare readonly reason: GitHubReason;
  /** The answer's status; absent when there was no answer. */
  readonly status?: number;
  /** The missing permission as it is written in a workflow, for example `pull-requests: write`. */
  readonly permission?: string;
  /** GitHub's own words, as one short line; absent when it had none. Text from outside. */
  readonly says?: string;

  constructor(facts: FailureFacts & { reason: GitHubReason; status?: number; permission?: string; says?: string }) {
    super(facts);
    this.name = "GitHubFailure";
    if (facts.status !== undefined) this.status = facts.status;
    if (facts.permission !== undefined) this.permission = facts.permission;
    if (facts.says !== undefined && facts.says !== "") this.says = facts.says;
  }
}

/** Whether a call failed in a way after which it may have been done all the same: the answer was lost or no answer. */
export function isLost(error: unknown): error is GitHubFailure {
  return error instanceof GitHubFailure && LOST.has(error.reason);
}

const LOST: ReadonlySet<GitHubReason> = new Set(["github-unavailable", "github-bad-answer"]);
