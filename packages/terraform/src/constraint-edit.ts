/**
 * One term of a constraint, written anew for a version, in the way its author wrote it: the same operator, white space,
 * `v` and number of parts wherever they can say it. It judges no strategy and no whole constraint.
 */
import { DIALECTS, type Dialect, type Operator, type Term } from "./constraint-dialect.ts";
import { matches, parseConstraint, type Constraint } from "./constraint.ts";
import { renderVersion, type Version } from "./version.ts";

/** How terms that have to change are written; constraint-update.ts says what each is for. */
export type EditStrategy = "auto" | "bump" | "widen";

const FLOORS: ReadonlySet<Operator> = new Set([">", ">=", "~>"]);

/**
 * The text of a term of `whole` that is to hold for `target`; its own text where it holds and has no floor to be raised,
 * and where none can hold (a range for a pre-release).
 */
export function editTerm(term: Term, target: Version, strategy: EditStrategy, whole: Constraint): string {
  const { holds, compare } = DIALECTS[whole.dialect];
  const isRaised = strategy === "bump" && FLOORS.has(term.operator) && compare(target, term.version) !== 0;
  if (holds(term, target) && !isRaised) return term.text;
  const texts = candidates(term, target, strategy, whole);
  return texts.find((text) => isFit(text, term, target, whole.dialect)) ?? term.text;
}

/** The text of the constraint once it names `target` and nothing else. */
export function pinConstraint({ text, terms, dialect }: Constraint, target: Version): string {
  const [first] = terms;
  const last = terms.at(-1);
  if (first === undefined || last === undefined) return text;
  const isExact = terms.length === 1 && first.operator === "=";
  const { operator, gap, v } = spelling(first, target, dialect);
  const texts = wholeTexts(target).map((version) => {
    const pinned = isExact ? `${operator}${gap}${v}${version}` : `${v}${version}`;
    return text.slice(0, first.start) + pinned + text.slice(last.end);
  });
  return (isExact ? [text, ...texts] : texts).find((pinned) => isMatch(pinned, target, dialect)) ?? text;
}

function isMatch(text: string, target: Version, dialect: Dialect): boolean {
  return matches(parseConstraint(text, dialect), target);
}

/** Ways to write the term, the best one first. Not each of them holds. */
function candidates(term: Term, target: Version, strategy: EditStrategy, whole: Constraint): string[] {
  const bound = term.version;
  const { operator, gap, v } = spelling(term, target, whole.dialect);
  const write = (version: string, as: string = operator): string => `${as}${gap}${v}${version}`;
  if (term.operator === "!=") return [];
  if (term.operator === "<") return [write(above(target, lastNonZero(bound), bound.written))];
  if (term.operator !== "~>") {
    const floor = FLOORS.has(term.operator) ? ">=" : operator;
    return exactTexts(target, bound.written).map((version) => write(version, floor));
  }
  if (strategy !== "widen") return rangeTexts(bound, target, strategy).map((version) => write(version));
  const upper = above(target, Math.max(bound.written - 2, 0), bound.written);
  return [`${write(bound.text.replace(/^v/, ""), ">=")}${separator(whole)}${write(upper, "<")}`];
}

/** A `~>` whose last part is 0 means a whole line of versions: it stays 0. Any other last part is a floor. */
function rangeTexts(bound: Version, target: Version, strategy: EditStrategy): string[] {
  const written = Math.min(bound.written, target.segments.length);
  const cut = target.segments.slice(0, written).join(".");
  const line = [...target.segments.slice(0, written - 1), 0].join(".");
  const isLine = bound.segments[bound.written - 1] === 0;
  const old = bound.segments.slice(0, bound.written).join(".");
  const rest = [cut, line, ...wholeTexts(target)];
  if (strategy === "bump") return [cut, bound.text.replace(/^v/, ""), ...rest];
  // Without its pre-release part the old bound may do: `~> 1.2.0-rc1` admits no release of a module.
  return [old, isLine ? line : cut, ...rest];
}

/** The version in as few parts as were written, if they say all of it; else whole. */
function exactTexts(target: Version, written: number): string[] {
  const isShort = target.prerelease === "" && target.segments.slice(written).every((segment) => segment === 0);
  return [...(isShort ? [target.segments.slice(0, written).join(".")] : []), ...wholeTexts(target)];
}

/** Metadata is written only where a version is not meant without. */
function wholeTexts(target: Version): string[] {
  return [renderVersion({ ...target, metadata: "" }), renderVersion(target)];
}

/** The first version above `target` that has only zeros behind the part `level`, in as many parts as were written. */
function above(target: Version, level: number, written: number): string {
  const parts = Array.from({ length: written }, (_, index) => (index <= level ? (target.segments[index] ?? 0) : 0));
  return parts.map((part, index) => part + Number(index === level)).join(".");
}

/** What a bound is a bound of: `2.0.0` of the major, `1.5` and `1.5.0` of the minor. */
function lastNonZero({ segments }: Version): number {
  return Math.max(
    segments.findLastIndex((segment) => segment !== 0),
    0,
  );
}

function isFit(text: string, old: Term, target: Version, dialect: Dialect): boolean {
  const { holds, compare } = DIALECTS[dialect];
  const { terms } = parseConstraint(text, dialect);
  if (!terms.every((term) => holds(term, target))) return false;
  return old.operator.startsWith("<") || compare(terms[0]?.version ?? target, old.version) >= 0;
}

/** How the term is written: its operator ("" for a lone version), the white space behind it, its `v`. */
function spelling(term: Term, target: Version, dialect: Dialect): { operator: string; gap: string; v: string } {
  const [, operator = "", gap = "", v = ""] = /^([!<>=~]*)(\s*)(v?)/.exec(term.text) ?? [];
  // A module's pre-release is only found when nothing stands between it and the `=`.
  const isBare = dialect === "module" && target.prerelease !== "";
  return isBare ? { operator, gap: "", v: "" } : { operator, gap, v };
}

/** What stands between terms. */
function separator({ text, terms }: Constraint): string {
  const [first, second] = terms;
  return first === undefined || second === undefined ? ", " : text.slice(first.end, second.start);
}
