import { describe, expect, test } from "@jest/globals";
import type { AppliedSet, DownKind } from "../migration.ts";
import { appliedUpTo, downVerb, golangMigrate, nextVersion } from "./golang-migrate.ts";
import { filesOf, settingsFor } from "./javascript-fixture.ts";
import { migrationOf, noTable, readState, sqliteQuery } from "./tool-rows-fixture.ts";

const ADDRESS = "postgresql://app:s3cret@db:5432/app?sslmode=disable&password=other";
const ids = (text: string): string[] => text.split(" ").filter((id) => id !== "");
const migrations = ids("1 2 3 10").map((id) => migrationOf(id));

describe("the files of golang-migrate", () => {
  test.each<readonly [DownKind, Record<string, string>]>([
    ["real", { "1_a.up.sql": "create table a (id int);", "1_a.down.sql": "drop table a;" }],
    ["none", { "1_a.up.sql": "create table a (id int);" }],
    ["empty", { "1_a.up.sql": "create table a (id int);", "1_a.down.sql": "" }],
    ["empty", { "1_a.up.sql": "create table a (id int);", "1_a.down.sql": "-- drop table a;\n" }],
    ["real", { "1_a.down.sql": "drop table a;" }],
  ])("%s: %j", async (down, texts) => {
    const files = filesOf(
      Object.fromEntries(Object.entries(texts).map(([name, text]) => [`migrations/${name}`, text])),
    );
    const [migration, ...rest] = (await golangMigrate.list(files, settingsFor(ADDRESS))) ?? [];
    expect(rest).toEqual([]);
    expect(migration).toMatchObject({ id: "1", down });
    expect(migration?.downSql).toBe(texts["1_a.down.sql"]);
  });

  test("are ordered as numbers, whatever zeros stand in front", async () => {
    const names = [
      "000010_c.up.sql",
      "002_b.up.sql",
      "002_b.down.sql",
      "1_a.up.sql",
      "x.up.sql",
      "3.up.sql",
      "4_d.sql",
    ];
    const files = filesOf(Object.fromEntries(names.map((name) => [`db/migrations/${name}`, "begin; a; commit; b;"])));
    const settings = await golangMigrate.complete?.(files, settingsFor(ADDRESS));
    expect(settings).toMatchObject({ migrationsDirectory: "db/migrations" });
    expect(settings?.checkout?.map(({ id, outsideTransaction }) => [id, outsideTransaction])).toEqual([
      ["1", true],
      ["2", true],
      ["10", true],
    ]);
  });

  test.each([
    [{}, "it has no files"],
    [{ "migrations/1_a.up.sql": "", "migrations/01_b.up.sql": "" }, "the same version 1"],
  ])("%j is refused", async (texts, said) => {
    await expect(golangMigrate.list(filesOf(texts), settingsFor(ADDRESS))).rejects.toMatchObject({
      reason: "invalid-input",
      what: expect.stringContaining(said),
    });
  });
});

describe("what its one row says", () => {
  test.each<readonly [string, boolean, string, string, string?]>([
    ["2", false, "1 2 3", "1 2", ""],
    ["3", true, "1 2 3", "1 2 3", "3"],
    // Version 9 is not in the checkout: an id of its own, and all below it that is.
    ["9", false, "1 2 10", "1 2 9", ""],
    ["9", true, "1 2 10", "1 2 9", "9"],
    ["20260101000000", false, "", "20260101000000", ""],
    ["0", false, "0 1", "0", ""],
    // Below the first version: none, or a down of the first one that did not end.
    ["-1", false, "1 2", "", ""],
    ["-1", true, "1 2", "1", "1"],
    ["-1", true, "", "-1", "-1"],
  ])("version %s, dirty %j, of %j: %j, half %j", (version, dirty, checkout, applied, half) => {
    const wanted: AppliedSet = {
      applied: ids(applied).map((id) => (id === half ? { id, isHalf: true } : { id })),
      isInOrder: true,
    };
    expect(appliedUpTo(version, dirty, ids(checkout))).toEqual(wanted);
  });

  test.each([
    ["insert into schema_migrations values (2, 0)", [{ id: "1" }, { id: "2" }]],
    ["insert into schema_migrations values (2, 1)", [{ id: "1" }, { id: "2", isHalf: true }]],
    ["select 1", []],
  ])("%s", async (statement, applied) => {
    const settings = settingsFor("sqlite:app.db", { checkout: migrations });
    const query = sqliteQuery("create table schema_migrations (version uint64, dirty bool)", statement);
    expect(await readState(golangMigrate, settings, query)).toEqual({ applied, isInOrder: true });
  });

  test("nothing is there yet", async () => {
    expect((await readState(golangMigrate, settingsFor(ADDRESS), noTable)).applied).toEqual([]);
  });
});

