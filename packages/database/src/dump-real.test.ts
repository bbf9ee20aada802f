import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "@jest/globals";
import { findMariadb, findPostgres, withDatabases } from "@handrail/testkit";
import { schemaChanges } from "./catalog-changes-fixture.ts";
import { type Dump, readDump } from "./dump.ts";
import type { Engine } from "./query.ts";
import { openTestDatabase } from "./schema-fixture.ts";

/** The dump of a database by the program that comes with the server. SQLite's program is not everywhere; it prints what is stored. */
const dumps: Readonly<Record<Engine, (url: string) => Promise<string>>> = {
  postgresql: (url) => Promise.resolve(run(beside(findPostgres()?.postgres, "pg_dump"), ["-s", url])),
  mysql: (url) => {
    const { hostname, port, username, password, pathname } = new URL(url);
    const options = ["--no-data", "--routines", "--events", "--triggers", "-h", hostname, "-P", port, "-u", username];
    const program = beside(findMariadb()?.client, "mariadb-dump");
    return Promise.resolve(run(program, [...options, pathname.slice(1)], { MYSQL_PWD: password }));
  },
  sqlite: async (url) => {
    const database = await openTestDatabase("sqlite", url);
    const [rows = []] = await database.query(["select sql from sqlite_master where sql is not null"]);
    await database.close();
    return rows.map(({ sql }) => `${String(sql)};\n`).join("");
  },
};

function run(program: string, args: readonly string[], environment: Record<string, string> = {}): string {
  return execFileSync(program, args, { encoding: "utf8", env: { PATH: process.env["PATH"], ...environment } });
}

/** A program that stands beside another one. */
function beside(program: string | undefined, name: string): string {
  const path = join(dirname(program ?? ""), name);
  return existsSync(path) ? path : name;
}

withDatabases(({ engine, createDatabase }) => {
  const read = async (url: string): Promise<Dump> => readDump(await dumps[engine](url), { without: ["versions"] });

  it("is equal for two databases of one schema, and for one that is used", async () => {
    const [one, other] = [await createDatabase(), await createDatabase()];
    for (const url of [one, other]) {
      const database = await openTestDatabase(engine, url);
      await database.run(...schemaChanges[engine].base);
      await database.close();
    }
    const before = await read(one);
    expect(before.parts.length).toBeGreaterThan(schemaChanges[engine].base.length - 4);
    expect(await read(other)).toEqual(before);
    const database = await openTestDatabase(engine, one);
    const count =
      engine === "mysql"
        ? "int primary key auto_increment"
        : engine === "sqlite"
          ? "integer primary key autoincrement"
          : "serial primary key";
    await database.run(
      "insert into users (name) values ('a'), ('b')",
      `create table handrail_lock (id ${count}, name varchar(20) unique)`,
      "create index by_name on handrail_lock (name)",
      `create table versions (id ${count}, name varchar(20) unique)`,
      "create index version_names on versions (name)",
      ...(engine === "mysql" ? ["alter event cleaning on schedule every 1 day starts '2030-01-01 00:00:00'"] : []),
    );
    expect(await read(one)).toEqual(before);
    await database.run("alter table orders add note2 varchar(20) default 'x'");
    const after = await read(one);
    expect(after.fingerprint).not.toBe(before.fingerprint);
    await database.close();
  });
});
