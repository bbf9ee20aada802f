/** The rules across the inputs; what each one takes is tested beside its declaration. */
import { describe, expect, it } from "@jest/globals";
import { readApplyInputs } from "./inputs.ts";

const token = { "INPUT_GITHUB-TOKEN": "a token" };

describe("readApplyInputs", () => {
  it("asks for a review unless something else is said", () => {
    expect(readApplyInputs(token)).toMatchObject({ approval: "reviewed", "plan-file": "", "dry-run": false });
  });

  it("needs no token where no comment has to be read", () => {
    for (const more of [{ INPUT_APPROVAL: "none" }, { "INPUT_PLAN-FILE": "plan.tfplan" }]) {
      expect(readApplyInputs(more)["github-token"]).toBe("");
    }
    expect(() => readApplyInputs({})).toThrow("github-token");
  });

  it("names every bad input at once, those of planning among them", () => {
    const environment = {
      "INPUT_PLAN-FILE": "plan\n.tfplan",
      INPUT_APPROVAL: "yes",
      INPUT_ENVIRONMENT: "e".repeat(256),
      "INPUT_DRY-RUN": "maybe",
      INPUT_TARGETS: "-lock=false",
    };
    for (const name of ["plan-file", "approval", "environment", "dry-run", "targets"]) {
      expect(() => readApplyInputs({ ...token, ...environment })).toThrow(name);
    }
  });
});
