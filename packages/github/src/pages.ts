/**
 * Lists that GitHub hands out in numbered pages, as far as somebody wants to read. Reading only.
 */
import { readList } from "./payload.ts";
import type { Request, WaitBudget } from "./requester.ts";

const PAGE = 100;

/** A list to read. */
export type PagedList = {
  route: string;
  parameters: Readonly<Record<string, unknown>>;
  /** Read access, as a workflow writes it. */
  permission: string;
  /** Where the list is in the answer; left out: the answer itself. */
  member?: string;
  /** No further than this. */
  maxPages: number;
  waits?: WaitBudget;
};

/**
 * The pages one after the other; the next is asked for only when it is wanted.
 * @throws GitHubFailure
 */
export async function* readPages(
  requester: { request: Request },
  list: PagedList,
): AsyncGenerator<unknown[], void, undefined> {
  const { route, parameters, permission, member, maxPages, waits } = list;
  for (let page = 1; page <= maxPages; page += 1) {
    const answer = await requester.request(
      route,
      { ...parameters, per_page: PAGE, page },
      { expects: member === undefined ? "list" : "object", permission, ...(waits === undefined ? {} : { waits }) },
    );
    const items = member === undefined ? readList(answer.data) : readList(answer.data, member);
    yield items;
    if (items.length < PAGE) return;
  }
}

/** All pages in one list. */
export async function readAllPages(requester: { request: Request }, list: PagedList): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const items of readPages(requester, list)) all.push(...items);
  return all;
}
