/**
 * Makes the numbers that are compared out of the minutes that were read: logarithms of block after block, of this time and
 * against the earlier one. Pure; it decides nothing.
 */
import type { Counts } from "../statistics/proportions.ts";
import { median } from "../statistics/median.ts";
import type { Asked } from "./queries.ts";
import type { Readings, Series } from "./read.ts";
import { MINUTE_MS } from "./windows.ts";
import type { Span, Windows } from "./windows.ts";

/** Minutes in a block: its median is not moved by a single odd minute, and blocks resemble each other less than minutes. */
const BLOCK = 3;
/** A block with fewer minutes is left out. */
const FEWEST_IN_BLOCK = 2;

/** One minute of a metric: a value, or errors among requests. */
export type Minute = { at: number; value: number; counts?: Counts };

/** One side of the deployment. */
export type Side = {
  /** Minutes that have a value this time. */
  now: readonly Minute[];
  /** Minutes of the earlier time. */
  past: readonly Minute[];
  /** How many minutes have both; without a baseline, a value. */
  points: number;
  /** Requests of this time, where they are counted. */
  requests?: number;
};

/** What is compared of one metric. */
export type Sample = { before: Side; after: Side };

/** The minutes of a metric on both sides. */
export function sampleOf(asked: Asked, readings: Readings, windows: Windows): Sample {
  const side = (span: Span): Side => {
    const now = minutesOf(asked, readings.now, span);
    const past = readings.past === undefined ? [] : minutesOf(asked, readings.past, span);
    const known = new Set(past.map(({ at }) => at));
    const points = readings.past === undefined ? now.length : now.filter(({ at }) => known.has(at)).length;
    const requests = requestsOf(asked, readings.now, span, now);
    return { now, past, points, ...(requests === undefined ? {} : { requests }) };
  };
  return { before: side(windows.before), after: side(windows.after) };
}

function minutesOf(asked: Asked, series: ReadonlyMap<string, Series>, { from, to }: Span): Minute[] {
  const minutes: Minute[] = [];
  for (let at = from; at < to; at += MINUTE_MS) {
    if (asked.kind === "value") {
      const value = series.get(asked.id)?.get(at);
      if (value !== undefined) minutes.push({ at, value });
      continue;
    }
    // CloudWatch has no point for a minute without errors; one without requests says nothing about their rate.
    const sum = (ids: readonly string[]): number =>
      ids.reduce((total, id) => total + Math.max(0, series.get(id)?.get(at) ?? 0), 0);
    const counts = { errors: sum(asked.errors), requests: sum(asked.requests) };
    if (counts.requests > 0) minutes.push({ at, value: counts.errors / counts.requests, counts });
  }
  return minutes;
}

function requestsOf(
  asked: Asked,
  series: ReadonlyMap<string, Series>,
  { from, to }: Span,
  minutes: readonly Minute[],
): number | undefined {
  if (asked.kind === "rate") return countsOf(minutes).requests;
  if (asked.requests === undefined) return undefined;
  const counted = [...(series.get(asked.requests) ?? [])].filter(([at]) => at >= from && at < to);
  return counted.reduce((total, [, value]) => total + value, 0);
}

/** All errors among all requests. */
export function countsOf(minutes: readonly Minute[]): Counts {
  let [errors, requests] = [0, 0];
  for (const { counts } of minutes) {
    errors += counts?.errors ?? 0;
    requests += counts?.requests ?? 0;
  }
  return { errors, requests };
}

/** The blocks of both sides as logarithms, in the order of time. `raw` is this time alone, `adjusted` against the earlier. */
export type Blocks = { raw: [number[], number[]]; adjusted: [number[], number[]] };

/** The blocks; undefined when a value is negative, because such a metric has no ratios. `hasPast`: there is a baseline. */
export function blocksOf(sample: Sample, windows: Windows, hasPast: boolean): Blocks | undefined {
  const sides = [sample.before, sample.after] as const;
  const values = sides.flatMap(({ now, past }) => [...now, ...past].map(({ value }) => value));
  if (values.some((value) => value < 0)) return undefined;
  const offset = offsetFor(values);
  const numbers = (side: Side, blockOf: (at: number) => number): { raw: number[]; adjusted: number[] } => {
    const past = new Map(side.past.map((minute) => [minute.at, minute]));
    const raw = inBlocks(side.now, blockOf).map((block) => level(block, offset));
    if (!hasPast) return { raw, adjusted: raw };
    const paired = inBlocks(
      side.now.filter(({ at }) => past.has(at)),
      blockOf,
    );
    const adjusted = paired.map((block) => {
      const then = block.flatMap(({ at }) => past.get(at) ?? []);
      return difference(block, then, offset);
    });
    return { raw, adjusted };
  };
  // Blocks begin at the deployment on both sides, so that what is left over lies far from it.
  const size = BLOCK * MINUTE_MS;
  const before = numbers(sample.before, (at) => -Math.ceil((windows.before.to - at) / size));
  const after = numbers(sample.after, (at) => Math.floor((at - windows.after.from) / size));
  return { raw: [before.raw, after.raw], adjusted: [before.adjusted, after.adjusted] };
}

/** Values of 0 have no logarithm: half of the smallest value above 0 is added to all of them then. */
function offsetFor(values: readonly number[]): number {
  if (!values.includes(0)) return 0;
  const least = Math.min(...values.filter((value) => value > 0));
  return Number.isFinite(least) ? least / 2 : 1;
}

function inBlocks(minutes: readonly Minute[], blockOf: (at: number) => number): Minute[][] {
  const blocks = new Map<number, Minute[]>();
  for (const minute of minutes) {
    const block = blockOf(minute.at);
    blocks.set(block, [...(blocks.get(block) ?? []), minute]);
  }
  return [...blocks]
    .toSorted(([a], [b]) => a - b)
    .map(([, block]) => block)
    .filter((block) => block.length >= FEWEST_IN_BLOCK);
}

/** The logarithm of a block: the median of its minutes; of a rate the sums, with half an error more so that there is one. */
function level(block: readonly Minute[], offset: number): number {
  if (block.some(({ counts }) => counts !== undefined)) {
    // The correction is J. B. S. Haldane's, Ann. Hum. Genet. 20 (1956) 309-311, https://doi.org/10.1111/j.1469-1809.1955.tb01285.x
    const { errors, requests } = countsOf(block);
    return Math.log((errors + 0.5) / (requests + 1));
  }
  return median(block.map(({ value }) => Math.log(value + offset))) ?? 0;
}

/** The logarithm of this time's block by the earlier time's. */
function difference(block: readonly Minute[], then: readonly Minute[], offset: number): number {
  if (block.some(({ counts }) => counts !== undefined)) return level(block, offset) - level(then, offset);
  const logs = block.map(({ value }, at) => Math.log(value + offset) - Math.log((then[at]?.value ?? value) + offset));
  return median(logs) ?? 0;
}
