/** The address of a database, as `database-url` gives it. */
import { createHash } from "node:crypto";
import { normalize } from "node:path/posix";
import type { Engine } from "./query.ts";
import { searchPathOf } from "./url-search-path.ts";
import { parseSqliteName } from "./url-sqlite.ts";
import { decode, refuseUrl, splitOptions } from "./url-text.ts";
import { tlsOf } from "./url-tls.ts";
import { parseAuthority, parsePort } from "./url-authority.ts";

/** A parsed address. Everything but `identity` and `place` can hold secrets. */
export type DatabaseUrl = {
  engine: Engine;
  /** As it was given. */
  text: string;
  /** As the scheme was written: `postgres`, `postgresql`, `mysql`, `mariadb`, `sqlite`, `sqlite3`, `file`. */
  scheme: string;
  /** "" for SQLite. */
  host: string;
  port: number;
  /** Decoded. */
  user: string;
  password: string;
  /** The database's name, decoded; of SQLite the file's path as given (absolute, or relative to working-directory). */
  name: string;
  /** What follows `?`, decoded. */
  options: Readonly<Record<string, string>>;
  /** PostgreSQL: the schemas that the address names as its search path; empty for the default, and for other engines. */
  searchPath: readonly string[];
  /**
   * 24 hex digits that tell this database from another, without user, password and options: SHA-256 over engine, host, port, name,
   * and the first schema of a search path.
   */
  identity: string;
  /** What people may read: `postgresql://db.example:5432/app`, with a search path `postgresql://db.example:5432/app (schema one)`. */
  place: string;
};

/** By lower-case scheme. `postgis` and `mysql2` are Rails' names, `pgsql` is Laravel's; what follows `+` is SQLAlchemy's driver. */
const engines: ReadonlyMap<string, Engine> = new Map([
  ["postgres", "postgresql"],
  ["postgresql", "postgresql"],
  ["postgis", "postgresql"],
  ["pgsql", "postgresql"],
  ["mysql", "mysql"],
  ["mysql2", "mysql"],
  ["mariadb", "mysql"],
  ["sqlite", "sqlite"],
  ["sqlite3", "sqlite"],
  ["file", "sqlite"],
]);
const SCHEME = /^([a-z][a-z0-9]*)(?:\+[a-z0-9_]+)?:(.*)$/is;

/**
 * Parses an address. User, password, host and name are percent-decoded; what has a meaning in an address (`@ : / ? # %`) has to
 * be percent-encoded in them.
 * @throws Failure `invalid-input`, which never repeats anything of the address
 */
export function parseDatabaseUrl(text: string): DatabaseUrl {
  const [, written = "", rest = ""] = SCHEME.exec(text) ?? [];
  const scheme = written.toLowerCase();
  const engine = engines.get(scheme);
  if (engine === undefined) throw refuseUrl("it begins with none of the schemes that are known");
  if (rest.includes("#")) throw refuseUrl("it has a # that is not written as %23");
  const [address, options] = splitOptions(rest);
  if (engine === "sqlite") {
    const name = parseSqliteName(address, options);
    const where = { host: "", port: 0, user: "", password: "", name };
    const path = name.split("/").map(encodeURIComponent).join("/");
    const identity = identityOf(engine, where, []);
    return { engine, text, scheme, ...where, options, searchPath: [], identity, place: `sqlite:${path}` };
  }
  const where = parseServer(address, options, engine);
  const { host, port, name, user } = where;
  const searchPath = engine === "postgresql" ? searchPathOf(options, user) : [];
  const schema = searchPath[0] === undefined ? "" : ` (schema ${searchPath[0]})`;
  const place = `${engine}://${hostText(host)}:${port}/${encodeURIComponent(name)}${schema}`;
  const identity = identityOf(engine, where, searchPath[0] === "public" ? [] : searchPath.slice(0, 1));
  const url = { engine, text, scheme, ...where, options, searchPath, identity, place };
  // What cannot be understood of TLS is told here and not when the connection is made.
  tlsOf(url);
  return url;
}

type Where = Pick<DatabaseUrl, "host" | "port" | "user" | "password" | "name">;

/** Parts that an address leaves out may stand in its options, as libpq and JDBC have it. */
function parseServer(address: string, options: DatabaseUrl["options"], engine: Engine): Where {
  if (!address.startsWith("//")) throw refuseUrl("no // follows its scheme");
  const slash = address.indexOf("/", 2);
  const end = slash === -1 ? address.length : slash;
  const { user, password, host, port } = parseAuthority(address.slice(2, end));
  const path = address.slice(end + 1);
  if (/[/@]/.test(path)) throw refuseUrl("its database has a / or @ in its name that is not percent-encoded");
  const socket = options["socket"] ?? options["unix_socket"];
  const where = {
    host: host || (options["host"] ?? socket ?? "localhost"),
    port: port ?? portOf(options["port"]) ?? (engine === "postgresql" ? 5432 : 3306),
    user: user || (options["user"] ?? ""),
    password: password || (options["password"] ?? ""),
    name: decode(path) || (options["dbname"] ?? options["database"] ?? ""),
  };
  if (where.name === "") throw refuseUrl("it names no database");
  if (/\p{Cc}/u.test(where.host + where.user + where.name)) throw refuseUrl("it has control characters");
  return where;
}

function portOf(text: string | undefined): number | undefined {
  return text === undefined || text === "" ? undefined : parsePort(text);
}

function identityOf(engine: Engine, { host, port, name }: Where, schema: readonly string[]): string {
  const parts = engine === "sqlite" ? [engine, normalize(name)] : [engine, host.toLowerCase(), port, name, ...schema];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 24);
}

/** A host as an address has it: IPv6 in brackets, the path of a socket encoded. */
function hostText(host: string): string {
  return host.includes(":") ? `[${host}]` : encodeURIComponent(host);
}
