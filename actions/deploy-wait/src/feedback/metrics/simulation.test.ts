/**
 * How often the comparison errs, by simulation: deployments that change nothing, and deployments that do. Issue 5: at most 5 %
 * false alarms under trend and autocorrelation, at least 90 % power at +50 % in 15 minutes.
 */
import { describe, expect, test } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import { randomFrom, simulate, simulateRate, usual } from "./model-fixture.ts";
import type { Model, RateModel } from "./model-fixture.ts";

const count = runs(300, 4000);
const isDeep = count > 1000;

/** How often of `count` deployments the gate says regression. */
function alarms(model: Partial<Model>): number {
  const random = randomFrom(seed());
  let found = 0;
  for (let run = 0; run < count; run += 1) {
    const { gate } = simulate({ ...usual, ...model }, random);
    if (gate === "inconclusive") throw new Error("a simulation has every minute");
    if (gate === "regression") found += 1;
  }
  return found;
}

/**
 * The count that a true rate stays below but for one time in more than a million: five deviations above it. With few runs
 * this is far above the rate itself; the deep count has room for the rate of the issue.
 */
function atMost(rate: number): number {
  return count * rate + 5 * Math.sqrt(count * rate * (1 - rate));
}

function atLeast(rate: number): number {
  return count * rate - 5 * Math.sqrt(count * rate * (1 - rate));
}

/** The windows; what else is varied only in the deep runs. */
const settings: [number, number, boolean][] = [
  [60, 15, true],
  [60, 30, isDeep],
  [30, 10, isDeep],
];

describe("false alarms", () => {
  describe.each(settings)("windows of %d and %d minutes", (beforeMinutes, afterMinutes, isVaried) => {
    const windows = { beforeMinutes, afterMinutes };
    const usually: [string, Partial<Model>][] = [
      ["a trend of 15 % an hour, which the week before had, too", {}],
      ["five metrics at once", { metrics: 5 }],
    ];
    const varied: [string, Partial<Model>][] = [
      ["no trend", { trend: 0, trendPast: 0 }],
      ["weeks of different levels", { weeks: 0.3 }],
      ["noise without memory", { correlation: 0 }],
    ];
    test.each([...usually, ...(isVaried ? varied : [])])("%s", (_, model) => {
      const found = alarms({ ...windows, ...model });
      // Their true rates are 4 % or less.
      expect(found).toBeLessThanOrEqual(isDeep ? 0.05 * count : atMost(0.04));
    });

    test("noise with a longer memory than is usual", () => {
      expect(alarms({ ...windows, correlation: 0.8 })).toBeLessThanOrEqual(atMost(0.055));
    });
  });

  test("a week that repeats only nearly costs false alarms: what it did not repeat is taken for the deployment's", () => {
    // 15 % an hour this week, 10 % the week before: 5.5 % of deployments; none at all the week before: 16 %.
    expect(alarms({ trendPast: 0.1 })).toBeLessThanOrEqual(atMost(0.07));
    expect(alarms({ trendPast: 0 })).toBeLessThanOrEqual(atMost(0.18));
    // The other way round it hides them.
    expect(alarms({ trendPast: 0.3 })).toBeLessThanOrEqual(atMost(0.01));
  });
});

describe("power at +50 %", () => {
  test.each<[string, Partial<Model>, number]>([
    ["15 minutes after 60", {}, 0.9],
    ["15 minutes after 60, without trend", { trend: 0, trendPast: 0 }, 0.9],
    ["15 minutes after 60, on the way down", { trend: -0.15, trendPast: -0.15 }, 0.9],
    ["15 minutes after 60, five metrics of which one got worse", { metrics: 5 }, 0.9],
    ["30 minutes after 60", { afterMinutes: 30 }, 0.97],
    // Ten minutes are fewer than the issue asks for.
    ["10 minutes after 30", { beforeMinutes: 30, afterMinutes: 10 }, 0.82],
  ])("%s", (_, model, least) => {
    expect(alarms({ ...model, factor: 1.5 })).toBeGreaterThanOrEqual(isDeep ? least * count : atLeast(least));
  });
});

describe("error rates", () => {
  const regressions = (model: RateModel): number => {
    const random = randomFrom(seed());
    return Array.from({ length: count }, () => simulateRate(model, random)).filter(({ gate }) => gate === "regression")
      .length;
  };

  test.each([
    [100, 0.001],
    [1000, 0.001],
    [10_000, 0.01],
  ])("%d requests a minute, of which a part of %d are errors, that vary", (requests, rate) => {
    const found = regressions({ requests, rate, spread: 0.5, factor: 1 });
    expect(found).toBeLessThanOrEqual(isDeep ? 0.05 * count : atMost(0.04));
  });

  test("ten errors a minute show that they became twice as many; one a minute takes five times as many", () => {
    expect(regressions({ requests: 1000, rate: 0.01, spread: 0, factor: 2 })).toBeGreaterThanOrEqual(atLeast(0.97));
    expect(regressions({ requests: 1000, rate: 0.001, spread: 0, factor: 5 })).toBeGreaterThanOrEqual(atLeast(0.9));
  });
});
