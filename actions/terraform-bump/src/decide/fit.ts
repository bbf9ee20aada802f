/**
 * Whether a unit can have a version: every text in it admits the version or can be made to, and nothing outside of the
 * repository is against it.
 */
import { matches } from "@handrail/terraform";
import type { Choice, Stop } from "./choices.ts";
import { selectionOf } from "./dependency.ts";
import { isNewer, isSame } from "./line.ts";
import type { Reading } from "./reading.ts";
import type { Profile, Subject } from "./unit.ts";

/** What is against it, and the text in question. */
export type Obstacle = Stop & { reading?: Reading };

/** What keeps the profile from a version; undefined when nothing does. */
export function findObstacle(subject: Subject, profile: Profile, choice: Choice): Obstacle | undefined {
  for (const reading of profile.readings) {
    const obstacle = needsEdit(reading, choice) ? editObstacle(subject, reading, choice) : undefined;
    if (obstacle !== undefined) return { ...obstacle, reading };
  }
  const outside = profile.outside.find((constraint) => !matches(constraint, choice.version));
  if (outside !== undefined) {
    const why = `the lock file has ${JSON.stringify(outside.text)}, which only a module from elsewhere can ask for: update that module first, or run terraform init -upgrade when none asks for it`;
    return { reason: "constraint-unclear", why };
  }
  const why = profile.outdated(choice);
  return why === undefined ? undefined : { reason: "needs-newer-terraform", why };
}

/** The text that excludes a version by name; undefined when none does. */
export function findExclusion({ readings }: Profile, { version }: Choice): Obstacle | undefined {
  const reading = readings.find(({ exclusions }) => exclusions.some((excluded) => isSame(excluded, version)));
  if (reading === undefined) return undefined;
  return { reason: "excluded-by-constraint", why: `${JSON.stringify(reading.text)} excludes it`, reading };
}

/** A constraint that does not admit it, a name of another version. A newer name stays: nothing goes back. */
export function needsEdit(reading: Reading, { version }: Choice): boolean {
  if (reading.admits(version)) return false;
  const { exact, isConstraint } = reading;
  return isConstraint || exact === undefined || !(isNewer(exact, version) || isSame(exact, version));
}

function editObstacle({ dependency, policy }: Subject, reading: Reading, choice: Choice): Stop | undefined {
  const selection = selectionOf(dependency.kind);
  if (!policy.kinds.has(selection)) {
    const why = `${JSON.stringify(reading.text)} does not admit it, and ${selection} is not in the input dependencies`;
    return { reason: "not-selected", why };
  }
  const change = reading.change(choice);
  return "after" in change ? undefined : change;
}
