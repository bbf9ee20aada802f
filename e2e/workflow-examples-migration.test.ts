/** The workflows of examples/migration, run as GitHub runs them, with stand-ins for our actions. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";
import { parse, stringify } from "yaml";
import * as ecs from "./deploy-wait-replay-ecs.ts";
import { clear, good, start } from "./workflow-deploy-stage.ts";
import type { Ends, Ran } from "./workflow-deploy-stage.ts";
import { well } from "./workflow-rollback-stage.ts";
import { endings, handrail } from "./workflow-stage.ts";
import type { RunOptions } from "./workflow-stage.ts";
import { givenTo } from "./workflow-stand-in.ts";

afterEach(clear);

const caller = ".github/workflows/caller.yml";
const push = { name: "push", payload: { ref: "refs/heads/main" } };

function read(example: string): string {
  return readFileSync(join(handrail, "examples", example), "utf8");
}

function call(text: string, event: RunOptions["event"], ends: Ends = {}): Promise<Ran> {
  const secrets = { DATABASE_URL: "canary-database-url" };
  return start({ file: caller, event, ends, secrets }, { files: { [caller]: text } });
}

/** The same text about test, where it is about production. */
function named(text: string): string {
  return text
    .replaceAll("production", "test")
    .replaceAll(":222222222222:", ":111111111111:")
    .replaceAll(/b{15,16}/gu, (found) => "a".repeat(found.length));
}

type Jobs = Record<string, { with: Record<string, string>; needs?: string; if?: string }>;

function jobsOf(example: string): Jobs {
  return (parse(read(example)) as { jobs: Jobs }).jobs;
}

describe("deploy.yml", () => {
  it("migrates in a task of the image that it deploys, in test, then in production", async () => {
    const { run, asked, told } = await call(read("migration/deploy.yml"), push, good);
    expect(run.result).toBe("success");
    expect(asked).toEqual([
      "test / migrate: test",
      "test / deploy: test",
      "production / migrate: production",
      "production / deploy: production",
    ]);
    const [test, production] = [told.slice(0, told.length / 2), told.slice(told.length / 2)];
    expect(test.map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
      "aws ecr describe-images",
      `register payments-migrate-test ${ecs.digest(2)}`,
      "migrate as fake-secret-of-arn:aws:iam::111111111111:role/deploy",
      `register payments-test ${ecs.digest(2)}`,
      "aws ecs update-service",
      "wait",
      "bake",
    ]);
    expect(production.map(named)).toEqual(test);
    expect(givenTo(run, "production / migrate", "migration-run").inputs).toMatchObject({
      tool: "django",
      executor: "ecs",
      cluster: "production",
      "task-definition": "payments-migrate-production:2",
      "image-digest": ecs.digest(2),
      subnets: "subnet-0bbbbbbbbbbbbbbb1\nsubnet-0bbbbbbbbbbbbbbb2\n",
      "database-url": "",
      environment: "production",
    });
    expect(givenTo(run, "test / wait", "deploy-wait").inputs).toMatchObject({ "image-digest": ecs.digest(2) });
  });

  it("deploys nothing after a migration that failed, and does not come to production", async () => {
    const ends = { ...good, migrate: { result: "failed", isFailed: true } };
    const { run, told } = await call(read("migration/deploy.yml"), push, ends);
    expect(endings(run)).toMatchObject({ "test / deploy": "skipped", production: "skipped" });
    expect(told.at(-1)).toContain("migrate as");
  });
});

