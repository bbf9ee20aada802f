import { renameSync, rmSync, symlinkSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { workspace, type Workspace } from "@handrail/testkit";
import { openDirectory } from "./directory.ts";

let folder: Workspace;
let outside: Workspace;

beforeEach(() => {
  folder = workspace({ "live/prod/main.tf": "", "file.txt": "" }, { git: false });
  outside = workspace({ "other/main.tf": "" }, { git: false });
});
afterEach(() => {
  folder.cleanup();
  outside.cleanup();
});

describe("openDirectory", () => {
  it.each([".", "live/prod", "live/../live/prod/", "./live//prod"])("opens %s and gives its real path", (path) => {
    const directory = openDirectory(folder.path, path);
    expect(directory.path).toBe(path === "." ? folder.path : folder.resolve("live/prod"));
    expect(() => directory.verify()).not.toThrow();
    directory.close();
  });

  it("follows links that stay inside, also of the workspace itself", () => {
    symlinkSync("live/prod", folder.resolve("inside"));
    symlinkSync(folder.path, outside.resolve("workspace"));
    const directory = openDirectory(outside.resolve("workspace"), "inside");
    expect(directory.path).toBe(folder.resolve("live/prod"));
    directory.verify();
    directory.close();
  });

  it.each([
    ["../..", "it leaves the workspace"],
    ["/etc", "it is absolute"],
    ["a/../../b", "it leaves the workspace"],
    ["C:\\x", "it is a Windows path"],
    ["a\u0000b", "it contains characters that cannot be seen"],
    ["~root", "it begins with ~"],
    ["missing", "it does not exist"],
    ["file.txt", "it is not a directory that can be read"],
    ["escape", "it leads out of the workspace"],
    ["escape/other", "it leads out of the workspace"],
    ["sibling", "it leads out of the workspace"],
  ])("H067: refuses %j with an input error", (path, why) => {
    symlinkSync(outside.path, folder.resolve("escape"));
    // A neighbour whose name begins like the workspace's.
    symlinkSync(`${folder.path}-neighbour`, folder.resolve("sibling"));
    const neighbour = workspace({}, { git: false });
    renameSync(neighbour.path, `${folder.path}-neighbour`);
    try {
      expect(() => openDirectory(folder.path, path, "root")).toThrow(
        expect.objectContaining({ reason: "invalid-input" }),
      );
      expect(() => openDirectory(folder.path, path, "root")).toThrow(`root was given`);
      expect(() => openDirectory(folder.path, path, "root")).toThrow(why);
    } finally {
      rmSync(`${folder.path}-neighbour`, { recursive: true });
    }
  });

  it.each<[string, (live: string) => void]>([
    [
      "a link to elsewhere in place of the directory",
      (live) => {
        renameSync(`${live}/prod`, `${live}/old`);
        symlinkSync(outside.resolve("other"), `${live}/prod`);
      },
    ],
    [
      "a link to the same directory, moved",
      (live) => {
        renameSync(`${live}/prod`, `${live}/old`);
        symlinkSync(`${live}/old`, `${live}/prod`);
      },
    ],
    [
      "a link in place of a parent",
      (live) => {
        renameSync(live, `${live}-old`);
        symlinkSync(`${live}-old`, live);
      },
    ],
    [
      "another directory of the same name",
      (live) => {
        renameSync(`${live}/prod`, `${live}/old`);
        folder.write({ "live/prod/main.tf": "" });
      },
    ],
    ["nothing", (live) => rmSync(`${live}/prod`, { recursive: true })],
    [
      "a new directory after removal",
      (live) => {
        rmSync(`${live}/prod`, { recursive: true });
        folder.write({ "live/prod/main.tf": "" });
      },
    ],
  ])("H068: notices %s before a process is started", (_, replace) => {
    const directory = openDirectory(folder.path, "live/prod");
    replace(folder.resolve("live"));
    expect(() => directory.verify()).toThrow(expect.objectContaining({ reason: "invalid-input" }));
    expect(() => directory.verify()).toThrow("was replaced while the step was running");
    directory.close();
  });
});
