/** The address of a database in the spelling of a tool: `database-url` may come in that of any other. */
import type { DatabaseUrl, Engine } from "@handrail/database";

/** The scheme that a tool wants for each engine; of SQLite all that stands before the file's path: `sqlite:///`. */
export type Spelling = Readonly<Record<Engine, string>>;

/** Options that are parts of the address. */
const PARTS = new Set(["user", "password", "host", "port", "dbname", "database"]);

/** The address, put together anew. What the path of a socket is to a tool is not known: there only the scheme is another. */
export function respell(url: DatabaseUrl, spelling: Spelling): string {
  const scheme = spelling[url.engine];
  if (url.engine === "sqlite") return `${scheme}${url.name.split("/").map(encodeURIComponent).join("/")}`;
  if (url.host.startsWith("/")) return url.text.replace(/^[^:]*/, scheme);
  const account = [url.user, url.password].filter((each) => each !== "").map(encodeURIComponent);
  const who = account.length === 0 ? "" : `${account.join(":")}@`;
  const options = Object.entries(url.options).filter(([name]) => !PARTS.has(name));
  const name = encodeURIComponent(url.name);
  return `${scheme}://${who}${hostAndPort(url)}/${name}${queryText(Object.fromEntries(options))}`;
}

/** `host:port`, as it stands in an address; an IPv6 host in brackets. */
export function hostAndPort({ host, port }: Pick<DatabaseUrl, "host" | "port">): string {
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** The options for Java's driver, which has its own name for the search path: https://jdbc.postgresql.org/documentation/use/ */
export function jdbcOptions({ options, searchPath }: DatabaseUrl): Readonly<Record<string, string>> {
  if (searchPath.length === 0) return options;
  const { search_path: _, schema: __, ...rest } = options;
  return { ...rest, currentSchema: searchPath.join(",") };
}

/** Options as a query with its `?`; "" when there are none. */
export function queryText(options: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(options).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}
