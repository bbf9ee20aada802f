/** What is compared, as plain data: the types and their defaults. Reading them from YAML is parse.ts's. */

/** One CloudWatch metric with its statistic, read per minute. */
export type Stat = {
  namespace: string;
  metric: string;
  dimensions: Readonly<Record<string, string>>;
  /** `Average`, `Sum`, `p99`. */
  statistic: string;
  unit?: string;
};

/** Where the values come from. */
export type Source =
  | { kind: "value"; stat: Stat }
  /** The sum of all errors by the sum of all requests; minutes without a value are zeros. */
  | { kind: "rate"; errors: readonly Stat[]; requests: readonly Stat[] }
  /** Metric math; `parts` are the metrics that it names. */
  | { kind: "expression"; expression: string; parts: Readonly<Record<string, Stat>> };

/** Which way is good. `neither`: a change is told, and is never worse. */
export type Direction = "lower-is-better" | "higher-is-better" | "neither";

/** Whether a metric that got worse fails the step. */
export type Mode = "report" | "gate";

/** One comparison. */
export type Metric = {
  name: string;
  source: Source;
  direction: Direction;
  /** Smaller changes are none: 0.1 is 10 % more, or the inverse of it. */
  minEffect: number;
  mode: Mode;
  /** Fewer requests in a window say nothing. 0: not asked. */
  minRequests: number;
  /** What counts the requests; absent for rates, which know, and where `minRequests` is 0. */
  requests?: Stat;
  /** How values are written: `%` stands for a fraction, anything else is put behind the number. */
  unit: string;
};

/** Which earlier time a change is compared with. */
export type Baseline = "week" | "day" | "none";

/** The input `metrics`. Durations in ms. */
export type MetricSettings = {
  metrics: readonly Metric[];
  windowBeforeMs: number;
  windowAfterMs: number;
  baseline: Baseline;
  /** CloudWatch has the points of the last minutes only in part; they are not looked at. */
  ingestDelayMs: number;
};

/** What holds where the YAML says nothing. */
export const defaults = {
  windowBeforeMs: 60 * 60_000,
  windowAfterMs: 15 * 60_000,
  ingestDelayMs: 3 * 60_000,
  minEffect: 0.1,
  /** For error rates and latencies of the presets. */
  minRequests: 200,
} as const;

/** How much earlier the baseline is, ms; undefined when there is none. */
export function shiftOf(baseline: Baseline): number | undefined {
  const day = 24 * 3_600_000;
  return baseline === "week" ? 7 * day : baseline === "day" ? day : undefined;
}
