/** A project of Umzug: a program of its own, with Umzug's command line and the table SequelizeMeta. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { linkPackages } from "./node-modules.ts";
import { callsOf, scriptedProject } from "./node-project.ts";
import type { MakeProject, ScriptedMigration } from "./project.ts";
import { sequelizeOptions, writeSqliteDriver } from "./sequelize.ts";

/** Makes it. */
export const makeUmzugProject: MakeProject = ({ directory, url }) => {
  linkPackages(directory, ["umzug", "sequelize", "pg", "mysql2", "libsql"]);
  writeSqliteDriver(directory);
  writeFileSync(join(directory, "migrate.js"), script(url));
  return Promise.resolve(
    scriptedProject({
      tool: "umzug",
      directory,
      url,
      inputs: { "tool-command": `${process.execPath}\nmigrate.js` },
      scripts: "migrations",
      fileOf: (number, slug) => `2026.01.01T${number}.${slug}.js`,
      idOf: (number, slug) => `2026.01.01T${number}.${slug}.js`,
      scriptOf: ({ up, down }) => `exports.up = ${functionOf(up)};\n${downOf(down)}`,
      up: [process.execPath, "migrate.js", "up"],
      down: [process.execPath, "migrate.js", "down"],
    }),
  );
};

function downOf(down: ScriptedMigration["down"]): string {
  return down === "none" ? "" : `exports.down = ${functionOf(down === "empty" ? [] : down)};\n`;
}

function functionOf(statements: readonly string[]): string {
  return `async ({ context }) => {\n${callsOf(statements, (text) => `await context.query(${text})`)}}`;
}

function script(url: string): string {
  return `const { Sequelize } = require("sequelize");
const { Umzug, SequelizeStorage } = require("umzug");
const { use_env_variable: name, ...options } = ${sequelizeOptions(url, ".")};
const sequelize = name === undefined ? new Sequelize(options) : new Sequelize(process.env[name], options);
const umzug = new Umzug({
  migrations: { glob: ["migrations/*.js", { cwd: __dirname }] },
  context: sequelize,
  storage: new SequelizeStorage({ sequelize }),
  logger: console,
});
umzug.runAsCLI().then((isGood) => sequelize.close().then(() => process.exit(isGood ? 0 : 1)));
`;
}
