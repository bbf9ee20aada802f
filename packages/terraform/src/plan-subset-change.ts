/**
 * Whether one change of a later plan is what is left of one that was reviewed. Each rule is a way in which an apply can
 * end in the middle; whatever is none of them is refused. It knows outlines only, no values.
 */
import { restoreUnchanged } from "./plan-outline-unchanged.ts";
import type { ChangeDetail } from "./plan-outline-change.ts";
import type { ChangeOutline } from "./plan-outline.ts";
import { IDENTITY } from "./plan-outline-change.ts";
import {
  fitsAfter,
  isNothing,
  isOpen,
  isSameValue,
  listOf,
  misfit,
  openLists,
  type Tokens,
} from "./plan-subset-values.ts";

const TAINTED = "replace_because_tainted";
const REPLACES: ReadonlySet<string> = new Set(["delete,create", "create,delete", "create,forget"]);
/** What happens to one object of an address; the attributes after it are what was reviewed. */
const REPEATABLE: ReadonlySet<string> = new Set([...REPLACES, "create", "update", "delete", "forget", "read", "no-op"]);

/** The sides of a change. */
type Sides = { actions: string; detail: ChangeDetail; before: Tokens; after: Map<string, string> };

/** Why `now` is not what is left of `reviewed`, to complete "it …"; undefined when it is. */
export function whyBeyond(reviewed: ChangeOutline, now: ChangeOutline): string | undefined {
  if (reviewed.digest === now.digest) return undefined;
  const isPlain = reviewed.section === "change" || reviewed.section === "output";
  if (!isPlain) return "is not as it was reviewed";
  const sides = sidesOf(reviewed, now);
  if (sides === undefined) return "differs, and the reviewed outline does not say how";
  const [one, other] = sides;
  if (one.detail.object !== other.detail.object) return "has another type, provider or other property";
  if (now.previousAddress !== undefined && now.previousAddress !== reviewed.previousAddress) return "is moved";
  for (const fact of ["importing", "generated"] as const) {
    const value = other.detail[fact];
    if (value !== undefined && value !== one.detail[fact]) return "is imported in another way";
  }
  const after = misfit(one.after, other.after, fitsAfter);
  if (after !== undefined) return `has another ${attribute(after)}`;
  return reviewed.section === "output" ? whyOutput(one, other) : whyActions(one, other);
}

/** Both changes by their sides; undefined when an outline does not say what is in them. */
function sidesOf(reviewed: ChangeOutline, now: ChangeOutline): [reviewed: Sides, now: Sides] | undefined {
  if (reviewed.detail === undefined || now.detail === undefined || now.detail.unchanged !== undefined) return undefined;
  const detail = restoreUnchanged(reviewed.detail, now.detail);
  if (detail === undefined) return undefined;
  const sides = [sidesOfOne(reviewed, detail), sidesOfOne(now, now.detail)] as const;
  // A reviewed identity that only the apply will tell is left out of the plan; nothing else says that it is unknown.
  const { after } = sides[0];
  const hasIdentity = [...after].some(([path, token]) => path.startsWith(IDENTITY) && !isNothing(token));
  if (!hasIdentity) sides[0].after.set(IDENTITY, "?");
  return [...sides];
}

function sidesOfOne({ actions }: ChangeOutline, detail: ChangeDetail): Sides {
  const before = new Map(detail.leaves.map(([path, token]) => [path, token]));
  const after = new Map(detail.leaves.map(([path, , token]) => [path, token]));
  return { actions: actions.join(","), detail, before, after };
}

function attribute(path: string): string {
  return path === "" ? "value" : path;
}

function whyOutput(reviewed: Sides, now: Sides): string | undefined {
  const isDelete = reviewed.actions === "delete";
  if (isDelete !== (now.actions === "delete")) return `is ${now.actions}, not ${reviewed.actions}`;
  if (!["create", "update", "delete"].includes(now.actions)) return `is ${now.actions}, not ${reviewed.actions}`;
  return whyHalfDone(reviewed, now);
}

