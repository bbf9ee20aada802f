/** What a half-failed apply leaves to do, asked of the real terraform: a subset of the review, until somebody sneaks. */
import { spawnSync } from "node:child_process";
import { createRedactor } from "@handrail/runner";
import { workspace, type Workspace } from "@handrail/testkit";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { hashConfiguration } from "./configuration.ts";
import { comparePlans } from "./plan-difference.ts";
import { parseOutline, renderOutline } from "./plan-outline-text.ts";
import { outlinePlan, type PlanOutline } from "./plan-outline.ts";
import { readPlan } from "./plan-reader.ts";
import { isSubset } from "./plan-subset.ts";
import { digestState } from "./state-digest.ts";

const KEY = "0123456789abcdef0123456789abcdef";

/** Fails until there is a file of this name. */
const unless = (file: string): string => `provisioner "local-exec" { command = "test -e ${file}" }`;

let root: Workspace;

beforeEach(() => {
  root = workspace({ "cli.tfrc": "" }, { git: false, name: "subset" });
});
afterEach(() => root.cleanup());

function terraform(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const [command = "", ...rest] = args;
  const env = {
    PATH: process.env["PATH"],
    HOME: root.path,
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
    TF_CLI_CONFIG_FILE: root.resolve("cli.tfrc"),
  };
  const flags = command === "state" ? [] : command === "show" ? ["-no-color"] : ["-no-color", "-input=false"];
  return spawnSync("terraform", [command, ...flags, ...rest], { cwd: root.path, env, encoding: "utf8" });
}

function plan(key: string, ...args: string[]): PlanOutline {
  expect(terraform("plan", "-out=plan", ...args)).toMatchObject({ status: 0 });
  const bytes = Buffer.from(terraform("show", "-json", "plan").stdout);
  const source = { size: bytes.length, read: (at: number, length: number) => bytes.subarray(at, at + length) };
  const { plan: summary, secrets } = readPlan(source);
  const redactor = createRedactor(secrets);
  const redact = (text: string): string => redactor.redact(text);
  const names = ["main.tf", "m/main.tf"].filter((name) => root.has(name));
  const files = names.map((path) => ({ path, isModuleFile: true, bytes: Buffer.from(root.read(path)) }));
  const state = digestState(terraform("state", "pull").stdout, { redact, key });
  const facts = { source, plan: summary, redact, key, configuration: hashConfiguration(files), lockFile: undefined };
  const known = { terraformVersion: "1.11.4", providerVersions: {}, arguments: {}, refreshOnly: false };
  const text = renderOutline(outlinePlan({ ...facts, ...known }, state), 1e6);
  const outline = parseOutline(text);
  if (outline === undefined) throw new Error("the outline does not come back");
  return outline;
}

const addresses = (outline: PlanOutline): string[] =>
  outline.changes.map(({ address, deposed }) => (deposed === undefined ? address : `${address} deposed`));

const FIRST = `
  variable "size" { default = "1" }
  variable "pin" {
    default   = "hunter22"
    sensitive = true
  }
  resource "terraform_data" "ok" { input = "a" }
  resource "terraform_data" "boom" {
    for_each = toset(["x", "y"])
    input    = "v-\${each.key}-\${terraform_data.ok.id}"
    provisioner "local-exec" { command = "test \${each.key} = y || test -e go" }
  }
  resource "terraform_data" "secret" {
    input = var.pin
    ${unless("go")}
  }
  resource "terraform_data" "after" {
    input = { list = [terraform_data.boom["x"].id, "fixed"], plain = terraform_data.ok.input }
    lifecycle {
      postcondition {
        condition     = self.id != ""
        error_message = "no"
      }
    }
  }
  data "terraform_remote_state" "read" {
    backend    = "local"
    config     = { path = "other.tfstate" }
    depends_on = [terraform_data.ok]
  }
  output "after" { value = terraform_data.after.output }
  output "ids" { value = [for each in terraform_data.boom : each.id] }
  output "plain" { value = terraform_data.ok.input }
  check "after" {
    assert {
      condition     = terraform_data.after.id != ""
      error_message = "no"
    }
  }
`;
const OTHER_STATE = JSON.stringify({
  version: 4,
  terraform_version: "1.11.4",
  serial: 1,
  lineage: "x",
  outputs: {},
  resources: [],
});

