/**
 * Which pull requests a commit belongs to. Reading only; which of them it is the result of is decided in
 * merged-pull-request.ts.
 */
import { readAllPages } from "./pages.ts";
import { parsePullRequest } from "./pull-request.ts";
import type { PullRequestRef } from "./pull-request.ts";
import type { Requester } from "./requester.ts";

/** A commit is in a handful of pull requests; a thousand are a repository where the answer no longer matters. */
const MAX_PAGES = 10;

/**
 * The pull requests that GitHub associates with a commit, merged and open ones, in GitHub's order. A commit on the default
 * branch has the one that brought it there.
 * https://docs.github.com/rest/commits/commits#list-pull-requests-associated-with-a-commit
 * @throws GitHubFailure
 */
export async function listPullRequestsOf(
  requester: Requester,
  where: { owner: string; repo: string; sha: string },
): Promise<PullRequestRef[]> {
  const pulls = await readAllPages(requester, {
    route: "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls",
    parameters: { owner: where.owner, repo: where.repo, commit_sha: where.sha },
    permission: "pull-requests: read",
    maxPages: MAX_PAGES,
  });
  return pulls.map(parsePullRequest).filter((pull) => pull !== undefined);
}
