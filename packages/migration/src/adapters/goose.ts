/**
 * goose (https://github.com/pressly/goose): SQL files with two sections, or Go. Seen with 3.5.3, read up to 3.24.
 * Its table is a log; its current version is the one of the last row that is in effect, whatever its number. So where it can be,
 * goose is shown a directory with one file only: it then does this one, or says that it cannot.
 */
import { Failure } from "@handrail/runner";
import type { Row } from "@handrail/database";
import type { Adapter, Command, Files, Situation, ToolSettings } from "../adapter.ts";
import type { Migration } from "../migration.ts";
import { gooseEnvironment } from "./goose-address.ts";
import { readGooseGo, readGooseSql } from "./goose-script.ts";
import { readMigrationFiles, requireUnique } from "./javascript-files.ts";
import type { MigrationFile } from "./javascript-files.ts";
import { digestOfScripts } from "./sql-scripts.ts";
import { isTrue, quoteTable, readTable, toolTable } from "./sql-table.ts";
import { byNumber, highestVersion, plainVersion } from "./version-numbers.ts";

const TABLE = "goose_db_version";
const NAME = /^([0-9]+)_.*(?<!_test)\.(?:sql|go)$/;
const DIRECTORIES = ["migrations", "db/migrations", "sql/migrations", "."] as const;

/** goose. */
export const goose: Adapter = {
  tool: "goose",
  title: "goose",
  engines: ["postgresql", "mysql", "sqlite"],
  isTransactional: true,
  async complete(files, settings) {
    return { ...settings, migrationsDirectory: settings.migrationsDirectory || (await findDirectory(files)) };
  },
  async list(files, { migrationsDirectory }) {
    const directory = migrationsDirectory || DIRECTORIES[0];
    const migrations = (await readMigrationFiles(files, directory, (name) => NAME.test(name))).map(toMigration);
    requireUnique(
      migrations.map(({ id }) => id),
      "version",
    );
    return migrations.toSorted((a, b) => byNumber(a.id, b.id));
  },
  state: (settings) => {
    const table = toolTable(settings, TABLE);
    return {
      how: "table",
      tables: [table.name],
      async read(query) {
        const statement = `select version_id, is_applied from ${quoteTable(table, settings.engine)} order by id`;
        const ids = foldLog(await readTable(query, statement));
        return { applied: ids.map((id) => ({ id })), isInOrder: true };
      },
    };
  },
  up(pending, situation) {
    const [next] = pending;
    const first = firstMissing(situation);
    const isAlone = next !== undefined && isShownAlone(situation);
    if (next === undefined || (!isAlone && next.id !== first)) throw wouldApplyAnother(next?.id, first);
    const late = needsAllowMissing(next.id, situation.applied) ? ["-allow-missing"] : [];
    const options = isAlone ? alone(next, situation.settings) : {};
    return {
      command: command([...late, isAlone ? "up" : "up-by-one"], situation.settings, options),
      applies: [next.id],
    };
  },
  down(target, situation) {
    const { settings, migrations, applied } = situation;
    const own = migrations.find(({ id }) => id === target.id);
    // `down` takes the last one that was applied.
    if (own === undefined || applied.at(-1) !== target.id) return undefined;
    const options = isShownAlone(situation) ? alone(own, settings) : {};
    return { command: command(["down"], settings, options), reverts: target.id };
  },
};

/** The versions in effect, in order of application: of each the last row counts. Version 0 only says that the table was made. */
export function foldLog(rows: readonly Row[]): readonly string[] {
  const ids = new Set<string>();
  for (const row of rows) {
    const id = String(row["version_id"]);
    ids.delete(id);
    if (isTrue(row["is_applied"]) && id !== "0") ids.add(id);
  }
  return [...ids];
}

/** What `up-by-one` would apply: the lowest that is not. */
export function firstMissing({ migrations, applied }: Pick<Situation, "migrations" | "applied">): string | undefined {
  return migrations
    .map(({ id }) => id)
    .filter((id) => !applied.includes(id))
    .toSorted(byNumber)[0];
}

/**
 * Whether goose has to be told `-allow-missing`: it refuses what is below the highest that is applied; and without it, after a
 * late one was applied last, 3.5.3 goes up from that one and applies again what is there already.
 */
export function needsAllowMissing(id: string, applied: readonly string[]): boolean {
  const highest = highestVersion(applied);
  return highest !== undefined && (byNumber(id, highest) < 0 || applied.at(-1) !== highest);
}

/** A program with migrations in Go has them built in, and sees them in any directory. A task has no scratch directory. */
function isShownAlone({ settings, migrations }: Situation): boolean {
  return !settings.isRemote && migrations.every(({ title }) => title.endsWith(".sql"));
}

type Shown = Pick<Command, "scratch">;

function alone({ title }: Migration, { migrationsDirectory }: ToolSettings): Shown {
  const directory = migrationsDirectory || DIRECTORIES[0];
  const path = directory === "." ? title : `${directory}/${title}`;
  return { scratch: { [`migrations/${title}`]: { copyOf: path } } };
}

function command(verb: readonly string[], settings: ToolSettings, shown: Shown): Command {
  const [first = "goose", ...rest] = settings.toolCommand;
  const directory =
    shown.scratch === undefined ? settings.migrationsDirectory || DIRECTORIES[0] : "{scratch}/migrations";
  const table = settings.migrationsTable === "" ? [] : ["-table", settings.migrationsTable];
  return {
    argv: [first, ...rest, "-dir", directory, ...table, ...verb],
    environment: gooseEnvironment(settings),
    ...shown,
  };
}

async function findDirectory(files: Files): Promise<string> {
  for (const directory of DIRECTORIES) {
    const paths = await files.list(directory);
    if (paths.some((path) => NAME.test(path.slice(path.lastIndexOf("/") + 1)))) return directory;
  }
  return DIRECTORIES[0];
}

function toMigration({ name, text }: MigrationFile): Migration {
  const { isOutside, ...script } = name.endsWith(".sql") ? readGooseSql(text) : readGooseGo(text);
  return {
    id: plainVersion(NAME.exec(name)?.[1] ?? ""),
    title: name,
    digest: digestOfScripts([text]),
    ...script,
    ...(isOutside ? { outsideTransaction: true } : {}),
  };
}

function wouldApplyAnother(wanted: string | undefined, first: string | undefined): Failure {
  return new Failure({
    reason: "tool-failed",
    what: `goose would apply version ${first ?? "none"}, not version ${wanted ?? "none"}: it takes the lowest one first`,
    remedy: "Run the job again, so that it reads anew what is applied.",
  });
}
