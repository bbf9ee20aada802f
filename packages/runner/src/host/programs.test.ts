import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { workspace, type Workspace } from "@handrail/testkit";
import { findProgram } from "./programs.ts";

let folder: Workspace;
beforeEach(() => {
  const files = { "one/tofu": "", "two/terraform": "", "two/tofu": "", "plain/terraform": "" };
  folder = workspace(files, { git: false });
  for (const name of ["one/tofu", "two/terraform", "two/tofu"]) chmodSync(folder.resolve(name), 0o755);
  chmodSync(folder.resolve("plain/terraform"), 0o644);
  mkdirSync(folder.resolve("directory/terraform"), { recursive: true });
  mkdirSync(folder.resolve("links"));
  symlinkSync(folder.resolve("two/terraform"), folder.resolve("links/terraform"));
  symlinkSync(folder.resolve("gone"), folder.resolve("links/tofu"));
});
afterEach(() => folder.cleanup());

describe("findProgram", () => {
  it.each<[string, string[], string | undefined]>([
    ["the folders decide, not the names", ["one", "two"], "tofu"],
    ["the names decide within a folder", ["two", "one"], "terraform"],
    ["a file that may not be executed is none", ["plain", "one"], "tofu"],
    ["a directory is none", ["directory", "one"], "tofu"],
    ["a folder that is not there has none", ["gone", "one"], "tofu"],
    ["a link counts as what it leads to", ["links"], "terraform"],
    ["nothing is found in no folder", [], undefined],
    ["nothing is found where there is none", ["plain", "directory", "gone"], undefined],
  ])("%s", (_, folders, expected) => {
    const path = folders.map((name) => folder.resolve(name)).join(":");
    expect(findProgram(["terraform", "tofu"], path)).toBe(expected);
  });

  it("takes an empty part of PATH for nothing, and finds nothing without names", () => {
    expect(findProgram(["tofu"], `::${folder.resolve("one")}:`)).toBe("tofu");
    expect(findProgram([], folder.resolve("one"))).toBeUndefined();
    expect(findProgram(["two"], folder.path)).toBeUndefined();
  });
});
