/**
 * Somebody sneaks a change in after the review: refused, and told by address and attribute. What moved and does not matter
 * goes on. With the real terraform.
 */
import { chmodSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { parseMarker } from "@handrail/github";
import { workspace } from "@handrail/testkit";
import type { ActionResult } from "@handrail/testkit";
import { refuseApply } from "./terraform-apply-refusal.ts";
import { openApplyStage } from "./terraform-apply-stage.ts";
import type { RunOptions, Target } from "./terraform-apply-stage.ts";
import { apply, plain } from "./terraform-plan-stage.ts";
import { installWitness } from "./terraform-witness.ts";

const stage = openApplyStage();
const folder = workspace({}, { git: false, name: "wrapper" });
afterAll(async () => {
  await stage.clear();
  folder.cleanup();
});

const files = {
  "README.md": "Nothing of this is read by terraform.\n",
  "live/main.tf": `variable "size" {
  type    = number
  default = 1
}
module "m" {
  source = "../modules/m"
}
resource "terraform_data" "kept" {
  input = "kept"
}
resource "terraform_data" "changed" {
  input = { name = "before", size = var.size }
}
resource "terraform_data" "run" {
  provisioner "local-exec" {
    command = "true"
  }
}
check "size" {
  assert {
    condition     = var.size < 10
    error_message = "too large"
  }
}
output "o" {
  value = "o"
}
`,
  "live/notes.txt": "a file beside the configuration\n",
  "modules/m/main.tf": 'resource "terraform_data" "inner" {\n  input = "inner"\n}\n',
};
const reviewed = {
  ...files,
  "live/main.tf": files["live/main.tf"].replace('"before"', '"after"').replace('value = "o"', 'value = "p"'),
};
const main = reviewed["live/main.tf"];

/** A target with a state, whose reviewed plan changes one resource, creates another and changes an output. */
async function openTarget(inputs: Record<string, string> = {}): Promise<Target> {
  const target = await stage.target({ files, inputs: { "working-directory": "live", ...inputs } });
  target.checkout.write({ "live/backend.tf": target.backend.hcl() });
  const withoutRun = files["live/main.tf"].replace(/resource "terraform_data" "run" \{[^}]+\}\s+\}\n/, "");
  target.checkout.write({ "live/main.tf": withoutRun });
  await apply(target.checkout.resolve("live"));
  target.checkout.write(reviewed);
  target.checkout.commit();
  await target.review();
  return target;
}

/** The state as data, to be changed behind everybody's back. */
type State = { serial: number; resources: { name: string; instances: { attributes: Record<string, unknown> }[] }[] };

function meddle(target: Target, change: (state: State) => void): void {
  const state = JSON.parse(target.backend.state() ?? "") as State;
  state.serial += 1;
  change(state);
  target.backend.put(JSON.stringify(state));
}

function expectApplied(result: ActionResult): void {
  const own = result.annotations.find(({ level }) => level === "error");
  expect([result.outputs["result"], own?.message]).toEqual(["applied", undefined]);
  expect(JSON.parse(result.outputs["applied"] ?? "")).toEqual(["terraform_data.changed", "terraform_data.run"]);
}

/** A change after the review, and what must be told of it. */
type Sneak = { files?: Record<string, string>; run?: RunOptions; told: RegExp[] };

const sneaks: [name: string, sneak: Sneak][] = [
  [
    "an attribute",
    {
      files: { "live/main.tf": main.replace('"after"', '"mallory"') },
      told: [/terraform_data\.changed/, /input\.name/],
    },
  ],
  [
    "the command of a provisioner, which no plan shows",
    { files: { "live/main.tf": main.replace('command = "true"', 'command = "id"') }, told: [/the configuration/] },
  ],
  [
    "the value of a variable",
    { run: { inputs: { variables: "size = 2" } }, told: [/variable size/, /terraform_data\.changed/, /input\.size/] },
  ],
  [
    "the value of a variable, from the environment",
    { run: { env: { TF_VAR_size: "3" } }, told: [/variable size/, /input\.size/] },
  ],
  [
    "a resource more",
    {
      files: { "live/more.tf": 'resource "terraform_data" "more" {}\n' },
      told: [/terraform_data\.more/, /the configuration/],
    },
  ],
  [
    "a resource less",
    {
      files: { "live/main.tf": main.replace(/resource "terraform_data" "kept" \{[^}]+\}\n/, "") },
      told: [/terraform_data\.kept/],
    },
  ],
  ["an output", { files: { "live/main.tf": main.replace('value = "p"', 'value = "q"') }, told: [/\bo\b/] }],
  [
    "a check",
    {
      files: { "live/main.tf": main.replace("var.size < 10", "var.size > 10") },
      told: [/check\.size/, /pass -> fail/],
    },
  ],
  [
    "a module",
    {
      files: { "modules/m/main.tf": files["modules/m/main.tf"].replace('"inner"\n', '"other"\n') },
      told: [/module\.m\.terraform_data\.inner/],
    },
  ],
  ["a file beside the configuration", { files: { "live/notes.txt": "changed\n" }, told: [/the configuration/] }],
  ["the lock file", { files: { "live/.terraform.lock.hcl": "# chosen by mallory\n" }, told: [/the lock ?file/i] }],
  ["TF_CLI_ARGS", { run: { env: { TF_CLI_ARGS_plan: "-parallelism=3" } }, told: [/TF_CLI_ARGS/] }],
  ["a target", { run: { inputs: { targets: "terraform_data.run" } }, told: [/terraform_data\.changed|the mode/] }],
  [
    "destroy",
    { run: { inputs: { destroy: "true" } }, told: [/terraform_data\.kept/, /module\.m\.terraform_data\.inner/] },
  ],
];

