/** Asks CloudWatch for the series of both times. Decides nothing: gaps, notes and what was denied go to compare.ts. */
import type { Ask } from "@handrail/aws";
import { readList, readText, readTime, toFailure } from "@handrail/runner";
import { faultOf, refusalOf } from "../../wait/doors.ts";
import type { Fault } from "../../wait/target.ts";
import { MINUTE_MS, earlier } from "./windows.ts";
import type { Span, Windows } from "./windows.ts";

/** Values by the minute they began, ms since 1970. */
export type Series = ReadonlyMap<number, number>;

/** What was read, by the ids of the queries. Minutes of `past` are told as if they were today's. */
export type Readings = {
  now: ReadonlyMap<string, Series>;
  /** Absent without a baseline. */
  past?: ReadonlyMap<string, Series>;
  /** What was not as it should be; each is one line. */
  notes: readonly string[];
};

/** A page holds 100,800 points; a day of 500 queries has 720,000. */
const MOST_PAGES = 20;

/**
 * Reads the windows, and the same `shiftMs` earlier: one call each and more pages when there are any. GetMetricData knows
 * one span of time per call, and the two are a week apart.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html
 * @returns the readings; the fault that asking again may mend; or the words with which CloudWatch refused the queries.
 *   Rejects with what is none of them.
 */
export async function readMetrics(
  ask: Ask,
  queries: readonly Readonly<Record<string, unknown>>[],
  { before, after }: Windows,
  shiftMs: number | undefined,
): Promise<{ readings: Readings } | { fault: Fault } | { refusal: string }> {
  const span = { from: before.from, to: after.to };
  const notes = new Set<string>();
  try {
    const now = await readSpan(ask, queries, span, 0, notes);
    if (shiftMs === undefined) return { readings: { now, notes: [...notes] } };
    const past = await readSpan(ask, queries, earlier(span, shiftMs), shiftMs, notes);
    return { readings: { now, past, notes: [...notes] } };
  } catch (error) {
    const fault = faultOf(error);
    if (fault !== undefined) return { fault };
    if (refusalOf(error) === "") throw error;
    return { refusal: toFailure(error).what };
  }
}

async function readSpan(
  ask: Ask,
  queries: readonly Readonly<Record<string, unknown>>[],
  { from, to }: Span,
  shiftMs: number,
  notes: Set<string>,
): Promise<ReadonlyMap<string, Series>> {
  const found = new Map<string, Map<number, number>>();
  const labels = new Map<string, string>();
  let token = "";
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await ask("cloudwatch", "GetMetricData", {
      MetricDataQueries: queries,
      StartTime: new Date(from),
      EndTime: new Date(to),
      ScanBy: "TimestampAscending",
      ...(token === "" ? {} : { NextToken: token }),
    });
    for (const result of readList(answer, "MetricDataResults")) {
      const id = readText(result, "Id");
      const label = readText(result, "Label");
      // A search gives many series under one id, and they would overwrite each other.
      if ((labels.get(id) ?? label) !== label) {
        notes.add(`an expression gives several series (${labels.get(id) ?? ""}, ${label}): only the first is compared`);
        continue;
      }
      labels.set(id, label);
      const series = found.get(id) ?? new Map<number, number>();
      found.set(id, series);
      collect(result, series, shiftMs);
    }
    token = readText(answer, "NextToken");
    for (const note of notesOf(answer, token === "")) notes.add(note);
    if (token === "") return found;
  }
  notes.add(`CloudWatch has more than ${MOST_PAGES} pages of values; the rest was not read`);
  return found;
}

function collect(result: unknown, series: Map<number, number>, shiftMs: number): void {
  const values = readList(result, "Values");
  for (const [at, stamp] of readList(result, "Timestamps").entries()) {
    const time = readTime({ stamp }, "stamp");
    const value = values[at];
    if (time === undefined || typeof value !== "number" || !Number.isFinite(value)) continue;
    series.set(Math.floor((time + shiftMs) / MINUTE_MS) * MINUTE_MS, value);
  }
}

/** What CloudWatch says about its own answer. `PartialData` before the last page only means that there is another. */
function notesOf(answer: unknown, isLast: boolean): string[] {
  const statuses = readList(answer, "MetricDataResults").flatMap((result) => {
    const status = readText(result, "StatusCode");
    if (status === "" || status === "Complete" || (status === "PartialData" && !isLast)) return [];
    const words = readList(result, "Messages").map((message) => readText(message, "Value"));
    return [`CloudWatch gave ${status} for ${readText(result, "Label")} ${words.join("; ")}`.trim().slice(0, 300)];
  });
  const general = readList(answer, "Messages").map((message) =>
    `CloudWatch: ${readText(message, "Code")} ${readText(message, "Value")}`.slice(0, 300),
  );
  return [...statuses, ...general];
}
