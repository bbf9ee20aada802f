/** What dumps say besides the schema: settings, data, owners, counters, and tables that are no part of it. */
import type { LeftOut } from "./schema-name.ts";

/** Statements that make no part of a schema. Rows of a version table are in the dumps of Rails and dbmate. */
const NOISE =
  /^(?:(?:SET|USE|LOCK TABLES|UNLOCK TABLES|PRAGMA|ANALYZE|BEGIN|COMMIT|ROLLBACK|START TRANSACTION|INSERT INTO|COPY)\b|SELECT pg_catalog\.set(?:_config|val)|CREATE DATABASE|ALTER DATABASE|COMMENT ON EXTENSION|DROP (?:TABLE|VIEW|FUNCTION|PROCEDURE|EVENT|TRIGGER) IF EXISTS|(?:ALTER|REASSIGN) .* OWNE[RD] (?:TO|BY ROLE) \S+$|ALTER TABLE \S+ (?:DISABLE|ENABLE) KEYS$|CREATE TABLE ["'`]?sqlite_(?:sequence|stat\d)\b)/i;

/** When an event happens: without a word from the user it starts when it was made, and every time is told as a date. */
const EVENT_TIMES =
  /^(CREATE(?: OR REPLACE)? EVENT .+? ON SCHEDULE)(?: AT '[^']*'|( EVERY (?:'[^']*'|\S+) \w+)(?: STARTS '[^']*')?(?: ENDS '[^']*')?)/i;

/** A statement without what changes by itself; undefined when nothing of it is schema. */
export function schemaOfStatement(statement: string, isLeftOut: LeftOut): string | undefined {
  if (/^(?:CREATE|ALTER) SEQUENCE /i.test(statement) && isOwnSequence(statement, isLeftOut)) return undefined;
  if (NOISE.test(statement) || subjects(statement).some(([schema, name]) => isLeftOut(schema, name))) return undefined;
  return statement
    .replace(/^(CREATE(?: OR REPLACE)?(?: ALGORITHM ?= ?\w+)?) DEFINER ?= ?(?:`[^`]*`|\S+?)@(?:`[^`]*`|\S+)/i, "$1")
    .replace(/(\) ENGINE=\w+(?: \w+=\w+)*?) AUTO_INCREMENT=\d+/i, "$1")
    .replace(EVENT_TIMES, "$1$2");
}

/** The names in the head of a statement, each with its schema: what it makes or changes, and the table it belongs to. */
function subjects(statement: string): [string, string][] {
  const head = /^.*?(?=\(| AS | USING | REFERENCES | VALUES |$)/is.exec(statement)?.[0] ?? "";
  const name = /(?:(["`]?)([\w$]+)\1\.)?(["`]?)([\w$]+)\3/g;
  return Array.from(head.matchAll(name), ([, , schema = "", , bare = ""]): [string, string] => [schema, bare]);
}

/** The sequence of a serial column says of which table it is in its name only: `goose_db_version_id_seq`. */
function isOwnSequence(statement: string, isLeftOut: LeftOut): boolean {
  return subjects(statement).some(([schema, name]) => {
    const words = name.split("_");
    if (words.at(-1) !== "seq") return false;
    return words.some((_, at) => at > 0 && at < words.length - 1 && isLeftOut(schema, words.slice(0, at).join("_")));
  });
}
