/** A goose migration in SQL: the parts of its file (https://pressly.github.io/goose). */
import type { DownKind } from "../migration.ts";
import { isIdleSql } from "./sql-scripts.ts";

/** What a file says about its down. */
export type GooseScript = { down: DownKind; downSql?: string; isOutside: boolean };

const ANNOTATION = /^--\s*\+goose\s+(.+?)\s*$/i;

/** Reads a file of SQL. Without a section Down goose says `EMPTY`, takes the row away and does nothing. */
export function readGooseSql(text: string): GooseScript {
  let section = "";
  let isOutside = false;
  const down: string[] = [];
  let hasDown = false;
  for (const line of text.split(/\r?\n/)) {
    const annotation = ANNOTATION.exec(line)?.[1]?.toLowerCase().replaceAll(/\s+/g, " ");
    if (annotation === "up" || annotation === "down") section = annotation;
    if (annotation === "down") hasDown = true;
    if (annotation === "no transaction") isOutside = true;
    if (annotation === undefined && section === "down") down.push(line);
  }
  if (!hasDown) return { down: "none", isOutside };
  const downSql = down.join("\n").trim();
  return { down: isIdleSql(downSql) ? "empty" : "real", downSql, isOutside };
}

/** Reads a file of Go: `goose.AddMigrationContext(up, down)`. What its functions do is not told. */
export function readGooseGo(text: string): GooseScript {
  const call = /\bgoose\.AddMigration\w*\(([^()]*)\)/.exec(text)?.[1] ?? "";
  const [, down] = call.split(",").map((each) => each.trim());
  return { down: down === "nil" ? "none" : "unknown", isOutside: /\bgoose\.AddMigrationNoTx/.test(text) };
}
