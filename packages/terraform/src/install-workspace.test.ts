import { mkdirSync, symlinkSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { workspace, type Workspace } from "@handrail/testkit";
import { findOnPath, openWorkspace } from "./install-workspace.ts";

let folder: Workspace;

beforeEach(() => {
  folder = workspace(
    { "repo/live/main.tf": "a", "repo/shared/.terraform-version": "1.5.7", secret: "hunter2" },
    { git: false },
  );
});

afterEach(() => folder.cleanup());

describe("openWorkspace", () => {
  it("reads files and lists directories inside", async () => {
    const files = openWorkspace(folder.resolve("repo"));
    mkdirSync(folder.resolve("repo/live/modules"));
    expect(await files.read("live/main.tf")).toBe("a");
    expect(await files.read("live/other.tf")).toBeUndefined();
    expect(await files.read("live")).toBeUndefined();
    expect(await files.list("live")).toEqual(["main.tf"]);
    expect(await files.list("live/main.tf")).toBeUndefined();
    expect(await files.list("nowhere")).toBeUndefined();
  });

  it("follows links that stay inside", async () => {
    symlinkSync("../shared/.terraform-version", folder.resolve("repo/live/.terraform-version"));
    expect(await openWorkspace(folder.resolve("repo")).read("live/.terraform-version")).toBe("1.5.7");
  });

  it.each(["../../secret", "/etc/passwd"])("H067: a link to %s is no file of the workspace", async (target) => {
    symlinkSync(target, folder.resolve("repo/live/.terraform-version"));
    const files = openWorkspace(folder.resolve("repo"));
    expect(await files.read("live/.terraform-version")).toBeUndefined();
    expect(await files.list("..")).toBeUndefined();
    expect(await files.read("../secret")).toBeUndefined();
  });

  it("H067: a directory that links outside is no directory of the workspace", async () => {
    symlinkSync("..", folder.resolve("repo/up"));
    expect(await openWorkspace(folder.resolve("repo")).list("up")).toBeUndefined();
  });

  it("works below a link to the workspace itself", async () => {
    symlinkSync("repo", folder.resolve("checkout"));
    expect(await openWorkspace(folder.resolve("checkout")).read("live/main.tf")).toBe("a");
  });
});

describe("findOnPath", () => {
  it("finds the first file that can be executed", async () => {
    folder.write({
      "a/tool": "no",
      "b/tool": { content: "yes", mode: 0o755 },
      "c/tool": { content: "later", mode: 0o755 },
    });
    mkdirSync(folder.resolve("d/tool"), { recursive: true });
    const search = ["relative", "", "d", "a", "b", "c"].map((name) =>
      name === "relative" || name === "" ? name : folder.resolve(name),
    );
    expect(await findOnPath("tool", search.join(":"))).toBe(folder.resolve("b/tool"));
    expect(await findOnPath("tool", undefined)).toBeUndefined();
  });
});
