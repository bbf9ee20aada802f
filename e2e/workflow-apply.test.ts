/**
 * terraform-apply.yml, run as GitHub runs it: who is asked, what starts and what must not, and what goes from job to job.
 * The actions are stand-ins with the real inputs, which end as the test says and tell what they were given.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";
import { until } from "@handrail/testkit";
import type { Workspace } from "@handrail/testkit";
import { endings, handrail, openWorkflowStage, stepsOf } from "./workflow-stage.ts";
import { givenTo, standInActions } from "./workflow-stand-in.ts";
import type { Ends } from "./workflow-stand-in.ts";
import type { RunOptions, WorkflowRun, WorkflowStage } from "./workflow-stage.ts";

const file = join(handrail, ".github/workflows/terraform-apply.yml");
const key = "0123456789abcdef0123456789abcdef";
const applyRole = "arn:aws:iam::123456789012:role/terraform-apply";
const planRole = "arn:aws:iam::123456789012:role/terraform-plan";

const changes: Ends = {
  "terraform-plan": { result: "changes", "has-changes": "true" },
  "terraform-apply": { result: "applied", summary: "1 added" },
};

const open: { stage?: WorkflowStage; ours?: Workspace } = {};

afterEach(async () => {
  await open.stage?.clear();
  open.ours?.cleanup();
  delete open.stage;
});

async function openStage(): Promise<WorkflowStage> {
  open.ours = standInActions();
  open.stage = await openWorkflowStage({ "live/main.tf": "" }, { ours: open.ours.path });
  return open.stage;
}

type Ran = { run: WorkflowRun; asked: string[] };

async function apply(
  ends: Ends,
  inputs: Record<string, string> = {},
  more: Partial<RunOptions> & { isRejected?: boolean } = {},
): Promise<Ran> {
  const stage = open.stage ?? (await openStage());
  const asked: string[] = [];
  const { isRejected = false, ...options } = more;
  const run = await stage.run({
    file,
    event: { name: "push", payload: { ref: "refs/heads/main" } },
    inputs: {
      environment: "production",
      "working-directory": "live",
      "role-to-assume": applyRole,
      "plan-role-to-assume": planRole,
      "aws-region": "eu-central-1",
      ...inputs,
    },
    secrets: { "seal-key": key },
    approve: (environment) => {
      asked.push(environment);
      return !isRejected;
    },
    machine: { STAND_IN: JSON.stringify(ends) },
    ...options,
  });
  return { run, asked };
}

describe("review: pull-request", () => {
  it("asks once, applies with its own role and no plan file, and another job tells", async () => {
    const { run, asked } = await apply(changes, { "pull-request": "7" });
    expect(endings(run)).toEqual({ check: "success", plan: "skipped", apply: "success", report: "success" });
    expect(asked).toEqual(["production"]);
    expect(run.roles).toEqual([expect.objectContaining({ job: "apply", role: applyRole })]);
    const given = givenTo(run, "apply", "terraform-apply");
    expect(given).toMatchObject({ aws: true });
    expect(given).not.toHaveProperty("plan");
    expect(given.inputs).toMatchObject({
      "working-directory": "live",
      environment: "production",
      "pull-request": "7",
      "plan-file": "",
      comment: "never",
      "seal-key": "***",
    });
    expect(givenTo(run, "report", "terraform-report")).toMatchObject({ results: ["terraform-apply.json"], aws: false });
    expect(run.outputs).toMatchObject({ result: "applied", summary: "1 added" });
  });

  it("gives each job no more than it needs", async () => {
    const { run } = await apply(changes);
    const permissions = Object.fromEntries([...run.jobs].map(([name, job]) => [name, job.permissions]));
    expect(permissions).toEqual({
      check: {},
      plan: {},
      apply: {
        contents: "read",
        "pull-requests": "read",
        deployments: "read",
        actions: "read",
        "id-token": "write",
      },
      report: { "pull-requests": "write", deployments: "write" },
    });
  });

  it("starts nothing when the environment's reviewers say no", async () => {
    const { run, asked } = await apply(changes, {}, { isRejected: true });
    expect(asked).toEqual(["production"]);
    expect(endings(run)).toEqual({ check: "success", plan: "skipped", apply: "failure", report: "skipped" });
    expect(run.jobs.get("apply")?.steps).toEqual([]);
    expect(run.outputs["result"]).toBe("");
  });

  it("tells of an apply that failed", async () => {
    const ends = { "terraform-apply": { result: "partial", "failure-reason": "apply-failed", isFailed: true } };
    const { run } = await apply(ends);
    expect(endings(run)).toMatchObject({ apply: "failure", report: "success" });
    expect(run.outputs).toMatchObject({ result: "partial", "failure-reason": "apply-failed" });
  });

  it("tells of an apply that was cancelled", async () => {
    await openStage();
    const flag = join(open.ours?.path ?? "", "waits");
    const cancel = until(() => existsSync(flag), { what: "the apply" });
    const ends = { "terraform-apply": { result: "failed", "failure-reason": "cancelled", waits: flag } };
    const { run } = await apply(ends, {}, { cancel });
    expect(endings(run)).toMatchObject({ apply: "cancelled", report: "success" });
    expect(stepsOf(run, "apply")).toMatchObject({ "terraform-apply": "cancelled", "Keep the result": "success" });
  });

  it("keeps one apply of a root at a time, and lets all of them have their turn", async () => {
    const { run } = await apply(changes, { workspace: "blue" });
    expect(run.jobs.get("apply")?.concurrency).toEqual({
      group: "handrail-apply octo-org/infrastructure production live blue",
      cancelInProgress: false,
      queue: "max",
    });
  });
});

describe("review: environment", () => {
  const review = { review: "environment" };

  it("plans first with the role that reads, and applies that plan's file after the approval", async () => {
    const { run, asked } = await apply(changes, review);
    expect(endings(run)).toEqual({ check: "success", plan: "success", apply: "success", report: "success" });
    expect(asked).toEqual(["production"]);
    expect(run.roles.map(({ job, role }) => [job, role])).toEqual([
      ["plan", planRole],
      ["apply", applyRole],
    ]);
    expect(givenTo(run, "plan", "terraform-plan").inputs).toMatchObject({ comment: "never", "seal-key": "***" });
    expect(givenTo(run, "apply", "terraform-apply")).toMatchObject({ plan: [true, true] });
    const handedOn = [...run.artifacts.values()].find(({ name }) => name.startsWith("handrail-plan-file-"));
    expect(handedOn).toMatchObject({
      files: ["plan.tfplan.sealed", "plan.tfplan.sealed.record.json"],
      retentionDays: 30,
      job: "plan",
    });
    expect(givenTo(run, "report", "terraform-report").results).toEqual(["terraform-apply.json"]);
  });

  it("asks nobody when there is nothing to apply", async () => {
    const { run, asked } = await apply({ "terraform-plan": { result: "no-changes", "has-changes": "false" } }, review);
    expect(asked).toEqual([]);
    expect(endings(run)).toEqual({ check: "success", plan: "success", apply: "skipped", report: "skipped" });
    expect(run.outputs["result"]).toBe("no-changes");
    expect(run.result).toBe("success");
  });

  it("asks nobody about a plan that failed, and tells of it", async () => {
    const ends = { "terraform-plan": { result: "failed", "failure-reason": "plan-failed", isFailed: true } };
    const { run, asked } = await apply(ends, review);
    expect(asked).toEqual([]);
    expect(endings(run)).toEqual({ check: "success", plan: "failure", apply: "skipped", report: "success" });
    expect(givenTo(run, "report", "terraform-report").results).toEqual(["terraform-plan.json"]);
    expect(run.outputs["failure-reason"]).toBe("plan-failed");
  });

  it("applies nothing that the reviewers reject", async () => {
    const { run } = await apply(changes, review, { isRejected: true });
    expect(endings(run)).toEqual({ check: "success", plan: "success", apply: "failure", report: "skipped" });
    expect(run.jobs.get("apply")?.steps).toEqual([]);
  });

  it("keeps the files of two targets of a run apart", async () => {
    await openStage();
    const first = await apply(changes, { ...review, "working-directory": "live" });
    const second = await apply(changes, { ...review, "working-directory": "other" });
    const names = [...first.run.artifacts.keys(), ...second.run.artifacts.keys()];
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("what must not start", () => {
  const fork = { full_name: "stranger/infrastructure" };
  const own = { full_name: "octo-org/infrastructure" };
  const closed = (merged: boolean, repo: object): RunOptions["event"] => ({
    name: "pull_request",
    payload: {
      action: "closed",
      pull_request: { number: 7, merged, head: { ref: "change", repo }, base: { ref: "main" } },
    },
  });

  it.each<[string, Record<string, string>, Partial<RunOptions>, RegExp]>([
    [
      "a plan file in clear",
      { review: "environment" },
      { secrets: {} },
      /review: environment needs the secret seal-key/,
    ],
    ["another review", { review: "none" }, {}, /the input review is neither/],
    ["no environment", { environment: "" }, {}, /the input environment is empty/],
    ["a fork's merge by its own event", {}, { event: closed(true, fork) }, /pull request from a fork gets no secrets/],
  ])("%s", async (_, inputs, more, message) => {
    const { run, asked } = await apply(changes, inputs, more);
    expect(endings(run)).toEqual({ check: "failure", plan: "skipped", apply: "skipped", report: "skipped" });
    expect(asked).toEqual([]);
    const [step] = run.jobs.get("check")?.steps ?? [];
    expect(step?.annotations).toMatchObject([{ level: "error", title: "terraform-apply" }]);
    expect(step?.annotations[0]?.message).toMatch(message);
    expect(step?.annotations[0]?.message.split("\n")).toHaveLength(2);
    expect(step?.summary).toMatch(message);
  });

  it("a pull request that is closed without a merge", async () => {
    const { run, asked } = await apply(changes, {}, { event: closed(false, own) });
    expect(new Set(Object.values(endings(run)))).toEqual(new Set(["skipped"]));
    expect(asked).toEqual([]);
  });

  it.each<[string, RunOptions["event"]]>([
    ["a merge by its own event", closed(true, own)],
    ["a dispatch", { name: "workflow_dispatch", payload: { ref: "refs/heads/main", inputs: {} } }],
  ])("but not %s", async (_, event) => {
    const { run } = await apply(changes, {}, { event });
    expect(endings(run)).toMatchObject({ apply: "success", report: "success" });
  });
});
