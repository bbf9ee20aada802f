/**
 * migration-rollback.yml, run as GitHub runs it: what is shown before somebody is asked, what is reverted after that, and what
 * must not be. Its bash scripts are real; migration-rollback is a stand-in with the real inputs. With the real one:
 * workflow-rollback-story.test.ts.
 */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "@jest/globals";
import { until, workspace } from "@handrail/testkit";
import { parse } from "yaml";
import { clear, declaredInputs, open } from "./workflow-deploy-stage.ts";
import { planRole, rollBack, rollbackFile, rollbackRole, shown, well } from "./workflow-rollback-stage.ts";
import { endings } from "./workflow-stage.ts";
import { givenTo } from "./workflow-stand-in.ts";

afterEach(clear);

const secretOf = (role: string): string => `fake-secret-of-${role}`;
const nothing = { result: "failure", outputs: { reverted: "[]", "record-id": "" } };

describe("the order", () => {
  it("is plan, approval, rollback", async () => {
    const approve = (environment: string): boolean => {
      appendFileSync(open.machine?.resolve("told") ?? "", `ask ${environment}\n`);
      return true;
    };
    const { run, told } = await rollBack(well, {}, { approve });
    expect(endings(run)).toEqual({ plan: "success", rollback: "success" });
    expect(told).toEqual([
      // It has no reviewers.
      "ask production-plan",
      `plan as ${secretOf(planRole)}`,
      "ask production",
      `rollback as ${secretOf(rollbackRole)}`,
    ]);
    expect(run).toMatchObject({
      result: "success",
      outputs: { result: "rolled-back", "failure-reason": "", reverted: '["m2","m1"]', "record-id": "4712" },
    });
  });

  it("is approval, rollback where there is no environment for the plan", async () => {
    const { run, asked, told } = await rollBack(well, { "plan-environment": "" });
    expect(endings(run)).toEqual({ plan: "skipped", rollback: "success" });
    expect(asked).toEqual(["rollback: production"]);
    expect(told).toEqual([`rollback as ${secretOf(rollbackRole)}`]);
    expect(run).toMatchObject({ result: "success", outputs: { result: "rolled-back" } });
  });

  it("asks nobody to approve nothing", async () => {
    const { run, asked, told } = await rollBack({ plan: { ...shown, pending: "[]" } }, { confirm: "" });
    expect(endings(run)).toEqual({ plan: "success", rollback: "skipped" });
    expect(asked).toEqual(["plan: production-plan"]);
    expect(told).toHaveLength(1);
    expect(run).toMatchObject({ result: "success", outputs: { result: "nothing-to-do", reverted: "[]" } });
  });

  it("is one rollback of a database after the other, and all of them have their turn", async () => {
    const { run } = await rollBack(well, { "working-directory": "db" });
    expect(run.concurrency).toEqual({
      group: "handrail-rollback octo-org/infrastructure production knex db",
      cancelInProgress: false,
      queue: "max",
    });
  });

  it.each([
    ["the database can hold a lock", {}, "1234567890"],
    ["it is a task that only its tool can ask", { executor: "ecs", "status-command": "status" }, "all"],
  ])("keeps migrations away when %s", async (_, inputs, last) => {
    const { run } = await rollBack(well, inputs);
    // The same group as that of the job migrate in deploy.yml: see workflow-deploy-migration.test.ts.
    expect(run.jobs.get("rollback")?.concurrency).toEqual({
      group: `handrail-migration octo-org/infrastructure production knex . ${last}`,
      cancelInProgress: false,
      queue: "max",
    });
    expect(run.jobs.get("plan")?.concurrency).toBeUndefined();
  });

  it("runs what prepares in both jobs, before the actions", async () => {
    const { told } = await rollBack(well, { prepare: 'echo "prepare $GITHUB_JOB ${DATABASE_URL-}" >> "$TOLD"' });
    expect(told.map((line) => line.split(" as ")[0])).toEqual([
      "prepare plan ",
      "plan",
      "prepare rollback ",
      "rollback",
    ]);
  });
});

