/**
 * Flyway (https://documentation.red-gate.com/fd): SQL files, versioned and repeatable. By its documents and source, up to 11.
 * One version at a time by `-target`, except where it would do more than that: repeatable migrations run whatever the target is.
 */
import type { Adapter, Command, Situation, ToolSettings } from "../adapter.ts";
import type { Migration } from "../migration.ts";
import { byFlywayVersion, flywayDirectories, isRepeatable, readFlywayMigrations } from "./flyway-files.ts";
import { flywayEnvironment } from "./flyway-environment.ts";
import { foldHistory } from "./flyway-history.ts";
import { completePlaces } from "./flyway-places.ts";
import { quoteTable, readTable, toolTable } from "./sql-table.ts";

const TABLE = "flyway_schema_history";

/** Flyway. */
export const flyway: Adapter = {
  tool: "flyway",
  title: "Flyway",
  clearMark: "`flyway repair`",
  engines: ["postgresql", "mysql", "sqlite"],
  forwardOnly:
    "Flyway reverts with `undo` only, which its free edition does not have, and which stops without an error at the first version without an undo script: write a new migration that takes the change back, and run that.",
  isTransactional: true,
  async complete(files, settings) {
    const completed = await completePlaces(files, settings);
    return { ...completed, checkout: await readFlywayMigrations(files, completed.migrationsDirectory) };
  },
  list: (files, { migrationsDirectory }) => readFlywayMigrations(files, migrationsDirectory || flywayDirectories[0]),
  state: (settings) => {
    const table = toolTable(settings, TABLE);
    return {
      how: "table",
      tables: [table.name],
      async read(query) {
        const columns = "version, type, script, checksum, success";
        const statement = `select ${columns} from ${quoteTable(table, settings.engine)} order by installed_rank`;
        const rows = await readTable(query, statement);
        return { applied: foldHistory(rows, settings.checkout ?? []), isInOrder: true };
      },
    };
  },
  up(pending, situation) {
    const { target, outOfOrder, ids } = flywayUp(pending, situation);
    const options = [
      ...(target === undefined ? [] : [`-target=${target}`]),
      ...(outOfOrder ? ["-outOfOrder=true"] : []),
      "-outputType=json",
    ];
    return { command: command(options, situation.settings), applies: ids };
  },
  down: () => undefined,
};

/** What `migrate` is asked for; without a target it applies everything. */
export type FlywayUp = { target: string | undefined; outOfOrder: boolean; ids: readonly string[] };

/**
 * With a target Flyway applies what is pending up to it, and each repeatable migration that has changed, which may need a later
 * version: so with such a one pending, or one of which nobody knows whether it changed, all goes at once. On an empty database it
 * begins with the newest baseline migration: all up to that counts as applied then.
 */
export function flywayUp(
  pending: readonly Migration[],
  { migrations, applied }: Pick<Situation, "migrations" | "applied">,
): FlywayUp {
  const versions = pending
    .filter((each) => !isRepeatable(each))
    .map(({ id }) => id)
    .toSorted(byFlywayVersion);
  const highest = applied
    .filter((id) => !isRepeatable({ id }))
    .toSorted(byFlywayVersion)
    .at(-1);
  const [first] = versions;
  const outOfOrder = first !== undefined && highest !== undefined && byFlywayVersion(first, highest) < 0;
  const hasRepeatable =
    pending.some(isRepeatable) || migrations.some((each) => isRepeatable(each) && each.checksum === undefined);
  const isFromBaseline = applied.length === 0 && migrations.some(({ isBaseline }) => isBaseline === true);
  if (first === undefined || hasRepeatable || isFromBaseline) {
    return { target: undefined, outOfOrder, ids: pending.map(({ id }) => id) };
  }
  return { target: first, outOfOrder, ids: [first] };
}

/** `-n`: it never asks for a user or a password. */
function command(options: readonly string[], settings: ToolSettings): Command {
  const [first = "flyway", ...rest] = settings.toolCommand;
  return { argv: [first, ...rest, "-n", ...options, "migrate"], environment: flywayEnvironment(settings) };
}
