/**
 * What a deployment did to each metric, and what that comes to. Pure.
 *
 * A change is told when it is large enough, sure enough and visible. Large: at least the metric's min-effect. Sure: its
 * interval lies beyond zero, at a level that holds for all metrics together. Visible: the values of this time moved the same
 * way, so that an accident of last week is not taken for one of today. The change is the one against the same time a week
 * (or a day) before: compared with the hour before, every morning is a regression.
 */
import { holm } from "../statistics/holm.ts";
import type { Tested } from "../statistics/holm.ts";
import { median, shiftBetween } from "../statistics/median.ts";
import { differenceInterval, wilsonInterval } from "../statistics/proportions.ts";
import { intervalOf, measureShift } from "../statistics/shift.ts";
import type { Shift } from "../statistics/shift.ts";
import type { QueryPlan } from "./queries.ts";
import type { Readings } from "./read.ts";
import { blocksOf, countsOf, sampleOf } from "./samples.ts";
import type { Minute, Sample } from "./samples.ts";
import type { Metric, MetricSettings } from "./settings.ts";
import type { Windows } from "./windows.ts";

/** What happened to a metric. `changed` is for those where neither direction is better. */
export type Change = "better" | "worse" | "changed" | "no-change" | "inconclusive";

/** Values on the two sides: the median of the minutes, of a rate all errors by all requests. Absent without values. */
export type Levels = { before?: number; after?: number };

/** What is known about one metric. */
export type Finding = {
  metric: Metric;
  change: Change;
  /** Why nothing can be said, or what else is to be known; "" when the numbers say it. */
  why: string;
  now: Levels;
  past: Levels;
  /** Wilson's 95 % intervals of a rate. */
  rates?: { before: [number, number]; after: [number, number] };
  /** The change as a fraction of the value before: 0.5 is 50 % more. */
  effect?: number;
  /** Where it lies with a probability of `confidence`, fractions. */
  interval?: [number, number];
  confidence?: number;
  sample: Sample;
};

/** What several metrics come to. */
export type Outcome = "regression" | "inconclusive" | "no-change" | "improved";

/** The comparison. */
export type Comparison = {
  /** Of all metrics. */
  outcome: Outcome;
  /** Of those that gate; absent when none does. */
  gate?: Outcome;
  findings: readonly Finding[];
  windows: Windows;
};

/** Minutes that both sides have to have at least. */
const FEWEST_POINTS = 10;
/** How often all metrics together may tell a change that is none. */
const ALPHA = 0.05;

type Measured = { metric: Metric; sample: Sample; shift?: Shift; why: string; isVisible: boolean };

/** Compares. The readings answer `plan`, which was made of the settings' metrics. */
export function compareMetrics(
  settings: MetricSettings,
  plan: QueryPlan,
  readings: Readings,
  windows: Windows,
): Comparison {
  const measured = settings.metrics.flatMap((metric, at): Measured[] => {
    const asked = plan.asked[at];
    return asked === undefined
      ? []
      : [measure(metric, sampleOf(asked, readings, windows), settings, readings, windows)];
  });
  const levels = testAll(measured);
  const findings = measured.map((each) => judge(each, levels.get(each), settings.baseline));
  const gates = findings.filter(({ metric }) => metric.mode === "gate");
  return {
    outcome: outcomeOf(findings),
    ...(gates.length === 0 ? {} : { gate: outcomeOf(gates) }),
    findings,
    windows,
  };
}

/** All that can be better or worse are tested together; the others are not counted among them. */
function testAll(measured: readonly Measured[]): ReadonlyMap<Measured, Tested> {
  const tests = new Map<Measured, Tested>();
  const family = measured.filter(({ shift, metric }) => shift !== undefined && metric.direction !== "neither");
  const tested = holm(
    family.map(({ shift }) => shift?.p ?? 1),
    ALPHA,
  );
  for (const [at, each] of family.entries()) tests.set(each, tested[at] ?? { isRejected: false, alpha: ALPHA });
  for (const each of measured) {
    if (each.shift !== undefined && !tests.has(each)) {
      tests.set(each, { isRejected: each.shift.p <= ALPHA, alpha: ALPHA });
    }
  }
  return tests;
}

