/**
 * Puts into words what units do not get: versions that stop before anything is chosen, and choices that fell through.
 */
import type { Version } from "@handrail/terraform";
import type { Mention } from "../find/mention.ts";
import type { Choice } from "./choices.ts";
import type { HeldList, Where } from "./held-list.ts";
import type { Picks } from "./pick.ts";
import type { Reading } from "./reading.ts";
import type { Profile, Subject, Unit } from "./unit.ts";

/** Tells what is newer and not taken, by profile: many units are alike. */
export function tellRefused(
  { dependency }: Subject,
  units: readonly Unit[],
  { refusals, lanes }: Picks,
  held: HeldList,
): void {
  for (const [profile, alike] of Map.groupBy(units, (unit) => unit.profile)) {
    for (const { choice, reason, why, reading } of lanes(profile).notes) {
      const places = alike.flatMap((unit) => placesWith(unit, reading));
      held.add({ dependency, from: profile.current, ...toward(choice), reason, why, places });
    }
    const places = alike.flatMap((unit) => placesWith(unit, undefined));
    if (profile.current === undefined)
      held.add({ dependency, reason: "constraint-unclear", why: noFit(profile), places });
  }
  for (const { unit, choice, obstacle } of refusals) {
    const { reason, why, reading } = obstacle;
    const common = { dependency, from: unit.profile.current, places: placesWith(unit, reading) };
    held.add({ ...common, ...toward(choice), reason, why });
  }
}

function toward({ version, line }: Choice): { to: Version; line: string } {
  return { to: version, line };
}

function noFit({ readings }: Profile): string {
  return `no known release fits ${readings.map(({ text }) => JSON.stringify(text)).join(", ")}`;
}

/** The places of a unit that a text is in; all of them when it is about no text. */
function placesWith({ sites, lock }: Unit, reading: Reading | undefined): Where[] {
  if (sites.length === 0) return lock === undefined ? [] : [{ file: lock.file }];
  const meant = reading === undefined ? sites : sites.filter((site) => site.reading === reading);
  return meant.map(({ mention }) => whereOf(mention));
}

/** A mention as a place. */
export function whereOf({ file, line }: Pick<Mention, "file" | "line">): Where {
  return { file, line };
}
