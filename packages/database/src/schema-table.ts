/** Tables of a schema in SQL. */
import type { Engine } from "./query.ts";
import { quoteName } from "./quote.ts";
import { nameParts } from "./schema-name.ts";

/** A table by its name in a schema: `users`, `app.users`. One without a schema of PostgreSQL is in `public`, as readSchema means it. */
export function writeTable(engine: Engine, table: string): string {
  const parts = nameParts(table);
  const whole = engine === "postgresql" && parts.length === 1 ? ["public", ...parts] : parts;
  return whole.map((part) => quoteName(part, engine)).join(".");
}
