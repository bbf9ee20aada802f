/**
 * Finds the comment of an action and key, and says whether it is still as we wrote it. Reading only.
 */
import { readCommentEdits } from "./comment-edits.ts";
import { findMarked, separate } from "./comments.ts";
import { listComments } from "./list-comments.ts";
import type { Marker } from "./marker.ts";
import type { Requester } from "./requester.ts";
import type { Self } from "./upsert-comment.ts";

/** Which comment to find. */
export type CommentQuery = {
  owner: string;
  repo: string;
  pullRequest: number;
  action: string;
  key: string;
  /** Whether a marker found on a comment of our login proves to be ours; without it authorship must do. */
  isGenuine?: (marker: Marker) => boolean;
};

/** A comment of ours. */
export type FoundComment = {
  id: number;
  url: string;
  body: string;
  marker: Marker;
  /** Somebody else edited it since it was written; undefined when GitHub does not tell: warn, and do not rely on it. */
  isEdited: boolean | undefined;
  /** Login of who edited it, as GraphQL spells it; absent when nobody did or the account is gone. */
  editor?: string;
  /** Ids of comments that look like ours and are not: worth a warning. */
  foreign: number[];
};

/**
 * Finds the comment that upsertComment would update; undefined when there is none. The comment is read before its history,
 * so an edit in between is reported although it is not in `body`.
 * @throws GitHubFailure
 */
export async function findComment(
  requester: Requester,
  self: Self,
  query: CommentQuery,
): Promise<FoundComment | undefined> {
  const waits = requester.newWaits();
  const listed = await listComments(requester, { ...query, permission: "pull-requests: read" }, waits);
  const marked = findMarked(listed, query);
  if (marked.length === 0) return undefined;
  const login = await self.login();
  const { own, foreign } = separate(marked, login, query, new Set());
  const [comment] = own;
  if (comment === undefined) return undefined;
  const { id, url, body, marker, nodeId } = comment;
  const edits = await readCommentEdits(requester, { nodeId, login, since: marker.since ?? 0 }, waits);
  return { id, url, body, marker, ...edits, foreign };
}
