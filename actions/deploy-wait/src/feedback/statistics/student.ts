/**
 * Student's t distribution: tail probabilities and quantiles, from the incomplete beta function. Pure arithmetic on plain
 * numbers; it must not know what is measured.
 */

/** Terms of the continued fraction; it converges in a few dozen for every argument used here. */
const MOST_TERMS = 400;
const PRECISION = 1e-13;
const TINY = 1e-300;

/** Lanczos' approximation of ln Γ(x) for x > 0 (g = 7, nine coefficients): https://dlmf.nist.gov/5.11 */
function logGamma(x: number): number {
  const coefficients = [
    676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
    -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
  ];
  let sum = 0.9999999999998099;
  for (const [at, coefficient] of coefficients.entries()) sum += coefficient / (x + at);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** The continued fraction of the incomplete beta function, by Lentz's method: https://dlmf.nist.gov/8.17.E22 */
function betaFraction(x: number, a: number, b: number): number {
  const guard = (value: number): number => (value < TINY && value > -TINY ? TINY : value);
  let c = 1;
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= MOST_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a - 1 + 2 * m) * (a + 2 * m));
    d = 1 / guard(1 + even * d);
    c = guard(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 1 + 2 * m));
    d = 1 / guard(1 + odd * d);
    c = guard(1 + odd / c);
    fraction *= d * c;
    const change = d * c - 1;
    if (change < PRECISION && change > -PRECISION) break;
  }
  return fraction;
}

/** The regularised incomplete beta function I_x(a, b) of x in [0, 1], for one a and b: https://dlmf.nist.gov/8.17 */
function incompleteBeta(a: number, b: number): (x: number) => number {
  const scale = logGamma(a + b) - logGamma(a) - logGamma(b);
  return (x) => {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const front = Math.exp(scale + a * Math.log(x) + b * Math.log(1 - x));
    return x < (a + 1) / (a + b + 2)
      ? (front * betaFraction(x, a, b)) / a
      : 1 - (front * betaFraction(1 - x, b, a)) / b;
  };
}

/** The probability that |T| is at least |t|, as a function of t: I_{ν/(ν+t²)}(ν/2, 1/2), Abramowitz and Stegun 26.7.1. */
function tailOf(freedom: number): (t: number) => number {
  const beta = incompleteBeta(freedom / 2, 0.5);
  return (t) => beta(freedom / (freedom + t * t));
}

/**
 * The probability that |T| is at least |t| with `freedom` degrees of freedom (more than 0, not necessarily whole). An infinite
 * t has 0.
 */
export function twoSidedP(t: number, freedom: number): number {
  return Number.isFinite(t) ? tailOf(freedom)(t) : 0;
}

/** The t that |T| exceeds with probability `p` in (0, 1]: the inverse of {@link twoSidedP}, by bisection. */
export function twoSidedQuantile(p: number, freedom: number): number {
  const tail = tailOf(freedom);
  let low = 0;
  let high = 1;
  while (tail(high) > p && high < 1e12) {
    low = high;
    high *= 2;
  }
  while (high - low > 1e-7 * high) {
    const middle = (low + high) / 2;
    if (tail(middle) > p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
