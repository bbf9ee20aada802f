/**
 * What the text of a mention means: which versions it admits, which one it names, and what it becomes for another one.
 * The same text of the same dependency is read once, however many files have it.
 */
import {
  ConstraintError,
  matches,
  parseConstraint,
  renderVersion,
  tryVersion,
  updateConstraint,
  type Constraint,
  type Dialect,
  type UpdateStrategy,
  type Version,
} from "@handrail/terraform";
import type { Syntax } from "../find/mention.ts";
import type { Choice, Stop } from "./choices.ts";
import { isSame } from "./line.ts";
import { meantVersion, writeVersion } from "./written-version.ts";

/** The text for another version; or why there is none. */
export type Change = { after: string } | Stop;

/** A text, read. */
export type Reading = {
  /** Unique among the readings of a dependency. */
  id: number;
  text: string;
  /** The one version that it names; undefined when it names a range. */
  exact: Version | undefined;
  /** A constraint holds together with others, anything else stands for itself. */
  isConstraint: boolean;
  /** The versions that it excludes by name. */
  exclusions: readonly Version[];
  /** The constraint's lower bound, where it has one; the exact version else. */
  floor: Version | undefined;
  admits: (version: Version) => boolean;
  /** The text for a version, equal when there is nothing to change. */
  change: (choice: Choice) => Change;
};

/** Reads texts of one dependency. */
export type Reader = { read: (syntax: Syntax, text: string) => Reading | { problem: string } };

/** A reader for a dependency with these choices, newest first. */
export function createReader(choices: readonly Choice[], strategy: UpdateStrategy): Reader {
  const known = new Map<string, Reading | { problem: string }>();
  return {
    read: (syntax, text) => {
      const key = `${syntax.as} ${syntax.as === "constraint" ? syntax.dialect : syntax.as === "tag" ? syntax.prefix : ""} ${text}`;
      let reading = known.get(key);
      if (reading === undefined) {
        reading = readText({ syntax, text, id: known.size, choices, strategy });
        known.set(key, reading);
      }
      return reading;
    },
  };
}

type Context = { text: string; id: number; choices: readonly Choice[]; strategy: UpdateStrategy };

function readText(context: Context & { syntax: Syntax }): Reading | { problem: string } {
  const { syntax } = context;
  if (syntax.as === "constraint") return readRange(context, syntax.dialect);
  return readName(context, syntax.as === "tag" ? syntax.prefix : undefined);
}

function readRange({ text, id, strategy }: Context, dialect: Dialect): Reading | { problem: string } {
  let constraint: Constraint;
  try {
    constraint = parseConstraint(text, dialect);
  } catch (error) {
    if (!(error instanceof ConstraintError)) throw error;
    return { problem: `${error.message}. ${error.remedy}` };
  }
  const exact = constraint.terms.find(({ operator }) => operator === "=")?.version;
  const lower = constraint.terms.filter(({ operator }) => LOWER.has(operator)).map(({ version }) => version);
  const admitted = new Map<string, boolean>();
  const admits = (version: Version): boolean => {
    const key = renderVersion(version);
    const found = admitted.get(key) ?? matches(constraint, version);
    admitted.set(key, found);
    return found;
  };
  const change = remember((choice) => changeRange(text, choice, strategy, dialect, admits(choice.version)));
  const exclusions = constraint.terms.filter(({ operator }) => operator === "!=").map(({ version }) => version);
  return { id, text, exact, isConstraint: true, exclusions, floor: exact ?? lower[0], admits, change };
}

const LOWER: ReadonlySet<string> = new Set([">=", ">", "~>"]);

function changeRange(
  text: string,
  choice: Choice,
  strategy: UpdateStrategy,
  dialect: Dialect,
  isAdmitted: boolean,
): Change {
  if (isAdmitted && (strategy === "auto" || strategy === "widen" || strategy === "lock-only")) return { after: text };
  if (strategy === "lock-only") return lockOnly(text);
  const found = updateConstraint(text, choice.version, strategy, dialect);
  if ("after" in found) return found;
  if (found.problem === "excluded") return { reason: "excluded-by-constraint", why: found.why };
  return { reason: found.problem === "lock-only" ? "lock-only" : "constraint-unclear", why: found.why };
}

function lockOnly(text: string): Stop {
  return { reason: "lock-only", why: `${JSON.stringify(text)} does not admit it, and the strategy is lock-only` };
}

/** A version or a tag. Written with fewer than three numbers it means the newest version that begins with them. */
function readName(context: Context, prefix: string | undefined): Reading | { problem: string } {
  const { text, id, strategy } = context;
  const shape = { prefix: prefix ?? (text.startsWith("v") ? "v" : ""), isTag: prefix !== undefined };
  const version = text.startsWith(shape.prefix) ? tryVersion(text.slice(shape.prefix.length)) : undefined;
  if (version === undefined) return { problem: `${JSON.stringify(text)} is no version` };
  const exact = meantVersion(version, context.choices);
  const change = remember((choice) => {
    if (isSame(choice.version, exact)) return { after: text };
    return strategy === "lock-only" ? lockOnly(text) : writeVersion(context.choices, shape, version, choice);
  });
  const admits = (other: Version): boolean => isSame(other, exact);
  return { id, text, exact, isConstraint: false, exclusions: [], floor: exact, admits, change };
}

function remember(change: (choice: Choice) => Change): (choice: Choice) => Change {
  const known = new Map<Choice, Change>();
  return (choice) => {
    let found = known.get(choice);
    if (found === undefined) {
      found = change(choice);
      known.set(choice, found);
    }
    return found;
  };
}
