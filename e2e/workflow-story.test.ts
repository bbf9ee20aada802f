/**
 * The whole way of a change through our two workflows, with nothing stood in for: pull request, comment, merge, approval,
 * apply, record. Every job's token may do what its permissions say, and nothing else.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { decryptState } from "@handrail/terraform";
import { startStateBackend, until, workspace } from "@handrail/testkit";
import type { StateBackend } from "@handrail/testkit";
import { plain } from "./terraform-plan-stage.ts";
import { endings, handrail, openWorkflowStage } from "./workflow-stage.ts";
import type { RunOptions, WorkflowRun, WorkflowStage } from "./workflow-stage.ts";

const inputs = { "working-directory": "live/prod" };
const secrets = { "seal-key": "0123456789abcdef0123456789abcdef" };
const open: { stage?: WorkflowStage; backend?: StateBackend } = {};

beforeEach(() => {
  for (const action of ["terraform-setup", "terraform-plan", "terraform-apply", "terraform-report"]) {
    if (!existsSync(join(handrail, "actions", action, "dist/index.js")))
      throw new Error("There is no bundle to test: run `npm run build` first");
  }
});

afterEach(async () => {
  await open.stage?.clear();
  await open.backend?.close();
});

/** A change on its way. */
type Change = {
  stage: WorkflowStage;
  backend: StateBackend;
  number: number;
  plan(more?: Partial<RunOptions>): Promise<WorkflowRun>;
  /** Pushes a merge commit, with these files changed behind the review's back. */
  merge(files?: Readonly<Record<string, string>>): Promise<void>;
  apply(given?: Readonly<Record<string, string>>, more?: Partial<RunOptions>): Promise<WorkflowRun>;
  comment(): string;
};

const main = `resource "terraform_data" "a" {
  input = "one"
}
resource "terraform_data" "b" {
  input = "two"
}
output "ids" {
  value = [terraform_data.a.input, terraform_data.b.input]
}
`;

async function start(): Promise<Change> {
  const backend = await startStateBackend();
  open.backend = backend;
  const stage = await openWorkflowStage({ "live/prod/main.tf": main, "live/prod/backend.tf": backend.hcl() });
  open.stage = stage;
  const { github, repository } = stage;
  const { number } = github.addPullRequest({ headSha: repository.git("rev-parse", "HEAD") });
  const workflow = (name: string): string => join(handrail, ".github/workflows", name);
  return {
    stage,
    backend,
    number,
    plan: (more = {}) =>
      stage.run({
        file: workflow("terraform-pull-request.yml"),
        event: { name: "pull_request", payload: github.pullRequestEvent(number) },
        inputs,
        secrets,
        ...more,
      }),
    async merge(files = {}) {
      repository.write(files);
      const sha = repository.commit("Merge");
      await github.merge(number);
      const { pull } = github.issue(number);
      if (pull !== undefined) Object.assign(pull, { mergeCommitSha: sha, mergedAs: [sha] });
    },
    async apply(given = {}, more = {}) {
      const sha = repository.git("rev-parse", "HEAD");
      return stage.run({
        file: workflow("terraform-apply.yml"),
        event: { name: "push", payload: await github.pushEvent(sha) },
        inputs: { ...inputs, environment: "production", ...given },
        secrets,
        ...more,
      });
    },
    comment: () => plain(github.comments(number).at(-1)?.body ?? ""),
  };
}

