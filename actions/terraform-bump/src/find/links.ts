/**
 * Symbolic links of the repository: whose directories a linked file belongs to, and where a call through a linked directory
 * leads. Pure; a link that leaves the repository leads nowhere.
 */
import { posix } from "node:path";

/** A link, and what it says: a path, relative to its own directory. */
export type Link = { path: string; target: string };

/** Follows links anywhere in a path; undefined when it leaves the repository or goes in a circle. */
export function followLinks(links: readonly Link[]): (path: string) => string | undefined {
  const targets = new Map(links.map(({ path, target }) => [path, target]));
  if (targets.size === 0) return (path) => path;
  return (path) => {
    let at: string | undefined = path;
    for (let steps = 0; at !== undefined && steps < MOST_STEPS; steps += 1) {
      const next = step(at, targets);
      if (next === at) return at;
      at = next;
    }
    return undefined;
  };
}

/** As many as Linux follows. */
const MOST_STEPS = 40;

/** The path with its first link replaced. */
function step(path: string, targets: ReadonlyMap<string, string>): string | undefined {
  for (let end = path.indexOf("/"); ; end = path.indexOf("/", end + 1)) {
    const start = end === -1 ? path : path.slice(0, end);
    const target = targets.get(start);
    if (target !== undefined) {
      if (posix.isAbsolute(target)) return undefined;
      const to = posix.join(posix.dirname(start), target, path.slice(start.length)).replace(/(?<=.)\/$/, "");
      return to === ".." || to.startsWith("../") ? undefined : to;
    }
    if (end === -1) return path;
  }
}
