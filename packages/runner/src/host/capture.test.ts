import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { createCapture } from "./capture.ts";

describe("createCapture", () => {
  it("H074: gives the text whole, in any pieces, and keeps its newest units", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.array(fc.integer({ min: 1, max: 5 })),
        fc.nat(20),
        (text, sizes, limit) => {
          const bytes = Buffer.from(text);
          const heard: string[] = [];
          const capture = createCapture(limit, (piece) => heard.push(piece));
          let at = 0;
          for (const size of sizes) {
            capture.write(bytes.subarray(at, at + size));
            at += size;
          }
          capture.write(bytes.subarray(at));
          capture.end();
          const whole = bytes.toString();
          expect(heard.join("")).toBe(whole);
          expect(heard.every((piece) => piece !== "" && piece.isWellFormed())).toBe(true);
          expect(capture.text()).toBe(limit === 0 ? "" : whole.slice(-limit));
          expect(capture.isTruncated).toBe(whole.length > limit);
        },
      ),
      { numRuns: runs(500, 50_000), seed: seed() },
    );
  });

  it("shows bytes that are no text, once", () => {
    const capture = createCapture(100, undefined);
    capture.write(new Uint8Array([0x61, 0xff, 0xe5]));
    capture.end();
    expect(capture.text()).toBe("a\uFFFD\uFFFD");
  });
});
