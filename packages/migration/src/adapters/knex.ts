/** Knex (https://knexjs.org/guide/migrations.html): migrations in JavaScript. Seen with 3.3.0. */
import type { Adapter, Files, ToolSettings } from "../adapter.ts";
import type { DownKind, Migration } from "../migration.ts";
import { maskCode } from "./javascript-code.ts";
import { onlyLiteral } from "./javascript-literal.ts";
import { judge } from "./javascript-down.ts";
import { readMigrationFiles } from "./javascript-files.ts";
import type { MigrationFile } from "./javascript-files.ts";
import { completeCommand, hasOption, toolCommand } from "./javascript-tool.ts";
import { digestOfScripts } from "./sql-scripts.ts";
import { quoteTable, readTable, textsOf, toolTable } from "./sql-table.ts";

const TABLE = "knex_migrations";
const KNEXFILES = ["js", "mjs", "ts"].map((ending) => `knexfile.${ending}`);
/** Knex's own list, and those that `loadExtensions` is used for. Declarations are none, although Knex would take them. */
const NAME = /(?:\.(?:co|coffee|eg|iced|litcoffee|ls|[cm]?js)|(?<!\.d)\.[cm]?ts)$/;

/** Knex, one migration at a time by its name. Where it is, and in which table it writes, is for the knexfile to say. */
export const knex: Adapter = {
  tool: "knex",
  title: "Knex",
  engines: ["postgresql", "mysql", "sqlite"],
  isTransactional: true,
  async complete(files, settings) {
    const completed = await completeCommand(files, settings, "knex");
    if (hasOption(settings, "--knexfile")) return completed;
    const { text } = await knexfileOf(files);
    const told = (name: string, key: string): string => onlyLiteral(text, { inside: "migrations", key, name });
    const migrationsDirectory = settings.migrationsDirectory || told("migrations-directory", "directory");
    const migrationsTable = settings.migrationsTable || told("migrations-table", "tableName");
    return { ...completed, migrationsDirectory, migrationsTable };
  },
  async list(files, settings) {
    const found = await readMigrationFiles(files, directoryOf(settings), (name) => NAME.test(name));
    const { text } = await knexfileOf(files);
    const isOutside = /\bdisableTransactions["']?\s*:\s*true\b/.test(text);
    return found.map((file) => toMigration(file, isOutside));
  },
  state: (settings) => {
    const table = toolTable(settings, TABLE);
    return {
      how: "table",
      tables: [table.name, `${table.name}_lock`],
      async read(query) {
        const rows = await readTable(query, `select name from ${quoteTable(table, settings.engine)} order by id`);
        return { applied: textsOf(rows, "name").map((id) => ({ id })), isInOrder: true };
      },
    };
  },
  ownLock: (settings) => {
    const table = toolTable(settings, TABLE);
    return { table: { ...table, name: `${table.name}_lock` }, held: "is_locked = 1", release: "knex migrate:unlock" };
  },
  up(pending, { settings }) {
    const name = pending[0]?.id ?? "";
    return { command: toolCommand(settings, "knex", ["migrate:up", name]), applies: [name] };
  },
  down({ id }, { settings, migrations }) {
    if (!migrations.some((migration) => migration.id === id)) return undefined;
    // Never `migrate:rollback`: that reverts a whole batch, and after a failure an innocent one.
    return { command: toolCommand(settings, "knex", ["migrate:down", id]), reverts: id };
  },
};

function directoryOf({ migrationsDirectory }: ToolSettings): string {
  return migrationsDirectory === "" ? "migrations" : migrationsDirectory;
}

async function knexfileOf(files: Files): Promise<{ text: string }> {
  for (const path of KNEXFILES) {
    const text = await files.read(path);
    if (text !== undefined) return { text };
  }
  return { text: "" };
}

function toMigration({ name, text }: MigrationFile, isOutside: boolean): Migration {
  const code = maskCode(text);
  const written = code === undefined ? "unknown" : judge(text, code);
  // Knex does not load a migration whose down is no function.
  const down: DownKind = written === "disabled" ? "none" : written;
  const isItself = /\bconfig\b\s*[:=]\s*\{[^}]*\btransaction\s*:\s*false\b/.test(code ?? "");
  return {
    id: name,
    title: name,
    digest: digestOfScripts([text]),
    down,
    ...(isOutside || isItself ? { outsideTransaction: true } : {}),
  };
}
