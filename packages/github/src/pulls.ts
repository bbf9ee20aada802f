/**
 * Pull requests of branches in the repository itself: found, opened, changed. A pull request of a fork is never among
 * them, whatever its branch is called.
 */
import { badAnswer } from "./answer-failure.ts";
import { GitHubFailure } from "./failure.ts";
import { readAllPages } from "./pages.ts";
import { readList, readText } from "./payload.ts";
import { parsePullRequest } from "./pull-request.ts";
import type { PullRequestRef } from "./pull-request.ts";
import type { Place } from "./place.ts";

/** A pull request with its text. Both are from outside: whoever may write to the repository may edit them. */
export type PullRequest = PullRequestRef & {
  title: string;
  url: string;
  body: string;
  author: string;
  /** Milliseconds since 1970. */
  mergedAt?: number;
};

/** Which pull requests. */
export type PullRequestQuery = {
  /** How their branches' names begin. */
  prefix: string;
  state: "open" | "closed";
  /** The branch they are for; left out: any. */
  base?: string;
  /** 100 of them a page; closed ones are read newest change first. */
  maxPages?: number;
};

/** A pull request to open. */
export type NewPullRequest = { title: string; body: string; head: string; base: string; isDraft: boolean };

const READ = "pull-requests: read";
const WRITE = { expects: "object", permission: "pull-requests: write" } as const;
const ROUTE = "GET /repos/{owner}/{repo}/pulls";

/**
 * Pull requests by how their branches are called, in GitHub's order.
 * https://docs.github.com/rest/pulls/pulls#list-pull-requests
 * @throws GitHubFailure
 */
export async function listPullRequests(place: Place, query: PullRequestQuery): Promise<PullRequest[]> {
  const { owner, repo } = place;
  const { prefix, state, base, maxPages = 50 } = query;
  const order = state === "closed" ? { sort: "updated", direction: "desc" } : { sort: "created", direction: "asc" };
  const parameters = { owner, repo, state, ...order, ...(base === undefined ? {} : { base }) };
  const items = await readAllPages(place, { route: ROUTE, parameters, permission: READ, maxPages });
  return parseAll(items).filter((pull) => pull.headRef.startsWith(prefix));
}

/** Every pull request that a branch of exactly this name was ever the head of, newest first; 100 at most. */
export async function pullRequestsOfBranch(place: Place, branch: string): Promise<PullRequest[]> {
  const { owner, repo } = place;
  const parameters = { owner, repo, state: "all", head: `${owner}:${branch}` };
  const items = await readAllPages(place, { route: ROUTE, parameters, permission: READ, maxPages: 1 });
  // GitHub leaves out a filter that it does not understand.
  return parseAll(items)
    .filter((pull) => pull.headRef === branch)
    .sort((a, b) => b.number - a.number);
}

/** Each once: a list that moved between two pages can name the same one twice. */
function parseAll(items: readonly unknown[]): PullRequest[] {
  const pulls = items.map(parseOne).filter((pull) => pull?.isFork === false);
  return [...new Map(pulls.map((pull) => [pull?.number, pull])).values()].filter((pull) => pull !== undefined);
}

function parseOne(value: unknown): PullRequest | undefined {
  const pull = parsePullRequest(value);
  if (pull === undefined) return undefined;
  const mergedAt = Date.parse(readText(value, "merged_at"));
  const { title = "", url = "", author = "" } = pull;
  const time = Number.isNaN(mergedAt) ? {} : { mergedAt };
  return { ...pull, title, url, author, body: readText(value, "body"), ...time };
}

/**
 * Opens a pull request. There is one at most for two branches: when there is one already, by whomever, it is that one,
 * and `isNew` is false.
 * https://docs.github.com/rest/pulls/pulls#create-a-pull-request
 * @throws GitHubFailure
 */
export async function openPullRequest(
  place: Place,
  wanted: NewPullRequest,
): Promise<{ pull: PullRequest; isNew: boolean }> {
  const { request, owner, repo } = place;
  const { title, body, head, base, isDraft } = wanted;
  try {
    const { data } = await request(
      "POST /repos/{owner}/{repo}/pulls",
      { owner, repo, title, body, head, base, draft: isDraft },
      // A second try of one that was opened is told that it exists.
      { ...WRITE, isIdempotent: true },
    );
    return { pull: parseOne(data) ?? badAnswer("a new pull request"), isNew: true };
  } catch (error) {
    const isThere = error instanceof GitHubFailure && /pull request already exists/i.test(error.says ?? "");
    if (!isThere) throw error;
    const all = await pullRequestsOfBranch(place, head);
    const pull = all.find((each) => !each.isClosed && each.baseRef === base);
    if (pull === undefined) throw error;
    return { pull, isNew: false };
  }
}

/** Changes what is given, and leaves the rest. */
export async function updatePullRequest(
  { request, owner, repo }: Place,
  number: number,
  changed: { title?: string; body?: string; state?: "open" | "closed" },
): Promise<void> {
  await request(
    "PATCH /repos/{owner}/{repo}/pulls/{pull_number}",
    { owner, repo, pull_number: number, ...changed },
    WRITE,
  );
}

/** Adds to what is there. */
export async function addLabels(
  { request, owner, repo }: Place,
  number: number,
  labels: readonly string[],
): Promise<void> {
  await request(
    "POST /repos/{owner}/{repo}/issues/{issue_number}/labels",
    { owner, repo, issue_number: number, labels },
    { ...WRITE, expects: "list", isIdempotent: true },
  );
}

/** Whether a pull request ever had a label, also when somebody took it away since. */
export async function hadLabel(place: Place, number: number, label: string): Promise<boolean> {
  const { owner, repo } = place;
  const events = await readAllPages(place, {
    route: "GET /repos/{owner}/{repo}/issues/{issue_number}/events",
    parameters: { owner, repo, issue_number: number },
    permission: READ,
    maxPages: 3,
  });
  const name = label.toLowerCase();
  return events.some(
    (each) => readText(each, "event") === "labeled" && readText(each, "label", "name").toLowerCase() === name,
  );
}

/** Adds to who is there; GitHub leaves out whoever cannot be assigned. Returns those. */
export async function addAssignees(
  { request, owner, repo }: Place,
  number: number,
  assignees: readonly string[],
): Promise<string[]> {
  const { data } = await request(
    "POST /repos/{owner}/{repo}/issues/{issue_number}/assignees",
    { owner, repo, issue_number: number, assignees },
    { ...WRITE, isIdempotent: true },
  );
  const there = new Set(readList(data, "assignees").map((each) => readText(each, "login").toLowerCase()));
  return assignees.filter((login) => !there.has(login.toLowerCase()));
}

/**
 * Asks for reviews; teams by their slugs, for which the token needs `members: read` of the organisation.
 * @throws GitHubFailure also when one of them cannot review: then nobody is asked
 */
export async function requestReviews(
  { request, owner, repo }: Place,
  number: number,
  who: { reviewers: readonly string[]; teams: readonly string[] },
): Promise<void> {
  const { reviewers, teams } = who;
  await request(
    "POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers",
    { owner, repo, pull_number: number, reviewers, team_reviewers: teams },
    { ...WRITE, isIdempotent: true },
  );
}
