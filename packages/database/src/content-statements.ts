/**
 * SQL that tells what tables hold, in a few numbers: how many rows (`n`), how many values each column has (`c0`, `c1` …), and sums of
 * hashes: of each column (`d0` …) and of whole rows (`d`). A sum does not depend on the order of the rows. PostgreSQL and MySQL scan
 * each table once.
 */
import type { ContentColumn, ContentTable } from "./content-columns.ts";
import type { Engine } from "./query.ts";
import { quoteName } from "./quote.ts";
import { writeTable } from "./schema-table.ts";

/** SQLite has no hash functions. Tables with more rows, or more bytes, than this are compared by lengths alone. */
const MOST_ROWS = 50_000;
const MOST_BYTES = 16_000_000;

/** Counts the rows of a table: `n`. Of PostgreSQL only its own, not those of its partitions and heirs, which are tables themselves. */
export function rowCountStatement(engine: Engine, { table }: ContentTable): string {
  return `SELECT count(*) AS n FROM ${from(engine, table)}`;
}

/** One statement; for SQLite a second one that gives the rows themselves. */
export function contentStatementsOf(engine: Engine, { table, columns }: ContentTable): string[] {
  const names = columns.map((column) => quoteName(column.name, engine));
  const counts = names.map((name, at) => `count(${name}) AS c${at}`);
  const sums = columns.map((column, at) => `${digests[engine].column(names[at] ?? "", column)} AS d${at}`);
  const rows = names.length === 0 ? [] : [`${digests[engine].row(names, columns)} AS d`];
  const profile = `SELECT ${["count(*) AS n", ...counts, ...sums, ...rows].join(", ")} FROM ${from(engine, table)}`;
  return engine === "sqlite" && names.length > 0 ? [profile, rowsStatement(from(engine, table), names)] : [profile];
}

function from(engine: Engine, table: string): string {
  return `${engine === "postgresql" ? "ONLY " : ""}${writeTable(engine, table)}`;
}

type Digests = {
  column(name: string, column: ContentColumn): string;
  row(names: readonly string[], columns: readonly ContentColumn[]): string;
};

const digests: Readonly<Record<Engine, Digests>> = {
  postgresql: {
    column: (name) => `sum(hashtextextended(${name}::text COLLATE "C", 0))::text`,
    row: (names) => `sum(hashtextextended(ROW(${names.join(", ")})::text COLLATE "C", 0))::text`,
  },
  mysql: {
    column: (name, column) => mysqlSum(mysqlHash(name, column)),
    row: (names, columns) => {
      const hashes = columns.map((column, at) => `IFNULL(${mysqlHash(names[at] ?? "", column)}, '-')`);
      return mysqlSum(`SHA2(CONCAT(${hashes.join(", ")}), 256)`);
    },
  },
  sqlite: {
    column: (name) => `total(length(quote(${name})))`,
    row: (names) => `total(${names.map((name) => `length(quote(${name}))`).join(" + ")})`,
  },
};

/** Shapes have no text: https://dev.mysql.com/doc/refman/8.4/en/spatial-type-overview.html */
const SHAPE = /^(?:geom|point|linestring|polygon|multi)/i;

function mysqlHash(name: string, { type }: ContentColumn): string {
  return `SHA2(${SHAPE.test(type) ? `ST_AsBinary(${name})` : name}, 256)`;
}

/** 60 bits of each hash. */
function mysqlSum(hash: string): string {
  return `CAST(SUM(CAST(CONV(LEFT(${hash}, 15), 16, 10) AS UNSIGNED)) AS CHAR)`;
}

/** The rows as texts (`c0` …) where they are few and small enough to be read; none otherwise. */
function rowsStatement(table: string, names: readonly string[]): string {
  const size = names.map((name) => `length(quote(${name}))`).join(" + ");
  const isSmall = `(SELECT count(*) <= ${MOST_ROWS} AND total(${size}) <= ${MOST_BYTES} FROM ${table})`;
  return `SELECT ${names.map((name, at) => `quote(${name}) AS c${at}`).join(", ")} FROM ${table} WHERE ${isSmall}`;
}
