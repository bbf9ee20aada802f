/**
 * The upgrade ladder: which versions have to be in use, one after the other, before the newest. As data; which one can be
 * taken, and when, is decided elsewhere.
 *
 * Terraform: one minor at a time until 0.14, always through its last patch, which carries the renewed signing key; from
 * 0.14 on any 1.x can be reached directly. https://developer.hashicorp.com/terraform/language/v1.1.x/upgrade-guides/1-0,
 * https://github.com/hashicorp/terraform/blob/v0.14.11/CHANGELOG.md. Providers: the last release of a major before the
 * next one, https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-5-upgrade.
 */
import { parseVersion, renderVersion, type Version } from "@handrail/terraform";
import type { Dependency } from "../find/mention.ts";
import { isNewer, isSame, lineOf, majorOf } from "./line.ts";

/** A step: the versions that make it, `label` for people. */
export type Rung = { label: string; has: (version: Version) => boolean };

const TERRAFORM: readonly Version[] = ["0.11.15", "0.12.31", "0.13.7", "0.14.11"].map(parseVersion);

/** These can write an empty state: https://github.com/hashicorp/terraform/blob/v1.1.2/CHANGELOG.md */
const FORBIDDEN: readonly Version[] = ["1.1.0", "1.1.1"].map(parseVersion);

/** Modules and tflint plugins have no ladder. */
export function hasLadder({ kind }: Dependency): boolean {
  return kind === "terraform" || kind === "provider";
}

/** The rungs from the version in use to the newest of these newer ones, in their order. */
export function rungsOf(dependency: Dependency, current: Version, newer: readonly Version[]): Rung[] {
  const fixed = isTerraform(dependency) ? TERRAFORM.filter((rung) => isNewer(rung, current)) : [];
  const start = fixed.at(-1) ?? current;
  const open = newer.filter((version) => isNewer(version, start));
  // Terraform 0.15 is no rung: 0.14 and 0.15 go to 1.x directly.
  const skipsZero = isTerraform(dependency) && open.some((version) => majorOf(version) > 0);
  const majors = [...new Set(open.map(majorOf))].filter((major) => !skipsZero || major > 0).toSorted((a, b) => a - b);
  return [
    ...fixed.map((rung) => ({ label: renderVersion(rung), has: (version: Version) => isSame(version, rung) })),
    ...majors.map((major) => ({
      label: `${major}.x`,
      has: (version: Version) => majorOf(version) === major && isNewer(version, start),
    })),
  ];
}

/** Does a step leave what has to be applied before it? */
export function isCrossing(dependency: Dependency, from: Version, to: Version): boolean {
  if (!hasLadder(dependency)) return false;
  return isTerraform(dependency) ? lineOf(from) !== lineOf(to) : majorOf(from) !== majorOf(to);
}

/** Is it a version that nobody should ever run? */
export function isForbidden(dependency: Dependency, version: Version): boolean {
  return isTerraform(dependency) && FORBIDDEN.some((forbidden) => isSame(forbidden, version));
}

function isTerraform({ source }: Dependency): boolean {
  return source.from === "releases" && source.product === "terraform";
}
