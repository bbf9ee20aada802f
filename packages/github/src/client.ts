/**
 * The effect door of @handrail/github: GitHub behind a few verbs. Load it lazily: it brings node's network stack.
 */
import type { Clock, Log } from "@handrail/runner";
import { listChangedFiles } from "./changed-files.ts";
import { compareCommits } from "./compare-commits.ts";
import type { Comparison } from "./compare-commits.ts";
import type { Deployment, DeploymentStatus } from "./deployment.ts";
import { listDeployments } from "./deployment-list.ts";
import type { DeploymentListQuery, DeploymentQuery, ListedDeployment } from "./deployment-list.ts";
import { createDeployment, latestDeployment, setDeploymentStatus } from "./deployments.ts";
import type { DeploymentRequest, DeploymentStatusRequest } from "./deployments.ts";
import { GitHubFailure } from "./failure.ts";
import { findComment } from "./find-comment.ts";
import type { CommentQuery, FoundComment } from "./find-comment.ts";
import { parsePullRequest } from "./pull-request.ts";
import type { PullRequestRef } from "./pull-request.ts";
import { listPullRequestsOf } from "./pull-requests-of.ts";
import { createRequester } from "./requester.ts";
import type { Request, Requester } from "./requester.ts";
import { readRunState } from "./run-state.ts";
import type { RunQuery } from "./run-state.ts";
import { listRunningJobs } from "./running-jobs.ts";
import { upsertComment } from "./upsert-comment.ts";
import type { CommentRequest, CommentResult, Self } from "./upsert-comment.ts";
import { askViewerLogin, normaliseLogin } from "./viewer.ts";
import type { RunState, RunningRun } from "./workflow-run.ts";

export type { Comparison } from "./compare-commits.ts";
export type { Deployment, DeploymentState, DeploymentStatus } from "./deployment.ts";
export type { DeploymentListQuery, DeploymentQuery, ListedDeployment } from "./deployment-list.ts";
export type { DeploymentRequest, DeploymentStatusRequest } from "./deployments.ts";
export { GitHubFailure } from "./failure.ts";
export type { CommentQuery, FoundComment } from "./find-comment.ts";
export type { GitHubReason } from "./failure.ts";
export { proxySecrets } from "@handrail/runner";
export type { CallOptions, Request, WaitBudget } from "./requester.ts";
export type { RunQuery } from "./run-state.ts";
export type { Answer } from "./transport.ts";
export type { CommentRequest, CommentResult, CurrentComment } from "./upsert-comment.ts";
export type { JobStep, RunState, RunningRun, WorkflowJob, WorkflowRun } from "./workflow-run.ts";

/** Everything a client needs. */
export type ClientOptions = {
  /** "" calls without a token. */
  token: string;
  apiUrl: string;
  graphqlUrl: string;
  clock: Clock;
  log: Log;
  /** Longest time one verb waits for rate limits, in ms: 5 minutes. */
  maxWaitMs?: number;
  /** Pause between two calls that change something, in ms: 1000. */
  mutationGapMs?: number;
  /** Longest time for one exchange, in ms of real time: 30 seconds. */
  timeoutMs?: number;
  /** Ends everything under way: calls and waits reject with its reason. */
  signal?: AbortSignal;
  /** Where HTTPS_PROXY, HTTP_PROXY and NO_PROXY are read: the process's own. */
  environment?: Readonly<Record<string, string | undefined>>;
  /** Jitter, in [0, 1): Math.random. */
  random?: () => number;
};

