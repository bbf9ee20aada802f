/**
 * Atlas's table `atlas_schema_revisions` (cmd/atlas/internal/migrate in ariga/atlas): a row for each version, with how many of its
 * statements were applied. Where it is depends on the connection: beside the tables where the address names a schema, in a
 * schema of its own otherwise.
 */
import type { Query, Row } from "@handrail/database";
import type { ToolSettings } from "../adapter.ts";
import type { Applied, Migration } from "../migration.ts";
import { quoteTable, readTable, toolTable } from "./sql-table.ts";
import type { ToolTable } from "./sql-table.ts";

/** The table's name, and that of the schema which Atlas makes for it. */
export const ATLAS_TABLE = "atlas_schema_revisions";

/** Bits of the column `type`: the version where a database was taken over, and one that somebody set by hand. */
const BASELINE = 1;
const RESOLVED = 4;

/** The places where the table can be, the likeliest first. */
export function revisionTables(settings: ToolSettings): readonly ToolTable[] {
  const { engine, migrationsTable, url } = settings;
  if (migrationsTable !== "") return [toolTable(settings, ATLAS_TABLE)];
  const beside = { schema: url?.options["search_path"] ?? "", name: ATLAS_TABLE };
  if (engine !== "postgresql") return [beside];
  return beside.schema === "" ? [{ schema: ATLAS_TABLE, name: ATLAS_TABLE }, beside] : [beside];
}

/** Reads what is in effect, in the order of its execution. */
export async function readRevisions(query: Query, settings: ToolSettings): Promise<readonly Applied[]> {
  for (const table of revisionTables(settings)) {
    const columns = "version, type, applied, total, error, hash";
    const statement = `select ${columns} from ${quoteTable(table, settings.engine)} order by executed_at, version`;
    const rows = await readTable(query, statement);
    if (rows.length > 0) return foldRevisions(rows, settings.checkout ?? []);
  }
  return [];
}

/**
 * What is in effect. A checkpoint, or the version where the database was taken over, stands for all before it; a checkpoint that is
 * older than the first row was never run, and never will be.
 * @param checkout the checkout's migrations; empty when they are not known
 */
export function foldRevisions(rows: readonly Row[], checkout: readonly Migration[]): readonly Applied[] {
  const known = rows.filter((row) => !String(row["version"]).startsWith("."));
  const own = known.map(toApplied);
  const ids = new Set(own.map(({ id }) => id));
  const newest = checkout.findLastIndex(({ id }) => ids.has(id));
  const stands = checkout.findLastIndex(({ id, isBaseline }) => isBaseline === true && ids.has(id));
  const taken = known.filter((row) => (numberOf(row["type"]) & BASELINE) !== 0).map((row) => String(row["version"]));
  const isImplied = ({ id, isBaseline }: Migration, at: number): boolean =>
    at < stands || taken.some((version) => id <= version) || (isBaseline === true && at < newest);
  const implied = checkout.filter((each, at) => !ids.has(each.id) && isImplied(each, at)).map(({ id }) => ({ id }));
  // The version where a database was taken over does not have to be a migration.
  const real =
    checkout.length === 0
      ? own
      : own.filter(({ id }) => !taken.includes(id) || checkout.some((each) => each.id === id));
  return [...implied, ...real];
}

function toApplied(row: Row): Applied {
  const isSet = (numberOf(row["type"]) & RESOLVED) !== 0;
  const hasError = row["error"] !== null && row["error"] !== undefined && row["error"] !== "";
  const isHalf = !isSet && (hasError || numberOf(row["applied"]) < numberOf(row["total"]));
  const checksum = String(row["hash"] ?? "");
  return {
    id: String(row["version"]),
    ...(isHalf ? { isHalf: true } : {}),
    ...(checksum === "" ? {} : { checksum }),
  };
}

function numberOf(value: Row[string] | undefined): number {
  const number = Number(value ?? 0);
  return Number.isFinite(number) ? number : 0;
}
