/**
 * Who moves to a version together, and which texts change for it. A text that several units share changes only when all
 * of them can live with what it becomes. One version, some units; everything is worked out until nothing changes any more.
 */
import type { Choice } from "./choices.ts";
import { selectionOf } from "./dependency.ts";
import { findObstacle, needsEdit, type Obstacle } from "./fit.ts";
import { isNewer, isSame } from "./line.ts";
import { isFollowed, type Site, type Subject, type Unit } from "./unit.ts";

/** The units that move, the new text of each site that changes, and why the others stay. */
export type Settlement = {
  movers: ReadonlySet<Unit>;
  edits: ReadonlyMap<Site, string>;
  dropped: ReadonlyMap<Unit, Obstacle>;
};

/** Settles one version. Each of the units must be free of obstacles by itself. */
export function settle(subject: Subject, choice: Choice, units: readonly Unit[]): Settlement {
  const movers = new Set(units);
  const dropped = new Map<Unit, Obstacle>();
  for (;;) {
    const sites = new Set([...movers].flatMap((unit) => unit.sites));
    const edits = new Map([...sites].flatMap((site) => editOf(subject, choice, site, movers)));
    const leaving = [...findConflicts(subject, choice, edits, movers), ...findIdle(subject, choice, edits, movers)];
    for (const [unit, obstacle] of leaving) {
      movers.delete(unit);
      if (obstacle !== undefined && !dropped.has(unit)) dropped.set(unit, obstacle);
    }
    if (leaving.length === 0) return { movers, edits, dropped };
  }
}

/** A text that does not admit the version has to change; with `bump` and `pin` others do too, when all units agree. */
function editOf(
  { dependency, policy }: Subject,
  choice: Choice,
  site: Site,
  movers: ReadonlySet<Unit>,
): [Site, string][] {
  const { reading } = site;
  const isForced = needsEdit(reading, choice);
  const isRaising = policy.strategy === "bump" || policy.strategy === "pin";
  const isWanted = isRaising && reading.isConstraint && policy.kinds.has(selectionOf(dependency.kind));
  if (!isForced && !(isWanted && site.units.every((unit) => movers.has(unit) || isAt(unit, choice)))) return [];
  const change = reading.change(choice);
  return "after" in change && change.after !== reading.text ? [[site, change.after]] : [];
}

function isAt({ profile: { current } }: Unit, { version }: Choice): boolean {
  return current !== undefined && isSame(current, version);
}

/** Units that share a text with one that stays behind and could not live with what the text becomes. */
function findConflicts(
  subject: Subject,
  choice: Choice,
  edits: ReadonlyMap<Site, string>,
  movers: ReadonlySet<Unit>,
): [Unit, Obstacle][] {
  const found: [Unit, Obstacle][] = [];
  for (const [site, after] of edits) {
    if (site.units.length === 1) continue;
    const left = site.units.find(
      (unit) => !movers.has(unit) && isFollowed(site, unit) && !canLiveWith(subject, unit, site, after),
    );
    if (left === undefined) continue;
    const obstacle = conflictOf(subject, choice, site, left);
    for (const unit of site.units) if (movers.has(unit)) found.push([unit, obstacle]);
  }
  return found;
}

function canLiveWith({ reader }: Subject, { profile: { current } }: Unit, { mention }: Site, after: string): boolean {
  const reading = reader.read(mention.syntax, after);
  return current === undefined || "problem" in reading || reading.admits(current);
}

function conflictOf(subject: Subject, choice: Choice, { mention, reading }: Site, left: Unit): Obstacle {
  const own = findObstacle(subject, left.profile, choice);
  const shared = `it shares ${JSON.stringify(mention.text)} with ${left.root === "." ? "the repository's own root" : left.root}`;
  if (own !== undefined) return { reason: own.reason, why: `${shared}, which cannot have it: ${own.why}`, reading };
  const { current } = left.profile;
  const isBehind = current !== undefined && isNewer(choice.version, current);
  const why = `${shared}, which ${isBehind ? "has another step to make first" : "does not move with it"}`;
  return { reason: isBehind ? "later-rung" : "constraint-unclear", why, reading };
}

/** Units to which nothing happens, and lock files that nobody asked to change without a constraint. */
function findIdle(
  { policy }: Subject,
  choice: Choice,
  edits: ReadonlyMap<Site, string>,
  movers: ReadonlySet<Unit>,
): [Unit, Obstacle | undefined][] {
  const found: [Unit, Obstacle | undefined][] = [];
  for (const unit of movers) {
    if (unit.sites.some((site) => edits.has(site))) continue;
    const isLocked = unit.lock !== undefined && isNewer(choice.version, unit.lock.version);
    if (isLocked && policy.kinds.has("lock-file")) continue;
    found.push([unit, isLocked ? NOT_SELECTED : undefined]);
  }
  return found;
}

const NOT_SELECTED: Obstacle = {
  reason: "not-selected",
  why: "only lock files would change, and lock-file is not in the input dependencies",
};
