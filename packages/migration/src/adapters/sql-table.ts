/** Reads the applied set from a tool's own table. */
import { DatabaseFailure, quoteName } from "@handrail/database";
import type { Engine, Query, Row } from "@handrail/database";
import { Failure } from "@handrail/runner";
import type { ToolSettings } from "../adapter.ts";

/** A table; `schema` is "" where the search path finds it. */
export type ToolTable = { schema: string; name: string };

/** The tool's table: `name` or `schema.name` by the input migrations-table, else its usual name. */
export function toolTable({ migrationsTable }: Pick<ToolSettings, "migrationsTable">, usual: string): ToolTable {
  const text = migrationsTable === "" ? usual : migrationsTable;
  const dot = text.lastIndexOf(".");
  return dot === -1 ? { schema: "", name: text } : { schema: text.slice(0, dot), name: text.slice(dot + 1) };
}

/** Its name inside a statement. */
export function quoteTable({ schema, name }: ToolTable, engine: Engine): string {
  return schema === "" ? quoteName(name, engine) : `${quoteName(schema, engine)}.${quoteName(name, engine)}`;
}

/**
 * Asks one table; no rows when there is no such table. A table without a column that is asked for is another one: an error.
 * @throws Failure `invalid-input` for such a table, DatabaseFailure
 */
export async function readTable(query: Query, statement: string): Promise<readonly Row[]> {
  try {
    const [rows] = await query([statement]);
    return rows ?? [];
  } catch (thrown) {
    if (!(thrown instanceof DatabaseFailure) || thrown.kind !== "missing") throw thrown;
    if (!isColumn(thrown)) return [];
    throw new Failure({
      reason: "invalid-input",
      what: `The table where this tool should keep what is applied is another one (${thrown.said})`,
      remedy: "Name the tool's own table in migrations-table, and its database in database-url.",
      cause: thrown,
    });
  }
}

/** PostgreSQL's 42703, MySQL's 1054; SQLite only says it in words. */
function isColumn({ code, said }: DatabaseFailure): boolean {
  return code === "42703" || code === "1054" || /no such column|no column named/i.test(said);
}

/** A column of each row as text, in the order of the rows. */
export function textsOf(rows: readonly Row[], column: string): readonly string[] {
  return rows.map((row) => String(row[column] ?? ""));
}

/** Whether a value of a column means yes: booleans come as 1, `t` or `true`, too. */
export function isTrue(value: Row[string] | undefined): boolean {
  return value === true || value === 1 || (typeof value === "string" && /^(?:1|t|true)$/i.test(value));
}
