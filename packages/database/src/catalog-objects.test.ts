import { describe, expect, it } from "@jest/globals";
import { withDatabases } from "@handrail/testkit";
import { schemaChanges } from "./catalog-changes-fixture.ts";
import { openTestDatabase } from "./schema-fixture.ts";
import { readSchema, schemaStatements } from "./schema-reader.ts";
import type { Schema } from "./schema.ts";

function told({ objects }: Schema): string[] {
  return objects.map(({ kind, of, name, definition }) => `${kind} ${of === "" ? "" : `${of} `}${name}: ${definition}`);
}

/** What the first statements of catalog-changes-fixture.ts make. The text of a view depends on the version of PostgreSQL. */
const expected = {
  postgresql: [
    "column days day: date not null",
    "column days id: integer not null",
    "column days_1 day: date not null",
    "column days_1 id: integer not null",
    "column orders id: bigint not null generated always as identity",
    "column orders note: text",
    "column orders total: numeric(10,2)",
    "column orders user_id: integer",
    "column users doubled: integer generated always as (1 + 1) stored",
    "column users email: character varying(40)",
    "column users id: integer not null default nextval(its sequence)",
    "column users mood: mood",
    "column users name: text not null default 'x'::text",
    "comment users : people",
    "constraint orders orders_pkey: PRIMARY KEY (id)",
    "constraint orders orders_user: FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE",
    "constraint orders total_ok: CHECK ((total > (0)::numeric))",
    "constraint users users_pkey: PRIMARY KEY (id)",
    "extension plpgsql: schema pg_catalog",
    "index users users_email: btree (email)",
    "policy users own: for select to public using (name = CURRENT_USER)",
    "routine one(): CREATE OR REPLACE FUNCTION public.one()\n RETURNS integer\n LANGUAGE sql\nAS $function$ select 1 $function$",
    "routine touch(): CREATE OR REPLACE FUNCTION public.touch()\n RETURNS trigger\n LANGUAGE plpgsql\nAS $function$ begin return new; end $function$",
    "sequence numbers: bigint start 1 increment 1 from 1 to 9223372036854775807 cache 1",
    "sequence orders id: bigint start 1 increment 1 from 1 to 9223372036854775807 cache 1",
    "sequence users id: integer start 1 increment 1 from 1 to 2147483647 cache 1",
    "table days: table partition by RANGE (day)",
    "table days_1: table partition of public.days FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')",
    "table orders: table",
    "table users: table",
    "trigger users touched: CREATE TRIGGER touched BEFORE INSERT ON public.users FOR EACH ROW EXECUTE FUNCTION public.touch()",
    "type mood: enum ('ok', 'bad')",
    "type pair: composite (a integer, b text)",
    "type positive: domain integer positive_check CHECK ((VALUE > 0))",
    "view counts: materialized SELECT count(*) AS n FROM public.orders",
  ],
  mysql: [
    "column days day: int(11) not null",
    "column days id: int(11) not null",
    "column orders id: bigint(20) unsigned not null auto_increment",
    "column orders note: text",
    "column orders total: decimal(10,2)",
    "column orders user_id: int(11)",
    "column users doubled: int(11) generated always as (octet_length(`name`) * 2) stored",
    "column users email: varchar(40)",
    "column users id: int(11) not null auto_increment",
    "column users name: varchar(20) not null default 'x'",
    "column users seen: timestamp",
    "constraint orders orders_user: foreign key (user_id) references users (id) on delete cascade on update restrict",
    "constraint orders primary key: primary key (id)",
    "constraint orders total_ok: check (`total` > 0)",
    "constraint users primary key: primary key (id)",
    "event cleaning: every 1 day enabled do delete from orders where id = 0",
    "index orders orders_user: btree (user_id)",
    "index users users_email: unique btree (email)",
    "partition days p0: by range (`day`) values 10",
    "partition days p1: by range (`day`) values 20",
    "routine one: function () returns int(11) deterministic return 1",
    "routine work: procedure (in a int(11)) begin select a; end",
    "table days: table engine InnoDB collate utf8mb4_general_ci partitioned",
    "table orders: table engine InnoDB collate utf8mb4_general_ci",
    "table users: table engine InnoDB collate utf8mb4_general_ci",
    "trigger users touched: before insert set new.name = upper(new.name)",
    "view names: select `users`.`name` AS `name` from `users`",
  ],
};

withDatabases(
  ({ engine, createDatabase }) => {
    it("is told object by object", async () => {
      const database = await openTestDatabase(engine, await createDatabase());
      await database.run(...schemaChanges[engine].base);
      const lines = told(await database.schema()).filter(
        (line) => engine === "mysql" || !line.startsWith("view names"),
      );
      expect(lines).toEqual(engine === "mysql" ? expected.mysql : expected.postgresql);
      await database.close();
    });
  },
  ["postgresql", "mysql"],
);

