/** Values and names inside a statement, so that nothing in them can be read as SQL, whatever the session's settings are. */
import type { Engine } from "./query.ts";

/**
 * A text as a literal. Backslashes mean something or nothing in a literal by the settings of a session (MySQL's
 * NO_BACKSLASH_ESCAPES, PostgreSQL's standard_conforming_strings), and what a byte means by its character set: such texts are
 * written in a way that does not depend on them.
 * @throws RangeError for a NUL on PostgreSQL and SQLite, whose texts cannot hold one
 */
export function quoteLiteral(value: string, engine: Engine): string {
  const text = value.toWellFormed();
  if (engine === "mysql") {
    // https://dev.mysql.com/doc/refman/8.4/en/charset-introducer.html
    return /^[ -[\]-~]*$/.test(text) ? inQuotes(text) : `_utf8mb4 x'${Buffer.from(text).toString("hex")}'`;
  }
  if (text.includes("\0")) throw new RangeError("A text with a NUL cannot be sent to this database.");
  if (engine === "postgresql" && text.includes("\\")) return ` E${inQuotes(text.replaceAll("\\", "\\\\"))}`;
  return inQuotes(text);
}

/** A name of a table, a column … @throws RangeError for an empty name, or one with a NUL */
export function quoteName(name: string, engine: Engine): string {
  if (name === "" || name.includes("\0")) throw new RangeError("A database cannot have such a name.");
  const mark = engine === "mysql" ? "`" : '"';
  return `${mark}${name.replaceAll(mark, mark + mark)}${mark}`;
}

function inQuotes(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
