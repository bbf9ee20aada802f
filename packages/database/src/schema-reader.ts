/** Reads the schema of a database: a few statements to send, and what their answers mean. */
import { mysqlStatements, readMysql } from "./catalog-mysql.ts";
import { postgresqlStatements, readPostgresql } from "./catalog-postgresql.ts";
import { readSqlite, sqliteStatements } from "./catalog-sqlite.ts";
import type { Engine, Row } from "./query.ts";
import { leavingOut, type LeftOut } from "./schema-name.ts";
import { schemaOf } from "./schema-objects.ts";
import type { Schema, SchemaObject } from "./schema.ts";

type Catalog = {
  statements: readonly string[];
  read(answers: readonly (readonly Row[])[], isLeftOut: LeftOut, isMeant: (schema: string) => boolean): SchemaObject[];
};

const catalogs: Readonly<Record<Engine, Catalog>> = {
  postgresql: { statements: postgresqlStatements, read: readPostgresql },
  mysql: { statements: mysqlStatements, read: readMysql },
  sqlite: { statements: sqliteStatements, read: readSqlite },
};

/**
 * The statements that read the catalog: SELECTs only, each on one line, less than 5,000 characters together. They change nothing,
 * and nothing of the session either, so they can go through a connection pool. Their answers are for readSchema.
 */
export function schemaStatements(engine: Engine): readonly string[] {
  return catalogs[engine].statements;
}

/** What of a schema is meant. */
export type ReadOptions = { without: readonly string[]; within?: readonly string[]; isOutside?: boolean };

/**
 * The schema that the answers tell: of PostgreSQL all schemas but the system's, of MySQL the one database. Without our own tables
 * (`handrail_…`), without the tables that `without` names (as the database has them), and without what belongs to these. `within`:
 * of PostgreSQL only these schemas (and what belongs to none); empty means all. `isOutside`: all the others instead.
 * @param answers to schemaStatements, in their order
 */
export function readSchema(
  engine: Engine,
  answers: readonly (readonly Row[])[],
  { without, within = [], isOutside = false }: ReadOptions,
): Schema {
  const isMeant = (schema: string): boolean =>
    within.length === 0 || (schema === "" ? !isOutside : within.includes(schema) !== isOutside);
  return schemaOf(engine, catalogs[engine].read(answers, leavingOut(without), isMeant));
}
