/** SQLite needs no server: databases in a folder. */
import { mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeFolder } from "./account.ts";
import type { DatabaseServer } from "./server.ts";

/** The address of a database in a folder (absolute), as `database-url` takes it. The file is made by whoever opens it first. */
export function sqliteUrl(directory: string, name = "app"): string {
  return `sqlite:${join(directory, `${name}.db`)}`;
}

/** A folder of databases that looks like a server. */
export function startSqlite(): Promise<DatabaseServer> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "handrail-sqlite-")));
  let databases = 0;
  const create = (): string => {
    databases += 1;
    return sqliteUrl(folder, `app_${databases}`);
  };
  return Promise.resolve({
    engine: "sqlite",
    url: create(),
    password: "",
    createDatabase: () => Promise.resolve(create()),
    log: () => "",
    stop: () => Promise.resolve(removeFolder(folder)),
  });
}
