/**
 * One version for each line of a dependency: all units that go to the line go to the same version. What each of them
 * could have by itself is known; here they agree.
 */
import { compareVersions } from "@handrail/terraform";
import type { Choice } from "./choices.ts";
import { findExclusion, findObstacle, type Obstacle } from "./fit.ts";
import { isNewer } from "./line.ts";
import { findLanes, type Lanes } from "./lanes.ts";
import { settle, type Settlement } from "./settle.ts";
import type { Profile, Subject, Unit } from "./unit.ts";

/** A line's version and everybody who moves to it. */
export type Picked = Settlement & { choice: Choice };

/** A version that a unit does not get. */
export type Refusal = { unit: Unit; choice: Choice; obstacle: Obstacle };

/** What became of the units of a dependency. */
export type Picks = { picks: Picked[]; refusals: Refusal[]; lanes: (profile: Profile) => Lanes };

/** A unit on its way to a line: the choices there that it would take, the best first, and the best of all. */
type Bid = { unit: Unit; best: Choice; choices: readonly Choice[] };

/** Chooses for all units of a dependency. */
export function pickVersions(subject: Subject, units: readonly Unit[]): Picks {
  const lanes = remember((profile: Profile) => findLanes(subject, profile));
  const obstacles = remember((profile: Profile) =>
    remember((choice: Choice) => findObstacle(subject, profile, choice)),
  );
  const market: Market = { subject, obstacle: (unit, choice) => obstacles(unit.profile)(choice) };
  const refusals: Refusal[] = [];
  const lines = new Map<string, Bid[]>();
  const wishes = remember((profile: Profile) =>
    lanes(profile).lanes.flatMap((lane) => toWish(lane, obstacles(profile))),
  );
  for (const unit of units) {
    for (const { best, choices, obstacle } of wishes(unit.profile)) {
      const line = choices[0]?.line;
      if (obstacle !== undefined && line !== best.line) refusals.push({ unit, choice: best, obstacle });
      if (line === undefined) continue;
      const bids = lines.get(line);
      const bid = { unit, best: line === best.line ? best : (choices[0] ?? best), choices };
      if (bids === undefined) lines.set(line, [bid]);
      else bids.push(bid);
    }
  }
  const picks = [...lines.values()].flatMap((bids) => pickOne(market, bids, refusals));
  return { picks, refusals, lanes };
}

type Market = { subject: Subject; obstacle: (unit: Unit, choice: Choice) => Obstacle | undefined };

/** The line of the best choice that the profile can have, and what it can choose from there. */
function toWish(
  lane: readonly Choice[],
  obstacleTo: (choice: Choice) => Obstacle | undefined,
): { best: Choice; choices: readonly Choice[]; obstacle: Obstacle | undefined }[] {
  const [best] = lane;
  if (best === undefined) return [];
  const line = lane.find((choice) => obstacleTo(choice) === undefined)?.line;
  return [{ best, choices: lane.filter((choice) => choice.line === line), obstacle: obstacleTo(best) }];
}

/**
 * The newest version that somebody can move to and that no constraint excludes by name; when there is none, the newest
 * that somebody can move to, without those who exclude it.
 */
function pickOne(market: Market, bids: readonly Bid[], refusals: Refusal[]): Picked[] {
  // Units with the same profile share their list.
  const lists = new Set(bids.map(({ choices }) => choices));
  const offered = new Set([...lists].flat());
  const sorted = [...offered].toSorted((a, b) => compareVersions(b.version, a.version));
  const attempt = remember((choice: Choice) => tryChoice(market, bids, choice));
  const exclusion = remember((choice: Choice) => exclusionOf(bids, choice));
  const isTaken = (choice: Choice): boolean => attempt(choice).movers.size > 0;
  const taken =
    sorted.find((choice) => exclusion(choice) === undefined && isTaken(choice)) ??
    sorted.find((choice) => isTaken(choice));
  for (const { unit, best } of bids) {
    const isMover = taken !== undefined && attempt(taken).movers.has(unit);
    if (isMover && taken === best) continue;
    const obstacle = market.obstacle(unit, best) ?? exclusion(best) ?? attempt(best).dropped.get(unit);
    if (obstacle !== undefined) refusals.push({ unit, choice: best, obstacle });
  }
  return taken === undefined ? [] : [{ ...attempt(taken), choice: taken }];
}

/** Everybody who could have the version by himself, and of them those who can have it together. */
function tryChoice({ subject, obstacle }: Market, bids: readonly Bid[], choice: Choice): Settlement {
  const units = bids.filter(({ unit, choices }) => choices.includes(choice) && obstacle(unit, choice) === undefined);
  return settle(
    subject,
    choice,
    units.map(({ unit }) => unit),
  );
}

/** The first constraint that excludes the version by name. */
function exclusionOf(bids: readonly Bid[], choice: Choice): Obstacle | undefined {
  for (const { unit } of bids) {
    const { current } = unit.profile;
    const found = findExclusion(unit.profile, choice);
    if (found !== undefined && current !== undefined && isNewer(choice.version, current)) return found;
  }
  return undefined;
}

function remember<From, To>(work: (from: From) => To): (from: From) => To {
  const known = new Map<From, To>();
  return (from) => {
    const found = known.get(from);
    if (found !== undefined || known.has(from)) return found as To;
    const made = work(from);
    known.set(from, made);
    return made;
  };
}
