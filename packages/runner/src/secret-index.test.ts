import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { MAX_PATTERN, SecretIndex } from "./secret-index.ts";

/** Few letters, so that patterns overlap and share beginnings. */
const letters = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom("a", "b", "\uD83D", "\uDE00"), minLength, maxLength });

const indexOf = (patterns: readonly string[]): SecretIndex => {
  const index = new SecretIndex();
  for (const pattern of patterns) index.add(pattern);
  return index;
};

const nameOf = (number: number): string =>
  `arn:aws:iam::123456789012:role/${number.toString(36)}-${"x".repeat(number % 9)}`;

describe("SecretIndex", () => {
  it("finds the longest pattern at every place, as a plain search does", () => {
    const patterns = fc.array(fc.oneof(letters(4, 8), letters(14, 18), letters(4, MAX_PATTERN)), { maxLength: 12 });
    fc.assert(
      fc.property(patterns, letters(0, 20), fc.nat(), (patterns, noise, pick) => {
        const index = indexOf(patterns);
        // A text that holds beginnings and wholes of the patterns.
        const chosen = patterns[pick % Math.max(1, patterns.length)] ?? "";
        const text = noise + chosen + chosen.slice(0, pick % 50) + noise;
        for (let at = 0; at <= text.length; at += 1) {
          const there = patterns.filter((pattern) => text.startsWith(pattern, at)).map(({ length }) => length);
          expect(index.longestAt(text, at)).toBe(Math.max(0, ...there));
          const rest = text.slice(at);
          const isBeginning =
            rest !== "" && patterns.some((pattern) => pattern.length > rest.length && pattern.startsWith(rest));
          if (isBeginning) expect(index.couldBegin(text, at)).toBe(true);
        }
      }),
      { numRuns: runs(500, 10_000), seed: seed() },
    );
  });

  it("says no to what begins nothing", () => {
    const index = indexOf(["abcd", "abcdefgh", "x".repeat(20), "y".repeat(MAX_PATTERN)]);
    for (const [rest, could] of [
      ["a", true],
      ["abc", true],
      ["abcd", true],
      ["abcdefgh", false],
      ["b", false],
      ["abd", false],
      ["xxx", true],
      ["x".repeat(19), true],
      ["x".repeat(20), false],
      ["y".repeat(MAX_PATTERN - 1), true],
      ["y".repeat(MAX_PATTERN), false],
      ["x".repeat(16) + "z", true],
      ["x".repeat(4) + "z", true],
      ["xxzx", false],
    ] as const) {
      expect([rest, index.couldBegin(rest, 0)]).toEqual([rest, could]);
    }
  });

  it("accepts patterns of 4 to 47 units only", () => {
    const index = new SecretIndex();
    for (const pattern of ["", "abc", "x".repeat(MAX_PATTERN + 1)])
      expect(() => index.add(pattern)).toThrow(RangeError);
  });

  it("finds each of 50,000 patterns, and nothing else", () => {
    const index = indexOf(Array.from({ length: 50_000 }, (_, number) => nameOf(number)));
    let wrong = 0;
    for (let number = 0; number < 50_000; number += 1) {
      if (index.longestAt(nameOf(number), 0) !== nameOf(number).length) wrong += 1;
      if (index.longestAt(nameOf(number + 50_000), 0) !== 0) wrong += 1;
    }
    expect(wrong).toBe(0);
  });
});
