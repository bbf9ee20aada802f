import { describe, expect, test } from "@jest/globals";
import type { DownKind } from "../migration.ts";
import { filesOf, settingsFor } from "./javascript-fixture.ts";
import { laravel } from "./laravel.ts";
import { migrationOf, noTable, readState, sqliteQuery } from "./tool-rows-fixture.ts";

const ADDRESS = "postgresql://app:s3cret@db:5432/app";
const D = "database/migrations";
const ARTISAN = ["php", "artisan"];
const QUIET = ["--force", "--no-interaction"];
const file = (down: string, head = "return new class extends Migration"): string =>
  `<?php\nuse Illuminate\\Database\\Migrations\\Migration;\n${head}\n{\n    public function up(): void { Schema::create('a', fn ($t) => $t->id()); }\n${down}\n};\n`;

describe("the files of Laravel", () => {
  const anonymous = "return new class extends Migration";
  test.each<readonly [DownKind, string, string]>([
    ["real", "public function down(): void\n{\n  Schema::dropIfExists('a');\n}", anonymous],
    ["real", "public function down() { DB::statement(<<<SQL\n drop table a }\nSQL); }", anonymous],
    ["empty", "public function down(): void\n{\n    //\n}", anonymous],
    ["empty", "public function down() { /* Schema::drop('a'); */ return; }", anonymous],
    ["none", "// public function down() { Schema::drop('a'); }", anonymous],
    ["none", "public function down() { throw new LogicException('no way back'); }", anonymous],
    ["real", "public function down() { if (x()) { throw new Exception; } Schema::drop('a'); }", anonymous],
    ["unknown", "", "class AddA extends BaseMigration"],
    ["none", "", "class AddA extends Migration"],
    ["unknown", "public function down() { Schema::drop('a);", anonymous],
  ])("%s: %j %j", async (down, text, head) => {
    const files = filesOf({ [`${D}/2026_01_01_000000_a.php`]: file(text, head) });
    const [migration] = (await laravel.list(files, settingsFor(ADDRESS))) ?? [];
    expect(migration).toMatchObject({ id: "2026_01_01_000000_a", title: "2026_01_01_000000_a.php", down });
  });

  test.each([
    [ADDRESS, "", undefined],
    [ADDRESS, "public $withinTransaction = false;", true],
    ["sqlite:a.db", "", true],
  ])("%s with %j runs outside of a transaction: %j", async (address, line, outside) => {
    const files = filesOf({ [`${D}/2026_01_01_000000_a.php`]: file(line) });
    const [migration] = (await laravel.list(files, settingsFor(address))) ?? [];
    expect(migration?.outsideTransaction).toBe(outside);
  });

  test.each([
    ["'migrations' => 'migrations_of_app',", "migrations_of_app"],
    ["'migrations' => [\n  'table' => 'm',\n  'update_date_on_publish' => true,\n],", "m"],
    ["\n  // 'migrations' => 'old',\n'redis' => []", ""],
  ])("%j names the table %j", async (text, table) => {
    const files = filesOf({ "config/database.php": `<?php return [${text}];` });
    expect(await laravel.complete?.(files, settingsFor(ADDRESS))).toMatchObject({ migrationsTable: table });
  });
});

describe("the schema dump of Laravel", () => {
  const dump = [
    "create table migrations (id int);",
    "COPY public.migrations (id, migration, batch) FROM stdin;",
    "1\t2020_01_01_000000_old\t1",
    "2\t2020_01_02_000000_older\t1",
    String.raw`\.`,
    "COPY public.posts (id, title) FROM stdin;",
    "1\t2021_01_01_000000_post",
    String.raw`\.`,
    "INSERT INTO `migrations` VALUES (3,'2020_01_03_000000_third',2);",
    "INSERT INTO logs VALUES (3,'2020_01_04_000000_x');",
  ].join("\n");
  const files = filesOf({
    "database/schema/pgsql-schema.sql": dump,
    "database/schema/mysql-schema.dump": "INSERT INTO `migrations` VALUES (1,'2019_01_01_000000_my',1);",
    [`${D}/2020_01_03_000000_third.php`]: file(""),
    [`${D}/2026_01_01_000000_new.php`]: file(""),
  });

  test("stands for migrations of which there is no file", async () => {
    const listed = (await laravel.list(files, settingsFor(ADDRESS))) ?? [];
    expect(listed.map(({ id, title, isBaseline }) => [id, title, isBaseline])).toEqual([
      ["2020_01_01_000000_old", "pgsql-schema.sql", undefined],
      ["2020_01_02_000000_older", "pgsql-schema.sql", undefined],
      ["2020_01_03_000000_third", "2020_01_03_000000_third.php", true],
      ["2026_01_01_000000_new", "2026_01_01_000000_new.php", undefined],
    ]);
    const mysql = (await laravel.list(files, settingsFor("mysql://app@db/app"))) ?? [];
    expect(mysql[0]).toMatchObject({ id: "2019_01_01_000000_my", isBaseline: true });
  });

  test("is loaded with the first migration, into an empty database only", async () => {
    const settings = settingsFor(ADDRESS);
    const migrations = (await laravel.list(files, settings)) ?? [];
    const [old, older, third, fresh] = migrations.map(({ id }) => id);
    const all = laravel.up(migrations, { settings, migrations, applied: [] });
    expect(all.applies).toEqual([old, older, third, fresh]);
    expect(all.command.argv).toEqual([...ARTISAN, "migrate", ...QUIET, `--path=${D}/2026_01_01_000000_new.php`]);
    const dumped = migrations.slice(0, 3);
    const onlyDump = laravel.up(dumped, { settings, migrations: dumped, applied: [] });
    expect(onlyDump.command.argv).toEqual(["php", "artisan", "migrate", "--force", "--no-interaction"]);
    expect(onlyDump.applies).toEqual([old, older, third]);
    const later = (): unknown => laravel.up(migrations.slice(1), { settings, migrations, applied: [old ?? ""] });
    expect(later).toThrow(/only a row in the schema dump/);
    const [target] = migrations;
    if (target === undefined) throw new Error("it is there");
    expect(laravel.down(target, { settings, migrations, applied: [old ?? ""] })).toBeUndefined();
  });
});

