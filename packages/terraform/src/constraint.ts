/**
 * Version constraints as terraform means them. Text in, terms with offsets out; a version matches or it does not.
 * It chooses no version and edits no text.
 *
 * Terraform has three dialects. Only `core` is read so far: what `required_version` means,
 * https://github.com/hashicorp/go-version/blob/v1.7.0/constraint.go. Another one is an entry in DIALECTS.
 */
import { ConstraintError, explainSyntax } from "./constraint-error.ts";
import { compareVersions, coreOf, tryVersion, type Version } from "./version.ts";

export type Operator = "=" | "!=" | ">" | ">=" | "<" | "<=" | "~>";
export type Dialect = "core" | "module" | "provider";

/** One term: `start` and `end` are offsets into the constraint's text, without the white space around the term. */
export type Term = {
  readonly operator: Operator;
  readonly version: Version;
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

/** Terms that must all hold. */
export type Constraint = { readonly dialect: Dialect; readonly text: string; readonly terms: readonly Term[] };

type Rules = {
  /** Why a well-formed term is refused, or undefined. */
  refuse(term: Term): ConstraintError | undefined;
  /** The version that the terms are held against. */
  subject(version: Version): Version;
  holds(operator: Operator, version: Version, bound: Version): boolean;
};

const DIALECTS: Readonly<Record<Dialect, Rules>> = {
  core: {
    // https://github.com/hashicorp/terraform/blob/v1.11.4/internal/configs/module.go, checkCoreVersionRequirements
    refuse: (term) => (term.version.prerelease === "" ? undefined : prereleaseError(term)),
    subject: coreOf,
    holds,
  },
  module: { refuse: () => undefined, subject: (version) => version, holds },
  provider: { refuse: () => undefined, subject: (version) => version, holds },
};

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

function prereleaseError(term: Term): ConstraintError {
  return new ConstraintError({
    kind: "prerelease",
    offset: term.start,
    message: `${JSON.stringify(term.text)} names a pre-release, which required_version does not support`,
    remedy: `Write ${coreOf(term.version).text}: terraform compares a running pre-release by its version core only.`,
  });
}

/** Does the version satisfy every term? A pre-release is compared by its core, as terraform compares itself. */
export function matches(constraint: Constraint, version: Version): boolean {
  const rules = DIALECTS[constraint.dialect];
  const subject = rules.subject(version);
  return constraint.terms.every((term) => rules.holds(term.operator, subject, term.version));
}

/** What each operator makes of compareVersions(version, bound). */
const ORDERS: Readonly<Record<Operator, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "!=": (order) => order !== 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  "~>": (order) => order >= 0,
};

function holds(operator: Operator, version: Version, bound: Version): boolean {
  return ORDERS[operator](compareVersions(version, bound)) && (operator !== "~>" || isInRange(version, bound));
}

/**
 * Only the rightmost written segment may grow. With one segment there is nothing to its left: `~> 1` admits 2.0.0.
 * A bound with more segments than the version admits nothing.
 */
function isInRange(version: Version, bound: Version): boolean {
  if (bound.segments.length > version.segments.length) return false;
  return bound.segments.slice(0, bound.written - 1).every((segment, index) => segment === version.segments[index]);
}
