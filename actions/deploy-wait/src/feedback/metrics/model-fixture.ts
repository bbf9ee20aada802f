/**
 * A service whose metrics are known: noise that resembles itself from minute to minute, a trend of the day, and a deployment
 * that changes them by a known factor. For simulations.
 */
import { compareMetrics } from "./compare.ts";
import type { Comparison } from "./compare.ts";
import { planQueries } from "./queries.ts";
import type { Readings } from "./read.ts";
import { defaults } from "./settings.ts";
import { albMetrics } from "./presets.ts";
import type { Metric, MetricSettings } from "./settings.ts";
import { MINUTE_MS, windowsOf } from "./windows.ts";

// Names of the test's own realm are slow to find, and these are asked for a million times.
const { imul, sqrt, log, exp, cos, PI } = Math;

/** Numbers in [0, 1) from a seed: mulberry32 by T. Ettinger, public domain. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A normal number with mean 0 and deviation 1, by Box and Muller. */
export function normal(random: () => number): number {
  return sqrt(-2 * log(1 - random())) * cos(2 * PI * random());
}

/** How the service behaves. */
export type Model = {
  beforeMinutes: number;
  afterMinutes: number;
  metrics: number;
  /** Correlation of the noise of neighbouring minutes. */
  correlation: number;
  /** Deviation of the noise of a minute, as a fraction. */
  sigma: number;
  /** Growth per hour of this week and of the week before. */
  trend: number;
  trendPast: number;
  /** Deviation of a level that each week has for itself, as a logarithm. */
  weeks: number;
  /** What the deployment multiplies the first metric by. */
  factor: number;
};

/** The setting of the issue: 10 % noise, correlation 0.6, 15 % more each hour, a week like the other. */
export const usual: Model = {
  beforeMinutes: 60,
  afterMinutes: 15,
  metrics: 1,
  correlation: 0.6,
  sigma: 0.1,
  trend: 0.15,
  trendPast: 0.15,
  weeks: 0,
  factor: 1,
};

const BEGAN = Date.parse("2026-11-22T12:00:00Z");
const DEPLOYED_MINUTES = 5;

/** A raw metric, as the YAML would give it. */
export function rawMetric(name: string, more: Partial<Metric> = {}): Metric {
  return {
    name,
    source: { kind: "value", stat: { namespace: "App", metric: name, dimensions: {}, statistic: "Average" } },
    direction: "lower-is-better",
    minEffect: defaults.minEffect,
    mode: "gate",
    minRequests: 0,
    unit: "",
    ...more,
  };
}

/** Settings for windows of so many minutes. */
export function settingsFor(
  metrics: readonly Metric[],
  more: Partial<Omit<MetricSettings, "metrics">> = {},
): MetricSettings {
  const { windowBeforeMs, windowAfterMs, ingestDelayMs } = defaults;
  return { metrics, windowBeforeMs, windowAfterMs, ingestDelayMs, baseline: "week", ...more };
}

/** When the deployment of the fixtures ran, and when it is looked at. */
export const deployed = { beganAt: BEGAN, endedAt: BEGAN + DEPLOYED_MINUTES * MINUTE_MS };

/** One deployment of the service, and what is found. */
export function simulate(model: Model, random: () => number): Comparison {
  const metrics = Array.from({ length: model.metrics }, (_, at) => rawMetric(`m${at}`));
  const settings = settingsFor(metrics, {
    windowBeforeMs: model.beforeMinutes * MINUTE_MS,
    windowAfterMs: model.afterMinutes * MINUTE_MS,
  });
  const plan = planQueries(metrics);
  const windows = windowsOf(settings, deployed, deployed.endedAt + 24 * 3_600_000);
  const length = model.beforeMinutes + DEPLOYED_MINUTES + model.afterMinutes;
  const series = (trend: number, at: number, isNow: boolean): Map<number, number> => {
    const level = 100 * exp(model.weeks * normal(random));
    const found = new Map<number, number>();
    let noise = normal(random) * model.sigma;
    for (let minute = 0; minute < length; minute += 1) {
      const isAfter = minute >= model.beforeMinutes + DEPLOYED_MINUTES;
      const factor = isNow && isAfter && at === 0 ? model.factor : 1;
      const value = level * (1 + (trend * minute) / 60) * exp(noise) * factor;
      found.set(windows.before.from + minute * MINUTE_MS, value);
      noise = model.correlation * noise + model.sigma * sqrt(1 - model.correlation ** 2) * normal(random);
    }
    return found;
  };
  const readings: Readings = {
    now: new Map(metrics.map((_, at) => [`q${at}`, series(model.trend, at, true)])),
    past: new Map(metrics.map((_, at) => [`q${at}`, series(model.trendPast, at, false)])),
    notes: [],
  };
  return compareMetrics(settings, plan, readings, windows);
}

/** Requests and errors a minute, and what the deployment multiplies the errors by. */
export type RateModel = { requests: number; rate: number; spread: number; factor: number };

/**
 * One deployment of a load balancer whose errors are counted: their number is Poisson's around a level that wanders by
 * `spread` (a logarithm) with a correlation of 0.6.
 */
export function simulateRate({ requests, rate, spread, factor }: RateModel, random: () => number): Comparison {
  const metrics = (albMetrics("app/web/50dc6c495c0c9188", { minEffect: defaults.minEffect, mode: "gate" }) ?? []).slice(
    1,
    2,
  );
  const settings = settingsFor(metrics);
  const windows = windowsOf(settings, deployed, deployed.endedAt + 24 * 3_600_000);
  const draw = (isNow: boolean): ReadonlyMap<string, ReadonlyMap<number, number>> => {
    const [errors, counts] = [new Map<number, number>(), new Map<number, number>()];
    let level = normal(random);
    for (let at = windows.before.from; at < windows.after.to; at += MINUTE_MS) {
      const count = Math.round(requests * exp(0.1 * normal(random)));
      const changed = isNow && at >= windows.after.from ? factor : 1;
      const found = poisson(count * rate * exp(spread * level) * changed, random);
      counts.set(at, count);
      // CloudWatch has no point where nothing was counted.
      if (found > 0) errors.set(at, found);
      level = 0.6 * level + 0.8 * normal(random);
    }
    return new Map([
      ["q0", errors],
      ["q2", counts],
    ]);
  };
  return compareMetrics(settings, planQueries(metrics), { now: draw(true), past: draw(false), notes: [] }, windows);
}

/** A count with this mean, by Knuth's products; near enough by the normal where the mean is large. */
function poisson(mean: number, random: () => number): number {
  if (mean > 200) return Math.max(0, Math.round(mean + sqrt(mean) * normal(random)));
  const least = exp(-mean);
  let count = 0;
  for (let product = random(); product > least; product *= random()) count += 1;
  return count;
}
