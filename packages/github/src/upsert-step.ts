/**
 * The next step towards exactly one comment with the newest content. Pure: a snapshot of the comments in, one step out.
 *
 * GitHub has no compare-and-swap and no unique key for comments, so racing runs each create one and then agree: the
 * lowest id survives (everybody sees the same lowest id), each run deletes only what it created itself (a copied marker
 * can never make us delete somebody else's comment), and the newer content goes into the survivor before the newer run
 * deletes its own. "Newer" is by GitHub's clock: who started work later, then by nonce; equal for nobody, so two runs
 * never take turns overwriting each other.
 */
import { isSameContent } from "./comments.ts";
import type { MarkedComment } from "./comments.ts";

/** What this run knows about its own doing. */
export type Writing = {
  /** The body to show, marker filled in. */
  body: string;
  nonce: string;
  /** Seconds since 1970 by GitHub's clock. */
  since: number;
  /** Comments that this run created. */
  created: { has(id: number): boolean; readonly size: number };
  /** Ids of comments whose content this run replaced. */
  updated: { has(id: number): boolean; readonly size: number };
  /** Only a comment that is there is brought up to date; none is created. */
  isOnlyUpdate?: boolean;
};

export type Step =
  | { kind: "create" }
  | { kind: "update"; comment: MarkedComment }
  | { kind: "delete"; comment: MarkedComment }
  | { kind: "none" }
  | { kind: "done"; comment: MarkedComment; change: "created" | "updated" | "unchanged"; isOutdated: boolean };

/**
 * Decides. `own` are our comments, lowest id first.
 * @param now GitHub's time: a marker that claims to be from the future is no reason to stand back
 */
export function decideStep(own: readonly MarkedComment[], writing: Writing, now: number): Step {
  const [survivor, ...others] = own;
  if (survivor === undefined) return writing.isOnlyUpdate === true ? { kind: "none" } : { kind: "create" };
  const duplicate = others.find((each) => writing.created.has(each.id));
  const isMine = survivor.marker.nonce === writing.nonce;
  const isOutdated = !isMine && isNewer(survivor, writing, now);
  if (!isMine && !isOutdated && !isSameContent(survivor.body, writing.body))
    return { kind: "update", comment: survivor };
  if (duplicate !== undefined) return { kind: "delete", comment: duplicate };
  const change = writing.created.has(survivor.id)
    ? "created"
    : writing.updated.has(survivor.id)
      ? "updated"
      : "unchanged";
  return { kind: "done", comment: survivor, change, isOutdated };
}

/** Whether the survivor's content is newer than ours. Without a race only the time counts: equal times are one run's. */
function isNewer(survivor: MarkedComment, writing: Writing, now: number): boolean {
  const { since = 0, nonce = "" } = survivor.marker;
  if (since > now + 60) return false;
  if (since !== writing.since) return since > writing.since;
  const isRace = writing.created.size > 0 || writing.updated.size > 0;
  return isRace && nonce > writing.nonce;
}
