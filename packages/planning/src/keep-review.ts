/**
 * Keeps the review in a comment when an apply is told that did not come to know it: refused before it was read, cancelled,
 * or told by a job without the key. What is there is looked at first: a marker that somebody forged must not become ours by
 * being written again. The order of effects.
 */
import type { Marker } from "@handrail/github";
import type { CommentQuery, FoundComment } from "@handrail/github/client";
import { isGenuineMarker, isProven, keepReviewed, outlineOf, planAction } from "@handrail/report";

/** What is asked of GitHub. */
export type CommentReader = { findComment(query: CommentQuery): Promise<FoundComment | undefined> };

/** Which comment, and what is to be told. */
export type KeepFacts = {
  owner: string;
  repo: string;
  pullRequest: number;
  /** `markApply`'s; one that names a fingerprint knows its review and is written as it is. */
  marker: Marker;
  outline: string;
  /** "" without one. */
  sealKey: string;
};

/**
 * The marker and the outline to write; undefined when the comment has to be left alone, because nobody can tell whether what
 * it says is ours.
 */
export async function keepReview(
  reader: () => Promise<CommentReader>,
  facts: KeepFacts,
): Promise<{ marker: Marker; outline: string } | undefined> {
  const { owner, repo, pullRequest, marker, outline, sealKey } = facts;
  if (marker.data["fingerprint"] !== "") return { marker, outline };
  const found = await (
    await reader()
  ).findComment({
    owner,
    repo,
    pullRequest,
    action: planAction,
    key: marker.key,
    ...(sealKey === "" ? {} : { isGenuine: (other: Marker) => isGenuineMarker(other, sealKey) }),
  });
  if (found === undefined || (found.marker.data["fingerprint"] ?? "") === "") return { marker, outline };
  const isOurs = sealKey === "" ? isUntouched(found) : isProven(found.marker, sealKey);
  if (isOurs === undefined) return undefined;
  if (!isOurs) return { marker, outline: "" };
  const kept = keepReviewed(found.marker, marker, sealKey === "" ? undefined : sealKey);
  return { marker: kept, outline: outlineOf(found.body) };
}

/** Without a key: a proof stands for itself, else it must be unedited; undefined when nobody can tell. */
function isUntouched({ marker, isEdited }: FoundComment): boolean | undefined {
  if (marker.mac !== undefined) return true;
  return isEdited === undefined ? undefined : !isEdited;
}