function whyActions(reviewed: Sides, now: Sides): string | undefined {
  const isTainted = now.detail.reason === TAINTED && REPLACES.has(now.actions);
  if (reviewed.actions === "create" && isTainted) return whyTainted(reviewed, now) ?? whyNewSecret(reviewed, now);
  if (REPLACES.has(reviewed.actions) && now.actions === "create") return whyNotNothing(now);
  const isSame = reviewed.actions === now.actions && REPEATABLE.has(now.actions);
  if (!isSame) return `is ${now.actions}, not ${reviewed.actions}`;
  if (now.actions === "create") return whyNotNothing(now);
  if (now.actions === "read") return undefined;
  if (now.actions === "update" || now.actions === "no-op") return whyHalfDone(reviewed, now);
  const isOld = misfit(reviewed.before, now.before, isSameValue);
  if (isOld === undefined) return undefined;
  const isFailed = REPLACES.has(now.actions) && isTainted && whyTainted(reviewed, now) === undefined;
  if (isFailed) return whyNewSecret(reviewed, now);
  return `has another ${attribute(isOld)} before the change`;
}

/** The object before the change is the one whose creation failed half-way: as it was to be, as far as it got. */
function whyTainted(reviewed: Sides, now: Sides): string | undefined {
  const path = misfit(reviewed.after, now.before, (after, before) => isNothing(before) || isSameValue(after, before));
  return path === undefined ? undefined : `replaces something that has another ${attribute(path)}`;
}

/** The failed object already has the secret that was reviewed; another one now is not the reviewed one. */
function whyNewSecret(reviewed: Sides, now: Sides): string | undefined {
  for (const [path, token] of now.after) {
    const isNew = /^\*?!/.test(token) && !isNothing(now.before.get(path) ?? "");
    if (isNew && !isOpen(path, reviewed.after)) return `has another ${attribute(path)}`;
  }
  return undefined;
}

function whyNotNothing(now: Sides): string | undefined {
  return [...now.before.values()].every(isNothing) ? undefined : "has something before the creation";
}

/** Attribute by attribute the object is as it was, or as it was to be. */
function whyHalfDone(reviewed: Sides, now: Sides): string | undefined {
  const lists = openLists(reviewed.after);
  for (const path of new Set([...reviewed.before.keys(), ...now.before.keys()])) {
    const token = now.before.get(path) ?? "";
    const isKnown = [reviewed.before, reviewed.after].some((side) => isSameValue(side.get(path) ?? "", token));
    if (isKnown || isOpen(path, reviewed.after) || listOf(path, lists) !== undefined) continue;
    return `has another ${attribute(path)} before the change`;
  }
  return undefined;
}

/**
 * Whether a deposed object is what a reviewed create_before_destroy left behind: the old object, or a new one whose
 * creation failed and that was replaced in turn.
 */
export function isLeftover(reviewed: ChangeOutline, now: ChangeOutline): boolean {
  const sides = sidesOf(reviewed, now);
  if (sides === undefined) return false;
  const [one, other] = sides;
  if (one.detail.object !== other.detail.object) return false;
  const isPlain = reviewed.section === "change" && reviewed.deposed === undefined && now.section === "change";
  if (!isPlain || now.deposed === undefined || now.previousAddress !== undefined) return false;
  if (other.detail.importing !== undefined || ![...other.after.values()].every(isNothing)) return false;
  const isOld = misfit(one.before, other.before, isSameValue) === undefined;
  const isFailed = whyTainted(one, other) === undefined;
  if (one.actions === "create,forget") return other.actions === "forget" && (isOld || isFailed);
  if (other.actions !== "delete") return false;
  return one.actions === "create,delete" ? isOld || isFailed : one.actions === "create" && isFailed;
}