describe("migration-rollback is given", () => {
  const declared = declaredInputs("migration-rollback");
  const own = new Set(["dry-run", "confirm", "plan-digest", "database-url", "image-digest", "github-token"]);

  it("every input as it is, in the plan as in the rollback", async () => {
    const inputs: Record<string, string | boolean> = {};
    for (const name of declared.keys()) {
      const text = name.startsWith("role") ? rollbackRole : `value of ${name}\nand "more" $(of) it`;
      if (!own.has(name)) inputs[name] = name === "assign-public-ip" ? true : text;
    }
    const { run } = await rollBack(well, { ...inputs, confirm: String(inputs["environment"]) });
    const expected = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, String(value)]));
    const common = { ...expected, "database-url": "***", "image-digest": "" };
    const dry = { "dry-run": "true", confirm: "" };
    const [plan, rollback] = [
      givenTo(run, "plan", "migration-rollback").inputs,
      givenTo(run, "rollback", "migration-rollback").inputs,
    ];
    expect(plan).toMatchObject({ ...common, ...dry, "plan-digest": "", "role-to-assume": planRole });
    const approved = { confirm: expected["environment"], "plan-digest": shown["plan-digest"] };
    expect(rollback).toMatchObject({ ...common, "dry-run": "false", ...approved });
    for (const job of run.jobs.values()) expect(job.log).not.toContain("Unexpected input");
  });

  it("its own defaults where the caller says nothing", async () => {
    const { run } = await rollBack(well);
    const { inputs } = givenTo(run, "rollback", "migration-rollback");
    const said = new Set([
      "tool",
      "database-url",
      "environment",
      "confirm",
      "plan-digest",
      "role-to-assume",
      "github-token",
    ]);
    for (const [name, preset] of declared) if (!said.has(name)) expect([name, inputs[name]]).toEqual([name, preset]);
  });
});

describe("nothing is reverted", () => {
  it("when the environment's reviewers reject it", async () => {
    const approve = (environment: string): boolean => environment !== "production";
    const { run, told } = await rollBack(well, {}, { approve });
    expect(endings(run)).toEqual({ plan: "success", rollback: "failure" });
    expect(told).toEqual([`plan as ${secretOf(planRole)}`]);
    expect(run).toMatchObject({ ...nothing, outputs: { ...nothing.outputs, result: "" } });
  });

  it("when the plan is refused, and nobody is asked", async () => {
    const plan = { ...shown, result: "refused", "failure-reason": "irreversible", isFailed: true };
    const { run, asked, told } = await rollBack({ ...well, plan });
    expect(endings(run)).toEqual({ plan: "failure", rollback: "skipped" });
    expect(asked).toEqual(["plan: production-plan"]);
    expect(told).toHaveLength(1);
    expect(run).toMatchObject({ ...nothing, outputs: { result: "refused", "failure-reason": "irreversible" } });
  });

  it.each(["", "Production", "test", " production", "$(echo production)", "production\n::error::x"])(
    "when confirm is %j, and nobody is asked after the plan was shown",
    async (confirm) => {
      const { run, asked, told } = await rollBack(well, { confirm });
      expect(endings(run)).toEqual({ plan: "failure", rollback: "skipped" });
      expect(asked).toEqual(["plan: production-plan"]);
      expect(told).toEqual([`plan as ${secretOf(planRole)}`]);
      expect(run).toMatchObject({ ...nothing, outputs: { result: "refused", "failure-reason": "confirmation" } });
      const note = run.jobs.get("plan")?.steps.find(({ name }) => name === "Note the plan");
      expect(note?.annotations.map(({ message }) => message)).toEqual([
        "confirm is not the name of the environment. Read the plan, press the button again, and type it.",
      ]);
    },
  );

  it.each(["app-first", "plan-changed"])("when it is refused after the approval: %s", async (reason) => {
    const rollback = { result: "refused", "failure-reason": reason, isFailed: true };
    const { run, told } = await rollBack({ ...well, rollback });
    expect(told.map((line) => line.split(" ")[0])).toEqual(["plan", "rollback"]);
    expect(run).toMatchObject({ ...nothing, outputs: { result: "refused", "failure-reason": reason } });
  });

  it("when what prepares fails", async () => {
    const { run, told } = await rollBack(well, { prepare: "false | cat; echo never" });
    expect(endings(run)).toEqual({ plan: "failure", rollback: "skipped" });
    expect(told).toEqual([]);
    expect(run).toMatchObject({ ...nothing, outputs: { ...nothing.outputs, result: "" } });
  });

  it.each(["plan"])("when it is cancelled in %s", async (step) => {
    const folder = workspace({}, { git: false, name: "flag" });
    const flag = folder.resolve("waits");
    const cancel = until(() => existsSync(flag), { what: step });
    const { run, told } = await rollBack({ ...well, [step]: { ...shown, waits: flag } }, {}, { cancel });
    folder.cleanup();
    expect(told.map((line) => line.split(" ")[0])).not.toContain("rollback");
    expect(run.jobs.get("rollback")?.result).toBe("cancelled");
  });
});

