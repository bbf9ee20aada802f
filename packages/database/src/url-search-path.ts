/** The search path that an address of PostgreSQL names: with it the schemas of one database can be databases of their own. Pure. */

/**
 * The schemas of the search path, in order: of the option `search_path` (Go, libpq's users), `currentSchema` (Java) or `schema`
 * (Prisma: one name as it is), or of `-c search_path=…` in libpq's `options`. Empty when the address names none, or only what is
 * PostgreSQL's own default: `"$user"` and `public`.
 * https://www.postgresql.org/docs/15/ddl-schemas.html#DDL-SCHEMAS-PATH
 */
export function searchPathOf(options: Readonly<Record<string, string>>, user: string): readonly string[] {
  const text = options["search_path"] ?? options["currentSchema"];
  const { schema } = options;
  const names =
    text === undefined ? (schema === undefined || schema === "" ? inOptions(options) : [schema]) : splitNames(text);
  const path = names.map((name) => (name === "$user" ? user : name)).filter((name) => name !== "");
  return path.every((name) => name === "public" || name === user) ? [] : path;
}

/** `options=-c search_path=a,b`; a backslash there keeps what follows it. */
function inOptions({ options = "" }: Readonly<Record<string, string>>): string[] {
  const found = /(?:^|\s)(?:-c\s*|--)search_path=((?:\\.|[^\s\\])*)/.exec(options)?.[1];
  return found === undefined ? [] : splitNames(found.replaceAll(/\\(.)/gs, "$1"));
}

/** Names of SQL: without quotes they are lower case. */
function splitNames(text: string): string[] {
  return Array.from(text.matchAll(/"((?:[^"]|"")*)"|([^\s,"]+)/g), ([, quoted, plain = ""]) =>
    quoted === undefined ? plain.toLowerCase() : quoted.replaceAll('""', '"'),
  );
}
