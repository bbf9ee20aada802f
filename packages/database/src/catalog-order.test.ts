import { expect, it } from "@jest/globals";
import { runs, seed, withDatabases } from "@handrail/testkit";
import fc from "fast-check";
import { fingerprintOf } from "./fingerprint.ts";
import type { Engine } from "./query.ts";
import { compareSchemas } from "./schema-difference.ts";
import { openTestDatabase, type TestDatabase } from "./schema-fixture.ts";
import type { Schema } from "./schema.ts";
import { describeDifference } from "./schema-words.ts";

/** A statement that does not need any of the others, and what takes it back: undefined where the database makes up the name. */
type Step = { up: string; down?: string };

const base: Readonly<Record<Engine, readonly string[]>> = {
  postgresql: ["create table u (id integer primary key)", "create table t (id integer, a integer, b text)"],
  mysql: ["create table u (id int primary key)", "create table t (id int, a int, b varchar(20))"],
  sqlite: ["create table u (id integer primary key)", "create table t (id integer, a integer, b text)"],
};

/** A name that no other step has. */
const named =
  (create: (name: string, at: number) => Step): ((at: number) => Step) =>
  (at) =>
    create(`n${at}`, at);

const everywhere: readonly ((at: number) => Step)[] = [
  named((name) => ({ up: `alter table t add column ${name} integer`, down: `alter table t drop column ${name}` })),
  named((name, at) => ({
    up: `alter table t add column ${name} varchar(${at + 1}) default 'x'`,
    down: `alter table t drop column ${name}`,
  })),
  named((name) => ({
    up: `create table ${name} (id integer primary key, a integer references u (id))`,
    down: `drop table ${name}`,
  })),
  named((name) => ({
    up: `create table ${name} (a integer, b integer, unique (a), unique (a, b), check (a > 0), check (b > 0))`,
    down: `drop table ${name}`,
  })),
  named((name, at) => ({ up: `create view ${name} as select id, ${at} as number from t`, down: `drop view ${name}` })),
];

const steps: Readonly<Record<Engine, readonly ((at: number) => Step)[]>> = {
  postgresql: [
    ...everywhere,
    named((name) => ({ up: `create index ${name} on t (b, id)`, down: `drop index ${name}` })),
    named((name, at) => ({
      up: `alter table t add constraint ${name} check (id > ${at})`,
      down: `alter table t drop constraint ${name}`,
    })),
    named((name) => ({ up: `alter table t add column ${name} serial`, down: `alter table t drop column ${name}` })),
    named((name) => ({ up: `create type ${name} as enum ('a', '${name}')`, down: `drop type ${name}` })),
    named((name) => ({ up: `create sequence ${name}`, down: `drop sequence ${name}` })),
    named((name) => ({
      up: `create function ${name}() returns text language sql as $$ select '${name}' $$`,
      down: `drop function ${name}()`,
    })),
    (at) => ({ up: `alter table t add check (id > ${at})` }),
    (at) => ({ up: `alter table t add check (a > b::integer + ${at})` }),
    () => ({ up: "alter table t add foreign key (id) references u (id)" }),
    () => ({ up: "alter table t add foreign key (id) references u (id) on delete cascade" }),
    (at) => ({ up: `create index on t (id) where id > ${at}` }),
    (at) => ({ up: `create unique index on t ((id + ${at}))` }),
  ],
  mysql: [
    ...everywhere,
    named((name) => ({ up: `create index ${name} on t (b, id)`, down: `drop index ${name} on t` })),
    named((name, at) => ({
      up: `alter table t add constraint ${name} check (id > ${at})`,
      down: `alter table t drop constraint ${name}`,
    })),
    named((name) => ({ up: `create procedure ${name}() select '${name}'`, down: `drop procedure ${name}` })),
    (at) => ({ up: `alter table t add check (id > ${at})` }),
    () => ({ up: "alter table t add foreign key (id) references u (id)" }),
    () => ({ up: "alter table t add foreign key (a) references u (id) on delete cascade" }),
    () => ({ up: "alter table t add key (a, b)" }),
    () => ({ up: "alter table t add unique (a, id)" }),
    () => ({ up: "alter table t add key (id, b)" }),
  ],
  sqlite: [
    ...everywhere,
    named((name) => ({ up: `create index ${name} on t (b, id)`, down: `drop index ${name}` })),
    named((name) => ({
      up: `alter table t add column ${name} integer references u (id)`,
      down: `alter table t drop column ${name}`,
    })),
    named((name) => ({
      up: `create trigger ${name} after insert on t begin delete from u; end`,
      down: `drop trigger ${name}`,
    })),
    named((name) => ({ up: `create virtual table ${name} using fts5 (a, b)`, down: `drop table ${name}` })),
    (at) => ({ up: `alter table t add column c${at} integer check (c${at} > 0)` }),
  ],
};

withDatabases(({ engine, createDatabase }) => {
  const many = engine === "sqlite" ? runs(100, 2000) : runs(15, engine === "mysql" ? 80 : 300);
  const chosen = fc
    .array(fc.nat({ max: steps[engine].length - 1 }), { minLength: 2, maxLength: 9 })
    .map((kinds) => kinds.flatMap((kind, at) => steps[engine][kind]?.(at) ?? []));
  const shuffled = (list: readonly Step[]): fc.Arbitrary<Step[]> =>
    fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });

  /** The schema after some steps. What a server can take back does not need a database of its own each time. */
  async function schemaAfter(database: TestDatabase, order: readonly Step[]): Promise<Schema> {
    const ups = order.map(({ up }) => up);
    if (engine !== "mysql") {
      await database.run("begin", ...ups);
      const schema = await database.schema();
      await database.run("rollback");
      return schema;
    }
    const fresh = await openTestDatabase(engine, await createDatabase());
    await fresh.run(...base[engine], ...ups);
    const schema = await fresh.schema();
    await fresh.close();
    return schema;
  }

  it("does not see in which order independent statements came", async () => {
    const database = await openTestDatabase(engine, await createDatabase());
    await database.run(...base[engine]);
    await fc.assert(
      fc.asyncProperty(
        chosen.chain((list) => fc.tuple(shuffled(list), shuffled(list))),
        async ([first, second]) => {
          const one = await schemaAfter(database, first);
          const other = await schemaAfter(database, second);
          expect(compareSchemas(one, other).map(describeDifference)).toEqual([]);
          expect(fingerprintOf(one)).toBe(fingerprintOf(other));
        },
      ),
      { numRuns: many, seed: seed() },
    );
    await database.close();
  });

  it("sees the schema of before when statements are taken back", async () => {
    const database = await openTestDatabase(engine, await createDatabase());
    await database.run(...base[engine]);
    const before = await database.schema();
    await fc.assert(
      fc.asyncProperty(
        chosen
          .map((list) => list.filter(({ down }) => down !== undefined))
          .chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
        async ([ups, downs]) => {
          await database.run(...ups.map(({ up }) => up));
          const between = await database.schema();
          expect(fingerprintOf(between) === fingerprintOf(before)).toBe(ups.length === 0);
          await database.run(...downs.map(({ down = "" }) => down));
          const after = await database.schema();
          expect(compareSchemas(before, after).map(describeDifference)).toEqual([]);
          expect(fingerprintOf(after)).toBe(fingerprintOf(before));
        },
      ),
      { numRuns: many, seed: seed() },
    );
    await database.close();
  });
});
