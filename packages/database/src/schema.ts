/** A schema as plain data, normalised: what two databases with the same schema have in common. Types only. */
import type { Engine } from "./query.ts";

/** One object of a schema (a column, an index, a constraint, a view, a trigger, a type …). */
export type SchemaObject = {
  /** `table`, `column`, `index`, `constraint`, `view`, `routine`, `trigger`, `sequence`, `type`, `extension`, `policy`, `event` … */
  kind: string;
  /** The table, view or type that it belongs to, without the default schema's name; "" when it stands alone. */
  of: string;
  /** Its name, with its schema in front when that is not the default one. Names that the database made up are told by what they are. */
  name: string;
  /** All that makes it what it is, normalised: `integer not null default 0`. Two objects are equal when their texts are. */
  definition: string;
  /** Of a column: its type alone, which is the first part of its definition. */
  type?: string;
};

/** A schema: its objects, sorted by kind, of, name. Column order does not matter. No rows, no owners, no statistics. */
export type Schema = { engine: Engine; objects: readonly SchemaObject[] };

/** How one schema differs from another. */
export type SchemaDifference = {
  change: "added" | "removed" | "changed";
  object: SchemaObject;
  /** With `changed`: what it was; `object` is what it is. */
  before?: SchemaObject;
};
