import { describe, expect, it } from "@jest/globals";
import { decideNotes, decideRemarks } from "./notes.ts";
import type { NoteFacts } from "./notes.ts";

const quiet: NoteFacts = {
  complete: true,
  errored: false,
  targets: [],
  influences: [],
  changedFiles: [],
  hasPullRequest: true,
  isTracked: true,
  lockFile: "infra/.terraform.lock.hcl",
  config: ".github/handrail.yml",
  hasSecrets: false,
  isSealed: false,
};

describe("decideNotes", () => {
  it.each<[string, Partial<NoteFacts>, string[]]>([
    ["nothing odd", {}, []],
    ["a terraform that does not say", { complete: undefined }, []],
    ["an error half-way", { errored: true, complete: false, targets: ["a.b"] }, ["Terraform stopped at an error"]],
    ["targets", { complete: false, targets: ["a.b", "module.m"] }, ["only at a.b, module.m and"]],
    ["a plan that needs another", { complete: false }, ["another plan and apply will be needed"]],
    ["a changed lock file", { changedFiles: ["infra/.terraform.lock.hcl"] }, ["changes infra/.terraform.lock.hcl"]],
    ["another root's lock file", { changedFiles: [".terraform.lock.hcl", "x/infra/.terraform.lock.hcl"] }, []],
    ["changed guardrails", { changedFiles: [".github/handrail.yml"] }, ["changes the guardrails"]],
    ["files that are not known", { changedFiles: undefined }, []],
    ["arguments from outside", { influences: ["TF_CLI_ARGS_plan", "TF_VAR_a"] }, ["does: TF_CLI_ARGS_plan."]],
    ["a provider from elsewhere", { influences: ["TF_REATTACH_PROVIDERS"] }, ["TF_REATTACH_PROVIDERS"]],
    ["both files", { changedFiles: ["infra/.terraform.lock.hcl", ".github/handrail.yml"] }, ["lock.hcl", "guardrails"]],
  ])("%s", (_, facts, told) => {
    expect(decideNotes({ ...quiet, ...facts })).toEqual(told.map((text) => expect.stringContaining(text)));
  });

  it("names ten targets and counts the rest", () => {
    const targets = Array.from({ length: 12 }, (_, n) => `a.b${n}`);
    expect(decideNotes({ ...quiet, targets })).toEqual([expect.stringContaining("a.b9 and 2 more and what")]);
  });
});

describe("decideRemarks", () => {
  it.each<[string, Partial<NoteFacts>, string[]]>([
    ["nothing odd", {}, []],
    ["files that are not known", { changedFiles: undefined }, ["its files could not be listed"]],
    ["no pull request to ask about", { changedFiles: undefined, hasPullRequest: false }, []],
    ["no git", { isTracked: false }, ["every file in it enters the fingerprint"]],
    [
      "variables from outside",
      { influences: ["TF_CLI_ARGS", "TF_VAR_a", "TF_LOG"] },
      ["environment: TF_VAR_a, TF_LOG."],
    ],
    ["only strong influences, which are notes", { influences: ["TF_CLI_ARGS"] }, []],
    ["secrets without a key", { hasSecrets: true }, ["Without seal-key"]],
    ["secrets with a key", { hasSecrets: true, isSealed: true }, []],
  ])("%s", (_, facts, told) => {
    expect(decideRemarks({ ...quiet, ...facts })).toEqual(told.map((text) => expect.stringContaining(text)));
  });
});
