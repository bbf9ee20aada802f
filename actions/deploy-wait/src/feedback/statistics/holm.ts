/** Several tests at once, so that all of them together err no more often than one. Pure. */

/** What one test comes to: whether its hypothesis "nothing changed" is given up, and the level at which it was asked. */
export type Tested = { isRejected: boolean; alpha: number };

/**
 * S. Holm, "A simple sequentially rejective multiple test procedure", Scand. J. Stat. 6 (1979) 65-70,
 * https://www.jstor.org/stable/4615733: the smallest p against α/m, the next against α/(m−1), until one is not small enough.
 * Those behind it are asked at its level. In the order of the p values given.
 */
export function holm(values: readonly number[], alpha: number): Tested[] {
  const order = values.map((p, at) => ({ p, at })).toSorted((a, b) => a.p - b.p);
  const tested = new Map<number, Tested>();
  let stop: number | undefined;
  for (const [rank, { p, at }] of order.entries()) {
    const level = stop ?? alpha / (values.length - rank);
    const isRejected = stop === undefined && p <= level;
    if (!isRejected) stop = level;
    tested.set(at, { isRejected, alpha: level });
  }
  return values.map((_, at) => tested.get(at) ?? { isRejected: false, alpha });
}
