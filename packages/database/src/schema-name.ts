/**
 * Names of schema objects as texts that can be taken apart again: parts joined with `.`, and a part that has a `.` or `"` of its
 * own stands in `"`. `users`, `app.users` (a table outside of the default schema), `"a.b"` (one table with a dot in its name).
 */

/** Joins the parts of a name; empty ones are left out. */
export function joinName(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== "")
    .map((part) => (/[".]/.test(part) ? `"${part.replaceAll('"', '""')}"` : part))
    .join(".");
}

/** Takes a joined name apart. A text that was not joined by joinName gives parts that mean nothing, never an error. */
export function nameParts(name: string): string[] {
  return Array.from(name.matchAll(/"((?:[^"]|"")*)"|[^."]+/g), ([part, quoted]) =>
    quoted === undefined ? part : quoted.replaceAll('""', '"'),
  );
}

/** What our own tables, and all else that we keep in a database of the user, begin with. */
const OURS = /^handrail_/i;

/** Tells what is no part of a schema: our own things, and the tables that are named. */
export type LeftOut = (schema: string, name: string) => boolean;

/**
 * @param without names of tables as the database has them, case aside; one without a schema is meant in every schema, for a tool's
 *   table stands where the user's search path says
 */
export function leavingOut(without: readonly string[]): LeftOut {
  const names = new Set(without.map((name) => nameParts(name).join("\0").toLowerCase()));
  return (schema, name) => {
    const bare = name.toLowerCase();
    return OURS.test(name) || names.has(bare) || names.has(`${schema.toLowerCase()}\0${bare}`);
  };
}
