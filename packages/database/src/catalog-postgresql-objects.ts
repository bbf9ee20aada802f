/** What stands alone in a schema of PostgreSQL: types, routines, sequences, comments. */
import { type CatalogRow, type Details, phrase, when } from "./catalog-postgresql-details.ts";
import { joinName } from "./schema-name.ts";
import type { SchemaObject } from "./schema.ts";

/** `enum ('a', 'b')`, `domain integer not null …`, `composite (a integer)`, `range of double precision`. */
export function describeType(details: Details): string {
  const kind = details.text(1);
  if (kind === "e")
    return `enum (${details
      .texts(2)
      .map((label) => `'${label.replaceAll("'", "''")}'`)
      .join(", ")})`;
  if (kind === "c") return `composite (${details.texts(3).join(", ")})`;
  if (kind === "r") return `range of ${details.text(9)}`;
  const collation = details.text(7);
  return phrase(
    `domain ${details.text(4)}`,
    when(collation !== "" && collation !== "default", `collate "${collation}"`),
    when(details.isTrue(5), "not null"),
    when(details.text(6) !== "", `default ${details.text(6)}`),
    ...details.texts(8),
  );
}

/** `bigint start 1 increment 1 from 1 to 100 cache 1 cycle`. */
export function describeSequence(details: Details): string {
  const words = details.text(2).split(" ");
  const [cycle, cache, most, least, step, start] = words.toReversed();
  const type = words.slice(0, -6).join(" ");
  const cycles = when(cycle === "t", "cycle");
  return phrase(`${type} start ${start} increment ${step} from ${least} to ${most} cache ${cache}`, cycles);
}

/** What reads the next value of a sequence by default. */
export function nextValue(details: Details): string {
  return `nextval('${details.text(1).replaceAll("'", "''")}'::regclass)`;
}

/** An object by its address: type, names, arguments (pg_identify_object_as_address). */
export type Address = { type: string; schema: string; names: string[]; arguments: string[] };

/** The address that the details begin with. */
export function readAddress({ details }: CatalogRow): Address {
  const [schema = "", ...names] = details.texts(2);
  return { type: details.text(1), schema, names, arguments: details.texts(3) };
}

/** A comment. That of a table or column belongs to the table. */
export function readComment(row: CatalogRow): SchemaObject {
  const { type, schema, names, arguments: given } = readAddress(row);
  const place = schema === "public" ? "" : schema;
  const [first = "", second] = names;
  const brackets = when(type === "function" || type === "procedure" || type === "aggregate", `(${given.join(", ")})`);
  const definition = row.details.text(4);
  if (type === "table") return { kind: "comment", of: joinName(place, first), name: "", definition };
  if (second !== undefined) {
    const name = type === "table column" ? joinName(second) : `${type} ${joinName(second)}`;
    return { kind: "comment", of: joinName(place, first), name, definition };
  }
  return { kind: "comment", of: "", name: `${type} ${joinName(place, first)}${brackets}`, definition };
}

/** Anything else: operators, collations, text search … What it is made of is not read. */
export function readOther(row: CatalogRow): SchemaObject {
  const { type, schema, names, arguments: given } = readAddress(row);
  const name = `${type} ${joinName(schema === "public" ? "" : schema, ...names)}`;
  return {
    kind: "object",
    of: "",
    name: given.length === 0 ? name : `${name} (${given.join(", ")})`,
    definition: type,
  };
}
