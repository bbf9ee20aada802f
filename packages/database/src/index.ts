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
export { compareContents, type ContentDifference, describeContentDifference } from "./content-difference.ts";
export { contentStatements, readContent, readRowCounts, rowCountStatements, type TableContent } from "./content.ts";
export { createdBetween, presentIn, retypedBetween } from "./creates.ts";
export { type Dump, readDump } from "./dump.ts";
export { fingerprintOf } from "./fingerprint.ts";
export { type Loss, lossStatements, readLoss } from "./loss.ts";
export { compareSchemas } from "./schema-difference.ts";
export { describeDifference, describeDifferences } from "./schema-words.ts";
export { readSchema, schemaStatements } from "./schema-reader.ts";
export { databaseFaultKind } from "./faults.ts";
export { quoteLiteral, quoteName } from "./quote.ts";
export { secretsOf } from "./secrets.ts";
export { type DatabaseUrl, parseDatabaseUrl } from "./url.ts";
export { searchPathSetting } from "./url-search-path.ts";
export { type Tls, type TlsMode, tlsOf } from "./url-tls.ts";
