/** A project of sequelize-cli, and what Umzug's project shares with it. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { linkPackages } from "./node-modules.ts";
import { callsOf, engineOfUrl, scriptedProject, sqliteFile } from "./node-project.ts";
import type { MakeProject, ScriptedMigration } from "./project.ts";

const program = "./node_modules/.bin/sequelize";

/** Makes it. It reads the database's address from the environment. */
export const makeSequelizeProject: MakeProject = ({ directory, url }) => {
  linkPackages(directory, ["sequelize", "sequelize-cli", "pg", "mysql2", "libsql"], {
    sequelize: "sequelize-cli/lib/sequelize",
  });
  mkdirSync(join(directory, "config"), { recursive: true });
  writeSqliteDriver(directory);
  writeFileSync(join(directory, "config/config.js"), `module.exports = ${sequelizeOptions(url)};\n`);
  return Promise.resolve(
    scriptedProject({
      tool: "sequelize",
      directory,
      url,
      scripts: "migrations",
      fileOf: (number, slug) => `20260101${number}-${slug}.js`,
      idOf: (number, slug) => `20260101${number}-${slug}.js`,
      scriptOf: ({ up, down }) => `module.exports = {\n  up: ${functionOf(up)},\n${downOf(down)}};\n`,
      up: [program, "db:migrate"],
      down: [program, "db:migrate:undo"],
    }),
  );
};

function downOf(down: ScriptedMigration["down"]): string {
  return down === "none" ? "" : `  down: ${functionOf(down === "empty" ? [] : down)},\n`;
}

function functionOf(statements: readonly string[]): string {
  return `async (queryInterface) => {\n${callsOf(statements, (text) => `await queryInterface.sequelize.query(${text})`)}}`;
}

/** Sequelize's options as JavaScript, for a file in a directory of the project. */
export function sequelizeOptions(url: string, root = ".."): string {
  const engine = engineOfUrl(url);
  if (engine !== "sqlite") {
    const dialect = engine === "postgresql" ? "postgres" : "mysql";
    return `{ use_env_variable: "DATABASE_URL", dialect: "${dialect}", logging: false }`;
  }
  const storage = JSON.stringify(sqliteFile(url));
  return `{ dialect: "sqlite", storage: ${storage}, dialectModule: require("${root}/sqlite3.cjs"), logging: false }`;
}

/** Sequelize speaks to SQLite by the package sqlite3, which has to be compiled; this is as much of it as migrations need, over libsql. */
const DRIVER = `const Sqlite = require("libsql");

const values = (given) => {
  if (given === undefined || Array.isArray(given)) return given === undefined ? [] : [given];
  const named = Object.entries(given).map(([name, value]) => [name.replace(/^[$:@]/, ""), value]);
  return named.length === 0 ? [] : [Object.fromEntries(named)];
};

class Database {
  constructor(filename, mode, done) {
    this.filename = filename;
    this.database = new Sqlite(filename);
    process.nextTick(() => done(null));
  }
  serialize(work) {
    work();
  }
  run(sql, given, done) {
    this.send("run", sql, given, done);
  }
  all(sql, given, done) {
    this.send("all", sql, given, done);
  }
  exec(sql, done) {
    this.send("run", sql, undefined, done);
  }
  send(how, sql, given, done) {
    const [parameters, callback] = typeof given === "function" ? [undefined, given] : [given, done];
    const state = { lastID: 0, changes: 0 };
    let [error, rows] = [null, undefined];
    try {
      const result = this.database.prepare(sql)[how](...values(parameters));
      if (how === "all") rows = result;
      else Object.assign(state, { lastID: Number(result.lastInsertRowid), changes: result.changes });
    } catch (thrown) {
      error = thrown;
    }
    if (callback !== undefined) process.nextTick(() => callback.call(state, error, rows));
  }
  close(done) {
    this.database.close();
    if (done !== undefined) process.nextTick(() => done(null));
  }
}

module.exports = { Database, OPEN_READONLY: 1, OPEN_READWRITE: 2, OPEN_CREATE: 4 };
`;

/** Writes that driver into a project, as sqlite3.cjs. */
export function writeSqliteDriver(directory: string): void {
  writeFileSync(join(directory, "sqlite3.cjs"), DRIVER);
}
