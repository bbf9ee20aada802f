/** Rows of MySQL's catalog as texts, and the names that MySQL makes up. */
import type { Row } from "./query.ts";

/** A value as text; "" for null and what is not there. */
export type Cell = (name: string) => string;

/** Reads the cells of a row by name. */
export function cellsOf(row: Row): Cell {
  return (name) => {
    const value = row[name];
    return value === undefined || value === null ? "" : String(value);
  };
}

/** Joins what is not empty with spaces. */
export function phrase(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}

/** A comment in words; "" without one. */
export function commented(comment: string): string {
  return comment === "" ? "" : `comment '${comment.replaceAll("'", "''")}'`;
}

/** Rows by one of their texts, in the order of a number: the columns of an index, the parameters of a routine. */
export function groupRows(rows: readonly Row[], keyOf: (cell: Cell) => string): Map<string, Cell[]> {
  const groups = new Map<string, Cell[]>();
  const sorted = rows.map(cellsOf).sort((left, right) => Number(left("q")) - Number(right("q")));
  for (const cell of sorted) {
    const key = keyOf(cell);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [cell]);
    else group.push(cell);
  }
  return groups;
}

/** A foreign key without a name: `orders_ibfk_1`, numbered by the order in which they were made; newer MariaDB says only `1`. */
export function isMadeKey(table: string, name: string): boolean {
  return /^\d+$/.test(name) || /^_ibfk_\d+$/.test(behind(table, name));
}

/** A check without a name: `orders_chk_1` of MySQL, `CONSTRAINT_1` of MariaDB. */
export function isMadeCheck(table: string, name: string): boolean {
  return /^CONSTRAINT_\d+$/.test(name) || /^_chk_\d+$/.test(behind(table, name));
}

/** An index without a name: that of its first column, with a number when that is taken; or that of its foreign key. */
export function isMadeIndex(table: string, name: string, first: string): boolean {
  if (isMadeKey(table, name) || /^functional_index(_\d+)?$/.test(name)) return true;
  return first !== "" && /^(_\d+)?$/.test(behind(first, name));
}

/** What follows a beginning; the whole text, which then matches nothing, when it begins with something else. */
function behind(beginning: string, text: string): string {
  return text.toLowerCase().startsWith(beginning.toLowerCase()) ? text.slice(beginning.length) : "-";
}
