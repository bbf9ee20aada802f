/** Compares the checkout with the database: what comes too late, what was changed after it ran, what nobody here knows. Pure. */
import type { Applied, Migration } from "./migration.ts";

/**
 * Pending migrations that stand before an applied one: they come late, and run on a schema that they were not written for. Where
 * the tool says what a migration needs (`after`), the order of the list means nothing: late is then only what an applied one needs.
 * @param applied the applied ids
 */
export function findLate(migrations: readonly Migration[], applied: readonly string[]): readonly Migration[] {
  const there = new Set(applied);
  const last = migrations.findLastIndex(({ id }) => there.has(id));
  const needed = neededBy(migrations, there);
  return migrations.filter(({ id, after }, at) => {
    if (there.has(id)) return false;
    return after === undefined ? at < last : needed.has(id);
  });
}

/** All that the applied ones need, and what those need. */
function neededBy(migrations: readonly Migration[], applied: ReadonlySet<string>): ReadonlySet<string> {
  const needs = new Map(migrations.map(({ id, after }) => [id, after ?? []]));
  const found = new Set<string>();
  const open = [...applied];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const each of needs.get(id) ?? []) {
      if (found.has(each)) continue;
      found.add(each);
      open.push(each);
    }
  }
  return found;
}

/**
 * Migrations that were applied and have changed since: by the digest in the records, and, where the tool keeps a checksum that we
 * can compute, by that one. What cannot be compared is not told.
 * @param recorded the digest that was recorded when it ran, by id; "" where it was not known
 * @param applied what the database says, for the tool's own checksums
 */
export function findEdited(
  migrations: readonly Migration[],
  recorded: ReadonlyMap<string, string>,
  applied: readonly Applied[] = [],
): readonly Migration[] {
  const checksums = new Map(applied.map(({ id, checksum }) => [id, checksum]));
  return migrations.filter(
    ({ id, digest, checksum }) => differs(digest, recorded.get(id)) || differs(checksum, checksums.get(id)),
  );
}

function differs(now: string | undefined, then: string | undefined): boolean {
  return now !== undefined && now !== "" && then !== undefined && then !== "" && now !== then;
}

/** What is in the database and not in the checkout, in the order of the database. */
export function findUnknown(applied: readonly string[], migrations: readonly Migration[]): readonly string[] {
  const known = new Set(migrations.map(({ id }) => id));
  return applied.filter((id) => !known.has(id));
}
