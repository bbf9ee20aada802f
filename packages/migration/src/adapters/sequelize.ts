/** sequelize-cli (https://github.com/sequelize/cli): migrations in JavaScript. Seen with 6.6.5 and Sequelize 6.37.8. */
import type { DatabaseUrl } from "@handrail/database";
import { inputFailure } from "@handrail/runner";
import type { Adapter, Command, Files, ToolSettings } from "../adapter.ts";
import type { Migration } from "../migration.ts";
import { onlyLiteral } from "./javascript-literal.ts";
import { writtenDown } from "./javascript-down.ts";
import { byCodeUnit, readMigrationFiles } from "./javascript-files.ts";
import type { MigrationFile } from "./javascript-files.ts";
import { completeCommand, hasOption, toolCommand } from "./javascript-tool.ts";
import { digestOfScripts } from "./sql-scripts.ts";
import { quoteTable, readTable, textsOf, toolTable } from "./sql-table.ts";

const TABLE = "SequelizeMeta";
/** The pattern of sequelize-cli itself. */
const NAME = /^(?!.*\.d\.ts$).*\.(?:cjs|js|cts|ts)$/;
const CONFIGURATIONS = ["config/config.js", "config/config.json"];

/** sequelize-cli, one migration at a time by its name. It writes its table by name only, so the order of application is not known. */
export const sequelize: Adapter = {
  tool: "sequelize",
  title: "Sequelize",
  engines: ["postgresql", "mysql", "sqlite"],
  // Not even where the database could: a migration that wants a transaction opens its own.
  isTransactional: false,
  async complete(files, settings) {
    const completed = await completeCommand(files, settings, "sequelize");
    const rc = (await files.read(".sequelizerc")) ?? "";
    const { isConfigured, text } = await configurationOf(files, settings, rc);
    const directory = onlyLiteral(rc, { key: "migrations-path", name: "migrations-directory" });
    return {
      ...completed,
      isConfigured,
      migrationsDirectory: settings.migrationsDirectory || directory,
      migrationsTable: settings.migrationsTable || tableIn(text),
    };
  },
  async list(files, settings) {
    const found = await readMigrationFiles(files, directoryOf(settings), (name) => NAME.test(name));
    return found.map(toMigration);
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
    // `--to` applies what comes before it, too: nothing, for it is the first.
    return { command: command(settings, "db:migrate", "--to", name), applies: [name] };
  },
  down({ id }, { settings, migrations }) {
    // It takes the first file whose name begins with what it is given.
    const matching = migrations.filter((migration) => migration.id.startsWith(id));
    if (matching.length !== 1 || matching[0]?.id !== id) return undefined;
    return { command: command(settings, "db:migrate:undo", "--name", id), reverts: id };
  },
};

function directoryOf({ migrationsDirectory }: ToolSettings): string {
  return migrationsDirectory === "" ? "migrations" : migrationsDirectory;
}

function toMigration({ name, text }: MigrationFile): Migration {
  const written = writtenDown(text);
  return { id: name, title: name, digest: digestOfScripts([text]), down: written === "disabled" ? "none" : written };
}

/** Whether the project has a configuration, and what can be read of it. */
async function configurationOf(
  files: Files,
  settings: ToolSettings,
  rc: string,
): Promise<{ isConfigured: boolean; text: string }> {
  if (hasOption(settings, "--config", "--options-path", "--url")) return { isConfigured: true, text: "" };
  const told = onlyLiteral(rc, { key: "config", name: "migrations-table" });
  for (const path of told === "" ? CONFIGURATIONS : [told]) {
    const text = await files.read(path);
    if (text !== undefined) return { isConfigured: true, text };
  }
  return { isConfigured: told !== "", text: "" };
}

/** The table that a configuration names. */
function tableIn(text: string): string {
  const read = (key: string): string => onlyLiteral(text, { key, name: "migrations-table" });
  const storage = read("migrationStorage");
  if (storage !== "" && storage !== "sequelize") {
    throw inputFailure([
      {
        name: "tool",
        given: "sequelize",
        accepts: "a project that keeps its migrations in a table",
        why: `its storage is ${storage}`,
      },
    ]);
  }
  const [schema, table] = [read("migrationStorageTableSchema"), read("migrationStorageTableName")];
  return schema === "" ? table : `${schema}.${table === "" ? TABLE : table}`;
}

function command(settings: ToolSettings, verb: string, option: string, name: string): Command {
  const { url, migrationsDirectory, isConfigured, isRemote } = settings;
  const where =
    migrationsDirectory === "" || hasOption(settings, "--migrations-path")
      ? []
      : [`--migrations-path=${migrationsDirectory}`];
  const made = isConfigured === false && !isRemote && url !== undefined;
  const config = made ? ["--config={scratch}/config.json"] : [];
  const built = toolCommand(settings, "sequelize", [verb, `${option}=${name}`, ...where, ...config]);
  // Never `--url`: others on the machine can read it.
  return made ? { ...built, scratch: { "config.json": { text: JSON.stringify(configurationFor(url)) } } } : built;
}

/** What Sequelize is connected by. */
function configurationFor({ engine, host, port, user, password, name, options }: DatabaseUrl): Record<string, unknown> {
  if (engine === "sqlite") return { dialect: "sqlite", storage: name };
  const dialect = engine === "postgresql" ? "postgres" : "mysql";
  const mode = options["sslmode"] ?? options["ssl-mode"] ?? "";
  const isChecked = /^verify[-_]/i.test(mode);
  const isEncrypted = isChecked || /^require/i.test(mode);
  const ssl = isEncrypted ? { dialectOptions: { ssl: { require: true, rejectUnauthorized: isChecked } } } : {};
  return { dialect, host, port, username: user, password, database: name, ...ssl };
}
