import { describe, expect, it } from "@jest/globals";
import { Failure } from "@handrail/runner";
import { GitHubFailure } from "./failure.ts";
import { describeUnkept, permissionHint } from "./permission-hint.ts";

const facts = { reason: "github-forbidden", what: "The token may not do this", remedy: "Let it." } as const;
const permission = "deployments: write";

describe("a missing permission", () => {
  it.each<[string, unknown, string]>([
    ["is named", new GitHubFailure({ ...facts, permission }), " The job needs `permissions: deployments: write`."],
    ["is not that of another refusal", new GitHubFailure(facts), ""],
    ["is GitHub's to tell", Object.assign(new Failure(facts), { permission }), ""],
    ["is not in anything else", "thrown", ""],
  ])("%s", (_, thrown, hint) => {
    expect(permissionHint(thrown)).toBe(hint);
  });

  it("is told between what happened and what to do", () => {
    expect(describeUnkept(new GitHubFailure({ ...facts, permission }))).toBe(
      "The GitHub Deployment could not be kept: The token may not do this. The job needs `permissions: deployments: write`. Let it.",
    );
    expect(describeUnkept(new Failure(facts), "The record is lost")).toBe(
      "The record is lost: The token may not do this. Let it.",
    );
  });
});
