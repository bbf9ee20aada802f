/**
 * The line of a version: what moves together, and what at most one pull request is open of.
 */
import { compareVersions, type Version } from "@handrail/terraform";

/** `6.x`, before 1.0 `0.13.x`; behind the name of a stream of tags (`vpc/`), where a git repository has several. */
export function lineOf({ segments: [major = 0, minor = 0] }: Version, stream = ""): string {
  return `${stream}${major === 0 ? `0.${minor}` : major}.x`;
}

/** The first number. */
export function majorOf({ segments: [major = 0] }: Version): number {
  return major;
}

export function isNewer(version: Version, than: Version): boolean {
  return compareVersions(version, than) > 0;
}

export function isSame(version: Version, other: Version): boolean {
  return compareVersions(version, other) === 0;
}

/** The older of two; either may be missing. */
export function oldest(versions: readonly Version[]): Version | undefined {
  return versions.toSorted(compareVersions)[0];
}
