/**
 * Every way in which terraform-plan can fail to plan: its failure-reason, a first line that says what happened, a second
 * that says what to do, and nothing started that should not have been.
 */
import { afterAll, describe, expect, it } from "@jest/globals";
import { installFakeTerraform } from "@handrail/testkit";
import type { ActionResult, FakeScript, FakeTerraform } from "@handrail/testkit";
import { failPlan } from "./terraform-plan-failure.ts";
import type { Failed, Run } from "./terraform-plan-failure.ts";
import { openStage, plain, startPull } from "./terraform-plan-stage.ts";
import type { PullStage } from "./terraform-plan-stage.ts";

const stage = openStage();
const pulls: PullStage[] = [];
afterAll(async () => {
  for (const { github } of pulls) await github.close();
  stage.clear();
});

async function open(...given: Parameters<typeof startPull>): Promise<PullStage> {
  const pull = await startPull(...given);
  pulls.push(pull);
  return pull;
}

const resource = 'resource "terraform_data" "a" {\n  input = "x"\n}\n';

const failed = (reason: string, run: Run): Promise<Failed> => failPlan(stage, reason, run);

/** A terraform that would be seen if it were started. */
function watched(script: FakeScript = {}): FakeTerraform {
  const answers = { init: {}, fmt: {}, "workspace list": { stdout: "* default\n" }, ...script };
  return installFakeTerraform({ directory: stage.checkout().path, script: answers });
}

async function refused(run: Run): Promise<{ what: string; remedy: string; result: ActionResult }> {
  const fake = watched();
  const result = await failed("invalid-input", { ...run, path: [fake.directory] });
  expect(fake.calls()).toEqual([]);
  return { what: result.what, remedy: result.remedy, result };
}

describe("refused before anything is started", () => {
  it("H070, H071: all bad inputs at once", async () => {
    const { what } = await refused({
      workspace: stage.checkout({ "main.tf": resource }),
      inputs: {
        "working-directory": "../..",
        destroy: "yes",
        refresh: "1",
        parallelism: "1e9",
        "lock-timeout": "soon",
        comment: "sometimes",
        targets: "-destroy",
        "pull-request": "-1",
      },
    });
    expect(what).toContain("8 inputs cannot be used");
    const names = ["working-directory", "destroy", "refresh", "parallelism", "lock-timeout", "comment", "targets"];
    for (const name of [...names, "pull-request"]) expect(what).toContain(`${name} was given`);
  });

  it("a seal key that is too short, without showing it", async () => {
    const { what, result } = await refused({
      workspace: stage.checkout({ "main.tf": resource }),
      inputs: { "seal-key": "battery-staple" },
    });
    expect(what).toContain("seal-key");
    expect(result.stdout.replace("::add-mask::battery-staple", "")).not.toContain("battery-staple");
  });

  it.each([
    ["two modes", { destroy: "true", "refresh-only": "true" }, {}, "refresh-only"],
    ["a workspace against TF_WORKSPACE", { workspace: "one" }, { TF_WORKSPACE: "two" }, "TF_WORKSPACE"],
    ["an output directory elsewhere", { "output-directory": "/usr" }, {}, "output-directory"],
    ["a named config that is not there", { config: "rules.yml" }, {}, "rules.yml"],
    ["H067: a missing directory", { "working-directory": "live/none" }, {}, "does not exist"],
    ["H067: a directory above", { "working-directory": "a/../../b" }, {}, "working-directory"],
    ["H067: an absolute directory", { "working-directory": "/etc" }, {}, "working-directory"],
    ["H067: a link out of the workspace", { "working-directory": "out" }, {}, "leads out of the workspace"],
    ["H035: a directory named over two lines", { "working-directory": "a\nb" }, {}, "working-directory"],
  ])("%s", async (_, inputs, env: Record<string, string>, named) => {
    const checkout = stage.checkout({ "main.tf": resource, out: { link: "/usr" } });
    const { what } = await refused({ workspace: checkout, inputs, env });
    expect(what).toContain(named);
  });

  it("a wrong .github/handrail.yml, with line and column", async () => {
    const config = "guardrails:\n  - name: a\n    types: [x]\n    actions: [delete]\n    maxx: 1\n";
    const { what, result } = await refused({
      workspace: stage.checkout({ "main.tf": resource, ".github/handrail.yml": config }),
    });
    expect(what).toContain("maxx");
    expect(result.annotations).toEqual([
      expect.objectContaining({ level: "error", file: ".github/handrail.yml", line: 5, column: 5 }),
    ]);
  });

  it("H094: a change from a fork on pull_request_target; no file is read, nobody is asked", async () => {
    const pull = await open({}, { fork: "stranger/infrastructure" });
    const checkout = stage.checkout({ "main.tf": resource, ".github/handrail.yml": "nonsense: true\n" });
    const { what } = await refused({ workspace: checkout, ...pull, eventName: "pull_request_target" });
    expect(what).toContain("A change from a fork is not planned on pull_request_target");
    expect(pull.github.requests).toEqual([]);
  });
});

