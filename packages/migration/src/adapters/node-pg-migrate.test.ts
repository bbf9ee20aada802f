import { describe, expect, test } from "@jest/globals";
import { writeFileSync } from "node:fs";
import { filesOf, openBench, settingsFor } from "./javascript-fixture.ts";
import { describeLife, describeTool, onOneDatabase, pathIn } from "./javascript-scenarios-fixture.ts";
import { nodePgMigrate } from "./node-pg-migrate.ts";

const settings = settingsFor("postgresql://app:s3cret@127.0.0.1:5432/app");
const up = 'exports.up = (pgm) => { pgm.sql("create table a (id int)"); };\n';

describe("the files of node-pg-migrate", () => {
  test("are all that are not hidden, in the order of their numbers", async () => {
    const names = ["10_a.js", "9_b.sql", "20260102030405678_c.ts", "9_a b.js", ".hidden.js", "9_A.up.sql"];
    const listed = await nodePgMigrate.list(
      filesOf(Object.fromEntries(names.map((name) => [`migrations/${name}`, up]))),
      settings,
    );
    expect(listed?.map(({ id }) => id)).toEqual(["9_a b", "9_A.up", "9_b", "10_a", "20260102030405678_c"]);
  });

  test.each([
    ["1_a.js", `${up}exports.down = (pgm) => { pgm.sql("drop table a"); };`, { down: "real" }],
    ["1_a.js", `${up}exports.down = (pgm) => {};`, { down: "empty" }],
    // It turns the steps of up around, if it can.
    ["1_a.js", up, { down: "unknown" }],
    ["1_a.js", `${up}exports.down = false;`, { down: "none" }],
    ["1_a.js", `${up}exports.down = () => { throw new Error("never"); };`, { down: "none" }],
    [
      "1_a.ts",
      "export async function up(pgm: MigrationBuilder): Promise<void> { pgm.noTransaction(); }",
      { down: "unknown", outsideTransaction: true },
    ],
    ["1_a.sql", "-- Up Migration\na;\n\n-- Down Migration\nb;\n", { down: "real", downSql: "-- Down Migration\nb;" }],
    ["1_a.sql", "a;\n--- down migration ---\n", { down: "empty" }],
    ["1_a.sql", "-- down migration\nb;\n-- up migration\na;", { down: "real", downSql: "-- down migration\nb;" }],
    ["1_a.sql", "create table a (id int);", { down: "none" }],
  ])("%s %j", async (name, text, wanted) => {
    expect(await nodePgMigrate.list(filesOf({ [`migrations/${name}`]: text }), settings)).toEqual([
      expect.objectContaining(wanted),
    ]);
  });

  test.each([
    [["1_a.js", "readme.md"], "no number in front"],
    [["1_a.js", "1_a.sql"], 'the same name "1_a"'],
  ])("%j is refused", async (names, said) => {
    const files = filesOf(Object.fromEntries(names.map((name) => [`migrations/${name}`, up])));
    await expect(nodePgMigrate.list(files, settings)).rejects.toMatchObject({ what: expect.stringContaining(said) });
  });
});

describeTool("node-pg-migrate", "node-pg-migrate itself", () => {
  onOneDatabase("postgresql", (createDatabase) => {
    test("with another table and directory, and names that are numbers, SQL, or odd", async () => {
      const sql = "-- Up Migration\ncreate table %;\n-- Down Migration\ndrop table %;\n";
      await using bench = await openBench("node-pg-migrate", await createDatabase(), {
        migrations: [],
        inputs: { migrationsTable: "audit.Changes", migrationsDirectory: "migrations" },
        prepare(project) {
          const texts = { "001.sql": "a", '002_ü $(x) "q".sql': "b", "003 x.sql": "c", "004_last.sql": "d" };
          for (const [name, table] of Object.entries(texts)) {
            const text = sql.replace("%", `${table} (id int)`).replace("%", table);
            writeFileSync(pathIn(project, "migrations", name), text);
          }
        },
      });
      await bench.query(["create schema audit"]);
      const ids = (await bench.list()).map(({ id }) => id);
      expect(ids).toEqual(["001", '002_ü $(x) "q"', "003 x", "004_last"]);
      for (const count of [1, 2, 3, 4]) {
        expect((await bench.up()).exitCode).toBe(0);
        expect(await bench.applied()).toEqual(ids.slice(0, count));
      }
      // Its command line takes these two for a count, so they go only when they are the last.
      expect(await bench.down("001")).toBeUndefined();
      expect(await bench.down("003 x")).toBeUndefined();
      for (const id of ['002_ü $(x) "q"', "004_last", "003 x", "001"]) expect((await bench.down(id))?.exitCode).toBe(0);
      expect(await bench.applied()).toEqual([]);
      expect(await bench.tables()).toEqual([]);
    });

    test("a down that is switched off is refused, one that is left out is made of up", async () => {
      await using bench = await openBench("node-pg-migrate", await createDatabase(), {
        migrations: [],
        prepare(project) {
          writeFileSync(pathIn(project, "migrations/1_a.js"), `${up}exports.down = false;\n`);
          writeFileSync(
            pathIn(project, "migrations/2_b.js"),
            'exports.up = (pgm) => { pgm.createTable("b", { id: "int" }); };\n',
          );
        },
      });
      expect((await bench.list()).map(({ down }) => down)).toEqual(["none", "unknown"]);
      for (const _ of [1, 2]) expect((await bench.up()).exitCode).toBe(0);
      expect((await bench.down("2_b"))?.exitCode).toBe(0);
      expect((await bench.down("1_a"))?.exitCode).toBe(1);
      expect(await bench.applied()).toEqual(["1_a"]);
      expect(await bench.tables()).toEqual(["a"]);
    });
  });
});

describeLife("node-pg-migrate", {
  engines: ["postgresql"],
  isInOrder: true,
  steps: "one",
  late: "refuses",
  withUnknown: "reverts",
  halfOn: [],
});
