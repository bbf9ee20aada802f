/** Which migrations came or went without a record, found out from what the records know. Pure. */
import type { FoundRecord } from "./record.ts";
import { digestOfSet } from "./set-digest.ts";

/** The ids that nobody recorded; undefined when it cannot be told which of the applied ones they are. */
export type Strangers =
  | { isKnown: true; extra: readonly string[]; missing: readonly string[] }
  | { isKnown: false; expected: number; found: number };

/** More guesses than this are not tried. */
const MAX_GUESSES = 5000;

/**
 * Finds out how a set differs from what the newest of the records left. A record holds a digest of the set and not all of its
 * ids, so this is a guess that the digest then proves, or nothing.
 * @param applied in the best order that is known
 * @param records newest first; at least one
 */
export function findStrangers(applied: readonly string[], records: readonly FoundRecord[]): Strangers {
  const [newest] = records;
  const wanted = newest?.after ?? { set: "", count: 0 };
  const recorded = replay(records);
  const there = new Set(applied);
  const missing = [...recorded].filter((id) => !there.has(id));
  // What is there and in no record is the baseline, or it came without one.
  const unrecorded = applied.filter((id) => !recorded.has(id));
  for (const extra of guesses(unrecorded, applied.length + missing.length - wanted.count)) {
    const without = new Set(extra);
    const guess = [...applied.filter((id) => !without.has(id)), ...missing];
    if (digestOfSet(guess) === wanted.set) return { isKnown: true, extra, missing };
  }
  return { isKnown: false, expected: wanted.count, found: there.size };
}

/** What the records leave applied, all in all, beside the baseline. */
function replay(records: readonly FoundRecord[]): Set<string> {
  const recorded = new Set<string>();
  for (const { kind, done } of records.toReversed()) {
    for (const { id } of done) {
      if (kind === "run") recorded.add(id);
      else recorded.delete(id);
    }
  }
  return recorded;
}

/** Ways to choose so many of the ids: the last ones, the first ones, each one, each two. */
function* guesses(ids: readonly string[], count: number): Generator<readonly string[]> {
  if (count < 0 || count > ids.length) return;
  yield ids.slice(ids.length - count);
  if (count === 0 || count === ids.length) return;
  yield ids.slice(0, count);
  if (count === 1) for (const id of ids.slice(0, MAX_GUESSES)) yield [id];
  if (count === 2 && ids.length ** 2 / 2 <= MAX_GUESSES) {
    for (const [at, first] of ids.entries()) for (const second of ids.slice(at + 1)) yield [first, second];
  }
}
