/** What a proposal stands on. */
import { describe, expect, it } from "@jest/globals";
import type { TrackedFile } from "./checkout.ts";
import type { ModuleDirectory } from "./find/mention.ts";
import { directoryOf } from "./find/file-kind.ts";
import { digestGround, reachedDirectories } from "./ground.ts";

function moduleAt(directory: string, ...calls: string[]): ModuleDirectory {
  return { directory, calls, isRoot: false, isDeployed: false, providers: [] };
}

const modules = [
  moduleAt("live/a", "modules/x"),
  moduleAt("modules/x", "modules/y"),
  moduleAt("modules/y", "modules/x"),
];

function file(path: string, blob = "1"): TrackedFile {
  return { path, mode: "100644", blob: blob.repeat(40) };
}

const files = [file("live/a/main.tf"), file("modules/y/main.tf"), file("README.md"), file("live/b/main.tf")];

function ground(given: readonly TrackedFile[]): string {
  return digestGround(given, reachedDirectories(["live/a"], modules), new Set(["Dockerfile"]));
}

function withFile(changed: TrackedFile): TrackedFile[] {
  return [...files.filter(({ path }) => path !== changed.path), changed];
}

describe("the ground", () => {
  it("reaches through modules, also when they call each other", () => {
    expect([...reachedDirectories(["live/a"], modules)].sort()).toEqual(["live/a", "modules/x", "modules/y"]);
    expect([...reachedDirectories(["elsewhere"], modules)]).toEqual(["elsewhere"]);
  });

  it.each([
    ["main.tf", "."],
    ["live/a/main.tf", "live/a"],
  ])("knows that %s lies in %s", (path, directory) => expect(directoryOf(path)).toBe(directory));

  it.each([file("live/a/main.tf", "2"), file("modules/y/main.tf", "2"), file("live/a/new.txt"), file("Dockerfile")])(
    "moves with $path",
    (changed) => expect(ground(withFile(changed))).not.toBe(ground(files)),
  );

  it.each([file("README.md", "2"), file("live/b/main.tf", "2"), file("live/a/deeper/x.tf")])(
    "does not move with $path",
    (changed) => expect(ground(withFile(changed))).toBe(ground(files)),
  );

  it("does not depend on the order of the files", () => {
    expect(ground([...files].reverse())).toBe(ground(files));
  });
});
