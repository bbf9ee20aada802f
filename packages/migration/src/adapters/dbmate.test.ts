import { describe, expect, test } from "@jest/globals";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dbmate } from "./dbmate.ts";
import { filesOf, openBench, settingsFor } from "./javascript-fixture.ts";
import { describeLife, describeTool, onOneDatabase, pathIn } from "./javascript-scenarios-fixture.ts";

const ADDRESS = "postgresql://app:s3cret@127.0.0.1:5432/app";
const plain = "-- migrate:up\ncreate table a (id int);\n-- migrate:down\ndrop table a;\n";

describe("the files of dbmate", () => {
  test.each([
    [plain, { down: "real", downSql: "drop table a;" }],
    [plain.replaceAll("\n", "\r\n"), { down: "real", downSql: "drop table a;" }],
    [
      "--migrate:up transaction:false\ncreate index\n--   migrate:down transaction:false\ndrop index",
      { down: "real", outsideTransaction: true },
    ],
    ["-- migrate:up\na;\n-- migrate:down transaction:false\nb;", { down: "real", outsideTransaction: undefined }],
    ["-- migrate:up\na;\n-- migrate:down\n", { down: "empty", downSql: "" }],
    ["-- migrate:up\na;\n-- migrate:down\n-- drop table a;\n/* later;\n */\n\n", { down: "empty" }],
    ["-- migrate:up\na;\n-- migrate:down\nSELECT 1; -- nothing\n", { down: "empty" }],
    ["-- migrate:up\na;\n-- migrate:down\n/*!40101 set names utf8 */;", { down: "real" }],
    ["-- migrate:up\na;\n", { down: "none", downSql: undefined }],
    ["-- migrate:up\na;\n -- migrate:down\nb;", { down: "none" }],
    ["-- migrate:up\na;\n-- migrate:downwards\nb;", { down: "none" }],
    [
      "-- migrate:up\na;\n-- migrate:down\nb;\n-- migrate:up\nc;\n-- migrate:down\nd;",
      { down: "real", downSql: "b;\nd;" },
    ],
  ] as const)("%j", async (text, wanted) => {
    const [migration] = (await dbmate.list(filesOf({ "db/migrations/1_a.sql": text }), settingsFor(ADDRESS))) ?? [];
    expect(migration).toMatchObject({
      id: "1",
      title: "1_a.sql",
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      down: wanted.down,
    });
    for (const [key, value] of Object.entries(wanted)) expect(migration?.[key as "down"]).toBe(value);
  });

  test("come in the order of their names, and what is no migration stays out", async () => {
    const names = ["9_b.sql", "10_a.sql", "2_x.txt", "x_1.sql", "03.sql", "4_sub/5_c.sql", ".hidden.sql"];
    const files = filesOf(Object.fromEntries(names.map((name) => [`sql/${name}`, plain])));
    const listed = await dbmate.list(files, settingsFor(ADDRESS, { migrationsDirectory: "sql" }));
    expect(listed?.map(({ id, title }) => [id, title])).toEqual([
      ["03", "03.sql"],
      ["10", "10_a.sql"],
      ["9", "9_b.sql"],
    ]);
  });

  test.each([
    [{}, {}, "it has no files"],
    [{ "db/migrations/1_a.sql": plain, "db/migrations/1_b.sql": plain }, {}, 'the same version "1"'],
    [{ "db/migrations/1_\u202ea.sql": plain }, {}, "cannot be handed"],
    [{ "db/migrations/1_a.sql": plain }, { toolCommand: ["dbmate", "-d", "x"] }, "migrations-directory"],
    [{ "db/migrations/1_a.sql": plain }, { toolCommand: ["dbmate", "--migrations-table=x"] }, "migrations-table"],
    [{ "db/migrations/1_a.sql": plain }, { toolCommand: ["dbmate", "--url", ADDRESS] }, "database-url"],
  ])("%j with %j is refused", async (texts, more, said) => {
    const refused = dbmate.list(filesOf(texts), settingsFor(ADDRESS, more));
    await expect(refused).rejects.toMatchObject({ reason: "invalid-input", what: expect.stringContaining(said) });
    await expect(refused).rejects.toMatchObject({ what: expect.not.stringContaining("s3cret") });
  });
});