describe("what it says", () => {
  it.each(["partial", "failed", "refused", "cancelled", "timeout"])(
    "is what a rollback that is %s says",
    async (result) => {
      const rollback = {
        result,
        "failure-reason": "tool-failed",
        reverted: '["m2"]',
        "record-id": "9",
        isFailed: true,
      };
      const { run } = await rollBack({ ...well, rollback });
      expect(endings(run)).toEqual({ plan: "success", rollback: "failure" });
      expect(run).toMatchObject({
        result: "failure",
        outputs: { result, "failure-reason": "tool-failed", reverted: '["m2"]', "record-id": "9" },
      });
    },
  );

  it("is all of it although an id holds what GitHub takes for a secret", async () => {
    const secrets = { DATABASE_URL: "m2" };
    const { run } = await rollBack(well, {}, { secrets });
    expect(endings(run)).toEqual({ plan: "success", rollback: "success" });
  });
});

describe("what a job may do", () => {
  it("is exactly this", async () => {
    const { run } = await rollBack(well);
    const permissions = Object.fromEntries([...run.jobs].map(([name, job]) => [name, job.permissions]));
    const reads = { contents: "read", actions: "read", "id-token": "write" };
    expect(permissions).toEqual({
      plan: { ...reads, deployments: "read" },
      rollback: { ...reads, deployments: "write" },
    });
    expect(run.roles.map(({ job, role }) => [job, role])).toEqual([
      ["plan", planRole],
      ["rollback", rollbackRole],
    ]);
  });

  it.each([
    ["one role for both", { "plan-role-to-assume": "" }, [rollbackRole, rollbackRole]],
    ["a role for the plan alone", { "role-to-assume": "" }, [planRole]],
    ["no role", { "role-to-assume": "", "plan-role-to-assume": "" }, []],
  ])("is done with %s", async (_, inputs, roles) => {
    const { run } = await rollBack(well, inputs);
    expect(endings(run)).toEqual({ plan: "success", rollback: "success" });
    expect(run.roles.map(({ role }) => role)).toEqual(roles);
  });

  it("is done with a secret that nobody but the action sees", async () => {
    const { run } = await rollBack(well, { prepare: "env", "role-to-assume": "", "plan-role-to-assume": "" });
    for (const [job, step] of [
      ["plan", "migration-rollback"],
      ["rollback", "migration-rollback"],
    ] as const) {
      const given = givenTo(run, job, step);
      expect(given).toMatchObject({ aws: false, inputs: { "database-url": "***" } });
      expect(given).not.toHaveProperty("database");
    }
    for (const job of run.jobs.values()) {
      expect(job.log).not.toContain("canary-database-url");
      const prepared = job.steps.find(({ name }) => name === "Prepare");
      expect(prepared?.log).not.toContain("***");
    }
  });

  it("leaves no Deployment of GitHub's own: the record is the Deployment", () => {
    const { jobs } = parse(readFileSync(rollbackFile, "utf8")) as { jobs: Record<string, { environment: object }> };
    for (const job of Object.values(jobs)) expect(job.environment).toMatchObject({ deployment: false });
  });
});
