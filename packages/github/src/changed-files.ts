/**
 * Which files a pull request changes. Reading only.
 */
import { readList, readText } from "./payload.ts";
import type { Requester } from "./requester.ts";

/** GitHub lists at most 3,000 files of a pull request. */
const MAX_PAGES = 30;
const PAGE = 100;

/**
 * The paths that a pull request changes, old names of renamed files included.
 * @throws GitHubFailure
 */
export async function listChangedFiles(
  requester: Requester,
  where: { owner: string; repo: string; pullRequest: number },
): Promise<string[]> {
  const { owner, repo, pullRequest } = where;
  const paths = new Set<string>();
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const answer = await requester.request(
      "GET /repos/{owner}/{repo}/pulls/{pull_number}/files",
      { owner, repo, pull_number: pullRequest, per_page: PAGE, page },
      { expects: "list", permission: "pull-requests: read" },
    );
    const files = readList(answer.data);
    for (const file of files) {
      for (const path of [readText(file, "filename"), readText(file, "previous_filename")]) {
        if (path !== "") paths.add(path);
      }
    }
    if (files.length < PAGE) break;
  }
  return [...paths];
}
