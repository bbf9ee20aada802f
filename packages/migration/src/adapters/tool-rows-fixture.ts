/** Tables of tools without a server: rows that are handed over, or SQLite in memory with the tool's own columns. */
import { DatabaseFailure } from "@handrail/database";
import type { Query, Row } from "@handrail/database";
import { DatabaseSync } from "node:sqlite";
import type { Adapter, ToolSettings } from "../adapter.ts";
import type { AppliedSet, Migration } from "../migration.ts";

/** Answers every statement with these rows. */
export function rowsQuery(rows: readonly Row[]): Query {
  return (statements) => Promise.resolve(statements.map(() => rows));
}

/** Has no table at all. */
export const noTable: Query = () =>
  Promise.reject(new DatabaseFailure({ kind: "missing", code: "42P01", message: "relation does not exist" }));

/** SQLite in memory, after these statements. */
export function sqliteQuery(...statements: readonly string[]): Query {
  const database = new DatabaseSync(":memory:");
  for (const statement of statements) database.exec(statement);
  return (asked) => {
    try {
      return Promise.resolve(asked.map((statement) => database.prepare(statement).all() as Row[]));
    } catch (thrown) {
      const message = thrown instanceof Error ? thrown.message : String(thrown);
      const kind = /no such (?:table|column)/.test(message) ? "missing" : "refused";
      return Promise.reject(new DatabaseFailure({ kind, code: "SQLITE_ERROR", message }));
    }
  };
}

/** What an adapter reads. */
export function readState(adapter: Adapter, settings: ToolSettings, query: Query): Promise<AppliedSet> {
  const state = adapter.state(settings);
  if (state.how !== "table") throw new Error("It is asked another way.");
  return state.read(query);
}

/** A migration by its id, with a file's name. */
export function migrationOf(id: string, title = `${id}_x.sql`): Migration {
  return { id, title, digest: "", down: "real" };
}