describe("the commands of dbmate", () => {
  const migrations = [1, 2, 3].map((at) => ({ id: `${at}`, title: `${at}_x.sql`, digest: "", down: "real" as const }));
  const [first, second, third] = migrations;

  test.each([
    ["mariadb://app:p%40ss@db/app?tls=true", "mysql://app:p%40ss@db:3306/app?tls=true"],
    ["mysql://app@db/app", "mysql://app@db:3306/app"],
    ["postgres://app@db/app?sslmode=require", "postgres://app@db:5432/app?sslmode=require"],
    ["sqlite:data/my%20app%25.db", "sqlite:data/my%20app%25.db"],
    ["sqlite://data/a.db", "sqlite:data/a.db"],
    ["pgsql://app@db/app", "postgres://app@db:5432/app"],
    ["sqlite3:/var/app.db", "sqlite:/var/app.db"],
  ])("%s is %s for it", (given, spelled) => {
    const settings = settingsFor(given);
    const { command } = dbmate.up(migrations, { settings, migrations, applied: [] });
    expect(command.environment).toEqual({ DATABASE_URL: spelled });
    expect(command.argv).toEqual(["dbmate", "--no-dump-schema", "--migrations-dir", "{scratch}/migrations", "migrate"]);
    expect(command.scratch).toEqual({ "migrations/1_x.sql": { copyOf: "db/migrations/1_x.sql" } });
  });

  test("in a task it goes all at once, and back only by what it would revert itself", () => {
    const settings = settingsFor(ADDRESS, { isRemote: true, migrationsTable: "m", toolCommand: ["/dbmate"] });
    const situation = { settings, migrations, applied: ["1", "3", "4"] };
    if (first === undefined || second === undefined || third === undefined) throw new Error("three are there");
    expect(dbmate.up([second], situation)).toEqual({
      command: { argv: ["/dbmate", "--no-dump-schema", "--migrations-table", "m", "migrate"], environment: {} },
      applies: ["2"],
    });
    expect(dbmate.down(first, situation)).toBeUndefined();
    expect(dbmate.down(third, situation)?.command).toEqual({
      argv: ["/dbmate", "--no-dump-schema", "--migrations-table", "m", "rollback"],
      environment: {},
    });
  });
});

describeTool("dbmate", "dbmate itself", () => {
  onOneDatabase("sqlite", (createDatabase) => {
    test("with another table, another directory and names that a shell would take apart", async () => {
      const inputs = { migrationsTable: "Applied Ones".replace(" ", "_"), migrationsDirectory: "sql files/$(x)" };
      const prepare = (project: Parameters<typeof pathIn>[0]): void => {
        mkdirSync(pathIn(project, "sql files/$(x)"), { recursive: true });
        writeFileSync(pathIn(project, "sql files/$(x)", '1_it\'s "a" `b` ü $HOME.sql'), plain);
        writeFileSync(pathIn(project, "sql files/$(x)", "02*.sql"), plain.replaceAll("table a", "table b"));
      };
      await using bench = await openBench("dbmate", await createDatabase(), { migrations: [], inputs, prepare });
      for (const applied of [["02"], ["02", "1"]]) {
        expect((await bench.up()).exitCode).toBe(0);
        expect(await bench.applied()).toEqual(applied);
      }
      expect((await bench.down("02"))?.exitCode).toBe(0);
      expect(await bench.applied()).toEqual(["1"]);
      expect(await bench.tables()).toEqual(["a"]);
    });

    test("a strict project still hears that a migration comes too late", async () => {
      const prepare = (project: Parameters<typeof pathIn>[0]): void => {
        for (const at of ["2", "3"])
          writeFileSync(pathIn(project, "db/migrations", `${at}.sql`), plain.replaceAll("table a", `table a${at}`));
        writeFileSync(pathIn(project, ".env"), "DBMATE_STRICT=true\n");
      };
      await using bench = await openBench("dbmate", await createDatabase(), { migrations: [], prepare });
      expect((await bench.up()).exitCode).toBe(0);
      writeFileSync(pathIn(bench.project, "db/migrations/1.sql"), plain);
      const late = await bench.up();
      expect([late.exitCode, late.output]).toEqual([2, expect.stringContaining("out of order")]);
      rmSync(pathIn(bench.project, "db/migrations/1.sql"));
      expect((await bench.up()).exitCode).toBe(0);
      expect(await bench.applied()).toEqual(["2", "3"]);
    });

    test("no block for the way back: it does not apply it at all", async () => {
      const prepare = (project: Parameters<typeof pathIn>[0]): void =>
        writeFileSync(pathIn(project, "db/migrations/1.sql"), "-- migrate:up\ncreate table a (id int);\n");
      await using bench = await openBench("dbmate", await createDatabase(), { migrations: [], prepare });
      expect((await bench.list()).map(({ down }) => down)).toEqual(["none"]);
      expect((await bench.up()).exitCode).toBe(2);
      expect(await bench.tables()).toEqual([]);
    });
  });
});

describeLife("dbmate", {
  engines: ["postgresql", "mysql", "sqlite"],
  isInOrder: false,
  steps: "one",
  late: "applies",
  withUnknown: "reverts",
  halfOn: ["mysql"],
});
