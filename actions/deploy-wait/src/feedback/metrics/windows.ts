/** Which minutes are compared, and how long to wait for them. Pure; instants are ms since 1970 by AWS's clock. */
import type { MetricSettings } from "./settings.ts";

/** CloudWatch keeps a point a minute for metrics of this kind. */
export const MINUTE_MS = 60_000;

/** From, and not including, to; both whole minutes. */
export type Span = { from: number; to: number };

/** The minutes on both sides of a deployment; what lies between them is not looked at. */
export type Windows = { before: Span; after: Span };

/** When the deployment ran. */
export type Deployed = { beganAt: number; endedAt: number };

/**
 * The windows as far as they have come at `now`: whole minutes only, none of them touched by the deployment, none so young
 * that CloudWatch may not have all of it. `after` is empty when it is too early.
 */
export function windowsOf(settings: MetricSettings, { beganAt, endedAt }: Deployed, now: number): Windows {
  const start = floorMinute(beganAt);
  const end = ceilMinute(Math.max(beganAt, endedAt));
  const settled = floorMinute(now - settings.ingestDelayMs);
  return {
    before: { from: start - floorMinute(settings.windowBeforeMs), to: start },
    after: { from: end, to: Math.max(end, Math.min(end + floorMinute(settings.windowAfterMs), settled)) },
  };
}

/** How long it takes, ms, until the whole window after the deployment can be read. 0: it can be now. */
export function waitForMetricsMs(
  settings: Pick<MetricSettings, "windowAfterMs" | "ingestDelayMs">,
  endedAt: number,
  now: number,
): number {
  const end = ceilMinute(endedAt) + floorMinute(settings.windowAfterMs);
  return Math.max(0, end + settings.ingestDelayMs - now);
}

/** A span, so much earlier. */
export function earlier({ from, to }: Span, byMs: number): Span {
  return { from: from - byMs, to: to - byMs };
}

function floorMinute(time: number): number {
  return Math.floor(time / MINUTE_MS) * MINUTE_MS;
}

function ceilMinute(time: number): number {
  return Math.ceil(time / MINUTE_MS) * MINUTE_MS;
}
