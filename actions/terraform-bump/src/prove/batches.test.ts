import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { runs, seed } from "@handrail/testkit";
import { batchesOf } from "./batches.ts";

const targets = fc.array(fc.record({ directory: fc.constantFrom("a", "b", "c", "d"), id: fc.nat() }), {
  maxLength: 20,
});

describe("batchesOf", () => {
  it("has every target once, few at a time, and none beside one of its own directory", () => {
    fc.assert(
      fc.property(targets, fc.integer({ min: -1, max: 4 }), (all, width) => {
        const batches = batchesOf(all, width);
        expect(batches.flat()).toHaveLength(all.length);
        expect(new Set(batches.flat())).toEqual(new Set(all));
        for (const batch of batches) {
          expect(batch.length).toBeGreaterThan(0);
          expect(batch.length).toBeLessThanOrEqual(Math.max(1, width));
          expect(new Set(batch.map(({ directory }) => directory)).size).toBe(batch.length);
        }
        for (const name of ["a", "b", "c", "d"]) {
          const ofDirectory = (list: typeof all): number[] =>
            list.filter(({ directory }) => directory === name).map(({ id }) => id);
          expect(ofDirectory(batches.flat())).toEqual(ofDirectory(all));
        }
      }),
      { numRuns: runs(200, 5000), seed: seed() },
    );
  });

  it("fills a batch from further behind", () => {
    expect(batchesOf([{ directory: "a" }, { directory: "a" }, { directory: "b" }], 2)).toEqual([
      [{ directory: "a" }, { directory: "b" }],
      [{ directory: "a" }],
    ]);
  });
});
