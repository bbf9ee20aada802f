import { expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { runs, seed } from "@handrail/testkit";
import { lineCounter } from "./line-counter.ts";

it("counts the line ends before each offset", () => {
  const texts = fc.string({ unit: fc.constantFrom("a", "\n", "\r\n"), maxLength: 40 });
  fc.assert(
    fc.property(texts, (text) => {
      const lineOf = lineCounter(text);
      for (let at = 0; at <= text.length; at += 1) expect(lineOf(at)).toBe(text.slice(0, at).split("\n").length);
    }),
    { numRuns: runs(200, 5000), seed: seed() },
  );
});
