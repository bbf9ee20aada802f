import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { digestOfSet, stateOf } from "./set-digest.ts";

const anyId = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("", "a", "b", "a,b", 'a","b', "\uD800", "\uD801", "\uFFFD", "__proto__"),
);

describe("digestOfSet", () => {
  it("is that of the same set in any order, and of no other set", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyId), fc.uniqueArray(anyId), (one, other) => {
        const isSame = new Set(one).symmetricDifference(new Set(other)).size === 0;
        expect(digestOfSet(one) === digestOfSet(other)).toBe(isSame);
        expect(digestOfSet([...one.toReversed(), ...one])).toBe(digestOfSet(one));
      }),
      { numRuns: runs(500, 50_000), seed: seed() },
    );
  });

  it("stays what it is: records of before hold it", () => {
    expect(digestOfSet([])).toBe("4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945");
    expect(digestOfSet(["20260101", "20260102"])).toBe(
      "b2dada83bd5db191770c1c4ec8b2bd0e2cc303fd0fb106e8a320188f313cee3b",
    );
  });
});

describe("stateOf", () => {
  it("has the last one as its version, and counts an id once", () => {
    expect(stateOf(["m1", "m3", "m2"], "f")).toEqual({
      set: digestOfSet(["m1", "m2", "m3"]),
      count: 3,
      version: "m2",
      fingerprint: "f",
    });
    expect(stateOf(["m1", "m1"], "").count).toBe(1);
    expect(stateOf([], "")).toEqual({ set: digestOfSet([]), count: 0, version: "", fingerprint: "" });
  });
});
