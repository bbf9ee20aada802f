/**
 * Which merged pull request a commit on a branch is the result of. Pure. What was approved there may be applied here, so
 * nothing is guessed.
 */
import type { PullRequestRef } from "./pull-request.ts";

/**
 * The one merged pull request that `sha` is the result of; undefined when there is none, "ambiguous" when several are.
 *
 * After a merge GitHub puts into `merge_commit_sha`: for a merge commit that commit, for a squash the squashed commit on
 * the base branch, for a rebase the commit that the base branch was updated to, which is the last of the new ones
 * (https://docs.github.com/rest/pulls/pulls#get-a-pull-request). The earlier commits of a rebase, and the commits of the
 * head branch below a merge commit, belong to the pull request but are not its result: they are none here. Where GitHub
 * does not name the commit, only a base branch moved forward to exactly the reviewed head counts.
 * @param pulls as pullRequestsOf lists them, in any order
 * @param sha the full hash of the commit
 */
export function mergedPullRequest(
  pulls: readonly PullRequestRef[],
  sha: string,
): PullRequestRef | "ambiguous" | undefined {
  if (sha === "") return undefined;
  // A list that moved between two pages can name the same one twice.
  const merged = [...new Map(pulls.filter((each) => each.isMerged).map((each) => [each.number, each])).values()];
  const results = merged.filter((each) => each.mergeCommitSha === sha);
  const [found, ...others] =
    results.length > 0 ? results : merged.filter((each) => each.mergeCommitSha === "" && each.headSha === sha);
  return others.length > 0 ? "ambiguous" : found;
}
