/** Lock files of terraform-bump, from its bundle, held against the real `terraform providers lock`. */
import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "@jest/globals";
import { workspace } from "@handrail/testkit";
import type { Workspace } from "@handrail/testkit";
import { openBumpStage, type BumpStage } from "./terraform-bump-stage.ts";
import { terraform } from "./terraform-plan-stage.ts";

const open: { stage?: BumpStage; folder?: Workspace } = {};
afterEach(async () => {
  await open.stage?.close();
  open.folder?.cleanup();
});

function versions(foo: string): string {
  return `terraform {
  required_providers {
    foo = {
      source  = "acme/foo"
      version = "${foo}"
    }
    bar = {
      source = "acme/bar"
    }
  }
}
`;
}

const PLATFORMS = ["-platform=linux_amd64", "-platform=darwin_arm64"];
const before = {
  providers: [
    { source: "acme/foo", versions: ["1.2.0", "1.3.0"] },
    { source: "acme/bar", versions: ["0.4.0"] },
  ],
};

/** What terraform itself locks for these files. */
async function lockOf(stage: BumpStage, files: Readonly<Record<string, string>>): Promise<string> {
  open.folder?.cleanup();
  const folder = workspace({}, { git: false, name: "lock" });
  open.folder = folder;
  folder.write({ ...files, "terraform.rc": stage.registry.cliConfiguration("registry.terraform.io") });
  await terraform(folder.path, ["providers", "lock", ...PLATFORMS], {
    TF_CLI_CONFIG_FILE: folder.resolve("terraform.rc"),
  });
  return readFileSync(folder.resolve(".terraform.lock.hcl"), "utf8");
}

describe("lock files", () => {
  it("are what terraform providers lock writes, byte by byte, and the constraint moves with them", async () => {
    const stage = await openBumpStage({ "live/a/versions.tf": versions("~> 1.2") }, { registry: before });
    open.stage = stage;
    await stage.commit({ "live/a/.terraform.lock.hcl": await lockOf(stage, { "versions.tf": versions("~> 1.2") }) });
    await stage.registry.addProvider({ source: "acme/foo", versions: ["1.2.0", "1.3.0", "2.0.1"] });
    const { pulls, updates, result } = await stage.bump({ inputs: { dependencies: "providers\nlock-file" } });
    expect(result.exitCode).toBe(0);
    expect(updates).toMatchObject([
      { from: "1.3.0", to: "2.0.1", files: ["live/a/.terraform.lock.hcl", "live/a/versions.tf"] },
    ]);
    const branch = String(pulls[0]?.["branch"]);
    expect(await stage.read(branch, "live/a/versions.tf")).toBe(versions("~> 2.0"));
    const lock = await stage.read(branch, "live/a/.terraform.lock.hcl");
    expect(lock).toBe(await lockOf(stage, { "versions.tf": versions("~> 2.0") }));
    expect(lock).toContain('version     = "2.0.1"');
  });

  it("move alone where the constraint admits the version, and stay where nothing may move", async () => {
    const stage = await openBumpStage({ "live/a/versions.tf": versions("~> 1.2") }, { registry: before });
    open.stage = stage;
    const locked = await lockOf(stage, { "versions.tf": versions("~> 1.2") });
    await stage.commit({ "live/a/.terraform.lock.hcl": locked });
    await stage.registry.addProvider({ source: "acme/foo", versions: ["1.3.0", "1.4.0", "2.0.1"] });
    const only = await stage.bump({ inputs: { strategy: "lock-only", "branch-prefix": "only" } });
    expect(only.updates).toMatchObject([
      { from: "1.3.0", to: "1.4.0", "constraint-after": "~> 1.2", files: ["live/a/.terraform.lock.hcl"] },
    ]);
    const branch = String(only.pulls[0]?.["branch"]);
    expect(await stage.read(branch, "live/a/.terraform.lock.hcl")).toBe(
      await lockOf(stage, { "versions.tf": versions("1.4.0") }).then((text) =>
        text.replace('constraints = "1.4.0"', 'constraints = "~> 1.2"'),
      ),
    );
    const none = await stage.bump({ inputs: { dependencies: "terraform", "branch-prefix": "none" } });
    expect(none.updates).toEqual([]);
    expect(none.held).toContainEqual(expect.objectContaining({ dependency: "acme/foo", reason: "not-selected" }));
  });

  it("are not made of packages that do not verify", async () => {
    const stage = await openBumpStage({ "live/a/versions.tf": versions("~> 1.2") }, { registry: before });
    open.stage = stage;
    const locked = await lockOf(stage, { "versions.tf": versions("~> 1.2") });
    await stage.commit({ "live/a/.terraform.lock.hcl": locked });
    await stage.registry.addProvider({
      source: "acme/foo",
      versions: ["1.3.0", { version: "2.0.1", signature: "garbage" }],
    });
    const { result, held, pulls } = await stage.bump();
    expect(result).toMatchObject({ exitCode: 1, outputs: { "failure-reason": "incomplete" } });
    expect(held).toContainEqual(
      expect.objectContaining({ dependency: "acme/foo", to: "2.0.1", reason: "lock-failed", failure: true }),
    );
    expect(pulls).toEqual([]);
  });
});
