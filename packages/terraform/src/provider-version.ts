/**
 * Versions of providers, which terraform reads and orders by another library than all other versions: strictly three
 * numbers, and pre-releases in an order of its own. It knows no constraints.
 *
 * https://github.com/apparentlymart/go-versions/blob/master/versions/version.go
 */
import type { Version } from "./version.ts";

const EXTRA = /^[0-9A-Za-z.-]*$/;

/** Can a provider have this version? */
export function isProviderVersion(version: Version): boolean {
  return version.segments.length === 3 && EXTRA.test(version.prerelease) && EXTRA.test(version.metadata);
}

/** Below 0 when a is older than b, 0 when they are equal (metadata does not count), above 0 when it is newer. */
export function compareProviderVersions(a: Version, b: Version): number {
  for (let index = 0; index < 3; index += 1) {
    const difference = (a.segments[index] ?? 0) - (b.segments[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.prerelease === "" || b.prerelease === "") return Number(a.prerelease === "") - Number(b.prerelease === "");
  return compareExtras(a.prerelease, b.prerelease);
}

/**
 * The order of pre-releases and of metadata. Unlike in semver the one with fewer parts is older as soon as it ends, even
 * where that part is the greater one: `rc` is older than `beta.1`.
 */
export function compareExtras(a: string, b: string): number {
  const left = a.split(".");
  const right = b.split(".");
  for (let index = 0; ; index += 1) {
    const isLast = [left, right].map((parts) => index >= parts.length - 1);
    if (isLast[0] !== isLast[1]) return isLast[0] === true ? -1 : 1;
    const difference = compareParts(left[index] ?? "", right[index] ?? "");
    if (difference !== 0 || isLast[0] === true) return difference;
  }
}

/** A number is older than a word; a longer number is newer. */
function compareParts(a: string, b: string): number {
  if (a === b) return 0;
  const [isNumber, isOther] = [/^[0-9]*$/.test(a), /^[0-9]*$/.test(b)];
  if (isNumber !== isOther) return isNumber ? -1 : 1;
  if (isNumber && a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : 1;
}
