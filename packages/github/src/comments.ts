/**
 * Comments as GitHub lists them, and which of them are ours. Reading and choosing only; nothing here calls GitHub.
 */
import { parseMarker } from "./marker.ts";
import type { Marker } from "./marker.ts";
import { readId, readText } from "./payload.ts";

/** A comment; `login` is "" when the account is gone, `nodeId` (its id in GraphQL) when GitHub does not say. */
export type IssueComment = { id: number; body: string; login: string; url: string; nodeId: string };
/** A comment with a marker. */
export type MarkedComment = IssueComment & { marker: Marker };

/** Reads one element of a list of comments; undefined when it is none. */
export function parseComment(value: unknown): IssueComment | undefined {
  const id = readId(value, "id");
  if (id === undefined) return undefined;
  return {
    id,
    body: readText(value, "body"),
    login: readText(value, "user", "login"),
    url: readText(value, "html_url"),
    nodeId: readText(value, "node_id"),
  };
}

/** What makes a comment the one we look for. */
export type Identity = { action: string; key: string; pullRequest: number; isGenuine?: (marker: Marker) => boolean };

/** The comments with the right marker, whoever wrote them, lowest id first. */
export function findMarked(comments: readonly IssueComment[], identity: Identity): MarkedComment[] {
  return comments
    .flatMap((comment) => {
      const marker = parseMarker(comment.body);
      return marker?.action === identity.action && marker.key === identity.key ? [{ ...comment, marker }] : [];
    })
    .sort((a, b) => a.id - b.id);
}

/**
 * Tells ours from look-alikes. Ours: written by our login, about this pull request, genuine, and no copy of an older
 * comment (which would carry the same nonce; two writings never do). What we `created` ourselves is ours in any case.
 */
export function separate(
  marked: readonly MarkedComment[],
  login: string,
  identity: Identity,
  created: { has(id: number): boolean },
): { own: MarkedComment[]; foreign: number[] } {
  const own: MarkedComment[] = [];
  const foreign: number[] = [];
  const seen = new Set<string>();
  for (const comment of marked) {
    const { nonce } = comment.marker;
    const isCopy = nonce === undefined || seen.has(nonce);
    if (created.has(comment.id) || (!isCopy && isOurs(comment, login, identity))) {
      own.push(comment);
      seen.add(nonce ?? "");
    } else foreign.push(comment.id);
  }
  return { own, foreign };
}

function isOurs(comment: MarkedComment, login: string, identity: Identity): boolean {
  const about = comment.marker.data["pullRequest"];
  return (
    comment.login !== "" &&
    comment.login.toLowerCase() === login.toLowerCase() &&
    (about === undefined || about === identity.pullRequest) &&
    identity.isGenuine?.(comment.marker) !== false
  );
}

/** Whether two bodies show and mean the same: all but who wrote it when. */
export function isSameContent(a: string, b: string): boolean {
  return contentOf(a) === contentOf(b);
}

function contentOf(body: string): string {
  const marker = parseMarker(body);
  const text = body.replaceAll("\r\n", "\n").trimEnd();
  if (marker === undefined) return text;
  const { action, key, data, mac } = marker;
  const rest = text.slice(text.indexOf("-->") + 3);
  return JSON.stringify([action, key, Object.entries(data), mac ?? "", rest]);
}
