import { describe, expect, it } from "@jest/globals";
import { applyDeployment, statusOfApply, unsavedStateOf } from "./apply-deployment.ts";

const place = { owner: "o", repo: "r", sha: "a".repeat(40), environment: "production" };
const facts = { label: "live/prod", directory: "live/prod", workspace: "default", fingerprint: "f", run: "7" };

describe("the Deployment of an apply", () => {
  it("says where what was applied", () => {
    const expected = {
      owner: "o",
      repo: "r",
      ref: place.sha,
      task: "terraform-apply",
      environment: "production",
      description: "terraform apply of live/prod",
    };
    expect(applyDeployment(place, { ...facts, pullRequest: undefined })).toEqual({ ...expected, payload: facts });
    const whole = { ...facts, attempt: 2, pullRequest: 5 };
    expect(applyDeployment(place, whole)).toEqual({ ...expected, payload: whole });
  });

  it.each([
    ["applied", "success"],
    ["no-changes", "success"],
    ["partial", "failure"],
    ["failed", "failure"],
    ["refused", "failure"],
  ] as const)("%s is a %s", (result, state) => {
    expect(statusOfApply({ result, summary: "in short" })).toEqual({ state, description: "in short" });
  });

  it("names the state that was not saved, and finds it again", () => {
    const { description } = statusOfApply({ result: "partial", summary: "in short" }, "lineage 7");
    expect(description).toBe("state-not-saved lineage 7");
    expect(unsavedStateOf(description)).toBe("lineage 7");
    expect(unsavedStateOf("in short")).toBeUndefined();
    expect(unsavedStateOf("")).toBeUndefined();
  });
});
