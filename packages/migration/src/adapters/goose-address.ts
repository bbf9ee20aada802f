/** The addresses that tools in Go take, and goose's environment (https://pressly.github.io/goose, cmd/goose/main.go). */
import { tlsOf } from "@handrail/database";
import type { DatabaseUrl, TlsMode } from "@handrail/database";
import type { ToolSettings } from "../adapter.ts";
import { hostAndPort, queryText, respell } from "./respelled-url.ts";

const DRIVER = { postgresql: "postgres", mysql: "mysql", sqlite: "sqlite3" } as const;
const SPELLING = { postgresql: "postgres", mysql: "mysql", sqlite: "" } as const;
/** What the driver go-sql-driver/mysql knows; it would take any other name for a variable of the server. */
const MYSQL_OPTION =
  /^(?:charset|collation|timeout|readTimeout|writeTimeout|loc|multiStatements|allowCleartextPasswords|allowNativePasswords)$/;
/** Its words for TLS. Nothing is said for `prefer`: that is what an address means that says nothing. */
const MYSQL_TLS: Readonly<Partial<Record<TlsMode, string>>> = {
  disable: "false",
  require: "skip-verify",
  "verify-ca": "true",
  "verify-full": "true",
};

/** The variables; none where a task knows its own. */
export function gooseEnvironment({ url, isRemote }: ToolSettings): Readonly<Record<string, string>> {
  if (url === undefined || isRemote) return {};
  return { DATABASE_URL: url.text, GOOSE_DRIVER: DRIVER[url.engine], GOOSE_DBSTRING: addressOf(url) };
}

function addressOf(url: DatabaseUrl): string {
  if (url.engine === "sqlite") return url.name;
  if (url.engine === "postgresql") return respell(url, SPELLING);
  // Nothing is escaped here: the driver looks for the last @ and the first colon.
  const account = url.password === "" ? url.user : `${url.user}:${url.password}`;
  return `${account}@${mysqlPlace(url)}${queryText({ ...mysqlOptions(url), parseTime: "true" })}`;
}

/** `tcp(host:port)/name`, or `unix(path)/name`. */
export function mysqlPlace(url: DatabaseUrl): string {
  const place = url.host.startsWith("/") ? `unix(${url.host})` : `tcp(${hostAndPort(url)})`;
  return `${place}/${encodeURIComponent(url.name)}`;
}

/** The options of an address that the driver of MySQL knows. */
export function mysqlOptions(url: DatabaseUrl): Readonly<Record<string, string>> {
  const known = Object.entries(url.options).filter(([name]) => MYSQL_OPTION.test(name));
  const tls = MYSQL_TLS[tlsOf(url).mode];
  return { ...Object.fromEntries(known), ...(tls === undefined ? {} : { tls }) };
}
