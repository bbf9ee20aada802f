/**
 * The actions with executor ecs, built and in warped time, on a loopback ECS that really runs the commands in the directories that
 * stand for images: deploys from two images, the button after the application went back, and the order of both.
 */
import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, describe, expect, it } from "@jest/globals";
import { runAction, startEcs, startGitHub, toolProjects, warpTime, workspace } from "@handrail/testkit";
import type {
  ActionResult,
  AwsCall,
  AwsReply,
  Ecs,
  EcsTaskDefinition,
  GitHub,
  ScriptedMigration,
} from "@handrail/testkit";

const handrail = join(import.meta.dirname, "..");
const digests = { one: `sha256:${"1".repeat(64)}`, two: `sha256:${"2".repeat(64)}` };

const users: ScriptedMigration = {
  slug: "users",
  up: ["create table users (id integer primary key, name varchar(100))"],
  down: ["drop table users"],
};
const orders: ScriptedMigration = {
  slug: "orders",
  up: ["create table orders (id integer primary key)"],
  down: ["drop table orders"],
};

const endings: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

function folder(name: string): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), `handrail-${name}-`)));
  endings.push(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** An image: the project with these migrations. */
async function makeImage(url: string, migrations: readonly ScriptedMigration[]): Promise<string> {
  const directory = folder("image");
  const project = await toolProjects["knex"]?.({ directory, url });
  await project?.write(migrations);
  return directory;
}

function definition(digest: string, url: string): EcsTaskDefinition {
  const app = {
    name: "app",
    image: `registry.example/app@${digest}`,
    secrets: { DATABASE_URL: url },
    stopTimeout: 0.3,
  };
  return { family: "app", containers: [app] };
}

type Stage = {
  ecs: Ecs;
  github: GitHub;
  file: string;
  checkout(migrations: readonly ScriptedMigration[]): Promise<void>;
};

type Service = { taskDefinition: string };

/** A cluster with both images, a GitHub, and a checkout. */
async function open(service: Service): Promise<Stage & { act: typeof act }> {
  const file = join(folder("data"), "app.db");
  const url = `sqlite:${file}`;
  const images = {
    [digests.one]: await makeImage(url, [users]),
    [digests.two]: await makeImage(url, [users, orders]),
  };
  const others = ({ operation }: AwsCall): AwsReply | undefined => {
    if (operation === "DescribeServices") {
      return {
        output: { services: [{ serviceName: "app", deployments: [{ taskDefinition: service.taskDefinition }] }] },
      };
    }
    return operation === "ListTasks" ? { output: { taskArns: [] } } : undefined;
  };
  const ecs = await startEcs({
    images,
    taskDefinitions: [definition(digests.one, url)],
    environment: { PATH: `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin` },
    holdMs: 150,
    others,
  });
  const github = await startGitHub();
  const repository = workspace({ "README.md": "a project\n" }, { name: "checkout" });
  endings.push(
    () => ecs.close(),
    () => github.close(),
    () => repository.cleanup(),
  );
  const project = await toolProjects["knex"]?.({ directory: repository.path, url });
  let runs = 300;
  const act = async (verb: string, inputs: Readonly<Record<string, string>> = {}): Promise<ActionResult> => {
    const action = join(handrail, "actions", `migration-${verb}`);
    if (!existsSync(`${action}/dist/index.js`))
      throw new Error("There is no bundle to test: run `npm run build` first");
    runs += 1;
    const warp = warpTime({});
    endings.push(() => warp[Symbol.dispose]());
    const own = verb === "rollback" ? { confirm: "test" } : {};
    const result = await runAction({
      action,
      github,
      workspace: repository,
      inputs: {
        tool: "knex",
        engine: "sqlite",
        executor: "ecs",
        cluster: "prod",
        "task-definition": "app",
        environment: "test",
        ...own,
        ...inputs,
      },
      env: ecs.environment,
      context: { runId: String(runs), sha: repository.git("rev-parse", "HEAD") },
      nodeArguments: warp.nodeArguments,
      limitMs: 120_000,
    });
    endings.push(() => result.cleanup());
    return result;
  };
  const checkout = async (migrations: readonly ScriptedMigration[]): Promise<void> => {
    await project?.write(migrations);
    repository.commit("migrations");
  };
  return { ecs, github, file, checkout, act };
}

function tables(file: string): string[] {
  const database = new DatabaseSync(file);
  const rows = database
    .prepare("select name from sqlite_master where type = 'table' and name in ('users', 'orders')")
    .all();
  database.close();
  return rows.map(({ name }) => String(name)).sort();
}

describe("executor ecs", () => {
  it("S23: migrates from the image, and reverts with the image that has the down scripts, though the checkout is back", async () => {
    const service = { taskDefinition: "" };
    const { ecs, github, file, checkout, act } = await open(service);
    await checkout([users]);
    const first = await act("run");
    expect(first).toMatchObject({ exitCode: 0, outputs: { result: "applied", changed: "true" } });
    expect(tables(file)).toEqual(["users"]);
    const two = ecs.register(definition(digests.two, `sqlite:${file}`));
    await checkout([users, orders]);
    const second = await act("run");
    expect(second.outputs).toMatchObject({ result: "applied" });
    expect(tables(file)).toEqual(["orders", "users"]);
    const [, record] = github.deployments();
    expect(record?.payload).toMatchObject({ image: digests.two, taskDefinition: two });
    // The application is back: its definition is the newest, and the checkout has the old migrations only.
    service.taskDefinition = ecs.register(definition(digests.one, `sqlite:${file}`));
    await checkout([users]);
    const back = await act("rollback", { services: "app" });
    expect(back.outputs).toMatchObject({ result: "rolled-back", "failure-reason": "" });
    expect(back.outputs["schema-after"]).toBe(first.outputs["schema-after"]);
    expect(tables(file)).toEqual(["users"]);
    expect(`${back.stdout}${back.summary}`).not.toContain(file);
  }, 240_000);

  it("S49: refuses while the service still runs the new image", async () => {
    const service = { taskDefinition: "" };
    const { ecs, file, checkout, act } = await open(service);
    service.taskDefinition = ecs.register(definition(digests.two, `sqlite:${file}`));
    await checkout([users, orders]);
    expect((await act("run")).outputs).toMatchObject({ result: "applied" });
    const refused = await act("rollback", { services: "app" });
    expect(refused).toMatchObject({ exitCode: 1, outputs: { result: "refused", "failure-reason": "app-first" } });
    expect(refused.annotations[0]?.message).toContain("Roll app back first");
    expect(tables(file)).toEqual(["orders", "users"]);
  }, 240_000);
});
