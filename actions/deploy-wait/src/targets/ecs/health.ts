/**
 * How our deployment has fared so far, look by look: whether it ever stood, how often it fell, since when its tasks fail.
 * Pure arithmetic on counts.
 */
import type { Rollout } from "./snapshot.ts";

/** Instants are ms elapsed. */
export type Health = {
  /** As many tasks ran as are desired, at some time. */
  hasStood: boolean;
  /** They do now. */
  stands: boolean;
  /** How many ran when it stood last. */
  height: number;
  /** How often tasks of a deployment that stood were lost. */
  falls: number;
  /** Since when it has not stood after a fall. */
  downSince?: number;
  /** Failed tasks as last told, and since when it is this number; absent below two, and while one of ours runs. */
  failing?: { count: number; since: number; first: number };
};

/** Before the first look. */
export const unobserved: Health = { hasStood: false, stands: false, height: 0, falls: 0 };

/** After a look at our deployment. */
export function observeHealth(before: Health, ours: Rollout, elapsedMs: number): Health {
  const { downSince, failing, ...rest } = before;
  const stands = ours.desired > 0 && ours.running >= ours.desired;
  const failingNow = ours.failed >= 2 && ours.running === 0 ? keepFailing(failing, ours.failed, elapsedMs) : undefined;
  const more = failingNow === undefined ? {} : { failing: failingNow };
  if (stands) return { ...rest, ...more, stands, hasStood: true, height: ours.running };
  // More desired than before is no fall: tasks have to be lost.
  const hasFallen = before.stands && ours.running < before.height && ours.status === "PRIMARY" && ours.desired > 0;
  const since = hasFallen ? elapsedMs : downSince;
  const falls = before.falls + (hasFallen ? 1 : 0);
  return { ...rest, ...more, stands, falls, ...(since === undefined ? {} : { downSince: since }) };
}

function keepFailing(before: Health["failing"], count: number, elapsedMs: number): NonNullable<Health["failing"]> {
  if (before === undefined) return { count, since: elapsedMs, first: elapsedMs };
  return count === before.count ? before : { ...before, count, since: elapsedMs };
}
