/**
 * Version constraints as terraform means them. Text in, terms with offsets out; a version matches or it does not.
 * It chooses no version and edits no text. What the terms mean is said in constraint-dialect.ts.
 */
import { DIALECTS, type Dialect, type Operator, type Term } from "./constraint-dialect.ts";
import { explainSyntax } from "./constraint-error.ts";
import { tryVersion, type Version } from "./version.ts";

/** Terms that must all hold. */
export type Constraint = { readonly dialect: Dialect; readonly text: string; readonly terms: readonly Term[] };

/** Go's `\s`: no Unicode white space. */
const SPACE = "\t\n\f\r ";
const OPERATORS: readonly Operator[] = ["!=", ">=", "<=", "~>", "=", ">", "<"];

/**
 * Parses a constraint. Throws a ConstraintError with the offset of what is wrong and a sentence on what to write
 * instead: for bad syntax, and for what the dialect does not support.
 */
export function parseConstraint(text: string, dialect: Dialect = "core"): Constraint {
  const terms: Term[] = [];
  let start = 0;
  for (const piece of text.split(",")) {
    terms.push(parseTerm(text, piece, start, dialect));
    start += piece.length + 1;
  }
  return { dialect, text, terms };
}

function parseTerm(text: string, piece: string, offset: number, dialect: Dialect): Term {
  let start = 0;
  let end = piece.length;
  while (start < end && SPACE.includes(piece.charAt(start))) start += 1;
  while (end > start && SPACE.includes(piece.charAt(end - 1))) end -= 1;
  const operator = OPERATORS.find((candidate) => piece.startsWith(candidate, start));
  let at = start + (operator?.length ?? 0);
  while (at < end && SPACE.includes(piece.charAt(at))) at += 1;
  const version = tryVersion(piece.slice(at, end));
  if (version === undefined) throw explainSyntax(text, piece.slice(start, end), offset + start);
  const found = {
    operator: operator ?? "=",
    version,
    text: piece.slice(start, end),
    start: offset + start,
    end: offset + end,
  };
  const refused = DIALECTS[dialect].refuse(found);
  if (refused !== undefined) throw refused;
  return found;
}

/**
 * Would terraform choose the version if it were the only one? In `core` a pre-release is compared by its version core, as
 * terraform compares itself. Elsewhere a pre-release has to be asked for by name.
 */
export function matches({ dialect, terms }: Constraint, version: Version): boolean {
  const rules = DIALECTS[dialect];
  return terms.every((term) => rules.holds(term, version)) && rules.chooses(terms, version);
}
