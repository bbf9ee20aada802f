/** The workflows of examples/, run as GitHub runs them, with stand-ins for our actions. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";
import type { Workspace } from "@handrail/testkit";
import { parse } from "yaml";
import { endings, handrail, openWorkflowStage } from "./workflow-stage.ts";
import type { RunOptions, WorkflowRun, WorkflowStage } from "./workflow-stage.ts";
import { givenTo, standInActions } from "./workflow-stand-in.ts";

const ends = {
  "terraform-plan": { result: "changes", "has-changes": "true" },
  "terraform-apply": { result: "applied" },
};
const open: { stage?: WorkflowStage; ours?: Workspace } = {};

afterEach(async () => {
  await open.stage?.clear();
  open.ours?.cleanup();
});

function read(example: string): string {
  return readFileSync(join(handrail, "examples", example), "utf8");
}

async function run(example: string, event: object, more: Partial<RunOptions> = {}): Promise<WorkflowRun> {
  open.ours = standInActions();
  const file = ".github/workflows/caller.yml";
  open.stage = await openWorkflowStage({ [file]: read(example), "live/test/main.tf": "" }, { ours: open.ours.path });
  const { number } = open.stage.github.addPullRequest();
  const pull = { name: "pull_request", payload: open.stage.github.pullRequestEvent(number) };
  return open.stage.run({
    file,
    secrets: { HANDRAIL_SEAL_KEY: "0123456789abcdef0123456789abcdef" },
    machine: { STAND_IN: JSON.stringify(ends) },
    ...more,
    event: "name" in event ? (event as RunOptions["event"]) : pull,
  });
}

const push = { name: "push", payload: { ref: "refs/heads/main" } };

describe("examples/terraform", () => {
  it("plans both environments on a pull request, each with its own role, and comments on both", async () => {
    const ran = await run("terraform/pull-request.yml", {});
    expect(ran.result).toBe("success");
    for (const name of ["test", "production"]) {
      expect(endings(ran)).toMatchObject({
        [`plan (${name}) / plan`]: "success",
        [`plan (${name}) / report`]: "success",
      });
      const { inputs } = givenTo(ran, `plan (${name}) / plan`, "terraform-plan");
      expect(inputs).toMatchObject({ "working-directory": `live/${name}`, "seal-key": "***" });
      expect(givenTo(ran, `plan (${name}) / report`, "terraform-report").results).toEqual(["terraform-plan.json"]);
      expect(ran.roles).toContainEqual(
        expect.objectContaining({
          job: `plan (${name}) / plan`,
          role: `arn:aws:iam::123456789012:role/terraform-plan-${name}`,
        }),
      );
    }
    expect(ran.artifacts.size).toBe(2);
  });

  it("applies to one environment after the other, each with its approval and role", async () => {
    const asked: string[] = [];
    const ran = await run("terraform/apply.yml", push, { approve: (name) => asked.push(name) > 0 });
    expect(ran.result).toBe("success");
    expect(asked).toEqual(["test", "production"]);
    expect(ran.roles.map(({ job, role }) => [job, role])).toEqual([
      ["test / apply", "arn:aws:iam::123456789012:role/terraform-apply-test"],
      ["production / apply", "arn:aws:iam::123456789012:role/terraform-apply-production"],
    ]);
  });

  it("does not come to production when test was not approved", async () => {
    const ran = await run("terraform/apply.yml", push, { approve: () => false });
    expect(endings(ran)).toMatchObject({ "test / apply": "failure", production: "skipped" });
    expect(ran.roles).toEqual([]);
  });

  it("is started by hand with the pull request that was reviewed", async () => {
    const dispatch = {
      name: "workflow_dispatch",
      payload: { ref: "refs/heads/main", inputs: { "pull-request": "7" } },
    };
    const ran = await run("terraform/apply.yml", dispatch);
    expect(givenTo(ran, "production / apply", "terraform-apply").inputs).toMatchObject({ "pull-request": "7" });
  });

  it("does nothing on a push to another branch", async () => {
    const ran = await run("terraform/apply.yml", { name: "push", payload: { ref: "refs/heads/other" } });
    expect(ran).toMatchObject({ isTriggered: false });
  });

  it("has environments that differ in nothing but their names", () => {
    const { jobs } = parse(read("terraform/apply.yml")) as { jobs: Record<string, Record<string, unknown>> };
    const { needs, ...production } = jobs["production"] ?? {};
    expect(needs).toBe("test");
    expect(JSON.parse(JSON.stringify(production).replaceAll("production", "test"))).toEqual(jobs["test"]);
  });
});

describe("examples/terraform-one-job", () => {
  it("plans", async () => {
    const ran = await run("terraform-one-job/pull-request.yml", {});
    expect(endings(ran)).toEqual({ plan: "success" });
  });

  it("applies after the approval", async () => {
    const asked: string[] = [];
    const ran = await run("terraform-one-job/apply.yml", push, { approve: (name) => asked.push(name) > 0 });
    expect(endings(ran)).toEqual({ apply: "success" });
    expect(asked).toEqual(["production"]);
  });
});
