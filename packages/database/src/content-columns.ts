/** The tables of a schema whose rows are counted and compared, each with its columns by name. */
import { nameParts } from "./schema-name.ts";
import type { Schema } from "./schema.ts";

/** A table, as the schema names it. Its columns stand in the order of their names, for their order in the table may change. */
export type ContentTable = { table: string; columns: readonly ContentColumn[] };

/** A column: its bare name, and its type. */
export type ContentColumn = { name: string; type: string };

/** Tables whose rows are elsewhere, or that are made of something else than rows. */
const ELSEWHERE = /^(?:unlogged )?(?:foreign|virtual) table/;

/** The tables in the order of the schema. */
export function contentTables({ objects }: Schema): ContentTable[] {
  const columns = new Map<string, ContentColumn[]>();
  for (const { kind, of, name, type = "" } of objects) {
    if (kind !== "column") continue;
    const [bare = name] = nameParts(name);
    columns.set(of, [...(columns.get(of) ?? []), { name: bare, type }]);
  }
  return objects
    .filter(({ kind, definition }) => kind === "table" && !ELSEWHERE.test(definition))
    .map(({ name }) => ({ table: name, columns: columns.get(name) ?? [] }));
}
