/** Tenants in schemas of one PostgreSQL database: each is a database of its own, for what is applied, recorded and compared. */
import { afterEach, expect, it } from "@jest/globals";
import { withDatabases } from "@handrail/testkit";
import type { ScriptedMigration } from "@handrail/testkit";
import { openMigrationStage } from "./migration-stage.ts";
import type { MigrationStage } from "./migration-stage.ts";
import { askDirectly, doDirectly } from "./migration-tools-database.ts";
import { firstError, listed } from "./migration-scenarios-scripts.ts";

const users: ScriptedMigration = {
  slug: "users",
  up: ["create table users (id integer primary key)"],
  down: ["drop table users"],
};
const audit: ScriptedMigration = {
  slug: "audit",
  up: ["create table elsewhere.audit (id integer)", "alter table users add column name text"],
  down: ["alter table users drop column name"],
};

let stage: MigrationStage;
afterEach(() => stage.clear());

withDatabases(
  ({ createDatabase }) => {
    // dbmate's driver reads the search path in the address, Knex's does not.
    it.each(["dbmate", "knex"])(
      "do not meet, with %s",
      async (tool) => {
        const url = await createDatabase();
        doDirectly(url, "create schema one; create schema two; create schema elsewhere");
        stage = await openMigrationStage({ tool, url });
        const of = (name: string): Record<string, string> => ({
          "database-url": `${url}${url.includes("?") ? "&" : "?"}search_path=${name}`,
        });
        const tables = (): string[][] =>
          askDirectly(
            url,
            "select schemaname, tablename from pg_tables where tablename in ('users', 'audit') order by 1, 2",
          );
        await stage.write([users]);
        for (const name of ["one", "two"]) {
          const { outputs, log } = await stage.act("run", of(name));
          expect([log, outputs["result"]]).toEqual([log, "applied"]);
        }
        expect(tables()).toEqual([
          ["one", "users"],
          ["two", "users"],
        ]);
        await stage.write([users, audit]);
        const second = await stage.act("run", of("two"));
        expect(second.outputs).toMatchObject({ result: "applied", changed: "true" });
        // What it does elsewhere is not compared, and that is said.
        expect(second.log).toContain("Something outside of the search path (two) changed meanwhile");
        // The other tenant's deployment is not this one's.
        const back = await stage.act("rollback", of("one"));
        expect([firstError(back), back.outputs["result"]]).toEqual([firstError(back), "rolled-back"]);
        expect(listed(back, "reverted")).toEqual([stage.project.idOf("users")]);
        expect(tables()).toEqual([
          ["elsewhere", "audit"],
          ["two", "users"],
        ]);
      },
      120_000,
    );
  },
  ["postgresql"],
);
