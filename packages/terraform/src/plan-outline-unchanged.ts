/**
 * Attributes that a change leaves as they are, as one digest: most of an update are such, and a comment is small. A
 * later outline of the same change has them in full, and gives them back.
 */
import { compareCodeUnits } from "@handrail/runner";
import { hash, shorten } from "./fingerprint-digest.ts";
import type { Leaf } from "./plan-outline-leaves.ts";
import type { ChangeDetail } from "./plan-outline-change.ts";
import type { ChangeOutline } from "./outline.ts";
import { isOpen } from "./plan-subset-values.ts";

/** The change with one digest for the attributes that stay. */
export function withoutUnchanged(change: ChangeOutline): ChangeOutline {
  const { detail } = change;
  const unchanged = detail?.leaves.filter(isUnchanged) ?? [];
  if (detail === undefined || unchanged.length === 0 || detail.unchanged !== undefined) return change;
  const leaves = detail.leaves.filter((leaf) => !isUnchanged(leaf));
  return { ...change, detail: { ...detail, leaves, unchanged: digestOf(unchanged) } };
}

function isUnchanged([, before, after]: Leaf): boolean {
  return before === after;
}

function digestOf(leaves: readonly Leaf[]): string {
  const texts = leaves.map(([path, token]) => JSON.stringify([path, token])).sort(compareCodeUnits);
  return shorten(hash(texts.join("\n")));
}

/**
 * The reviewed change with all its attributes, from those that the change has now: undefined when they are not the ones
 * that were reviewed. A change that was never cut is given back as it is.
 */
export function restoreUnchanged(reviewed: ChangeDetail, now: ChangeDetail): ChangeDetail | undefined {
  const { unchanged, ...rest } = reviewed;
  if (unchanged === undefined) return reviewed;
  const after = new Map(reviewed.leaves.map(([path, , token]) => [path, token]));
  const found = now.leaves
    .filter(([path]) => !after.has(path) && !isOpen(path, after))
    .map(([path, one, other]): Leaf => [path, other || one, other || one]);
  return digestOf(found) === unchanged ? { ...rest, leaves: [...reviewed.leaves, ...found] } : undefined;
}