describe("rollback.yml", () => {
  function press(example: string, inputs: Record<string, string>, ends: Ends = well): Promise<Ran> {
    const payload = { ref: "refs/heads/main", inputs };
    return call(read(example), { name: "workflow_dispatch", payload }, ends);
  }

  it.each(["test", "production"])("shows the plan for %s, asks, and reverts there and nowhere else", async (name) => {
    const { run, asked } = await press("migration/rollback.yml", { environment: name, confirm: name });
    const other = name === "test" ? "production" : "test";
    expect(endings(run)).toEqual({
      [other]: "skipped",
      [`${name} / plan`]: "success",
      [`${name} / rollback`]: "success",
    });
    expect(asked).toEqual([`${name} / plan: ${name}-plan`, `${name} / rollback: ${name}`]);
    expect(run.roles.map(({ role }) => role.split("/").at(-1))).toEqual(["rollback-plan", "rollback"]);
    expect(givenTo(run, `${name} / rollback`, "migration-rollback").inputs).toMatchObject({
      environment: name,
      to: "previous-deployment",
      confirm: name,
      cluster: name,
      services: "payments",
      "task-definition": `payments-migrate-${name}`,
      "database-url": "",
    });
  });

  it("reverts nothing when another name is typed", async () => {
    const { run } = await press("migration/rollback.yml", { environment: "production", confirm: "test" });
    expect(endings(run)).toMatchObject({ "production / plan": "failure", "production / rollback": "skipped" });
    expect(run.result).toBe("failure");
  });

  it("hands on where to go back to as it was typed", async () => {
    const to = 'version:$(id) `id` "x"';
    const { run } = await press("migration/rollback.yml", { environment: "test", confirm: "test", to });
    expect(givenTo(run, "test / rollback", "migration-rollback").inputs).toMatchObject({ to });
  });

  it("works on the runner for any environment", async () => {
    const inputs = { environment: "europe", confirm: "europe", to: "steps:1" };
    const { run, asked, told } = await press("migration/rollback-on-runner.yml", inputs);
    expect(run.result).toBe("success");
    expect(asked).toEqual(["rollback / plan: europe-plan", "rollback / rollback: europe"]);
    expect(told).toEqual(["npm ci", "plan as nobody", "npm ci", "rollback as nobody"]);
    expect(givenTo(run, "rollback / rollback", "migration-rollback").inputs).toMatchObject({
      environment: "europe",
      to: "steps:1",
      tool: "knex",
      "database-url": "***",
    });
  });

  /** What the records of a deployment are found by. */
  it.each([
    ["migration/deploy.yml", "migration/rollback.yml"],
    ["deploy/ecs.yml", "migration/rollback-on-runner.yml"],
  ])("has the records of %s in %s", (deployment, button) => {
    for (const [name, { with: inputs }] of Object.entries(jobsOf(button))) {
      const environment = name === "rollback" ? "production" : name;
      const given = jobsOf(deployment)[environment]?.with ?? {};
      const shared = ["tool", "working-directory", "executor", "engine", "container", "subnets", "security-groups"];
      for (const each of shared) expect([each, inputs[each]]).toEqual([each, given[`migration-${each}`]]);
      if (inputs["executor"] !== "ecs") continue;
      expect(inputs).toMatchObject({ environment, cluster: given["cluster"], services: given["services"] });
      expect(given["migration-prepare"]).toContain(` ${inputs["task-definition"] ?? ""} `);
    }
  });

  it.each(["migration/deploy.yml", "migration/rollback.yml", "deploy/ecs.yml"])(
    "has environments that differ in nothing but names: %s",
    (example) => {
      const { test, production } = jobsOf(example);
      const { needs: _, ...rest } = production ?? { with: {} };
      expect(JSON.parse(named(JSON.stringify(rest)))).toEqual(test);
    },
  );
});

describe("check.yml", () => {
  const payload = {
    action: "opened",
    number: 7,
    pull_request: {
      number: 7,
      head: { ref: "topic", repo: { full_name: "octo-org/infrastructure" } },
      base: { ref: "main", repo: { full_name: "octo-org/infrastructure" } },
    },
  };

  it("checks each pull request, but for the database's container, which this executor cannot start", async () => {
    const workflow = parse(read("migration/check.yml")) as { jobs: { check: Record<string, unknown> } };
    delete workflow.jobs.check["services"];
    const ends = { check: { result: "reversible" } };
    const { run, told } = await call(stringify(workflow), { name: "pull_request", payload }, ends);
    expect(endings(run)).toEqual({ check: "success" });
    expect(told).toEqual(["npm ci", "check as nobody"]);
    expect(run.jobs.get("check")?.permissions).toEqual({ contents: "read", "pull-requests": "write" });
    const [step] = run.jobs.get("check")?.steps.filter(({ uses }) => uses?.includes("migration-check")) ?? [];
    expect(step?.conclusion).toBe("success");
    expect(step?.log).not.toContain("Unexpected input");
  });

  it("has the address of the container that it starts", () => {
    const { jobs } = parse(read("migration/check.yml")) as {
      jobs: { check: { services: Record<string, { env: Record<string, string>; ports: string[] }>; steps: object[] } };
    };
    const { postgres } = jobs.check.services;
    const [outside] = postgres?.ports[0]?.split(":") ?? [];
    expect(jobs.check.steps.at(-1)).toMatchObject({
      with: {
        "database-url": `postgresql://postgres:${postgres?.env["POSTGRES_PASSWORD"] ?? ""}@localhost:${outside ?? ""}/postgres`,
      },
    });
  });
});
