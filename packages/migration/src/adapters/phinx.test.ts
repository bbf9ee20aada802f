import { describe, expect, test } from "@jest/globals";
import { cakephp } from "./cakephp.ts";
import { filesOf, settingsFor } from "./javascript-fixture.ts";
import { phinx } from "./phinx.ts";
import { migrationOf, noTable, readState, sqliteQuery } from "./tool-rows-fixture.ts";

const ADDRESS = "mysql://app:s3cret@db:3306/app";
const file = "<?php\nclass A extends AbstractMigration { public function change() { $this->table('a')->create(); } }\n";
const ids = (text: string): string[] => text.split(" ").filter((id) => id !== "");
const migrations = ids("1 2 3 4").map((id) => migrationOf(id, `${id}_a.php`));
const those = (text: string): ReturnType<typeof migrationOf>[] => ids(text).map((id) => migrationOf(id, `${id}_a.php`));

describe("the files of Phinx", () => {
  test("are those that Phinx takes, by version", async () => {
    const names = [
      "20260102000000_b.php",
      "20260101000000_AddA.php",
      "3_a.php",
      "x.php",
      "4-a.php",
      "20260103000000.php",
    ];
    const files = filesOf(Object.fromEntries(names.map((name) => [`db/migrations/${name}`, file])));
    const listed = (await phinx.list(files, settingsFor(ADDRESS))) ?? [];
    expect(listed.map(({ id }) => id)).toEqual(["3", "20260101000000", "20260102000000", "20260103000000"]);
    expect(listed.every(({ down }) => down === "real")).toBe(true);
  });

  test.each([
    [{}, "it has no files"],
    [{ "db/migrations/1_a.php": file, "db/migrations/01_b.php": file }, 'the same version "1"'],
  ])("%j is refused", async (texts, said) => {
    await expect(phinx.list(filesOf(texts), settingsFor(ADDRESS))).rejects.toMatchObject({
      reason: "invalid-input",
      what: expect.stringContaining(said),
    });
  });

  test.each([
    [
      "phinx.yml",
      "paths:\n    migrations: '%%PHINX_CONFIG_DIR%%/sql/changes'\nenvironments:\n    default_migration_table: log\n",
      "sql/changes",
      "log",
    ],
    ["phinx.yml", "paths:\n    migrations:\n        - a\n        - b\n", "", ""],
    [
      "phinx.php",
      "<?php return ['paths' => [\n  'migrations' => '%%PHINX_CONFIG_DIR%%/db/m',\n], 'environments' => ['default_migration_table' => 'log']];",
      "db/m",
      "log",
    ],
    ["phinx.php", "<?php return ['paths' => ['migrations' => __DIR__ . '/db/m']];", "db/m", ""],
    ["phinx.json", '{"paths": {"migrations": "../elsewhere"}, "environments": {"migration_table": "log"}}', "", "log"],
    ["phinx.yaml", "paths:\n  migrations: %%PHINX_CONFIG_DIR%%/{a,b}\n", "", ""],
    ["other.txt", "migrations: x", "", ""],
  ])("%s with %j: %j and %j", async (name, text, migrationsDirectory, migrationsTable) => {
    const completed = await phinx.complete?.(filesOf({ [name]: text }), settingsFor(ADDRESS));
    expect(completed).toMatchObject({ migrationsDirectory, migrationsTable });
    const own = settingsFor(ADDRESS, { migrationsDirectory: "mine", migrationsTable: "own" });
    expect(await phinx.complete?.(filesOf({ [name]: text }), own)).toMatchObject({ ...own });
  });
});

