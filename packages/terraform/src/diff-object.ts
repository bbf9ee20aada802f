/**
 * The diff of objects: a row for each member that changes, what forces a replacement first, what becomes unknown last,
 * the rest counted.
 */
import type { DiffNode } from "./diff-node.ts";
import { keyText, WIDEST_KEY } from "./diff-scalar.ts";
import { remark, writeHidden, type DiffWriter, type Place } from "./diff-writer.ts";

export type ObjectNode = Extract<DiffNode, { type: "object" }>;
type Row = { label: string; before: DiffNode; after: DiffNode; rank: number; forced: Place["forced"] };

/** Shown although unchanged: they say which object it is. */
const IDENTIFYING = new Set(["id", "name"]);
const NULL: DiffNode = { id: -1, look: -1, type: "null" };

/** Writes what changes between two objects, with braces. */
export function writeObjectChange(writer: DiffWriter, before: ObjectNode, after: ObjectNode, place: Place): void {
  writer.line("~", place.depth, `${place.label}{${remark(place)}`);
  writeMembers(writer, before, after, { ...place, depth: place.depth + 1 });
  writer.line(" ", place.depth, `}${place.tail}`);
}

/** Writes the members of two objects that differ, or that are equal but identify the object. */
export function writeMembers(writer: DiffWriter, before: ObjectNode, after: ObjectNode, place: Place): void {
  const rows: Row[] = [];
  let hidden = 0;
  for (const key of [...new Set([...before.entries.keys(), ...after.entries.keys()])].sort()) {
    const row = rowOf(writer, key, before, after, place);
    if (row === undefined) continue;
    if (row.rank === Number.POSITIVE_INFINITY) hidden += 1;
    else rows.push(row);
  }
  rows.sort((one, other) => one.rank - other.rank);
  const width = widthOf(rows);
  for (const row of rows) {
    const at = { ...place, label: `${row.label.padEnd(width)} = `, tail: "", forced: row.forced };
    if (row.before.look === row.after.look) writer.whole(row.after, " ", at);
    else writer.change(row.before, row.after, at);
  }
  writeHidden(writer, hidden, "unchanged attribute", place.depth);
}

function rowOf(writer: DiffWriter, key: string, old: ObjectNode, now: ObjectNode, place: Place): Row | undefined {
  const before = old.entries.get(key) ?? NULL;
  const after = now.entries.get(key) ?? NULL;
  const forced = place.forced?.below.get(key);
  if (before.type === "null" && after.type === "null" && forced === undefined) return undefined;
  const isUnchanged = before.look === after.look && forced === undefined;
  const isShown = IDENTIFYING.has(key) && (after.type === "string" || after.type === "plain");
  let rank = isUnchanged ? (isShown ? 0 : Number.POSITIVE_INFINITY) : 2;
  if (forced !== undefined) rank = 1;
  else if (after.type === "unknown") rank = 3;
  return { label: labelOf(writer, now, key), before, after, rank, forced };
}

/** Writes all members of an object that is added or removed; members without a value are left out. */
export function writeAllMembers(writer: DiffWriter, node: ObjectNode, sign: "+" | "-" | " ", place: Place): void {
  const rows = [...node.entries]
    .filter(([, value]) => value.type !== "null")
    .map(([key, value]) => ({ label: labelOf(writer, node, key), value, forced: place.forced?.below.get(key) }));
  const width = widthOf(rows);
  for (const { label, value, forced } of rows) {
    writer.whole(value, sign, { ...place, label: `${label.padEnd(width)} = `, tail: "", forced });
  }
}

/** Keys that are data may be secret where a value is. */
function labelOf(writer: DiffWriter, node: ObjectNode, key: string): string {
  return keyText(node.isSchema ? key : writer.builder.redact(key));
}

/** How wide the labels are that are aligned. */
export function widthOf(rows: readonly { label: string }[]): number {
  return rows.reduce((width, { label }) => (label.length > WIDEST_KEY ? width : Math.max(width, label.length)), 0);
}
