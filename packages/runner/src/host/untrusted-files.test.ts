import { execFileSync } from "node:child_process";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { workspace, type Workspace } from "@handrail/testkit";
import { openUntrustedFiles, type UntrustedFiles } from "./untrusted-files.ts";

let folder: Workspace;
let outside: Workspace;
let files: UntrustedFiles;
beforeEach(() => {
  outside = workspace({ "secret.json": "secret" }, { git: false });
  folder = workspace(
    {
      "results/a.json": "é12",
      "results/deep/b.json": "b",
      "results/link.json": { link: outside.resolve("secret.json") },
      "results/linked": { link: outside.path },
      escape: { link: outside.path },
      top: { link: "." },
      "results/through": { link: "../top/../.." },
    },
    { git: false },
  );
  files = openUntrustedFiles({
    input: "results",
    remedy: "Name another.",
    environment: { GITHUB_WORKSPACE: folder.path, RUNNER_TEMP: "" },
  });
});
afterEach(() => {
  folder.cleanup();
  outside.cleanup();
});

describe("openUntrustedFiles", () => {
  it("finds folders and files of the workspace", () => {
    expect(files.locate("results")).toEqual({ path: folder.resolve("results"), kind: "folder" });
    expect(files.locate("results/a.json").kind).toBe("file");
    expect(files.list(folder.resolve("results")).sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      { name: "a.json", kind: "file" },
      { name: "deep", kind: "folder" },
      { name: "link.json", kind: "other" },
      { name: "linked", kind: "other" },
      { name: "through", kind: "other" },
    ]);
    expect(files.readHead(folder.resolve("results/a.json"), 3)).toBe("é1");
    expect(files.readText(folder.resolve("results/a.json"), 4)).toBe("é12");
  });

  it.each([
    ["escape", "is neither in the workspace nor in RUNNER_TEMP"],
    ["results/through", "is neither in the workspace nor in RUNNER_TEMP"],
    ["../", "is neither in the workspace nor in RUNNER_TEMP"],
    ["nowhere", "does not exist"],
  ])("refuses %s", (given, why) => {
    expect(() => files.locate(given)).toThrow(`results: ${given} ${why}`);
  });

  it("takes a folder in RUNNER_TEMP", () => {
    const environment = { GITHUB_WORKSPACE: folder.path, RUNNER_TEMP: outside.path };
    const more = openUntrustedFiles({ input: "results", remedy: "", environment });
    expect(more.locate(outside.path)).toEqual({ path: outside.path, kind: "folder" });
  });

  it("reads neither links nor pipes, and no more than it may", () => {
    execFileSync("mkfifo", [folder.resolve("results/pipe")]);
    for (const name of ["link.json", "pipe", "deep", "gone"]) {
      expect(files.readText(folder.resolve("results", name), 100)).toBe("");
      expect(files.readHead(folder.resolve("results", name), 100)).toBe("");
    }
    expect(files.list(folder.resolve("results/a.json"))).toEqual([]);
    expect(() => files.readText(folder.resolve("results/a.json"), 3)).toThrow(
      "a.json has 4 bytes, and a file of its kind has at most 3",
    );
  });
});
