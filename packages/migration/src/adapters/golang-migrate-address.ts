/** The address of a database for golang-migrate, which takes it as an argument only (golang-migrate/migrate#1319): no secret in it. */
import type { DatabaseUrl } from "@handrail/database";
import { Failure } from "@handrail/runner";
import type { ToolSettings } from "../adapter.ts";
import { mysqlOptions, mysqlPlace } from "./goose-address.ts";
import { hasOption } from "./javascript-tool.ts";
import { hostAndPort, queryText } from "./respelled-url.ts";

/** The arguments that name the database, and the environment that they need. */
export type GolangMigrateAddress = { args: readonly string[]; environment: Readonly<Record<string, string>> };

/** Options of PostgreSQL that are no secrets. */
const OPEN_OPTION =
  /^(?:sslmode|sslrootcert|sslcert|sslkey|sslsni|connect_timeout|search_path|options|application_name)$/;
/** golang-migrate's own. */
const OWN_OPTION = /^x-[\w-]+$/;

/**
 * The address for these settings; nothing where a task, or the command of the project, knows its own.
 * @throws Failure `invalid-input` for MySQL with a password, which would be in argv
 */
export function golangMigrateAddress(settings: ToolSettings): GolangMigrateAddress {
  const { url, isRemote } = settings;
  if (url === undefined || isRemote) return { args: [], environment: {} };
  const environment = { DATABASE_URL: url.text, ...(url.engine === "postgresql" ? passwordVariables(url) : {}) };
  if (hasOption(settings, "-database", "--database")) return { args: [], environment };
  return { args: ["-database", addressOf(url, settings)], environment };
}

/** The driver lib/pq reads them where the address says nothing: https://pkg.go.dev/github.com/lib/pq. */
function passwordVariables({ user, password }: DatabaseUrl): Record<string, string> {
  return { ...(user === "" ? {} : { PGUSER: user }), ...(password === "" ? {} : { PGPASSWORD: password }) };
}

function addressOf(url: DatabaseUrl, { migrationsTable }: ToolSettings): string {
  const pick = (pattern: RegExp): Record<string, string> =>
    Object.fromEntries(Object.entries(url.options).filter(([name]) => pattern.test(name)));
  const own = { ...pick(OWN_OPTION), ...(migrationsTable === "" ? {} : { "x-migrations-table": migrationsTable }) };
  if (url.engine === "sqlite") return `sqlite3://${url.name}${queryText(own)}`;
  if (url.engine === "postgresql") {
    const socket = url.host.startsWith("/") ? { host: url.host } : {};
    const place = url.host.startsWith("/") ? "" : hostAndPort(url);
    return `postgres://${place}/${encodeURIComponent(url.name)}${queryText({ ...socket, ...pick(OPEN_OPTION), ...own })}`;
  }
  if (url.password !== "") throw passwordInArguments();
  return `mysql://${encodeURIComponent(url.user)}@${mysqlPlace(url)}${queryText({ ...mysqlOptions(url), ...own })}`;
}

function passwordInArguments(): Failure {
  return new Failure({
    reason: "invalid-input",
    what: "golang-migrate takes the password of MySQL as an argument only, where everybody on the machine can read it",
    remedy:
      "Use a user without a password (a socket or proxy that signs in by itself), or give tool-command: a program of yours that adds -database from DATABASE_URL to its arguments, with -database among them.",
  });
}
