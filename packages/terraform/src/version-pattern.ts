/**
 * The pattern behind `latest:` in a .terraform-version file: the small part of grep's syntax that version files use.
 * It is compiled to steps and walked without backtracking, so that no pattern from a pull request can be slow.
 *
 * tfenv hands the pattern to grep: https://github.com/tfutils/tfenv/blob/master/libexec/tfenv-resolve-version
 */
import { ConstraintError } from "./constraint-error.ts";

type Step = { readonly accepts: (char: string) => boolean; readonly isOptional: boolean; readonly isRepeated: boolean };

/** A compiled pattern; `text` is how it was written. */
export type VersionPattern = {
  readonly text: string;
  readonly steps: readonly Step[];
  readonly isAtStart: boolean;
  readonly isAtEnd: boolean;
};

const LONGEST = 64;
const LITERAL = /^[0-9A-Za-z-]$/;

/**
 * Compiles `^`, `$`, literal letters, digits and hyphens, `\.`, `.`, `[0-9]` and `[^…]`, each followed by `*`, `+` or
 * `?` (also `\+` and `\?`). Throws a ConstraintError for anything else: groups, alternatives, counts, backreferences.
 */
export function parsePattern(text: string): VersionPattern {
  if (text === "" || text.length > LONGEST) throw refuse(text, 0, `a pattern has 1 to ${LONGEST} characters`);
  const steps: Step[] = [];
  const isAtStart = text.startsWith("^");
  const isAtEnd = text.endsWith("$") && !text.endsWith("\\$");
  const stop = text.length - (isAtEnd ? 1 : 0);
  let at = isAtStart ? 1 : 0;
  while (at < stop) {
    const atom = parseAtom(text, at, stop);
    const quantifier = parseQuantifier(text, atom.end, stop);
    steps.push({
      accepts: atom.accepts,
      isOptional: quantifier.sign === "*" || quantifier.sign === "?",
      isRepeated: quantifier.sign === "*" || quantifier.sign === "+",
    });
    at = quantifier.end;
  }
  return { text, steps, isAtStart, isAtEnd };
}

type Atom = { accepts: (char: string) => boolean; end: number };

function parseAtom(text: string, at: number, stop: number): Atom {
  const char = text.charAt(at);
  if (char === ".") return { accepts: () => true, end: at + 1 };
  if (char === "[") return parseClass(text, at, stop);
  if (char === "\\" && at + 1 < stop) {
    const escaped = text.charAt(at + 1);
    if (escaped === "d") return { accepts: (given) => given >= "0" && given <= "9", end: at + 2 };
    if (escaped === "." || escaped === "-") return { accepts: (given) => given === escaped, end: at + 2 };
  }
  if (LITERAL.test(char)) return { accepts: (given) => given === char, end: at + 1 };
  throw refuse(text, at, `${JSON.stringify(char)} cannot be used here`);
}

function parseClass(text: string, at: number, stop: number): Atom {
  const isNegated = text.charAt(at + 1) === "^";
  const from = at + (isNegated ? 2 : 1);
  const close = text.indexOf("]", from + 1);
  if (close === -1 || close >= stop) throw refuse(text, at, "the [ is never closed");
  const inside = text.slice(from, close);
  if (!/^[0-9A-Za-z.-]+$/.test(inside))
    throw refuse(text, at, "only letters, digits, dots and ranges stand between [ and ]");
  const ranges: [string, string][] = [];
  for (let index = 0; index < inside.length; index += 1) {
    const isRange = inside.charAt(index + 1) === "-" && index + 2 < inside.length;
    ranges.push([inside.charAt(index), inside.charAt(isRange ? index + 2 : index)]);
    if (isRange) index += 2;
  }
  return {
    accepts: (char) => ranges.some(([low, high]) => char >= low && char <= high) !== isNegated,
    end: close + 1,
  };
}

function parseQuantifier(text: string, at: number, stop: number): { sign: string; end: number } {
  const isEscaped = text.charAt(at) === "\\";
  const sign = text.charAt(isEscaped ? at + 1 : at);
  const isSign = sign === "+" || sign === "?" || (sign === "*" && !isEscaped);
  const end = at + (isEscaped ? 2 : 1);
  return sign !== "" && isSign && end <= stop ? { sign, end } : { sign: "", end: at };
}

function refuse(text: string, at: number, why: string): ConstraintError {
  return new ConstraintError({
    kind: "syntax",
    offset: at,
    message: `${JSON.stringify(text.slice(0, LONGEST))} is not a pattern that is supported here: ${why} (position ${at + 1})`,
    remedy: "Write a beginning of the version, like latest:^1\\.8, or a constraint, like ~> 1.8.0.",
  });
}

/** Does the pattern occur in the text? Takes steps times characters, whatever the pattern. */
export function matchesPattern(pattern: VersionPattern, text: string): boolean {
  const { steps } = pattern;
  let states = closure(steps, new Set([0]));
  for (const char of text) {
    if (states.has(steps.length) && !pattern.isAtEnd) return true;
    const next = new Set<number>(pattern.isAtStart ? [] : [0]);
    for (const state of states) {
      const step = steps[state];
      if (step === undefined || !step.accepts(char)) continue;
      next.add(state + 1);
      if (step.isRepeated) next.add(state);
    }
    states = closure(steps, next);
  }
  return states.has(steps.length);
}

/** The states that can be reached without a character. A repeated step that was just taken is its own start again. */
function closure(steps: readonly Step[], states: Set<number>): Set<number> {
  for (const state of states) {
    if (steps[state]?.isOptional === true) states.add(state + 1);
  }
  return states;
}
