/** dbmate (https://github.com/amacneil/dbmate): SQL files with an up and a down block. Seen with 2.36.0. */
import { inputFailure } from "@handrail/runner";
import type { Adapter, Command, Situation, ToolSettings } from "../adapter.ts";
import type { DownKind, Migration } from "../migration.ts";
import { byCodeUnit, readMigrationFiles, requireUnique } from "./javascript-files.ts";
import type { MigrationFile } from "./javascript-files.ts";
import { environmentOf, hasOption } from "./javascript-tool.ts";
import { respell } from "./respelled-url.ts";
import { digestOfScripts, isIdleSql } from "./sql-scripts.ts";
import { quoteTable, readTable, textsOf, toolTable } from "./sql-table.ts";

const NAME = /^(\d+).*\.sql$/;
const TABLE = "schema_migrations";
/** It knows these schemes only, and takes `sqlite://file` for a host: the file would be another one. */
const SPELLING = { postgresql: "postgres", mysql: "mysql", sqlite: "sqlite:" };

/** dbmate, one migration at a time: it sees a directory with the files it may touch, and no others. */
export const dbmate: Adapter = {
  tool: "dbmate",
  title: "dbmate",
  engines: ["postgresql", "mysql", "sqlite"],
  isTransactional: true,
  async list(files, settings) {
    refuseOwnPlaces(settings);
    const found = await readMigrationFiles(files, directoryOf(settings), (name) => NAME.test(name));
    const migrations = found.map(toMigration);
    requireUnique(
      migrations.map(({ id }) => id),
      "version",
    );
    return migrations;
  },
  state: (settings) => {
    const table = toolTable(settings, TABLE);
    return {
      how: "table",
      tables: [table.name],
      async read(query) {
        const rows = await readTable(query, `select version from ${quoteTable(table, settings.engine)}`);
        const ids = textsOf(rows, "version").toSorted(byCodeUnit);
        return { applied: ids.map((id) => ({ id })), isInOrder: false };
      },
    };
  },
  up(pending, situation) {
    const { settings, migrations, applied } = situation;
    const [next] = pending;
    // A task has no scratch directory: there it is all at once.
    if (next === undefined || settings.isRemote) {
      return { command: inPlace("migrate", settings), applies: pending.map(({ id }) => id) };
    }
    // The highest that is applied stays in sight, or `--strict` (DBMATE_STRICT) could not say what comes too late.
    const highest = migrations.filter(({ id }) => applied.includes(id)).toSorted((a, b) => byCodeUnit(a.id, b.id));
    const seen = [...highest.slice(-1), next];
    return { command: inScratch("migrate", seen, settings), applies: [next.id] };
  },
  down(target, { settings, migrations, applied }: Situation) {
    if (!migrations.some(({ id }) => id === target.id)) return undefined;
    // `rollback` takes the last by name of those that are applied, whatever was applied last: it is shown one only.
    if (!settings.isRemote) return { command: inScratch("rollback", [target], settings), reverts: target.id };
    const last = migrations.findLast(({ id }) => applied.includes(id));
    return last?.id === target.id ? { command: inPlace("rollback", settings), reverts: target.id } : undefined;
  },
};

function directoryOf({ migrationsDirectory }: ToolSettings): string {
  return migrationsDirectory === "" ? "db/migrations" : migrationsDirectory;
}

/** A second directory would be added to ours, and an address in argv can be read by others. */
function refuseOwnPlaces(settings: ToolSettings): void {
  const taken = [
    { options: ["-d", "--migrations-dir"], input: "migrations-directory" },
    { options: ["--migrations-table"], input: "migrations-table" },
    { options: ["-u", "--url"], input: "database-url" },
  ].find(({ options }) => hasOption(settings, ...options));
  if (taken === undefined) return;
  throw inputFailure([
    { name: "tool-command", accepts: `dbmate without ${taken.options.join(" and ")}: use the input ${taken.input}` },
  ]);
}

/** `-- migrate:up transaction:false`, at the beginning of a line. */
const DIRECTIVE = /^--\s*migrate:(up|down)(?=\s|$)(.*)$/gm;

function toMigration({ name, text }: MigrationFile): Migration {
  const blocks = Array.from(text.matchAll(DIRECTIVE)).map((match, at, all) => ({
    kind: match[1],
    options: match[2] ?? "",
    sql: text.slice(match.index + match[0].length, all[at + 1]?.index).trim(),
  }));
  const downs = blocks.filter(({ kind }) => kind === "down").map(({ sql }) => sql);
  const downSql = downs.join("\n");
  const down: DownKind = downs.length === 0 ? "none" : isIdleSql(downSql) ? "empty" : "real";
  const isOutside = blocks.some(
    ({ kind, options }) => kind === "up" && /(?:^|\s)transaction:false(?:\s|$)/.test(options),
  );
  return {
    id: NAME.exec(name)?.[1] ?? name,
    title: name,
    digest: digestOfScripts([text]),
    down,
    ...(downs.length === 0 ? {} : { downSql }),
    ...(isOutside ? { outsideTransaction: true } : {}),
  };
}

/** A command that sees these files only. */
function inScratch(verb: string, seen: readonly Migration[], settings: ToolSettings): Command {
  const scratch = seen.map(({ title }): [string, { copyOf: string }] => [
    `migrations/${title}`,
    { copyOf: `${directoryOf(settings)}/${title}` },
  ]);
  return { ...command(verb, "{scratch}/migrations", settings), scratch: Object.fromEntries(scratch) };
}

function inPlace(verb: string, settings: ToolSettings): Command {
  return command(verb, settings.migrationsDirectory, settings);
}

function command(verb: string, directory: string, settings: ToolSettings): Command {
  const { migrationsTable, toolCommand, url } = settings;
  const [first = "dbmate", ...rest] = toolCommand;
  const where = directory === "" ? [] : ["--migrations-dir", directory];
  const table = migrationsTable === "" ? [] : ["--migrations-table", migrationsTable];
  return {
    argv: [first, ...rest, "--no-dump-schema", ...where, ...table, verb],
    environment: environmentOf(settings, url === undefined ? undefined : respell(url, SPELLING)),
  };
}
