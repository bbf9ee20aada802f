/**
 * The diff of a resource as a whole: its attributes at depth 0. What was nothing and is known after apply is only named;
 * a provider has dozens of such attributes, and they say nothing yet.
 */
import type { DiffNode } from "./diff-node.ts";
import { writeAllMembers, writeMembers, type ObjectNode } from "./diff-object.ts";
import { keyText } from "./diff-scalar.ts";
import { ROOT, type DiffWriter } from "./diff-writer.ts";
import type { ForcedPaths } from "./forced-paths.ts";

/** A line of names gets no longer than this, unless a single name does. */
const WIDEST = 100;

/** Writes what changes between a resource's values; either may be null. */
export function writeResource(
  writer: DiffWriter,
  before: DiffNode,
  after: DiffNode,
  forced: ForcedPaths | undefined,
): void {
  const old = before.type === "object" ? before : undefined;
  const isNew = before.type === "null";
  if (old !== undefined && after.type === "null") writeAllMembers(writer, old, "-", ROOT);
  else if (after.type === "object" && (old !== undefined || isNew)) {
    const names = appearing(old, after, forced);
    if (old === undefined) writeAllMembers(writer, without(after, names), "+", ROOT);
    else writeMembers(writer, without(old, names), without(after, names), { ...ROOT, forced });
    writeNames(writer, [...names].map(keyText));
  } else if (before.look !== after.look) writer.change(before, after, { ...ROOT, forced });
}

/** The attributes that had no value and will have one that is not known yet. */
function appearing(old: ObjectNode | undefined, after: ObjectNode, forced: ForcedPaths | undefined): Set<string> {
  const names = new Set<string>();
  for (const [key, value] of after.entries) {
    const isForced = forced?.below.has(key) === true;
    if (value.type === "unknown" && !isForced && isNothing(old?.entries.get(key))) names.add(key);
  }
  return names;
}

function isNothing(node: DiffNode | undefined): boolean {
  if (node === undefined || node.type === "null") return true;
  if (node.type === "string") return node.text === "";
  if (node.type === "list") return node.items.length === 0;
  return node.type === "object" && node.entries.size === 0;
}

function without(node: ObjectNode, names: ReadonlySet<string>): ObjectNode {
  return names.size === 0 ? node : { ...node, entries: new Map([...node.entries].filter(([key]) => !names.has(key))) };
}

function writeNames(writer: DiffWriter, names: readonly string[]): void {
  let line = "";
  for (const name of names) {
    if (line !== "" && line.length + name.length > WIDEST) {
      writer.line("#", 0, `(known after apply: ${line})`);
      line = "";
    }
    line += line === "" ? name : `, ${name}`;
  }
  if (line !== "") writer.line("#", 0, `(known after apply: ${line})`);
}
