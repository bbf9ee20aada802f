/**
 * The version that is in use: what a lock file or an exact text says, else the newest one that all constraints admit.
 */
import { compareVersions, type Version } from "@handrail/terraform";
import type { Choice } from "./choices.ts";
import { isNewer, oldest } from "./line.ts";
import type { Reading } from "./reading.ts";

/** What is known of it. */
export type Current = {
  /** Undefined when nothing tells. */
  current: Version | undefined;
  /** Nothing names it: it is the newest one that the constraints admit. */
  isGuess: boolean;
  /** The constraints want something newer than the lock file has. */
  isBehind: boolean;
};

/** What tells of it. `anchors`: exact versions that are written elsewhere, the most telling first. */
type Evidence = { readings: readonly Reading[]; locked: Version | undefined; anchors: readonly Version[] };

/** The version in use; the oldest one where several are. */
export function readCurrent({ readings, locked, anchors }: Evidence, choices: readonly Choice[]): Current {
  const constraints = readings.filter(({ isConstraint }) => isConstraint);
  const isAdmitted = (version: Version): boolean => constraints.every((reading) => reading.admits(version));
  if (locked !== undefined && isAdmitted(locked)) return known(locked);
  const newest = newestOf(choices, isAdmitted);
  if (locked !== undefined) {
    if (newest === undefined) return known(locked);
    return isNewer(newest, locked) ? { ...known(locked), isBehind: true } : known(newest);
  }
  const named = oldest(readings.filter(({ isConstraint }) => !isConstraint).flatMap(({ exact }) => exact ?? []));
  const exact = oldest(constraints.flatMap((reading) => reading.exact ?? []));
  // A version file further up may be for others: terraform refuses what the constraints do not admit.
  if (named !== undefined) return known(isAdmitted(named) ? named : oldest([named, exact ?? newest ?? named]));
  if (exact !== undefined) return known(exact);
  const anchor = anchors.find(isAdmitted);
  if (anchor !== undefined) return known(anchor);
  if (newest !== undefined) return { ...known(newest), isGuess: true };
  return known(
    constraints
      .flatMap(({ floor }) => floor ?? [])
      .toSorted(compareVersions)
      .at(-1),
  );
}

function known(current: Version | undefined): Current {
  return { current, isGuess: false, isBehind: false };
}

/** Terraform takes a stable release where there is one. */
function newestOf(choices: readonly Choice[], isAdmitted: (version: Version) => boolean): Version | undefined {
  const usable = choices.filter(({ stop }) => stop?.reason !== "withdrawn" && stop?.reason !== "forbidden-version");
  const stable = usable.find(({ version }) => version.prerelease === "" && isAdmitted(version));
  return (stable ?? usable.find(({ version }) => isAdmitted(version)))?.version;
}
