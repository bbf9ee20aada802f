/** Pull requests as a test wants them, with SHAs and files that need not exist anywhere. */
import type { Context } from "./answers.ts";
import { addIssue } from "./issues.ts";
import type { Issue, PullFile } from "./store.ts";

/** What a test gives to have a pull request; everything has a default. */
export type NewPullRequest = {
  number?: number;
  title?: string;
  body?: string;
  author?: string;
  headRef?: string;
  headSha?: string;
  /** `owner/name` of the fork, or `"deleted"`; left out: same repository. */
  fork?: string;
  baseRef?: string;
  baseSha?: string;
  labels?: string[];
  draft?: boolean;
  files?: (PullFile | string)[];
  /** Commit ids besides the head's. */
  commits?: string[];
  state?: "open" | "closed";
  merged?: boolean;
  mergeCommitSha?: string;
  mergeable?: boolean | null;
};

/** Stores a pull request with the SHAs that the test names; no branch needs to exist. */
export function addPull(context: Pick<Context, "store" | "repository" | "identities">, given: NewPullRequest): Issue {
  const { store, repository, identities } = context;
  const issue = addIssue(store, repository, {
    title: given.title ?? "Change infrastructure",
    body: given.body ?? null,
    labels: given.labels ?? [],
    author: identities.account(given.author ?? "octocat"),
    ...(given.number === undefined ? {} : { number: given.number }),
  });
  const head = given.headSha ?? String(issue.number).padStart(40, "a");
  const repo = given.fork === "deleted" ? null : (given.fork ?? `${repository.owner}/${repository.repo}`);
  const isMerged = given.merged === true;
  issue.pull = {
    head: { ref: given.headRef ?? `change-${issue.number}`, sha: head, repo },
    base: { ref: given.baseRef ?? repository.defaultBranch, sha: given.baseSha ?? "b".repeat(40) },
    isTracked: false,
    isDraft: given.draft === true,
    mergedAt: isMerged ? store.timestamp() : null,
    mergedBy: isMerged ? issue.author : null,
    mergeCommitSha: given.mergeCommitSha ?? (isMerged ? String(issue.number).padStart(40, "c") : null),
    mergedAs: [],
    isMergeable: given.mergeable === undefined ? true : given.mergeable,
    files: (given.files ?? []).map((file) => (typeof file === "string" ? { filename: file } : file)),
    commits: given.commits ?? [],
    reviewers: [],
    teamReviewers: [],
  };
  if (isMerged || given.state === "closed") {
    issue.state = "closed";
    issue.closedAt = store.timestamp();
  }
  return issue;
}
