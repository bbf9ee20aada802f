/** The migration of deploy.yml, run as GitHub runs it: what migration-run is given, and what is known of the image. */
import { afterEach, describe, expect, it } from "@jest/globals";
import * as ecs from "./deploy-wait-replay-ecs.ts";
import { clear, declaredInputs, deploy, deployRole, good } from "./workflow-deploy-stage.ts";
import { givenTo } from "./workflow-stand-in.ts";

afterEach(clear);

const declared = declaredInputs("migration-run");

describe("migration-run is given", () => {
  /** Of a run that migrates: it changes something, it reverts nothing, and it has the job's own token. */
  const left = new Set(["dry-run", "down-command", "github-token"]);
  /** Inputs of the workflow that do not have the prefix `migration-`. */
  const shared = new Set(["migrations-directory", "migrations-table", "role-to-assume", "environment", "image-digest"]);

  it("every input as it is, but for those that have no sense here", async () => {
    const given: Record<string, string | boolean> = {};
    for (const name of declared.keys()) {
      if (left.has(name) || name === "database-url") continue;
      const text = name === "role-to-assume" ? deployRole : `value of ${name}\nand "more" $(of) it`;
      given[shared.has(name) ? name : `migration-${name}`] = name === "assign-public-ip" ? true : text;
    }
    const { run } = await deploy(good, given);
    const { inputs } = givenTo(run, "migrate", "migration-run");
    for (const [name, value] of Object.entries(given)) {
      expect(inputs).toHaveProperty([name.replace(/^migration-/u, "")], String(value));
    }
    expect(inputs).toMatchObject({ "database-url": "***", "dry-run": "false", "down-command": "" });
    expect(run.jobs.get("migrate")?.log).not.toContain("Unexpected input");
  });

  it("its own defaults where the caller says nothing", async () => {
    const { run } = await deploy(good);
    const { inputs } = givenTo(run, "migrate", "migration-run");
    const said = new Set(["tool", "database-url", "cluster", "environment", "role-to-assume", "github-token"]);
    for (const [name, preset] of declared) if (!said.has(name)) expect([name, inputs[name]]).toEqual([name, preset]);
    expect(inputs).toMatchObject({ tool: "knex", cluster: "prod", environment: "production" });
  });
});

describe("the image that is deployed", () => {
  const tell = 'echo "deploys $IMAGE_DIGEST" >> "$TOLD"';

  it("is known to the record and to the deployment as the preparation found it", async () => {
    const [first, second] = [ecs.digest(1), ecs.digest(2)];
    const found = `echo "saw $IMAGE_DIGEST" >> "$TOLD"
      echo "image-digest=${second}" >> "$GITHUB_OUTPUT"
      echo "task-definition=migrate:7" >> "$GITHUB_OUTPUT"`;
    const inputs = { "image-digest": first, "migration-task-definition": "migrate", "migration-prepare": found };
    const { run, told } = await deploy(good, { ...inputs, deploy: tell });
    expect(givenTo(run, "migrate", "migration-run").inputs).toMatchObject({
      "image-digest": second,
      "task-definition": "migrate:7",
    });
    expect(told).toEqual(expect.arrayContaining([`saw ${first}`, `deploys ${second}`]));
    // What is waited for is for the deploy script to say.
    expect(givenTo(run, "wait", "deploy-wait").inputs).toMatchObject({ "image-digest": "" });
  });

  it.each(["knex", ""])("is the one that the caller named (migration-tool: %j)", async (tool) => {
    const { told } = await deploy(good, { "image-digest": ecs.digest(1), deploy: tell, "migration-tool": tool });
    expect(told).toContain(`deploys ${ecs.digest(1)}`);
  });
});

describe("other migrations and rollbacks", () => {
  const task = { "migration-executor": "ecs" };
  const status = { "migration-status-command": "status" };

  it.each([
    ["the runner", {}, false],
    ["the runner with a status-command", status, false],
    ["a task whose database can be asked", task, false],
    ["a task that can only be asked by its tool", { ...task, ...status }, true],
  ])("are kept away from %s by the workflow, or else by the database itself", async (_, inputs, isShared) => {
    const { run } = await deploy(good, inputs);
    const concurrency = run.jobs.get("migrate")?.concurrency;
    expect(concurrency).toMatchObject({ cancelInProgress: false, queue: "max" });
    const name = "handrail-migration octo-org/infrastructure production knex .";
    expect(concurrency?.group).toBe(`${name} ${isShared ? "all" : "1234567890"}`);
  });
});
