import { describe, expect, test } from "@jest/globals";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import type { ToolSettings } from "../adapter.ts";
import { filesOf, openBench, settingsFor } from "./javascript-fixture.ts";
import { describeLife, describeTool, onOneDatabase, pathIn } from "./javascript-scenarios-fixture.ts";
import { sequelize } from "./sequelize.ts";

const ADDRESS = "postgresql://app:s3cret@127.0.0.1:5432/app";
const plain = `module.exports = {
  async up(q) { await q.sequelize.query("create table a (id int)"); },
  async down(q) { await q.sequelize.query("drop table a"); },
};
`;

describe("what a project of Sequelize says", () => {
  const complete = async (
    texts: Readonly<Record<string, string>>,
    more: Partial<ToolSettings> = {},
  ): Promise<ToolSettings | undefined> => sequelize.complete?.(filesOf(texts), settingsFor(ADDRESS, more));
  const rc =
    "const path = require('path');\nmodule.exports = {\n  'config': path.resolve('db', 'config.json'),\n  'migrations-path': path.resolve('db', 'migrations')\n};";

  test.each([
    [{}, { isConfigured: false, migrationsDirectory: "", migrationsTable: "", toolCommand: ["sequelize"] }],
    [
      { "config/config.json": '{ "production": { "use_env_variable": "DATABASE_URL" } }' },
      { isConfigured: true, migrationsTable: "" },
    ],
    [{ ".sequelizerc": rc }, { isConfigured: true, migrationsDirectory: "db/migrations" }],
    [
      { ".sequelizerc": rc, "db/config.json": '{ "migrationStorageTableName": "Changes" }' },
      { isConfigured: true, migrationsTable: "Changes" },
    ],
    [
      { "config/config.js": "module.exports = { migrationStorageTableSchema: 'audit' };" },
      { migrationsTable: "audit.SequelizeMeta" },
    ],
    [{ ".sequelizerc": "module.exports = { 'models-path': x };" }, { isConfigured: false }],
    [{ "node_modules/.bin/sequelize": "" }, { toolCommand: ["./node_modules/.bin/sequelize"] }],
  ])("%j", async (texts, wanted) => {
    expect(await complete(texts)).toMatchObject(wanted);
  });

  test.each([
    [{ ".sequelizerc": "module.exports = { 'migrations-path': where() };" }, "migrations-directory"],
    [
      {
        "config/config.json":
          '{ "a": { "migrationStorageTableName": "a" }, "b": { "migrationStorageTableName": "b" } }',
      },
      "migrations-table",
    ],
    [{ "config/config.json": '{ "migrationStorage": "json" }' }, "its storage is json"],
  ])("%j is asked for", async (texts, said) => {
    await expect(complete(texts)).rejects.toMatchObject({
      reason: "invalid-input",
      what: expect.stringContaining(said),
    });
  });

  test("a command of the project's own is taken as it is", async () => {
    const toolCommand = ["sequelize", "--config=x.js", "--migrations-path=m"];
    const settings = await complete({}, { toolCommand, migrationsDirectory: "m" });
    expect(settings).toMatchObject({ isConfigured: true });
    if (settings === undefined) throw new Error("it completes");
    const migration = { id: "1.js", title: "1.js", digest: "", down: "real" as const };
    const { command } = sequelize.up([migration], { settings, migrations: [migration], applied: [] });
    expect(command).toEqual({
      argv: [...toolCommand, "db:migrate", "--to=1.js"],
      environment: { DATABASE_URL: ADDRESS },
    });
  });

  test.each([
    [
      "postgres://u:p%40@h:1/d?sslmode=verify-full",
      { dialect: "postgres", password: "p@", dialectOptions: { ssl: { require: true, rejectUnauthorized: true } } },
    ],
    [
      "mysql://u:p@h:1/d?ssl-mode=REQUIRED",
      {
        dialect: "mysql",
        host: "h",
        port: 1,
        username: "u",
        database: "d",
        dialectOptions: { ssl: { require: true, rejectUnauthorized: false } },
      },
    ],
    ["sqlite:x/y.db", { dialect: "sqlite", storage: "x/y.db" }],
  ])("%s: a project without a configuration gets one, and nobody sees it", (address, wanted) => {
    const settings = settingsFor(address, { isConfigured: false });
    const migration = { id: "1.js", title: "1.js", digest: "", down: "real" as const };
    const { command } = sequelize.up([migration], { settings, migrations: [migration], applied: [] });
    expect(command.argv).toEqual(["sequelize", "db:migrate", "--to=1.js", "--config={scratch}/config.json"]);
    const file = command.scratch?.["config.json"];
    expect(JSON.parse(file !== undefined && "text" in file ? file.text : "")).toMatchObject(wanted);
  });
});