describe("the commands of Laravel", () => {
  const migrations = ["a", "b", "c"].map((name) => migrationOf(`2026_${name}`, `2026_${name}.php`));
  const environment = {
    DB_CONNECTION: "pgsql",
    DATABASE_URL: "pgsql://app:s3cret@db:5432/app",
    DB_URL: "pgsql://app:s3cret@db:5432/app",
    DB_DATABASE: "app",
    DB_HOST: "db",
    DB_PORT: "5432",
    DB_USERNAME: "app",
    DB_PASSWORD: "s3cret",
  };

  test("name the one file", () => {
    const settings = settingsFor(ADDRESS, { migrationsDirectory: "modules/shop/migrations" });
    const situation = { settings, migrations, applied: ["2026_gone", "2026_c", "2026_a"] };
    expect(laravel.up([migrationOf("2026_b", "2026_b.php")], situation)).toEqual({
      command: {
        argv: [...ARTISAN, "migrate", ...QUIET, "--path=modules/shop/migrations/2026_b.php"],
        environment,
      },
      applies: ["2026_b"],
    });
    expect(laravel.down(migrationOf("2026_c", "2026_c.php"), situation)).toEqual({
      command: {
        argv: [...ARTISAN, "migrate:rollback", ...QUIET, "--step=3", "--path=modules/shop/migrations/2026_c.php"],
        environment,
      },
      reverts: "2026_c",
    });
    expect(laravel.down(migrationOf("2026_gone"), situation)).toBeUndefined();
    expect(laravel.down(migrationOf("2026_b", "2026_b.php"), situation)).toBeUndefined();
  });

  test.each([
    [
      "mariadb://app:p%40ss@db/app",
      { DB_CONNECTION: "mysql", DB_URL: "mysql://app:p%40ss@db:3306/app", DB_PASSWORD: "p@ss" },
    ],
    [
      "sqlite:/var/my app.db",
      { DB_CONNECTION: "sqlite", DB_URL: "sqlite:////var/my%20app.db", DB_DATABASE: "/var/my app.db" },
    ],
    ["sqlite:app.db", { DB_CONNECTION: "sqlite", DB_URL: "sqlite:///app.db", DB_DATABASE: "app.db" }],
  ])("%s is %j for it", (given, wanted) => {
    const settings = settingsFor(given, { toolCommand: ["./artisan"] });
    const { command } = laravel.up(migrations, { settings, migrations, applied: [] });
    expect(command.environment).toMatchObject(wanted);
    expect(command.argv[0]).toBe("./artisan");
    expect(command.argv.join(" ")).not.toMatch(/p@ss|p%40ss/);
  });
});

describe("the table of Laravel", () => {
  test("is in order of batch and id", async () => {
    const query = sqliteQuery(
      "create table migrations (id integer primary key, migration varchar, batch integer)",
      "insert into migrations values (1, 'b', 1), (2, 'a', 1), (4, 'gone', 3), (3, 'c', 2)",
    );
    expect(await readState(laravel, settingsFor("sqlite:app.db"), query)).toEqual({
      applied: ["b", "a", "c", "gone"].map((id) => ({ id })),
      isInOrder: true,
    });
    expect(await readState(laravel, settingsFor(ADDRESS), noTable)).toEqual({ applied: [], isInOrder: true });
  });
});