describe("terraform itself", () => {
  it("is not there", async () => {
    const checkout = stage.checkout({ "main.tf": resource });
    const { what, remedy } = await failed("terraform-not-found", { workspace: checkout, env: { PATH: "/nowhere" } });
    expect(what).toContain("terraform");
    expect(remedy).toContain("terraform-setup");
    const named = await failed("terraform-not-found", {
      workspace: checkout,
      inputs: { "terraform-path": "bin/none" },
    });
    expect(named.what).toContain("bin/none");
  });

  it("is another version than required_version admits", async () => {
    const checkout = stage.checkout({ "main.tf": `terraform {\n  required_version = ">= 99.0"\n}\n${resource}` });
    const result = await failed("version-mismatch", { workspace: checkout });
    expect(result.remedy).toContain("terraform-setup");
    expect(checkout.has(".terraform.lock.hcl")).toBe(false);
  });

  it("cannot read the plan that it made", async () => {
    const fake = watched({
      plan: { exit: 2, files: { "{out}": "not a plan" } },
      show: { stderr: "Error: Failed to read plan\n::error::boo", exit: 1 },
    });
    const checkout = stage.checkout({ "main.tf": resource });
    const result = await failed("plan-failed", { workspace: checkout, path: [fake.directory] });
    expect(result.what).toContain("cannot read the plan");
    expect(result.outputs["exit-code"]).toBe("2");
  });
});

describe("configuration", () => {
  it("is invalid: an annotation on file and line, relative to the workspace, and in the comment", async () => {
    const pull = await open();
    const checkout = stage.checkout({
      "live/prod/main.tf": `${resource}output "b" {\n  value = terraform_data.none.id\n}\n`,
    });
    const result = await failed("invalid-configuration", {
      workspace: checkout,
      ...pull,
      inputs: { "working-directory": "live/prod" },
    });
    const place = expect.objectContaining({ level: "error", file: "live/prod/main.tf", line: 5 }) as unknown;
    expect(result.annotations).toContainEqual(place);
    for (const text of [pull.github.comments(pull.number)[0]?.body ?? "", result.summary]) {
      expect(plain(text)).toContain("Reference to undeclared resource");
      expect(plain(text)).toContain("live/prod/main.tf:5");
    }
  });

  it("lacks a variable", async () => {
    const checkout = stage.checkout({ "main.tf": 'variable "region" {\n  type = string\n}\n' });
    const result = await failed("invalid-configuration", { workspace: checkout });
    expect(result.what).toContain("No value for required variable");
    expect(result.remedy).toContain("TF_VAR_");
    expect(plain(result.summary)).toContain("region");
  });

  it("H086: needs a provider and has no lock file: none is written", async () => {
    const needs = 'terraform {\n  required_providers {\n    x = {\n      source = "127.0.0.1:1/a/x"\n    }\n  }\n}\n';
    const checkout = stage.checkout({ "main.tf": needs });
    const { remedy, what } = await failed("init-failed", { workspace: checkout });
    expect(what).toMatch(/provider|lock file/i);
    expect(remedy).toMatch(/provider|lock file|\.terraform\.lock\.hcl/i);
    expect(checkout.has(".terraform.lock.hcl")).toBe(false);
  });

  it("H086: a lock file that init changes is put back, and nothing is planned", async () => {
    const lock = "# This file is maintained\n";
    const fake = watched({ init: { files: { ".terraform.lock.hcl": "changed\n" } } });
    const checkout = stage.checkout({ "main.tf": resource, ".terraform.lock.hcl": lock });
    const { remedy } = await failed("init-failed", { workspace: checkout, path: [fake.directory] });
    expect(remedy).toContain(".terraform.lock.hcl");
    expect(checkout.read(".terraform.lock.hcl")).toBe(lock);
    expect(fake.argv().map(([command]) => command)).not.toContain("plan");
  });
});

describe("a partial plan", () => {
  it("shows its errors with file and line, and what was planned until then", async () => {
    const pull = await open();
    const main = `${resource}resource "terraform_data" "b" {\n  input = "y"\n  lifecycle {\n    precondition {\n      condition     = self.input == "z"\n      error_message = "b is not z"\n    }\n  }\n}\n`;
    const checkout = stage.checkout({ "live/main.tf": main.replace("self.input", "terraform_data.a.input") });
    const run = { workspace: checkout, ...pull, inputs: { "working-directory": "live" } };
    const result = await failed("plan-failed", run);
    expect(result.what).toContain("precondition");
    expect(result.outputs).toMatchObject({ "exit-code": "1", "to-add": "1" });
    expect(result.annotations).toContainEqual(
      expect.objectContaining({ level: "error", file: "live/main.tf", line: 8 }),
    );
    for (const text of [pull.github.comments(pull.number)[0]?.body ?? "", result.summary]) {
      for (const said of [
        "plan failed",
        "b is not z",
        "live/main.tf:8",
        "terraform_data.a will be created",
        "only a part",
      ])
        expect(plain(text)).toContain(said);
    }
  });
});
