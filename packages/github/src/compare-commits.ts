/**
 * How two commits lie to each other. Reading only.
 */
import { GitHubFailure } from "./failure.ts";
import { readText } from "./payload.ts";
import type { Requester } from "./requester.ts";

/** Where head is, seen from base. */
export type Comparison = "identical" | "ahead" | "behind" | "diverged";

const COMPARISONS: ReadonlySet<string> = new Set<Comparison>(["identical", "ahead", "behind", "diverged"]);

/**
 * Compares two commits, branches or tags.
 * @throws GitHubFailure `github-not-found` when one does not exist or they share no commit
 */
export async function compareCommits(
  requester: Requester,
  of: { owner: string; repo: string; base: string; head: string },
): Promise<Comparison> {
  const { owner, repo, base, head } = of;
  const answer = await requester.request(
    "GET /repos/{owner}/{repo}/compare/{basehead}",
    // Changed files, up to 300 with their patches, are on the first page only: the second is small.
    // https://docs.github.com/rest/commits/commits#compare-two-commits
    { owner, repo, basehead: `${base}...${head}`, per_page: 1, page: 2 },
    { expects: "object", permission: "contents: read" },
  );
  const status = readText(answer.data, "status");
  if (isComparison(status)) return status;
  throw new GitHubFailure({
    reason: "github-bad-answer",
    what: "GitHub's answer to a comparison of two commits does not say how they compare",
    remedy: "Check what answers at GITHUB_API_URL.",
  });
}

function isComparison(status: string): status is Comparison {
  return COMPARISONS.has(status);
}
