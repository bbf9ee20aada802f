import { describe, expect, test } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { holm } from "./holm.ts";
import { median, shiftBetween } from "./median.ts";
import { differenceInterval, wilsonInterval } from "./proportions.ts";
import { intervalOf, measureShift } from "./shift.ts";
import { twoSidedP, twoSidedQuantile } from "./student.ts";

const options = { numRuns: runs(200, 5000), seed: seed() };
const number = fc.double({ min: -1000, max: 1000, noNaN: true });

describe("Student's t", () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2 (upper critical values), two-sided here.
  test.each([
    [1, 0.1, 6.314],
    [1, 0.05, 12.706],
    [5, 0.05, 2.571],
    [10, 0.01, 3.169],
    [23, 0.05, 2.069],
    [30, 0.002, 3.385],
    [100, 0.05, 1.984],
  ])("with %d degrees of freedom |t| exceeds the quantile of %d at %d", (freedom, p, t) => {
    expect(twoSidedQuantile(p, freedom)).toBeCloseTo(t, 3);
    expect(twoSidedP(t, freedom)).toBeCloseTo(p, 3);
  });

  test("probabilities fall with t, from 1 to 0", () => {
    expect(twoSidedP(0, 7)).toBeCloseTo(1, 12);
    expect(twoSidedP(Number.POSITIVE_INFINITY, 7)).toBe(0);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 50, noNaN: true }), fc.integer({ min: 1, max: 200 }), (t, freedom) => {
        expect(twoSidedP(t, freedom)).toBeGreaterThanOrEqual(twoSidedP(t + 0.1, freedom));
      }),
      options,
    );
  });
});

describe("location", () => {
  test("the median of nothing is nothing", () => {
    expect(median([])).toBeUndefined();
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(shiftBetween([], [1])).toBeUndefined();
  });

  test("the shift is the median of all differences, and one odd value does not move it far", () => {
    expect(shiftBetween([1, 2, 3], [11, 12, 13])).toBe(10);
    expect(shiftBetween([1, 2, 3], [11, 12, 5000])).toBeLessThan(13);
  });

  test("what is added to every value after is added to the shift and to its interval", () => {
    const lists = fc.array(number, { minLength: 4, maxLength: 25 });
    fc.assert(
      fc.property(lists, lists, number, (before, after, more) => {
        const [one, other] = [
          measureShift(before, after),
          measureShift(
            before,
            after.map((value) => value + more),
          ),
        ];
        if (one === undefined || other === undefined) throw new Error("four values are enough");
        expect(other.estimate).toBeCloseTo(one.estimate + more, 6);
        expect(other.standardError).toBeCloseTo(one.standardError, 6);
        const [low, high] = intervalOf(one, 0.05);
        expect(low).toBeLessThanOrEqual(one.estimate);
        expect(high).toBeGreaterThanOrEqual(one.estimate);
        // The interval and the probability tell the same.
        if (one.standardError > 0 && Math.abs(one.p - 0.05) > 1e-6) expect(low > 0 || high < 0).toBe(one.p < 0.05);
      }),
      options,
    );
  });

  test("values that do not vary are sure", () => {
    expect(measureShift([1, 1, 1, 1], [1, 1, 1])).toMatchObject({ estimate: 0, p: 1 });
    expect(measureShift([1, 1, 1, 1], [2, 2, 2])).toMatchObject({ estimate: 1, p: 0, standardError: 0 });
    expect(measureShift([1, 1, 1, 1], [2, 2])).toBeUndefined();
  });

  test("values that follow their neighbours are less sure than the same values in another order", () => {
    const waves = Array.from({ length: 20 }, (_, at) => Math.sin(at / 3));
    const mixed = waves.map((_, at) => waves[(at * 7) % 20] ?? 0);
    const after = [0.1, 0.2, 0, -0.1, 0.1];
    const [slow, quick] = [measureShift(waves, after), measureShift(mixed, after)];
    expect(slow?.standardError).toBeGreaterThan((quick?.standardError ?? 0) * 1.3);
  });
});

describe("proportions", () => {
  // Newcombe 1998, tables I and II: 81/263, 15/148, 0/20, 1/29; and 56/70 less 48/80, 9/10 less 3/10, 10/10 less 0/20 (method 10).
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("%d of %d lies between %d and %d", (errors, requests, low, high) => {
    const found = wilsonInterval({ errors, requests });
    expect(found[0]).toBeCloseTo(low, 4);
    expect(found[1]).toBeCloseTo(high, 4);
  });

  test.each([
    [48, 80, 56, 70, 0.0524, 0.3339],
    [3, 10, 9, 10, 0.1705, 0.809],
    [0, 20, 10, 10, 0.6791, 1],
  ])("%d/%d to %d/%d rises by %d to %d", (earlier, of, later, among, low, high) => {
    const found = differenceInterval({ errors: earlier, requests: of }, { errors: later, requests: among });
    expect(found[0]).toBeCloseTo(low, 4);
    expect(found[1]).toBeCloseTo(high, 4);
  });

  test("without requests nothing is known", () => {
    expect(wilsonInterval({ errors: 0, requests: 0 })).toEqual([0, 1]);
    const [low, high] = differenceInterval({ errors: 0, requests: 0 }, { errors: 3, requests: 3 });
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
  });
});

describe("several tests", () => {
  test.each<[number[], boolean[]]>([
    [
      [0.01, 0.04, 0.03, 0.005],
      [true, false, false, true],
    ],
    [
      [0.03, 0.03],
      [false, false],
    ],
    [
      [0.02, 0.04],
      [true, true],
    ],
    [[0.05], [true]],
    [[], []],
  ])("Holm on %j", (values, rejected) => {
    expect(holm(values, 0.05).map(({ isRejected }) => isRejected)).toEqual(rejected);
  });

  test("it gives up no more than the tests one by one, and no less than Bonferroni", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (values) => {
        for (const [at, { isRejected, alpha }] of holm(values, 0.05).entries()) {
          const p = values[at] ?? 1;
          if (isRejected) expect(p).toBeLessThanOrEqual(alpha);
          else expect(p).toBeGreaterThan(0.05 / values.length);
          if (!isRejected) expect(p).toBeGreaterThan(alpha - 1e-12);
        }
      }),
      options,
    );
  });
});
