/** The catalog of PostgreSQL: rows in, objects of a schema out. */
import { type CatalogRow, type Details, phrase, readRow } from "./catalog-postgresql-details.ts";
import {
  describeSequence,
  describeType,
  nextValue,
  readAddress,
  readComment,
  readOther,
} from "./catalog-postgresql-objects.ts";
import {
  columnType,
  describeColumn,
  describeConstraint,
  describeFiring,
  describeIndex,
  describePolicy,
  describeTable,
  withoutNumber,
} from "./catalog-postgresql-table.ts";
import { collapseSpace } from "./catalog-tokens.ts";
import type { Row } from "./query.ts";
import { joinName, type LeftOut } from "./schema-name.ts";
import type { SchemaObject } from "./schema.ts";

export { postgresqlStatements } from "./catalog-postgresql-statement.ts";

/** The objects of the schemas that are meant ("": what belongs to none), in any order. */
export function readPostgresql(
  [rows = []]: readonly (readonly Row[])[],
  isLeftOut: LeftOut,
  isMeant: (schema: string) => boolean,
): SchemaObject[] {
  const found = rows
    .map(readRow)
    .filter((row) => row !== undefined)
    .filter((row) => isMeant(addressOf(row).schema));
  const isOut = (row: CatalogRow): boolean => {
    const { schema, names } = addressOf(row);
    return names.some((name, at) => at === 0 && isLeftOut(schema, name));
  };
  const kept = found.filter((row) => !isOut(row));
  const emptied = emptiedSchemas(found, kept);
  const sequences = new Map<string, string>();
  for (const { kind, schema, owner, name, details } of kept) {
    if (kind === "sequence" && owner !== "") sequences.set(joinName(schema, owner, name), nextValue(details));
  }
  return kept
    .filter((row) => !emptied.has(schemaNamed(row)))
    .filter(({ kind, schema }) => kind !== "schema" || schema !== "public")
    .map((row) => readObject(row, sequences));
}

/** What a row is about: its schema, and the name of the table it belongs to or its own. */
function addressOf(row: CatalogRow): { schema: string; names: string[] } {
  if (row.kind === "comment" || row.kind === "object") return readAddress(row);
  const name = row.owner || row.name;
  return { schema: row.schema, names: name === "" ? [] : [name] };
}

/** The schema that a row makes, or comments on; "" for all other rows. */
function schemaNamed(row: CatalogRow): string {
  if (row.kind === "schema") return row.schema;
  const isComment = row.kind === "comment" && row.details.text(1) === "schema";
  return isComment ? readAddress(row).schema : "";
}

/** The schemas that held something which is left out, and hold nothing else: a tool made them for its own tables. */
function emptiedSchemas(found: readonly CatalogRow[], kept: readonly CatalogRow[]): ReadonlySet<string> {
  const schemasOf = (rows: readonly CatalogRow[]): string[] =>
    rows.filter((row) => schemaNamed(row) === "" && row.kind !== "extension").map((row) => addressOf(row).schema);
  const inUse = new Set(schemasOf(kept));
  return new Set(schemasOf(found).filter((schema) => schema !== "" && !inUse.has(schema)));
}

/** Kinds that stand for themselves although their row names them as an owner. */
const ALONE = new Set(["table", "view"]);

function readObject(row: CatalogRow, sequences: ReadonlyMap<string, string>): SchemaObject {
  if (row.kind === "comment") return readComment(row);
  if (row.kind === "object") return readOther(row);
  const { kind, schema, owner, name, details } = row;
  const place = schema === "public" ? "" : schema;
  const definition = describe(row, sequences.get(joinName(schema, owner, name)));
  if (ALONE.has(kind)) return { kind, of: "", name: joinName(place, owner), definition };
  if (kind === "schema") return { kind, of: "", name: joinName(schema), definition };
  if (kind === "routine") return { kind, of: "", name: `${joinName(place, name)}(${details.text(1)})`, definition };
  if (owner === "") return { kind, of: "", name: joinName(place, name), definition };
  const isNamedByUs = kind === "constraint" || kind === "index" || kind === "statistics";
  const told = joinName(isNamedByUs ? withoutNumber(owner, name) : name);
  const type = kind === "column" ? { type: columnType(details) } : {};
  return { kind, of: joinName(place, owner), name: told, definition, ...type };
}

type Describe = (details: Details, ownSequence: string | undefined) => string;

const describers: Readonly<Record<string, Describe>> = {
  schema: () => "schema",
  table: describeTable,
  column: describeColumn,
  constraint: describeConstraint,
  index: describeIndex,
  view: describeView,
  rule: (details) => describeFiring(collapseSpace(details.text(1)), details.text(2)),
  trigger: (details) => describeFiring(details.text(1), details.text(2)),
  policy: describePolicy,
  statistics: (details) => details.text(1).replace(/^CREATE STATISTICS .*? (?=\(|ON )/, ""),
  sequence: describeSequence,
  type: describeType,
  routine: (details) => details.text(2).trim(),
  extension: (details) => `schema ${details.text(1)}`,
  "event trigger": (details) =>
    describeFiring(phrase(details.text(1), details.texts(3).sort().join(", "), details.text(2)), details.text(4)),
};

function describe({ kind, details }: CatalogRow, ownSequence: string | undefined): string {
  return describers[kind]?.(details, ownSequence) ?? details.text(1);
}

function describeView(details: Details): string {
  const options = details.texts(3).sort().join(", ");
  const isKept = details.text(2) === "m";
  const what = collapseSpace(details.text(1)).replace(/;$/, "");
  return phrase(isKept ? "materialized" : "", options === "" ? "" : `with (${options})`, what);
}