describe("what golang-migrate would do", () => {
  test.each([
    ["", "1"],
    ["1", "2"],
    ["1 2 3", "10"],
    ["1 3", "10"],
    ["9", "10"],
    ["10", undefined],
    ["11", undefined],
  ])("after %j comes %j", (applied, next) => {
    expect(nextVersion(migrations, ids(applied))).toBe(next);
  });

  test.each([
    ["3", "1 2 3", ["goto", "2"]],
    ["10", "1 2 3 10", ["goto", "3"]],
    ["1", "1", ["down", "1"]],
    ["2", "1 2 3", undefined],
    ["9", "1 2 3 9", undefined],
    ["3", "1 2 3 9", undefined],
    ["3", "1 2", undefined],
  ])("reverting %s of %j: %j", (target, applied, verb) => {
    expect(downVerb(target, { migrations, applied: ids(applied) })).toEqual(verb);
  });

  test("a late one is refused: it would apply another", () => {
    const situation = { settings: settingsFor(ADDRESS), migrations, applied: ["1", "3"] };
    expect(() => golangMigrate.up([migrationOf("2"), migrationOf("10")], situation)).toThrow(
      /would apply version 10, not version 2/,
    );
    expect(() => golangMigrate.up([migrationOf("2")], { ...situation, applied: ["10"] })).toThrow(
      /would apply nothing/,
    );
  });
});

describe("the commands of golang-migrate", () => {
  test("hold no secret", () => {
    const situation = { settings: settingsFor(ADDRESS), migrations, applied: ["1"] };
    expect(golangMigrate.up([migrationOf("2")], situation)).toEqual({
      command: {
        argv: ["migrate", "-path", "migrations", "-database", "postgres://db:5432/app?sslmode=disable", "up", "1"],
        environment: { DATABASE_URL: ADDRESS, PGUSER: "app", PGPASSWORD: "s3cret" },
      },
      applies: ["2"],
    });
    expect(golangMigrate.down(migrationOf("1"), situation)?.command.argv.slice(-2)).toEqual(["down", "1"]);
  });

  test.each([
    ["mysql://app@db/app?tls=true", "mysql://app@tcp(db:3306)/app?tls=true&x-migrations-table=m"],
    ["sqlite:data/app.db", "sqlite3://data/app.db?x-migrations-table=m"],
    ["postgresql://app:p@[::1]:5433/app", "postgres://[::1]:5433/app?x-migrations-table=m"],
  ])("%s is %s for it", (given, spelled) => {
    const settings = settingsFor(given, {
      migrationsTable: "m",
      migrationsDirectory: "sql",
      toolCommand: ["./migrate"],
    });
    const { command } = golangMigrate.up([migrationOf("1")], { settings, migrations, applied: [] });
    expect(command.argv).toEqual(["./migrate", "-path", "sql", "-database", spelled, "up", "1"]);
  });

  test("MySQL with a password is refused, unless the project's command knows the address", () => {
    const address = "mysql://app:s3cret@db/app";
    const up = (more: Parameters<typeof settingsFor>[1]): unknown =>
      golangMigrate.up([migrationOf("1")], { settings: settingsFor(address, more), migrations, applied: [] });
    expect(() => up({})).toThrow(/as an argument only/);
    expect(() => up({})).not.toThrow(/s3cret/);
    expect(up({ toolCommand: ["./wrapper", "-database", "env"] })).toMatchObject({
      command: {
        argv: ["./wrapper", "-database", "env", "-path", "migrations", "up", "1"],
        environment: { DATABASE_URL: address },
      },
    });
    expect(up({ isRemote: true })).toMatchObject({
      command: { argv: ["migrate", "-path", "migrations", "up", "1"], environment: {} },
    });
  });
});
