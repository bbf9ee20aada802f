/**
 * How long to wait until the next look: pure arithmetic. Short where the end is near, long where nothing is to be seen,
 * longer when the other side asks for it, and never more calls a minute than the quota of a shared account leaves room for.
 *
 * State is the lever, not time: a fixed interval has a mean latency times mean calls that is the same for every interval,
 * and exponential back-off loses against it. Only what the state tells about the end does better.
 */
import type { Pace } from "./target.ts";

/** Looks while the end is near, ms. Half of it is the mean latency. */
export const NEAR_MS = 2500;
/** Looks while nothing tells when it will end, ms. With the first ones below 1.7 times the calls of a poller with 15 s. */
export const MOVING_MS = 9300;
/** Looks while the end is far and will show itself, ms: what is saved here is spent when it is near. */
export const FAR_MS = 15_000;
/** Later there is room for more, ms: the budget grows with time. */
const FAR_LATE_MS = 11_500;
/** From here on, ms. */
const LATE_FROM_MS = 600_000;
/** What is far is looked at as often as everything else in the beginning, ms: most failures come early. */
const FAR_FROM_MS = 150_000;
/** Looks at the beginning: what fails at once is told at once. */
const FIRST_MS = 3000;
/** The beginning, ms. */
const BEGINNING_MS = 8000;
/** The end can be near for this long, ms; then it was not. */
const NEAR_AT_MOST_MS = 90_000;
/** Calls a minute in all, while nothing moves: 100 services in one account and Region stay below 30. */
const CALLS_A_MINUTE = 27;

/** What the next wait depends on. */
export type Situation = {
  pace: Pace;
  elapsedMs: number;
  /** How long the pace has been `near` without a break. */
  nearForMs: number;
  /** How many looks in a row asked for another one at once. */
  hurried: number;
  /** Calls that the last look of everything that waits took. */
  calls: number;
  /** From `stretchAfter`: 1, or more while the other side throttles. */
  stretch: number;
};

/** Milliseconds until the next look. */
export function delayUntilNextLook(situation: Situation): number {
  const { pace, elapsedMs, nearForMs, hurried, calls, stretch } = situation;
  if (pace === "now" && hurried < 3) return 0;
  const isNear = pace === "near" && nearForMs < NEAR_AT_MOST_MS;
  const isBeginning = elapsedMs < BEGINNING_MS;
  const isFar = pace === "far" && elapsedMs >= FAR_FROM_MS;
  const farMs = elapsedMs >= LATE_FROM_MS ? FAR_LATE_MS : FAR_MS;
  const base = isNear ? NEAR_MS : isBeginning || pace === "starting" ? FIRST_MS : isFar ? farMs : MOVING_MS;
  // With many objects the budget decides; the near ones of them are few, and are looked at by themselves.
  const floor = isNear ? 0 : (calls * 60_000) / CALLS_A_MINUTE;
  return Math.max(base, isBeginning ? 0 : floor) * stretch;
}

/** How much longer waits become: twice as long after each throttled look, back by degrees with each good one. */
export function stretchAfter(stretch: number, isThrottled: boolean): number {
  return isThrottled ? Math.min(stretch * 2, 6) : Math.max(1, stretch * 0.7);
}

/** Milliseconds to wait after a look that saw nothing. `count` is 1 for the first in a row; `random` in [0, 1) spreads many waiters. */
export function delayAfterFault(count: number, random: number): number {
  const ceiling = Math.min(12_000, 1500 * 2 ** Math.min(count - 1, 10));
  return ceiling * (0.6 + 0.4 * random);
}
