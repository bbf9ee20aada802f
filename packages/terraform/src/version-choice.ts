/**
 * Which release satisfies a demand, from a list of releases. Pure; nothing is fetched.
 */
import { Failure } from "@handrail/runner";
import { isStable, type Demand } from "./version-demand.ts";
import type { Product } from "./version-files.ts";
import { compareVersions, renderVersion, type Version } from "./version.ts";

/** The stable release that the demand wants. Throws a Failure "not-found" that names the newest one when there is none. */
export function chooseRelease(
  demand: Demand & { kind: "choice" },
  releases: readonly Version[],
  product: Product,
): Version {
  const stable = releases.filter(isStable).toSorted(compareVersions);
  const accepted = stable.filter((version) => demand.accepts(version));
  const chosen = demand.isOldest ? accepted[0] : accepted.at(-1);
  if (chosen !== undefined) return chosen;
  const newest = stable.at(-1);
  throw new Failure({
    reason: "not-found",
    what: `No release of ${product} for this platform satisfies ${demand.wanted} (${demand.source})${newest === undefined ? "" : `; the newest is ${renderVersion(newest)}`}`,
    remedy: "Change what is asked for there. A pre-release is installed only when its exact version is named.",
  });
}

/** May a program that is already there be used as it is, without looking at what was released since? */
export function isSatisfiedBy(demand: Demand, present: Version): boolean {
  switch (demand.kind) {
    case "nothing":
      return true;
    case "exact":
      return renderVersion(demand.version) === renderVersion(present);
    case "choice":
      return demand.isOpen && isStable(present) && demand.accepts(present);
    default:
      return false;
  }
}
