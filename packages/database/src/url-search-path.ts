/** The search path that an address of PostgreSQL names: with it the schemas of one database can be databases of their own. Pure. */
import { quoteName } from "./quote.ts";

/**
 * The schemas of the search path, in order: of the option `search_path` (Go, libpq's users), `currentSchema` (Java) or `schema`
 * (Prisma: one name as it is), or of `-c search_path=…` in libpq's `options`. Empty when the address names none, or nothing but
 * `"$user"` and `public`, PostgreSQL's own default.
 * https://www.postgresql.org/docs/15/ddl-schemas.html#DDL-SCHEMAS-PATH
 */
export function searchPathOf(options: Readonly<Record<string, string>>, user: string): readonly string[] {
  const text = searchPathText(options);
  const names = text === undefined ? inOptions(options) : splitNames(text);
  if (names.every((name) => name === "public" || name === "$user")) return [];
  return names.map((name) => (name === "$user" ? user : name)).filter((name) => name !== "");
}

/** As SQL has it, of an option of its own; undefined when the address has none. */
export function searchPathText(options: Readonly<Record<string, string>>): string | undefined {
  const { schema } = options;
  const own = schema === undefined || schema === "" ? undefined : quoteName(schema, "postgresql");
  return options["search_path"] ?? options["currentSchema"] ?? own;
}

/** Sets a search path, in the form of libpq's `options`, which `PGOPTIONS` has, too. */
export function searchPathSetting(text: string): string {
  return `-c search_path=${text.replaceAll(/[\\\s]/g, String.raw`\$&`)}`;
}

/** `options=-c search_path=a,b`, as the server reads it: in any case, `-` for `_`, the last one counts, a backslash keeps what follows. */
function inOptions({ options = "" }: Readonly<Record<string, string>>): string[] {
  const all = options.matchAll(/(?:^|\s)(?:-c\s*|--)search[_-]path=((?:\\.|[^\s\\])*)/gi);
  const found = [...all].at(-1)?.[1];
  return found === undefined ? [] : splitNames(found.replaceAll(/\\(.)/gs, "$1"));
}

/** Names of SQL: without quotes they are lower case. */
function splitNames(text: string): string[] {
  return Array.from(text.matchAll(/"((?:[^"]|"")*)"|([^\s,"]+)/g), ([, quoted, plain = ""]) =>
    quoted === undefined ? plain.toLowerCase() : quoted.replaceAll('""', '"'),
  );
}
