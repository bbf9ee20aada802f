/**
 * How much room an outline needs at the least, so that what cannot fit is neither made nor packed. It decides by
 * digests only: 64 bits that look like chance do not get smaller by packing.
 */
import { withoutFiles } from "./plan-outline-files.ts";
import type { Leaf } from "./plan-outline-leaves.ts";
import type { ChangeOutline, PlanOutline } from "./outline.ts";

/** A digest has 64 bits and a character of base64url 6: one digest needs more than ten of them. */
const LEAST = 10;
const DIGEST_LENGTH = 11;
/** How many attributes an outline has at most; later changes have none then. */
const MOST_LEAVES = 200_000;

/** Counts different digests until there are too many for a length. */
class DigestCount {
  readonly #most: number;
  readonly #seen = new Set<string>();
  constructor(maxLength: number) {
    this.#most = maxLength / LEAST;
  }

  get isOver(): boolean {
    return this.#seen.size > this.#most;
  }

  add(digest: string | undefined): void {
    if (digest !== undefined && !this.isOver) this.#seen.add(digest);
  }

  addLeaves(leaves: readonly Leaf[], isWanted: (leaf: Leaf) => boolean): void {
    for (const leaf of leaves) {
      if (this.isOver) return;
      if (!isWanted(leaf)) continue;
      // A shorter token has no digest in it.
      for (const token of [leaf[1], leaf[2]]) if (token.length >= DIGEST_LENGTH) this.add(token.slice(-DIGEST_LENGTH));
    }
  }

  addChange({ digest, detail }: ChangeOutline, isWanted: (leaf: Leaf) => boolean): void {
    this.add(digest);
    if (detail === undefined) return;
    for (const value of [detail.object, detail.importing, detail.forced, detail.generated]) this.add(value);
    this.addLeaves(detail.leaves, isWanted);
  }
}

/** How much of an outline there must be at the least: with everything, without what stays, without attributes. */
export type OutlineDepth = "whole" | "changed" | "bare";

/** Whether the outline is surely longer than `maxLength` when it is rendered; false when nobody knows. */
export function isLonger({ parts, changes, state }: PlanOutline, depth: OutlineDepth, maxLength: number): boolean {
  const count = new DigestCount(maxLength);
  for (const { digest } of parts) count.add(digest);
  for (const [, digest] of state?.resources ?? []) count.add(digest);
  const isWanted = depth === "whole" ? isEvery : isChanged;
  for (const change of changes) {
    if (count.isOver) return true;
    if (depth === "bare") count.add(change.digest);
    else count.addChange(change, isWanted);
  }
  return count.isOver;
}

function isEvery(): boolean {
  return true;
}

function isChanged([, before, after]: Leaf): boolean {
  return before !== after;
}

/** The room that is left while the changes of an outline come one by one. */
export class OutlineRoom {
  readonly #changed: DigestCount;
  readonly #isLimited: boolean;
  #leavesLeft = MOST_LEAVES;
  constructor(maxLength: number) {
    this.#changed = new DigestCount(maxLength);
    this.#isLimited = Number.isFinite(maxLength);
  }

  /** False when no outline with attributes could be rendered any more. */
  get hasDetails(): boolean {
    return !this.#isLimited || !this.#changed.isOver;
  }

  /** The change, without its attributes when there are too many of them in all. */
  admit(change: ChangeOutline): ChangeOutline {
    this.#leavesLeft -= change.detail?.leaves.length ?? 0;
    if (this.#leavesLeft < 0) delete change.detail;
    if (this.#isLimited) this.#changed.addChange(change, isChanged);
    return change;
  }
}

/** What is left when no attributes fit: what `renderOutline` would come to. */
export function withoutDetails({ schema, parts, changes }: PlanOutline): PlanOutline {
  return { schema, parts: withoutFiles(parts), changes: changes.map(withoutDetail) };
}

function withoutDetail(change: ChangeOutline): ChangeOutline {
  const bare = { ...change };
  delete bare.detail;
  return bare;
}
