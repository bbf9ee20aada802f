import { describe, expect, test } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { compareMetrics } from "./compare.ts";
import type { Finding } from "./compare.ts";
import { deployed, normal, randomFrom, rawMetric, settingsFor } from "./model-fixture.ts";
import { albMetrics } from "./presets.ts";
import { planQueries } from "./queries.ts";
import type { Readings } from "./read.ts";
import type { Metric, MetricSettings } from "./settings.ts";
import { MINUTE_MS, windowsOf } from "./windows.ts";

/** Values of one query: by the minute (negative before the deployment, from 0 after it). */
type Draw = (minute: number) => number | undefined;

function series(draw: Draw, settings: MetricSettings): Map<number, number> {
  const windows = windowsOf(settings, deployed, deployed.endedAt + 24 * 3_600_000);
  const found = new Map<number, number>();
  const put = (at: number, value: number | undefined): void => {
    if (value !== undefined) found.set(at, value);
  };
  for (let minute = 1; minute <= 60; minute += 1) put(windows.before.to - minute * MINUTE_MS, draw(-minute));
  for (let minute = 0; minute < 15; minute += 1) put(windows.after.from + minute * MINUTE_MS, draw(minute));
  return found;
}

function compare(
  metric: Metric,
  now: Draw[],
  past: Draw[] | undefined,
  more: Partial<MetricSettings> = {},
): Finding & { gate?: string } {
  const settings = settingsFor([metric], { ...more });
  const readings: Readings = {
    now: new Map(now.map((draw, at) => [`q${at}`, series(draw, settings)])),
    ...(past === undefined ? {} : { past: new Map(past.map((draw, at) => [`q${at}`, series(draw, settings)])) }),
    notes: [],
  };
  const windows = windowsOf(settings, deployed, deployed.endedAt + 24 * 3_600_000);
  const { findings, gate } = compareMetrics(settings, planQueries([metric]), readings, windows);
  const [finding] = findings;
  if (finding === undefined) throw new Error("there is one metric");
  return { ...finding, ...(gate === undefined ? {} : { gate }) };
}

/** A level with a little noise; `factor` from the deployment on. */
function around(level: number, factor = 1, noise = 0.02, seeded = 5): Draw {
  const random = randomFrom(seeded);
  const noises = Array.from({ length: 80 }, () => Math.exp(noise * normal(random)));
  return (minute) => level * (minute < 0 ? 1 : factor) * (noises[minute + 61] ?? 1);
}

const flat = around(100, 1, 0.02, 9);

describe("one metric", () => {
  test.each<[string, Partial<Metric>, Draw, string, string]>([
    ["half as much again is worse", {}, around(100, 1.5), "worse", "regression"],
    ["half is better", {}, around(100, 0.5), "better", "improved"],
    ["half is worse where more is better", { direction: "higher-is-better" }, around(100, 0.5), "worse", "regression"],
    ["where neither is better it is a change", { direction: "neither" }, around(100, 0.5), "changed", "no-change"],
    ["five percent are no change", {}, around(100, 1.05), "no-change", "no-change"],
    ["five percent are one where it says so", { minEffect: 0.02 }, around(100, 1.05, 0.002), "worse", "regression"],
    ["zeros all along are no change", {}, () => 0, "no-change", "no-change"],
    ["from nothing to something is worse", {}, (minute) => (minute < 0 ? 0 : 20), "worse", "regression"],
    ["negative values have no ratio", {}, (minute) => (minute === -3 ? -1 : 5), "inconclusive", "inconclusive"],
    ["nine minutes are too few", {}, (minute) => (minute >= 9 ? undefined : 5), "inconclusive", "inconclusive"],
    ["no values are too few", {}, () => undefined, "inconclusive", "inconclusive"],
  ])("%s", (_, more, now, change, gate) => {
    expect(compare(rawMetric("m", more), [now], [flat])).toMatchObject({ change, gate });
  });

  test("effect and interval are told as fractions, values as medians", () => {
    const { effect, interval, confidence, now, past } = compare(rawMetric("m"), [around(100, 1.5)], [flat]);
    expect(effect).toBeCloseTo(0.5, 1);
    expect(interval?.[0]).toBeGreaterThan(0.4);
    expect(interval?.[1]).toBeLessThan(0.6);
    expect(confidence).toBeCloseTo(0.95, 9);
    expect(now.after).toBeCloseTo(150, -1);
    expect(past.after).toBeCloseTo(100, -1);
  });

  test("what happens each week is no change", () => {
    const morning: Draw = (minute) => (minute < 0 ? 100 : 300);
    expect(compare(rawMetric("m"), [morning], [morning])).toMatchObject({ change: "no-change", effect: 0 });
  });

  test("an accident of the week before is not today's", () => {
    const accident: Draw = (minute) => (minute < 0 ? 300 : 100);
    expect(compare(rawMetric("m"), [flat], [accident])).toMatchObject({
      change: "no-change",
      why: "the week before moved, this time did not",
    });
  });

  test("without the week before nothing is said, and the gap is named", () => {
    expect(compare(rawMetric("m"), [around(100, 2)], [])).toMatchObject({
      change: "inconclusive",
      why: "the week before has values for 0 of the minutes before, 10 are needed",
    });
    expect(compare(rawMetric("m"), [around(100, 2)], undefined, { baseline: "none" })).toMatchObject({
      change: "worse",
    });
  });

  test("a metric that is only reported gates nothing", () => {
    expect(compare(rawMetric("m", { mode: "report" }), [around(100, 2)], [flat])).not.toHaveProperty("gate");
  });

  test("the requests that it is about have to be enough", () => {
    const requests = { namespace: "App", metric: "n", dimensions: {}, statistic: "Sum" };
    const metric = rawMetric("m", { minRequests: 200, requests });
    expect(compare(metric, [around(100, 2), () => 13], [flat, () => 13])).toMatchObject({
      change: "inconclusive",
      why: "195 requests after, 200 are needed",
    });
    expect(compare(metric, [around(100, 2), () => 14], [flat, () => 14])).toMatchObject({ change: "worse" });
  });
});

