/**
 * What is wrong with a constraint, where, and what to write instead: people bring their habits from npm, pip and ruby.
 * It parses nothing.
 */

export type ConstraintFacts = { kind: "syntax" | "prerelease"; offset: number; message: string; remedy: string };

/** A constraint that terraform refuses. `offset` is where in the constraint, `remedy` a sentence on what to write. */
export class ConstraintError extends Error {
  override readonly name = "ConstraintError";
  readonly kind: ConstraintFacts["kind"];
  readonly offset: number;
  readonly remedy: string;

  constructor(facts: ConstraintFacts) {
    super(facts.message);
    this.kind = facts.kind;
    this.offset = facts.offset;
    this.remedy = facts.remedy;
  }
}

/** Habits from elsewhere: what the term looks like, and terraform's way to say it. */
const HABITS: readonly (readonly [pattern: RegExp, remedy: string])[] = [
  [/\|/, 'Terraform has no "or": name one range with >= and <.'],
  [/^\^/, 'Terraform has no "^": write "~> 1.2" for anything from 1.2 up to, but not including, 2.0.'],
  [/^=>|^=</, 'Write ">=" or "<=": the equals sign comes second.'],
  [/^==/, 'Write "=" once, or leave it out.'],
  [/^~(?!>)/, 'Write "~>": terraform has no "~" alone.'],
  [/[xX*]/, 'Terraform has no wildcards: write "~> 1.2.0" for any 1.2.x.'],
  [/[0-9A-Za-z]\s+[=!<>~0-9]/, 'Join terms with a comma: ">= 1.2, < 2.0".'],
];

const OPERATOR = /^(?:!=|>=|<=|~>|=|>|<)\s*/;
const SHOWN = 80;

/** The error for a term that is no constraint; `offset` is where the term begins in the whole text. */
export function explainSyntax(text: string, term: string, offset: number): ConstraintError {
  const whole = JSON.stringify(text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
  const facts = { kind: "syntax" as const, offset };
  if (text.trim() === "") {
    const remedy = 'Name a version, like ">= 1.5.0".';
    return new ConstraintError({ ...facts, message: "the constraint is empty", remedy });
  }
  if (term === "") {
    const remedy = "Remove the comma, or write a constraint behind it.";
    return new ConstraintError({ ...facts, message: `${whole} has an empty term at position ${offset + 1}`, remedy });
  }
  const short = term.slice(0, SHOWN);
  const remedy = HABITS.find(([pattern]) => pattern.test(short))?.[1];
  return new ConstraintError({
    ...facts,
    message: `${whole} is not a version constraint: it cannot be read at position ${offset + failedAt(short) + 1}`,
    remedy:
      remedy ?? 'Write an operator (=, !=, >, >=, <, <=, ~>) and a version, joined with commas: ">= 1.5.0, < 2.0.0".',
  });
}

/** Where in the term reading stops: behind the operator and the part of the version that can be read. */
function failedAt(term: string): number {
  const operator = OPERATOR.exec(term)?.[0].length ?? 0;
  const version = /^v?[0-9]+(?:\.[0-9]+)*/.exec(term.slice(operator))?.[0].length ?? 0;
  return operator + version;
}
