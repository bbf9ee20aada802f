/**
 * The branch that pull requests are for, and whether what is checked out stands on it.
 */
import { GitHubFailure } from "@handrail/github";
import type { GitHubContext } from "@handrail/github";
import type { GitHubClient } from "@handrail/github/client";
import type { GitHubRepository } from "@handrail/github/repository";
import { Failure, read } from "@handrail/runner";

/** What is asked. */
export type BaseDeps = {
  github: Pick<GitHubClient, "request" | "compareCommits">;
  repository: Pick<GitHubRepository, "readBranch">;
};

/** The input, else the default branch as the event or GitHub tells it. */
export async function findBaseBranch(
  given: string,
  { owner, repo }: Pick<GitHubContext, "owner" | "repo">,
  event: unknown,
  { github }: Pick<BaseDeps, "github">,
): Promise<string> {
  const named = given.replace(/^refs\/heads\//, "");
  if (named !== "") return named;
  const told = defaultBranchOf(read(event, "repository"));
  if (told !== undefined) return told;
  const answer = await github.request(
    "GET /repos/{owner}/{repo}",
    { owner, repo },
    { expects: "object", permission: "metadata: read" },
  );
  const found = defaultBranchOf(answer.data);
  if (found !== undefined) return found;
  throw new Failure({
    reason: "github-bad-answer",
    what: "GitHub does not say which branch is the default one",
    remedy: "Name the branch in the input base-branch.",
  });
}

function defaultBranchOf(repository: unknown): string | undefined {
  const name = read(repository, "default_branch");
  return typeof name === "string" && name !== "" ? name : undefined;
}

/**
 * Makes sure that the commit is on the branch: what is proposed is made of it.
 * @throws Failure `base-moved`
 */
export async function requireOnBase(
  branch: string,
  commit: string,
  { owner, repo }: Pick<GitHubContext, "owner" | "repo">,
  { github, repository }: BaseDeps,
): Promise<void> {
  const head = await repository.readBranch(branch);
  if (head === commit) return;
  if (head !== undefined && (await isPartOf(head, commit, { owner, repo }, github))) return;
  throw new Failure({
    reason: "base-moved",
    what:
      head === undefined
        ? `There is no branch ${JSON.stringify(branch)} in ${owner}/${repo}`
        : `The commit that is checked out, ${commit.slice(0, 12)}, is not on ${branch}`,
    remedy: `Check out ${head === undefined ? "an existing branch, and name it" : branch} in the step before, or name another branch in the input base-branch.`,
  });
}

/** A commit that GitHub does not have was made in this job, or comes from elsewhere. */
async function isPartOf(
  head: string,
  commit: string,
  { owner, repo }: Pick<GitHubContext, "owner" | "repo">,
  github: BaseDeps["github"],
): Promise<boolean> {
  try {
    const place = await github.compareCommits(owner, repo, head, commit);
    return place === "behind" || place === "identical";
  } catch (error) {
    if (error instanceof GitHubFailure && error.reason === "github-not-found") return false;
    throw error;
  }
}
