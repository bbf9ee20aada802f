/** terraform-pull-request.yml, run as GitHub runs it: what the job that plans may do, does, and hands on. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";
import { runAction } from "@handrail/testkit";
import type { WorkflowEvent } from "@handrail/testkit";
import { action, plain, requireBundle } from "./terraform-plan-stage.ts";
import { handrail, openWorkflowStage, stepsOf } from "./workflow-stage.ts";
import type { WorkflowStage } from "./workflow-stage.ts";

const file = join(handrail, ".github/workflows/terraform-pull-request.yml");
const root = {
  "live/prod/main.tf":
    'resource "terraform_data" "a" {\n  input = var.word\n}\nvariable "word" {\n  default = "x"\n}\n',
};
const role = "arn:aws:iam::123456789012:role/terraform-plan";

let stage: WorkflowStage | undefined;

afterEach(async () => {
  await stage?.clear();
  stage = undefined;
});

async function open(files: Readonly<Record<string, string>> = root): Promise<WorkflowStage> {
  requireBundle();
  stage = await openWorkflowStage(files);
  return stage;
}

function pullEvent({ github }: WorkflowStage, pull: Parameters<typeof github.addPullRequest>[0] = {}): WorkflowEvent {
  const { number } = github.addPullRequest(pull);
  return { name: "pull_request", payload: github.pullRequestEvent(number) };
}

describe("a pull request", () => {
  it("is planned by a job that can write nothing, and only the redacted result leaves it", async () => {
    const on = await open();
    const run = await on.run({
      file,
      event: pullEvent(on),
      inputs: { "working-directory": "live/prod", "var-files": "", variables: 'word = "plain"' },
      secrets: { "seal-key": "0123456789abcdef0123456789abcdef" },
    });
    const plan = run.jobs.get("plan");
    expect(plan).toMatchObject({
      result: "success",
      permissions: { contents: "read", "pull-requests": "read", actions: "read", "id-token": "write" },
      outputs: { result: "changes", "has-changes": "true", fingerprint: expect.stringMatching(/^hr1:[0-9a-f]{64}$/) },
    });
    expect(stepsOf(run, "plan")).toEqual({
      "Run actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1": "success",
      "terraform-setup": "success",
      "Assume the role": "skipped",
      "terraform-plan": "success",
      "Name the result": "success",
      "Keep the result": "success",
    });
    expect(run.jobs.get("fork")?.result).toBe("skipped");
    expect(run.jobs.get("report")).toMatchObject({ result: "success", permissions: { "pull-requests": "write" } });
    const [comment] = on.github.comments();
    expect(comment?.author).toBe("github-actions[bot]");
    expect(plain(comment?.body ?? "")).toContain("live/prod: 1 to add");
    expect(run.roles).toEqual([]);
    const [artifact, ...others] = [...run.artifacts.values()];
    expect(others).toEqual([]);
    expect(artifact).toMatchObject({ job: "plan", retentionDays: 1, files: [expect.stringMatching(/\.json$/)] });
    expect(readFileSync(join(artifact?.path ?? "", artifact?.files[0] ?? ""), "utf8")).toContain("terraform_data.a");
    expect(run.outputs).toMatchObject({
      result: "changes",
      "has-changes": "true",
      fingerprint: plan?.outputs["fingerprint"],
    });
  });

  it("is planned with the role, when one is given, and nothing else takes it on", async () => {
    const on = await open();
    const run = await on.run({
      file,
      event: pullEvent(on),
      inputs: { "working-directory": "live/prod", "role-to-assume": role, "aws-region": "eu-central-1" },
    });
    expect(stepsOf(run, "plan")["Assume the role"]).toBe("success");
    expect(run.roles).toEqual([{ job: "plan", role, region: "eu-central-1", session: "GitHubActions" }]);
  });

  it("that cannot be planned fails the job, and its result is still handed on", async () => {
    const on = await open({ "live/prod/main.tf": 'resource "terraform_data" "a" {\n  input = var.nothing\n}\n' });
    const run = await on.run({ file, event: pullEvent(on), inputs: { "working-directory": "live/prod" } });
    expect(run.jobs.get("plan")).toMatchObject({ result: "failure", outputs: { result: "failed" } });
    expect(stepsOf(run, "plan")).toMatchObject({ "terraform-plan": "failure", "Keep the result": "success" });
    expect(run.jobs.get("report")?.result).toBe("success");
    expect(plain(on.github.comments()[0]?.body ?? "")).toContain("live/prod: plan failed");
    expect(run.artifacts.size).toBe(1);
  });

  it("is not commented on when that is not wanted", async () => {
    const on = await open();
    const run = await on.run({
      file,
      event: pullEvent(on),
      inputs: { "working-directory": "live/prod", comment: "never" },
    });
    expect(run.jobs.get("report")?.result).toBe("success");
    expect(on.github.comments()).toEqual([]);
  });

  it("has the fingerprint of a plan without our checkout beside it, also for a root at the top", async () => {
    const on = await open({ "main.tf": root["live/prod/main.tf"] });
    const event = pullEvent(on);
    const run = await on.run({ file, event });
    using plan = await runAction({
      action,
      workspace: on.repository,
      inputs: { comment: "never" },
      event: event.payload,
      github: on.github,
    });
    expect(plan.outputs["result"]).toBe("changes");
    expect(run.jobs.get("plan")?.outputs["fingerprint"]).toBe(plan.outputs["fingerprint"]);
  });

  it("from a fork is not planned, and the run says why", async () => {
    const on = await open();
    const run = await on.run({
      file,
      event: pullEvent(on, { fork: "stranger/infrastructure" }),
      inputs: { "working-directory": "live/prod", "role-to-assume": role, "aws-region": "eu-central-1" },
      secrets: { "seal-key": "0123456789abcdef0123456789abcdef" },
    });
    expect(Object.fromEntries([...run.jobs].map(([name, { result }]) => [name, result]))).toEqual({
      fork: "success",
      plan: "skipped",
      report: "skipped",
    });
    const [step] = run.jobs.get("fork")?.steps ?? [];
    expect(step?.summary).toMatch(/^This pull request comes from a fork\. .* nothing was planned\./);
    expect(step?.annotations).toMatchObject([{ level: "notice", title: "terraform-plan" }]);
    expect(run.roles).toEqual([]);
  });
});

describe("other events", () => {
  it.each([
    ["push", { ref: "refs/heads/main" }],
    ["workflow_dispatch", { ref: "refs/heads/change", inputs: {} }],
    ["schedule", {}],
  ])("%s is planned, too", async (name, payload) => {
    const on = await open();
    const run = await on.run({ file, event: { name, payload }, inputs: { "working-directory": "live/prod" } });
    expect(run.jobs.get("plan")).toMatchObject({ result: "success", outputs: { result: "changes" } });
  });
});