describe("a change after the review", () => {
  let target: Target;
  beforeAll(async () => {
    target = await openTarget();
  });

  it.each(sneaks)("is refused, and told: %s", async (_, { files: more = {}, run = {}, told }) => {
    target.checkout.write(more);
    const result = await refuseApply(target, "plan-changed", run);
    for (const file of Object.keys(more)) {
      target.checkout.remove(file);
      target.checkout.write(file in reviewed ? { [file]: reviewed[file as keyof typeof reviewed] } : {});
    }
    const [comment] = target.github.comments();
    const text = plain(comment?.body ?? "");
    const summary = plain(result.summary);
    for (const words of told) {
      expect([result.what, words]).toEqual([expect.stringMatching(words), words]);
      expect([text, words]).toEqual([expect.stringMatching(words), words]);
      expect(summary).toMatch(words);
    }
    expect(text).toMatch(/refused/);
    expect(result.outputs["summary"]).toBe("refused (plan-changed), nothing was applied");
    expect(parseMarker(comment?.body ?? "")?.data).toMatchObject({ applied: "refused", pullRequest: target.number });
  });

  it("is refused, and told: another terraform", async () => {
    const real = installWitness(folder.path);
    const script = `#!/bin/sh\nif [ "$1" = version ]; then "${real.directory}/real" "$@" | sed s/1.11.4/1.11.99/; else exec "${real.directory}/real" "$@"; fi\n`;
    folder.write({ real: folder.read("terraform"), terraform: script });
    for (const name of ["real", "terraform"]) chmodSync(folder.resolve(name), 0o755);
    const { what } = await refuseApply(target, "plan-changed", { path: [folder.path] });
    expect(what).toContain("terraform 1.11.4 -> 1.11.99");
  });

  it("goes on where nothing of it matters: comments, white space, a file elsewhere, the actor", async () => {
    target.checkout.write({
      "README.md": "changed\n",
      "live/main.tf": `# a comment\n${main.replaceAll("  ", "    ")}\n\n`,
    });
    expectApplied(await target.apply({ context: { actor: "mallory" } }));
    expect(target.github.comments()).toHaveLength(1);
  });
});

describe("the base moved before the merge", () => {
  it("H050: goes on when what came in between is not of this plan, and is refused when it is", async () => {
    const target = await openTarget();
    target.checkout.write({ "other/main.tf": 'resource "terraform_data" "elsewhere" {}\n' });
    target.checkout.commit();
    expect((await target.apply({ inputs: { "dry-run": "true" } })).outputs["failure-reason"]).toBe("");
    target.checkout.write({ "live/kept.tf": 'resource "terraform_data" "merged_before" {}\n' });
    target.checkout.commit();
    const { what } = await refuseApply(target, "plan-changed");
    expect(what).toContain("terraform_data.merged_before");
    target.checkout.remove("live/kept.tf");
    expectApplied(await target.apply());
  });
});

describe("the state moved after the review", () => {
  it("goes on when it means the same, and is refused and names what moved when it does not", async () => {
    const target = await openTarget();
    const name = (state: State, value: string): void => {
      for (const { name: found, instances } of state.resources) {
        if (found !== "changed") continue;
        for (const { attributes } of instances) {
          for (const side of ["input", "output"]) {
            const { value: old } = attributes[side] as { value: Record<string, unknown> };
            old["name"] = value;
          }
        }
      }
    };
    meddle(target, (state) => name(state, "elsewhere"));
    const result = await refuseApply(target, "plan-changed");
    expect(result.what).toMatch(/terraform_data\.changed.*input\.name.*1 resource changed in the state meanwhile/);
    expect(plain(target.github.comments()[0]?.body ?? "")).toMatch(/state/);
    meddle(target, (state) => name(state, "before"));
    const second = target.backend.faults.add({ on: "LOCK /*", nth: 2, fault: "delay" });
    const applying = target.apply();
    await second.arrived();
    // Between the plan and the apply of the very same step.
    meddle(target, () => undefined);
    second.remove();
    const applied = await applying;
    expectApplied(applied);
    expect(applied.log).toContain("planning again");
  });

  it("is another state altogether", async () => {
    const target = await openTarget();
    meddle(target, (state) => {
      const resources = state.resources.filter(({ name }) => name !== "kept");
      Object.assign(state, { lineage: "00000000-0000-0000-0000-000000000000", resources });
    });
    const { what } = await refuseApply(target, "plan-changed");
    expect(what).toMatch(/the state is another one.*terraform_data\.kept/);
  });
});

describe("H049: the head moves on after the approval", () => {
  const moved = "9".repeat(40);

  it("right before anything is changed: no apply is started, no Deployment is made", async () => {
    const target = await stage.target({ files: { "main.tf": 'resource "terraform_data" "a" {}\n' } });
    expect((await target.plan()).exitCode).toBe(0);
    const watch = workspace({}, { git: false, name: "witness" });
    const witness = installWitness(watch.path);
    const second = target.github.faults.add({ on: "GET /repos/:o/:r/pulls/:n", nth: 2, fault: "delay" });
    const sha = target.github.issue(target.number).pull?.head.sha ?? "";
    const applying = refuseApply(target, "not-reviewed", {
      eventName: "workflow_dispatch",
      inputs: { "pull-request": String(target.number) },
      context: { sha },
      path: [witness.directory],
    });
    await second.arrived();
    Object.assign(target.github.issue(target.number).pull?.head ?? {}, { sha: moved });
    second.remove();
    const { what } = await applying;
    expect(what).toBe(`Pull request ${target.number} moved on: its head is ${moved}, the plan shows ${sha}`);
    expect(witness.starts("plan")).toHaveLength(1);
    expect(witness.starts("apply")).toEqual([]);
    watch.cleanup();
  });
});
