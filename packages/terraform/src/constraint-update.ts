/**
 * Brings a constraint up to date for one version, and changes no more of its text than it must. Text in, text out, or
 * the reason why there is none. It chooses no version and knows no files; how one term is written anew is said in
 * constraint-edit.ts.
 */
import { DIALECTS, type Dialect, type Term } from "./constraint-dialect.ts";
import { editTerm, pinConstraint } from "./constraint-edit.ts";
import { ConstraintError } from "./constraint-error.ts";
import { matches, parseConstraint, type Constraint } from "./constraint.ts";
import { renderVersion, type Version } from "./version.ts";

/**
 * `auto` keeps the shape of what has to change, `widen` keeps the floor and moves the upper end, `bump` raises the floor
 * to the version, `pin` names the version, `lock-only` changes nothing. `auto` and `widen` change nothing that admits it.
 */
export type UpdateStrategy = "auto" | "bump" | "widen" | "pin" | "lock-only";

/**
 * `after` admits the version, as terraform judges in the dialect, and admits no version below the old floor and none
 * behind a `!=` that the constraint did not. Otherwise what is in the way: terraform cannot read the constraint or can
 * have no such version (`invalid`), it names the version with `!=` (`excluded`), its floor is above (`below`), no range
 * admits a pre-release (`prerelease`), or nothing may be changed (`lock-only`). `why` is a sentence without its full stop.
 */
export type ConstraintUpdate =
  | { readonly after: string }
  | { readonly problem: "invalid" | "excluded" | "below" | "prerelease" | "lock-only"; readonly why: string };

/** What the constraint `text` has to become for `target`. */
export function updateConstraint(
  text: string,
  target: Version,
  strategy: UpdateStrategy,
  dialect: Dialect,
): ConstraintUpdate {
  let constraint: Constraint;
  try {
    constraint = parseConstraint(text, dialect);
  } catch (error) {
    if (!(error instanceof ConstraintError)) throw error;
    return { problem: "invalid", why: `${error.message}. ${error.remedy.replace(/\.$/, "")}` };
  }
  if (dialect === "core" && target.prerelease !== "") return prerelease(target, dialect);
  const isAdmitted = matches(constraint, target);
  if (isAdmitted && strategy !== "bump" && strategy !== "pin") return { after: text };
  const obstacle = findObstacle(constraint, target);
  if (obstacle !== undefined) return obstacle;
  if (strategy === "lock-only")
    return { problem: "lock-only", why: `${JSON.stringify(text)} does not admit ${renderVersion(target)}` };
  const after =
    strategy === "pin"
      ? pinConstraint(constraint, target)
      : splice(constraint, (term) => editTerm(term, target, strategy, constraint));
  // Each term holds now: all that can be missing is that a pre-release is asked for by name.
  return matches(parseConstraint(after, dialect), target) ? { after } : prerelease(target, dialect);
}

/** What no strategy may change: exclusions, floors, and which versions there can be. */
function findObstacle({ dialect, terms }: Constraint, target: Version): ConstraintUpdate | undefined {
  const rules = DIALECTS[dialect];
  const version = renderVersion(target);
  if (!rules.exists(target)) return { problem: "invalid", why: `terraform cannot choose ${version} for a ${dialect}` };
  const failing = terms.filter((term) => !rules.holds(term, target));
  const exclusion = failing.find(({ operator }) => operator === "!=");
  if (exclusion !== undefined)
    return { problem: "excluded", why: `${JSON.stringify(exclusion.text)} excludes ${version}` };
  const floor = failing.find((term) => isBelow(term, rules.compare(target, term.version)));
  if (floor === undefined) return undefined;
  return { problem: "below", why: `${JSON.stringify(floor.text)} asks for more than ${version}` };
}

function isBelow({ operator }: Term, order: number): boolean {
  if (operator === ">") return order <= 0;
  return order < 0 && (operator === "=" || operator === ">=" || operator === "~>");
}

function prerelease(target: Version, dialect: Dialect): ConstraintUpdate {
  const version = renderVersion(target);
  const why =
    dialect === "core"
      ? `${version} is a pre-release, which required_version cannot name`
      : `${version} is a pre-release, which terraform chooses only where a constraint names it exactly`;
  return { problem: "prerelease", why };
}

/** The text with every term put through `edit`, and all between the terms as it was. */
function splice({ text, terms }: Constraint, edit: (term: Term) => string): string {
  let after = "";
  let at = 0;
  for (const term of terms) {
    after += text.slice(at, term.start) + edit(term);
    at = term.end;
  }
  return after + text.slice(at);
}
