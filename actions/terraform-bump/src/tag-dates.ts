/**
 * When the releases behind git tags were published: git's own dates are whatever their author wrote. Reading only.
 */
import type { GitHubClient } from "@handrail/github/client";
import { parseRepository } from "./tell/web-address.ts";

/** The newest 200 releases are enough: what is proposed is new. */
const PAGES = 2;
const PAGE = 100;

/**
 * The dates (RFC 3339) by tag. Empty for a repository that is not on the GitHub that `request` speaks to.
 * @throws GitHubFailure
 */
export async function readTagDates(
  request: GitHubClient["request"],
  page: string,
  serverUrl: string,
): Promise<Map<string, string>> {
  const dates = new Map<string, string>();
  const repository = parseRepository(page.replace(/\.git$/, ""));
  const [owner = "", repo = "", ...rest] = repository?.path.split("/") ?? [];
  if (repository?.host !== URL.parse(serverUrl)?.hostname || repo === "" || rest.length > 0) return dates;
  for (let number = 1; number <= PAGES; number += 1) {
    const { data } = await request(
      "GET /repos/{owner}/{repo}/releases",
      { owner, repo, per_page: PAGE, page: number },
      { expects: "list", permission: "contents: read" },
    );
    const items = Array.isArray(data) ? (data as unknown[]) : [];
    for (const item of items) {
      const { tag_name: tag, published_at: date } = (item ?? {}) as { tag_name?: unknown; published_at?: unknown };
      if (typeof tag === "string" && typeof date === "string") dates.set(tag, date);
    }
    if (items.length < PAGE) break;
  }
  return dates;
}
