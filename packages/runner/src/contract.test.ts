import { describe, expect, it } from "@jest/globals";
import { compareContract } from "./contract.ts";
import { input } from "./input-kinds.ts";

const declarations = {
  "github-token": input.secret({ description: "A token.", default: "${{ github.token }}" }),
  "dry-run": input.flag({ description: "Change nothing." }),
  parallelism: input.integer({ description: "How many." }),
  label: input.text({ description: "The name.", required: true }),
};
const outputs = { result: { description: "How it ended." } };

const actionYml = {
  name: "x",
  description: "y",
  branding: { icon: "x", color: "blue" },
  inputs: {
    "github-token": { description: "A token.", default: "${{ github.token }}" },
    "dry-run": { description: "Change\n  nothing.", default: false, required: false },
    parallelism: { description: "How many." },
    label: { description: "The name.", required: true },
  },
  outputs: { result: { description: "How it ended." } },
  runs: { using: "node24", main: "dist/index.js", post: "dist/index.js", "post-if": "always()" },
};

const changed = (change: (copy: typeof actionYml) => void): string[] => {
  const copy = structuredClone(actionYml);
  change(copy);
  return compareContract(copy, declarations, outputs);
};

describe("compareContract", () => {
  it("finds nothing when file and code agree", () => {
    expect(compareContract(actionYml, declarations, outputs)).toEqual([]);
  });

  it.each<[string, (copy: typeof actionYml) => void, string]>([
    [
      "an input of the file only",
      (y) => Object.assign(y.inputs, { extra: { description: "e" } }),
      "input extra is in action.yml but not in the code",
    ],
    [
      "an input of the code only",
      (y) => Reflect.deleteProperty(y.inputs, "label"),
      "input label is in the code but not in action.yml",
    ],
    [
      "an inherited name",
      (y) => Object.assign(y.inputs, { toString: { description: "e" } }),
      "input toString is in action.yml but not in the code",
    ],
    [
      "another default",
      (y) => Object.assign(y.inputs["dry-run"], { default: "true" }),
      'input dry-run has the default "true" in action.yml and "false" in the code',
    ],
    [
      "a missing default",
      (y) => Reflect.deleteProperty(y.inputs["github-token"], "default"),
      'input github-token has the default "" in action.yml and "${{ github.token }}" in the code',
    ],
    [
      "required in the code",
      (y) => Object.assign(y.inputs.label, { required: false }),
      "input label is required in the code only",
    ],
    [
      "required in the file",
      (y) => Object.assign(y.inputs.parallelism, { required: true }),
      "input parallelism is required in action.yml only",
    ],
    [
      "no description",
      (y) => Object.assign(y.inputs.label, { description: " " }),
      "input label has no description in action.yml",
    ],
    [
      "another description",
      (y) => Object.assign(y.inputs.label, { description: "z" }),
      "input label is described differently in action.yml and in the code",
    ],
    [
      "an output of the file only",
      (y) => Object.assign(y.outputs, { extra: { description: "e" } }),
      "output extra is in action.yml but not in the code",
    ],
    [
      "an output of the code only",
      (y) => Reflect.deleteProperty(y.outputs, "result"),
      "output result is in the code but not in action.yml",
    ],
    [
      "an output without description",
      (y) => Object.assign(y.outputs, { result: {} }),
      "output result has no description in action.yml",
    ],
    ["another Node", (y) => Object.assign(y.runs, { using: "node20" }), "runs.using is not node24"],
    ["another bundle", (y) => Object.assign(y.runs, { main: "index.js" }), "runs.main is not dist/index.js"],
    ["another bundle afterwards", (y) => Object.assign(y.runs, { post: "index.js" }), "runs.post is not in dist/"],
    ["a pre step", (y) => Object.assign(y.runs, { pre: "dist/index.js" }), "runs.pre is not expected"],
    ["no name", (y) => Object.assign(y, { name: "" }), "action.yml has no name"],
    ["no description of the action", (y) => Reflect.deleteProperty(y, "description"), "action.yml has no description"],
  ])("finds %s", (_, change, difference) => {
    expect(changed(change)).toEqual([difference]);
  });

  it("finds everything missing in what is no action.yml", () => {
    for (const nothing of [undefined, null, "text", []]) {
      expect(compareContract(nothing, declarations, outputs)).toHaveLength(2 + 2 + 4 + 1);
    }
  });

  it("finds a description that is missing in the code", () => {
    const undescribed = { ...declarations, label: input.text({ description: "", required: true }) };
    expect(compareContract(actionYml, undescribed, outputs)).toEqual(["input label has no description in the code"]);
  });
});
