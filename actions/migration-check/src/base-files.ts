/** The files of the base as GitHub has them, for checkouts that do not have that commit. Reading only. */
import type { GitHubClient } from "@handrail/github/client";
import type { Files } from "@handrail/migration";
import { Failure, read, readList, readText } from "@handrail/runner";

/** Which commit, and below which directory (relative to the root, "." for the root). */
export type BasePlace = { owner: string; repo: string; commit: string; directory: string };

/**
 * Opens them by git's objects: https://docs.github.com/rest/git/trees#get-a-tree and #get-a-blob
 * @throws GitHubFailure; Failure `invalid-input` when the tree is too large for one answer (100,000 entries, 7 MB)
 */
export async function openBaseFiles(github: Pick<GitHubClient, "request">, place: BasePlace): Promise<Files> {
  const { owner, repo, commit, directory } = place;
  const answer = await github.request(
    "GET /repos/{owner}/{repo}/git/trees/{tree_sha}",
    { owner, repo, tree_sha: commit, recursive: "1" },
    { expects: "object", permission: "contents: read" },
  );
  if (read(answer.data, "truncated") === true) throw tooLarge(commit);
  const root = directory === "." ? "" : `${directory.replace(/\/+$/, "")}/`;
  const blobs = new Map<string, string>();
  for (const entry of readList(answer.data, "tree")) {
    const path = readText(entry, "path");
    if (readText(entry, "type") === "blob" && path.startsWith(root))
      blobs.set(path.slice(root.length), readText(entry, "sha"));
  }
  const paths = [...blobs.keys()].toSorted();
  return {
    list: (below, isDeep = false) => {
      const at = below === "." || below === "" ? "" : `${below.replace(/\/+$/, "")}/`;
      return Promise.resolve(
        paths.filter((path) => path.startsWith(at) && (isDeep || !path.slice(at.length).includes("/"))),
      );
    },
    read: async (path) => {
      const sha = blobs.get(path);
      if (sha === undefined) return undefined;
      const blob = await github.request(
        "GET /repos/{owner}/{repo}/git/blobs/{file_sha}",
        { owner, repo, file_sha: sha },
        { expects: "object", permission: "contents: read" },
      );
      return Buffer.from(readText(blob.data, "content"), "base64").toString("utf8");
    },
  };
}

function tooLarge(commit: string): Failure {
  return new Failure({
    reason: "invalid-input",
    what: `The repository has more files at ${commit.slice(0, 12)} than GitHub lists at once`,
    remedy: "Check out with fetch-depth: 2 (or 0), so that git has the base.",
  });
}
