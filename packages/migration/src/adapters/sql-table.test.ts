import { describe, expect, test } from "@jest/globals";
import { parseDatabaseUrl } from "@handrail/database";
import { openDatabase } from "@handrail/database/client";
import { systemClock } from "@handrail/runner/host";
import { withDatabases } from "@handrail/testkit";
import { digestOfScripts, isIdleSql } from "./sql-scripts.ts";
import { quoteTable, readTable, textsOf, toolTable } from "./sql-table.ts";

describe("a tool's own table", () => {
  test.each([
    ["", { schema: "", name: "usual" }],
    ["changes", { schema: "", name: "changes" }],
    ["audit.changes", { schema: "audit", name: "changes" }],
    ["a.b.changes", { schema: "a.b", name: "changes" }],
  ])("%j", (migrationsTable, table) => {
    expect(toolTable({ migrationsTable }, "usual")).toEqual(table);
  });

  withDatabases(({ engine, createDatabase }) => {
    test("rows; none where there is no table; an error where it is another one", async () => {
      const url = parseDatabaseUrl(await createDatabase());
      const { query, close } = openDatabase({ url, directory: "/", name: "test", clock: systemClock });
      const of = (migrationsTable: string): string => quoteTable(toolTable({ migrationsTable }, "Usual"), engine);
      await query([`create table ${of("")} (name varchar(20))`, `insert into ${of("")} values ('2'), ('1')`]);
      await query([`create table ${of("another")} (id int)`]);
      expect(textsOf(await readTable(query, `select name from ${of("")} order by name`), "name")).toEqual(["1", "2"]);
      for (const absent of ["absent", "elsewhere.absent"]) {
        expect(await readTable(query, `select name from ${of(absent)}`)).toEqual([]);
      }
      await expect(readTable(query, `select name from ${of("another")}`)).rejects.toMatchObject({
        reason: "invalid-input",
      });
      await close();
    });
  });
});

describe("scripts", () => {
  test.each([
    ["", true],
    [" ;\n;", true],
    ["-- drop table a;\n# drop\n/* drop */", true],
    ["BEGIN;\n-- nothing\nCOMMIT;", true],
    ["select 1", true],
    ["SELECT 'nothing to do';", true],
    ["drop table a;", false],
    ["/*! drop table a */", false],
    ["-- x\ndrop table a", false],
    ["select pg_sleep(1)", false],
    ["select '-- ; drop'", false],
  ])("%j does nothing: %s", (sql, isIdle) => {
    expect(isIdleSql(sql)).toBe(isIdle);
  });

  test("a digest changes with every script, and with where one ends", () => {
    const digests = [[], ["a"], ["b"], ["a", ""], ["", "a"], ["a", "b"], ["ab"], ["a", "b", ""]].map(digestOfScripts);
    expect(new Set(digests).size).toBe(digests.length);
    expect(digests[0]).toBe("");
  });
});
