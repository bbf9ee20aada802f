/** Asks a test's database with its own client, never through Handrail. */
import { execFileSync } from "node:child_process";
import { DatabaseSync } from "node:sqlite";
import { findMariadb, findPostgres } from "@handrail/testkit";
import type { DatabaseServer } from "@handrail/testkit";

/** A password with what addresses, shells and SQL have a meaning for; in every spelling it has the word `kn4ri`. */
const PASSWORD = "kn4ri@s:e/c%r#e?t&+=$x";
/** What no log, summary, output or record may hold. */
export const CANARY = "kn4ri";

/** An empty database whose user has that password, as `database-url` takes it. A file of SQLite has neither user nor secret. */
export async function createSecretDatabase(server: DatabaseServer): Promise<string> {
  const url = await server.createDatabase();
  if (server.engine === "sqlite") return url;
  const name = `user_${new URL(url).pathname.slice(1)}`;
  const statements =
    server.engine === "mysql"
      ? [`create user '${name}'@'%' identified by '${PASSWORD}'`, `grant all privileges on *.* to '${name}'@'%'`]
      : [`create role ${name} login superuser password '${PASSWORD}'`];
  for (const statement of statements) runStatement(url, statement);
  const address = new URL(url);
  address.username = name;
  return address.href.replace(/:[^:@]*@/, `:${encodeURIComponent(PASSWORD)}@`);
}

/** The rows of one question, each value as text. */
export function askDirectly(url: string, statement: string): string[][] {
  if (!url.startsWith("sqlite:")) {
    const lines = runStatement(url, statement).split("\n");
    return lines.filter((line) => line !== "").map((line) => line.split("\t"));
  }
  const database = new DatabaseSync(fileOf(url));
  try {
    return database
      .prepare(statement)
      .all()
      .map((row) => Object.values(row).map(String));
  } finally {
    database.close();
  }
}

/** Runs one statement by hand. */
export function doDirectly(url: string, statement: string): void {
  if (!url.startsWith("sqlite:")) return void runStatement(url, statement);
  const database = new DatabaseSync(fileOf(url));
  try {
    database.exec(statement);
  } finally {
    database.close();
  }
}

/** The columns of some tables, as `table.column`, sorted. */
export function columnsOf(url: string, tables: readonly string[]): string[] {
  const names = tables.map((name) => `'${name}'`).join(", ");
  const schema = url.startsWith("mysql:") ? "database()" : "current_schema()";
  const statement = url.startsWith("sqlite:")
    ? `select m.name, c.name as "column" from sqlite_master m join pragma_table_info(m.name) c where m.name in (${names})`
    : `select table_name, column_name from information_schema.columns where table_schema = ${schema} and table_name in (${names})`;
  return askDirectly(url, statement)
    .map((row) => row.join("."))
    .toSorted();
}

/** The file of an SQLite database. */
export function fileOf(url: string): string {
  return url.slice("sqlite:".length);
}

function runStatement(url: string, statement: string): string {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const name = pathname.slice(1);
  const isPostgres = protocol === "postgresql:";
  const program = isPostgres ? findPostgres()?.psql : findMariadb()?.client;
  const args = isPostgres
    ? ["-X", "-q", "-A", "-t", "-F", "\t", "-h", hostname, "-p", port, "-U", username, "-d", name, "-c", statement]
    : ["--no-defaults", "-N", "-h", hostname, "-P", port, "-u", username, "-e", statement, name];
  const secret = decodeURIComponent(password);
  const env = { PATH: process.env["PATH"], PGPASSWORD: secret, MYSQL_PWD: secret };
  return execFileSync(program ?? "", args, { env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}
