/**
 * How far a series was shifted at one instant, and how sure that is, when neighbouring values resemble each other. Pure; it
 * must not know what is measured, nor decide what is much.
 *
 * The location is Hodges and Lehmann's. Its standard error is that of a difference of two means under an autoregression of
 * order 1, with the coefficient estimated from the same values. Ranks alone (Mann and Whitney's interval) are of no use
 * here: with five values after the instant, and correlated ones, they cannot reach the confidence that several metrics need
 * however large the shift is.
 */
import { shiftBetween } from "./median.ts";
import { twoSidedP, twoSidedQuantile } from "./student.ts";

/** A shift, in the unit of the values. */
export type Shift = {
  /** Hodges and Lehmann's estimate. */
  estimate: number;
  standardError: number;
  /** Degrees of freedom. */
  freedom: number;
  /** Two-sided: how probable such a shift is without a cause. */
  p: number;
};

/** Fewer values on either side say nothing about their spread. */
const FEWEST = 3;
/**
 * The least autocorrelation of neighbouring values that is reckoned with, and the most. Metrics of services are never
 * independent from minute to minute, and estimates from two dozen values are as often too low as too high.
 */
const LEAST_CORRELATION = 0.2;
const MOST_CORRELATION = 0.9;

/** The shift from `before` to `after`, each in the order of time; undefined with fewer than three values on a side. */
export function measureShift(before: readonly number[], after: readonly number[]): Shift | undefined {
  const estimate = shiftBetween(before, after);
  if (estimate === undefined || before.length < FEWEST || after.length < FEWEST) return undefined;
  const residuals = [before, after].map(withoutMean);
  const squares = sum(residuals.flat().map((value) => value * value));
  const count = before.length + after.length;
  const correlation = correlationOf(residuals, squares);
  const inflations = [inflation(correlation, before.length), inflation(correlation, after.length)] as const;
  // Under autocorrelation the mean follows the values, and their squares around it are too small by its own variance.
  const variance = squares / Math.max(1, count - inflations[0] - inflations[1]);
  const standardError = Math.sqrt(variance * (inflations[0] / before.length + inflations[1] / after.length));
  const freedom = count - 2;
  const p = standardError > 0 ? twoSidedP(estimate / standardError, freedom) : estimate === 0 ? 1 : 0;
  return { estimate, standardError, freedom, p };
}

/** The interval that holds the shift with probability 1 − `alpha`. */
export function intervalOf(shift: Shift, alpha: number): [number, number] {
  const reach = shift.standardError === 0 ? 0 : shift.standardError * twoSidedQuantile(alpha, shift.freedom);
  return [shift.estimate - reach, shift.estimate + reach];
}

/**
 * The correlation of neighbours, corrected for the bias of short series: M. G. Kendall, "Note on bias in the estimation of
 * autocorrelation", Biometrika 41 (1954) 403-404, https://doi.org/10.1093/biomet/41.3-4.403
 */
function correlationOf(residuals: readonly (readonly number[])[], squares: number): number {
  if (squares === 0) return LEAST_CORRELATION;
  const count = residuals.flat().length;
  const products = sum(residuals.flatMap((side) => side.slice(1).map((value, at) => value * (side[at] ?? 0))));
  const raw = (products / squares) * (count / (count - residuals.length));
  return Math.min(MOST_CORRELATION, Math.max(LEAST_CORRELATION, raw + (1 + 4 * raw) / count));
}

/**
 * By how much the variance of a mean of `count` values is larger than that of independent ones:
 * 1 + 2 Σ (1 − k/n) φᵏ. G. V. Bayley and J. M. Hammersley, "The effective number of independent observations in an
 * autocorrelated time series", J. R. Stat. Soc. Suppl. 8 (1946) 184-197, https://doi.org/10.2307/2983560
 */
function inflation(correlation: number, count: number): number {
  let total = 1;
  for (let lag = 1; lag < count; lag += 1) total += 2 * (1 - lag / count) * correlation ** lag;
  return total;
}

function withoutMean(values: readonly number[]): number[] {
  const mean = sum(values) / values.length;
  return values.map((value) => value - mean);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
