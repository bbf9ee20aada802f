import { describe, expect, it } from "@jest/globals";
import { toFailure } from "@handrail/runner";
import type { Failure } from "@handrail/runner";
import { inputName } from "@handrail/testkit";
import { readPlanInputs } from "./inputs.ts";

type Given = Record<string, string>;

function read(given: Given, more: Given = {}): ReturnType<typeof readPlanInputs> {
  const inputs = Object.entries(given).map(([name, text]): [string, string] => [inputName(name), text]);
  return readPlanInputs({ ...Object.fromEntries(inputs), ...more });
}

function refuse(given: Given, more: Given = {}): Failure {
  try {
    read(given, more);
  } catch (thrown) {
    return toFailure(thrown);
  }
  throw new Error("these inputs were taken");
}

describe("readPlanInputs", () => {
  it("takes a step without inputs", () => {
    const values = read({});
    expect(values).toMatchObject({ "working-directory": ".", comment: "always", refresh: true, "seal-key": "" });
    expect([values["lock-timeout"], values.parallelism]).toEqual([300_000, undefined]);
  });

  it.each<[string, Given, Given]>([
    ["a seal key of 16 characters", { "seal-key": "0123456789abcdef" }, {}],
    ["a workspace that TF_WORKSPACE repeats", { workspace: "staging" }, { TF_WORKSPACE: "staging" }],
    ["TF_WORKSPACE alone", {}, { TF_WORKSPACE: "staging" }],
    ["an empty TF_WORKSPACE", { workspace: "staging" }, { TF_WORKSPACE: "" }],
    ["destroy with replace", { destroy: "true", replace: "a.b" }, {}],
    ["refresh-only with targets", { "refresh-only": "true", targets: "a.b" }, {}],
    ["addresses with keys", { targets: 'module.m["a b"].a.b[0]\nmodule.m', replace: "a.b[0]" }, {}],
  ])("takes %s", (_, given, more) => {
    expect(read(given, more)).toBeDefined();
  });

  it.each<[string, Given, string]>([
    ["a short seal key", { "seal-key": "0123456789abcde" }, "seal-key was given a value that is not shown"],
    ["destroy and refresh-only", { destroy: "true", "refresh-only": "true" }, "false, because destroy is true"],
    [
      "refresh-only without refresh",
      { refresh: "false", "refresh-only": "true" },
      "true, because refresh-only is true",
    ],
    ["refresh-only and replace", { "refresh-only": "true", replace: "a.b" }, "nothing, because refresh-only is true"],
    ["a target that is an option", { targets: "-destroy" }, "targets was given"],
    ["a target that is no address", { targets: "a.b\na" }, "targets was given"],
    ["a replacement with an open bracket", { replace: "a.b[0" }, "replace was given"],
    ["backend configuration without a value", { "backend-config": "bucket" }, "key=value lines"],
    ["a name that is no variable", { "pass-environment": "A=B" }, "pass-environment was given"],
    ["a config outside of the workspace", { config: "../x.yml" }, "config was given"],
    ["a label of two lines", { label: "a\nb" }, "label was given"],
    ["a label of 201 characters", { label: "a".repeat(201) }, "label was given"],
    ["no pull request at all", { "pull-request": "0" }, "pull-request was given"],
  ])("refuses %s", (_, given, told) => {
    const failure = refuse(given);
    expect(failure.reason).toBe("invalid-input");
    expect(failure.what).toContain(told);
  });

  it("refuses a workspace that contradicts TF_WORKSPACE", () => {
    const { what } = refuse({ workspace: "staging" }, { TF_WORKSPACE: "prod" });
    expect(what).toContain("what TF_WORKSPACE says (prod), or nothing");
  });

  it("tells everything that is wrong at once, and never the key", () => {
    const one = refuse({ targets: "-x", replace: "-y", comment: "maybe" });
    expect(one.what).toMatch(/^3 inputs cannot be used: .*targets.*replace.*comment/s);
    const two = refuse({ "seal-key": "short-key", destroy: "true", "refresh-only": "true", refresh: "false" });
    expect(two.what).toMatch(/^3 inputs cannot be used: seal-key .*refresh-only .*refresh /s);
    expect(two.what).not.toContain("short-key");
  });
});
