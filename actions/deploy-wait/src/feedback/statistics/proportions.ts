/** Intervals of error rates, from counts. Pure. A count may be fractional (CloudWatch's sums are); none is below 0. */

/** Errors among requests. */
export type Counts = { errors: number; requests: number };

/** The normal quantile of a two-sided 95 % interval. */
const Z = 1.959963984540054;

/**
 * The 95 % interval of an error rate: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * J. Am. Stat. Assoc. 22 (1927) 209-212, https://doi.org/10.1080/01621459.1927.10502953. It is [0, 1] without requests. More
 * errors than requests count as as many.
 */
export function wilsonInterval({ errors, requests }: Counts): [number, number] {
  if (requests <= 0) return [0, 1];
  const rate = Math.min(1, errors / requests);
  const squared = (Z * Z) / requests;
  const middle = rate + squared / 2;
  const reach = Z * Math.sqrt((rate * (1 - rate)) / requests + squared / (4 * requests));
  return [Math.max(0, (middle - reach) / (1 + squared)), Math.min(1, (middle + reach) / (1 + squared))];
}

/**
 * The 95 % interval of the difference after − before, from the two Wilson intervals: R. G. Newcombe, "Interval estimation
 * for the difference between independent proportions", Stat. Med. 17 (1998) 873-890, method 10,
 * https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I
 */
export function differenceInterval(before: Counts, after: Counts): [number, number] {
  const [beforeLow, beforeHigh] = wilsonInterval(before);
  const [afterLow, afterHigh] = wilsonInterval(after);
  const earlier = before.requests > 0 ? Math.min(1, before.errors / before.requests) : 0.5;
  const later = after.requests > 0 ? Math.min(1, after.errors / after.requests) : 0.5;
  return [
    later - earlier - Math.hypot(later - afterLow, beforeHigh - earlier),
    later - earlier + Math.hypot(afterHigh - later, earlier - beforeLow),
  ];
}