describe("a change on its way", () => {
  it("is planned, told, merged, approved, applied and recorded", async () => {
    const change = await start();
    const planned = await change.plan();
    expect(endings(planned)).toEqual({ fork: "skipped", plan: "success", report: "success" });
    expect(change.stage.github.comments(change.number)).toHaveLength(1);
    expect(change.comment()).toContain("terraform_data.a");
    expect(planned.outputs["comment-url"]).toContain("#issuecomment-");
    await change.merge();
    let before: unknown;
    const applied = await change.apply(
      {},
      {
        approve: () => {
          before = change.backend.state();
          return true;
        },
      },
    );
    expect(endings(applied)).toEqual({ check: "success", plan: "skipped", apply: "success", report: "success" });
    expect(before).toBeUndefined();
    expect(change.backend.state()).toContain("terraform_data");
    expect(applied.outputs).toMatchObject({ result: "applied", "outputs-json": expect.stringContaining("ids") });
    expect(change.stage.github.comments(change.number)).toHaveLength(1);
    expect(change.comment()).toMatch(/applied/i);
    expect(change.stage.github.deployments()).toMatchObject([{ environment: "production", task: "terraform-apply" }]);
  });

  it("is refused when something else was merged than reviewed", async () => {
    const change = await start();
    await change.plan();
    await change.merge({ "live/prod/main.tf": main.replace('"two"', '"other"') });
    const refused = await change.apply();
    expect(refused.outputs).toMatchObject({ result: "refused", "failure-reason": "plan-changed" });
    expect(endings(refused)).toMatchObject({ apply: "failure", report: "success" });
    expect(change.backend.state()).toBeUndefined();
    expect(change.comment()).toMatch(/refused/i);
    // The record of a refusal says what was reviewed, not what was refused: asking again changes nothing.
    const again = await change.apply();
    expect(again.outputs).toMatchObject({ result: "refused", "failure-reason": "plan-changed" });
    expect(change.comment()).toContain("terraform_data.b differs in input");
    expect(change.backend.state()).toBeUndefined();
  });

  it("is refused when nobody planned it", async () => {
    const change = await start();
    await change.merge();
    const refused = await change.apply();
    expect(refused.outputs).toMatchObject({ result: "refused", "failure-reason": "not-reviewed" });
    expect(change.backend.state()).toBeUndefined();
  });

  it("goes on when it was half applied, and both are told", async () => {
    const change = await start();
    // Outside of the repository, so that what is reviewed stays the same; known only when terraform_data.a exists.
    using outside = workspace({}, { git: false });
    const stubborn = `resource "terraform_data" "c" {
  lifecycle {
    precondition {
      condition     = terraform_data.a.output == "one" && fileexists("${outside.resolve("goes")}")
      error_message = "Not yet."
    }
  }
}
`;
    change.stage.repository.write({ "live/prod/main.tf": main + stubborn });
    change.stage.repository.commit("Add");
    await change.plan();
    await change.merge();
    const half = await change.apply();
    expect(half.outputs).toMatchObject({ result: "partial", "failure-reason": "apply-failed" });
    expect(endings(half)).toMatchObject({ apply: "failure", report: "success" });
    expect(change.comment()).toMatch(/partly applied/i);
    outside.write({ goes: "" });
    const whole = await change.apply();
    expect(whole.outputs).toMatchObject({ result: "applied" });
    expect(change.backend.state()).toContain('"name": "c"');
    expect(change.comment()).not.toMatch(/partly applied/i);
  });

  it("is told when its apply is cancelled, leaves no lock, and goes on when it is asked again", async () => {
    const change = await start();
    using outside = workspace({}, { git: false });
    const flag = outside.resolve("started");
    const slow = `resource "terraform_data" "c" {
  provisioner "local-exec" {
    command = "touch ${flag}; exec sleep $REST"
  }
}
`;
    change.stage.repository.write({ "live/prod/main.tf": main + slow });
    change.stage.repository.commit("Add");
    await change.plan();
    await change.merge();
    const cancel = until(() => existsSync(flag), { what: "the apply" });
    const cancelled = await change.apply({}, { cancel, machine: { REST: "60" } });
    expect(endings(cancelled)).toMatchObject({ apply: "cancelled", report: "success" });
    expect(cancelled.outputs).toMatchObject({ result: "partial", "failure-reason": "cancelled" });
    expect(change.comment()).toContain("partly applied (cancelled)");
    expect(change.backend.holder()).toBeUndefined();
    const whole = await change.apply({}, { machine: { REST: "0" } });
    expect(whole.outputs).toMatchObject({ result: "applied" });
  });

  it("keeps a state that could not be saved, encrypted, and goes on when the backend has it", async () => {
    const change = await start();
    await change.plan();
    await change.merge();
    const fault = change.backend.faults.add({ on: "POST /state", nth: "all", fault: "500" });
    const unsaved = await change.apply();
    fault.remove();
    expect(unsaved.outputs).toMatchObject({ result: "partial", "failure-reason": "state-not-saved" });
    expect(change.comment()).toContain("state-not-saved");
    const kept = [...unsaved.artifacts.values()].find(({ name }) => name.endsWith("-errored-state"));
    const [file = ""] = kept?.files ?? [];
    expect(file).toMatch(/errored\.tfstate\.sealed$/);
    const sealed = readFileSync(join(kept?.path ?? "", file));
    const state = Buffer.from(decryptState(sealed, secrets["seal-key"])).toString();
    const refused = await change.apply();
    expect(refused.outputs).toMatchObject({ result: "refused", "failure-reason": "state-not-saved" });
    change.backend.put(state);
    const recovered = await change.apply();
    expect(recovered.outputs).toMatchObject({ result: "no-changes", "failure-reason": "" });
  });

  it("is planned in the apply's own run and applied from that file, when the environment reviews", async () => {
    const change = await start();
    await change.merge();
    const applied = await change.apply({ review: "environment" });
    expect(endings(applied)).toEqual({ check: "success", plan: "success", apply: "success", report: "success" });
    expect(applied.outputs["result"]).toBe("applied");
    expect(change.backend.state()).toContain("terraform_data");
    const again = await change.apply({ review: "environment" });
    expect(endings(again)).toMatchObject({ plan: "success", apply: "skipped" });
  });

  it.each(["plan.tfplan.sealed", "plan.tfplan.sealed.record.json"])(
    "starts nothing when %s was changed on its way from job to job",
    async (name) => {
      const change = await start();
      await change.merge();
      const tamper = (): boolean => {
        const handedOn = [...change.stage.artifacts().values()].find(({ files }) => files.includes(name));
        const path = join(handedOn?.path ?? "", name);
        const bytes = readFileSync(path);
        const middle = Math.floor(bytes.length / 2);
        bytes.writeUInt8((bytes[middle] ?? 0) ^ 1, middle);
        writeFileSync(path, bytes);
        return true;
      };
      const refused = await change.apply({ review: "environment" }, { approve: tamper });
      expect(refused.outputs).toMatchObject({ result: "refused", "failure-reason": "plan-tampered" });
      expect(endings(refused)).toMatchObject({ plan: "success", apply: "failure", report: "success" });
      expect(change.backend.state()).toBeUndefined();
    },
  );
});
