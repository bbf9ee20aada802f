/**
 * The attribute paths that force a replacement, as a tree to walk along with the values. Reads nothing, renders nothing
 * but a path's name.
 */
import { keyText } from "./diff-scalar.ts";

/** What forces a replacement at and below one place. */
export type ForcedPaths = { isForced: boolean; below: Map<string, ForcedPaths> };

/** The tree of `replace_paths`; undefined when there are none. */
export function forcedPaths(paths: readonly (readonly (string | number)[])[]): ForcedPaths | undefined {
  if (paths.length === 0) return undefined;
  const root: ForcedPaths = { isForced: false, below: new Map() };
  for (const path of paths) {
    let place = root;
    for (const step of path) {
      const next = place.below.get(String(step)) ?? { isForced: false, below: new Map() };
      place.below.set(String(step), next);
      place = next;
    }
    place.isForced = true;
  }
  return root;
}

/** The same place, when the value there is written together with the one element it has. */
export function joined(outer: ForcedPaths | undefined, inner: ForcedPaths | undefined): ForcedPaths | undefined {
  if (outer?.isForced !== true) return inner;
  return { isForced: true, below: inner?.below ?? new Map() };
}

/** A path as HCL writes it: `network[0].subnet`, `tags["a b"]`. */
export function pathText(path: readonly (string | number)[]): string {
  return path
    .map((step, index) => {
      if (typeof step === "number") return `[${step}]`;
      const key = keyText(step);
      if (key.startsWith('"')) return `[${key}]`;
      return index === 0 ? key : `.${key}`;
    })
    .join("");
}