function measure(
  metric: Metric,
  sample: Sample,
  { baseline }: MetricSettings,
  readings: Readings,
  windows: Windows,
): Measured {
  const nothing = (why: string): Measured => ({ metric, sample, why, isVisible: false });
  const why = lackOf(metric, sample, baseline);
  if (why !== "") return nothing(why);
  const blocks = blocksOf(sample, windows, readings.past !== undefined);
  if (blocks === undefined) return nothing("it has negative values, which have no ratio");
  const shift = measureShift(...blocks.adjusted);
  const raw = shiftBetween(...blocks.raw);
  if (shift === undefined || raw === undefined) return nothing("its minutes lie too far apart");
  const isSameWay = Math.sign(raw) === Math.sign(shift.estimate);
  const isMoved = isSameWay && Math.abs(raw) >= Math.log1p(metric.minEffect) / 2;
  return { metric, sample, shift, why: "", isVisible: isMoved && isBeyondChance(metric, sample) };
}

/** Why there is too little to go by; "" when there is enough. */
function lackOf(metric: Metric, { before, after }: Sample, baseline: MetricSettings["baseline"]): string {
  const sides = [
    ["before", before],
    ["after", after],
  ] as const;
  for (const [name, side] of sides) {
    if (side.now.length < FEWEST_POINTS)
      return `${side.now.length} minutes with values ${name}, ${FEWEST_POINTS} are needed`;
  }
  for (const [name, { requests }] of sides) {
    if (requests !== undefined && requests < metric.minRequests) {
      return `${Math.round(requests)} requests ${name}, ${metric.minRequests} are needed`;
    }
  }
  for (const [name, side] of sides) {
    if (side.points < FEWEST_POINTS) {
      return `the ${baseline} before has values for ${side.points} of the minutes ${name}, ${FEWEST_POINTS} are needed`;
    }
  }
  return "";
}

/** Whether the counts themselves tell the two rates apart; always true for what is no rate. */
function isBeyondChance(metric: Metric, { before, after }: Sample): boolean {
  if (metric.source.kind !== "rate") return true;
  const [low, high] = differenceInterval(countsOf(before.now), countsOf(after.now));
  return low > 0 || high < 0;
}

function judge(
  { metric, sample, shift, why, isVisible }: Measured,
  tested: Tested | undefined,
  baseline: MetricSettings["baseline"],
): Finding {
  const isRate = metric.source.kind === "rate";
  const levels = (name: "now" | "past"): Levels => {
    const [before, after] = [levelOf(sample.before[name], isRate), levelOf(sample.after[name], isRate)];
    return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
  };
  const base = {
    metric,
    sample,
    now: levels("now"),
    past: levels("past"),
    ...(isRate
      ? {
          rates: {
            before: wilsonInterval(countsOf(sample.before.now)),
            after: wilsonInterval(countsOf(sample.after.now)),
          },
        }
      : {}),
  };
  if (shift === undefined || tested === undefined) return { ...base, change: "inconclusive", why };
  const isLarge = Math.abs(shift.estimate) >= Math.log1p(metric.minEffect);
  const isSure = isLarge && tested.isRejected;
  const [low, high] = intervalOf(shift, tested.alpha);
  return {
    ...base,
    change: isSure && isVisible ? wayOf(metric, shift.estimate) : "no-change",
    why: isSure && !isVisible ? hiddenWhy(isRate, baseline) : "",
    effect: Math.expm1(shift.estimate),
    interval: [Math.expm1(low), Math.expm1(high)],
    confidence: 1 - tested.alpha,
  };
}

function hiddenWhy(isRate: boolean, baseline: MetricSettings["baseline"]): string {
  const moved = baseline === "none" ? "" : `the ${baseline} before moved, this time did not`;
  return isRate ? ["too few errors to tell", moved].filter((each) => each !== "").join(", or ") : moved;
}

function wayOf({ direction }: Metric, estimate: number): Change {
  if (direction === "neither") return "changed";
  return estimate > 0 === (direction === "higher-is-better") ? "better" : "worse";
}

function levelOf(minutes: readonly Minute[], isRate: boolean): number | undefined {
  if (!isRate) return median(minutes.map(({ value }) => value));
  const { errors, requests } = countsOf(minutes);
  return requests > 0 ? errors / requests : undefined;
}

function outcomeOf(findings: readonly Finding[]): Outcome {
  const has = (change: Change): boolean => findings.some((finding) => finding.change === change);
  if (has("worse")) return "regression";
  if (has("inconclusive")) return "inconclusive";
  return has("better") ? "improved" : "no-change";
}
