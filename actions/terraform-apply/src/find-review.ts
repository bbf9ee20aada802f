/**
 * Finds the pull request that a commit belongs to, and the review in its comment. The order of questions to GitHub; what
 * counts is decided in review.ts.
 */
import { mergedPullRequest } from "@handrail/github";
import type { PullRequestRef } from "@handrail/github";
import { describeLookAlike } from "@handrail/planning/conclude";
import { isGenuineMarker, planAction } from "@handrail/report";
import type { Failure } from "@handrail/runner";
import { toFailure } from "@handrail/runner";
import { notReviewed, readReview, requireCommit, requireOnBase } from "./review.ts";
import type { ApplyStep, Reviewed } from "./step.ts";

/**
 * Events that anybody who can read may cause, a wiki that is open to all among them: what they say is no order.
 * https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
const ORDERS =
  /^(?:issue_comment|commit_comment|discussion|discussion_comment|issues|pull_request_review(?:_comment)?|fork|gollum|watch)$/;

/** @throws Failure `not-reviewed` for an event that is no approval of a commit */
export function requireEvent({ context }: Pick<ApplyStep, "context">): void {
  if (!ORDERS.test(context.eventName)) return;
  throw notReviewed(
    `An event of ${context.eventName} does not approve a commit: anybody who can read the repository can cause it`,
    "Apply on push, on a merged pull_request or on workflow_dispatch, and approve with the job's environment.",
  );
}

/**
 * The step with its pull request as GitHub has it now. With `isNeeded` it must be found; without, a step that finds none
 * goes on without one.
 * @throws Failure `not-reviewed`
 */
export async function findPullRequest(step: ApplyStep, isNeeded: boolean): Promise<ApplyStep> {
  const { context, inputs, deps } = step;
  if (inputs["github-token"] === "" || (context.sha === "" && step.pullRequest === undefined)) return step;
  try {
    const github = await deps.github();
    const { owner, repo, sha } = context;
    const named = step.pullRequest;
    const found =
      named === undefined
        ? mergedPullRequest(await github.pullRequestsOf(owner, repo, sha), sha)
        : await github.pullRequest(owner, repo, named);
    if (found === undefined || found === "ambiguous") {
      if (!isNeeded) return step;
      throw notReviewed(
        found === undefined
          ? `Commit ${sha} is not the result of a merged pull request`
          : `Commit ${sha} is the result of more than one merged pull request`,
        "Name the pull request that was reviewed in the input pull-request. What was pushed directly nobody has reviewed: open a pull request (any change will do), its plan shows everything that is still to be done.",
      );
    }
    return { ...step, pullRequest: found.number, context: { ...context, pullRequest: found } };
  } catch (thrown) {
    const failure = toFailure(thrown);
    if (isNeeded) throw unreadable(failure);
    deps.host.log.info(`The pull request of this commit is not known: ${failure.what}`);
    return step;
  }
}

function unreadable(failure: Failure): Failure {
  if (failure.reason === "not-reviewed" || failure.reason === "cancelled") return failure;
  return notReviewed(`The review cannot be read: ${failure.what}`, failure.remedy);
}

/**
 * Reads the review of a step that applies without a plan file.
 * @throws Failure `not-reviewed`
 */
export async function findReview(step: ApplyStep): Promise<Reviewed> {
  const { context, inputs, target, deps } = step;
  const { pullRequest } = context;
  if (pullRequest === undefined) throw notReviewed("Nobody can tell which pull request was reviewed");
  requireMerged(step, pullRequest);
  const sealKey = inputs["seal-key"];
  try {
    const github = await deps.github();
    const { owner, repo } = context;
    await requireBelonging(step, pullRequest);
    const comment = await github.findComment({
      owner,
      repo,
      pullRequest: pullRequest.number,
      action: planAction,
      key: step.label,
      ...(sealKey === "" ? {} : { isGenuine: (marker) => isGenuineMarker(marker, sealKey) }),
    });
    const reviewed = readReview(comment, {
      repository: `${owner}/${repo}`,
      pullRequest,
      label: step.label,
      directory: target.directory,
      workspace: deps.terraform.selectedWorkspace(),
      sealKey,
    });
    const foreign = comment?.foreign ?? [];
    // Where nobody writes the record of an apply into the comment, it does not say that one was begun either.
    const isBegun = reviewed.isBegun || inputs.comment === "never";
    return { ...reviewed, isBegun, notes: [...reviewed.notes, ...foreign.map(describeLookAlike)] };
  } catch (thrown) {
    throw unreadable(toFailure(thrown));
  }
}

/** Merged is reviewed; an open one must be named on purpose, and be no stranger's. */
function requireMerged({ inputs }: ApplyStep, pullRequest: PullRequestRef): void {
  if (pullRequest.isMerged) return;
  if (inputs["pull-request"] === undefined) {
    throw notReviewed(
      `Pull request ${pullRequest.number} is not merged`,
      "Merge it, or name it in the input pull-request to apply before the merge.",
    );
  }
  if (!pullRequest.isFork && !pullRequest.isClosed) return;
  throw notReviewed(
    pullRequest.isFork
      ? `Pull request ${pullRequest.number} comes from a fork and is not merged`
      : `Pull request ${pullRequest.number} was closed without a merge`,
    "Merge it first: its code would run with this repository's credentials.",
  );
}

/** Asks GitHub only where the event and the commit do not say it. */
async function requireBelonging(
  { context, deps, eventPullRequest }: ApplyStep,
  pullRequest: PullRequestRef,
): Promise<void> {
  const { owner, repo, sha, eventName } = context;
  const result = pullRequest.isMerged ? pullRequest.mergeCommitSha : pullRequest.headSha;
  if (sha === result || (pullRequest.isMerged && sha === pullRequest.headSha)) return;
  if (eventName === "pull_request" && eventPullRequest === pullRequest.number) return;
  const github = await deps.github();
  requireCommit(pullRequest, sha, await github.compareCommits(owner, repo, result, sha));
  if (pullRequest.isMerged) {
    requireOnBase(pullRequest, sha, await github.compareCommits(owner, repo, pullRequest.baseRef, sha));
  }
}

/**
 * Looks at the pull request once more, right before anything is changed: an open one may have a new head.
 * @throws Failure `not-reviewed`
 */
export async function requireUnmoved({ context, deps, inputs }: ApplyStep): Promise<string | undefined> {
  const { pullRequest, owner, repo } = context;
  if (pullRequest === undefined || pullRequest.isMerged || inputs["github-token"] === "") return undefined;
  let now: PullRequestRef;
  try {
    now = await (await deps.github()).pullRequest(owner, repo, pullRequest.number);
  } catch (thrown) {
    const failure = toFailure(thrown);
    if (inputs["plan-file"] === "" && inputs.approval === "reviewed") throw unreadable(failure);
    return `Whether pull request ${pullRequest.number} moved since the plan is not known: ${failure.what}`;
  }
  if (now.headSha === pullRequest.headSha) return undefined;
  throw notReviewed(
    `Pull request ${pullRequest.number} moved on: its head is ${now.headSha}, the plan shows ${pullRequest.headSha}`,
  );
}
