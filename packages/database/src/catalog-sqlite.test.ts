import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { tokensOf } from "./catalog-tokens.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { readSchema } from "./schema-reader.ts";
import { openMemory } from "./schema-fixture.ts";
import type { Schema } from "./schema.ts";

async function schemaOf(...statements: readonly string[]): Promise<Schema> {
  const database = await openMemory();
  await database.run("create table p (id integer primary key, a text, b text, unique (a, b))", ...statements);
  const schema = await database.schema();
  await database.close();
  return schema;
}

describe("a table of SQLite", () => {
  it("is told in parts", async () => {
    const { objects } = await schemaOf(
      `create table t (
         id integer primary key autoincrement not null, -- its number
         "name" VARCHAR (20, 2) collate NoCase not null default ('x') check (length("name") > 0),
         kind default "plain" unique on conflict ignore,
         p_id int constraint of_p references "p" ("id") match full on update no action on delete set null deferrable initially deferred,
         twice int generated always as ([id] * 2) stored,
         CONSTRAINT pair FOREIGN KEY (name, kind) REFERENCES p (a, b) on delete cascade
         check (kind in ("Active", 'b')) -- no comma before it
       )`,
      "create unique index i on t (name asc, lower(kind) collate nocase desc) where p_id > 0",
      'create view v as select "name" as "Total", id as number from t',
      "create trigger w instead of insert on v begin insert into t (name) values (new.Total); end",
      "create table w2 (a text, b text, primary key (a, b desc)) without rowid, strict",
      'create table "x.y" ("a.b" int, [q"x] int)',
      "create table made as select 1 as one, 'a' as two",
    );
    const told = objects.filter(({ of, name }) => of !== "p" && name !== "p");
    expect(
      told.map(({ kind, of, name, definition }) => `${kind} ${of === "" ? "" : `${of} `}${name}: ${definition}`),
    ).toEqual([
      'column "x.y" "a.b": int',
      'column "x.y" "q""x": int',
      "column made one: ",
      "column made two: ",
      "column t id: integer",
      "column t kind: default 'plain'",
      "column t name: varchar(20,2) collate nocase not null default 'x'",
      "column t p_id: int",
      "column t twice: int generated always as (id * 2) stored",
      "column w2 a: text",
      "column w2 b: text",
      "constraint t check: check (kind in ('Active', 'b'))",
      "constraint t check: check (length(name) > 0)",
      "constraint t of_p: foreign key (p_id) references p (id) on delete set null deferrable initially deferred",
      "constraint t pair: foreign key (name, kind) references p (a, b) on delete cascade",
      "constraint t primary key: primary key (id) autoincrement",
      "constraint t unique (kind): unique (kind) on conflict ignore",
      "constraint w2 primary key: primary key (a, b desc)",
      "index t i: unique (name, lower(kind) collate nocase desc) where p_id > 0",
      'table "x.y": table',
      "table made: table",
      "table t: table",
      "table w2: table strict without rowid",
      "trigger v w: instead of insert on v begin insert into t(name) values (new.total); end",
      "view v: as select name as Total, id as number from t",
    ]);
  });

  it.each([
    ["(a int primary key)", "(a int, primary key (a))"],
    ["(a integer primary key)", "(a integer primary key not null)"],
    ["(a integer primary key autoincrement)", "(a integer not null, primary key (a autoincrement))"],
    ["(a int unique)", "(a int, unique (a))"],
    ["(a int references p)", "(a int, foreign key (a) references p)"],
    [
      "(a int references p (id) on delete cascade)",
      "(a int, foreign key ('a') references [p] (`id`) on update no action on delete cascade not deferrable)",
    ],
    ["(a int check (a > 0))", "(a int, check (a > 0))"],
    ["(a int, b int)", "(b int, a int)"],
    ["(a int default 0)", "(a int default (0))"],
    ["(a int default -1)", "(a int default (-1))"],
    ["(a text default 'x')", '(a text default "x")'],
    ["(a text)", "(a text null default null collate binary)"],
    ["(a text default current_timestamp)", "(a text default (CURRENT_TIMESTAMP))"],
    ["(a varchar(20))", "(a VARCHAR ( 20 ))"],
    ["(a int, b int as (1))", "(a int, b int generated always as (1) virtual)"],
    ["(a text, check (a <> 'x'), unique (a))", "(a text, unique (a) check (a <> 'x'))"],
    ["(a text unique)", "(a text unique on conflict abort)"],
    ["(a text primary key) strict, without rowid", "(a text primary key) without rowid, strict"],
  ])("is the same as %s and %s", async (left, right) => {
    const [one, other] = await Promise.all([schemaOf(`create table t ${left}`), schemaOf(`create table t ${right}`)]);
    expect(one.objects).toEqual(other.objects);
    expect(fingerprintOf(one)).toBe(fingerprintOf(other));
  });

  it("is the same when it is rebuilt in twelve steps", async () => {
    const database = await openMemory();
    await database.run(
      'create table "users" (id integer primary key autoincrement, name text not null, note text, check (name <> "x y"))',
      "create table orders (id integer primary key, user_id int references users (id))",
      "create index by_name on users (name)",
      "create view names as select u.name from users u",
      "create trigger touched after update on users begin update users set note = 'x' where id = new.id; end",
    );
    const before = await database.schema();
    // https://sqlite.org/lang_altertable.html#otheralter
    await database.run(
      "pragma foreign_keys = off",
      "pragma legacy_alter_table = on",
      'CREATE TABLE "new_users"("note" TEXT, "name" TEXT NOT NULL, "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, CHECK(`name`<>\'x y\'))',
      "insert into new_users (id, name, note) select id, name, note from users",
      "drop table users",
      "alter table new_users rename to users",
      "create index `by_name` on `users` (`name`)",
      "create trigger touched after update on users begin update users set note = 'x' where id = new.id; end",
    );
    const after = await database.schema();
    expect(after.objects).toEqual(before.objects);
    await database.close();
  });
});

