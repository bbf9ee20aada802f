/**
 * A pull request, as events and the API describe it. Whose branch it is decides what may be trusted, so everything that
 * is missing or malformed counts as a fork's.
 */
import { read, readId, readList, readSha, readText } from "./payload.ts";

/** A pull request at one moment. Texts are from outside: render them through markdown.ts. */
export type PullRequestRef = {
  number: number;
  /** "" when the source does not say (events about comments): ask the API. */
  headSha: string;
  headRef: string;
  baseSha: string;
  baseRef: string;
  /** The head is not in the repository itself, or it is not known where it is (a deleted fork). */
  isFork: boolean;
  labels: string[];
  title?: string;
  url?: string;
  isClosed: boolean;
  /** false also when the source does not say. */
  isMerged: boolean;
  /**
   * The commit on the base branch that this pull request became: see merged-pull-request.ts. "" when unknown, and as long
   * as it is not merged (GitHub then names a commit of its own that only tests the merge).
   */
  mergeCommitSha: string;
  /** The login of who opened it; absent when the account is gone. */
  author?: string;
};

/** Whether two repository objects are known and the same, by id where both have one. */
export function isSameRepository(a: unknown, b: unknown): boolean {
  const [idA, idB] = [readId(a, "id"), readId(b, "id")];
  if (idA !== undefined && idB !== undefined) return idA === idB;
  const name = readText(a, "full_name").toLowerCase();
  return name !== "" && name === readText(b, "full_name").toLowerCase();
}

/** Reads the `pull_request` of an event or the API's answer; undefined when it has no number. */
export function parsePullRequest(pullRequest: unknown): PullRequestRef | undefined {
  const number = readId(pullRequest, "number");
  if (number === undefined) return undefined;
  const [title, url] = [readText(pullRequest, "title"), readText(pullRequest, "html_url")];
  const author = readText(pullRequest, "user", "login");
  // Lists of pull requests have `merged_at` but no `merged`.
  const isMerged = read(pullRequest, "merged") === true || readText(pullRequest, "merged_at") !== "";
  return {
    number,
    headSha: readSha(pullRequest, "head", "sha"),
    headRef: readText(pullRequest, "head", "ref"),
    baseSha: readSha(pullRequest, "base", "sha"),
    baseRef: readText(pullRequest, "base", "ref"),
    isFork: !isSameRepository(read(pullRequest, "head", "repo"), read(pullRequest, "base", "repo")),
    labels: parseLabels(read(pullRequest, "labels")),
    ...(title === "" ? {} : { title }),
    ...(url === "" ? {} : { url }),
    isClosed: readText(pullRequest, "state") === "closed",
    isMerged,
    mergeCommitSha: isMerged ? readSha(pullRequest, "merge_commit_sha") : "",
    ...(author === "" ? {} : { author }),
  };
}

/** Names of labels; the API gives objects, some endpoints plain texts. */
export function parseLabels(labels: unknown): string[] {
  return readList(labels)
    .map((label) => (typeof label === "string" ? label : readText(label, "name")))
    .filter((name) => name !== "");
}
