/** Medians and the estimates made of them. Pure; an empty list has no median and gives undefined. */

/** The middle value, or the mean of the two middle ones. */
export function median(values: readonly number[]): number | undefined {
  const sorted = Float64Array.from(values).sort();
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle];
  const low = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  return high === undefined || low === undefined ? undefined : (low + high) / 2;
}

/**
 * How far `after` lies above `before`: the median of all differences between a value of the one and a value of the other.
 * J. L. Hodges and E. L. Lehmann, "Estimates of location based on rank tests", Ann. Math. Statist. 34 (1963) 598-611,
 * https://doi.org/10.1214/aoms/1177704172
 */
export function shiftBetween(before: readonly number[], after: readonly number[]): number | undefined {
  return median(after.flatMap((later) => before.map((earlier) => later - earlier)));
}