const REPLACING = `
  variable "size" { default = "1" }
  variable "pin" {
    default   = "hunter22"
    sensitive = true
  }
  resource "terraform_data" "swap" {
    triggers_replace = [var.size]
    input            = var.size
    lifecycle { create_before_destroy = true }
    provisioner "local-exec" { command = "test \${self.input} = 1 || test -e go" }
  }
  resource "terraform_data" "stuck" {
    triggers_replace = [var.size]
    provisioner "local-exec" {
      when    = destroy
      command = "test -e go2"
    }
  }
  resource "terraform_data" "gone" {
    triggers_replace = [var.size]
    input            = var.size
    provisioner "local-exec" { command = "test \${self.input} = 1 || test -e go" }
  }
  resource "terraform_data" "old" {
    triggers_replace = [var.size]
    input            = { size = var.size, of = terraform_data.swap.id }
    lifecycle { create_before_destroy = true }
    provisioner "local-exec" {
      when    = destroy
      command = "test -e go2"
    }
  }
  resource "terraform_data" "update" { input = var.size }
  resource "terraform_data" "extra" {
    count = var.size == "1" ? 2 : 0
    provisioner "local-exec" {
      when    = destroy
      command = "test \${self.id} = never || test -e go2"
    }
  }
  output "swap" { value = terraform_data.swap.id }
  output "update" { value = terraform_data.update.output }
`;

const MODULE = `
  variable "key" {}
  variable "size" {}
  resource "terraform_data" "x" {
    count            = 2
    input            = "\${var.key}-\${count.index}-\${var.size}"
    triggers_replace = [var.size]
    lifecycle { create_before_destroy = true }
    provisioner "local-exec" { command = "test \${count.index} = 0 || test -e go" }
  }
  output "id" { value = terraform_data.x[1].id }
`;
const OLD = `
  resource "terraform_data" "forgotten" {}
  resource "terraform_data" "was" { input = "0" }
`;
const MOVING = `
  variable "size" { default = "1" }
  module "m" {
    source   = "./m"
    for_each = toset(["a b", "c"])
    key      = each.key
    size     = var.size
  }
  resource "terraform_data" "last" { input = [for each in module.m : each.id] }
  resource "terraform_data" "is" { input = var.size }
  resource "terraform_data" "imported" { input = var.size }
  removed {
    from = terraform_data.forgotten
    lifecycle { destroy = false }
  }
  moved {
    from = terraform_data.was
    to   = terraform_data.is
  }
  import {
    to = terraform_data.imported
    id = "x"
  }
  output "ids" { value = { for key, each in module.m : key => each.id } }
  output "secret" {
    value     = module.m["c"].id
    sensitive = true
  }
`;

