import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import * as fc from "fast-check";
import { createLineSplitter } from "./line-splitter.ts";

function split(chunks: readonly string[], maxLength?: number): { line: string; isCut: boolean }[] {
  const lines: { line: string; isCut: boolean }[] = [];
  const splitter = createLineSplitter((line, isCut) => lines.push({ line, isCut }), maxLength);
  for (const chunk of chunks) splitter.write(chunk);
  splitter.end();
  return lines;
}

describe("createLineSplitter", () => {
  it("delivers lines without their breaks, the last one without a break too", () => {
    expect(split(["a\nb", "c\r", "\n\nd"]).map(({ line }) => line)).toEqual(["a", "bc", "", "d"]);
  });

  it("is blind to how the text was cut into chunks", () => {
    const text = fc.array(fc.constantFrom("a", "\n", "\r\n", "é", "💥", "long piece"), { maxLength: 30 });
    const property = fc.property(text, fc.array(fc.nat({ max: 40 }), { maxLength: 8 }), (pieces, cuts) => {
      const whole = pieces.join("");
      const at = [0, ...cuts.map((cut) => Math.min(cut, whole.length)).sort((a, b) => a - b), whole.length];
      const chunks = at.slice(1).map((end, index) => whole.slice(at[index], end));
      expect(split(chunks, 12)).toEqual(split([whole], 12));
    });
    fc.assert(property, { numRuns: runs(300, 100_000), seed: seed() });
  });

  it("H075: cuts a line of 100 MB and goes on with the next one", () => {
    const chunk = "x".repeat(1024 * 1024);
    const lines: { length: number; isCut: boolean }[] = [];
    const splitter = createLineSplitter((line, isCut) => lines.push({ length: line.length, isCut }), 1000);
    for (let sent = 0; sent < 100; sent += 1) splitter.write(chunk);
    splitter.write("\nnext\n");
    splitter.end();
    expect(lines).toEqual([
      { length: 1000, isCut: true },
      { length: 4, isCut: false },
    ]);
  });
});
