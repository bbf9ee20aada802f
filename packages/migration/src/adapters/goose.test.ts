import { describe, expect, test } from "@jest/globals";
import type { DownKind } from "../migration.ts";
import { firstMissing, foldLog, goose, needsAllowMissing } from "./goose.ts";
import { filesOf, settingsFor } from "./javascript-fixture.ts";
import { migrationOf, noTable, readState, sqliteQuery } from "./tool-rows-fixture.ts";

const ADDRESS = "postgresql://app:s3cret@db:5432/app";
const ids = (text: string): string[] => text.split(" ").filter((id) => id !== "");
const migrations = ids("1 2 3 10").map((id) => migrationOf(id));
const up = "-- +goose Up\ncreate table a (id int);\n";

describe("the files of goose", () => {
  test.each<readonly [DownKind, string, string | undefined, boolean | undefined]>([
    ["real", `${up}-- +goose Down\ndrop table a;\n`, "drop table a;", undefined],
    ["real", `-- +goose NO TRANSACTION\n${up}-- +goose Down\ndrop table a;`, "drop table a;", true],
    [
      "real",
      `${up}-- +goose Down\n-- +goose StatementBegin\ndo $$ begin end $$;\n-- +goose StatementEnd\n`,
      "do $$ begin end $$;",
      undefined,
    ],
    ["real", `--+goose up\na;\n--  +goose  down\nb;`, "b;", undefined],
    ["none", up, undefined, undefined],
    ["none", `${up}  -- +goose Down\ndrop table a;`, undefined, undefined],
    ["empty", `${up}-- +goose Down\n`, "", undefined],
    ["empty", `${up}-- +goose Down\n-- drop table a;\nSELECT 1;\n`, "-- drop table a;\nSELECT 1;", undefined],
  ])("%s: %j", async (down, text, downSql, outside) => {
    for (const written of [text, text.replaceAll("\n", "\r\n")]) {
      const files = filesOf({ "migrations/00001_a.sql": written });
      const [migration] = (await goose.list(files, settingsFor(ADDRESS))) ?? [];
      expect(migration).toMatchObject({ id: "1", title: "00001_a.sql", down });
      expect([migration?.downSql, migration?.outsideTransaction]).toEqual([downSql, outside]);
    }
  });

  test.each<readonly [DownKind, string]>([
    ["unknown", "func init() {\n\tgoose.AddMigrationContext(Up1, Down1)\n}"],
    ["none", "func init() { goose.AddMigrationContext(Up1, nil) }"],
    ["unknown", "package migrations"],
  ])("Go, %s: %j", async (down, text) => {
    const files = filesOf({ "migrations/1_a.go": text, "migrations/1_a_test.go": "", "migrations/main.go": "" });
    expect(await goose.list(files, settingsFor(ADDRESS))).toMatchObject([{ id: "1", down }]);
  });

  test("are found where they are, and ordered as numbers", async () => {
    const files = filesOf({
      "sql/migrations/10_b.sql": up,
      "sql/migrations/0002_a.sql": up,
      "sql/migrations/seed.sql": up,
    });
    const settings = (await goose.complete?.(files, settingsFor(ADDRESS))) ?? settingsFor(ADDRESS);
    expect(settings.migrationsDirectory).toBe("sql/migrations");
    expect((await goose.list(files, settings))?.map(({ id }) => id)).toEqual(["2", "10"]);
  });

  test.each([
    [{}, "it has no files"],
    [{ "migrations/1_a.sql": up, "migrations/01_b.sql": up }, 'the same version "1"'],
  ])("%j is refused", async (texts, said) => {
    await expect(goose.list(filesOf(texts), settingsFor(ADDRESS))).rejects.toMatchObject({
      reason: "invalid-input",
      what: expect.stringContaining(said),
    });
  });
});

describe("the log of goose", () => {
  const row = (text: string): { version_id: string; is_applied: boolean } => ({
    version_id: text.slice(1),
    is_applied: text.startsWith("+"),
  });
  test.each([
    ["+0", ""],
    ["+0 +1 +2", "1 2"],
    ["+0 +1 +2 -2", "1"],
    ["+0 +1 +3 +2", "1 3 2"],
    ["+0 +1 +2 -2 -1 +1", "1"],
    ["+0 +1 +2 -1 +1", "2 1"],
    ["+0 +1 +3 +2 +3", "1 2 3"],
    ["", ""],
  ])("%j: %j", (rows, wanted) => {
    expect(foldLog(ids(rows).map(row))).toEqual(ids(wanted));
  });

  test("is read in the order of its ids", async () => {
    const query = sqliteQuery(
      "create table goose_db_version (id integer primary key autoincrement, version_id integer not null, is_applied integer not null, tstamp timestamp default (datetime('now')))",
      "insert into goose_db_version (id, version_id, is_applied) values (1, 0, 1), (4, 2, 0), (3, 2, 1), (2, 20260101000000, 1), (5, 7, 1)",
    );
    expect(await readState(goose, settingsFor("sqlite:app.db"), query)).toEqual({
      applied: [{ id: "20260101000000" }, { id: "7" }],
      isInOrder: true,
    });
    expect((await readState(goose, settingsFor(ADDRESS), noTable)).applied).toEqual([]);
  });
});

