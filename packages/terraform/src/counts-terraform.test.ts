/** Whether we and `terraform plan -detailed-exitcode` agree, asked of the real terraform. */
import { spawnSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { workspace, type Workspace } from "@handrail/testkit";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { countChanges, hasChanges, type Counts } from "./counts.ts";
import { readPlan } from "./plan-reader.ts";
import type { PlanSummary } from "./plan.ts";

const BASE = `
  variable "value" { default = "one" }
  resource "terraform_data" "a" { input = var.value }
  resource "terraform_data" "b" { triggers_replace = [var.value] }
  output "a" { value = "fixed" }
`;
const A = `resource "terraform_data" "a" { input = "one" }\n`;
const B = `resource "terraform_data" "b" { triggers_replace = ["one"] }\n`;
const O = `output "a" { value = "fixed" }\n`;
/** The state of this same root, read while planning or, when it depends on a change, while applying. */
const DATA = `data "terraform_remote_state" "s" {
  backend = "local"
  config  = { path = "terraform.tfstate" }
`;
const CHECK = `check "c" {
  ${DATA} }
  assert {
    condition     = data.terraform_remote_state.s.outputs.a == "fixed"
    error_message = "no"
  }
}
`;

type Case = { name: string; files: string; args?: string[]; exit: 0 | 1 | 2; counts?: Partial<Counts> };

const CASES: Case[] = [
  { name: "nothing", files: BASE, exit: 0 },
  {
    name: "an update and a replace",
    files: BASE,
    args: ["-var=value=two"],
    exit: 2,
    counts: { change: 1, replace: 1 },
  },
  { name: "a create", files: `${A}${B}${O}resource "terraform_data" "c" {}`, exit: 2, counts: { add: 1 } },
  { name: "a delete", files: `${A}${O}`, exit: 2, counts: { destroy: 1 } },
  {
    name: "a move alone",
    files: `${B}${O}resource "terraform_data" "c" { input = "one" }
      moved {
        from = terraform_data.a
        to   = terraform_data.c
      }`,
    exit: 2,
    counts: { move: 1, add: 0, change: 0 },
  },
  {
    name: "a forget alone",
    files: `${B}${O}removed {
        from = terraform_data.a
        lifecycle { destroy = false }
      }`,
    exit: 2,
    counts: { forget: 1, destroy: 0 },
  },
  {
    name: "an import alone",
    files: `${A}${B}${O}resource "terraform_data" "c" {}
      import {
        to = terraform_data.c
        id = "x"
      }`,
    exit: 2,
    counts: { import: 1, add: 0 },
  },
  { name: "an output alone", files: `${A}${B}${O}output "n" { value = 1 }`, exit: 2, counts: { outputs: 1 } },
  { name: "a dropped output alone", files: `${A}${B}`, exit: 2, counts: { outputs: 1 } },
  {
    name: "an output that becomes sensitive",
    files: `${A}${B}output "a" {
      value     = "fixed"
      sensitive = true
    }`,
    exit: 2,
    counts: { outputs: 1 },
  },
  { name: "a data source that is read while planning", files: `${A}${B}${O}${DATA} }`, exit: 0, counts: { read: 0 } },
  {
    name: "a data source that must wait",
    files: `${B}${O}resource "terraform_data" "a" { input = "two" }\n${DATA} depends_on = [terraform_data.a]\n}`,
    exit: 2,
    counts: { read: 1, change: 1 },
  },
  { name: "a data source in a check", files: `${A}${B}${O}${CHECK}`, exit: 2, counts: { read: 1 } },
  { name: "a refresh-only plan of nothing", files: BASE, args: ["-refresh-only"], exit: 0 },
  {
    name: "a refresh-only plan with a new output",
    files: `${A}${B}${O}output "n" { value = 1 }`,
    args: ["-refresh-only"],
    exit: 2,
    counts: { outputs: 1 },
  },
  {
    name: "a refresh-only plan of a move",
    files: `${B}${O}resource "terraform_data" "c" { input = "one" }
      moved {
        from = terraform_data.a
        to   = terraform_data.c
      }`,
    args: ["-refresh-only"],
    exit: 0,
    counts: { move: 0 },
  },
  { name: "a destroy", files: BASE, args: ["-destroy"], exit: 2, counts: { destroy: 2, outputs: 1 } },
  { name: "a replace by request", files: BASE, args: ["-replace=terraform_data.a"], exit: 2, counts: { replace: 1 } },
  { name: "a target without changes", files: BASE, args: ["-target=terraform_data.a", "-var=value=one"], exit: 0 },
  {
    name: "a failed precondition",
    files: `${B}${O}resource "terraform_data" "c" {}
      resource "terraform_data" "a" {
        input = "one"
        lifecycle {
          precondition {
            condition     = terraform_data.b.triggers_replace[0] == "two"
            error_message = "no"
          }
        }
      }`,
    exit: 1,
    counts: { add: 1 },
  },
];

describe("hasChanges and terraform plan -detailed-exitcode", () => {
  let base: Workspace;

  beforeAll(() => {
    base = workspace({ "main.tf": BASE, "cli.tfrc": "" }, { git: false, name: "exitcode" });
    terraform(base.path, "apply", "-auto-approve");
  });
  afterAll(() => base.cleanup());

  it.each(CASES)("agree on $name", ({ name, files, args = [], exit, counts = {} }) => {
    const directory = base.resolve(name.replaceAll(" ", "-"));
    cpSync(base.resolve("terraform.tfstate"), `${directory}/terraform.tfstate`);
    base.write({ [`${name.replaceAll(" ", "-")}/main.tf`]: files });
    const planned = terraform(directory, "plan", "-detailed-exitcode", "-out=plan", ...args);
    expect({ exit: planned.status, stderr: exit === 1 ? "" : planned.stderr }).toStrictEqual({ exit, stderr: "" });
    const plan = planOf(terraform(directory, "show", "-json", "plan").stdout);
    if (exit !== 1) expect(hasChanges(plan)).toBe(exit === 2);
    // What an older terraform would say, which does not have the flag, must be found by looking.
    const { applyable, ...older } = plan;
    if (exit !== 1) expect([applyable, hasChanges(older)]).toStrictEqual([exit === 2, exit === 2]);
    else expect(plan).toMatchObject({ errored: true, applyable: false });
    expect(countChanges(plan)).toMatchObject(counts);
    rmSync(directory, { recursive: true });
  });
});

function planOf(json: string): PlanSummary {
  const bytes = new TextEncoder().encode(json);
  return readPlan({ size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) }).plan;
}

function terraform(cwd: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const [command = "", ...rest] = args;
  const env = {
    PATH: process.env["PATH"],
    HOME: cwd,
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
    TF_CLI_CONFIG_FILE: "",
  };
  const flags = command === "show" ? ["-no-color"] : ["-no-color", "-input=false"];
  const { status, stdout, stderr } = spawnSync("terraform", [command, ...flags, ...rest], {
    cwd,
    env,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}
