/** CREATE TABLE of SQLite, taken apart: columns, constraints, options. https://sqlite.org/lang_createtable.html */
import { readConflict, readConstraint, readConstraintName, type TableConstraint } from "./catalog-sqlite-constraint.ts";
import { Cursor, NotUnderstood, splitByComma } from "./catalog-sqlite-cursor.ts";
import { type KnownNames, writeDefault, writeSql } from "./catalog-sqlite-expression.ts";
import { joinSql } from "./catalog-tokens.ts";
import type { Token } from "./catalog-tokens.ts";

/** A column. */
export type TableColumn = { name: string; type: string; definition: string };

/** A table; its options are in lower case and sorted. */
export type TableParts = {
  columns: readonly TableColumn[];
  constraints: readonly TableConstraint[];
  options: readonly string[];
};

/**
 * Takes the tokens of a CREATE TABLE apart, beginning behind the table's name.
 * @throws NotUnderstood
 */
export function readTable(cursor: Cursor): TableParts {
  const parts = splitByComma(cursor.group());
  const known = new Set(parts.flatMap(([first]) => (first === undefined ? [] : [first.value.toLowerCase()])));
  const columns: TableColumn[] = [];
  const constraints: TableConstraint[] = [];
  for (const part of parts) {
    const inner = new Cursor(part);
    if (isConstraint(inner)) constraints.push(...readConstraints(inner, known));
    else columns.push(readColumn(inner, known, constraints));
  }
  const options = splitByComma(cursor.rest()).map((option) => joinSql(option.map(({ value }) => value)));
  return {
    columns: columns.map((column) => withoutImplied(column, constraints)),
    constraints,
    options: options.sort(),
  };
}

function isConstraint(cursor: Cursor): boolean {
  if (cursor.sees("constraint") || cursor.sees("primary", "key") || cursor.sees("foreign", "key")) return true;
  return cursor.sees("unique", "(") || cursor.sees("check", "(");
}

/** The constraints between two commas; SQLite does not ask for a comma between them. */
function readConstraints(cursor: Cursor, known: KnownNames): TableConstraint[] {
  const constraints: TableConstraint[] = [];
  while (!cursor.isDone) {
    const constraint = readConstraint(cursor, { name: readConstraintName(cursor), known });
    if (constraint === undefined) throw new NotUnderstood();
    constraints.push(constraint);
  }
  return constraints;
}

type Traits = { collation: string; isRequired: string; fallback: string; generated: string };

function readColumn(cursor: Cursor, known: KnownNames, constraints: TableConstraint[]): TableColumn {
  const column = cursor.name();
  const type = readType(cursor);
  const traits: Traits = { collation: "", isRequired: "", fallback: "", generated: "" };
  while (!cursor.isDone) {
    const name = readConstraintName(cursor);
    const constraint = readConstraint(cursor, { name, known, column });
    if (constraint !== undefined) constraints.push(constraint);
    else readTrait(cursor, traits, known);
  }
  const { collation, isRequired, fallback, generated } = traits;
  const definition = [type, collation, isRequired, fallback, generated].filter((part) => part !== "").join(" ");
  return { name: column, type, definition };
}

const AFTER_TYPE = new Set(
  "as check collate constraint default generated not null primary references unique".split(" "),
);

/** The type as it was declared, in lower case; "" without one. */
function readType(cursor: Cursor): string {
  const words: string[] = [];
  for (let token = cursor.peek(); token !== undefined; token = cursor.peek()) {
    if (token.kind === "word" && AFTER_TYPE.has(token.value)) break;
    if (token.kind === "sign" || token.kind === "number") break;
    words.push(cursor.next().value.toLowerCase());
  }
  const length = cursor.sees("(") ? `(${splitByComma(cursor.group()).map(plain).join(",")})` : "";
  return `${words.join(" ")}${length}`;
}

function plain(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join("");
}

/** Reads NOT NULL, DEFAULT, COLLATE or GENERATED into `traits`. @throws NotUnderstood */
function readTrait(cursor: Cursor, traits: Traits, known: KnownNames): void {
  if (cursor.takes("not", "null")) traits.isRequired = `not null${readConflict(cursor)}`;
  else if (cursor.takes("null")) readConflict(cursor);
  else if (cursor.takes("collate")) {
    const name = cursor.name().toLowerCase();
    traits.collation = name === "binary" ? "" : `collate ${name}`;
  } else if (cursor.takes("default")) {
    const value = writeDefault(readDefault(cursor), known);
    traits.fallback = value === "null" ? "" : `default ${value}`;
  } else {
    cursor.takes("generated", "always");
    if (!cursor.takes("as")) throw new NotUnderstood();
    const expression = writeSql(cursor.group(), known);
    const isStored = cursor.takes("stored");
    cursor.takes("virtual");
    traits.generated = `generated always as (${expression}) ${isStored ? "stored" : "virtual"}`;
  }
}

function readDefault(cursor: Cursor): Token[] {
  const first = cursor.peek();
  if (first?.kind !== "sign") return [cursor.next()];
  if (first.text !== "(") return [cursor.next(), cursor.next()];
  const bracket = (text: string): Token => ({ kind: "sign", text, value: text });
  return [bracket("("), ...cursor.group(), bracket(")")];
}

/** The rowid by another name is never null, said or not: https://sqlite.org/lang_createtable.html#rowid */
function withoutImplied(column: TableColumn, constraints: readonly TableConstraint[]): TableColumn {
  const isRowid =
    column.type === "integer" &&
    constraints.some(({ definition }) => /^primary key \((.*?)\)/.exec(definition)?.[1] === column.name.toLowerCase());
  return isRowid ? { ...column, definition: column.definition.replace(/^integer not null/, "integer") } : column;
}
