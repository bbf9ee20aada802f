/** A project of Knex. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { linkPackages } from "./node-modules.ts";
import { callsOf, engineOfUrl, scriptedProject, sqliteFile } from "./node-project.ts";
import type { MakeProject, ScriptedMigration } from "./project.ts";

const program = "./node_modules/.bin/knex";

/** Makes it. A migration without a down gets one that throws, for Knex refuses to apply it otherwise. */
export const makeKnexProject: MakeProject = ({ directory, url }) => {
  linkPackages(directory, ["knex", "pg", "mysql2", "libsql"], { knex: "knex/bin/cli.js" });
  writeFileSync(join(directory, "knexfile.js"), knexfile(url));
  const isPostgres = engineOfUrl(url) === "postgresql";
  return Promise.resolve(
    scriptedProject({
      tool: "knex",
      directory,
      url,
      scripts: "migrations",
      fileOf: (number, slug) => `20260101${number}_${slug}.js`,
      idOf: (number, slug) => `20260101${number}_${slug}.js`,
      scriptOf: ({ up, down }) =>
        `exports.up = ${functionOf(up, isPostgres)};\nexports.down = ${functionOf(down, isPostgres)};\n`,
      up: [program, "migrate:latest"],
      down: [program, "migrate:down"],
    }),
  );
};

function functionOf(statements: ScriptedMigration["down"], isPostgres: boolean): string {
  if (statements === "empty") return "async () => {}";
  if (statements === "none") return 'async () => { throw new Error("There is no way back."); }';
  // On PostgreSQL a question mark stands for a value, on the others only when there are values.
  const escaped = statements.map((each) => (isPostgres ? each.replaceAll("?", "\\?") : each));
  return `async (knex) => {\n${callsOf(escaped, (text) => `await knex.raw(${text})`)}}`;
}

/** Its own SQLite drivers have to be compiled; libsql speaks better-sqlite3's language. */
const SQLITE = `const Dialect = require("knex/lib/dialects/better-sqlite3");
class Libsql extends Dialect {
  _driver() {
    return require("libsql");
  }
}
`;

function knexfile(url: string): string {
  const engine = engineOfUrl(url);
  if (engine === "sqlite") {
    const connection = `{ filename: ${JSON.stringify(sqliteFile(url))} }`;
    return `${SQLITE}module.exports = { client: Libsql, connection: ${connection}, useNullAsDefault: true };\n`;
  }
  const client = engine === "postgresql" ? "pg" : "mysql2";
  return `module.exports = { client: "${client}", connection: process.env.DATABASE_URL, pool: { min: 0, max: 1 } };\n`;
}
