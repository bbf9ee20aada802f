/** Real servers of this machine: they start empty, and take only who knows the password. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "@jest/globals";
import { findMariadb, findPostgres } from "./programs.ts";
import { withDatabases } from "./with-databases.ts";

/** Asks the server with its own client, as text without headings. */
function ask(url: string, statement: string, password: string): string {
  const { protocol, hostname, port, username, pathname } = new URL(url);
  const name = pathname.slice(1);
  const isPostgres = protocol === "postgresql:";
  const program = isPostgres ? findPostgres()?.psql : findMariadb()?.client;
  const args = isPostgres
    ? ["-X", "-A", "-t", "-h", hostname, "-p", port, "-U", username, "-d", name, "-c", statement]
    : ["--no-defaults", "-N", "-h", hostname, "-P", port, "-u", username, "-e", statement, name];
  const env = { PATH: process.env["PATH"], PGPASSWORD: password, MYSQL_PWD: password };
  return execFileSync(program ?? "", args, { env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
}

/** The addresses that somebody listens on at a port, as /proc has them; undefined where the system has no /proc. */
function listeners(port: number): string[] | undefined {
  const tables = ["/proc/net/tcp", "/proc/net/tcp6"].filter((table) => existsSync(table));
  if (tables.length === 0) return undefined;
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  return tables
    .flatMap((table) => readFileSync(table, "utf8").split("\n"))
    .map((line) => line.trim().split(/\s+/))
    .flatMap(([, local = "", , state]) => (local.endsWith(suffix) && state === "0A" ? [local] : []));
}

withDatabases(
  ({ engine, server, createDatabase }) => {
    const schema = engine === "mysql" ? "database()" : "current_schema()";
    const tables = `select count(*) from information_schema.tables where table_schema = ${schema}`;
    const count = (url: string): string => ask(url, tables, server().password);

    it("gives databases that are empty and apart from each other", async () => {
      const [one, two] = [server().url, await createDatabase()];
      expect([count(one), count(two)]).toEqual(["0", "0"]);
      ask(one, "create table t (id integer)", server().password);
      expect([count(one), count(two), count(await createDatabase())]).toEqual(["1", "0", "0"]);
    });

    it("takes nobody with another password", () => {
      expect(() => ask(server().url, "select 1", "wrong")).toThrow(/password authentication failed|Access denied/);
      expect(server().url).toContain(`:${server().password}@127.0.0.1:`);
    });

    it("listens on loopback only", () => {
      const port = Number(new URL(server().url).port);
      const found = listeners(port);
      if (found !== undefined) expect(found).toEqual([expect.stringMatching(/^0100007F:/)]);
    });

    it("tells what the server logged", () => {
      expect(server().log()).toMatch(/ready (?:to accept|for) connections/);
    });
  },
  ["postgresql", "mysql"],
);