describe("the texts of SQLite", () => {
  const statements = [
    "create table t (id integer primary key autoincrement, name varchar(20) not null default 'It''s -- x', note text collate nocase unique, twice int as (id * 2) stored, p_id int references p (id) on delete cascade, constraint ok check (id >= 0 and name <> 'A b'), foreign key (name, note) references p (a, b) deferrable initially deferred)",
    "create unique index i on t (name desc, lower(note)) where p_id > 0",
    "create view v as select t.id, t.name from t join p on t.p_id = p.id where t.name like 'A%' group by t.name order by t.id",
    "create trigger w after update of name on t when new.id > 1 begin update p set a = case when new.name = 'X' then 'y' else b end where id = old.p_id; end",
  ];
  const names = new Set(["t", "p", "i", "v", "w", "id", "name", "note", "twice", "p_id", "ok", "a", "b"]);
  const blanks = [" ", "  ", "\n", "\t", " /* note */ ", " -- note, with 'a quote'\n", "\r\n"];

  /** The same statement, written by somebody else. */
  const rewritten = (sql: string): fc.Arbitrary<string> =>
    fc.tuple(...tokensOf(sql).map((token) => fc.tuple(fc.constant(token), fc.nat(9), fc.nat(9)))).map((tokens) =>
      tokens
        .map(([{ kind, text }, style, blank]) => {
          const isName = kind === "word" && names.has(text);
          const styles = isName ? [`"${text}"`, `\`${text}\``, `[${text}]`, text] : [text, text.toUpperCase()];
          const said = kind === "word" ? (styles[style % styles.length] ?? text) : text;
          return `${said}${blanks[blank % blanks.length] ?? " "}`;
        })
        .join(""),
    );

  it("mean the same however they are written", async () => {
    const expected = await schemaOf(...statements);
    await fc.assert(
      fc.asyncProperty(fc.tuple(...statements.map(rewritten)), async (texts) => {
        expect((await schemaOf(...texts)).objects).toEqual(expected.objects);
      }),
      { numRuns: runs(200, 5000), seed: seed() },
    );
  });

  it("are read whatever they are", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({
            unit: fc.constantFrom(
              "(",
              ")",
              ",",
              '"',
              "'",
              "[",
              "`",
              "a",
              " ",
              "-",
              "/*",
              "create ",
              "table ",
              "index ",
              "check",
              "references ",
              "as ",
              "default ",
              "not ",
              "on ",
              "conflict ",
              "constraint ",
              ".",
              "0",
            ),
          }),
          { maxLength: 3 },
        ),
        (texts) => {
          const rows = texts.map((sql, at) => ({
            type: at % 2 === 0 ? "table" : "index",
            name: `n${at}`,
            tbl: "n0",
            sql,
          }));
          const { objects } = readSchema("sqlite", [rows], { without: [] });
          expect(objects.length).toBeGreaterThanOrEqual(texts.length);
        },
      ),
      { numRuns: runs(1000, 50_000), seed: seed() },
    );
  });

  it.each([
    ["create virtual table t using fts5 (a, b)", "virtual table using fts5(a, b)"],
    ["create table t nonsense", "nonsense"],
  ])("stand for themselves when they are not a usual table: %s", (sql, definition) => {
    const { objects } = readSchema("sqlite", [[{ type: "table", name: "t", tbl: "t", sql }]], { without: [] });
    expect(objects).toEqual([{ kind: "table", of: "", name: "t", definition }]);
  });
});
