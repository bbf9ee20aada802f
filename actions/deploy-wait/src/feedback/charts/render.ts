/**
 * The comparison as markdown, as log lines, and as data for the output `details`. Pure; texts from outside are escaped in
 * markdown, and left as they are in log lines.
 */
import { code, details, escapeMarkdown, table } from "@handrail/github";
import type { Change, Comparison, Finding, Levels } from "../metrics/compare.ts";
import type { Baseline } from "../metrics/settings.ts";
import { columnsOf } from "./columns.ts";
import { effectText, plainNumber, valueText } from "./numbers.ts";
import { sparkline } from "./sparkline.ts";
import { legend, renderXyChart } from "./xychart.ts";

/** Charts that are shown, those that matter first. */
const MOST_CHARTS = 4;
const MOST_ROWS = 60;

const words: Readonly<Record<Change, string>> = {
  worse: "📉 worse",
  better: "📈 better",
  changed: "↔️ changed",
  "no-change": "no change",
  inconclusive: "❔ inconclusive",
};
const order: readonly Change[] = ["worse", "inconclusive", "better", "changed", "no-change"];

function sorted(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => order.indexOf(a.change) - order.indexOf(b.change));
}

/** The table of all metrics, with the charts folded behind it; open when something got worse. */
export function renderComparison(
  { findings, windows }: Comparison,
  baseline: Baseline,
  notes: readonly string[],
): string {
  const shown = sorted(findings);
  const rows = shown.slice(0, MOST_ROWS).map((finding) => {
    const line = sparkline(columnsOf(finding.sample, windows));
    const earlier = [finding.past.before, finding.past.after].some((value) => value !== undefined)
      ? `${level(finding, finding.past, "before")} → ${level(finding, finding.past, "after")}`
      : "–";
    return [
      `${code(finding.metric.name)}${finding.metric.mode === "gate" ? " (gate)" : ""}`,
      `${level(finding, finding.now, "before")}${rateText(finding, "before")}`,
      `${level(finding, finding.now, "after")}${rateText(finding, "after")}`,
      ...(baseline === "none" ? [] : [earlier]),
      effectCell(finding),
      line === "" ? "" : code(line),
      `${words[finding.change]}${finding.why === "" ? "" : `: ${escapeMarkdown(finding.why)}`}`,
    ];
  });
  const head = [
    "metric",
    "before",
    "after",
    ...(baseline === "none" ? [] : [`the ${baseline} before`]),
    "effect",
    "",
    "verdict",
  ];
  const rest = shown.length > MOST_ROWS ? `\n\n${shown.length - MOST_ROWS} more are left out here.` : "";
  const charts = shown
    .map((finding) => chartOf(finding, windows))
    .filter((chart) => chart !== "")
    .slice(0, MOST_CHARTS);
  const isWorse = findings.some(({ change }) => change === "worse");
  const folded = charts.length === 0 ? "" : `\n\n${details("Charts", [legend, ...charts].join("\n\n"), isWorse)}`;
  const said = notes.slice(0, 10).map((note) => `\n- ${escapeMarkdown(note)}`);
  const noted = said.length === 0 ? "" : `\n${said.join("")}`;
  return `**What the metrics did**\n\n${table(head, rows)}${rest}${noted}${folded}`;
}

/** The place of the comparison when there is none. */
export function renderUnread(cause: string): string {
  return `**What the metrics did:** ${escapeMarkdown(cause)}`;
}

function chartOf({ metric, sample }: Finding, windows: Comparison["windows"]): string {
  const isFraction = metric.unit === "%";
  const unit = metric.unit.trim();
  return renderXyChart(metric.name, unit === "" ? "value" : unit, columnsOf(sample, windows), isFraction ? 100 : 1);
}

function level({ metric }: Finding, levels: Levels, side: keyof Levels): string {
  const value = levels[side];
  return value === undefined ? "–" : escapeMarkdown(valueText(value, metric.unit));
}

function rateText({ rates }: Finding, side: "before" | "after"): string {
  const rate = rates?.[side];
  return rate === undefined
    ? ""
    : ` (${rate.map((end) => plainNumber(Number((end * 100).toPrecision(2)))).join(" to ")})`;
}

function effectCell(finding: Finding): string {
  const { effect, interval } = finding;
  if (effect === undefined || interval === undefined) return "–";
  return `**${effectText(effect)}** (${interval.map(effectText).join(" to ")})`;
}

/** One line per metric, the worst first: `web 5xx rate: worse, +120 % (+60 % to +210 %), 0.1 % before, 0.22 % after`. */
export function comparisonLines({ findings }: Comparison): string[] {
  return sorted(findings)
    .slice(0, MOST_ROWS)
    .map((finding) => `${finding.metric.name}: ${sayFinding(finding)}`);
}

/** What happened to a metric, in plain text on one line. */
export function sayFinding({ metric, change, why, effect, interval, now }: Finding): string {
  const said = change === "no-change" ? "no change" : change;
  const how =
    effect === undefined || interval === undefined
      ? ""
      : `, ${effectText(effect)} (${interval.map(effectText).join(" to ")})`;
  const value = (side: keyof Levels): string => {
    const found = now[side];
    return found === undefined ? "" : `, ${valueText(found, metric.unit)} ${side}`;
  };
  return `${said}${how}${value("before")}${value("after")}${why === "" ? "" : `; ${why}`}`;
}

/** For the output `details`: plain numbers, effects in percent. */
export function comparisonDetails({ outcome, findings, windows }: Comparison): Readonly<Record<string, unknown>> {
  const percent = (fraction: number): number => Math.round(fraction * 1000) / 10;
  return {
    outcome,
    before: [windows.before.from, windows.before.to].map((time) => new Date(time).toISOString()),
    after: [windows.after.from, windows.after.to].map((time) => new Date(time).toISOString()),
    metrics: findings.map(({ metric, change, why, now, past, effect, interval, confidence, sample }) => ({
      name: metric.name,
      mode: metric.mode,
      verdict: change,
      ...(why === "" ? {} : { why }),
      before: now.before ?? null,
      after: now.after ?? null,
      "baseline-before": past.before ?? null,
      "baseline-after": past.after ?? null,
      "effect-percent": effect === undefined ? null : percent(effect),
      "interval-percent": interval === undefined ? null : interval.map(percent),
      ...(confidence === undefined ? {} : { confidence: Math.round(confidence * 10_000) / 10_000 }),
      points: [sample.before.points, sample.after.points],
    })),
  };
}
