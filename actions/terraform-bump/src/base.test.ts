import { describe, expect, it } from "@jest/globals";
import { GitHubFailure } from "@handrail/github";
import type { Comparison } from "@handrail/github/client";
import { requireOnBase, type BaseDeps } from "./base.ts";

const where = { owner: "octo-org", repo: "infrastructure" };
const [head, commit] = ["a".repeat(40), "b".repeat(40)];

/** GitHub as far as it is asked: where the branch is, and how the commits compare. */
function deps(branch: string | undefined, compared: Comparison | GitHubFailure["reason"]): BaseDeps {
  return {
    github: {
      request: () => Promise.reject(new TypeError("not asked")),
      compareCommits: () =>
        compared.startsWith("github-")
          ? Promise.reject(new GitHubFailure({ reason: compared as GitHubFailure["reason"], what: "no", remedy: "no" }))
          : Promise.resolve(compared as Comparison),
    },
    repository: { readBranch: () => Promise.resolve(branch) },
  };
}

describe("the commit that is checked out", () => {
  it.each<[string, string | undefined, Comparison | GitHubFailure["reason"], string]>([
    ["the head", commit, "diverged", ""],
    ["an older commit of the branch", head, "behind", ""],
    ["a commit ahead of it", head, "ahead", "base-moved"],
    ["another branch's", head, "diverged", "base-moved"],
    ["a commit that GitHub does not have", head, "github-not-found", "base-moved"],
    ["of a branch that is gone", undefined, "behind", "base-moved"],
    ["not to be compared", head, "github-unavailable", "github-unavailable"],
  ])("%s", async (_, branch, compared, reason) => {
    const asked = requireOnBase("main", commit, where, deps(branch, compared));
    if (reason === "") await expect(asked).resolves.toBeUndefined();
    else await expect(asked).rejects.toMatchObject({ reason });
  });
});
