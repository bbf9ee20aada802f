/** The migrations of the plot: the same few lines of SQL for every tool and database. */
import type { ScriptedMigration } from "@handrail/testkit";

/** A migration, and the columns that it makes: `table.column`. */
export type Chapter = ScriptedMigration & { rank: number; columns: readonly string[] };

const table = (name: string, ...columns: string[]): string =>
  `create table ${name} (${["id integer not null primary key", ...columns].join(", ")})`;

/** Each with the same place in the order whatever else the project has, so that its id stays the same. */
export const chapters = {
  users: {
    slug: "users",
    rank: 1,
    up: [table("users", "name varchar(100)")],
    down: ["drop table users"],
    columns: ["users.id", "users.name"],
  },
  orders: {
    slug: "orders",
    rank: 2,
    up: [table("orders", "total integer"), "create index orders_total on orders (total)"],
    down: ["drop table orders"],
    columns: ["orders.id", "orders.total"],
  },
  locale: {
    slug: "locale",
    rank: 3,
    up: ["alter table users add column locale varchar(10)"],
    down: ["alter table users drop column locale"],
    columns: ["users.locale"],
  },
  audit: {
    slug: "audit",
    rank: 4,
    up: [table("audit")],
    down: ["drop table audit"],
    columns: ["audit.id"],
  },
  stock: {
    slug: "stock",
    rank: 5,
    up: [table("stock"), "alter table orders add column paid integer"],
    down: ["alter table orders drop column paid", "drop table stock"],
    columns: ["orders.paid", "stock.id"],
  },
  notes: {
    slug: "notes",
    rank: 6,
    up: [table("notes"), "alter table notes add column total integer"],
    down: ["drop table notes"],
    columns: ["notes.id", "notes.total"],
  },
  kept: { slug: "kept", rank: 7, up: [table("kept")], down: "empty", columns: ["kept.id"] },
  // Nobody can see that this undoes nothing but the database.
  sham: {
    slug: "sham",
    rank: 8,
    up: [table("sham")],
    down: ["update users set name = 'nobody' where id = 0"],
    columns: ["sham.id"],
  },
} as const satisfies Readonly<Record<string, Chapter>>;

/** Their names. */
export type Slug = keyof typeof chapters;

/** All tables that they make. */
export const tables: readonly string[] = ["users", "orders", "audit", "stock", "notes", "kept", "sham"];

/** `notes` with a second statement that fails, and that has a secret in it which tools print when they tell why. */
export function failingNotes(secret: string): Chapter {
  return { ...chapters.notes, up: [table("notes"), `insert into nowhere (id) values ('${secret}')`] };
}
