/** What was lost or changed between two readings of what the tables hold. */
import type { ColumnContent, TableContent } from "./content.ts";

/**
 * A difference. `rows`: a table has another number of rows. `values`: a column has another number of values. `changed`: as many
 * values as before, and not the same. `mixed`: each column has the same values, in other rows.
 */
export type ContentDifference = {
  what: "rows" | "values" | "changed" | "mixed";
  table: string;
  /** Of `values` and `changed`. */
  column?: string;
  /** Counts of rows or of values. A table or column that is no longer there has none. */
  before: number;
  after: number;
};

/** What differs, of the tables and columns that were there before; those that came since are not looked at. */
export function compareContents(before: readonly TableContent[], after: readonly TableContent[]): ContentDifference[] {
  return before.flatMap((was) =>
    compareTable(
      was,
      after.find(({ table }) => table === was.table),
    ),
  );
}

function compareTable(was: TableContent, is: TableContent | undefined): ContentDifference[] {
  const { table } = was;
  const rows = is?.rows ?? 0;
  if (rows !== was.rows) return [{ what: "rows", table, before: was.rows, after: rows }];
  const columns = was.columns.flatMap((column) =>
    compareColumn(
      table,
      column,
      is?.columns.find(({ name }) => name === column.name),
    ),
  );
  const isSameShape = is !== undefined && names(was) === names(is);
  if (columns.length > 0 || !isSameShape || was.digest === is.digest) return columns;
  return [{ what: "mixed", table, before: was.rows, after: rows }];
}

function compareColumn(table: string, was: ColumnContent, is: ColumnContent | undefined): ContentDifference[] {
  const facts = { table, column: was.name, before: was.filled, after: is?.filled ?? 0 };
  if (facts.before !== facts.after) return [{ what: "values", ...facts }];
  return is === undefined || was.digest === is.digest ? [] : [{ what: "changed", ...facts }];
}

function names({ columns }: TableContent): string {
  return JSON.stringify(columns.map(({ name }) => name));
}

/** `users: 3 rows became 0`, `users.name: 3 values became 0`, `users.name: 3 values, and not the same as before`. Plain text, not escaped. */
export function describeContentDifference({ what, table, column, before, after }: ContentDifference): string {
  if (what === "rows") return `${table}: ${counted(before, "row")} became ${after}`;
  if (what === "mixed") return `${table}: values of its ${counted(before, "row")} stand in other rows now`;
  const values = `${table}.${column ?? ""}: ${counted(before, "value")}`;
  return what === "values" ? `${values} became ${after}` : `${values}, and not the same as before`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
