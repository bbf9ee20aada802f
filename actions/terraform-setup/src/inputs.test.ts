import { describe, expect, it } from "@jest/globals";
import { Failure, inputVariable, readInputs } from "@handrail/runner";
import { inputs, type Values } from "./inputs.ts";

function read(given: Record<string, string>): Values {
  return readInputs(
    inputs,
    Object.fromEntries(Object.entries(given).map(([name, value]) => [inputVariable(name), value])),
  );
}

function problem(given: Record<string, string>): string {
  try {
    read(given);
  } catch (error) {
    if (error instanceof Failure && error.reason === "invalid-input") return error.what;
  }
  throw new Error("the inputs were accepted");
}

describe("inputs", () => {
  it("have defaults", () => {
    expect(read({})).toEqual({
      "working-directory": ".",
      "terraform-version": "",
      product: "terraform",
      "releases-url": "",
      "signing-key": "",
      "token-hosts": [],
    });
  });

  it.each(["1.11.4", "v1.11.4", "1.12.0-rc1", "~> 1.11", ">= 1.5, < 2", "latest", "1.11"])(
    "terraform-version may be %s",
    (text) => {
      expect(read({ "terraform-version": text })["terraform-version"]).toBe(text);
    },
  );

  it.each([
    "../../x",
    "1.9.0/../../evil",
    "1.9.0\\n",
    "latest; rm",
    "<2.0 || *",
    "^1.11",
    "min-required",
    "latest:^1",
    "1.x",
  ])("H080: terraform-version may not be %j", (text) => {
    expect(problem({ "terraform-version": text })).toContain(
      "accepted is an exact version like 1.11.4, a constraint like ~> 1.11, or latest",
    );
  });

  it("all bad ones are reported at once, and nothing secret is shown", () => {
    const told = problem({
      "working-directory": "../..",
      "terraform-version": "^1.2",
      product: "tofu",
      "releases-url": "http://mirror.example",
      "signing-key": "-----BEGIN PGP PRIVATE KEY BLOCK-----hunter2",
      "token-hosts": 'app.terraform.io=hunter2"}',
    });
    for (const name of Object.keys(inputs)) expect(told).toContain(`${name} was given`);
    expect(told).toMatch(/^6 inputs cannot be used: /);
    expect(told).not.toContain("hunter2");
    expect(told).toContain('Terraform has no "^"');
    expect(told).toContain("it is not https");
  });
});
