/**
 * The story of issue 6 as a team lives it: deploy.yml with migrations, then the button of migration-rollback.yml. With the built
 * actions, a real Knex, and SQLite, run as GitHub runs them.
 */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { toolProjects, workspace } from "@handrail/testkit";
import type { ScriptedMigration, ToolProject, Workspace } from "@handrail/testkit";
import { rollbackFile } from "./workflow-rollback-stage.ts";
import { endings, handrail, openWorkflowStage } from "./workflow-stage.ts";
import type { WorkflowRun, WorkflowStage } from "./workflow-stage.ts";

const users: ScriptedMigration = {
  slug: "users",
  up: ["create table users (id integer primary key, name varchar(100))"],
  down: ["drop table users"],
};
const locale: ScriptedMigration = {
  slug: "locale",
  up: ["alter table users add column locale varchar(10)"],
  down: ["alter table users drop column locale"],
};
const orders: ScriptedMigration = {
  slug: "orders",
  up: ["create table orders (id integer primary key)", "insert into orders values (1), (2), (3)"],
  down: ["drop table orders"],
};
const broken: ScriptedMigration = { slug: "broken", up: ["create tabel oops (id integer)"], down: ["drop table oops"] };

let stage: WorkflowStage;
let machine: Workspace;
let project: ToolProject;
let runs = 100;

beforeEach(async () => {
  stage = await openWorkflowStage({});
  machine = workspace({}, { git: false, name: "machine" });
  const make = toolProjects["knex"];
  if (make === undefined) throw new Error("there is no project of knex");
  project = await make({ directory: stage.repository.path, url: `sqlite:${machine.resolve("app.db")}` });
});

afterEach(async () => {
  await stage.clear();
  machine.cleanup();
});

function run(file: string, inputs: Record<string, string>, approve?: () => Promise<boolean>): Promise<WorkflowRun> {
  const { github, repository } = stage;
  const { owner, repo } = github.repository;
  runs += 1;
  return stage.run({
    file,
    event: { name: "workflow_dispatch", payload: { ref: "refs/heads/main" } },
    inputs: { environment: "production", ...inputs },
    secrets: { DATABASE_URL: `sqlite:${machine.resolve("app.db")}` },
    machine: { PATH: process.env["PATH"] ?? "" },
    github: {
      repository: `${owner}/${repo}`,
      apiUrl: github.apiUrl,
      graphqlUrl: github.graphqlUrl,
      serverUrl: github.url,
      sha: repository.git("rev-parse", "HEAD"),
      runId: String(runs),
    },
    ...(approve === undefined
      ? {}
      : { approve: (environment) => (environment === "production" ? approve() : Promise.resolve(true)) }),
  });
}

async function commit(migrations: readonly ScriptedMigration[]): Promise<void> {
  await project.write(migrations);
  stage.repository.commit("migrations");
}

/** Commits the scripts and deploys them: what is deployed is a line in a file. */
async function deploy(migrations: readonly ScriptedMigration[]): Promise<WorkflowRun> {
  await commit(migrations);
  const { tool = "", ...more } = project.inputs;
  const given = Object.entries(more).map(([name, value]) => [`migration-${name}`, value] as const);
  return run(join(handrail, ".github/workflows/deploy.yml"), {
    ...Object.fromEntries(given),
    "migration-tool": tool,
    deploy: `echo deployed >> ${machine.resolve("deployed")}`,
    target: "command",
    command: "true",
  });
}

function press(approve?: () => Promise<boolean>): Promise<WorkflowRun> {
  const inputs = { ...project.inputs, confirm: "production", "plan-environment": "production-plan" };
  return run(rollbackFile, inputs, approve);
}

/** Tables of the users, with their columns. */
function tables(): Record<string, string> {
  const database = new DatabaseSync(machine.resolve("app.db"), { readOnly: true });
  const found = database
    .prepare(
      "select m.name, group_concat(c.name) as columns from sqlite_master m join pragma_table_info(m.name) c" +
        " where m.type = 'table' and m.name not like 'knex%' and m.name not like 'sqlite%' and m.name not like 'handrail%'" +
        " group by m.name",
    )
    .all();
  database.close();
  return Object.fromEntries(found.map(({ name, columns }) => [String(name), String(columns)]));
}

const deployments = (): number => (machine.has("deployed") ? machine.read("deployed").trim().split("\n").length : 0);
const planOf = (ran: WorkflowRun): string =>
  ran.jobs
    .get("plan")
    ?.steps.map(({ summary }) => summary)
    .join("") ?? "";

it("deploys with migrations, shows what the button would do, and goes back", async () => {
  const first = await deploy([users]);
  expect(endings(first)).toMatchObject({ migrate: "success", deploy: "success", wait: "success" });
  expect(first.outputs).toMatchObject({ "migration-result": "applied", result: "success" });
  const before = tables();
  expect(before).toEqual({ users: "id,name" });

  const second = await deploy([users, locale, orders]);
  expect(second.outputs).toMatchObject({ "migration-result": "applied" });
  expect(second.outputs["migration-record-id"]).toMatch(/^\d+$/);
  expect(tables()).toEqual({ users: "id,name,locale", orders: "id" });

  const back = await press();
  expect(endings(back)).toEqual({ plan: "success", rollback: "success" });
  expect(back.outputs).toMatchObject({
    result: "rolled-back",
    "failure-reason": "",
    reverted: JSON.stringify([project.idOf("orders"), project.idOf("locale")]),
  });
  expect(tables()).toEqual(before);
  expect(planOf(back)).toContain("2 migrations to revert");
  expect(planOf(back)).toContain("table orders with 3 rows");
  const records = stage.github.deployments().filter(({ task }) => task === "migration");
  expect(records.map(({ environment }) => environment)).toEqual(["production", "production", "production"]);
  expect(String(records.at(-1)?.id)).toBe(back.outputs["record-id"]);

  const again = await press(() => Promise.reject(new Error("nobody is to be asked")));
  expect(endings(again)).toEqual({ plan: "success", rollback: "skipped" });
  expect(again.outputs).toMatchObject({ result: "nothing-to-do", reverted: "[]" });
  expect(tables()).toEqual(before);
});

it("deploys nothing after a migration that failed, and everything after one that is mended", async () => {
  const bad = await deploy([users, broken]);
  expect(endings(bad)).toMatchObject({ migrate: "failure", deploy: "skipped", wait: "skipped" });
  expect(bad.outputs).toMatchObject({ "migration-result": "partial", result: "" });
  expect(deployments()).toBe(0);
  const good = await deploy([users, locale]);
  expect(good.outputs).toMatchObject({ "migration-result": "applied", result: "success" });
  const nothing = await deploy([users, locale]);
  expect(nothing.outputs).toMatchObject({ "migration-result": "nothing-to-do", result: "success" });
  expect(deployments()).toBe(2);
});

it("reverts nothing that was not shown: a deployment came between plan and approval", async () => {
  await deploy([users]);
  await deploy([users, locale]);
  // On main already, not in the database yet.
  await commit([users, locale, orders]);
  const refused = await press(async () => {
    const meanwhile = await deploy([users, locale, orders]);
    return meanwhile.outputs["migration-result"] === "applied";
  });
  expect(endings(refused)).toEqual({ plan: "success", rollback: "failure" });
  expect(refused.outputs).toMatchObject({ result: "refused", "failure-reason": "plan-changed", reverted: "[]" });
  expect(tables()).toEqual({ users: "id,name,locale", orders: "id" });
  expect((await press()).outputs).toMatchObject({ reverted: JSON.stringify([project.idOf("orders")]) });
});
