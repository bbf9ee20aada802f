/** Makes a Schema of the objects that a catalog reader found. */
import { compareCodeUnits } from "@handrail/runner";
import type { Engine } from "./query.ts";
import type { Schema, SchemaObject } from "./schema.ts";

function compareObjects(left: SchemaObject, right: SchemaObject): number {
  return (
    compareCodeUnits(left.kind, right.kind) ||
    compareCodeUnits(left.of, right.of) ||
    compareCodeUnits(left.name, right.name) ||
    compareCodeUnits(left.definition, right.definition)
  );
}

/** A schema of objects in any order. */
export function schemaOf(engine: Engine, objects: readonly SchemaObject[]): Schema {
  return { engine, objects: objects.toSorted(compareObjects) };
}
