import { expect, it } from "@jest/globals";
import { withDatabases } from "@handrail/testkit";
import { createdBetween } from "./creates.ts";
import { lossStatements, readLoss } from "./loss.ts";
import { openTestDatabase } from "./schema-fixture.ts";

withDatabases(({ engine, createDatabase }) => {
  it("counts the rows of tables and the values of columns that came", async () => {
    const database = await openTestDatabase(engine, await createDatabase());
    const quote = (name: string): string => (engine === "mysql" ? `\`${name}\`` : `"${name.replaceAll('"', '""')}"`);
    await database.run(`create table users (id integer primary key)`);
    const before = await database.schema();
    await database.run(
      `create table ${quote('a.b"c')} (x integer)`,
      "alter table users add name varchar(20)",
      `alter table users add ${quote("Nick.Name")} varchar(20)`,
      "insert into users values (1, 'a', null), (2, 'b', 'c'), (3, null, null)",
      `insert into ${quote('a.b"c')} values (null), (2)`,
      "create table empty (x integer)",
    );
    if (engine === "postgresql")
      await database.run("create schema app", "create table app.users as select * from users");
    const names = createdBetween(before, await database.schema());
    const answers = await database.query(lossStatements(engine, names));
    expect(readLoss(names, answers)).toEqual([
      { name: '"""a.b""""c"""', kind: "table", count: 2 },
      ...(engine === "postgresql" ? [{ name: '"app.users"', kind: "table", count: 3 }] : []),
      { name: "empty", kind: "table", count: 0 },
      { name: 'users."Nick.Name"', kind: "column", count: 1 },
      { name: "users.name", kind: "column", count: 2 },
    ]);
    await expect(database.query(lossStatements(engine, ["users.nothing"]))).rejects.toThrow(/nothing/);
    await database.close();
  });
});

it("asks each table once, and answers names that are told twice once", () => {
  const names = ["users.a", "orders", "users.b", "orders", "users"];
  expect(lossStatements("mysql", names)).toEqual([
    "SELECT count(t.`a`) AS c0, count(t.`b`) AS c1, count(*) AS c2 FROM `users` AS t",
    "SELECT count(*) AS c0 FROM `orders` AS t",
  ]);
  expect(lossStatements("postgresql", names)[1]).toBe('SELECT count(*) AS c0 FROM "public"."orders" AS t');
  expect(readLoss(names, [[{ c0: "1", c1: 2, c2: 3 }], []])).toEqual([
    { name: "users.a", kind: "column", count: 1 },
    { name: "users.b", kind: "column", count: 2 },
    { name: "users", kind: "table", count: 3 },
    { name: "orders", kind: "table", count: 0 },
  ]);
  expect(lossStatements("sqlite", [])).toEqual([]);
});
