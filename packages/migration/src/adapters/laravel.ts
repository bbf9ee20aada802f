/**
 * Laravel (https://laravel.com/docs/migrations): migrations in PHP. Seen with 8.83; the options are the same from 5.7 on.
 * Each command names the file that it is about: without `--path` a rollback takes whole batches, and after a failure an innocent one.
 */
import { Failure, quoteText } from "@handrail/runner";
import type { Adapter, Command, Files, ToolSettings } from "../adapter.ts";
import type { DownKind, Migration } from "../migration.ts";
import { readMigrationFiles } from "./javascript-files.ts";
import type { MigrationFile } from "./javascript-files.ts";
import { laravelEnvironment } from "./laravel-environment.ts";
import { readDump } from "./laravel-dump.ts";
import type { LaravelDump } from "./laravel-dump.ts";
import { isIdlePhp, maskPhp, methodsOf, parentOf, throwsAtOnce } from "./php-source.ts";
import { digestOfScripts } from "./sql-scripts.ts";
import { quoteTable, readTable, textsOf, toolTable } from "./sql-table.ts";

const TABLE = "migrations";
const DIRECTORY = "database/migrations";

/** Laravel. */
export const laravel: Adapter = {
  tool: "laravel",
  title: "Laravel",
  engines: ["postgresql", "mysql", "sqlite"],
  isTransactional: true,
  async complete(files, settings) {
    const migrationsTable = settings.migrationsTable === "" ? await configuredTable(files) : settings.migrationsTable;
    return { ...settings, migrationsTable };
  },
  async list(files, settings) {
    const found = await readMigrationFiles(files, directoryOf(settings), (name) => /_.*\.php$/.test(name));
    const migrations = found.map((file) => toMigration(file, settings));
    const dump = await readDump(files, toolTable(settings, TABLE).name, settings.engine);
    return dump === undefined ? migrations : withDump(migrations, dump);
  },
  state: (settings) => {
    const table = toolTable(settings, TABLE);
    return {
      how: "table",
      tables: [table.name],
      async read(query) {
        const rows = await readTable(
          query,
          `select migration from ${quoteTable(table, settings.engine)} order by batch, id`,
        );
        return { applied: textsOf(rows, "migration").map((id) => ({ id })), isInOrder: true };
      },
    };
  },
  up(pending, { settings, migrations, applied }) {
    const loaded = applied.length > 0 ? 0 : migrations.findLastIndex(({ isBaseline }) => isBaseline === true) + 1;
    const dumped = migrations.slice(0, loaded).map(({ id }) => id);
    const next = pending.find(({ id }) => !dumped.includes(id));
    if (next !== undefined && isDumped(next)) throw pastDump(next);
    // Laravel loads the dump into an empty database first, whatever it is asked for.
    const path = next === undefined ? [] : [`--path=${pathOf(next, settings)}`];
    return {
      command: command(["migrate", ...path], settings),
      applies: [...dumped, ...(next === undefined ? [] : [next.id])],
    };
  },
  down(target, { settings, migrations, applied }) {
    const own = migrations.find(({ id }) => id === target.id);
    if (own === undefined || isDumped(own) || !applied.includes(target.id)) return undefined;
    // Laravel goes through that many rows, newest first, and skips all that is not the file it was given.
    const steps = `--step=${applied.length}`;
    return {
      command: command(["migrate:rollback", steps, `--path=${pathOf(own, settings)}`], settings),
      reverts: target.id,
    };
  },
};

function directoryOf({ migrationsDirectory }: ToolSettings): string {
  return migrationsDirectory === "" ? DIRECTORY : migrationsDirectory;
}

/** From the root of the application, which is where artisan is. */
function pathOf({ id }: Migration, settings: ToolSettings): string {
  return `${directoryOf(settings)}/${id}.php`;
}

/** Its file is gone; it is in the schema dump. */
function isDumped({ title }: Migration): boolean {
  return !title.endsWith(".php");
}

/** With the migrations of which only the dump knows, and the baseline marked. */
function withDump(migrations: readonly Migration[], { name, digest, ids }: LaravelDump): readonly Migration[] {
  const known = new Set(migrations.map(({ id }) => id));
  const gone = ids.filter((id) => !known.has(id));
  const all = [...gone.map((id): Migration => ({ id, title: name, digest, down: "none" })), ...migrations];
  const last = all.findLastIndex(({ id }) => ids.includes(id));
  return all.map((migration, at) => (at === last ? { ...migration, isBaseline: true } : migration));
}

async function configuredTable(files: Files): Promise<string> {
  const text = maskComments((await files.read("config/database.php")) ?? "");
  return /['"]migrations['"]\s*=>\s*(?:\[\s*['"]table['"]\s*=>\s*)?['"]([\w.]+)['"]/.exec(text)?.[1] ?? "";
}

function maskComments(text: string): string {
  return text.replaceAll(/\/\*[^]*?\*\/|^\s*(?:\/\/|#).*$/gm, "");
}

function toMigration({ name, text }: MigrationFile, { engine }: ToolSettings): Migration {
  const masked = maskPhp(text);
  // Laravel opens a transaction on PostgreSQL only (supportsSchemaTransactions).
  const isOutside = engine === "sqlite" || /\$withinTransaction\s*=\s*false\b/i.test(masked ?? "");
  return {
    id: name.replace(/\.php$/, ""),
    title: name,
    digest: digestOfScripts([text]),
    down: downOf(masked),
    ...(isOutside ? { outsideTransaction: true } : {}),
  };
}

/** Without a `down` Laravel says "Rolled back" and takes the row away. */
function downOf(masked: string | undefined): DownKind {
  if (masked === undefined) return "unknown";
  const methods = methodsOf(masked, ["up", "down"]);
  if (!methods.has("down")) return methods.has("up") && parentOf(masked) === "Migration" ? "none" : "unknown";
  const body = methods.get("down");
  if (body === undefined) return "unknown";
  if (isIdlePhp(body)) return "empty";
  return throwsAtOnce(body) ? "none" : "real";
}

function command([verb, ...options]: readonly [string, ...string[]], settings: ToolSettings): Command {
  const [first = "php", ...rest] = settings.toolCommand.length > 0 ? settings.toolCommand : ["php", "artisan"];
  return {
    argv: [first, ...rest, verb, "--force", "--no-interaction", ...options],
    environment: laravelEnvironment(settings),
  };
}

function pastDump({ id, title }: Migration): Failure {
  return new Failure({
    reason: "tool-failed",
    what: `Laravel cannot apply ${quoteText(id)}: of it there is only a row in the schema dump (${title})`,
    remedy: "A dump is loaded into an empty database only. Bring back the migration's file and run the job again.",
  });
}
