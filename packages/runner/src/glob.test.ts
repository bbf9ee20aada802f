import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { matchesGlob } from "./glob.ts";

describe("matchesGlob", () => {
  it.each<[string, string, boolean]>([
    ["*", "", true],
    ["a*c", "abbc", true],
    ["a*c", "abcd", false],
    ["a?c", "abc", true],
    ["a?c", "ac", false],
    ['x["*"]', 'x["a"]', true],
    ["x[a]", "xa", false],
    ["*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac", false],
    ["", "", true],
    ["", "a", false],
  ])("%j on %j is %p", (glob, text, expected) => {
    expect(matchesGlob(glob, text)).toBe(expected);
  });

  it("matches what a regular expression of the same meaning matches", () => {
    const part = fc.stringMatching(/^[ab.[*?]{0,8}$/);
    const text = fc.stringMatching(/^[ab.[]{0,12}$/);
    fc.assert(
      fc.property(part, text, (glob, value) => {
        const source = glob
          .replaceAll(/[.[\]]/g, "\\$&")
          .replaceAll(/\*+/g, ".*")
          .replaceAll("?", ".");
        expect(matchesGlob(glob, value)).toBe(new RegExp(`^${source}$`).test(value));
      }),
      { numRuns: runs(500, 20_000), seed: seed() },
    );
  });

  it("matches what a regular expression would, slashes and dots included", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "/", "."), maxLength: 8 });
    const globs = fc.string({ unit: fc.constantFrom("a", "b", "/", "*", "?", "."), maxLength: 6 });
    fc.assert(
      fc.property(globs, letters, (glob, text) => {
        const source = Array.from(glob, (char) =>
          (char === "*" ? ".*" : char === "?" ? "." : `\\${char}`).replace(/^\\([ab/])$/, "$1"),
        );
        expect(matchesGlob(glob, text)).toBe(new RegExp(`^(?:${source.join("")})$`).test(text));
      }),
      { numRuns: runs(500, 20_000), seed: seed() },
    );
  });

  it("is quick whatever it is", () => {
    expect(matchesGlob(`${"*a".repeat(250)}b`, "a".repeat(20_000))).toBe(false);
  });
});
