/** A project of node-pg-migrate. */
import { linkPackages } from "./node-modules.ts";
import { callsOf, scriptedProject } from "./node-project.ts";
import type { MakeProject, ScriptedMigration } from "./project.ts";

const program = "./node_modules/.bin/node-pg-migrate";

/** Makes it. */
export const makeNodePgMigrateProject: MakeProject = ({ directory, url }) => {
  linkPackages(directory, ["node-pg-migrate", "pg"], { "node-pg-migrate": "node-pg-migrate/bin/node-pg-migrate.js" });
  return Promise.resolve(
    scriptedProject({
      tool: "node-pg-migrate",
      directory,
      url,
      scripts: "migrations",
      fileOf: (number, slug) => `20260101${number}_${slug}.js`,
      idOf: (number, slug) => `20260101${number}_${slug}`,
      scriptOf: ({ up, down }) => `exports.up = ${functionOf(up)};\nexports.down = ${functionOf(down)};\n`,
      up: [program, "up"],
      down: [program, "down"],
    }),
  );
};

function functionOf(statements: ScriptedMigration["down"]): string {
  if (statements === "none") return "false";
  return `(pgm) => {\n${callsOf(statements === "empty" ? [] : statements, (text) => `pgm.sql(${text})`)}}`;
}
