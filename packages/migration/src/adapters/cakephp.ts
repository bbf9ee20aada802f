/**
 * CakePHP's migrations (https://book.cakephp.org/migrations/), by `bin/cake migrations`. They came from Phinx and do as it does.
 * Up to 4 they are recorded in `phinxlog`, from 5 in `cake_migrations` where there is no older table; the application's own rows
 * have no plugin there.
 */
import type { Query } from "@handrail/database";
import type { Adapter, Command, ToolSettings } from "../adapter.ts";
import { environmentOf } from "./javascript-tool.ts";
import { phinxDownTo, phinxUp, readPhinxMigrations } from "./phinx-migrations.ts";
import { respell } from "./respelled-url.ts";
import { quoteTable, readTable, textsOf, toolTable } from "./sql-table.ts";

const UNIFIED = "cake_migrations";
const FROM_PHINX = "phinxlog";
const DIRECTORY = "config/Migrations";

/** CakePHP. */
export const cakephp: Adapter = {
  tool: "cakephp",
  title: "CakePHP",
  engines: ["mysql", "postgresql", "sqlite"],
  isTransactional: true,
  list: (files, { migrationsDirectory }) => readPhinxMigrations(files, migrationsDirectory || DIRECTORY),
  state: (settings) => ({
    how: "table",
    tables: [toolTable(settings, FROM_PHINX).name, UNIFIED, "cake_seeds"],
    async read(query) {
      const ids = await readVersions(query, settings);
      return { applied: ids.map((id) => ({ id })), isInOrder: true };
    },
  }),
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

async function readVersions(query: Query, settings: ToolSettings): Promise<readonly string[]> {
  const named = toolTable(settings, UNIFIED);
  const isUnified = named.name === UNIFIED;
  const mine = isUnified ? " where plugin is null" : "";
  const from = (table: string, where: string): string =>
    `select version from ${table}${where} order by start_time, version`;
  const found = textsOf(await readTable(query, from(quoteTable(named, settings.engine), mine)), "version");
  if (found.length > 0 || settings.migrationsTable !== "") return found;
  const older = quoteTable({ schema: "", name: FROM_PHINX }, settings.engine);
  return textsOf(await readTable(query, from(older, "")), "version");
}

/** `--no-lock`: without it each command writes a dump of the schema into the checkout, for baking. */
function command([verb, ...options]: readonly [string, ...string[]], settings: ToolSettings): Command {
  const [first = "bin/cake", ...rest] = settings.toolCommand;
  const spelling = settings.url === undefined ? undefined : respell(settings.url, SPELLING);
  return {
    argv: [first, ...rest, "migrations", verb, "--no-lock", ...source(settings), ...options],
    environment: environmentOf(settings, spelling),
  };
}

/** The scheme is the name of the driver to CakePHP; of SQLite the path begins behind `///`. */
const SPELLING = { postgresql: "postgres", mysql: "mysql", sqlite: "sqlite:///" } as const;

/** CakePHP looks below `config` only. */
function source({ migrationsDirectory }: ToolSettings): string[] {
  const below = /^config\/(.+?)\/?$/.exec(migrationsDirectory)?.[1];
  return below === undefined || below === "Migrations" ? [] : ["--source", below];
}
