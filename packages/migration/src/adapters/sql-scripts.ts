/** The scripts of migrations as text: their digest, and whether SQL says anything. */
import { createHash } from "node:crypto";

/** SHA-256 in hex over the texts of a migration's scripts, in this order. "" when there is none. */
export function digestOfScripts(texts: readonly string[]): string {
  if (texts.length === 0) return "";
  const hash = createHash("sha256");
  // The length in front keeps two scripts apart from one with the same text.
  for (const text of texts) hash.update(texts.length === 1 ? text : `${text.length}\n${text}`);
  return hash.digest("hex");
}

/** Comments; what MySQL runs although it looks like one (`/*!`, `/*M!`) is none. */
const COMMENTS = /--[^\n]*|^[ \t]*#[^\n]*|\/\*(?!M?!)[^]*?\*\//gm;
/** A statement that changes nothing, as people write it where a tool insists on one. */
const IDLE =
  /^(?:begin|start transaction|commit|end|rollback|select\s+(?:\d+|null|true|'[^']*'))(?:\s+(?:work|transaction))?$/i;

/** Whether SQL does nothing: only comments, white space, and statements such as `SELECT 1`. */
export function isIdleSql(sql: string): boolean {
  return sql
    .replaceAll(COMMENTS, " ")
    .split(";")
    .map((statement) => statement.trim())
    .every((statement) => statement === "" || IDLE.test(statement));
}
