/**
 * The lines of the inputs `ignore` and `allow`, and the patterns of groups: names of dependencies, in which `*` stands
 * for any characters and `?` for one, and constraints on their versions. What follows from a match is decided elsewhere.
 */
import { matchesGlob } from "@handrail/runner";
import { ConstraintError, coreOf, matches, parseConstraint, type Constraint, type Version } from "@handrail/terraform";
import type { Dependency } from "../find/mention.ts";
import { dialectOf } from "./dependency.ts";

/** A line; without constraints it means every version. They are read in each dialect that takes them. */
export type Pattern = { text: string; glob: string; constraints: readonly Constraint[] };

const LONGEST = 512;
const DIALECTS = ["core", "provider", "module"] as const;

/** Reads `dependency` and `dependency constraint` lines. Throws a RangeError that says what is wrong with the first bad one. */
export function parsePatterns(lines: readonly string[]): Pattern[] {
  return lines.map((line) => {
    const text = line.trim();
    const [, glob = "", rest = ""] = /^(\S*)\s*(.*)$/s.exec(text) ?? [];
    const problem = globProblem(glob);
    if (problem !== undefined) throw new RangeError(problem);
    return { text, glob: glob.toLowerCase(), constraints: rest === "" ? [] : readConstraints(glob, rest) };
  });
}

/** What is wrong with the name of a dependency; undefined when nothing is. */
export function globProblem(glob: string): string | undefined {
  const shown = JSON.stringify(glob.slice(0, 80));
  if (glob === "") return "a dependency has a name";
  if (glob.length > LONGEST) return `${shown} is too long`;
  if (/[\s,;"'\p{Cc}]/u.test(glob)) return `${shown} is no name of a dependency: name one a line, without quotes`;
  if (/^[=!<>~]/.test(glob)) return `${shown} names no dependency: write it before the constraint`;
  return undefined;
}

function readConstraints(glob: string, text: string): Constraint[] {
  const possible = /^(?:terraform|opentofu)$/i.test(glob) ? (["core"] as const) : DIALECTS;
  const found: Constraint[] = [];
  let problem: ConstraintError | undefined;
  for (const dialect of possible) {
    try {
      found.push(parseConstraint(text, dialect));
    } catch (error) {
      if (!(error instanceof ConstraintError)) throw error;
      problem ??= error;
    }
  }
  if (found.length === 0 && problem !== undefined) throw new RangeError(`${problem.message}. ${problem.remedy}`);
  return found;
}

/** Is the dependency named? */
export function namesDependency({ glob }: Pick<Pattern, "glob">, { name }: Pick<Dependency, "name">): boolean {
  return matchesGlob(glob, name.toLowerCase());
}

/** Does the line mean this version? A pre-release counts with the release that it leads to. */
export function meansVersion({ constraints }: Pattern, { kind }: Pick<Dependency, "kind">, version: Version): boolean {
  if (constraints.length === 0) return true;
  const constraint = constraints.find(({ dialect }) => dialect === dialectOf(kind));
  if (constraint === undefined) return false;
  return matches(constraint, version) || (version.prerelease !== "" && matches(constraint, coreOf(version)));
}