describe.each(["", KEY])("a half-failed apply with the key %j", (key) => {
  it("of a first apply can go on, and nothing else can", () => {
    root.write({ "main.tf": FIRST, "other.tfstate": OTHER_STATE });
    const reviewed = plan(key);
    expect(terraform("apply", "plan")).toMatchObject({ status: 1 });
    const left = plan(key);
    expect(isSubset(reviewed, left)).toMatchObject({ isSubset: true, why: [] });
    expect(addresses(left)).toEqual(
      expect.arrayContaining(['terraform_data.boom["x"]', "terraform_data.secret", "terraform_data.after"]),
    );
    expect(isSubset(reviewed, left).done).toEqual(
      expect.arrayContaining(["terraform_data.ok", 'terraform_data.boom["y"]']),
    );
    expect(comparePlans(reviewed, left).movedInState).toEqual(
      expect.arrayContaining([{ address: "terraform_data.ok", how: "appeared" }]),
    );
    // The other way round is more than was reviewed.
    expect(isSubset(left, reviewed).isSubset).toBe(false);

    const sneaked: [RegExp, () => PlanOutline][] = [
      [/variable size/, () => plan(key, "-var=size=2")],
      [/destroy|delete/, () => plan(key, "-destroy")],
      [/terraform_data\.ok was not reviewed|terraform_data\.ok .*is/, () => plan(key, "-replace=terraform_data.ok")],
      [
        /the configuration/,
        () => {
          root.write({ "main.tf": FIRST.replace("test -e go", "test -e evil") });
          return plan(key);
        },
      ],
      [
        /terraform_data\.sneaked/,
        () => {
          root.write({ "main.tf": `${FIRST}\nresource "terraform_data" "sneaked" {}` });
          return plan(key);
        },
      ],
    ];
    for (const [why, sneak] of sneaked) {
      const result = isSubset(reviewed, sneak());
      expect(result.isSubset).toBe(false);
      expect(result.why.join("\n")).toMatch(why);
    }
    root.write({ "main.tf": FIRST, go: "" });
    const again = plan(key);
    expect(isSubset(reviewed, again)).toMatchObject({ isSubset: true });
    expect(terraform("apply", "plan")).toMatchObject({ status: 0 });
    expect(isSubset(reviewed, plan(key))).toMatchObject({ isSubset: true, left: [] });
  }, 120_000);

  it("of replaces can go on, again and again", () => {
    root.write({ "main.tf": REPLACING, go: "", go2: "" });
    expect(terraform("apply", "-auto-approve")).toMatchObject({ status: 0 });
    root.remove("go");
    root.remove("go2");
    const size = "-var=size=2";
    const reviewed = plan(key, size);
    const deposed: number[] = [];
    for (const attempt of ["first", "second", "third"]) {
      if (attempt === "third") root.write({ go: "" });
      expect([attempt, terraform("apply", "plan").status]).toStrictEqual([attempt, 1]);
      const left = plan(key, size);
      expect([attempt, isSubset(reviewed, left).why]).toStrictEqual([attempt, []]);
      deposed.push(addresses(left).filter((address) => address.endsWith(" deposed")).length);
    }
    // The second attempt replaces the failed replacement, which is deposed beside the old object then.
    expect(deposed).toStrictEqual([1, 2, 0]);
    expect(isSubset(reviewed, plan(key, "-var=size=3")).isSubset).toBe(false);

    // Somebody applies something else meanwhile: what would be updated is not what was reviewed.
    expect(terraform("apply", "-auto-approve", "-target=terraform_data.update", "-var=size=7")).toMatchObject({
      status: 0,
    });
    const drifted = plan(key, size);
    expect(isSubset(reviewed, drifted).why).toContain("terraform_data.update has another input before the change");
    expect(comparePlans(reviewed, drifted).movedInState).toContainEqual({
      address: "terraform_data.update",
      how: "changed",
    });

    root.write({ go2: "" });
    expect(terraform("apply", "-auto-approve", size)).toMatchObject({ status: 0 });
    expect(isSubset(reviewed, plan(key, size))).toMatchObject({ isSubset: true, left: [] });
  }, 120_000);

  it("of modules, moves, imports and removals can go on, and replaces after them", () => {
    root.write({ "main.tf": OLD, "m/main.tf": MODULE });
    expect(terraform("apply", "-auto-approve")).toMatchObject({ status: 0 });
    root.write({ "main.tf": MOVING });
    expect(terraform("init")).toMatchObject({ status: 0 });
    for (const size of ["1", "2"]) {
      const reviewed = plan(key, `-var=size=${size}`);
      expect(terraform("apply", "plan")).toMatchObject({ status: 1 });
      const left = plan(key, `-var=size=${size}`);
      const result = isSubset(reviewed, left);
      expect(result).toMatchObject({ isSubset: true, why: [] });
      expect(result.done).toEqual(expect.arrayContaining(["terraform_data.is", "terraform_data.imported"]));
      expect(result.left).toEqual(expect.arrayContaining(['module.m["a b"].terraform_data.x[1]', "output.secret"]));
      const removed = plan(key, `-var=size=${size}`, "-destroy");
      expect(isSubset(reviewed, removed).isSubset).toBe(false);
      root.write({ go: "" });
      expect(terraform("apply", "-auto-approve", `-var=size=${size}`)).toMatchObject({ status: 0 });
      root.remove("go");
    }
  }, 120_000);
});
