/** How one schema differs from another. */
import { compareCodeUnits } from "@handrail/runner";
import type { Schema, SchemaDifference, SchemaObject } from "./schema.ts";

const ORDER = "schema extension type sequence table partition column constraint index".split(" ");

/**
 * What was added, removed and changed from `before` to `after`, by table. What comes or goes with its table, view or column is not
 * told by itself. Empty exactly when both have the same fingerprint.
 */
export function compareSchemas(before: Schema, after: Schema): SchemaDifference[] {
  const was = byName(before);
  const is = byName(after);
  const differences = [...new Set([...was.keys(), ...is.keys()])].flatMap((key) =>
    differencesOf(was.get(key) ?? [], is.get(key) ?? []),
  );
  const owners = new Set(
    differences.flatMap(({ change, object }) => (isOwner(object) ? [ownerKey(change, object)] : [])),
  );
  return differences.filter((difference) => !comesAlong(difference, owners)).sort(compareDifferences);
}

/** Objects by what tells them apart. Several that the database named itself can share a name. */
function byName({ objects }: Schema): Map<string, SchemaObject[]> {
  const groups = new Map<string, SchemaObject[]>();
  for (const object of objects) {
    const key = JSON.stringify([object.kind, object.of, object.name]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [object]);
    else group.push(object);
  }
  return groups;
}

function differencesOf(was: readonly SchemaObject[], is: readonly SchemaObject[]): SchemaDifference[] {
  const gone = without(was, is);
  const come = without(is, was);
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, at): SchemaDifference[] => {
    const [before, object] = [gone[at], come[at]];
    if (object === undefined) return before === undefined ? [] : [{ change: "removed", object: before }];
    return before === undefined ? [{ change: "added", object }] : [{ change: "changed", object, before }];
  }).flat();
}

/** The objects whose definitions are not among the others', each of which stands for one. */
function without(objects: readonly SchemaObject[], others: readonly SchemaObject[]): SchemaObject[] {
  const left = others.map(({ definition }) => definition);
  return objects.filter(({ definition }) => {
    const at = left.indexOf(definition);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Whether others stand and fall with it. */
function isOwner({ kind, of }: SchemaObject): boolean {
  return kind === "column" || (of === "" && (kind === "table" || kind === "view"));
}

function ownerKey(change: string, { kind, of, name }: SchemaObject): string {
  return JSON.stringify(kind === "column" ? [change, of, name] : [change, name]);
}

function comesAlong({ change, object }: SchemaDifference, owners: ReadonlySet<string>): boolean {
  const { kind, of, name } = object;
  if (change === "changed" || of === "") return false;
  if (owners.has(JSON.stringify([change, of]))) return true;
  return (kind === "sequence" || kind === "comment") && owners.has(JSON.stringify([change, of, name]));
}

function compareDifferences({ change: leftChange, object: left }: SchemaDifference, right: SchemaDifference): number {
  const rank = (object: SchemaObject): number => (ORDER.indexOf(object.kind) + ORDER.length + 1) % (ORDER.length + 1);
  return (
    compareCodeUnits(left.of || left.name, right.object.of || right.object.name) ||
    rank(left) - rank(right.object) ||
    compareCodeUnits(left.name, right.object.name) ||
    compareCodeUnits(leftChange, right.change)
  );
}
