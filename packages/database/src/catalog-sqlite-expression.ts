/** Expressions of SQLite as texts that do not depend on how names were quoted, how words were cased, or on spaces and comments. */
import { joinSql } from "./catalog-tokens.ts";
import type { Token } from "./catalog-tokens.ts";

/** The names that can be meant, in lower case. */
export type KnownNames = ReadonlySet<string>;

/** What follows AS without being a name. */
const AFTER_AS = new Set(["materialized", "not", "select", "values", "with"]);

/** A name as a text: bare where that is possible. */
export function writeName(name: string): string {
  return /^[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/**
 * An expression, or a whole statement. Names are told in lower case, as SQLite compares them. What stands in double quotes and is
 * not known is a text, as SQLite takes it (https://sqlite.org/quirks.html#dblquote) and itself writes it when it rewrites a statement
 * for ALTER TABLE RENAME. A name behind AS is one that people gave to a result, and keeps its case.
 */
export function writeSql(tokens: readonly Token[], known: KnownNames): string {
  return joinSql(
    tokens.map((token, at) => {
      if (tokens[at - 1]?.value === "as" && tokens[at - 1]?.kind === "word") return writeAlias(token);
      return writeToken(token, known);
    }),
  );
}

function writeAlias({ kind, text, value }: Token): string {
  if (kind === "name") return writeName(value);
  if (kind !== "word") return text;
  return AFTER_AS.has(value) ? value : text;
}

function writeToken({ kind, text, value }: Token, known: KnownNames): string {
  if (kind === "word") return value;
  if (kind === "blob") return text.toLowerCase();
  if (kind !== "name") return text;
  const isText = text.startsWith('"') && !known.has(value.toLowerCase());
  return isText ? writeText(value) : writeName(value.toLowerCase());
}

function writeText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** A default: brackets around one value mean nothing, and what stands in double quotes is a text. */
export function writeDefault(tokens: readonly Token[], known: KnownNames): string {
  const [first, second, third] = tokens;
  const inner = first?.text === "(" ? tokens.slice(1, -1) : tokens;
  const isSigned = inner.length === 2 && /^[+-]$/.test(inner[0]?.text ?? "") && inner[1]?.kind === "number";
  if (inner.length !== 1 && !isSigned) return writeSql(tokens, known);
  if (first?.text === "(" && second?.kind === "name" && third?.text === ")") return writeSql(tokens, known);
  const [only] = inner;
  if (only?.kind === "name") return writeText(only.value);
  return inner.map((token) => writeToken(token, known)).join("");
}
