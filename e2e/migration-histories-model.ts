/** What random histories are made of, and what has to be true after a rollback: for tools in the test's process and real ones. */
import { expect } from "@jest/globals";
import fc from "fast-check";
import { fingerprintOf, readSchema, schemaStatements } from "@handrail/database";
import type { Query } from "@handrail/database";
import { makeToy } from "./migration-toy.ts";

/** What a migration does: a table, a column on an earlier table, an index, or two tables at once. */
export type Shape = "table" | "column" | "index" | "two";

/** The statements of a migration. */
export type Script = { up: readonly string[]; down: readonly string[] };

/** Somebody presses the button; `pick` chooses among what there is. */
export type Press = { do: "rollback"; to: "previous" | "steps" | "version" | "deployment" | "before"; pick: number };

/** A database at one moment. */
export type Moment = { applied: readonly string[]; schema: string };

/** Any of the shapes. */
export const shape: fc.Arbitrary<Shape> = fc.constantFrom<Shape>("table", "column", "index", "two");

/** Any press of the button. */
export const press: fc.Arbitrary<Press> = fc.record({
  do: fc.constant("rollback" as const),
  to: fc.constantFrom<Press["to"]>("previous", "steps", "version", "deployment", "before"),
  pick: fc.nat({ max: 9 }),
});

/** Writes a migration whose names no other has; without a table that it could change it makes one. */
export function makeScript(wanted: Shape, name: string, tables: readonly string[]): Script {
  const [table] = tables;
  if (wanted === "column" && table !== undefined) {
    return {
      up: [`ALTER TABLE ${table} ADD COLUMN c_${name} text`],
      down: [`ALTER TABLE ${table} DROP COLUMN c_${name}`],
    };
  }
  if (wanted === "index" && table !== undefined) {
    return { up: [`CREATE INDEX i_${name} ON ${table} (id)`], down: [`DROP INDEX i_${name}`] };
  }
  const names = wanted === "two" ? [`a_${name}`, `b_${name}`] : [`t_${name}`];
  return {
    up: names.map((each) => `CREATE TABLE ${each} (id integer primary key, x text)`),
    down: names.toReversed().map((each) => `DROP TABLE ${each}`),
  };
}

/** The tables that statements make. */
export function tablesIn(statements: readonly string[]): string[] {
  return statements.flatMap((each) => /^CREATE TABLE (\w+)/.exec(each)?.[1] ?? []);
}

/** The input `to`. `order`: what is applied, the newest last; `records`: their ids, if there are any. */
export function targetOf(
  { to, pick }: Press,
  { records, order }: { records: readonly number[]; order: readonly string[] },
): string {
  if (to === "previous") return "previous-deployment";
  if (to === "steps") return `steps:${1 + (pick % 4)}`;
  if (to === "version") return `version:${order[pick % Math.max(1, order.length)] ?? "none"}`;
  return `${to === "before" ? "before-deployment" : "deployment"}:${records[pick % Math.max(1, records.length)] ?? 1}`;
}

/** The schema without what the tool and we keep for ourselves. */
export async function schemaOf(query: Query, ownTable: string): Promise<string> {
  return fingerprintOf(readSchema("sqlite", await query(schemaStatements("sqlite")), { without: [ownTable] }));
}

/** The schema that these migrations make on an empty database, in this order. */
export async function schemaMadeOf(scripts: readonly (Pick<Script, "up"> | undefined)[]): Promise<string> {
  const { database, query } = makeToy(true);
  try {
    for (const { up } of scripts.filter((each) => each !== undefined)) for (const each of up) database.exec(each);
    return await schemaOf(query, "toy_migrations");
  } finally {
    database.close();
  }
}

/**
 * Judges a rollback: what is gone has to be the newest by application, or nothing may have changed and the result says so. Returns
 * what is left, in the order in which it was applied; the schema has to be that of this.
 */
export function judgePress(
  order: readonly string[],
  { before, now }: { before: Moment; now: Moment },
  said: { result: unknown; reverted: unknown },
): readonly string[] {
  if (said.result !== "rolled-back") {
    expect(["refused", "nothing-to-do"]).toContain(said.result);
    expect([now, said.reverted]).toEqual([before, []]);
    return order;
  }
  const gone = order.filter((id) => !now.applied.includes(id));
  const left = order.slice(0, order.length - gone.length);
  expect(gone).not.toEqual([]);
  expect(left.toSorted()).toEqual(now.applied);
  expect(said.reverted).toEqual(gone.toReversed());
  return left;
}
