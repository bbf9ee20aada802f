import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { createdBetween, presentIn, retypedBetween } from "./creates.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { compareSchemas } from "./schema-difference.ts";
import { openMemory } from "./schema-fixture.ts";
import { schemaOf } from "./schema-objects.ts";
import { describeDifference, describeDifferences } from "./schema-words.ts";
import type { Schema, SchemaObject } from "./schema.ts";

async function made(...statements: readonly string[]): Promise<Schema> {
  const database = await openMemory();
  await database.run(...statements);
  const schema = await database.schema();
  await database.close();
  return schema;
}

const users = "create table users (id integer primary key, email text not null)";
const orders =
  "create table orders (id integer primary key, user_id int references users, total numeric, unique (total))";

const words = (before: Schema, after: Schema): string[] => compareSchemas(before, after).map(describeDifference);

describe("compareSchemas", () => {
  it.each<[string, string[], string[], string[]]>([
    ["nothing", [users], [users], []],
    [
      "a new table, without what belongs to it",
      [users],
      [users, orders, "create index i on orders (total)"],
      ["table orders was added"],
    ],
    ["a table that is gone", [users, orders], [users], ["table orders was removed"]],
    [
      "a column that may be null now",
      [users],
      [users.replace(" not null", "")],
      ["column users.email was changed: text not null -> text"],
    ],
    [
      "a column without a type",
      ["create table t (a)"],
      ["create table t (a int)"],
      ["column t.a was changed: nothing -> int"],
    ],
    [
      "what has no name of its own",
      [users, orders],
      [
        users,
        "create table orders (id integer primary key, user_id int references users on delete cascade, total numeric check (total > 0))",
      ],
      [
        "check of orders was added: check (total > 0)",
        "foreign key (user_id) of orders was changed: foreign key (user_id) references users -> foreign key (user_id) references users on delete cascade",
        "unique (total) of orders was removed",
      ],
    ],
    [
      "indexes, views, triggers",
      [
        users,
        "create index i on users (email)",
        "create view v as select 1",
        "create trigger w after insert on users begin select 1; end",
      ],
      [users, "create unique index i on users (email)", "create view v as select 2"],
      [
        "index i of users was changed: (email) -> unique (email)",
        "trigger w of users was removed",
        "view v was changed: as select 1 -> as select 2",
      ],
    ],
    [
      "long definitions, which are not shown",
      [`create view v as select '${"x".repeat(200)}'`],
      [`create view v as select '${"y".repeat(200)}'`],
      ["view v was changed"],
    ],
    ["a name with a dot", [], ['create table "a.b" (x int)'], ['table "a.b" was added']],
  ])("tells %s", async (_, before, after, expected) => {
    expect(words(await made(...before), await made(...after))).toEqual(expected);
  });

  it("tells a column, and not its comment and sequence", () => {
    const table: SchemaObject = { kind: "table", of: "", name: "t", definition: "table" };
    const before = schemaOf("postgresql", [table]);
    const after = schemaOf("postgresql", [
      table,
      { kind: "column", of: "t", name: "id", definition: "integer", type: "integer" },
      { kind: "sequence", of: "t", name: "id", definition: "integer start 1" },
      { kind: "comment", of: "t", name: "id", definition: "its number" },
      { kind: "comment", of: "t", name: "", definition: "a table" },
      { kind: "routine", of: "", name: "f(integer)", definition: "x\ny" },
    ]);
    expect(words(before, after)).toEqual([
      "routine f(integer) was added",
      "column t.id was added",
      "comment on t was added",
    ]);
    expect(words(after, before)).toEqual([
      "routine f(integer) was removed",
      "column t.id was removed",
      "comment on t was removed",
    ]);
  });

  it("tells what MySQL named itself by what it is", () => {
    const index = (name: string, definition: string): SchemaObject => ({ kind: "index", of: "t", name, definition });
    const after = schemaOf("mysql", [
      index("unique (a)", "unique btree (a)"),
      index("index (b)", "btree (b)"),
      index("c", "btree (c)"),
    ]);
    expect(words(schemaOf("mysql", []), after)).toEqual([
      "index c of t was added",
      "index (b) of t was added: btree (b)",
      "unique index (a) of t was added: unique btree (a)",
    ]);
  });

  it("cuts a list", () => {
    const names = ["a", "b", "c", "d", "e"];
    const after = schemaOf(
      "sqlite",
      names.map((name) => ({ kind: "table", of: "", name, definition: "table" })),
    );
    const differences = compareSchemas(schemaOf("sqlite", []), after);
    expect(describeDifferences(differences, 2)).toEqual(["table a was added", "table b was added", "and 3 more"]);
    expect(describeDifferences(differences, 4)).toHaveLength(5);
    expect(describeDifferences(differences)).toHaveLength(5);
  });
});

const object = fc.record({
  kind: fc.constantFrom("table", "column", "index", "constraint"),
  of: fc.constantFrom("", "t", "u"),
  name: fc.constantFrom("t", "u", "a", "check"),
  definition: fc.constantFrom("", "x", "y", 'z\n"'),
});
const schema = fc.array(object, { maxLength: 8 }).map((objects) => schemaOf("sqlite", objects));

describe("a fingerprint", () => {
  it("is the same exactly when there is no difference", () => {
    fc.assert(
      fc.property(schema, schema, (one, other) => {
        expect(fingerprintOf(one) === fingerprintOf(other)).toBe(compareSchemas(one, other).length === 0);
      }),
      { numRuns: runs(500, 50_000), seed: seed() },
    );
  });

  it("has 64 hex digits, and is another one for another engine", () => {
    expect(fingerprintOf({ engine: "sqlite", objects: [] })).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprintOf({ engine: "sqlite", objects: [] })).not.toBe(fingerprintOf({ engine: "mysql", objects: [] }));
  });

  it("stays what it is: records hold it", async () => {
    const fingerprint = fingerprintOf(await made(users, orders, "create view v as select email from users"));
    expect(fingerprint).toBe("8e4afef75e31a6fdf0d580d37eec86245e79ec7401f1f2acc8b136016a3151f4");
  });
});

describe("createdBetween", () => {
  it("names tables and columns that came", async () => {
    const before = await made(users, "create table t (a int)");
    const after = await made(
      users.replace(")", ", name text, twice int as (id * 2))"),
      orders,
      'create table "a.b" (x int)',
      'create table t (a text, "c.d" int)',
    );
    expect(createdBetween(before, after)).toEqual(['"""a.b"""', "orders", 't."c.d"', "users.name"]);
    expect(createdBetween(after, before)).toEqual([]);
    expect(retypedBetween(before, after)).toEqual(["t.a"]);
    expect(presentIn(before, ["users", "users.email", "users.name", "orders"])).toEqual(["users", "users.email"]);
  });
});
