import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { quoteText } from "./quote.ts";

describe("quoteText", () => {
  it.each([
    ["a", '"a"'],
    ["", '""'],
    ['say "no"', String.raw`"say \"no\""`],
    ["a\n::error::b", String.raw`"a\n::error::b"`],
    ["a\u001B[8m\u202E", String.raw`"a\u001b[8m\u{202E}"`],
    ["x".repeat(101), `"${"x".repeat(100)}…" (101 characters)`],
    ["😀".repeat(101), `"${"😀".repeat(100)}…" (202 characters)`],
    ["x".repeat(100), `"${"x".repeat(100)}"`],
    ["😀".repeat(100), `"${"😀".repeat(100)}"`],
  ])("shows %j", (text, shown) => {
    expect(quoteText(text)).toBe(shown);
  });

  it("is one short line without anything invisible, whatever is given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        const shown = quoteText(text);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        // Each of 100 characters is at most two \u escapes of six.
        expect(shown.length).toBeLessThan(100 * 12 + 40);
      }),
      { numRuns: runs(300, 50_000), seed: seed() },
    );
  });
});
