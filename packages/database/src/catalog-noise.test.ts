import { expect, it } from "@jest/globals";
import { withDatabases } from "@handrail/testkit";
import { schemaChanges } from "./catalog-changes-fixture.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { Engine } from "./query.ts";
import { compareSchemas } from "./schema-difference.ts";
import { openTestDatabase, type TestDatabase } from "./schema-fixture.ts";
import { describeDifference } from "./schema-words.ts";

/** What nobody would call a change of the schema. The tool's own tables are `versions` and `tool.log`. */
const noise: Readonly<Record<Engine, readonly (readonly string[])[]>> = {
  postgresql: [
    ["insert into users (name) values ('a'), ('b')"],
    [
      "select nextval('users_id_seq'), nextval('numbers')",
      "alter sequence numbers restart with 1000",
      "select setval('numbers', 7)",
    ],
    ["analyze", "vacuum users", "reindex table users", "refresh materialized view counts"],
    ["alter table users add hole integer", "alter table users drop hole"],
    ["alter table users alter email type text", "alter table users alter email type varchar(40)"],
    ["alter table orders drop note", "alter table orders add note text"],
    [
      "alter table users drop email",
      "alter table users add email varchar(40)",
      "create index users_email on users (email)",
    ],
    [
      "drop view names",
      "create view  names as select\n  u.name\nfrom users as u",
      "create or replace view names as select name from users",
    ],
    [
      "drop table days",
      "create table days (day date not null, id integer not null) partition by range (day)",
      "create table days_1 partition of days for values from ('2020-01-01') to ('2021-01-01')",
    ],
    ["create temporary table scratch (a integer)", "create temporary view looked as select 1 as a"],
    ["grant select on users to pg_monitor", "alter default privileges grant select on tables to pg_monitor"],
    [
      "create table handrail_lock (id serial primary key, at timestamptz default now())",
      "comment on table handrail_lock is 'x'",
      "create index on handrail_lock (at)",
    ],
    [
      "create function handrail_beat() returns integer language sql as $$ select 1 $$",
      "create type handrail_kind as enum ('a')",
      "create sequence handrail_numbers",
    ],
    [
      "create table versions (id serial primary key, name text unique, at timestamptz, check (name <> ''))",
      "comment on column versions.name is 'x'",
      "create trigger touched before insert on versions for each row execute function touch()",
    ],
    [
      "create schema tool",
      "create table tool.log (id bigint generated always as identity, a text)",
      "comment on schema tool is 'of a tool'",
      "comment on table tool.log is 'x'",
    ],
    ["create schema app", "create table app.versions (id integer)"],
    ["set search_path = tool, public"],
    ["set timezone = 'Asia/Tokyo'", "set datestyle = 'german'", "set quote_all_identifiers = off", "reset all"],
    ["alter table users rename to people", "alter table people rename to users"],
    ["alter table users rename column name to title", "alter table users rename column title to name"],
    ["alter table orders alter id drop identity", "alter table orders alter id add generated always as identity"],
  ],
  mysql: [
    ["insert into users (name) values ('a'), ('b')", "delete from users"],
    ["alter table users auto_increment = 1000"],
    ["analyze table users", "optimize table users", "flush tables", "alter table users engine innodb"],
    ["alter table users add hole int", "alter table users drop hole"],
    [
      "alter table users modify email varchar(40) first",
      "alter table orders drop note",
      "alter table orders add note text after id",
    ],
    ["create or replace view names as select  users.name\nfrom users"],
    [
      "drop table orders",
      "create table orders (total decimal(10, 2), id bigint unsigned primary key auto_increment, note text, user_id int, constraint orders_user foreign key (user_id) references users (id) on delete cascade, constraint total_ok check (total > 0)) default charset utf8mb4 collate utf8mb4_general_ci auto_increment 77",
    ],
    ["create temporary table scratch (a int)"],
    [
      "create table handrail_lock (id int primary key auto_increment, a int references users (id), key (a))",
      "create trigger handrail_touch before insert on handrail_lock for each row set new.a = 1",
    ],
    [
      "create procedure handrail_work() select 1",
      "create event handrail_beat on schedule every 1 day do select 1",
      "create view handrail_seen as select 1",
    ],
    [
      "create table versions (id int primary key auto_increment, name varchar(9) unique, a int, check (a > 0), foreign key (a) references users (id))",
    ],
    ["rename table users to people", "rename table people to users"],
    ["alter event cleaning on schedule every 1 day starts '2030-01-01 00:00:00'"],
    ["set sql_mode = 'ansi_quotes'", "set group_concat_max_len = 4", "set sql_mode = default"],
    ["create or replace definer = root@localhost view names as select name from users"],
  ],
  sqlite: [
    ["insert into users (name) values ('a'), ('b')", "delete from users"],
    ["analyze", "vacuum", "reindex", "pragma user_version = 7"],
    ["alter table users add hole integer", "alter table users drop hole"],
    ["alter table orders drop note", "alter table orders add column note text"],
    ["alter table users rename to people", "alter table people rename to users"],
    ["alter table users rename name to title", "alter table users rename title to name"],
    ["drop view names", 'CREATE VIEW IF NOT EXISTS "names" AS SELECT [name] FROM -- of people\n `users`'],
    ["drop table pairs", "create table pairs (b int, a text, primary key (a, b)) without rowid"],
    ["create temporary table scratch (a int)", "create temporary view looked as select 1"],
    [
      "create table handrail_lock (id integer primary key autoincrement, a text unique)",
      "create index by_a on handrail_lock (a)",
      "create view handrail_seen as select 1",
    ],
    [
      'create table "versions" (id integer primary key, name text unique)',
      "create index by_name on versions (name)",
      "create trigger logged after insert on versions begin select 1; end",
    ],
    ["pragma writable_schema = 0"],
  ],
};

