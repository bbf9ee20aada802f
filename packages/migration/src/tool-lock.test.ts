/** A lock of the tool's own that a killed process left behind: found before the tool is started, on each database. */
import { describe, expect, it } from "@jest/globals";
import { openDatabase } from "@handrail/database/client";
import { parseDatabaseUrl } from "@handrail/database";
import { systemClock } from "@handrail/runner/host";
import { withDatabases } from "@handrail/testkit";
import { adapterOf } from "./adapters.ts";
import type { ToolName } from "./adapter.ts";
import type { Refusal } from "./history.ts";
import type { Place } from "./snapshot.ts";
import { refuseToolLock } from "./tool-lock.ts";

withDatabases(({ engine, createDatabase }) => {
  /** As the tools make their tables, and what holds them. */
  const tables: Readonly<Record<"knex" | "liquibase", { make: string; hold: string; free: string }>> = {
    knex: {
      make: "create table knex_migrations_lock (is_locked integer)",
      hold: "insert into knex_migrations_lock values (1)",
      free: "update knex_migrations_lock set is_locked = 0",
    },
    liquibase: {
      make: `create table DATABASECHANGELOGLOCK (ID integer not null, LOCKED ${engine === "mysql" ? "tinyint(1)" : "boolean"} not null)`,
      hold: `insert into DATABASECHANGELOGLOCK values (1, ${engine === "postgresql" ? "true" : "1"})`,
      free: `update DATABASECHANGELOGLOCK set LOCKED = ${engine === "postgresql" ? "false" : "0"}`,
    },
  };

  describe.each(["knex", "liquibase"] as const)("that of %s", (tool) => {
    it("is told while it is held, with the command that gives it back", async () => {
      const url = parseDatabaseUrl(await createDatabase());
      const database = openDatabase({ url, directory: ".", name: "handrail", clock: systemClock });
      const look = (): Promise<Refusal[]> => refuseToolLock(placeOf(tool, database.query));
      try {
        expect(await look()).toEqual([]);
        const { make, hold, free } = tables[tool];
        await database.query([make]);
        expect(await look()).toEqual([]);
        await database.query([hold]);
        const [refusal] = await look();
        expect(refusal).toMatchObject({ reason: "locked", what: expect.stringContaining("own lock is held (table ") });
        expect(refusal?.remedy).toContain(tool === "knex" ? "knex migrate:unlock" : "liquibase release-locks");
        await database.query([free]);
        expect(await look()).toEqual([]);
      } finally {
        await database.close();
      }
    });
  });

  it("is not looked for where a tool has none, or in a task", async () => {
    const none: Place["executor"]["query"] = () => Promise.reject(new Error("nobody is asked"));
    expect(await refuseToolLock(placeOf("dbmate", none))).toEqual([]);
    const place = placeOf("knex", none);
    expect(await refuseToolLock({ ...place, executor: { ...place.executor, kind: "ecs" } })).toEqual([]);
  });

  function placeOf(tool: ToolName, query: Place["executor"]["query"]): Place {
    const place: Omit<Place, "executor"> = {
      adapter: adapterOf(tool),
      settings: {
        url: undefined,
        engine,
        migrationsDirectory: "",
        migrationsTable: "",
        toolCommand: [],
        custom: { status: [], up: [], down: [] },
        isRemote: false,
      },
      schemaCommand: [],
    };
    const executor: Place["executor"] = {
      kind: "runner",
      engine,
      query,
      queryWhenCancelled: query,
      identity: "one",
      place: "here",
      run: () => Promise.reject(new Error("nothing is started")),
      close: () => Promise.resolve(),
    };
    return { ...place, executor };
  }
});
