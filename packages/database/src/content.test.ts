import { expect, it } from "@jest/globals";
import { withDatabases } from "@handrail/testkit";
import { compareContents, describeContentDifference } from "./content-difference.ts";
import { contentStatements, readContent, readRowCounts, rowCountStatements, type TableContent } from "./content.ts";
import { openTestDatabase, type TestDatabase } from "./schema-fixture.ts";

async function contentOf(database: TestDatabase): Promise<TableContent[]> {
  const schema = await database.schema();
  return readContent(schema, await database.query(contentStatements(schema)));
}

withDatabases(({ engine, createDatabase }) => {
  const text = engine === "mysql" ? "varchar(40)" : "text";

  let opened: Promise<TestDatabase> | undefined;

  /** One database for all of these tests, made anew each time. */
  async function filled(): Promise<TestDatabase> {
    opened ??= createDatabase().then((url) => openTestDatabase(engine, url));
    const database = await opened;
    await database.run(
      "drop view if exists seen",
      ...["users", "empty", "more", "handrail_lock"].map((name) => `drop table if exists ${name}`),
      `create table users (id integer primary key, name ${text}, email ${text}, score numeric(10, 2))`,
      "insert into users values (1, 'a', 'A', 1.25), (2, 'b', 'B', 1.5), (3, 'ä''\"', null, null)",
      "create table empty (x integer)",
      "create table handrail_lock (x integer)",
      "insert into handrail_lock values (1)",
      "create view seen as select id from users",
    );
    return database;
  }

  it.each<[string, string[], string[]]>([
    ["nothing", [], []],
    ["rows in another order", ["delete from users where id = 1", "insert into users values (1, 'a', 'A', 1.25)"], []],
    [
      "columns in another order, with the same values",
      [
        `alter table users add other ${text}`,
        "update users set other = name",
        "alter table users drop column name",
        `alter table users add name ${text}`,
        "update users set name = other",
        "alter table users drop column other",
      ],
      [],
    ],
    [
      "new tables, columns and rows of these",
      ["create table more (x integer)", "insert into more values (1)", `alter table users add other ${text}`],
      [],
    ],
    ["a table that is gone", ["drop view seen", "drop table users"], ["users: 3 rows became 0"]],
    ["a row that is gone", ["delete from users where id = 3"], ["users: 3 rows became 2"]],
    ["values that are gone", ["update users set name = null where id > 1"], ["users.name: 3 values became 1"]],
    [
      "a column that came back empty",
      ["alter table users drop column email", `alter table users add email ${text}`],
      ["users.email: 2 values became 0"],
    ],
    [
      "a column that came back with its default",
      [
        "drop view seen",
        "alter table users drop column name",
        `alter table users add name ${text} default '' not null`,
      ],
      ["users.name: 3 values, and not the same as before"],
    ],
    [
      "a letter that is another one",
      ["update users set name = 'c' where id = 2"],
      ["users.name: 3 values, and not the same as before"],
    ],
    [
      "a number that was rounded",
      ["update users set score = 1 where id = 1"],
      ["users.score: 2 values, and not the same as before"],
    ],
    [
      "values that changed places",
      ["update users set name = case id when 1 then 'b' when 2 then 'a' else name end"],
      ["users: values of its 3 rows stand in other rows now"],
    ],
    [
      "an empty text in the place of none",
      ["update users set email = '' where id = 3"],
      ["users.email: 2 values became 3"],
    ],
  ])("sees %s", async (_, statements, expected) => {
    const database = await filled();
    const before = await contentOf(database);
    await database.run(...statements);
    const after = await contentOf(database);
    expect(compareContents(before, after).map(describeContentDifference)).toEqual(expected);
  });

  it("counts rows", async () => {
    const database = await filled();
    const schema = await database.schema();
    const counts = readRowCounts(schema, await database.query(rowCountStatements(schema)));
    expect([...counts]).toEqual([
      ["empty", 0],
      ["users", 3],
    ]);
    await database.close();
  });

  if (engine === "postgresql") {
    it("reads values of every type, and each row once", async () => {
      const database = await openTestDatabase("postgresql", await createDatabase());
      await database.run(
        "create type mood as enum ('ok')",
        "create type pair as (a integer, b text)",
        'create table all_types (a bytea, b json, c jsonb, d xml, e point, f mood, g pair, h int[], i tsvector, j money, k bit(3), l inet, m int4range, n uuid, o float8, p timestamptz, q interval, r "char")',
        "insert into all_types (b, c, f, g, h, o, p) values ('{}', '{}', 'ok', '(1,x)', '{1,null}', 'NaN', now())",
        "create table none ()",
        "insert into none default values",
        "create table days (day date) partition by range (day)",
        "create table days_1 partition of days for values from ('2020-01-01') to ('2021-01-01')",
        "insert into days values ('2020-05-05')",
        "create table heir (extra text) inherits (days_1)".replace("days_1", "all_types"),
        "insert into heir (extra) values ('x')",
      );
      const content = await contentOf(database);
      expect(content.map(({ table, rows }) => [table, rows])).toEqual([
        ["all_types", 1],
        ["days", 0],
        ["days_1", 1],
        ["heir", 1],
        ["none", 1],
      ]);
      await database.close();
    });
  }

  if (engine === "mysql") {
    it("reads values of every type", async () => {
      const database = await openTestDatabase("mysql", await createDatabase());
      await database.run(
        "create table all_types (a blob, b json, c geometry, d point, e bit(3), f enum('x', 'y'), g set('x', 'y'), h datetime(6), i time, j year, k double, l decimal(30, 10), m binary(4), n varchar(9) character set latin1, o varchar(9) character set utf8mb4 collate utf8mb4_bin, p multipolygon, q varchar(9) character set ucs2, r date)",
        "insert into all_types (a, b, c, d, e, f, g, n, o, q) values (x'00ff', '{}', point(1, 2), point(1, 2), b'101', 'x', 'x,y', 'é', 'é', 'é')",
      );
      const before = await contentOf(database);
      expect(
        before[0]?.columns
          .filter(({ filled }) => filled === 1)
          .map(({ name }) => name)
          .join(""),
      ).toBe("abcdefgnoq");
      await database.run("update all_types set c = point(1, 3), a = x'00fe'");
      expect(compareContents(before, await contentOf(database)).map(({ column }) => column)).toEqual(["a", "c"]);
      await database.close();
    });
  }

  if (engine === "sqlite") {
    it("tells a large table by its lengths", async () => {
      const database = await openTestDatabase("sqlite", await createDatabase());
      await database.run(
        "create table large (a, b)",
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < 60000) insert into large select i, 'x' from n",
      );
      const before = await contentOf(database);
      expect(before).toMatchObject([
        { table: "large", rows: 60_000, columns: [{ filled: 60_000 }, { filled: 60_000 }] },
      ]);
      await database.run("update large set b = 'xy' where a = 7");
      expect(compareContents(before, await contentOf(database)).map(describeContentDifference)).toEqual([
        "large.b: 60000 values, and not the same as before",
      ]);
      await database.close();
    });
  }
});