withDatabases(({ engine, createDatabase }) => {
  async function open(): Promise<TestDatabase> {
    const database = await openTestDatabase(engine, await createDatabase());
    await database.run(...schemaChanges[engine].base);
    return database;
  }

  it("does not take noise for a change", async () => {
    const database = await open();
    const without = ["VERSIONS", "tool.log"];
    const before = await database.schema(without);
    const told: string[] = [];
    for (const statements of noise[engine]) {
      await database.run(...statements);
      const now = await database.schema(without);
      told.push(
        ...compareSchemas(before, now).map(
          (difference) => `${describeDifference(difference)} by ${statements.join("; ")}`,
        ),
      );
    }
    expect(told).toEqual([]);
    expect(fingerprintOf(await database.schema(without))).toBe(fingerprintOf(before));
    await database.close();
  });

  it("gives two databases of one schema the same fingerprint, whatever they are called", async () => {
    const [one, other] = [await open(), await open()];
    expect(fingerprintOf(await one.schema())).toBe(fingerprintOf(await other.schema()));
    await Promise.all([one.close(), other.close()]);
  });

  if (engine === "postgresql") {
    it("leaves the search path as it was, in a transaction, too", async () => {
      const database = await openTestDatabase("postgresql", await createDatabase());
      await database.run("set search_path = app, public");
      await database.schema();
      expect(await database.query(["show search_path"])).toEqual([[{ search_path: "app, public" }]]);
      await database.run("begin");
      await database.schema();
      expect(await database.query(["show search_path", "commit"])).toEqual([[{ search_path: "app, public" }], []]);
      await database.close();
    });

    it("names things with their schema whatever the search path is", async () => {
      const database = await openTestDatabase("postgresql", await createDatabase());
      await database.run("create schema app", "set search_path = app", ...schemaChanges.postgresql.base);
      const inside = await database.schema();
      await database.run("set search_path = public");
      expect(await database.schema()).toEqual(inside);
      expect(inside.objects.filter(({ kind }) => kind === "table").map(({ name }) => name)).toEqual([
        "app.days",
        "app.days_1",
        "app.orders",
        "app.users",
      ]);
      await database.close();
    });
  }
});