describe("the files of Sequelize", () => {
  test("are those of its pattern; a name that another begins with is not reverted", async () => {
    const texts = Object.fromEntries(
      ["2-b.js", "1-a.ts", "1-a.d.ts", "3-c.mjs", "2-b.js.cjs"].map((name) => [`migrations/${name}`, plain]),
    );
    const settings = settingsFor(ADDRESS);
    const migrations = (await sequelize.list(filesOf(texts), settings)) ?? [];
    expect(migrations.map(({ id }) => id)).toEqual(["1-a.ts", "2-b.js", "2-b.js.cjs"]);
    const downs = migrations.map((target) => sequelize.down(target, { settings, migrations, applied: [] })?.reverts);
    expect(downs).toEqual(["1-a.ts", undefined, "2-b.js.cjs"]);
  });
});

describeTool("sequelize", "Sequelize itself", () => {
  for (const engine of ["postgresql", "mysql"] as const) {
    onOneDatabase(engine, (createDatabase) => {
      test("without a configuration, with names that a shell would take apart", async () => {
        const odd = '20260102-it\'s "a" `b` ü $(HOME).js';
        await using bench = await openBench("sequelize", await createDatabase(), {
          migrations: [],
          prepare(project) {
            rmSync(pathIn(project, "config"), { recursive: true });
            writeFileSync(pathIn(project, "migrations", odd), plain);
            writeFileSync(pathIn(project, "migrations/20260103-x.js"), plain.replaceAll("table a", "table b"));
          },
        });
        for (const applied of [[odd], [odd, "20260103-x.js"]]) {
          const { exitCode, output } = await bench.up();
          expect([exitCode, exitCode === 0 ? "" : output]).toEqual([0, ""]);
          expect(await bench.applied()).toEqual(applied);
        }
        expect((await bench.down(odd))?.exitCode).toBe(0);
        expect(await bench.applied()).toEqual(["20260103-x.js"]);
        expect(await bench.tables()).toEqual(["b"]);
      });
    });
  }

  onOneDatabase("sqlite", (createDatabase) => {
    test("with another table and directory, and a migration without a way back", async () => {
      await using bench = await openBench("sequelize", await createDatabase(), {
        migrations: [],
        prepare(project) {
          mkdirSync(pathIn(project, "db"));
          writeFileSync(pathIn(project, "db/1-a.js"), plain.replace(/ {2}async down.*\n/, ""));
          writeFileSync(
            pathIn(project, ".sequelizerc"),
            "module.exports = { 'config': 'x.js', 'migrations-path': 'db' };\n",
          );
          const more = "{ ...require('./config/config.js'), migrationStorageTableName: 'changes' }";
          writeFileSync(pathIn(project, "x.js"), `module.exports = ${more};\n`);
        },
      });
      expect(bench.settings).toMatchObject({ migrationsDirectory: "db", migrationsTable: "changes" });
      expect((await bench.list()).map(({ id, down }) => [id, down])).toEqual([["1-a.js", "none"]]);
      expect((await bench.up()).exitCode).toBe(0);
      expect(await bench.applied()).toEqual(["1-a.js"]);
      expect(await bench.tables()).toEqual(["a"]);
      const ended = await bench.down("1-a.js");
      expect([ended?.exitCode, ended?.output]).toEqual([
        1,
        expect.stringContaining("Could not find migration method: down"),
      ]);
      expect(await bench.applied()).toEqual(["1-a.js"]);
    });
  });
});

describeLife("sequelize", {
  engines: ["postgresql", "mysql", "sqlite"],
  isInOrder: false,
  steps: "one",
  late: "applies",
  withUnknown: "reverts",
  halfOn: ["postgresql", "mysql", "sqlite"],
});
