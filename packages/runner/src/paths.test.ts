import { describe, expect, it } from "@jest/globals";
import { pathProblem } from "./paths.ts";

describe("pathProblem", () => {
  it.each([
    ".",
    "a",
    "a/b",
    "./a",
    "a/../b",
    "a//b/",
    "..a",
    "a..",
    "ünïcode/全",
    "a b",
    "-x",
    "a~",
    "xy:z",
    "$HOME",
    "a/./..",
  ])("accepts %j", (path) => {
    expect(pathProblem(path)).toBeUndefined();
  });

  it.each([
    ["", "is empty"],
    ["..", "leaves the workspace"],
    ["../..", "leaves the workspace"],
    ["a/../../b", "leaves the workspace"],
    ["./../a", "leaves the workspace"],
    ["/etc", "is absolute"],
    ["//etc", "is absolute"],
    ["C:\\x", "is a Windows path"],
    ["c:/x", "is a Windows path"],
    ["a\\b", "is a Windows path"],
    ["~", "begins with ~, which only a shell expands"],
    ["~root", "begins with ~, which only a shell expands"],
    ["a\u0000b", "contains characters that cannot be seen"],
    ["a\nb", "contains characters that cannot be seen"],
    ["a\u202Eb", "contains characters that cannot be seen"],
    ["a\u2028b", "contains characters that cannot be seen"],
    ["a\uD800", "contains characters that cannot be seen"],
  ])("H067: refuses %j", (path, problem) => {
    expect(pathProblem(path)).toBe(problem);
  });
});
