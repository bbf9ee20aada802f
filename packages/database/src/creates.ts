/** What a migration made that can hold values: what is gone when it is taken back. */
import { compareCodeUnits } from "@handrail/runner";
import { joinName } from "./schema-name.ts";
import type { Schema, SchemaObject } from "./schema.ts";

/** Its values come from other columns, so nothing is lost with it. */
const GENERATED = / generated always as (?!identity)/;

/**
 * The tables and columns that exist after and not before: `orders`, `users.email`. A new table stands for its columns. Generated
 * columns are left out: they hold nothing of their own. Names are sorted; nameParts takes them apart, and a table that is not in
 * the default schema is one part: `"app.orders"`, `"app.users".email`.
 */
export function createdBetween(before: Schema, after: Schema): string[] {
  const was = placesOf(before);
  return placesIn(after)
    .filter(({ object }) => object.kind === "table" || was.has(object.of))
    .filter(({ place, object }) => !was.has(place) && !GENERATED.test(object.definition))
    .map(({ place }) => place)
    .sort(compareCodeUnits);
}

/** The columns whose type was changed, in names as createdBetween gives them: values may not fit when that is taken back. */
export function retypedBetween(before: Schema, after: Schema): string[] {
  const was = placesOf(before);
  return placesIn(after)
    .filter(({ place, object }) => object.type !== undefined && (was.get(place)?.type ?? object.type) !== object.type)
    .map(({ place }) => place)
    .sort(compareCodeUnits);
}

/** The names (as createdBetween gives them) that a schema has: what a later migration dropped again cannot be counted. */
export function presentIn(schema: Schema, names: readonly string[]): string[] {
  const places = placesOf(schema);
  return names.filter((name) => places.has(name));
}

type Place = { place: string; object: SchemaObject };

function placesIn({ objects }: Schema): Place[] {
  return objects.flatMap((object) => {
    if (object.kind === "table") return [{ place: joinName(object.name), object }];
    return object.kind === "column" ? [{ place: `${joinName(object.of)}.${object.name}`, object }] : [];
  });
}

function placesOf(schema: Schema): Map<string, SchemaObject> {
  return new Map(placesIn(schema).map(({ place, object }) => [place, object]));
}
