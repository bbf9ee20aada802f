/** Differences between schemas as sentences. Plain text with names from the database in it: whoever shows it escapes it. */
import type { SchemaDifference, SchemaObject } from "./schema.ts";

/** Definitions that are longer are not shown: the body of a function, the text of a view. */
const MOST_SHOWN = 120;

/** Names that say what the thing is, because it has none of its own: see the catalog readers. */
const MADE_UP = /^(?:primary key|foreign key \(|unique \(|index \(|check$)/;

/** `table orders was added`, `column users.email was changed: text not null -> text`. One line for most; no full stop. */
export function describeDifference({ change, object, before }: SchemaDifference): string {
  const what = `${describeObject(object)} was ${change}`;
  if (before !== undefined) {
    const isShown = isShort(before.definition) && isShort(object.definition);
    return isShown ? `${what}: ${before.definition || "nothing"} -> ${object.definition || "nothing"}` : what;
  }
  const isTold = MADE_UP.test(object.name) && object.definition !== object.name && isShort(object.definition);
  return isTold ? `${what}: ${object.definition}` : what;
}

/** The first of them in words, and how many there are besides: `and 3 more`. */
export function describeDifferences(differences: readonly SchemaDifference[], most = 20): string[] {
  const left = differences.length - most;
  const lines = differences.slice(0, left > 1 ? most : undefined).map((difference) => describeDifference(difference));
  return left > 1 ? [...lines, `and ${left} more`] : lines;
}

function describeObject({ kind, of, name }: SchemaObject): string {
  if (kind === "column") return `column ${of}.${name}`;
  if (kind === "comment")
    return of === "" ? `comment on ${name}` : `comment on ${[of, name].filter(Boolean).join(".")}`;
  if (of === "") return `${kind} ${name}`;
  if (kind === "sequence") return `sequence of ${of}.${name}`;
  if (!MADE_UP.test(name)) return `${kind} ${name} of ${of}`;
  return kind === "index" && name.startsWith("unique")
    ? `unique index ${name.slice("unique ".length)} of ${of}`
    : `${name} of ${of}`;
}

function isShort(definition: string): boolean {
  return definition.length <= MOST_SHOWN && !definition.includes("\n");
}
