/** Scenarios of tools that are not installed here, with programs in their place and their own tables as they would be. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { withDatabases } from "@handrail/testkit";
import type { ActionResult } from "@handrail/testkit";
import { openMigrationStage } from "./migration-stage.ts";
import type { MigrationStage } from "./migration-stage.ts";
import { firstError, listed, wholeError } from "./migration-scenarios-scripts.ts";
import { artisan, commandOf, golangMigrate, never } from "./migration-scenarios-stand-ins.ts";
import { askDirectly, doDirectly, fileOf } from "./migration-tools-database.ts";

const LIMIT_MS = 300_000;

let stage: MigrationStage;

afterEach(() => stage.clear());

/** What a checkout of another tool holds besides its migrations. */
async function openFor(url: string, files: Readonly<Record<string, string>>): Promise<void> {
  stage = await openMigrationStage({ tool: "dbmate", url });
  stage.checkout.write(files);
  stage.checkout.commit("a project of another tool");
}

const calls = (): number => (stage.checkout.has("calls") ? stage.checkout.read("calls").trim().split("\n").length : 0);
const three = ["1", "2", "3"].map((at) => [`migrations/${at}_t${at}.up.sql`, `create table t${at} (id integer)`]);

withDatabases(
  ({ createDatabase }) => {
    it(
      "S08, H136: a dirty version stops a run before it starts, and a rollback; nothing is forced",
      async () => {
        await openFor(await createDatabase(), { ...Object.fromEntries(three), "migrate.cjs": golangMigrate });
        const inputs = { tool: "golang-migrate", "tool-command": commandOf("migrate.cjs") };
        expect((await stage.act("run", inputs)).outputs).toMatchObject({ result: "applied", "version-after": "3" });
        stage.checkout.write({ "migrations/4_h.up.sql": "create table h1 (id integer); create table t1 (id integer)" });
        stage.checkout.write({ "migrations/4_h.down.sql": "drop table h1" });
        const dirty = await stage.act("run", inputs);
        expect(dirty.outputs).toMatchObject({ result: "partial", "failure-reason": "half-applied" });
        expect(dirty.summary).toContain("table h1 was added");
        const before = calls();
        for (const [verb, to] of [
          ["run", ""],
          ["rollback", "version:3"],
        ] as const) {
          const refused = await stage.act(verb, verb === "run" ? inputs : { ...inputs, to });
          expect(refused.outputs).toMatchObject({
            result: "refused",
            "failure-reason": "half-applied",
            changed: "false",
          });
          expect(firstError(refused)).toContain("The tool marks 4 as not ended");
          expect(wholeError(refused)).toMatch(/clear the mark with `migrate force`/);
          // Where the difference of the schema was told.
          expect(wholeError(refused)).toMatch(/half applied since deployment #\d+ \(http.*\/runs\/102\/attempts\/1 on/);
        }
        expect(calls()).toBe(before);
        expect(askDirectly(stage.url, "select version, dirty from schema_migrations")).toEqual([["4", "1"]]);
      },
      LIMIT_MS,
    );

    it(
      "S10: a failed row of Prisma stops a run before it starts; nothing is resolved",
      async () => {
        await openFor(await createDatabase(), {
          "prisma/migrations/20260101000100_users/migration.sql": "create table users (id integer);",
          "prisma.cjs": never,
        });
        const columns =
          "id text primary key, checksum text, finished_at datetime, migration_name text, logs text, rolled_back_at datetime, started_at datetime, applied_steps_count integer";
        doDirectly(stage.url, `create table _prisma_migrations (${columns})`);
        doDirectly(
          stage.url,
          "insert into _prisma_migrations values ('1', 'c', null, '20260101000100_users', 'E', null, 1767225600000, 0)",
        );
        const refused = await stage.act("run", { tool: "prisma", "tool-command": commandOf("prisma.cjs") });
        expect(refused.outputs).toMatchObject({
          result: "refused",
          "failure-reason": "half-applied",
          changed: "false",
        });
        expect(firstError(refused)).toContain("The tool marks 20260101000100_users as not ended");
        expect(wholeError(refused)).toMatch(/prisma migrate resolve --rolled-back.*P3009/);
        expect(calls()).toBe(0);
        expect(askDirectly(stage.url, "select finished_at, rolled_back_at from _prisma_migrations")).toEqual([
          ["null", "null"],
        ]);
      },
      LIMIT_MS,
    );

    it(
      "S56: Laravel is never asked to ask; when it does all the same, its question is the error",
      async () => {
        const migration = "database/migrations/2026_01_01_000100_create_users_table.php";
        await openFor(await createDatabase(), {
          [migration]:
            "<?php\nreturn new class extends Migration {\n  public function up() { Schema::create('users', fn ($t) => $t->id()); }\n  public function down() { Schema::drop('users'); }\n};\n",
          "artisan.cjs": artisan,
        });
        const run = (): Promise<ActionResult> =>
          stage.act("run", { tool: "laravel", "tool-command": commandOf("artisan.cjs") });
        stage.checkout.write({ "asks-always": "" });
        const asked = await run();
        expect(asked.outputs).toMatchObject({ result: "failed", changed: "false" });
        expect(firstError(asked)).toContain("could not be applied: Do you really wish to run this command? (yes/no)");
        stage.checkout.remove("asks-always");
        expect((await run()).outputs).toMatchObject({ result: "applied" });
      },
      LIMIT_MS,
    );

    describe("S69: a database that no tool has touched", () => {
      it.each<[string, Readonly<Record<string, string>>, string]>([
        ["golang-migrate", { "migrations/1_a.up.sql": "create table a (id int);" }, "1"],
        [
          "rails",
          { "db/migrate/20260101000100_create_users.rb": "class CreateUsers < ActiveRecord::Migration[6.1]\nend\n" },
          "20260101000100",
        ],
        [
          "laravel",
          { "database/migrations/2026_01_01_000100_create_users_table.php": "<?php\n" },
          "2026_01_01_000100_create_users_table",
        ],
        [
          "prisma",
          { "prisma/migrations/20260101000100_users/migration.sql": "create table a (id int);" },
          "20260101000100_users",
        ],
        ["goose", { "db/migrations/00001_users.sql": "-- +goose Up\ncreate table a (id int);\n" }, "1"],
        [
          "phinx",
          { "db/migrations/20260101000100_users.php": "<?php\nfinal class Users extends AbstractMigration {}\n" },
          "20260101000100",
        ],
      ])(
        "is one where nothing is applied, for %s, whatever its status command would say",
        async (tool, files, id) => {
          await openFor(await createDatabase(), { ...files, "tool.cjs": never });
          const result = await stage.act("run", { tool, "tool-command": commandOf("tool.cjs"), "dry-run": "true" });
          expect(result.outputs).toMatchObject({ result: "nothing-to-do", "version-before": "", changed: "false" });
          expect(listed(result, "pending")).toEqual([id]);
          expect(calls()).toBe(0);
          expect(askDirectly(`sqlite:${fileOf(stage.url)}`, "select count(*) from sqlite_master")).toEqual([["0"]]);
        },
        LIMIT_MS,
      );
    });
  },
  ["sqlite"],
);
