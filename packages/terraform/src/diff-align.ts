/**
 * Finds which elements of two sequences are the same: the longest common subsequence when it is cheap to find, a good
 * one when it is not. Elements are numbers, equal when the numbers are. The work is bounded by the length, never
 * quadratic, whatever the input.
 */

/** Indices of elements that are the same; ascending on both sides. */
export type Match = { before: number; after: number };

/** What was found, and how many comparisons it took: the tests look at how that grows. */
export type Alignment = { matches: Match[]; steps: number };

/** How many comparisons the exact search may make: so many, and so many for each element. */
const EFFORT = { base: 4096, perElement: 16 };
/** The exact search keeps a trace that grows with the square of the edits. */
const MOST_EDITS = 1024;
/** How often what lies between anchors is searched for anchors again. */
const MOST_ROUNDS = 8;

/** A part of both sequences: from the first index to before the second. */
type Range = { before: number; beforeEnd: number; after: number; afterEnd: number };

/** Aligns two sequences. */
export function align(before: readonly number[], after: readonly number[]): Alignment {
  const search = new Search(before, after);
  search.range({ before: 0, beforeEnd: before.length, after: 0, afterEnd: after.length }, 0);
  return { matches: search.matches, steps: search.steps };
}

class Search {
  readonly matches: Match[] = [];
  steps = 0;
  readonly #before: readonly number[];
  readonly #after: readonly number[];
  constructor(before: readonly number[], after: readonly number[]) {
    this.#before = before;
    this.#after = after;
  }

  /** Adds the matches of a part: equal ends first, then what is found between them. */
  range(range: Range, round: number): void {
    let { before, after, beforeEnd, afterEnd } = range;
    while (before < beforeEnd && after < afterEnd && this.#isSame(before, after)) {
      this.matches.push({ before: before++, after: after++ });
    }
    while (before < beforeEnd && after < afterEnd && this.#isSame(beforeEnd - 1, afterEnd - 1)) {
      beforeEnd -= 1;
      afterEnd -= 1;
    }
    const middle = { before, beforeEnd, after, afterEnd };
    if (before < beforeEnd && after < afterEnd && !this.#exact(middle)) this.#between(middle, round);
    for (; beforeEnd < range.beforeEnd; beforeEnd += 1, afterEnd += 1) {
      this.matches.push({ before: beforeEnd, after: afterEnd });
    }
  }

  /**
   * Greedy search for the shortest edit script (E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986).
   * False, with nothing added, when it takes more than the effort allowed.
   */
  #exact(range: Range): boolean {
    const n = range.beforeEnd - range.before;
    const m = range.afterEnd - range.after;
    const most = this.steps + EFFORT.base + EFFORT.perElement * (n + m);
    const trace: Int32Array[] = [];
    for (let edits = 0; edits <= Math.min(n + m, MOST_EDITS) && this.steps <= most; edits += 1) {
      // reach[k + edits]: how far into `before` diagonal k gets with so many edits.
      const reach = new Int32Array(2 * edits + 1);
      const last = trace.at(-1);
      for (let k = -edits; k <= edits; k += 2) {
        let x = last === undefined ? 0 : reached(last, edits, k);
        while (x < n && x - k < m && this.#isSame(range.before + x, range.after + x - k)) x += 1;
        reach[k + edits] = x;
        this.steps += 1;
        if (k === n - m && x >= n) {
          for (const match of followed(trace, range)) this.matches.push(match);
          return true;
        }
      }
      trace.push(reach);
    }
    return false;
  }

  /** Aligns by what occurs once on each side ("patience"), and what is between by the same means, or by position. */
  #between(range: Range, round: number): void {
    const anchors = round < MOST_ROUNDS ? this.#anchors(range) : [];
    if (anchors.length === 0) {
      const length = Math.min(range.beforeEnd - range.before, range.afterEnd - range.after);
      for (let index = 0; index < length; index += 1) {
        const match = { before: range.before + index, after: range.after + index };
        if (this.#isSame(match.before, match.after)) this.matches.push(match);
      }
      return;
    }
    let { before, after } = range;
    for (const anchor of anchors) {
      this.range({ before, beforeEnd: anchor.before, after, afterEnd: anchor.after }, round + 1);
      this.matches.push(anchor);
      before = anchor.before + 1;
      after = anchor.after + 1;
    }
    this.range({ before, beforeEnd: range.beforeEnd, after, afterEnd: range.afterEnd }, round + 1);
  }

  #anchors(range: Range): Match[] {
    const once = positionsOfUnique(this.#before, range.before, range.beforeEnd);
    const onceAfter = positionsOfUnique(this.#after, range.after, range.afterEnd);
    this.steps += range.beforeEnd - range.before + range.afterEnd - range.after;
    const both: Match[] = [];
    for (const [element, before] of once) {
      const after = onceAfter.get(element);
      if (before !== undefined && after !== undefined) both.push({ before, after });
    }
    return longestAscending(both.sort((one, other) => one.before - other.before));
  }

  #isSame(before: number, after: number): boolean {
    this.steps += 1;
    return this.#before[before] === this.#after[after];
  }
}

/** Whether diagonal k is best entered by an insertion (from k + 1) rather than a removal (from k - 1). */
function isInsertion(last: Int32Array, edits: number, k: number): boolean {
  if (k === -edits) return true;
  return k !== edits && (last[k - 2 + edits] ?? 0) < (last[k + edits] ?? 0);
}

/** Where diagonal k starts with this number of edits; `last` is what one edit less reached. */
function reached(last: Int32Array, edits: number, k: number): number {
  return isInsertion(last, edits, k) ? (last[k + edits] ?? 0) : (last[k - 2 + edits] ?? 0) + 1;
}

/** Walks the script back from the end and returns what it left alone. */
function followed(trace: readonly Int32Array[], range: Range): Match[] {
  const found: Match[] = [];
  let x = range.beforeEnd - range.before;
  let y = range.afterEnd - range.after;
  for (let edits = trace.length; edits >= 0; edits -= 1) {
    const last = trace[edits - 1];
    const start = last === undefined ? 0 : reached(last, edits, x - y);
    const wasInserted = last !== undefined && isInsertion(last, edits, x - y);
    while (x > start) found.push({ before: range.before + --x, after: range.after + --y });
    if (wasInserted) y -= 1;
    else x -= 1;
  }
  return found.reverse();
}

/** Where the elements are that occur exactly once; undefined for those that occur more often. */
function positionsOfUnique(elements: readonly number[], from: number, to: number): Map<number, number | undefined> {
  const positions = new Map<number, number | undefined>();
  for (let index = from; index < to; index += 1) {
    const element = elements[index] ?? 0;
    positions.set(element, positions.has(element) ? undefined : index);
  }
  return positions;
}

/** The longest part of `matches` (ascending before) that also ascends after. */
function longestAscending(matches: readonly Match[]): Match[] {
  const piles: number[] = [];
  const previous = new Int32Array(matches.length).fill(-1);
  for (const [index, match] of matches.entries()) {
    let [low, high] = [0, piles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((matches[piles[middle] ?? 0]?.after ?? 0) < match.after) low = middle + 1;
      else high = middle;
    }
    previous[index] = piles[low - 1] ?? -1;
    piles[low] = index;
  }
  const longest: Match[] = [];
  for (let index = piles.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const match = matches[index];
    if (match !== undefined) longest.push(match);
  }
  return longest.reverse();
}
