import { describe, expect, it } from "@jest/globals";
import { forcedPaths, joined, pathText } from "./forced-paths.ts";

describe("forcedPaths", () => {
  it("makes a tree of paths", () => {
    const tree = forcedPaths([["a"], ["b", 0, "c"], ["b", 1]]);
    expect(tree?.isForced).toBe(false);
    expect(tree?.below.get("a")?.isForced).toBe(true);
    expect(tree?.below.get("b")?.isForced).toBe(false);
    expect(tree?.below.get("b")?.below.get("0")?.below.get("c")?.isForced).toBe(true);
    expect(tree?.below.get("b")?.below.get("1")?.isForced).toBe(true);
    expect(forcedPaths([])).toBeUndefined();
    expect(forcedPaths([[]])?.isForced).toBe(true);
  });

  it("joins a list with its only element", () => {
    const inner = forcedPaths([["a"]]);
    expect(joined(undefined, inner)).toBe(inner);
    expect(joined(forcedPaths([[]]), inner)).toMatchObject({ isForced: true, below: inner?.below });
    expect(joined(forcedPaths([[]]), undefined)).toMatchObject({ isForced: true });
  });
});

describe("pathText", () => {
  it.each<[(string | number)[], string]>([
    [["triggers_replace"], "triggers_replace"],
    [["network", 0, "subnet"], "network[0].subnet"],
    [["tags", "a b", "c"], 'tags["a b"].c'],
    [["tags", 'a"\nb'], String.raw`tags["a\"\nb"]`],
  ])("writes %j as %s", (path, expected) => {
    expect(pathText(path)).toBe(expected);
  });
});
