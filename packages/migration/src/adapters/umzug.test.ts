import { describe, expect, test } from "@jest/globals";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { filesOf, openBench, settingsFor } from "./javascript-fixture.ts";
import { describeLife, describeTool, onOneDatabase, pathIn } from "./javascript-scenarios-fixture.ts";
import { umzug } from "./umzug.ts";

const settings = settingsFor("postgresql://app:s3cret@127.0.0.1:5432/app", { toolCommand: ["node", "migrate.js"] });
const plain = 'exports.up = async ({ context }) => { await context.query("create table a (id int)"); };\n';

describe("the files of Umzug", () => {
  test("are scripts, and SQL with a directory of its own for the way back", async () => {
    const files = filesOf({
      "migrations/2.b.ts": `${plain}exports.down = async ({ context }) => { await context.query("drop table a"); };`,
      "migrations/1.a.js": plain,
      "migrations/3.c.sql": "create table c (id int);",
      "migrations/4.d.sql": "create table d (id int);",
      "migrations/5.e.sql": "create table e (id int);",
      "migrations/down/3.c.sql": "drop table c;",
      "migrations/down/4.d.sql": "-- raise 'not implemented'",
      "migrations/readme.md": "",
      "migrations/2.b.d.ts": "",
    });
    const listed = await umzug.list(files, settings);
    expect(listed?.map(({ id, down, downSql }) => [id, down, downSql])).toEqual([
      ["1.a.js", "none", undefined],
      ["2.b.ts", "real", undefined],
      ["3.c.sql", "real", "drop table c;"],
      ["4.d.sql", "empty", "-- raise 'not implemented'"],
      ["5.e.sql", "unknown", undefined],
    ]);
    expect(new Set(listed?.map(({ digest }) => digest)).size).toBe(5);
  });

  test.each([
    [{ toolCommand: [] }, "tool-command"],
    [{ migrationsDirectory: "elsewhere" }, '"elsewhere" (it has no files)'],
  ])("%j is refused", async (more, said) => {
    const refused = umzug.list(filesOf({ "migrations/1.js": plain }), { ...settings, ...more });
    await expect(refused).rejects.toMatchObject({ reason: "invalid-input", what: expect.stringContaining(said) });
  });
});

describeTool("umzug", "Umzug itself", () => {
  onOneDatabase("sqlite", (createDatabase) => {
    test("with another table and directory, odd names, and a way back that is missing: it says that it went", async () => {
      const odd = '1 it\'s "a" ü $(HOME).js';
      await using bench = await openBench("umzug", await createDatabase(), {
        migrations: [],
        inputs: { migrationsDirectory: "db", migrationsTable: "changes" },
        prepare(project) {
          mkdirSync(pathIn(project, "db"));
          writeFileSync(pathIn(project, "db", odd), plain);
          const script = pathIn(project, "migrate.js");
          const text = readFileSync(script, "utf8").replace("migrations/*.js", "db/*.js");
          writeFileSync(
            script,
            text.replace("SequelizeStorage({ sequelize", 'SequelizeStorage({ tableName: "changes", sequelize'),
          );
        },
      });
      expect((await bench.list()).map(({ id, down }) => [id, down])).toEqual([[odd, "none"]]);
      expect((await bench.up()).exitCode).toBe(0);
      expect(await bench.applied()).toEqual([odd]);
      expect((await bench.down(odd))?.exitCode).toBe(0);
      expect(await bench.applied()).toEqual([]);
      expect(await bench.tables()).toEqual(["a"]);
    });
  });
});

describeLife("umzug", {
  engines: ["postgresql", "mysql", "sqlite"],
  isInOrder: false,
  steps: "one",
  late: "applies",
  withUnknown: "reverts",
  halfOn: ["postgresql", "mysql", "sqlite"],
});