/** GitHub. Every verb rejects with GitHubFailure (or the signal's reason), never with anything else. */
export interface GitHubClient {
  /**
   * Any call, with this client's retries and limits: `request("GET /repos/{owner}/{repo}/pulls", { owner, repo, state })`.
   * Parameters fill the route's braces, the rest is the query or the JSON body.
   */
  readonly request: Request;
  /** The login that this token's comments carry. Asked once. */
  viewerLogin(): Promise<string>;
  /** Creates or updates the one comment of an action and key; see upsert-comment.ts. */
  upsertComment(comment: CommentRequest): Promise<CommentResult>;
  /** A pull request as it is now. */
  pullRequest(owner: string, repo: string, number: number): Promise<PullRequestRef>;
  /** The paths that a pull request changes, 3,000 at most. */
  changedFiles(owner: string, repo: string, number: number): Promise<string[]>;
  /** The pull requests that a commit belongs to; mergedPullRequest says which one it is the result of. */
  pullRequestsOf(owner: string, repo: string, sha: string): Promise<PullRequestRef[]>;
  /** Where `head` is, seen from `base`; both are commits, branches or tags. */
  compareCommits(owner: string, repo: string, base: string, head: string): Promise<Comparison>;
  /** The comment that upsertComment would update, and whether it is as we wrote it. Needs to read only. */
  findComment(query: CommentQuery): Promise<FoundComment | undefined>;
  /** Creates the record of a deployment; once, also when GitHub's answer is lost. */
  createDeployment(deployment: DeploymentRequest): Promise<Deployment>;
  /** Says how a deployment goes. */
  setDeploymentStatus(id: number, status: DeploymentStatusRequest): Promise<void>;
  /** The newest deployment of a task in an environment with its newest status; absent when it has none yet. */
  latestDeployment(query: DeploymentQuery): Promise<(Deployment & { status?: DeploymentStatus }) | undefined>;
  /** The newest relevant deployments of a task in an environment, newest first, with their statuses when asked for. */
  listDeployments(query: DeploymentListQuery): Promise<ListedDeployment[]>;
  /** Whether an attempt of a workflow run has completed. Needs `actions: read`, and says so when it is missing. */
  runState(query: RunQuery): Promise<RunState>;
  /** The workflow runs in progress with their jobs and steps, for findHolder. Needs `actions: read`. */
  runningJobs(where: { owner: string; repo: string; startedBefore?: number }): Promise<RunningRun[]>;
}

/** Creates a client. Nothing is sent before the first verb. */
export function createClient(options: ClientOptions): GitHubClient {
  const requester = createRequester({
    maxWaitMs: 300_000,
    mutationGapMs: 1_000,
    timeoutMs: 30_000,
    environment: process.env,
    random: Math.random,
    ...options,
  });
  let viewer: Promise<string> | undefined;
  const self: Self = {
    login: () => {
      const asked = viewer ?? askViewerLogin(requester);
      viewer = asked;
      return asked.catch((error: unknown) => {
        if (viewer === asked) viewer = undefined;
        throw error;
      });
    },
    learn: (login) => {
      viewer = Promise.resolve(normaliseLogin(login));
    },
  };
  return {
    request: requester.request,
    viewerLogin: () => self.login(),
    changedFiles: (owner, repo, pullRequest) => listChangedFiles(requester, { owner, repo, pullRequest }),
    upsertComment: (comment) => upsertComment(requester, self, comment),
    findComment: (query) => findComment(requester, self, query),
    pullRequest: (owner, repo, number) => readPullRequest(requester, { owner, repo, number }),
    pullRequestsOf: (owner, repo, sha) => listPullRequestsOf(requester, { owner, repo, sha }),
    compareCommits: (owner, repo, base, head) => compareCommits(requester, { owner, repo, base, head }),
    createDeployment: (deployment) => createDeployment(requester, deployment),
    setDeploymentStatus: (id, status) => setDeploymentStatus(requester, id, status),
    latestDeployment: (query) => latestDeployment(requester, query),
    listDeployments: (query) => listDeployments(requester, query),
    runState: (query) => readRunState(requester, query),
    runningJobs: (where) => listRunningJobs(requester, where),
  };
}

async function readPullRequest(
  requester: Requester,
  of: { owner: string; repo: string; number: number },
): Promise<PullRequestRef> {
  const answer = await requester.request(
    "GET /repos/{owner}/{repo}/pulls/{pull_number}",
    { owner: of.owner, repo: of.repo, pull_number: of.number },
    { expects: "object", permission: "pull-requests: read" },
  );
  const pullRequest = parsePullRequest(answer.data);
  if (pullRequest !== undefined) return pullRequest;
  throw new GitHubFailure({
    reason: "github-bad-answer",
    what: `GitHub's answer about pull request ${of.number} is not a pull request`,
    remedy: "Check what answers at GITHUB_API_URL.",
  });
}
