/**
 * Who made the commits of a branch. Reading only.
 */
import { badAnswer } from "./answer-failure.ts";
import { read, readList, readSha, readText } from "./payload.ts";
import type { Place } from "./place.ts";

/** A commit. Texts are from outside. */
export type Commit = {
  sha: string;
  /** Oldest parent first; two for a merge. */
  parents: string[];
  /** The account of the author; "" when GitHub knows none for the address. */
  author: string;
  /** As the commit says it; anybody can write anything there. */
  authorName: string;
  committer: string;
  message: string;
};

/** What one commit has and another has not. */
export type Ahead = {
  /** The commit where they parted. */
  mergeBase: string;
  /** Oldest first; the first 100. */
  commits: Commit[];
  /** How many there are. */
  total: number;
};

/**
 * The commits that `head` has and `base` has not. Both are full hashes: names could mean something else.
 * https://docs.github.com/rest/commits/commits#compare-two-commits
 * @throws GitHubFailure
 */
export async function listCommitsAhead(
  { request, owner, repo }: Place,
  { base, head }: { base: string; head: string },
): Promise<Ahead> {
  const { data } = await request(
    "GET /repos/{owner}/{repo}/compare/{basehead}",
    { owner, repo, basehead: `${base}...${head}`, per_page: 100, page: 1 },
    { expects: "object", permission: "contents: read" },
  );
  const commits = readList(data, "commits").map(parseCommit);
  const known = commits.filter((commit) => commit !== undefined);
  const total = Number(read(data, "total_commits"));
  const mergeBase = readSha(data, "merge_base_commit", "sha");
  const isWhole = total > 0 ? known.length === Math.min(total, 100) : known.length === 0;
  const isRight = readSha(data, "base_commit", "sha") === base && (total !== known.length || endsIn(known, head));
  if (mergeBase === "" || !Number.isSafeInteger(total) || !isWhole || !isRight) return badAnswer("a comparison");
  return { mergeBase, commits: known, total };
}

function endsIn(commits: readonly Commit[], head: string): boolean {
  return commits.length === 0 || commits.at(-1)?.sha === head;
}

function parseCommit(value: unknown): Commit | undefined {
  const sha = readSha(value, "sha");
  if (sha === "") return undefined;
  return {
    sha,
    parents: readList(value, "parents").map((parent) => readSha(parent, "sha")),
    author: readText(value, "author", "login"),
    authorName: readText(value, "commit", "author", "name"),
    committer: readText(value, "committer", "login"),
    message: readText(value, "commit", "message"),
  };
}
