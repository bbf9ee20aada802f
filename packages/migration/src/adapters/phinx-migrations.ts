/** What Phinx and CakePHP's migrations, which came from it, have in common: files, order, and what their commands would really do. */
import type { Files, Situation } from "../adapter.ts";
import type { Migration } from "../migration.ts";
import { readMigrationFiles, requireUnique } from "./javascript-files.ts";
import { phinxDown, runsOutside } from "./phinx-down.ts";
import { digestOfScripts } from "./sql-scripts.ts";
import { byNumber, highestVersion, plainVersion } from "./version-numbers.ts";

/** The name that Phinx takes for a migration: a version, and mostly what it is about. */
const NAME = /^(\d+)_[a-z][a-z\d]*(?:_[a-z\d]+)*\.php$|^(\d{14})\.php$/i;

/** The migrations of a directory, by version. */
export async function readPhinxMigrations(files: Files, directory: string): Promise<readonly Migration[]> {
  const found = await readMigrationFiles(files, directory, (name) => NAME.test(name));
  const migrations = found.map(({ name, text }): Migration => {
    const [, named, bare] = NAME.exec(name) ?? [];
    return {
      id: plainVersion(named ?? bare ?? ""),
      title: name,
      digest: digestOfScripts([text]),
      down: phinxDown(text),
      ...(runsOutside(text) ? { outsideTransaction: true } : {}),
    };
  });
  requireUnique(
    migrations.map(({ id }) => id),
    "version",
  );
  return migrations.toSorted((a, b) => byNumber(a.id, b.id));
}

/** How far `migrate` is sent: `target` is for `--target`, undefined for all that is pending. `ids`: what it then applies. */
export type PhinxUp = { target: string | undefined; ids: readonly string[] };

/**
 * What `migrate` is asked for. With a target it first reverts everything that is newer than that
 * (https://github.com/cakephp/phinx/issues/1197), and applies all that is older: so a target is named only when it is newer than
 * all that is applied, and the oldest of what is pending. Else everything at once, which never reverts.
 */
export function phinxUp(pending: readonly Migration[], { applied }: Pick<Situation, "applied">): PhinxUp {
  const ids = pending.map(({ id }) => id).toSorted(byNumber);
  const [first] = ids;
  const newest = highestVersion(applied);
  const isNext = first !== undefined && (newest === undefined || byNumber(first, newest) > 0);
  return isNext ? { target: first, ids: [first] } : { target: undefined, ids };
}

/**
 * How `rollback` reverts exactly `target`: `to` for `--target` ("0" when nothing stays), or `newest` without one; undefined when it
 * would revert another one. Phinx goes by version, or by time when its configuration says `version_order: execution`, and sees no
 * version without a file; so `target` has to be the newest by both.
 */
export function phinxDownTo(
  target: string,
  { applied, migrations }: Pick<Situation, "applied" | "migrations">,
): { to: string } | "newest" | undefined {
  const seen = applied.filter((id) => migrations.some((migration) => migration.id === id));
  const byVersion = seen.toSorted(byNumber);
  if (seen.at(-1) !== target || byVersion.at(-1) !== target) return undefined;
  const [before, beforeByTime] = [byVersion.at(-2), seen.at(-2)];
  return before === beforeByTime ? { to: before ?? "0" } : "newest";
}
