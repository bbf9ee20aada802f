/** Values of PostgreSQL in its text format as plain data, by the object id of their type. */
import { toFloat, toInteger } from "./client-values.ts";
import type { Cell } from "./client-values.ts";

/** https://github.com/postgres/postgres/blob/master/src/include/catalog/pg_type.dat */
const parsers: ReadonlyMap<number, (text: string) => Cell> = new Map([
  [16, (text: string): Cell => text === "t"],
  [17, bytesToHex],
  [20, toInteger],
  [21, toInteger],
  [23, toInteger],
  [26, toInteger],
  [700, toFloat],
  [701, toFloat],
  // A decimal number keeps all of its digits; what is a whole number, such as a sum of integers, is one.
  [1700, toInteger],
]);

/** What makes a value of a type's text. Times, arrays, JSON and all that is not known stay as the server writes them. */
export function parserOf(type: number): (text: string) => Cell {
  return parsers.get(type) ?? ((text) => text);
}

/** Both formats of bytea_output. https://www.postgresql.org/docs/current/datatype-binary.html */
function bytesToHex(text: string): string {
  if (text.startsWith(String.raw`\x`)) return text.slice(2).toLowerCase();
  const bytes = text.replaceAll(
    /\\(?:\\|([0-7]{3}))|([^\\])/g,
    (_, octal: string | undefined, plain: string | undefined) => {
      const code = octal === undefined ? (plain ?? "\\").charCodeAt(0) : Number.parseInt(octal, 8);
      return code.toString(16).padStart(2, "0");
    },
  );
  return bytes;
}
