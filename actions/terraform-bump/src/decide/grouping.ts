/**
 * What the input `group` says, and its words. YAML is read in grouping-yaml.ts, which is loaded only for it: a parser is
 * larger than everything else that reading the inputs takes.
 */
import type { Pattern } from "./patterns.ts";

/** How updates become pull requests. */
export type Grouping = { by: "dependency" } | { by: "all" } | { by: "groups"; groups: readonly Group[] };

/** The first group that has a pattern for a dependency gets it. */
export type Group = { name: string; patterns: readonly Pick<Pattern, "glob">[] };

/** `dependency` and `all`; undefined is YAML. */
export function readGroupingWord(text: string): Grouping | undefined {
  const word = text.trim();
  if (word === "" || word === "dependency") return { by: "dependency" };
  return word === "all" ? { by: "all" } : undefined;
}
