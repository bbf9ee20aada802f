/** Makes the few columns of a chart out of the minutes of a metric. Pure; it draws nothing. */
import { countsOf } from "../metrics/samples.ts";
import type { Minute, Sample } from "../metrics/samples.ts";
import { MINUTE_MS } from "../metrics/windows.ts";
import type { Span, Windows } from "../metrics/windows.ts";

/** One column: minutes before the deployment began (negative) or after it ended, and the values of both times. */
export type Column = { minute: number; isAfter: boolean; now?: number; past?: number };

/** As many labels as fit beside each other under a chart of 700 pixels; each column has one. */
const MOST_COLUMNS = 26;
/** Lengths of a column that read well, minutes. */
const widths = [1, 2, 3, 5, 10, 15, 20, 30, 60, 120];

/** The columns, from the earliest to the latest. A column without a value of either time is there, too. */
export function columnsOf({ before, after }: Sample, windows: Windows): Column[] {
  const minutes = [windows.before, windows.after].map(({ from, to }) => (to - from) / MINUTE_MS);
  const fits = (width: number): boolean =>
    minutes.reduce((total, length) => total + Math.ceil(length / width), 0) <= MOST_COLUMNS;
  const width = widths.find(fits) ?? Math.ceil(Math.max(...minutes) / (MOST_COLUMNS / 2));
  return [...columnsIn(windows.before, -1, width, before), ...columnsIn(windows.after, 1, width, after)];
}

/** Columns begin at the deployment, in both directions; what is left over is narrower and lies at the far end. */
function columnsIn(
  { from, to }: Span,
  direction: -1 | 1,
  width: number,
  { now, past }: { now: readonly Minute[]; past: readonly Minute[] },
): Column[] {
  const count = Math.ceil((to - from) / MINUTE_MS / width);
  const columns = Array.from({ length: count }, (_, at): Column => {
    const size = width * MINUTE_MS;
    const span =
      direction < 0
        ? { from: to - (at + 1) * size, to: to - at * size }
        : { from: from + at * size, to: from + (at + 1) * size };
    const [value, earlier] = [valueIn(now, span), valueIn(past, span)];
    return {
      minute: direction < 0 ? -(at + 1) * width : at * width,
      isAfter: direction > 0,
      ...(value === undefined ? {} : { now: value }),
      ...(earlier === undefined ? {} : { past: earlier }),
    };
  });
  return direction < 0 ? columns.toReversed() : columns;
}

/** The mean of the minutes; of a rate all errors by all requests. */
function valueIn(minutes: readonly Minute[], { from, to }: Span): number | undefined {
  const own = minutes.filter(({ at }) => at >= from && at < to);
  if (own.length === 0) return undefined;
  const { errors, requests } = countsOf(own);
  if (requests > 0) return errors / requests;
  return own.reduce((total, { value }) => total + value, 0) / own.length;
}
