/** Secrets in every shape the real terraform can put them into a plan, and what of them can be read afterwards: nothing. */
import { spawnSync } from "node:child_process";
import { createRedactor } from "@handrail/runner";
import { workspace, type Workspace } from "@handrail/testkit";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { diffBody, diffOutputs } from "./diff-body.ts";
import { renderDiff } from "./diff-line.ts";
import { readBody, readPlan } from "./plan-reader.ts";
import type { PlanSource } from "./plan.ts";
import { redactedPlan } from "./redacted-plan.ts";

const CONFIGURATION = `
  variable "password" {
    type      = string
    sensitive = true
  }
  variable "key" {
    type      = string
    sensitive = true
  }
  variable "number" {
    type      = number
    sensitive = true
  }
  variable "pin" {
    type      = string
    sensitive = true
  }
  module "child" {
    source = "./child"
    token  = "literal-token-of-the-call"
    pin    = var.pin
  }
  resource "terraform_data" "shapes" {
    input = {
      plain   = var.password
      nested  = { list = ["open", var.password], map = { deep = var.key } }
      json    = jsonencode({ user = "app", password = var.password, key = var.key })
      yaml    = yamlencode({ user = "app", password = var.password, key = var.key })
      url     = "postgres://app:\${urlencode(var.password)}@db/app"
      base64  = base64encode("app:\${var.password}")
      lines   = "first\\n\${var.password}\\nlast"
      number  = var.number
      pin     = var.pin
      open    = "visible"
    }
  }
  # Marks get lost on the way through a provider, and by decision.
  resource "terraform_data" "copies" {
    input = {
      copied    = nonsensitive(var.password)
      inside    = "x-\${nonsensitive(var.password)}-y"
      json      = nonsensitive(jsonencode({ p = var.password }))
      encoded   = nonsensitive(base64encode(var.password))
      key_lines = [for line in split("\\n", nonsensitive(var.key)) : line]
      map       = { (nonsensitive(var.password)) = 1 }
    }
    triggers_replace = [nonsensitive(var.number)]
  }
  resource "terraform_data" "keyed" {
    for_each = { (nonsensitive(var.password)) = 1 }
  }
  output "password" {
    value     = { p = var.password, k = var.key }
    sensitive = true
  }
  output "copied" {
    value = nonsensitive(var.password)
  }
`;
const CHILD = `
  variable "token" { sensitive = true }
  variable "pin" {}
  resource "terraform_data" "inner" { input = [var.token, var.pin] }
`;

type Secrets = { password: string; key: string; number: number; pin: string };

const OLD: Secrets = {
  password: 'hunter2 &"p#1',
  key: "-----BEGIN KEY-----\nMIIEvQIBADANBgk1\nq83vEjRWeJCrze8S\n-----END KEY-----\n",
  number: 84_737_001,
  pin: "q7",
};
const NEW: Secrets = {
  password: 'hunter3 &"p#2',
  key: "-----BEGIN KEY-----\nMIIEvQIBADANBgk2\nASNFZ4mrze8BI0Vn\n-----END KEY-----\n",
  number: 84_737_002,
  pin: "z9",
};

/** What must not be readable: the values, the parts of them that tell, and what they are when encoded. */
const CANARIES = [OLD, NEW].flatMap((secrets) => [
  secrets.password,
  JSON.stringify(secrets.password).slice(1, -1),
  encodeURIComponent(secrets.password),
  Buffer.from(secrets.password).toString("base64"),
  Buffer.from(`app:${secrets.password}`).toString("base64"),
  ...secrets.key.split("\n").filter((line) => line.startsWith("MII") || /^[A-Za-z0-9]{16}$/.test(line)),
  String(secrets.number),
]);

describe("secrets in plans of the real terraform", () => {
  let root: Workspace;
  let source: PlanSource;

  beforeAll(() => {
    root = workspace({ "main.tf": CONFIGURATION, "child/main.tf": CHILD }, { git: false, name: "secrets" });
    root.write({ "secrets.auto.tfvars.json": JSON.stringify(OLD) });
    terraform(root, "init", "-input=false");
    terraform(root, "apply", "-auto-approve", "-input=false");
    root.write({ "secrets.auto.tfvars.json": JSON.stringify(NEW) });
    terraform(root, "plan", "-out=plan", "-input=false");
    const bytes = new TextEncoder().encode(terraform(root, "show", "-json", "plan"));
    source = { size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) };
  });
  afterAll(() => root.cleanup());

  it("are all in the document, or this test would prove nothing", () => {
    const document = new TextDecoder().decode(source.read(0, source.size));
    expect(document).toContain("hunter2");
    expect(document).toContain("literal-token-of-the-call");
    const { secrets } = readPlan(source);
    for (const text of [
      OLD.password,
      NEW.password,
      OLD.key,
      NEW.key,
      String(OLD.number),
      "literal-token-of-the-call",
    ]) {
      expect(secrets).toContain(text);
    }
  });

  it("are in no diff, not even where terraform has lost the mark", () => {
    const { plan, secrets } = readPlan(source);
    const redactor = createRedactor(secrets);
    const redact = (text: string): string => redactor.redact(text);
    const texts = plan.changes.map((change) => {
      const { kind, replacePaths } = change;
      return renderDiff(diffBody(readBody(source, change), { kind, replacePaths, redact }));
    });
    const shown = [...texts, renderDiff(diffOutputs(plan.outputs, { redact }))].join("\n");
    expect(CANARIES.filter((canary) => shown.includes(canary))).toStrictEqual([]);
    expect(shown).not.toMatch(/hunter|literal-token|"q7"|"z9"/);
    expect(shown).toContain("(sensitive value, changed)");
    expect(shown).toContain("# forces replacement");
  });

  it("are nowhere in the redacted plan, which has everything else", () => {
    const { secrets } = readPlan(source);
    const redactor = createRedactor(secrets);
    const written = [...redactedPlan(source, (text) => redactor.redact(text))].join("");
    expect(CANARIES.filter((canary) => written.includes(canary))).toStrictEqual([]);
    expect(written).not.toMatch(/hunter|literal-token|"q7"|"z9"/);
    const document = JSON.parse(written) as { resource_changes: { address: string; change: { actions: string[] } }[] };
    expect(document.resource_changes.map(({ address, change }) => `${change.actions.join()} ${address}`)).toStrictEqual(
      [
        "delete,create terraform_data.copies",
        'delete terraform_data.keyed["(sensitive value)"]',
        'create terraform_data.keyed["(sensitive value)"]',
        "update terraform_data.shapes",
        "update module.child.terraform_data.inner",
      ],
    );
  });
});

function terraform(root: Workspace, command: string, ...args: string[]): string {
  const env = {
    PATH: process.env["PATH"],
    HOME: root.path,
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
    TF_CLI_CONFIG_FILE: "",
  };
  const options = { cwd: root.path, env, encoding: "utf8", maxBuffer: 1 << 26 } as const;
  const { status, stdout, stderr } = spawnSync("terraform", [command, "-no-color", ...args], options);
  if (status !== 0) throw new Error(`terraform ${command} ended with ${status}: ${stderr}`);
  return stdout;
}
