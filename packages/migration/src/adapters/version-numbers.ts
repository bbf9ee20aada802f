/** Versions that are numbers, of any length: a timestamp of 14 digits, or 1, 2, 3. */

/** A version as the tables of such tools have it: without zeros in front. Anything but digits stays as it is. */
export function plainVersion(digits: string): string {
  return /^\d+$/.test(digits) ? BigInt(digits).toString() : digits;
}

/** Orders versions as numbers; what is no number comes last, by code unit. */
export function byNumber(a: string, b: string): number {
  const [left, right] = [numberOf(a), numberOf(b)];
  if (left === undefined || right === undefined) {
    if (left !== right) return left === undefined ? 1 : -1;
    return a < b ? -1 : a > b ? 1 : 0;
  }
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The highest of versions; undefined when there is none. */
export function highestVersion(versions: readonly string[]): string | undefined {
  return versions.toSorted(byNumber).at(-1);
}

function numberOf(text: string): bigint | undefined {
  return /^-?\d+$/.test(text) ? BigInt(text) : undefined;
}
