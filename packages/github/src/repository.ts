/**
 * The door to one repository's branches, commits and pull requests, behind a client's `request`. It stands beside
 * ./client so that actions that only comment do not carry it.
 */
import { askRepositoryId, createBranch, listBranches, moveBranch, readBranch } from "./branches.ts";
import type { Branch, Moved } from "./branches.ts";
import { listCommitsAhead } from "./commits-ahead.ts";
import type { Ahead } from "./commits-ahead.ts";
import { createCommit, createTree, treeOf } from "./git-objects.ts";
import type { TreeFile } from "./git-objects.ts";
import type { Place } from "./place.ts";
import {
  addAssignees,
  addLabels,
  hadLabel,
  listPullRequests,
  openPullRequest,
  pullRequestsOfBranch,
  requestReviews,
  updatePullRequest,
} from "./pulls.ts";
import type { NewPullRequest, PullRequest, PullRequestQuery } from "./pulls.ts";
import type { Request } from "./requester.ts";
import { newestDeployments } from "./task-deployments.ts";
import type { TaskDeployment, TaskQuery } from "./task-deployments.ts";

export type { Branch, Moved } from "./branches.ts";
export type { Ahead, Commit } from "./commits-ahead.ts";
export type { TreeFile } from "./git-objects.ts";
export type { NewPullRequest, PullRequest, PullRequestQuery } from "./pulls.ts";
export type { TaskDeployment, TaskQuery } from "./task-deployments.ts";

/** A repository. Branches are named without `refs/heads/`. Every verb rejects with GitHubFailure, or the signal's reason. */
export interface GitHubRepository {
  readonly owner: string;
  readonly repo: string;
  readBranch(branch: string): Promise<string | undefined>;
  listBranches(prefix: string): Promise<Branch[]>;
  /** Makes a branch; `isDone` is false when there is one already that is somewhere else. */
  createBranch(branch: string, sha: string): Promise<Moved>;
  /** Moves a branch, by force, only from the commit that is expected. */
  moveBranch(branch: string, move: { from: string; to: string }): Promise<Moved>;
  /** Deletes a branch, only when it is at the commit that is expected; that there is none is fine. */
  deleteBranch(branch: string, from: string): Promise<Moved>;
  treeOf(commit: string): Promise<string>;
  /** The tree `base` with these files in it. */
  createTree(base: string, files: readonly TreeFile[]): Promise<string>;
  /** A commit in the token's name; GitHub signs it for bots. */
  createCommit(commit: { message: string; tree: string; parent: string }): Promise<string>;
  /** The commits that `head` has and `base` has not; both are full hashes. */
  commitsAhead(range: { base: string; head: string }): Promise<Ahead>;
  listPullRequests(query: PullRequestQuery): Promise<PullRequest[]>;
  /** Every pull request that a branch of this name was ever the head of, newest first. */
  pullRequestsOfBranch(branch: string): Promise<PullRequest[]>;
  /** Opens a pull request; when there is one already for the two branches it is that one. */
  openPullRequest(wanted: NewPullRequest): Promise<{ pull: PullRequest; isNew: boolean }>;
  updatePullRequest(
    number: number,
    changed: { title?: string; body?: string; state?: "open" | "closed" },
  ): Promise<void>;
  addLabels(number: number, labels: readonly string[]): Promise<void>;
  hadLabel(number: number, label: string): Promise<boolean>;
  /** Returns those whom GitHub did not assign. */
  addAssignees(number: number, assignees: readonly string[]): Promise<string[]>;
  requestReviews(number: number, who: { reviewers: readonly string[]; teams: readonly string[] }): Promise<void>;
  /** The newest deployment of each subject that has one, with its newest status. */
  newestDeployments(query: TaskQuery): Promise<Map<string, TaskDeployment>>;
}

/** Opens a repository. Nothing is sent before the first verb. */
export function openRepository(
  { request }: { request: Request },
  where: { owner: string; repo: string; graphqlUrl: string },
): GitHubRepository {
  const { owner, repo } = where;
  let id: Promise<string> | undefined;
  const place: Place = {
    request,
    ...where,
    repositoryId: () => {
      const asked = id ?? askRepositoryId(place);
      id = asked;
      return asked.catch((error: unknown) => {
        if (id === asked) id = undefined;
        throw error;
      });
    },
  };
  return {
    owner,
    repo,
    readBranch: (branch) => readBranch(place, branch),
    listBranches: (prefix) => listBranches(place, prefix),
    createBranch: (branch, sha) => createBranch(place, branch, sha),
    moveBranch: (branch, move) => moveBranch(place, branch, move),
    deleteBranch: (branch, from) => moveBranch(place, branch, { from, to: undefined }),
    treeOf: (commit) => treeOf(place, commit),
    createTree: (base, files) => createTree(place, base, files),
    createCommit: (commit) => createCommit(place, commit),
    commitsAhead: (range) => listCommitsAhead(place, range),
    listPullRequests: (query) => listPullRequests(place, query),
    pullRequestsOfBranch: (branch) => pullRequestsOfBranch(place, branch),
    openPullRequest: (wanted) => openPullRequest(place, wanted),
    updatePullRequest: (number, changed) => updatePullRequest(place, number, changed),
    addLabels: (number, labels) => addLabels(place, number, labels),
    hadLabel: (number, label) => hadLabel(place, number, label),
    addAssignees: (number, assignees) => addAssignees(place, number, assignees),
    requestReviews: (number, who) => requestReviews(place, number, who),
    newestDeployments: (query) => newestDeployments(place, query),
  };
}