describe("the commands of Phinx", () => {
  const environment = {
    DATABASE_URL: ADDRESS,
    PHINX_DBHOST: "db",
    PHINX_DBPORT: "3306",
    PHINX_DBNAME: "app",
    PHINX_DBUSER: "app",
    PHINX_DBPASS: "s3cret",
  };

  test("name the target", () => {
    const settings = settingsFor(ADDRESS);
    const situation = { settings, migrations, applied: ["1", "2"] };
    expect(phinx.up(those("3 4"), situation)).toEqual({
      command: { argv: ["vendor/bin/phinx", "migrate", "--no-interaction", "--target", "3"], environment },
      applies: ["3"],
    });
    expect(phinx.down(migrationOf("2"), situation)).toEqual({
      command: { argv: ["vendor/bin/phinx", "rollback", "--no-interaction", "--target", "1"], environment },
      reverts: "2",
    });
    expect(phinx.down(migrationOf("1"), situation)).toBeUndefined();
    const late = {
      settings: settingsFor(ADDRESS, { isRemote: true, toolCommand: ["phinx"] }),
      migrations,
      applied: ["1", "4"],
    };
    expect(phinx.up(those("2 3"), late)).toEqual({
      command: { argv: ["phinx", "migrate", "--no-interaction"], environment: {} },
      applies: ["2", "3"],
    });
    expect(phinx.down(migrationOf("4"), { ...late, applied: ["3", "1", "4"] })?.command.argv).toEqual([
      "phinx",
      "rollback",
      "--no-interaction",
    ]);
  });

  test("of CakePHP are the same, and write no dump", () => {
    const settings = settingsFor("postgresql://app@db/app", { migrationsDirectory: "config/Shop/Migrations" });
    const situation = { settings, migrations, applied: ["1", "2"] };
    expect(cakephp.up(those("3"), situation)).toEqual({
      command: {
        argv: ["bin/cake", "migrations", "migrate", "--no-lock", "--source", "Shop/Migrations", "--target", "3"],
        environment: { DATABASE_URL: "postgres://app@db:5432/app" },
      },
      applies: ["3"],
    });
    expect(
      cakephp.down(migrationOf("2"), { ...situation, settings: settingsFor("sqlite:/var/a.db") })?.command,
    ).toEqual({
      argv: ["bin/cake", "migrations", "rollback", "--no-lock", "--target", "1"],
      environment: { DATABASE_URL: "sqlite:////var/a.db" },
    });
    expect(cakephp.down(migrationOf("1"), situation)).toBeUndefined();
    expect(cakephp.up(those("3"), { ...situation, applied: ["4"] }).command.argv).not.toContain("--target");
  });
});

describe("the table", () => {
  const phinxlog =
    "create table phinxlog (version bigint primary key, migration_name varchar(100), start_time timestamp, end_time timestamp, breakpoint boolean not null default false)";
  const rows =
    "insert into phinxlog values (20260103000000, 'C', '2026-02-01 00:00:00', null, 0), (20260101000000, 'A', '2026-02-01 00:00:00', null, 0), (20260102000000, 'B', '2026-03-01 00:00:00', null, 1), (20250101000000, 'Gone', '2026-01-01 00:00:00', null, 0)";
  const unified =
    "create table cake_migrations (id integer primary key, version bigint, migration_name varchar(100), plugin varchar(100), start_time timestamp, end_time timestamp, breakpoint boolean)";
  const wanted = ids("20250101000000 20260101000000 20260103000000 20260102000000");

  test("of Phinx is in order of time, then version", async () => {
    const settings = settingsFor("sqlite:app.db");
    const { applied, isInOrder } = await readState(phinx, settings, sqliteQuery(phinxlog, rows));
    expect([applied.map(({ id }) => id), isInOrder]).toEqual([wanted, true]);
    expect((await readState(phinx, settings, noTable)).applied).toEqual([]);
  });

  test("of CakePHP is the new one where it has rows of the application, else Phinx's", async () => {
    const settings = settingsFor("sqlite:app.db");
    const old = await readState(cakephp, settings, sqliteQuery(phinxlog, rows));
    expect(old.applied.map(({ id }) => id)).toEqual(wanted);
    const both = sqliteQuery(
      phinxlog,
      rows,
      unified,
      "insert into cake_migrations values (1, 2, 'B', null, '2026-01-02', null, 0), (2, 1, 'A', null, '2026-01-03', null, 0), (3, 7, 'P', 'Blog', '2026-01-01', null, 0)",
    );
    expect((await readState(cakephp, settings, both)).applied.map(({ id }) => id)).toEqual(["2", "1"]);
    expect((await readState(cakephp, settings, noTable)).applied).toEqual([]);
    const named = settingsFor("sqlite:app.db", { migrationsTable: "phinxlog" });
    expect((await readState(cakephp, named, both)).applied).toHaveLength(4);
    expect(cakephp.state(settings).tables).toEqual(["phinxlog", "cake_migrations", "cake_seeds"]);
  });
});
