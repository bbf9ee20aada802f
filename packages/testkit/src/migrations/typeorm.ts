/** A project of TypeORM. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { linkPackages } from "./node-modules.ts";
import { callsOf, engineOfUrl, scriptedProject, sqliteFile } from "./node-project.ts";
import type { MakeProject, ScriptedMigration } from "./project.ts";

const program = "./node_modules/.bin/typeorm";
/** The last digits of a class are a time in milliseconds. */
const EPOCH = 1_767_225_600_000;

/** Makes it. A migration without a down gets one that throws: the interface demands one. */
export const makeTypeormProject: MakeProject = ({ directory, url }) => {
  linkPackages(directory, ["typeorm", "reflect-metadata", "pg", "mysql2", "libsql"], { typeorm: "typeorm/cli.js" });
  writeFileSync(join(directory, "data-source.js"), dataSource(url));
  const nameOf = (number: string, slug: string): string => `${slug}${EPOCH + Number(number)}`;
  return Promise.resolve(
    scriptedProject({
      tool: "typeorm",
      directory,
      url,
      inputs: { "tool-command": [program, "-d", "data-source.js"].join("\n"), "migrations-directory": "migrations" },
      scripts: "migrations",
      fileOf: (number, slug) => `${EPOCH + Number(number)}-${slug}.js`,
      idOf: nameOf,
      scriptOf: ({ slug, up, down }, number) =>
        `exports.${slug} = class ${nameOf(number, slug)} {\n  async up(runner) ${bodyOf(up)}\n  async down(runner) ${bodyOf(down)}\n};\n`,
      up: [program, "-d", "data-source.js", "migration:run"],
      down: [program, "-d", "data-source.js", "migration:revert"],
    }),
  );
};

function bodyOf(statements: ScriptedMigration["down"]): string {
  if (statements === "empty") return "{}";
  if (statements === "none") return '{ throw new Error("There is no way back."); }';
  return `{\n${callsOf(statements, (text) => `await runner.query(${text})`)}}`;
}

function dataSource(url: string): string {
  const engine = engineOfUrl(url);
  const place =
    engine === "sqlite"
      ? `type: "better-sqlite3", database: ${JSON.stringify(sqliteFile(url))}, driver: require("libsql")`
      : `type: "${engine === "postgresql" ? "postgres" : "mysql"}", url: process.env.DATABASE_URL`;
  return `require("reflect-metadata");
const { DataSource } = require("typeorm");
module.exports.dataSource = new DataSource({ ${place}, migrations: [__dirname + "/migrations/*.js"], entities: [] });
`;
}
