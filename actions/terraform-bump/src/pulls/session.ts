/**
 * What one publishing of pull requests is handed, what it knows and what it has done so far.
 */
import { GitHubFailure } from "@handrail/github";
import type { GitHubClient } from "@handrail/github/client";
import type { GitHubRepository, PullRequest } from "@handrail/github/repository";
import type { HeldReason } from "../decide/update.ts";
import type { DesiredPullRequest, PullRequestResult } from "./desired.ts";
import type { Situation } from "./survey.ts";

/** What publishing calls, and nothing more. */
export type PullDeps = {
  repository: GitHubRepository;
  github: Pick<GitHubClient, "viewerLogin" | "upsertComment" | "compareCommits">;
  /** One line for the log. */
  say(text: string): void;
};

/** What is to be published, and how. */
export type SyncInput = {
  /** In the order in which they may be opened. */
  desired: readonly DesiredPullRequest[];
  /** The branch pull requests are for, and the commit of it that `desired` was made from. */
  base: { branch: string; sha: string };
  /** What our branches begin with, without a slash at the end: `handrail/bump`. */
  prefix: string;
  /** For new pull requests only. */
  labels: readonly string[];
  assignees: readonly string[];
  reviewers: readonly string[];
  teamReviewers: readonly string[];
  isDraft: boolean;
  /** How many of ours may be open. */
  maxOpen: number;
  /** Read everything, write nothing. */
  isDryRun: boolean;
  /** Whether the token may write workflow files. Left out: the job's own token may not, any other is tried. */
  mayWriteWorkflows?: boolean;
  /** Of which keys (as nameOf has them) this run does not know whether they are wanted: theirs stay as they are. */
  isUnknown?: (key: string) => boolean;
  /**
   * Of which keys (as nameOf has them) only a part is known in this run: what is wanted may be opened, and does not take
   * the place of what is open.
   */
  isPartlyKnown?: (key: string) => boolean;
  /** Why a key is not wanted any more, as a sentence of markdown. */
  gone?: ReadonlyMap<string, string>;
};

/** One that was not published, or a file that it lacks. The key is Proposal.key. */
export type HeldPullRequest = {
  key: string;
  reason: HeldReason;
  /** A sentence without its full stop; names from outside as they are. */
  why: string;
  /** The workflow file that was left out. */
  file?: string;
  isFailure?: boolean;
};

/** What was done; in a dry run, what would be. A pull request that would be opened has the number 0 and no URL. */
export type SyncResult = {
  results: PullRequestResult[];
  held: HeldPullRequest[];
  /** Workflow files that had to be left out, by key. */
  leftOut: Map<string, string[]>;
  /** Warnings: labels, assignees or reviewers that could not be set. */
  notes: string[];
};

/** One publishing. */
export type Session = {
  input: SyncInput;
  deps: PullDeps;
  situation: Situation;
  /** Where the base branch is now. */
  baseHead: string;
  mayWriteWorkflows: boolean | undefined;
  done: SyncResult;
  /** How many of ours are open. */
  open: number;
  /** Numbers of those that we closed. */
  closed: Set<number>;
  /** Opened by this run. */
  opened: { desired: DesiredPullRequest; pull: PullRequest }[];
  /** The token turned out not to be allowed to write workflow files. */
  hasNoWorkflows: boolean;
  /** The tree of the base commit. */
  tree?: string;
  /** Nothing can be written any more, and why. */
  stopped?: GitHubFailure;
  /** Nothing can be opened any more, and why. */
  noOpening?: GitHubFailure;
};

const TOKEN_PERMISSIONS = new Set(["contents: write", "pull-requests: write"]);

/** Notes a failure of one pull request, and whether the others would fail as well. Throws what is none of GitHub's. */
export function fail(session: Session, key: string, thrown: unknown): void {
  if (!(thrown instanceof GitHubFailure)) throw thrown;
  const { reason, permission } = thrown;
  if (reason === "github-pulls-not-allowed") session.noOpening = thrown;
  const isForAll =
    ["github-unauthorized", "github-rate-limited", "github-archived"].includes(reason) ||
    (reason === "github-forbidden" && TOKEN_PERMISSIONS.has(permission ?? ""));
  if (isForAll) session.stopped = thrown;
  holdFailed(session, key, thrown);
}

/** Whether GitHub would not answer any further call. */
export function isDeaf({ stopped }: Session): boolean {
  return stopped?.reason === "github-unauthorized" || stopped?.reason === "github-rate-limited";
}

/** Holds one because of a failure. */
export function holdFailed(session: Session, key: string, { what, remedy }: GitHubFailure): void {
  const why = `${what}. ${remedy.replace(/\.$/, "")}`;
  session.done.held.push({ key, reason: "pull-request-failed", why, isFailure: true });
}

/** Notes what became of a pull request. */
export function report(
  session: Session,
  key: string,
  pull: Pick<PullRequest, "number" | "url" | "headRef">,
  state: PullRequestResult["state"],
): void {
  const { number, url, headRef } = pull;
  session.done.results.push({ key, number, url, branch: headRef, state });
}
