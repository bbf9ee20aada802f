/**
 * What moves as one: a root module with everything in its tree that speaks of a dependency, or a single place. Many
 * units are alike; what decides about a unit is its profile, and equal profiles are one. Nothing is decided here.
 */
import { renderVersion, type Constraint, type Version } from "@handrail/terraform";
import type { Dependency, Mention } from "../find/mention.ts";
import type { Choice } from "./choices.ts";
import { readCurrent, type Current } from "./current.ts";
import type { Policy } from "./policy.ts";
import type { Reader, Reading } from "./reading.ts";

/** A dependency, or one stream of tags of it, under the policy. Choices are sorted, the newest first. */
export type Subject = {
  dependency: Dependency;
  stream: string;
  choices: readonly Choice[];
  reader: Reader;
  policy: Policy;
};

/** A mention with its meaning, and the units that have to live with it. */
export type Site = { mention: Mention; reading: Reading; units: Unit[] };

/** A provider's entry in the unit's lock file. `outside`: constraints that only modules elsewhere can have asked for. */
export type Locked = { file: string; address: string; version: Version; outside: readonly Constraint[] };

/** What decides about a unit. */
export type Profile = Current & {
  readings: readonly Reading[];
  locked: Version | undefined;
  outside: readonly Constraint[];
  /** The sentence on why terraform is too old for a choice; undefined when it is not, as far as is known. */
  outdated: (choice: Choice) => string | undefined;
};

export type Unit = { root: string; sites: Site[]; lock?: Locked; profile: Profile };

/** A unit before anything is known of it but what belongs to it. */
export type Draft = Pick<Unit, "root" | "sites" | "lock"> & {
  /** A version that is in use, written in a place that is not the unit's. */
  anchors?: readonly Version[];
  outdated?: Profile["outdated"];
  /** Distinguishes profiles that `outdated` makes different. */
  age?: string;
};

/** Completes drafts; the sites' `units` are filled. */
export function toUnits(subject: Subject, drafts: readonly Draft[]): Unit[] {
  const profiles = new Map<string, Profile>();
  return drafts.map((draft) => {
    const key = keyOf(draft);
    let profile = profiles.get(key);
    if (profile === undefined) {
      profile = profileOf(subject, draft);
      profiles.set(key, profile);
    }
    const unit: Unit = { root: draft.root, sites: draft.sites, profile };
    if (draft.lock !== undefined) unit.lock = draft.lock;
    for (const site of draft.sites) site.units.push(unit);
    return unit;
  });
}

function keyOf({ sites, lock, anchors = [], age = "" }: Draft): string {
  const ids = sites.map(({ reading }) => reading.id).toSorted((a, b) => a - b);
  const outside = (lock?.outside ?? []).map(({ text }) => text);
  const versions = [lock?.version, ...anchors].map((version) => (version === undefined ? "" : renderVersion(version)));
  return JSON.stringify([[...new Set(ids)], versions, outside, age]);
}

function profileOf({ choices }: Subject, { sites, lock, anchors = [], outdated }: Draft): Profile {
  const readings = [...new Set(sites.map(({ reading }) => reading))];
  const locked = lock?.version;
  const current = readCurrent({ readings, locked, anchors }, choices);
  return { ...current, readings, locked, outside: lock?.outside ?? [], outdated: outdated ?? (() => undefined) };
}

/** Whether the unit uses what the place names. A version file further up does not count where a constraint refuses it. */
export function isFollowed({ reading }: Site, { profile: { current } }: Unit): boolean {
  return reading.isConstraint || current === undefined || reading.admits(current);
}
