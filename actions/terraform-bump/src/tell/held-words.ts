/**
 * Why something is not brought up to date, in words for people.
 */
import type { HeldReason } from "../decide/update.ts";

/** Each reason as a heading, in the order in which they are told: what somebody can do something about comes first. */
export const heldWords: Readonly<Record<HeldReason, string>> = {
  "lookup-failed": "Could not be looked up",
  "unreadable-file": "A file could not be read",
  "lock-failed": "The lock file could not be made",
  "pull-request-failed": "The pull request failed",
  "needs-workflows-permission": "The token may not change workflows",
  "human-commits": "Somebody else committed to the branch",
  "constraint-unclear": "The version cannot be edited",
  "needs-newer-terraform": "Needs a newer Terraform first",
  "waits-for-apply": "Waits until the step before is applied",
  "waits-for-merge": "Waits until the step before is merged",
  "later-rung": "Another version comes first",
  limit: "Enough pull requests are open",
  "closed-by-maintainer": "Its pull request was closed without merging",
  "lock-only": "The constraint does not admit it, and only lock files are changed",
  "too-young": "Too young",
  "unknown-age": "Nobody says when it was released",
  withdrawn: "Its maker took it back",
  "forbidden-version": "Known to be dangerous",
  "excluded-by-constraint": "A constraint excludes it",
  "major-ignored": "Major versions are not wanted",
  ignored: "Ignored by an input",
  "not-selected": "Its kind is not selected",
};

/** Whose own sentence does not say what is the matter: the words stand before it. */
const introduced: ReadonlySet<HeldReason> = new Set([
  "unreadable-file",
  "lock-failed",
  "pull-request-failed",
  "needs-newer-terraform",
  "constraint-unclear",
  "forbidden-version",
]);

/** `The pull request failed: `, before the sentences that need it; "" before the others. */
export function introduce(reason: HeldReason): string {
  return introduced.has(reason) ? `${heldWords[reason]}: ` : "";
}

/** The reasons, the most urgent first. */
export const heldReasons: readonly HeldReason[] = Object.keys(heldWords) as HeldReason[];
