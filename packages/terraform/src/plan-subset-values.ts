/**
 * Whether the attributes on one side of a change are those that were reviewed, where what only the apply could tell may
 * be anything now. Paths and tokens are those of plan-outline-leaves.ts; no value is known here.
 */
import { NULL_TOKEN } from "./plan-outline-leaves.ts";

/** The tokens of one side by path. A path that is missing has nothing. */
export type Tokens = ReadonlyMap<string, string>;

/** Whether the token now is as good as the reviewed one. */
export type Fit = (reviewed: string, now: string) => boolean;

/**
 * The first path where `now` does not fit `reviewed`; undefined when all do. What was unknown may be anything, and a
 * list with something unknown in it can have been a set, whose order the values decide: its elements fit in any order.
 */
export function misfit(reviewed: Tokens, now: Tokens, fits: Fit): string | undefined {
  const lists = openLists(reviewed);
  for (const path of new Set([...reviewed.keys(), ...now.keys()])) {
    if (listOf(path, lists) !== undefined) continue;
    const token = reviewed.get(path) ?? "";
    if (!isUnknown(token) && !fits(token, now.get(path) ?? "") && !isBelowUnknown(path, reviewed)) return path;
  }
  const [before, after] = [elements(reviewed, lists), elements(now, lists)];
  for (const list of lists) if (!fitElements(before.get(list) ?? [], after.get(list) ?? [], fits)) return list;
  return undefined;
}

/** Whether the path, or something above it, is only known after the apply, or in a list with such elements. */
export function isOpen(path: string, reviewed: Tokens): boolean {
  return isUnknown(reviewed.get(path) ?? "") || isBelowUnknown(path, reviewed);
}

/** The lists of a side that have something unknown in them, the outermost of each. */
export function openLists(side: Tokens): ReadonlySet<string> {
  const lists = new Set<string>();
  for (const [path, token] of side) {
    if (isUnknown(token)) {
      const index = firstIndex(path);
      if (index !== undefined) lists.add(path.slice(0, index.start));
    }
  }
  return lists;
}

/** The list of `lists` that a path is in. */
export function listOf(path: string, lists: ReadonlySet<string>): string | undefined {
  const index = lists.size === 0 ? undefined : firstIndex(path);
  const list = index === undefined ? undefined : path.slice(0, index.start);
  return list !== undefined && lists.has(list) ? list : undefined;
}

/** Whether only the apply will tell all of it. A value that was cut and is unknown in part must stay as it was. */
export function isUnknown(token: string): boolean {
  return token === "?" || token === "?*";
}

/** Whether there is nothing, or null, which is the same for an attribute. */
export function isNothing(token: string): boolean {
  return token === "" || token === NULL_TOKEN || token === `*${NULL_TOKEN}` || token === "*";
}

/** Whether two tokens say the same value, whatever is flagged and whatever they were compared with. */
export function isSameValue(one: string, other: string): boolean {
  return one === other || (isNothing(one) && isNothing(other)) || bare(one) === bare(other);
}

/** A token without its flag; all marks of hidden values become one. */
function bare(token: string): string {
  return token.replace(/^\*/, "").replace(/^[~=!]/, "~");
}

/**
 * Whether a token after the change is the reviewed one. A hidden value that was to change may have changed by now; one
 * that was to stay must stay.
 */
export function fitsAfter(reviewed: string, now: string): boolean {
  if (reviewed === now || (isNothing(reviewed) && isNothing(now))) return true;
  return /^\*?!/.test(reviewed) && now === reviewed.replace("!", "=");
}

/** Places right after an attribute or key, where a deeper path goes on. */
function isBelowUnknown(path: string, side: Tokens): boolean {
  for (let at = 1; at < path.length; at += 1) {
    const character = path[at];
    const isBorder = character === "." || character === "[";
    if (isBorder && isUnknown(side.get(path.slice(0, at)) ?? "")) return true;
  }
  return isUnknown(side.get("") ?? "");
}

/** Where the first list index of a path is; brackets in quoted keys are none. */
function firstIndex(path: string): { start: number; end: number } | undefined {
  let at = path.indexOf("[");
  while (at !== -1) {
    if (path[at + 1] !== '"') return { start: at, end: path.indexOf("]", at) + 1 };
    let end = at + 2;
    while (end < path.length && path[end] !== '"') end += path[end] === "\\" ? 2 : 1;
    at = path.indexOf("[", end);
  }
  return undefined;
}

/** The elements of each list, as sides of their own. */
function elements(side: Tokens, lists: ReadonlySet<string>): Map<string, Map<string, string>[]> {
  const found = new Map<string, Map<string, Map<string, string>>>();
  for (const [path, token] of side) {
    const index = lists.size === 0 ? undefined : firstIndex(path);
    if (index === undefined) continue;
    const list = path.slice(0, index.start);
    if (!lists.has(list)) continue;
    const inList = found.get(list) ?? new Map<string, Map<string, string>>();
    found.set(list, inList);
    const name = path.slice(index.start, index.end);
    const element = inList.get(name) ?? new Map<string, string>();
    inList.set(name, element.set(path.slice(index.end).replace(/^\./, ""), token));
  }
  return new Map([...found].map(([list, inList]) => [list, [...inList.values()]]));
}

/** Larger lists are compared in their order only: each element is tried with each. */
const MOST_TRIED = 200;

/** Each element now needs a reviewed one of its own; unknown elements of a set can have become equal to others. */
function fitElements(reviewed: Map<string, string>[], now: Map<string, string>[], fits: Fit): boolean {
  if (now.length > reviewed.length) return false;
  if (reviewed.length > MOST_TRIED) {
    return now.length === reviewed.length && now.every((element, at) => isFit(reviewed[at], element, fits));
  }
  const openness = (element: Tokens): number => [...element.values()].filter(isUnknown).length;
  const left = [...reviewed].sort((one, other) => openness(one) - openness(other));
  for (const element of now) {
    const at = left.findIndex((candidate) => isFit(candidate, element, fits));
    if (at === -1) return false;
    left.splice(at, 1);
  }
  return left.every((element) => isUnknown(element.get("") ?? ""));
}

function isFit(reviewed: Tokens | undefined, now: Tokens, fits: Fit): boolean {
  return reviewed !== undefined && misfit(reviewed, now, fits) === undefined;
}
