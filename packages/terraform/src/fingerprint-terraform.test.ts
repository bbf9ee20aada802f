/** The fingerprint as a property of the real terraform's plans: equal when made again, different for any one change. */
import { spawnSync } from "node:child_process";
import { createRedactor } from "@handrail/runner";
import { runs, seed, workspace, type Workspace } from "@handrail/testkit";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { hashConfiguration } from "./configuration.ts";
import type { FingerprintFacts } from "./fingerprint-facts.ts";
import { fingerprintPlan } from "./fingerprint.ts";
import { comparePlans } from "./plan-difference.ts";
import { outlinePlan } from "./plan-outline.ts";
import { readPlan } from "./plan-reader.ts";
import { isSubset } from "./plan-subset.ts";

/** A resource: its name, what is in it, whether it exists already with another input, and what it waits for. */
type Resource = { name: string; input: string; isOld: boolean; isReplaced: boolean; needsFirst: boolean };
type Root = { resources: Resource[]; output: string; variable: string; command: string; limit: number };

const word = fc.stringMatching(/^[a-z]{3,8}$/);
const root: fc.Arbitrary<Root> = fc.record({
  resources: fc.uniqueArray(
    fc.record({ name: word, input: word, isOld: fc.boolean(), isReplaced: fc.boolean(), needsFirst: fc.boolean() }),
    { minLength: 2, maxLength: 6, selector: ({ name }) => name },
  ),
  output: word,
  variable: word,
  command: word,
  limit: fc.integer({ min: 20, max: 90 }),
});

function configuration({ resources, output, variable, command, limit }: Root): string {
  const first = resources[0]?.name ?? "";
  const blocks = resources.map(
    ({ name, input, isReplaced, needsFirst }, index) => `
resource "terraform_data" "${name}" {
  input = { value = "${input}", number = ${index}, first = ${needsFirst && index > 0 ? `terraform_data.${first}.id` : "null"} }
  ${isReplaced ? `triggers_replace = ["${input}"]` : ""}
  provisioner "local-exec" { command = "echo ${command}" }
}`,
  );
  return `${blocks.join("\n")}
variable "region" { default = "${variable}" }
output "made" { value = "${output}" }
check "limit" {
  assert {
    condition     = length(var.region) < ${limit}
    error_message = "no"
  }
}
`;
}

/** What there was before the plan. */
function before({ resources, ...rest }: Root): string {
  const old = resources
    .filter(({ isOld }) => isOld)
    .map((resource) => ({ ...resource, input: "before", needsFirst: false }));
  return configuration({ resources: old, ...rest });
}

/** One change of meaning, and how the comparison calls it. */
const MUTATIONS: [name: string, change: (root: Root) => void, words: RegExp][] = [
  ["an attribute", (made) => void (at(made).input += "x"), /terraform_data\./],
  ["a resource more", (made) => void made.resources.push({ ...at(made), name: "sneaked" }), /terraform_data\.sneaked/],
  ["a resource less", (made) => void made.resources.pop(), /terraform_data\./],
  ["an output", (made) => void (made.output += "x"), /"made"/],
  ["a variable", (made) => void (made.variable += "x"), /variable region/],
  ["a check", (made) => void (made.limit = 1), /check\.limit/],
  ["a provisioner's command", (made) => void (made.command += "x"), /the configuration/],
];

function at(made: Root): Resource {
  const last = made.resources.at(-1);
  if (last === undefined) throw new Error("there is no resource");
  return last;
}

describe("fingerprints of the real terraform's plans", () => {
  let folder: Workspace;
  beforeAll(() => {
    folder = workspace({ "cli.tfrc": "" }, { git: false, name: "fingerprint" });
  });
  afterAll(() => folder.cleanup());

  function terraform(...args: string[]): string {
    const [command = "", ...rest] = args;
    const env = {
      PATH: process.env["PATH"],
      HOME: folder.path,
      CHECKPOINT_DISABLE: "1",
      TF_IN_AUTOMATION: "1",
      TF_CLI_CONFIG_FILE: folder.resolve("cli.tfrc"),
    };
    const flags = command === "show" ? ["-no-color"] : ["-no-color", "-input=false"];
    const { status, stdout, stderr } = spawnSync("terraform", [command, ...flags, ...rest], {
      cwd: folder.path,
      env,
      encoding: "utf8",
    });
    expect({ status, stderr }).toStrictEqual({ status: 0, stderr: "" });
    return stdout;
  }

  function plan(made: Root, ...args: string[]): FingerprintFacts {
    const text = configuration(made);
    folder.write({ "main.tf": text });
    terraform("plan", "-out=plan", ...args);
    const bytes = Buffer.from(terraform("show", "-json", "plan"));
    const source = {
      size: bytes.length,
      read: (offset: number, length: number) => bytes.subarray(offset, offset + length),
    };
    const { plan: summary, secrets } = readPlan(source);
    const redactor = createRedactor(secrets);
    const hash = hashConfiguration([{ path: "main.tf", isModuleFile: true, bytes: Buffer.from(text) }]);
    const known = {
      lockFile: undefined,
      terraformVersion: "1.11.4",
      providerVersions: {},
      arguments: {},
      refreshOnly: false,
    };
    return { source, plan: summary, redact: (given) => redactor.redact(given), configuration: hash, ...known };
  }

  it("are equal for the same plan made again, and tell any one change, which is named and refused", () => {
    const property = fc.property(root, fc.constantFrom(...MUTATIONS), (made, [name, change, words]) => {
      folder.remove("terraform.tfstate");
      folder.write({ "main.tf": before(made) });
      terraform("apply", "-auto-approve");
      const reviewed = plan(made, "-parallelism=1");
      expect(fingerprintPlan(plan(made, "-parallelism=20"))).toBe(fingerprintPlan(reviewed));
      const changed = structuredClone(made);
      change(changed);
      const now = plan(changed);
      expect([name, fingerprintPlan(now)]).not.toStrictEqual([name, fingerprintPlan(reviewed)]);
      const [one, other] = [outlinePlan(reviewed), outlinePlan(now)];
      expect(JSON.stringify(comparePlans(one, other))).toMatch(words);
      expect([name, isSubset(one, other).isSubset]).toStrictEqual([name, false]);
    });
    fc.assert(property, { numRuns: runs(6, 30), seed: seed() });
  }, 600_000);
});
