/**
 * Which files a pull request changes. Reading only.
 */
import { readAllPages } from "./pages.ts";
import { readText } from "./payload.ts";
import type { Requester } from "./requester.ts";

/** GitHub lists at most 3,000 files of a pull request. */
const MAX_PAGES = 30;

/**
 * The paths that a pull request changes, old names of renamed files included.
 * @throws GitHubFailure
 */
export async function listChangedFiles(
  requester: Requester,
  where: { owner: string; repo: string; pullRequest: number },
): Promise<string[]> {
  const { owner, repo, pullRequest } = where;
  const files = await readAllPages(requester, {
    route: "GET /repos/{owner}/{repo}/pulls/{pull_number}/files",
    parameters: { owner, repo, pull_number: pullRequest },
    permission: "pull-requests: read",
    maxPages: MAX_PAGES,
  });
  const paths = files.flatMap((file) => [readText(file, "filename"), readText(file, "previous_filename")]);
  return [...new Set(paths.filter((path) => path !== ""))];
}
