/** Flyway's table `flyway_schema_history`, row by row in the order of `installed_rank`, as a set of what is in effect. */
import type { Row } from "@handrail/database";
import type { Applied, Migration } from "../migration.ts";
import { byFlywayVersion, isRepeatable } from "./flyway-files.ts";
import { isTrue } from "./sql-table.ts";

/**
 * What is in effect. Of a repeatable migration the newest row counts; one that has changed since is not applied as it is now, so it
 * is left out, and pending. A baseline is no migration: it stands for those of the checkout up to its version.
 * @param checkout the checkout's migrations; empty when they are not known
 */
export function foldHistory(rows: readonly Row[], checkout: readonly Migration[]): readonly Applied[] {
  const found = new Map<string, Applied>();
  for (const row of rows) {
    const { type, id, checksum, isDone } = factsOf(row);
    if (type === "SCHEMA" || id === "") continue;
    if (type.endsWith("BASELINE")) {
      for (const each of belowBaseline(id, checkout)) if (!found.has(each)) found.set(each, { id: each });
    } else if (type.startsWith("UNDO") || type === "DELETE") {
      if (isDone) found.delete(id);
      else found.set(id, { id, isHalf: true });
    } else {
      found.delete(id);
      found.set(id, { id, ...(isDone ? {} : { isHalf: true }), ...(checksum === "" ? {} : { checksum }) });
    }
  }
  return [...found.values()].filter((applied) => applied.isHalf === true || !isOutdated(applied, checkout));
}

type Facts = { type: string; id: string; checksum: string; isDone: boolean };

function factsOf(row: Row): Facts {
  const text = (column: string): string => String(row[column] ?? "");
  return {
    type: text("type").toUpperCase(),
    id: text("version") === "" ? text("script") : text("version"),
    checksum: text("checksum"),
    isDone: isTrue(row["success"]),
  };
}

/** The ids that a baseline stands for; its own version when the checkout is not known. */
function belowBaseline(version: string, checkout: readonly Migration[]): readonly string[] {
  if (checkout.length === 0) return [version];
  return checkout.filter((each) => !isRepeatable(each) && byFlywayVersion(each.id, version) <= 0).map(({ id }) => id);
}

function isOutdated({ id, checksum }: Applied, checkout: readonly Migration[]): boolean {
  const own = isRepeatable({ id }) ? checkout.find((each) => each.id === id) : undefined;
  return own?.checksum !== undefined && checksum !== undefined && own.checksum !== checksum;
}
