/**
 * What probes of an address mean. Pure; it asks nothing. So many right answers in a row, over a stretch of time, on fresh
 * connections: one right answer is one of several servers, or the last second before a crash.
 */
import type { Step } from "../../wait/target.ts";
import type { Probe } from "./expectation.ts";

/** What is remembered. */
export type HttpState = {
  /** Right answers in a row, of the application itself. */
  row: number;
  /** When the first of them was asked for, ms elapsed. */
  rowSince: number;
  /** How the last wrong answer differed; "" when there was none. */
  lastMiss: string;
};

/** What is read: a probe. */
export type HttpRead = "probe";

/** A row of n right answers is at least n - 1 times as long, ms. */
const SPREAD_MS = 2000;

/** The machine of one address. */
export function nextOfProbes(
  consecutive: number,
): (state: HttpState | undefined, probe: Probe, elapsedMs: number) => Step<HttpState, HttpRead> {
  return (before, probe, elapsedMs) => {
    const state = before ?? { row: 0, rowSince: elapsedMs, lastMiss: "" };
    const warnings = probe.cache === undefined ? {} : { warnings: [cacheWarning(probe.cache)] };
    if (!probe.isRight) return { ...miss(probe, elapsedMs), ...warnings };
    if (probe.cache !== undefined) return { ...repeated(state, probe.cache, consecutive), ...warnings };
    return right(state, probe, consecutive, elapsedMs);
  };
}

function miss({ said, cache }: Probe, elapsedMs: number): Step<HttpState, HttpRead> {
  const by = cache === undefined ? "" : ` (a cache answered: ${cache})`;
  const lastMiss = `${said}${by}`;
  const state = { row: 0, rowSince: elapsedMs, lastMiss };
  return { state, pace: "moving", reads: ["probe"], progress: lastMiss, stage: "waiting for the right answer" };
}

/** What a cache repeats is no news: it neither counts nor breaks the row. */
function repeated(state: HttpState, cache: string, consecutive: number): Step<HttpState, HttpRead> {
  const progress = `${state.row} of ${consecutive} right answers in a row, and a cache answers (${cache})`;
  return { state, pace: "moving", reads: ["probe"], progress, stage: "answered by a cache" };
}

function right(
  { row: before, rowSince: since, lastMiss }: HttpState,
  { served }: Probe,
  consecutive: number,
  elapsedMs: number,
): Step<HttpState, HttpRead> {
  const row = before + 1;
  const rowSince = before === 0 ? elapsedMs : since;
  const isComplete = row >= consecutive && elapsedMs - rowSince >= (consecutive - 1) * SPREAD_MS;
  const earlier = lastMiss === "" || isComplete ? "" : `; before: ${lastMiss}`;
  return {
    state: { row, rowSince, lastMiss },
    ...(isComplete
      ? { verdict: { result: "success", cause: "" } as const, facts: { ...served, "answers in a row": row } }
      : {}),
    pace: "near",
    reads: ["probe"],
    progress: `${Math.min(row, consecutive)} of ${consecutive} right answers in a row${earlier}`,
    stage: "right answers",
  };
}

function cacheWarning(cache: string): string {
  return `A cache answers (${cache}), though cache-control: no-cache is asked for. Its answers do not count: only those of the application itself do`;
}
