/**
 * The order of effects around the comparison: waits for the window after the deployment, reads, compares, tells. What is
 * compared, and how, is in the files beside it.
 */
import { formatDuration } from "@handrail/runner";
import type { Host } from "@handrail/runner/host";
import type { Aftermath } from "../../tell/story.ts";
import type { AwsPlace, Doors } from "../../wait/doors.ts";
import type { Fault } from "../../wait/target.ts";
import type { Verdict } from "../../wait/verdict.ts";
import { comparisonDetails, comparisonLines, renderComparison, renderUnread, sayFinding } from "../charts/render.ts";
import { compareMetrics } from "./compare.ts";
import type { Change, Comparison } from "./compare.ts";
import { planQueries } from "./queries.ts";
import { readMetrics } from "./read.ts";
import type { Readings } from "./read.ts";
import { shiftOf } from "./settings.ts";
import type { MetricSettings } from "./settings.ts";
import { waitForMetricsMs, windowsOf } from "./windows.ts";
import type { Deployed, Windows } from "./windows.ts";

type Hands = { doors: Doors; host: Pick<Host, "log" | "clock" | "cancelled"> };

const HEARTBEAT_MS = 60_000;
/** Waits between tries, ms: five minutes without an answer are survived. */
const again = [5000, 10_000, 20_000, 30_000, 60_000, 60_000, 60_000, 60_000];
/** A no is asked once more: permissions arrive late. */
const CONFIRM_MS = 10_000;

/** Waits and compares. Rejects with the signal's reason when the step is cancelled. `deployed` is by the runner's clock. */
export async function watchMetrics(settings: MetricSettings, deployed: Deployed, hands: Hands): Promise<Aftermath> {
  const place = await hands.doors.aws();
  const skew = place.serverNow() - hands.host.clock.now();
  // What ran in the job before waiting began may have been the deployment.
  const beganAt = Math.min(deployed.beganAt, hands.doors.startedAt) + skew;
  const own = { beganAt, endedAt: Math.max(beganAt, deployed.endedAt + skew) };
  await waitFor(waitForMetricsMs(settings, own.endedAt, place.serverNow()), hands.host);
  const windows = windowsOf(settings, own, place.serverNow());
  const plan = planQueries(settings.metrics);
  const read = await readPatiently(place, plan.queries, windows, shiftOf(settings.baseline), hands.host);
  if ("unread" in read) return tellUnread(settings, read.unread);
  const comparison = compareMetrics(settings, plan, read.readings, windows);
  const verdict = verdictOf(comparison);
  const { notes } = read.readings;
  return {
    ...(verdict === undefined ? {} : { verdict }),
    lines: [...comparisonLines(comparison), ...notes],
    markdown: renderComparison(comparison, settings.baseline, notes),
    details: { metrics: comparisonDetails(comparison) },
  };
}

async function waitFor(ms: number, { clock, log, cancelled }: Hands["host"]): Promise<void> {
  for (let rest = ms; rest > 0; rest -= HEARTBEAT_MS) {
    log.info(`The metrics are compared in ${formatDuration(rest)}`);
    await clock.sleep(Math.min(rest, HEARTBEAT_MS), cancelled);
  }
}

async function readPatiently(
  { ask }: AwsPlace,
  queries: readonly Readonly<Record<string, unknown>>[],
  windows: Windows,
  shiftMs: number | undefined,
  { clock, cancelled }: Hands["host"],
): Promise<{ readings: Readings } | { unread: string }> {
  let refusals = 0;
  for (let tries = 0; ; tries += 1) {
    const read = await readMetrics(ask, queries, windows, shiftMs);
    if ("readings" in read) return read;
    if ("refusal" in read) return { unread: read.refusal };
    const { fault } = read;
    const isRefusal = fault.kind === "denied" || fault.kind === "expired";
    refusals = isRefusal ? refusals + 1 : 0;
    const wait = isRefusal ? CONFIRM_MS : again[tries];
    if (wait === undefined || refusals >= 2) return { unread: sayFault(fault) };
    await clock.sleep(wait, cancelled);
  }
}

function sayFault({ kind, operation, detail }: Fault): string {
  return kind === "denied" ? `${operation} is not allowed (${detail})` : `${operation}: ${detail}`;
}

/** Metrics that gate and cannot be read are no green step; those that are only reported are a line. */
function tellUnread({ metrics }: MetricSettings, unread: string): Aftermath {
  const cause = `the metrics could not be compared: ${unread}`;
  const verdict: Verdict = {
    result: "inconclusive",
    cause,
    remedy: "Allow cloudwatch:GetMetricData, or look yourself.",
  };
  const isGate = metrics.some(({ mode }) => mode === "gate");
  return {
    ...(isGate ? { verdict } : {}),
    lines: [cause],
    markdown: renderUnread(cause),
    details: { metrics: { outcome: "inconclusive", why: cause } },
  };
}

/** What the metrics that gate come to; undefined when none does, or when it is a success. */
function verdictOf({ gate, findings }: Comparison): Verdict | undefined {
  const gates = findings.filter(({ metric }) => metric.mode === "gate");
  const say = (change: Change): string =>
    gates
      .filter((finding) => finding.change === change)
      .slice(0, 3)
      .map((finding) => `${finding.metric.name} ${sayFinding(finding)}`)
      .join("; ");
  if (gate === "regression") return { result: "regression", cause: say("worse") };
  if (gate === "inconclusive") {
    return {
      result: "inconclusive",
      cause: `the deployment succeeded, but its metrics do not tell enough: ${say("inconclusive")}`,
      remedy:
        "Look at the metrics yourself. Longer windows, another baseline or mode report make it tell more, or less.",
    };
  }
  return gate === "no-change" ? { result: "no-change", cause: "" } : undefined;
}
