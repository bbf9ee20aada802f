/**
 * Phinx (https://book.cakephp.org/phinx/0/en/): migrations in PHP, recorded in `phinxlog`. Seen with 0.16; it exits with 0 for
 * targets that it does not know, and reverts others when the newest has no file.
 */
import type { Adapter, Command, Files, ToolSettings } from "../adapter.ts";
import { environmentOf } from "./javascript-tool.ts";
import { phinxDownTo, phinxUp, readPhinxMigrations } from "./phinx-migrations.ts";
import { quoteTable, readTable, textsOf, toolTable } from "./sql-table.ts";

const TABLE = "phinxlog";
const DIRECTORY = "db/migrations";
const CONFIGURATIONS = ["phinx.php", "phinx.yml", "phinx.yaml", "phinx.json"];

/** Phinx. */
export const phinx: Adapter = {
  tool: "phinx",
  title: "Phinx",
  engines: ["mysql", "postgresql", "sqlite"],
  isTransactional: true,
  async complete(files, settings) {
    const text = await readConfiguration(files, settings);
    const migrationsDirectory = settings.migrationsDirectory || configuredDirectory(text);
    return { ...settings, migrationsDirectory, migrationsTable: settings.migrationsTable || configuredTable(text) };
  },
  list: (files, { migrationsDirectory }) => readPhinxMigrations(files, migrationsDirectory || DIRECTORY),
  state: (settings) => {
    const table = toolTable(settings, TABLE);
    return {
      how: "table",
      tables: [table.name],
      async read(query) {
        const statement = `select version from ${quoteTable(table, settings.engine)} order by start_time, version`;
        const ids = textsOf(await readTable(query, statement), "version");
        return { applied: ids.map((id) => ({ id })), isInOrder: true };
      },
    };
  },
  up(pending, situation) {
    const { target, ids } = phinxUp(pending, situation);
    const options = target === undefined ? [] : ["--target", target];
    return { command: command(["migrate", ...options], situation.settings), applies: ids };
  },
  down({ id }, situation) {
    const to = phinxDownTo(id, situation);
    if (to === undefined) return undefined;
    const options = to === "newest" ? [] : ["--target", to.to];
    return { command: command(["rollback", ...options], situation.settings), reverts: id };
  },
};

async function readConfiguration(files: Files, { toolCommand }: ToolSettings): Promise<string> {
  const named = toolCommand.findIndex((each) => each === "-c" || each === "--configuration");
  const own = named === -1 ? undefined : toolCommand[named + 1];
  for (const path of own === undefined ? CONFIGURATIONS : [own]) {
    const text = await files.read(path);
    if (text !== undefined) return text;
  }
  return "";
}

/** `paths: migrations:` when it is one directory below the configuration, without placeholders; "" otherwise. */
function configuredDirectory(text: string): string {
  const found = /(?:^|[\s{,['"])migrations['"]?\s*(?::|=>)\s*(.+)/.exec(text)?.[1] ?? "";
  const path = /^(?:__DIR__\s*\.\s*)?['"]?(?:%%PHINX_CONFIG_DIR%%)?(?:\.?\/)?([\w./-]+?)['"]?\s*[,;)\]}]*\s*$/.exec(
    found.trim(),
  )?.[1];
  return path === undefined || path.includes("..") ? "" : path;
}

function configuredTable(text: string): string {
  return /(?:default_migration_table|migration_table)['"]?\s*(?::|=>)\s*['"]?([\w.]+)/.exec(text)?.[1] ?? "";
}

function command([verb, ...options]: readonly [string, ...string[]], settings: ToolSettings): Command {
  const [first = "vendor/bin/phinx", ...rest] = settings.toolCommand;
  return {
    argv: [first, ...rest, verb, "--no-interaction", ...options],
    environment: { ...environmentOf(settings), ...placeholders(settings) },
  };
}

/** What a configuration reads by `%%PHINX_DBHOST%%` and the like, by the names in Phinx's manual. */
function placeholders({ url, isRemote }: ToolSettings): Readonly<Record<string, string>> {
  if (url === undefined || isRemote) return {};
  return {
    PHINX_DBHOST: url.host,
    PHINX_DBPORT: String(url.port),
    PHINX_DBNAME: url.name,
    PHINX_DBUSER: url.user,
    PHINX_DBPASS: url.password,
  };
}