describe("what goose would do", () => {
  test.each([
    ["1", "", false],
    ["3", "1 2", false],
    ["10", "1 2 3", false],
    ["2", "1 3", true],
    // The last that was applied is not the highest: 3.5.3 would go up from it, and apply 3 again.
    ["10", "1 3 2", true],
    ["11", "9", false],
  ])("%s after %j needs -allow-missing: %j", (id, applied, needs) => {
    expect(needsAllowMissing(id, ids(applied))).toBe(needs);
  });

  test.each([
    ["", "1"],
    ["1 3", "2"],
    ["1 2 3 10", undefined],
    ["9", "1"],
  ])("after %j the lowest that is missing is %j", (applied, first) => {
    expect(firstMissing({ migrations, applied: ids(applied) })).toBe(first);
  });
});

describe("the commands of goose", () => {
  const environment = {
    DATABASE_URL: ADDRESS,
    GOOSE_DRIVER: "postgres",
    GOOSE_DBSTRING: "postgres://app:s3cret@db:5432/app",
  };

  test("show it one file", () => {
    const settings = settingsFor(ADDRESS, { migrationsDirectory: "db/m", migrationsTable: "v" });
    const situation = { settings, migrations, applied: ["1", "3"] };
    const scratch = { "migrations/2_x.sql": { copyOf: "db/m/2_x.sql" } };
    expect(goose.up([migrationOf("2"), migrationOf("10")], situation)).toEqual({
      command: {
        argv: ["goose", "-dir", "{scratch}/migrations", "-table", "v", "-allow-missing", "up"],
        environment,
        scratch,
      },
      applies: ["2"],
    });
    expect(goose.down(migrationOf("3"), situation)).toEqual({
      command: {
        argv: ["goose", "-dir", "{scratch}/migrations", "-table", "v", "down"],
        environment,
        scratch: { "migrations/3_x.sql": { copyOf: "db/m/3_x.sql" } },
      },
      reverts: "3",
    });
    expect(goose.down(migrationOf("1"), situation)).toBeUndefined();
    expect(goose.down(migrationOf("9"), { ...situation, applied: ["1", "9"] })).toBeUndefined();
    expect(goose.down(migrationOf("3"), { ...situation, applied: ["1", "3", "9"] })).toBeUndefined();
  });

  test("in a task, and with migrations in Go, it takes the lowest itself", () => {
    const remote = settingsFor(ADDRESS, { isRemote: true });
    const situation = { settings: remote, migrations, applied: ["1"] };
    expect(goose.up([migrationOf("2")], situation)).toEqual({
      command: { argv: ["goose", "-dir", "migrations", "up-by-one"], environment: {} },
      applies: ["2"],
    });
    expect(goose.up([migrationOf("2")], { ...situation, applied: ["1", "3"] }).command.argv).toContain(
      "-allow-missing",
    );
    expect(() => goose.up([migrationOf("3")], situation)).toThrow(/would apply version 2, not version 3/);
    expect(goose.down(migrationOf("1"), situation)?.command).toEqual({
      argv: ["goose", "-dir", "migrations", "down"],
      environment: {},
    });
    const withGo = [...migrations, migrationOf("11", "11_x.go")];
    const local = { settings: settingsFor(ADDRESS, { toolCommand: ["./goose"] }), migrations: withGo, applied: ["1"] };
    expect(goose.up([migrationOf("2")], local).command.argv).toEqual(["./goose", "-dir", "migrations", "up-by-one"]);
  });

  test.each([
    [
      "mysql://app:p%40%3Ass@db:3307/app?ssl-mode=required&foo=1",
      "mysql",
      "app:p@:ss@tcp(db:3307)/app?tls=skip-verify&parseTime=true",
    ],
    ["mariadb://app@db/app", "mysql", "app@tcp(db:3306)/app?parseTime=true"],
    ["sqlite:data/app.db", "sqlite3", "data/app.db"],
  ])("%s is %s and %s for it", (given, driver, spelled) => {
    const { command } = goose.up(migrations, { settings: settingsFor(given), migrations, applied: [] });
    expect(command.environment).toMatchObject({ GOOSE_DRIVER: driver, GOOSE_DBSTRING: spelled });
  });
});
