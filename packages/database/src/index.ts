/** The pure door of databases: addresses, schemas as data, fingerprints, SQL that is safe to send. No effects. */
export {
  DatabaseFailure,
  type DatabaseFaultFacts,
  type DatabaseFaultKind,
  type Engine,
  type Query,
  type Row,
} from "./query.ts";
export type { Schema, SchemaDifference, SchemaObject } from "./schema.ts";
export type { DatabaseUrl } from "./url.ts";