it.each(["postgresql", "mysql", "sqlite"] as const)(
  "asks %s in few and short statements, each on one line",
  (engine) => {
    const statements = schemaStatements(engine);
    expect(statements.length).toBeLessThanOrEqual(11);
    expect(statements.join("").length).toBeLessThan(5000);
    for (const statement of statements) expect(statement).toMatch(/^(?:SELECT|WITH) [ -~]+$/);
  },
);

describe("answers as MySQL 8 gives them", () => {
  it("are read", () => {
    const answers = [
      [{ b: "app", t: "t", y: "BASE TABLE", e: "InnoDB", c: "utf8mb4_0900_ai_ci", o: "", m: "" }],
      [
        {
          t: "t",
          n: "id",
          y: "bigint unsigned",
          u: "NO",
          d: null,
          x: "auto_increment",
          c: null,
          g: "",
          m: "",
          s: null,
        },
        {
          t: "t",
          n: "at",
          y: "timestamp",
          u: "NO",
          d: "CURRENT_TIMESTAMP",
          x: "DEFAULT_GENERATED on update CURRENT_TIMESTAMP",
          c: null,
          g: "",
          m: "",
          s: null,
        },
        { t: "t", n: "name", y: "varchar(9)", u: "YES", d: "", x: "", c: "utf8mb4_bin", g: "", m: "", s: null },
        { t: "t", n: "place", y: "point", u: "NO", d: null, x: "", c: null, g: "", m: "", s: 4326 },
        {
          t: "t",
          n: "twice",
          y: "int",
          u: "YES",
          d: null,
          x: "VIRTUAL GENERATED",
          c: null,
          g: "(`id` * 2)",
          m: "",
          s: null,
        },
      ],
      [
        { t: "t", n: "PRIMARY", q: 1, c: "id", u: 0, p: null, a: "A", y: "BTREE", m: "", x: null, v: "YES" },
        { t: "t", n: "functional_index", q: 2, c: "name", u: 1, p: 5, a: "D", y: "BTREE", m: "", x: null, v: "NO" },
        {
          t: "t",
          n: "functional_index",
          q: 1,
          c: null,
          u: 1,
          p: null,
          a: "A",
          y: "BTREE",
          m: "",
          x: "lower(`name`)",
          v: "NO",
        },
      ],
      [{ t: "t", n: "t_ibfk_7", q: 1, c: "id", s: "other", r: "u", z: "id", u: "NO ACTION", d: "CASCADE" }],
      [{ t: "t", n: "t_chk_2", d: "(`id` > 0)", e: "NO" }],
      [{ t: "v", d: "select `app`.`t`.`id` AS `id` from `app`.`t`", c: "NONE", s: "DEFINER" }],
      [{ y: "PROCEDURE", n: "p", r: null, d: null, i: "NO", a: "CONTAINS SQL", s: "DEFINER", m: "" }],
      [],
      [{ t: "t", n: "w", w: "BEFORE", e: "UPDATE", o: 2, d: "set new.id = 1" }],
      [],
      [],
    ];
    expect(told(readSchema("mysql", answers, { without: [] }))).toEqual([
      "column t at: timestamp not null default CURRENT_TIMESTAMP default_generated on update current_timestamp",
      "column t id: bigint unsigned not null auto_increment",
      "column t name: varchar(9) collate utf8mb4_bin default ''",
      "column t place: point not null srid 4326",
      "column t twice: int generated always as ((`id` * 2)) virtual",
      "constraint t check: check ((`id` > 0)) not enforced",
      "constraint t foreign key (id): foreign key (id) references other.u (id) on delete cascade on update no action",
      "constraint t primary key: primary key (id)",
      "index t index ((lower(`name`)), name(5) desc): btree ((lower(`name`)), name(5) desc) invisible",
      "routine p: procedure ()",
      "table t: table engine InnoDB collate utf8mb4_0900_ai_ci",
      "trigger t w: before update (number 2) set new.id = 1",
      "view v: select `t`.`id` AS `id` from `t`",
    ]);
    expect(readSchema("mysql", answers, { without: ["app.t"] }).objects.map(({ name }) => name)).toEqual(["p", "v"]);
  });

  it("are read when there are none", () => {
    for (const engine of ["postgresql", "mysql", "sqlite"] as const) {
      expect(readSchema(engine, [], { without: [] })).toEqual({ engine, objects: [] });
    }
  });
});
