/** Which schemas of PostgreSQL an address means, and that those of one database are databases of their own then. */
import { describe, expect, it } from "@jest/globals";
import { withDatabases } from "@handrail/testkit";
import { fingerprintOf } from "./fingerprint.ts";
import { openTestDatabase } from "./schema-fixture.ts";
import { readSchema, schemaStatements } from "./schema-reader.ts";
import { parseDatabaseUrl } from "./url.ts";

const at = "postgresql://me@db/app";
const identityOf = (more: string): string => parseDatabaseUrl(at + more).identity;

describe("the search path of an address", () => {
  it.each<[string, string[]]>([
    ["", []],
    ["?search_path=one", ["one"]],
    ["?search_path=one%2Cpublic", ["one", "public"]],
    ["?search_path=One%2C%20%22Two%2C%22%22x%22", ["one", 'Two,"x']],
    ["?currentSchema=one", ["one"]],
    ["?schema=One", ["One"]],
    ["?options=-c%20search_path%3Done%2Cpublic", ["one", "public"]],
    ["?options=-csearch_path%3Done", ["one"]],
    ["?options=--search_path%3Done", ["one"]],
    ["?options=-c%20geqo%3Doff%20-c%20search_path%3Done%2C%5C%20two", ["one", "two"]],
    ["?options=-c%20geqo%3Doff&search_path=one", ["one"]],
    ["?search_path=%22%24user%22%2Cone", ["me", "one"]],
    ["?search_path=%22%24user%22%2Cpublic", []],
    ["?search_path=me", ["me"]],
    ["?options=-c%20search_path%3Done%20-c%20Search_Path%3Dtwo", ["two"]],
    ["?options=--search-path%3Done", ["one"]],
    ["?search_path=public", []],
    ["?schema=public", []],
    ["?schema=", []],
    ["?options=-c%20geqo%3Doff", []],
  ])("%s", (more, path) => {
    expect(parseDatabaseUrl(at + more).searchPath).toEqual(path);
  });

  it("is nothing for other databases", () => {
    expect(parseDatabaseUrl("mysql://me@db/app?search_path=one").searchPath).toEqual([]);
    expect(parseDatabaseUrl("sqlite:app.db?schema=one").searchPath).toEqual([]);
  });

  it("tells tenants apart by its first schema", () => {
    expect(identityOf("?search_path=one,public")).toBe(identityOf("?schema=one"));
    expect(identityOf("?search_path=two")).not.toBe(identityOf("?search_path=one"));
    expect(identityOf("?search_path=one")).not.toBe(identityOf(""));
    expect(identityOf("?schema=public")).toBe(identityOf(""));
    expect(identityOf("?search_path=public,extensions")).toBe(identityOf(""));
    expect(identityOf("?search_path=me")).toBe(parseDatabaseUrl("postgresql://other@db/app?search_path=me").identity);
    expect(parseDatabaseUrl(`${at}?schema=one`).place).toBe("postgresql://db:5432/app (schema one)");
  });
});

withDatabases(
  ({ createDatabase }) => {
    it("a tenant's schema is not what happens in another's", async () => {
      const database = await openTestDatabase("postgresql", await createDatabase());
      const schemaWithin = async (within: readonly string[]): Promise<string> =>
        fingerprintOf(
          readSchema("postgresql", await database.query(schemaStatements("postgresql")), { without: [], within }),
        );
      await database.run("create schema one", "create schema two", "create table one.users (id integer primary key)");
      const [one, two, both] = [await schemaWithin(["one"]), await schemaWithin(["two"]), await schemaWithin([])];
      await database.run(
        "create table two.users (id serial primary key, name text default 'x')",
        "create index on two.users (name)",
        "create view two.names as select name from two.users",
        "create type two.mood as enum ('well')",
        "create function two.one() returns integer language sql as 'select 1'",
        "comment on table two.users is 'people'",
        "comment on column two.users.name is 'theirs'",
      );
      expect(await schemaWithin(["one"])).toBe(one);
      expect(await schemaWithin(["two"])).not.toBe(two);
      expect(await schemaWithin([])).not.toBe(both);
      const outside = async (): Promise<string> =>
        fingerprintOf(
          readSchema("postgresql", await database.query(schemaStatements("postgresql")), {
            without: [],
            within: ["one"],
            isOutside: true,
          }),
        );
      const others = await outside();
      await database.run("create table one.more (id integer)");
      expect(await outside()).toBe(others);
      await database.run("create table two.more (id integer)");
      expect(await outside()).not.toBe(others);
      await database.run("drop table one.more", "drop table two.more");
      expect([await outside(), await schemaWithin(["one"])]).toEqual([others, one]);
      await database.run("alter table one.users add column name text");
      expect(await schemaWithin(["one", "public"])).not.toBe(one);
      await database.close();
    });
  },
  ["postgresql"],
);
