/**
 * Which root modules a directory belongs to: the graph of local calls, walked once. It knows no versions.
 */
import { posix } from "node:path";
import type { ModuleDirectory } from "../find/mention.ts";

/** The root modules and what they call. */
export type Trees = {
  /** Root modules whose tree has the directory, sorted; none for a directory without configuration. */
  rootsOf: (directory: string) => readonly string[];
  /** All root modules, sorted. */
  roots: readonly string[];
  isRoot: (directory: string) => boolean;
  /** Every module of the root's tree is in the repository. */
  isWhole: (root: string) => boolean;
};

/** Walks the calls of every root module. Directories that only call each other in a circle are their own roots here. */
export function readTrees(modules: readonly ModuleDirectory[]): Trees {
  const byDirectory = new Map(modules.map((module) => [module.directory, module]));
  const rootsOf = new Map<string, string[]>();
  const whole = new Set<string>();
  const walk = (root: string): void => {
    // A Set can grow while it is walked: each directory comes once, also in a circle.
    const tree = new Set([root]);
    let isWhole = true;
    for (const directory of tree) {
      const module = byDirectory.get(directory);
      if (module === undefined) {
        isWhole = false;
        continue;
      }
      if (module.callsElsewhere !== false) isWhole = false;
      const roots = rootsOf.get(directory);
      if (roots === undefined) rootsOf.set(directory, [root]);
      else roots.push(root);
      for (const call of module.calls) tree.add(call);
    }
    if (isWhole) whole.add(root);
  };
  const directories = [...byDirectory.keys()].toSorted();
  const roots = directories.filter((directory) => byDirectory.get(directory)?.isRoot === true);
  for (const root of roots) walk(root);
  const stray = directories.filter((directory) => !rootsOf.has(directory));
  for (const root of stray) walk(root);
  const all = new Set([...roots, ...stray]);
  return {
    isRoot: (directory) => all.has(directory),
    rootsOf: (directory) => rootsOf.get(directory) ?? [],
    roots: [...all].toSorted(),
    isWhole: (root) => whole.has(root),
  };
}

/** The directory and those above it, the nearest first, "." last. */
export function upwards(directory: string): string[] {
  const found = [directory];
  let at = directory;
  while (at !== "." && at !== "/") {
    at = posix.dirname(at);
    found.push(at);
  }
  return found;
}
