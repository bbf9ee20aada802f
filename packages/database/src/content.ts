/** What the tables of a database hold, so that "down, up" can be seen to lose values. For databases that are thrown away: all is read. */
import { contentTables } from "./content-columns.ts";
import { contentStatementsOf, rowCountStatement } from "./content-statements.ts";
import { digestOf } from "./fingerprint.ts";
import type { Row } from "./query.ts";
import type { Schema } from "./schema.ts";

/** What a column holds: how many values that are not null, and a digest of them that does not depend on the order of the rows. */
export type ColumnContent = { name: string; filled: number; digest: string };

/** What a table holds; its digest is that of whole rows. Columns are in the order of their names. */
export type TableContent = { table: string; rows: number; digest: string; columns: readonly ColumnContent[] };

/** Statements that count the rows of all tables of a schema, for readRowCounts. */
export function rowCountStatements(schema: Schema): string[] {
  return contentTables(schema).map((table) => rowCountStatement(schema.engine, table));
}

/** How many rows each table has. @param schema the same one */
export function readRowCounts(schema: Schema, answers: readonly (readonly Row[])[]): Map<string, number> {
  return new Map(contentTables(schema).map(({ table }, at) => [table, Number(answers[at]?.[0]?.["n"] ?? 0)]));
}

/** Statements that tell what all tables of a schema hold, for readContent. Each table is read as a whole. */
export function contentStatements(schema: Schema): string[] {
  return contentTables(schema).flatMap((table) => contentStatementsOf(schema.engine, table));
}

/**
 * What the tables hold. Digests can be compared within one database. Of SQLite they are exact for tables up to 50,000 rows and
 * 16 MB; beyond that they are sums of lengths.
 * @param schema the same one
 */
export function readContent(schema: Schema, answers: readonly (readonly Row[])[]): TableContent[] {
  let next = 0;
  return contentTables(schema).map((table) => {
    const own = answers.slice(next, next + contentStatementsOf(schema.engine, table).length);
    next += own.length;
    const [[profile = {}] = [], rows = []] = own;
    const columns = table.columns.map(({ name }, at): ColumnContent => {
      const filled = Number(profile[`c${at}`] ?? 0);
      const texts = rows.map((row) => String(row[`c${at}`]));
      return {
        name,
        filled,
        digest: rows.length > 0 ? digestOf("column", texts.sort()) : String(profile[`d${at}`] ?? ""),
      };
    });
    const texts = rows.map((row) => JSON.stringify(table.columns.map((_, at) => row[`c${at}`])));
    const digest = rows.length > 0 ? digestOf("rows", texts.sort()) : String(profile["d"] ?? "");
    return { table: table.table, rows: Number(profile["n"] ?? 0), digest, columns };
  });
}
