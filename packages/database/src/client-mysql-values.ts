/** Values of MySQL as plain data. */
import type { TypeCastField, TypeCastNext } from "mysql2";
import { hexOf, toCell, toInteger } from "./client-values.ts";
import type { Row } from "./query.ts";

/** Decimal numbers keep all of their digits, whole ones (a sum of integers) are numbers; geometries are bytes. */
export function castValue(field: TypeCastField, next: TypeCastNext): unknown {
  if (field.type === "DECIMAL" || field.type === "NEWDECIMAL") {
    const text = field.string();
    return text === null ? null : toInteger(text);
  }
  if (field.type === "GEOMETRY") {
    const bytes = field.buffer();
    return bytes === null ? null : hexOf(bytes);
  }
  return next();
}

/** The rows of what a statement gives: none when it is about what was done; of a procedure those of its last result. */
export function rowsOf(result: unknown): Row[] {
  if (!Array.isArray(result)) return [];
  const list: unknown[] = result;
  const last = list.findLast((each) => Array.isArray(each));
  if (last !== undefined) return rowsOf(last);
  return list.map((row) => {
    const entries = typeof row === "object" && row !== null ? Object.entries(row) : [];
    return Object.fromEntries(entries.map(([name, value]) => [name, toCell(value)]));
  });
}
