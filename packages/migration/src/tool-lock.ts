/**
 * A tool's own lock, where it is a row: a process that was killed leaves it held, and nobody but a person gives it back (Knex on MySQL,
 * Liquibase: https://docs.liquibase.com/commands/utility/release-locks.html). It is looked at before a tool is started: the tool itself
 * would fail, or wait for minutes, without saying why.
 */
import { quoteTable, readTable } from "./adapters/sql-table.ts";
import type { Refusal } from "./history.ts";
import type { Place } from "./snapshot.ts";

/** The refusal while it is held; none where nobody can ask the database without a task. @throws DatabaseFailure */
export async function refuseToolLock({ executor, adapter, settings }: Place): Promise<Refusal[]> {
  const lock = adapter.ownLock?.(settings);
  if (lock === undefined || executor.kind === "ecs" || executor.query === undefined) return [];
  const from = quoteTable(lock.table, settings.engine);
  const [row] = await readTable(executor.query, `select count(*) as held from ${from} where ${lock.held}`);
  if (Number(row?.["held"] ?? 0) === 0) return [];
  return [
    {
      reason: "locked",
      what: `${adapter.title}'s own lock is held (table ${lock.table.name}): a process of it that was killed left it, or somebody runs it by hand`,
      remedy: `When nobody does, release it with ${lock.release}; then run this again.`,
    },
  ];
}
