import { describe, expect, test } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { findEdited, findLate, findUnknown } from "./late.ts";
import type { Migration } from "./migration.ts";

const ids = (text: string): string[] => text.split(" ").filter((id) => id !== "");
const migration = (id: string, more: Partial<Migration> = {}): Migration => ({
  id,
  title: id,
  digest: `of ${id}`,
  down: "real",
  ...more,
});
const line = ids("a b c d").map((id) => migration(id));

describe("what comes too late", () => {
  test.each([
    ["", ""],
    ["a b", ""],
    ["a c", "b"],
    ["d", "a b c"],
    ["a b c d", ""],
    ["b a", ""],
    // One that the checkout does not have says nothing of the order.
    ["a z", ""],
    ["z", ""],
  ])("of a b c d with %j applied: %j", (applied, late) => {
    expect(findLate(line, ids(applied)).map(({ id }) => id)).toEqual(ids(late));
  });

  // Two branches on one root, joined: x and y need root, both needs x and y.
  const graph = [
    migration("root", { after: [] }),
    migration("x", { after: ["root"] }),
    migration("y", { after: ["root"] }),
    migration("both", { after: ["x", "y"] }),
  ];
  test.each([
    ["root y", ""],
    ["root x", ""],
    ["both", "root x y"],
    ["root both", "x y"],
    ["y", "root"],
    ["", ""],
  ])("of a graph with %j applied: %j", (applied, late) => {
    expect(findLate(graph, ids(applied)).map(({ id }) => id)).toEqual(ids(late));
  });

  test("a graph that is a ring ends", () => {
    const ring = [migration("a", { after: ["b"] }), migration("b", { after: ["a"] })];
    expect(findLate(ring, ["a"]).map(({ id }) => id)).toEqual(["b"]);
  });

  test("late, applied and to come are all there is, and nothing is two of them", () => {
    const some = fc.subarray(ids("a b c d"));
    fc.assert(
      fc.property(some, some, (known, applied) => {
        const checkout = line.filter(({ id }) => known.includes(id));
        const late = findLate(checkout, applied).map(({ id }) => id);
        const pending = checkout.map(({ id }) => id).filter((id) => !applied.includes(id));
        expect(late.every((id) => pending.includes(id))).toBe(true);
        expect(pending.slice(0, late.length)).toEqual(late);
        expect(findUnknown(applied, checkout)).toEqual(applied.filter((id) => !known.includes(id)));
      }),
      { numRuns: runs(200, 5000), seed: seed() },
    );
  });
});

describe("what changed after it ran", () => {
  test.each<readonly [string, readonly (readonly [string, string])[], string]>([
    [
      "as it was",
      [
        ["a", "of a"],
        ["b", "of b"],
      ],
      "",
    ],
    [
      "another digest",
      [
        ["a", "of a"],
        ["b", "other"],
      ],
      "b",
    ],
    ["not recorded", [], ""],
    ["recorded without one", [["a", ""]], ""],
    ["not in the checkout", [["z", "other"]], ""],
  ])("%s", (_, recorded, edited) => {
    expect(findEdited(line, new Map(recorded)).map(({ id }) => id)).toEqual(ids(edited));
  });

  test("a migration whose scripts cannot be read is not told", () => {
    expect(findEdited([migration("a", { digest: "" })], new Map([["a", "of a"]]))).toEqual([]);
  });

  test.each([
    ["1", "1", ""],
    ["1", "2", "a"],
    [undefined, "2", ""],
    ["1", undefined, ""],
    ["1", "", ""],
  ])("the tool's own checksum: %j now, %j then", (now, then, edited) => {
    const checkout = [migration("a", now === undefined ? {} : { checksum: now })];
    const applied = [{ id: "a", ...(then === undefined ? {} : { checksum: then }) }];
    expect(findEdited(checkout, new Map(), applied).map(({ id }) => id)).toEqual(ids(edited));
  });
});

describe("what nobody here knows", () => {
  test.each([
    ["a b", ""],
    ["z a y", "z y"],
    ["", ""],
  ])("%j: %j", (applied, unknown) => {
    expect(findUnknown(ids(applied), line)).toEqual(ids(unknown));
  });
});
