/** Umzug (https://github.com/sequelize/umzug): the project's own program with Umzug's command line. Seen with 3.8.3. */
import { inputFailure } from "@handrail/runner";
import type { Adapter, Files, ToolSettings } from "../adapter.ts";
import type { Migration } from "../migration.ts";
import { writtenDown } from "./javascript-down.ts";
import { byCodeUnit, readMigrationFiles } from "./javascript-files.ts";
import type { MigrationFile } from "./javascript-files.ts";
import { toolCommand } from "./javascript-tool.ts";
import { digestOfScripts, isIdleSql } from "./sql-scripts.ts";
import { quoteTable, readTable, textsOf, toolTable } from "./sql-table.ts";

/** The table of its SequelizeStorage, the only storage of its own that is in the database. */
const TABLE = "SequelizeMeta";
/** Those it makes itself. */
const NAME = /(?:\.(?:[cm]?js|sql)|(?<!\.d)\.[cm]?ts)$/;

/** Umzug, one migration at a time by its name. The program is the project's: `tool-command` starts it. */
export const umzug: Adapter = {
  tool: "umzug",
  title: "Umzug",
  engines: ["postgresql", "mysql", "sqlite"],
  isTransactional: false,
  async list(files, settings) {
    requireProgram(settings);
    const directory = settings.migrationsDirectory === "" ? "migrations" : settings.migrationsDirectory;
    const found = await readMigrationFiles(files, directory, (name) => NAME.test(name));
    return Promise.all(found.map((file) => toMigration(file, files, directory)));
  },
  state: (settings) => {
    const table = toolTable(settings, TABLE);
    return {
      how: "table",
      tables: [table.name],
      async read(query) {
        const rows = await readTable(query, `select name from ${quoteTable(table, settings.engine)}`);
        const ids = textsOf(rows, "name").toSorted(byCodeUnit);
        return { applied: ids.map((id) => ({ id })), isInOrder: false };
      },
    };
  },
  up(pending, { settings }) {
    const name = pending[0]?.id ?? "";
    return { command: toolCommand(settings, "umzug", ["up", "--name", name]), applies: [name] };
  },
  down({ id }, { settings, migrations }) {
    if (!migrations.some((migration) => migration.id === id)) return undefined;
    return { command: toolCommand(settings, "umzug", ["down", "--name", id]), reverts: id };
  },
};

function requireProgram({ toolCommand: given }: ToolSettings): void {
  if (given.length > 0) return;
  const accepts =
    "what starts your program with Umzug's command line (`runAsCLI`): `node` and `migrate.js`, one a line";
  throw inputFailure([{ name: "tool-command", given: "", accepts }]);
}

async function toMigration({ name, text }: MigrationFile, files: Files, directory: string): Promise<Migration> {
  if (!name.endsWith(".sql")) {
    const written = writtenDown(text);
    const down = written === "disabled" ? "unknown" : written;
    return { id: name, title: name, digest: digestOfScripts([text]), down };
  }
  // Umzug has no way of its own with SQL; this is how it lays down the files that it makes: `down/` has those of the same name.
  const downSql = await files.read(`${directory}/down/${name}`);
  if (downSql === undefined) return { id: name, title: name, digest: digestOfScripts([text]), down: "unknown" };
  const down = isIdleSql(downSql) ? "empty" : "real";
  return { id: name, title: name, digest: digestOfScripts([text, downSql]), down, downSql };
}