describe("an error rate", () => {
  const [, rate] = albMetrics("app/web/50dc6c495c0c9188", { minEffect: 0.1, mode: "gate" }) ?? [];
  if (rate === undefined) throw new Error("the preset has a rate");
  // Queries of the rate alone: target errors, errors of the load balancer, requests.
  const none: Draw = () => undefined;
  const thousand: Draw = () => 1000;
  const now = (errors: Draw, requests: Draw = thousand): Draw[] => [errors, none, requests];
  const past = now(() => 2);

  test.each<[string, Draw[], string]>([
    ["as many errors as ever", now((minute) => 2 + (Math.abs(minute) % 2)), "no-change"],
    ["from two to forty in a thousand", now((minute) => (minute < 0 ? 2 : 40)), "worse"],
    ["errors that end", now((minute) => (minute < 0 ? 40 : undefined)), "better"],
    ["no errors at all", now(none), "no-change"],
    ["one error more is nothing", now((minute) => (minute === 4 ? 1 : undefined)), "no-change"],
    ["no requests", now(none, none), "inconclusive"],
    ["thirteen requests a minute", now(none, () => 13), "inconclusive"],
  ])("%s", (_, readings, change) => {
    expect(compare(rate, readings, past)).toMatchObject({ change });
  });

  test("a rate is all errors by all requests, not a mean of rates", () => {
    const readings = now(
      (minute) => (minute === 0 ? 90 : undefined),
      (minute) => (minute === 0 ? 100 : 10_000),
    );
    const { now: levels, rates } = compare(rate, readings, past);
    expect(levels.after).toBeCloseTo(90 / 140_100, 9);
    expect(rates?.after[0]).toBeLessThan(90 / 140_100);
    expect(rates?.after[1]).toBeGreaterThan(90 / 140_100);
  });
});

test("whatever the values are, there is an end without a crash, and no gap is called good", () => {
  const value = fc.option(
    fc.oneof(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.double({ min: -5, max: 5, noNaN: true }), fc.constant(0)),
    { nil: undefined, freq: 6 },
  );
  const values = fc.array(value, { minLength: 80, maxLength: 80 });
  const draw =
    (list: readonly (number | undefined)[]): Draw =>
    (minute) =>
      list[minute + 60];
  fc.assert(
    fc.property(values, values, fc.boolean(), (now, past, hasPast) => {
      const baseline = hasPast ? "week" : "none";
      const finding = compare(rawMetric("m"), [draw(now)], hasPast ? [draw(past)] : undefined, { baseline });
      const { points } = finding.sample.after;
      if (points < 10) expect(finding).toMatchObject({ change: "inconclusive", gate: "inconclusive" });
      if (finding.change === "inconclusive") expect(finding.why).not.toBe("");
      else expect(Number.isNaN(finding.effect)).toBe(false);
    }),
    { numRuns: runs(200, 5000), seed: seed() },
  );
});
