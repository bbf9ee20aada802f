/**
 * All comments of a pull request, page by page. Links to the next page are followed only within the API we were given.
 */
import { parseComment } from "./comments.ts";
import type { IssueComment } from "./comments.ts";
import { GitHubFailure } from "./failure.ts";
import { readList } from "./payload.ts";
import type { Requester, WaitBudget } from "./requester.ts";
import { isBelow, TOO_LARGE, TransportError } from "./transport.ts";

/** GitHub keeps a few thousand comments per issue; more pages than this are a server gone wrong. */
const MAX_PAGES = 100;
const PAGE_PARAMETERS = new Set(["page", "after", "before", "cursor"]);

/** What to list, and what a failure tells the user to grant. */
export type CommentList = {
  owner: string;
  repo: string;
  pullRequest: number;
  /** Who lists in order to write names the right to write: mended at once, not in two rounds. */
  permission: "pull-requests: read" | "pull-requests: write";
};

/**
 * Lists the comments, oldest first.
 * @throws GitHubFailure
 */
export async function listComments(
  requester: Requester,
  where: CommentList,
  waits: WaitBudget,
): Promise<IssueComment[]> {
  try {
    return await listPages(requester, where, waits, 100);
  } catch (error) {
    const isLarge =
      error instanceof GitHubFailure && error.cause instanceof TransportError && error.cause.code === TOO_LARGE;
    if (!isLarge) throw error;
    // A hundred long comments in a script of three bytes a character are larger than what we take at once.
    return listPages(requester, where, waits, 30);
  }
}

async function listPages(
  requester: Requester,
  where: CommentList,
  waits: WaitBudget,
  size: number,
): Promise<IssueComment[]> {
  const { owner, repo, pullRequest, permission } = where;
  const comments: IssueComment[] = [];
  let position: Record<string, string> = {};
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await requester.request(
      "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
      { owner, repo, issue_number: pullRequest, per_page: size, ...position },
      { expects: "list", permission, waits },
    );
    const items = readList(answer.data);
    for (const item of items) {
      const comment = parseComment(item);
      if (comment !== undefined) comments.push(comment);
    }
    const next = nextPosition(answer.headers.get("link") ?? "", answer.url, requester.apiUrl);
    if (next === undefined || items.length === 0) return comments;
    position = next;
  }
  throw new GitHubFailure({
    reason: "github-bad-answer",
    what: `GitHub names more than ${MAX_PAGES} pages of comments for pull request ${pullRequest}`,
    remedy: "Check what answers at GITHUB_API_URL.",
  });
}

/**
 * Where the next page starts, from a Link header (RFC 8288): the parameters GitHub pages by, and nothing else of its URL.
 * @throws GitHubFailure `github-refused-url` when the link leaves the API
 */
export function nextPosition(link: string, current: string, apiUrl: string): Record<string, string> | undefined {
  const target = link
    .split(",")
    .find((part) => /;\s{0,9}rel="?next"?\s{0,9}(?:;|$)/.test(part))
    ?.trim();
  if (target === undefined) return undefined;
  const text = target.slice(target.indexOf("<") + 1, target.indexOf(">"));
  const url = URL.parse(text, current);
  if (url === null || !isBelow(url, [apiUrl])) {
    throw new GitHubFailure({
      reason: "github-refused-url",
      what: "The list of comments continues at a URL outside of the API",
      remedy: `Check what answers at ${apiUrl}: a proxy seems to rewrite its links.`,
    });
  }
  return Object.fromEntries([...url.searchParams].filter(([name]) => PAGE_PARAMETERS.has(name)));
}
