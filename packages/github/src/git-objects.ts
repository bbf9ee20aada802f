/**
 * Trees and commits through git data. Nobody sees them until a branch leads to them, so they may be made twice, and
 * nobody is told about them, so there is no pause between them. Neither author nor committer is ever named: only then
 * GitHub commits in a bot's place and signs.
 * https://docs.github.com/authentication/managing-commit-signature-verification/about-commit-signature-verification
 */
import { badAnswer } from "./answer-failure.ts";
import { readSha } from "./payload.ts";
import type { Place } from "./place.ts";

/** A file of a tree with its whole text. */
export type TreeFile = { path: string; mode: "100644" | "100755"; content: string };

/** GitHub takes many files at once, but not any number: one call carries as many files and UTF-16 units as this. */
const MAX_FILES = 1_000;
const MAX_CHARACTERS = 4_000_000;

const write = { isIdempotent: true, isQuiet: true, expects: "object", permission: "contents: write" } as const;

/** The tree of a commit. */
export async function treeOf({ request, owner, repo }: Place, commit: string): Promise<string> {
  const { data } = await request(
    "GET /repos/{owner}/{repo}/git/commits/{commit_sha}",
    { owner, repo, commit_sha: commit },
    { expects: "object", permission: "contents: read" },
  );
  return readSha(data, "tree", "sha") || badAnswer("a commit");
}

/**
 * The tree `base` with these files in it; one call for each {@link MAX_FILES} files.
 * https://docs.github.com/rest/git/trees#create-a-tree
 * @throws GitHubFailure with status 403 or 404 also when a workflow file is among them that the token may not write:
 *   GitHub's words then say nothing of workflows
 */
export async function createTree(place: Place, base: string, files: readonly TreeFile[]): Promise<string> {
  const { request, owner, repo } = place;
  let tree = base;
  for (const part of portions(files)) {
    const entries = part.map(({ path, mode, content }) => ({ path, mode, type: "blob", content }));
    const { data } = await request(
      "POST /repos/{owner}/{repo}/git/trees",
      { owner, repo, base_tree: tree, tree: entries },
      write,
    );
    tree = readSha(data, "sha") || badAnswer("a new tree");
  }
  return tree;
}

/** Files in the order they were given, in portions that one call carries. */
function portions(files: readonly TreeFile[]): TreeFile[][] {
  const all: TreeFile[][] = [];
  let size = 0;
  for (const file of files) {
    const last = all.at(-1);
    size += file.content.length;
    if (last !== undefined && last.length < MAX_FILES && size <= MAX_CHARACTERS) last.push(file);
    else {
      all.push([file]);
      size = file.content.length;
    }
  }
  return all;
}

/**
 * A commit with one parent.
 * https://docs.github.com/rest/git/commits#create-a-commit
 * @throws GitHubFailure
 */
export async function createCommit(
  { request, owner, repo }: Place,
  commit: { message: string; tree: string; parent: string },
): Promise<string> {
  const { message, tree, parent } = commit;
  const { data } = await request(
    "POST /repos/{owner}/{repo}/git/commits",
    { owner, repo, message, tree, parents: [parent] },
    write,
  );
  return readSha(data, "sha") || badAnswer("a new commit");
}
