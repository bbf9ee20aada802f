/** The catalog of SQLite: it keeps the statements that made the schema, so they are what is read. */
import { Cursor, NotUnderstood } from "./catalog-sqlite-cursor.ts";
import { type KnownNames, writeSql } from "./catalog-sqlite-expression.ts";
import { writeIndexed } from "./catalog-sqlite-constraint.ts";
import { splitByComma } from "./catalog-sqlite-cursor.ts";
import { readTable, type TableParts } from "./catalog-sqlite-table.ts";
import { joinSql, tokensOf } from "./catalog-tokens.ts";
import type { Token } from "./catalog-tokens.ts";
import type { Row } from "./query.ts";
import { joinName, type LeftOut } from "./schema-name.ts";
import type { SchemaObject } from "./schema.ts";

/** `sqlite_master` is what all versions call it. Indexes without a statement belong to a constraint. */
export const sqliteStatements: readonly string[] = [
  "SELECT type,name,tbl_name AS tbl,sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite~_%' ESCAPE '~'",
];

type Entry = { type: string; name: string; of: string; tokens: Token[] };

/** The objects of a schema, in any order. */
export function readSqlite([rows = []]: readonly (readonly Row[])[], isLeftOut: LeftOut): SchemaObject[] {
  const found = rows
    .map(({ type, name, tbl, sql }) => ({
      type: String(type),
      name: String(name),
      of: String(tbl),
      tokens: tokensOf(String(sql)),
    }))
    .filter(({ name, of }) => !isLeftOut("main", name) && !isLeftOut("main", of));
  const entries = found.filter(({ of }) => !isShadow(of, found));
  const tables = new Map(entries.filter(({ type }) => type === "table").map((entry) => [entry.of, partsOf(entry)]));
  const known = new Set(entries.map(({ name }) => name.toLowerCase()));
  for (const parts of tables.values()) for (const { name } of parts?.columns ?? []) known.add(name.toLowerCase());
  return entries.flatMap((entry) => objectsOf(entry, tables.get(entry.of), known));
}

/** The tables in which the virtual tables of SQLite's own modules keep what they hold: https://sqlite.org/vtab.html#xshadowname */
const SHADOW = /^(.*)_(?:config|content|data|docsize|idx|segments|segdir|stat|node|parent|rowid)$/;

function isShadow(table: string, entries: readonly Entry[]): boolean {
  const owner = SHADOW.exec(table)?.[1];
  return owner !== undefined && entries.some(({ name, tokens }) => name === owner && isVirtual(tokens));
}

function isVirtual(tokens: readonly Token[]): boolean {
  return tokens[1]?.value === "virtual";
}

function objectsOf(entry: Entry, parts: TableParts | undefined, known: KnownNames): SchemaObject[] {
  const { type, name, of, tokens } = entry;
  if (type === "table") return parts === undefined ? [whole(entry, known)] : tableObjects(name, parts);
  if (type === "index")
    return [{ kind: "index", of: joinName(of), name: joinName(name), definition: index(tokens, parts) }];
  if (type === "trigger") {
    return [
      { kind: "trigger", of: joinName(of), name: joinName(name), definition: writeSql(behindName(tokens), known) },
    ];
  }
  return [whole(entry, known)];
}

/** A view, or a table that SQLite does not keep itself (CREATE VIRTUAL TABLE). */
function whole({ type, name, tokens }: Entry, known: KnownNames): SchemaObject {
  const rest = writeSql(behindName(tokens), known);
  return { kind: type, of: "", name: joinName(name), definition: isVirtual(tokens) ? `virtual table ${rest}` : rest };
}

function tableObjects(table: string, { columns, constraints, options }: TableParts): SchemaObject[] {
  const of = joinName(table);
  return [
    { kind: "table", of: "", name: of, definition: joinSql(["table", ...options]) },
    ...columns.map(({ name, type, definition }) => ({ kind: "column", of, name: joinName(name), definition, type })),
    ...constraints.map(({ name, definition }) => ({ kind: "constraint", of, name: joinName(name), definition })),
  ];
}

function partsOf({ tokens }: Entry): TableParts | undefined {
  if (isVirtual(tokens)) return undefined;
  try {
    return readTable(new Cursor(behindName(tokens)));
  } catch (thrown) {
    if (thrown instanceof NotUnderstood) return undefined;
    throw thrown;
  }
}

/** What follows `CREATE [UNIQUE|TEMP|VIRTUAL] TABLE [IF NOT EXISTS] name`. */
function behindName(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ kind, value }) => kind === "word" && KINDS.has(value));
  const cursor = new Cursor(tokens.slice(at + 1));
  cursor.takes("if", "not", "exists");
  if (!cursor.isDone) cursor.next();
  if (cursor.takes(".") && !cursor.isDone) cursor.next();
  return cursor.rest();
}

const KINDS = new Set(["table", "index", "trigger", "view"]);

/** `unique (a, b desc) where c > 0`; of the columns that are known it is those of its table. */
function index(tokens: readonly Token[], parts: TableParts | undefined): string {
  const known = new Set((parts?.columns ?? []).map(({ name }) => name.toLowerCase()));
  const cursor = new Cursor(behindName(tokens));
  try {
    if (!cursor.takes("on")) throw new NotUnderstood();
    cursor.name();
    const columns = splitByComma(cursor.group()).map((column) => writeIndexed(column, known));
    const isUnique = tokens[1]?.value === "unique";
    return `${isUnique ? "unique " : ""}(${columns.join(", ")}) ${writeSql(cursor.rest(), known)}`.trim();
  } catch (thrown) {
    if (thrown instanceof NotUnderstood) return writeSql(tokens, known);
    throw thrown;
  }
}
