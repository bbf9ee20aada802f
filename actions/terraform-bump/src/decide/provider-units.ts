/**
 * The units of a provider: each root module with the constraints of its tree and its entry in the lock file.
 */
import { ConstraintError, normalTerms, parseConstraint, tryVersion, type Constraint } from "@handrail/terraform";
import { directoryOf } from "../find/file-kind.ts";
import type { Draft, Site } from "./unit.ts";
import type { Trees } from "./tree.ts";

/** A lock file, read. `directory` is the root module's. */
export type LockFile = {
  file: string;
  directory: string;
  lock: { entries: readonly { address: string; version: string; constraints: string }[] };
};

/** One provider's entry in a lock file. */
export type LockedEntry = { file: string; directory: string; address: string; version: string; constraints: string };

/** The drafts, by root. An entry whose version cannot be read is no entry. */
export function draftProviders(sites: readonly Site[], entries: readonly LockedEntry[], trees: Trees): Draft[] {
  const drafts = new Map<string, Draft>();
  const draftOf = (root: string): Draft => {
    let draft = drafts.get(root);
    if (draft === undefined) {
      draft = { root, sites: [] };
      drafts.set(root, draft);
    }
    return draft;
  };
  for (const site of sites) {
    const directory = directoryOf(site.mention.file);
    const roots = trees.rootsOf(directory);
    for (const root of roots.length === 0 ? [directory] : roots) draftOf(root).sites.push(site);
  }
  for (const { file, directory, address, version: text, constraints } of entries) {
    const version = tryVersion(text);
    if (version === undefined) continue;
    const draft = draftOf(directory);
    const outside = trees.isWhole(directory) ? [] : outsideTerms(constraints, draft.sites);
    draft.lock = { file, address, version, outside };
  }
  return [...drafts.values()];
}

/** The terms of a lock file that no module of the repository has written. */
function outsideTerms(constraints: string, sites: readonly Site[]): Constraint[] {
  const terms = termsOf(constraints);
  if (terms.length === 0) return [];
  const local = new Set(sites.flatMap(({ reading }) => termsOf(reading.text)));
  return terms.filter((term) => !local.has(term)).map((term) => parseConstraint(term, "provider"));
}

/** In normal form, as lock files have them; none for what terraform refuses. */
function termsOf(constraints: string): string[] {
  try {
    return normalTerms([constraints]);
  } catch (error) {
    if (error instanceof ConstraintError) return [];
    throw error;
  }
}
