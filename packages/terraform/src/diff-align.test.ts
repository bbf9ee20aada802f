import { runs, seed } from "@handrail/testkit";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { align, type Match } from "./diff-align.ts";

/** The length of the longest common subsequence, by the textbook. */
function longest(before: readonly number[], after: readonly number[]): number {
  let row = Array.from({ length: after.length + 1 }, () => 0);
  for (const element of before) {
    const next = [0];
    for (const [index, other] of after.entries()) {
      next.push(element === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

function expectAlignment(before: readonly number[], after: readonly number[], matches: readonly Match[]): void {
  let last: Match = { before: -1, after: -1 };
  for (const match of matches) {
    if (match.before <= last.before || match.after <= last.after) throw new Error("the matches do not ascend");
    if (before[match.before] !== after[match.after]) throw new Error("the elements of a match differ");
    last = match;
  }
}

/** Numbers that look random and are always the same. */
function noise(length: number, kinds: number, start: number): number[] {
  let state = start;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % kinds;
  });
}

describe("align", () => {
  it("finds the longest common subsequence of short sequences", () => {
    const sequences = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 });
    fc.assert(
      fc.property(sequences, sequences, (before, after) => {
        const { matches } = align(before, after);
        expectAlignment(before, after, matches);
        expect(matches).toHaveLength(longest(before, after));
      }),
      { numRuns: runs(300, 50_000), seed: seed() },
    );
  });

  it("leaves out nothing of equal sequences, and finds nothing in disjoint ones", () => {
    const numbers = noise(5000, 40, 1);
    expect(align(numbers, numbers).matches).toHaveLength(5000);
    expect(
      align(
        numbers,
        numbers.map((number) => number + 100),
      ).matches,
    ).toHaveLength(0);
    expect(align([], numbers).matches).toHaveLength(0);
    expect(align(numbers, []).matches).toHaveLength(0);
  });

  it.each<[string, (length: number) => [number[], number[]]]>([
    ["disjoint", (length) => [noise(length, 1e6, 1), noise(length, 1e6, 1).map((number) => number + 1e6)]],
    ["of few kinds", (length) => [noise(length, 2, 1), noise(length, 3, 2)]],
    ["of one kind and another", (length) => [noise(length, 1, 1), noise(length, 2, 2)]],
    [
      "reversed",
      (length) => [Array.from({ length }, (_, index) => index), Array.from({ length }, (_, index) => length - index)],
    ],
    [
      "shuffled in blocks",
      (length) => [Array.from({ length }, (_, index) => index), Array.from({ length }, (_, index) => index ^ 64)],
    ],
    [
      "of unique elements among repeated ones",
      (length) => [
        Array.from({ length }, (_, index) => (index % 3 === 0 ? index : -1)),
        Array.from({ length }, (_, index) => (index % 5 === 0 ? index : -1)),
      ],
    ],
  ])("does work that grows with the length for sequences that are %s", (_, sequences) => {
    const steps = [10_000, 40_000].map((length) => {
      const [before, after] = sequences(length);
      const { matches, steps: taken } = align(before, after);
      expectAlignment(before, after, matches);
      return taken;
    });
    expect(steps[1]).toBeLessThan(8 * (steps[0] ?? 0));
    expect(steps[1]).toBeLessThan(40_000 * 300);
  });

  it("still finds what a reader sees when the search for the best is given up", () => {
    const before = Array.from({ length: 20_000 }, (_, index) => index);
    const after = before.flatMap((number) =>
      number % 5 === 0 ? [-number - 1, number] : number % 7 === 0 ? [] : [number],
    );
    const { matches } = align(before, after);
    expectAlignment(before, after, matches);
    expect(matches).toHaveLength(after.filter((number) => number >= 0).length);
  });
});
