import { describe, expect, it } from "@jest/globals";
import { matchesPath, readRootSettings, targetsOf } from "./root-settings.ts";

describe("matchesPath", () => {
  it.each([
    ["live/prod", "live/prod", true],
    ["./live/prod/", "live/prod", true],
    ["live/*", "live/prod", true],
    ["live/*", "live", false],
    ["live/*", "live/prod/eu", false],
    ["live/p?od", "live/prod", true],
    ["live/**", "live", true],
    ["live/**", "live/a/b/c", true],
    ["**", ".", true],
    ["**", "a/b", true],
    ["**/eu", "eu", true],
    ["**/eu/**/x", "a/eu/b/eu/x", true],
    ["**/eu/**/x", "a/eu/b/eu/y", false],
    [".", ".", true],
    [".", "live", false],
    ["live", "live2", false],
    ["*", ".", false],
    ["**/a/**/a/**/a/**/b", Array.from({ length: 200 }, () => "a").join("/"), false],
  ])("%s and %s: %s", (glob, directory, expected) => {
    expect(matchesPath(glob, directory)).toBe(expected);
  });
});

describe("targetsOf", () => {
  const read = (text: string) => readRootSettings(text, ".github/handrail.yml");

  it("is one target without settings where no entry matches", async () => {
    expect(targetsOf(await read("roots: [{ path: other }]"), "live")).toEqual([
      { directory: "live", label: "live", workspace: "", varFiles: [], backendConfigFiles: [] },
    ]);
  });

  it("is a target for each entry that matches", async () => {
    const roots = await read(`
roots:
  - { path: live/*, workspace: default, var-files: [../common.tfvars] }
  - { path: live/prod, workspace: eu, backend-config-files: [eu.hcl] }
  - { path: live/prod, workspace: eu, backend-config-files: [eu.hcl], wave: 2 }
`);
    expect(targetsOf(roots, "live/prod")).toEqual([
      {
        directory: "live/prod",
        label: "live/prod",
        workspace: "default",
        varFiles: ["../common.tfvars"],
        backendConfigFiles: [],
      },
      {
        directory: "live/prod",
        label: "live/prod (eu)",
        workspace: "eu",
        varFiles: [],
        backendConfigFiles: ["eu.hcl"],
      },
    ]);
    expect(targetsOf(roots, "live/dev").map(({ label }) => label)).toEqual(["live/dev"]);
  });

  it("takes the workspace of the environment where no entry names one", async () => {
    const roots = await read("roots: [{ path: app, workspace: eu }, { path: web }]");
    const labels = ["app", "web", "db"].flatMap((directory) => targetsOf(roots, directory, "us"));
    expect(labels.map(({ label, workspace }) => [label, workspace])).toEqual([
      ["app (eu)", "eu"],
      ["web (us)", "us"],
      ["db (us)", "us"],
    ]);
  });

  it("tells targets of one workspace apart", async () => {
    const roots = await read(`
roots:
  - { path: app, backend-config-files: [a.hcl], var-files: [a.tfvars] }
  - { path: app, backend-config-files: [b.hcl] }
  - { path: app, environment: 'the-{basename}' }
`);
    expect(targetsOf(roots, "app").map(({ label }) => label)).toEqual([
      "app [a.hcl, a.tfvars]",
      "app [b.hcl]",
      "app [the-app]",
    ]);
  });

  it("says where the file is wrong", async () => {
    await expect(read("roots:\n  - wave: 1\n")).rejects.toThrow(".github/handrail.yml:2:5: a root needs `path`");
  });
});
