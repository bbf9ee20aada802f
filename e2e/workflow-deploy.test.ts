/**
 * deploy.yml, run as GitHub runs it: what follows what, what must not start, and what each job may do. Its bash scripts are
 * real; migration-run and deploy-wait are stand-ins with the real inputs, but for the tests at the end.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";
import { startAws, until, workspace } from "@handrail/testkit";
import type { AwsServer } from "@handrail/testkit";
import * as ecs from "./deploy-wait-replay-ecs.ts";
import { clear, deploy, deployRole, good, open, pinned, start, waitRole } from "./workflow-deploy-stage.ts";
import type { Ran } from "./workflow-deploy-stage.ts";
import { endings, handrail, stepsOf } from "./workflow-stage.ts";
import type { RunOptions } from "./workflow-stage.ts";
import { givenTo } from "./workflow-stand-in.ts";

const servers: AwsServer[] = [];

afterEach(async () => {
  await clear();
  for (const server of servers.splice(0)) await server.close();
});

const all = { migrate: "success", deploy: "success", wait: "success", bake: "success" };

describe("the order", () => {
  it("is migrate, deploy, wait, bake, and the environment is asked before what changes", async () => {
    const { run, asked, told } = await deploy({ ...good, bake: { result: "success", reason: "no alarm" } });
    expect(endings(run)).toEqual(all);
    expect(told).toEqual([`migrate as fake-secret-of-${deployRole}`, "deploy", "wait", "bake"]);
    expect(asked).toEqual(["migrate: production", "deploy: production"]);
    expect(run.outputs).toEqual({
      result: "success",
      reason: "no alarm",
      "deployment-id": pinned,
      "migration-result": "applied",
      "migration-record-id": "4711",
    });
    expect(run.roles.map(({ job, role }) => [job, role])).toEqual([
      ["migrate", deployRole],
      ["deploy", deployRole],
      ["wait", waitRole],
      ["bake", waitRole],
    ]);
  });

  it("hands on what was started and when", async () => {
    const before = Math.floor(Date.now() / 1000) * 1000;
    const { run } = await deploy(good);
    const wait = givenTo(run, "wait", "deploy-wait").inputs;
    expect(wait).toMatchObject({
      target: "ecs",
      "service-deployment": pinned,
      "image-digest": ecs.digest(2),
      tasks: "",
      "queue-item": "",
      environment: "production",
    });
    const startedAt = Date.parse(wait["started-at"] ?? "");
    expect(startedAt).toBeGreaterThanOrEqual(before);
    expect(startedAt).toBeLessThanOrEqual(Date.now());
    expect(givenTo(run, "bake", "deploy-wait").inputs).toMatchObject({
      target: "command",
      command: "true",
      bake: "10m",
      alarms: "app-5xx",
      environment: "",
      "started-at": wait["started-at"],
    });
  });

  it("goes on without a migration, to its very end", async () => {
    const { run, told } = await deploy({ ...good, bake: { result: "success" } }, { "migration-tool": "" });
    expect(endings(run)).toEqual({ ...all, migrate: "skipped" });
    expect(told).toEqual(["deploy", "wait", "bake"]);
    expect(run).toMatchObject({ result: "success", outputs: { "migration-result": "", "migration-record-id": "" } });
  });

  it("goes on when there was nothing to migrate", async () => {
    const { run, told } = await deploy({ ...good, migrate: { result: "nothing-to-do" } });
    expect(endings(run)).toEqual(all);
    expect(told).toContain("deploy");
    expect(run.outputs).toMatchObject({ "migration-result": "nothing-to-do" });
  });

  it("ends with the wait when nothing is watched afterwards", async () => {
    const { run } = await deploy(good, { bake: "", alarms: "" });
    expect(endings(run)).toEqual({ ...all, bake: "skipped" });
    expect(run).toMatchObject({ result: "success", outputs: { result: "success", reason: "service app succeeded" } });
  });

  it("deploys one at a time, and all of them have their turn", async () => {
    const { run } = await deploy(good);
    expect(run.concurrency).toMatchObject({ cancelInProgress: false, queue: "max" });
    expect(run.concurrency?.group).toContain("octo-org/infrastructure production ecs prod app");
  });

  it("runs what prepares in every job that needs it, and what prepares the migration only there", async () => {
    const note = (what: string): string => `echo "${what} $GITHUB_JOB" >> "$TOLD"`;
    const inputs = { prepare: note("prepare"), "migration-prepare": note("install"), bake: "" };
    const { told } = await deploy(good, inputs);
    expect(told.filter((line) => /^(?:prepare|install|migrate)/.test(line))).toEqual([
      "prepare migrate",
      "install migrate",
      `migrate as fake-secret-of-${deployRole}`,
      "prepare deploy",
      "prepare wait",
    ]);
  });
});

describe("what must not start", () => {
  it.each(["partial", "failed", "refused", "timeout", "cancelled"])(
    "a deployment after a migration that is %s",
    async (result) => {
      const { run, told } = await deploy({ ...good, migrate: { result, "record-id": "4711", isFailed: true } });
      expect(endings(run)).toEqual({ migrate: "failure", deploy: "skipped", wait: "skipped", bake: "skipped" });
      expect(told).toEqual([`migrate as fake-secret-of-${deployRole}`]);
      expect(run).toMatchObject({
        result: "failure",
        outputs: { result: "", "migration-result": result, "migration-record-id": "4711" },
      });
    },
  );

  it("a migration whose preparation failed", async () => {
    const { run, told } = await deploy(good, { "migration-prepare": "echo 1 | cat; false | cat; echo never" });
    expect(endings(run)).toEqual({ migrate: "failure", deploy: "skipped", wait: "skipped", bake: "skipped" });
    expect(told).toEqual([]);
    expect(run).toMatchObject({ result: "failure", outputs: { "migration-result": "" } });
  });

  it("a wait after a start that failed", async () => {
    const { run, told } = await deploy(good, { deploy: "id=$(aws ecs no-such-command); echo never" });
    expect(endings(run)).toEqual({ migrate: "success", deploy: "failure", wait: "skipped", bake: "skipped" });
    expect(told).not.toContain("wait");
  });

  it("a bake after a deployment that failed", async () => {
    const ends = { wait: { result: "rolled-back", reason: "service app was rolled back", isFailed: true } };
    const { run } = await deploy(ends);
    expect(endings(run)).toEqual({ ...all, wait: "failure", bake: "skipped" });
    expect(run).toMatchObject({
      result: "failure",
      outputs: { result: "rolled-back", reason: "service app was rolled back" },
    });
  });

  it("a bake of nothing", async () => {
    const { run } = await deploy({ ...good, wait: { result: "noop" } });
    expect(endings(run)).toEqual({ ...all, bake: "skipped" });
    expect(run).toMatchObject({ result: "success", outputs: { result: "noop" } });
  });

  it("anything that the environment's reviewers reject", async () => {
    const { run, told } = await deploy(good, {}, { isRejected: true });
    expect(endings(run)).toEqual({ migrate: "failure", deploy: "skipped", wait: "skipped", bake: "skipped" });
    expect(told).toEqual([]);
  });

  it.each([
    ["migrate", {}, { migrate: "cancelled", deploy: expect.stringMatching(/cancelled|skipped/) }],
    [
      "the preparation of a migration",
      { "migration-prepare": 'touch "$RUNNING"; while true; do sleep 0.05; done' },
      { migrate: "cancelled" },
    ],
    ["deploy", { deploy: 'touch "$RUNNING"; while true; do sleep 0.05; done' }, { deploy: "cancelled" }],
  ])("anything after a cancel in %s", async (where, inputs, expected) => {
    const folder = workspace({}, { git: false, name: "flag" });
    const flag = folder.resolve("running");
    const cancel = until(() => existsSync(flag), { what: "the job" });
    const ends = where === "migrate" ? { ...good, migrate: { result: "cancelled", waits: flag } } : good;
    const { run, told } = await deploy(ends, inputs, { cancel, machine: { RUNNING: flag } });
    folder.cleanup();
    if (where !== "deploy") expect(told).not.toContain("deploy");
    expect(endings(run)).toMatchObject({ ...expected, bake: expect.stringMatching(/cancelled|skipped/) });
    expect(told).not.toContain("wait");
    expect(told).not.toContain("bake");
  });

  it("a bake after a cancelled wait", async () => {
    const folder = workspace({}, { git: false, name: "flag" });
    const flag = folder.resolve("waits");
    const cancel = until(() => existsSync(flag), { what: "the wait" });
    const { run, told } = await deploy({ ...good, wait: { result: "success", waits: flag } }, {}, { cancel });
    folder.cleanup();
    expect(endings(run)).toMatchObject({ migrate: "success", deploy: "success", wait: "cancelled" });
    expect(told).not.toContain("bake");
  });
});

describe("what a job may do", () => {
  it("is exactly this", async () => {
    const { run } = await deploy(good);
    const permissions = Object.fromEntries([...run.jobs].map(([name, job]) => [name, job.permissions]));
    expect(permissions).toEqual({
      migrate: { contents: "read", actions: "read", deployments: "write", "id-token": "write" },
      deploy: { contents: "read", "id-token": "write" },
      wait: { contents: "read", actions: "read", deployments: "write", "id-token": "write" },
      bake: { contents: "read", "id-token": "write" },
    });
  });

  it("needs no role, and gets no secret that is not its own", async () => {
    const tell = 'echo "$GITHUB_JOB: ${DATABASE_URL-} ${JENKINS_TOKEN-}" >> "$TOLD"';
    const inputs = { "role-to-assume": "", "wait-role-to-assume": "", "aws-region": "" };
    const scripts = { prepare: tell, "migration-prepare": tell, deploy: tell };
    const { run, told } = await deploy(good, { ...inputs, ...scripts });
    expect(endings(run)).toEqual(all);
    expect(told).toEqual([
      "migrate:  ",
      "migrate:  ",
      "migrate as nobody",
      "deploy:  ",
      "deploy:  canary-jenkins-token",
      "wait:  ",
      "wait",
      "bake",
    ]);
    expect(run.roles).toEqual([]);
    const migration = givenTo(run, "migrate", "migration-run");
    expect(migration).toMatchObject({ aws: false, inputs: { "database-url": "***" } });
    for (const [job, step] of [
      ["migrate", "migration-run"],
      ["wait", "deploy-wait"],
      ["bake", "deploy-wait"],
    ] as const) {
      const given = givenTo(run, job, step);
      if (job !== "migrate") expect(given).toMatchObject({ aws: false, inputs: { "jenkins-token": "" } });
      if (job !== "migrate") expect(given.inputs).not.toHaveProperty("database-url");
      expect(given).not.toHaveProperty("database");
      expect(given).not.toHaveProperty("jenkins");
    }
    for (const job of run.jobs.values()) expect(job.log).not.toMatch(/canary-(?:database|jenkins)/);
  });

  it("tells the worse of wait and bake", async () => {
    const bake = { result: "alarm", reason: "alarm app-5xx went off", isFailed: true };
    const { run } = await deploy({ ...good, bake });
    expect(run).toMatchObject({
      result: "failure",
      outputs: { result: "alarm", reason: "alarm app-5xx went off", "deployment-id": pinned },
    });
    expect(stepsOf(run, "bake")).toMatchObject({ "deploy-wait": "failure" });
  });
});

describe("examples/deploy", () => {
  const caller = ".github/workflows/caller.yml";

  function call(example: string, more: Partial<RunOptions> = {}): Promise<Ran> {
    const files = { [caller]: readFileSync(join(handrail, "examples/deploy", example), "utf8") };
    const event = { name: "push", payload: { ref: "refs/heads/main" } };
    const secrets = { DATABASE_URL: "canary-database", JENKINS_TOKEN: "canary-jenkins" };
    const given = { file: caller, event, ends: good, secrets, ...more };
    return start(given, { files });
  }

  it("deploys to test, then to production, and the two differ in names only", async () => {
    const { run, asked, told } = await call("ecs.yml");
    expect(run.result).toBe("success");
    expect(endings(run)).toMatchObject({ "test / bake": "success", "production / bake": "success" });
    expect(asked).toEqual([
      "test / migrate: test",
      "test / deploy: test",
      "production / migrate: production",
      "production / deploy: production",
    ]);
    const [test, production] = [told.slice(0, told.length / 2), told.slice(told.length / 2)];
    const named = (text: string): string =>
      text.replaceAll("production", "test").replaceAll(":222222222222:", ":111111111111:");
    expect(production?.map(named)).toEqual(test);
    expect(test.map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
      "npm ci",
      "aws ecr describe-images",
      "migrate as fake-secret-of-arn:aws:iam::111111111111:role/deploy",
      `register ${ecs.digest(2)}`,
      "aws ecs update-service",
      "wait",
      "bake",
    ]);
    for (const job of ["wait", "bake"]) {
      const [first, second] = ["test", "production"].map((name) => givenTo(run, `${name} / ${job}`, "deploy-wait"));
      const { "started-at": _, ...inputs } = JSON.parse(named(JSON.stringify(second?.inputs))) as Record<
        string,
        string
      >;
      expect(first?.inputs).toMatchObject(inputs);
    }
    expect(givenTo(run, "test / migrate", "migration-run").inputs).toMatchObject({
      tool: "knex",
      "database-url": "***",
      "image-digest": ecs.digest(2),
      environment: "test",
    });
    expect(givenTo(run, "test / wait", "deploy-wait").inputs).toMatchObject({
      cluster: "test",
      "service-deployment": pinned,
      "image-digest": ecs.digest(2),
      "on-cancel": "rollback",
    });
  });

  it.each([
    ["deployed", { wait: { result: "failed", isFailed: true } }, { "test / wait": "failure" }],
    ["migrated", { migrate: { result: "partial", isFailed: true } }, { "test / deploy": "skipped" }],
  ])("does not come to production when test was not %s", async (_, ends, expected) => {
    const { run } = await call("ecs.yml", { ends: { ...good, ...ends } } as object);
    expect(endings(run)).toMatchObject({ ...expected, production: "skipped" });
  });

  it("waits for the execution of a pipeline that it started", async () => {
    const { run, told } = await call("codepipeline.yml");
    expect(told[0]).toContain("aws codepipeline start-pipeline-execution --name payments");
    expect(givenTo(run, "production / wait", "deploy-wait").inputs).toMatchObject({
      target: "codepipeline",
      "execution-id": "e2",
      "service-deployment": "",
      "on-superseded": "follow",
    });
  });

  it("waits for the build of Jenkins that it put into the queue", async () => {
    const event = {
      name: "workflow_dispatch",
      payload: { ref: "refs/heads/main", inputs: { version: "v1 & rm -rf" } },
    };
    const { run, told } = await call("jenkins.yml", { event });
    expect(told[0]).toContain("--data-urlencode VERSION=v1 & rm -rf https://jenkins.example.com/");
    expect(givenTo(run, "production / wait", "deploy-wait").inputs).toMatchObject({
      target: "jenkins",
      "queue-item": "494",
      "jenkins-token": "***",
    });
  });
});

describe("with the built action", () => {
  async function real(
    status: "SUCCESSFUL" | "ROLLBACK_SUCCESSFUL",
    inputs: Record<string, string>,
    alarm: "OK" | "ALARM" = "OK",
  ): Promise<Ran> {
    const isGood = status === "SUCCESSFUL";
    const old = { id: 1000, revision: 1, running: 2, state: "COMPLETED" };
    const rollouts = isGood ? [{ id: 2000, revision: 2, running: 2, state: "COMPLETED" }] : [old];
    const answers: Readonly<Record<string, object>> = {
      DescribeServices: ecs.services(rollouts),
      DescribeServiceDeployments: ecs.deployment(status, isGood ? {} : { statusReason: "circuit breaker" }),
      DescribeServiceRevisions: ecs.revisions(),
    };
    let asked = 0;
    const alarms = (at: number): object => {
      asked += 1;
      // It goes off after the first look: one that was on before is not ours.
      const StateValue = asked === 1 ? "OK" : alarm;
      const StateUpdatedTimestamp = new Date(asked === 1 ? at - 3_600_000 : at);
      const told = { StateValue, StateUpdatedTimestamp, StateTransitionedTimestamp: StateUpdatedTimestamp };
      return { MetricAlarms: [{ AlarmName: "app-5xx", ActionsEnabled: true, ...told }] };
    };
    const aws = await startAws(({ operation, at }) => {
      const output = operation === "DescribeAlarms" ? alarms(at) : answers[operation];
      return output === undefined ? undefined : { output: output as Record<string, unknown> };
    });
    servers.push(aws);
    const AWS = { AWS_EC2_METADATA_DISABLED: "true", AWS_CONFIG_FILE: "/dev/null" };
    const machine = { AWS_ENDPOINT_URL: aws.url, ...AWS };
    return deploy({}, { "migration-tool": "", ...inputs }, { isReal: true, machine });
  }

  /** A migration with the built migration-run is in workflow-rollback.test.ts. */
  const unmigrated = { ...all, migrate: "skipped" };

  it("is green when what was started is live, and so is the Deployment", async () => {
    const { run } = await real("SUCCESSFUL", { bake: "", alarms: "" });
    expect(endings(run)).toEqual({ ...unmigrated, bake: "skipped" });
    expect(run.outputs).toMatchObject({ result: "success" });
    const [deployment, ...others] = open.stage?.github.deployments() ?? [];
    expect(others).toEqual([]);
    expect(deployment?.statuses.map(({ state }) => state)).toEqual(["in_progress", "success"]);
    const [step] = run.jobs.get("wait")?.steps.filter(({ name }) => name === "deploy-wait") ?? [];
    expect(step?.log).not.toContain("Unexpected input");
    expect(step?.annotations).toEqual([]);
  });

  it("is red when it was rolled back, although the service is stable", async () => {
    const { run } = await real("ROLLBACK_SUCCESSFUL", {});
    expect(endings(run)).toEqual({ ...unmigrated, wait: "failure", bake: "skipped" });
    expect(run.outputs).toMatchObject({ result: "rolled-back", reason: expect.stringContaining("circuit breaker") });
    expect(open.stage?.github.deployments()[0]?.statuses.at(-1)?.state).toBe("failure");
  });

  it("watches the alarms in a job of its own", async () => {
    const { run } = await real("SUCCESSFUL", { bake: "1s" });
    expect(endings(run)).toEqual(unmigrated);
    expect(run.outputs).toMatchObject({ result: "success", "deployment-id": pinned });
    expect(servers[0]?.calls.map(({ operation }) => operation)).toContain("DescribeAlarms");
    expect(open.stage?.github.deployments()).toHaveLength(1);
  });

  it("is red when an alarm goes off, although the deployment was a success", async () => {
    const { run } = await real("SUCCESSFUL", { bake: "1s" }, "ALARM");
    expect(endings(run)).toEqual({ ...unmigrated, bake: "failure" });
    expect(run.outputs).toMatchObject({ result: "alarm", reason: expect.stringContaining("app-5xx") });
  });

  it("says that there is nothing to bake", async () => {
    const { run } = await real("SUCCESSFUL", { bake: "1s", alarms: "" });
    expect(endings(run)).toEqual({ ...unmigrated, bake: "failure" });
    expect(run.jobs.get("bake")?.log).toContain("there is nothing to watch");
  });
});
