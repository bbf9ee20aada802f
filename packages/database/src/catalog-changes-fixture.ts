/** Changes that a person would call changes of the schema, for each engine: a schema to begin with, and what can happen to it. */
import type { Changes } from "./catalog-change-fixture.ts";
import { mysqlChanges } from "./catalog-changes-mysql-fixture.ts";
import { postgresqlChanges } from "./catalog-changes-postgresql-fixture.ts";
import { sqliteChanges } from "./catalog-changes-sqlite-fixture.ts";
import type { Engine } from "./query.ts";

/** By engine. */
export const schemaChanges: Readonly<Record<Engine, Changes>> = {
  postgresql: postgresqlChanges,
  mysql: mysqlChanges,
  sqlite: sqliteChanges,
};
