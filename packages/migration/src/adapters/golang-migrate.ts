/**
 * golang-migrate (https://github.com/golang-migrate/migrate): two SQL files for each migration. Seen with 4.16.2.
 * Its table holds one row, the current version: all of the checkout up to it counts as applied, for the tool sees it so. A
 * migration that comes late, below the current version, is never applied by it, and cannot be told from one that was.
 */
import { Failure, quoteText } from "@handrail/runner";
import type { Adapter, Command, Files, Situation, ToolSettings } from "../adapter.ts";
import type { Applied, AppliedSet, DownKind, Migration } from "../migration.ts";
import { golangMigrateAddress } from "./golang-migrate-address.ts";
import { readMigrationFiles } from "./javascript-files.ts";
import type { MigrationFile } from "./javascript-files.ts";
import { digestOfScripts, isIdleSql } from "./sql-scripts.ts";
import { isTrue, quoteTable, readTable, toolTable } from "./sql-table.ts";
import { byNumber, highestVersion, plainVersion } from "./version-numbers.ts";

const TABLE = "schema_migrations";
const NAME = /^([0-9]+)_(.*)\.(down|up)\.(.*)$/;
const DIRECTORIES = ["migrations", "db/migrations", "db/migration", "sql/migrations"] as const;

/** golang-migrate. */
export const golangMigrate: Adapter = {
  tool: "golang-migrate",
  title: "golang-migrate",
  clearMark: "`migrate force` with the version that the schema then is",
  engines: ["postgresql", "mysql", "sqlite"],
  isTransactional: true,
  async complete(files, settings) {
    const migrationsDirectory = settings.migrationsDirectory || (await findDirectory(files));
    const completed = { ...settings, migrationsDirectory };
    return { ...completed, checkout: await readMigrations(files, completed) };
  },
  list: readMigrations,
  state: (settings) => {
    const table = toolTable(settings, TABLE);
    return {
      how: "table",
      tables: [table.name],
      async read(query) {
        const [row] = await readTable(query, `select version, dirty from ${quoteTable(table, settings.engine)}`);
        if (row === undefined) return { applied: [], isInOrder: true };
        const ids = (settings.checkout ?? []).map(({ id }) => id);
        return appliedUpTo(String(row["version"]), isTrue(row["dirty"]), ids);
      },
    };
  },
  up(pending, { settings, migrations, applied }) {
    const next = nextVersion(migrations, applied);
    const wanted = pending[0]?.id;
    if (next === undefined || next !== wanted) throw wouldApplyAnother(wanted, next);
    return { command: command(["up", "1"], settings), applies: [next] };
  },
  down({ id }, situation) {
    const verb = downVerb(id, situation);
    return verb === undefined ? undefined : { command: command(verb, situation.settings), reverts: id };
  },
};

/** The first version above the current one: what `up 1` applies. */
export function nextVersion(migrations: readonly Migration[], applied: readonly string[]): string | undefined {
  const current = highestVersion(applied);
  const above = migrations.map(({ id }) => id).filter((id) => current === undefined || byNumber(id, current) > 0);
  return above.toSorted(byNumber)[0];
}

/**
 * The command that reverts `target`, which has to be the current version and in the checkout. `goto` the one before it: that does
 * nothing when the database is there already. Below the first there is none: `down 1`.
 */
export function downVerb(
  target: string,
  { migrations, applied }: Pick<Situation, "migrations" | "applied">,
): readonly string[] | undefined {
  const versions = migrations.map(({ id }) => id).toSorted(byNumber);
  if (highestVersion(applied) !== target || !versions.includes(target)) return undefined;
  const before = versions[versions.indexOf(target) - 1];
  return before === undefined ? ["down", "1"] : ["goto", before];
}

/** What a row says is applied. A version that the checkout does not have is an id of its own. */
export function appliedUpTo(version: string, isDirty: boolean, checkout: readonly string[]): AppliedSet {
  const ids = checkout.filter((id) => byNumber(id, version) <= 0);
  // Below the first version stands -1: a down of the first migration that did not end.
  const current = byNumber(version, "0") < 0 ? (checkout[0] ?? version) : version;
  if (!ids.includes(current) && (isDirty || current === version)) ids.push(current);
  const applied = ids.map((id): Applied => (isDirty && id === current ? { id, isHalf: true } : { id }));
  return { applied: byNumber(version, "0") < 0 && !isDirty ? [] : applied, isInOrder: true };
}

async function findDirectory(files: Files): Promise<string> {
  for (const directory of DIRECTORIES) {
    const paths = await files.list(directory);
    if (paths.some((path) => NAME.test(path.slice(path.lastIndexOf("/") + 1)))) return directory;
  }
  return DIRECTORIES[0];
}

async function readMigrations(files: Files, { migrationsDirectory }: ToolSettings): Promise<readonly Migration[]> {
  const found = await readMigrationFiles(files, migrationsDirectory || DIRECTORIES[0], (name) => NAME.test(name));
  const scripts = new Map<string, Partial<Record<string, MigrationFile>>>();
  for (const file of found) {
    const [, digits = "", , direction = ""] = NAME.exec(file.name) ?? [];
    const version = plainVersion(digits);
    const known = scripts.get(version) ?? {};
    if (known[direction] !== undefined) throw twice(version, file.name);
    scripts.set(version, { ...known, [direction]: file });
  }
  return [...scripts].map(([id, { up, down }]) => toMigration(id, up, down)).toSorted((a, b) => byNumber(a.id, b.id));
}

function toMigration(id: string, up: MigrationFile | undefined, down: MigrationFile | undefined): Migration {
  const texts = [up, down].flatMap((file) => (file === undefined ? [] : [file.text]));
  // Without a file the tool says that it went down, lowers the version and does nothing.
  const kind: DownKind = down === undefined ? "none" : isIdleSql(down.text) ? "empty" : "real";
  return {
    id,
    title: (up ?? down)?.name ?? id,
    digest: digestOfScripts(texts),
    down: kind,
    ...(down === undefined ? {} : { downSql: down.text }),
    ...(/\bcommit\s*;\s*[^\s-]/i.test(up?.text ?? "") ? { outsideTransaction: true } : {}),
  };
}

function command(verb: readonly string[], settings: ToolSettings): Command {
  const [first = "migrate", ...rest] = settings.toolCommand;
  const { args, environment } = golangMigrateAddress(settings);
  const path = settings.migrationsDirectory || DIRECTORIES[0];
  return { argv: [first, ...rest, "-path", path, ...args, ...verb], environment };
}

function twice(version: string, name: string): Failure {
  return new Failure({
    reason: "invalid-input",
    what: `Two migrations have the same version ${version}: one of them is ${quoteText(name)}`,
    remedy: "Rename one of them: golang-migrate refuses both.",
  });
}

function wouldApplyAnother(wanted: string | undefined, next: string | undefined): Failure {
  const would = next === undefined ? "nothing" : `version ${next}`;
  return new Failure({
    reason: "tool-failed",
    what: `golang-migrate would apply ${would}, not version ${wanted ?? "none"}: it goes up from the current version only`,
    remedy: "Give the migration that came late a version above all that are applied, and run the job again.",
  });
}
