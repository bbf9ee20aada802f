/**
 * The constraints that a lock file has to name for a provider: those of the local modules as they are after the update,
 * and those that can only come from modules elsewhere. Nothing is invented, and nothing dropped without a reason.
 *
 * Terraform never checks them against the configuration and never repairs them
 * (https://github.com/hashicorp/terraform/issues/34154), so nobody else would notice a mistake here.
 */
import {
  ConstraintError,
  matches,
  normalTerms,
  normaliseConstraints,
  parseConstraint,
  parseVersion,
} from "@handrail/terraform";
import type { Asked } from "./module-tree.ts";

/** What the new constraints are made of. */
export type Wish = {
  /** The provider as people write it. */
  provider: string;
  /** The version to lock. */
  version: string;
  /** The constraints in the lock file so far; "" for none. */
  locked: string;
  /** What the local modules ask. */
  asked: readonly Asked[];
  /** Every module of the tree is in the repository: a locked term that none of them has is a leftover. */
  isWhole: boolean;
};

/** The constraints in normal form, "" for none; or why the version cannot be locked, as sentences. */
export function lockConstraints(wish: Wish): { constraints: string } | { problem: string } {
  const known = new Set<string>();
  const terms: string[] = [];
  for (const { directory, before, after } of wish.asked) {
    const read = readTerms(after);
    if ("problem" in read)
      return { problem: `${placeOf(directory)}: terraform refuses its constraint: ${read.problem}.` };
    const failing = read.terms.find((term) => !admits([term, `= ${wish.version}`], wish.version));
    if (failing !== undefined)
      return { problem: notAdmitted(wish, `${placeOf(directory)} asks for ${quote(failing)}`) };
    terms.push(...read.terms);
    const former = readTerms(before);
    for (const term of "terms" in former ? former.terms : []) known.add(term);
  }
  const kept = wish.isWhole ? { terms: [] } : foreignTerms(wish, known);
  if ("problem" in kept) return kept;
  const all = [...terms, ...kept.terms];
  if (admits(all, wish.version)) return { constraints: normaliseConstraints(all) };
  return { problem: notAdmitted(wish, "it is a pre-release, and no constraint names exactly that one") };
}

/**
 * The locked terms that no local module had. One that a local module loses may stand in a module elsewhere, too; nothing
 * tells, and it goes: kept, it would refuse a later version in nobody's name.
 */
function foreignTerms(wish: Wish, known: ReadonlySet<string>): { terms: string[] } | { problem: string } {
  const read = readTerms(wish.locked);
  if ("problem" in read)
    return { problem: `The lock file's constraints of ${wish.provider} cannot be read: ${read.problem}.` };
  const foreign = read.terms.filter((term) => !known.has(term));
  const failing = foreign.find((term) => !admits([term, `= ${wish.version}`], wish.version));
  if (failing === undefined) return { terms: foreign };
  const because = `its lock file names ${quote(failing)}, which no module of this repository asks for`;
  const remedy =
    "Bring the module from elsewhere that does up to date first. When there is none, the lock file is out of date: run terraform init -upgrade.";
  return { problem: `${notAdmitted(wish, because)} ${remedy}` };
}

function notAdmitted({ provider, version }: Wish, because: string): string {
  return `${provider} ${version} cannot be locked: ${because}.`;
}

function placeOf(directory: string): string {
  return directory === "." ? "The repository's root" : directory;
}

function quote(text: string): string {
  return JSON.stringify(text);
}

/** Each term in normal form. */
function readTerms(constraint: string): { terms: string[] } | { problem: string } {
  try {
    return { terms: normalTerms([constraint]) };
  } catch (error) {
    if (!(error instanceof ConstraintError)) throw error;
    return { problem: error.message };
  }
}

/** Together: a pre-release is only chosen where a term names it exactly. */
function admits(terms: readonly string[], version: string): boolean {
  if (terms.length === 0) return parseVersion(version).prerelease === "";
  return matches(parseConstraint(terms.join(", "), "provider"), parseVersion(version));
}
