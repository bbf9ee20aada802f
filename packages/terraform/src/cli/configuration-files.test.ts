import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { afterEach, describe, expect, it } from "@jest/globals";
import { createProcessRunner } from "@handrail/runner/host";
import { workspace, type Workspace } from "@handrail/testkit";
import { hashConfiguration } from "../configuration.ts";
import { createTerraform, type ConfigurationFiles, type Terraform } from "../cli.ts";

const open: Workspace[] = [];
afterEach(() => {
  for (const folder of open.splice(0)) folder.cleanup();
});

const files = {
  "live/main.tf":
    'module "a" {\n  source = "../modules/a"\n}\nresource "terraform_data" "x" {\n  input = templatefile("tpl/x.txt", {})\n}\n',
  "live/tpl/x.txt": "text\n",
  "live/tpl/not-configuration.tf": "# bytes count\n",
  "live/.gitignore": "*.tfplan\n",
  "modules/a/main.tf": 'output "o" {\n  value = file("${path.module}/data.json")\n}\n',
  "modules/a/data.json": "{}\n",
  "modules/unused/main.tf": "locals {}\n",
};

type Kit = { root: Workspace; terraform: Terraform };

async function kit(
  content: Record<string, string>,
  more: { git?: boolean; environment?: Record<string, string> } = {},
): Promise<Kit> {
  const root = workspace(content, { git: more.git ?? true, name: "configuration" });
  const temporary = workspace({}, { git: false, name: "temporary" });
  open.push(root, temporary);
  const terraform = createTerraform({
    exec: createProcessRunner({ cancelled: new AbortController().signal, pollMs: 10 }).exec,
    path: "terraform",
    directory: root.resolve("live"),
    environment: { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", ...more.environment },
    log: {
      info: () => undefined,
      warning: () => undefined,
      debug: () => undefined,
      group: () => undefined,
      endGroup: () => undefined,
    },
    temporaryDirectory: temporary.path,
  });
  expect((await terraform.init()).exitCode).toBe(0);
  return { root, terraform };
}

function names({ files }: ConfigurationFiles): string[] {
  return files.map(({ path, isModuleFile }) => (isModuleFile ? `${path}*` : path)).sort();
}

async function hash(terraform: Terraform): Promise<string> {
  return hashConfiguration((await terraform.configuration()).files);
}

describe("configuration", () => {
  it("has the tracked files below the root and its modules, and marks what terraform reads as configuration", async () => {
    const { root, terraform } = await kit(files);
    root.write({ "live/secret.tfplan": "untracked", "live/terraform.tfstate": "{}", "live/notes.txt": "untracked" });
    const found = await terraform.configuration();
    expect(names(found)).toEqual([
      "../modules/a/data.json",
      "../modules/a/main.tf*",
      ".gitignore",
      "main.tf*",
      "tpl/not-configuration.tf",
      "tpl/x.txt",
    ]);
    expect(found.isTracked).toBe(true);
    expect(found.modules.map(({ isLocal }) => isLocal)).toEqual([true, true]);
  });

  it("has the same files, plus untracked ones, without git", async () => {
    const { root, terraform } = await kit(files, { git: false });
    root.write({
      "live/terraform.tfstate": "{}",
      "live/terraform.tfstate.backup": "{}",
      "live/terraform.tfstate.d/x/terraform.tfstate": "{}",
    });
    const found = await terraform.configuration();
    expect(found.isTracked).toBe(false);
    expect(names(found)).toContain("tpl/x.txt");
    expect(names(found).join()).not.toMatch(/tfstate|\.terraform/);
  });

  it("includes untracked configuration: terraform plans with it", async () => {
    const { root, terraform } = await kit(files);
    const before = await hash(terraform);
    root.write({ "live/generated.tf": "locals {}\n", "modules/a/override.tf.json": "{}" });
    expect(names(await terraform.configuration())).toEqual(
      expect.arrayContaining(["generated.tf*", "../modules/a/override.tf.json*"]),
    );
    expect(await hash(terraform)).not.toBe(before);
  });

  it("has a hash that follows the files, and not the lock file, the state, the checkout's place or the data directory", async () => {
    const [one, other, moved] = [
      await kit(files),
      await kit(files),
      await kit(files, { environment: { TF_DATA_DIR: "elsewhere" } }),
    ];
    const before = await hash(one.terraform);
    expect(await hash(other.terraform)).toBe(before);
    expect(await hash(moved.terraform)).toBe(before);
    one.root.write({ "live/.terraform.lock.hcl": "# x\n", "live/errored.tfstate": "{}" });
    expect(await hash(one.terraform)).toBe(before);
    one.root.write({ "live/tpl/x.txt": "changed\n" });
    expect(await hash(one.terraform)).not.toBe(before);
    other.root.write({ "modules/a/data.json": "[]\n" });
    expect(await hash(other.terraform)).not.toBe(before);
    moved.root.remove("live/tpl/x.txt");
    expect(await hash(moved.terraform)).not.toBe(before);
  });

  it("does not change when terraform formats it", async () => {
    const messy =
      'locals {\na=1\n  longer   = [ 1,2,\n3 ]\n}\n\n\nresource "terraform_data" "x" {\n     input={ a=1, b = "${ local.a }x" }\n  provisioner "local-exec" {\ncommand = <<-EOT\n      echo   a\n    EOT\n  }\n}\n';
    const { root, terraform } = await kit({ "live/main.tf": messy });
    const before = await hash(terraform);
    execFileSync("terraform", ["fmt", root.resolve("live")]);
    expect(root.read("live/main.tf")).not.toBe(messy);
    expect(await hash(terraform)).toBe(before);
    root.write({ "live/main.tf": root.read("live/main.tf").replace("echo   a", "echo a") });
    expect(await hash(terraform)).not.toBe(before);
  });

  it("follows links to files, counts where they lead, and is not led away by others", async () => {
    const { root, terraform } = await kit(files);
    root.write({ "shared.txt": "one\n", "other.txt": "one\n" });
    symlinkSync("../shared.txt", root.resolve("live/link.txt"));
    symlinkSync("../nowhere.txt", root.resolve("live/dangling.txt"));
    symlinkSync("../modules", root.resolve("live/folder"));
    symlinkSync("/dev/zero", root.resolve("live/device"));
    root.git("add", "-A");
    const before = await hash(terraform);
    root.write({ "shared.txt": "two\n" });
    const content = await hash(terraform);
    expect(content).not.toBe(before);
    root.write({ "shared.txt": "one\n" });
    expect(await hash(terraform)).toBe(before);
    root.remove("live/link.txt");
    symlinkSync("../other.txt", root.resolve("live/link.txt"));
    expect(await hash(terraform)).not.toBe(before);
  });

  it("hashes downloaded modules by their files, without the repository they came in", async () => {
    const source = workspace({ "main.tf": "locals {}\n", "data.txt": "x\n" }, { git: true, name: "source" });
    open.push(source);
    const content = { "live/main.tf": `module "remote" {\n  source = "git::file://${source.path}"\n}\n` };
    const { root, terraform } = await kit(content);
    const found = await terraform.configuration();
    expect(names(found)).toEqual([
      ".terraform/modules/remote/data.txt",
      ".terraform/modules/remote/main.tf*",
      "main.tf*",
    ]);
    const before = hashConfiguration(found.files);
    root.write({ "live/.terraform/modules/remote/data.txt": "y\n" });
    expect(await hash(terraform)).not.toBe(before);
  });

  it("starts no program that the repository's settings name", async () => {
    const { root, terraform } = await kit(files);
    root.git("config", "core.fsmonitor", root.resolve("evil"));
    root.write({ evil: { content: `#!/bin/sh\ntouch ${root.resolve("ran")}\n`, mode: 0o755 } });
    expect((await terraform.configuration()).isTracked).toBe(true);
    expect(root.has("ran")).toBe(false);
  });

  it("leaves out what is no file: a submodule's folder, a directory of the same name", async () => {
    const { root, terraform } = await kit(files);
    root.remove("live/tpl/x.txt");
    mkdirSync(root.resolve("live/tpl/x.txt"));
    expect(names(await terraform.configuration())).not.toContain("tpl/x.txt");
  });
});
