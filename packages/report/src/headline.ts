/**
 * The one line that decides: what a plan does, counted, worst first. Renders text; knows nothing of comments.
 */
import { code } from "@handrail/github";
import type { Counts } from "@handrail/terraform";
import { categories, categoryWords, isDestructive } from "./category.ts";
import type { PlanReport } from "./report.ts";

/**
 * The counts as words, worst first, for example `2 to destroy, 1 to replace, 3 to add, 1 output changes`.
 * Empty when there is nothing to count.
 */
export function describeCounts(counts: Counts): string {
  return describe(counts, "heading", (outputs) => (outputs === 1 ? "1 output changes" : `${outputs} outputs change`));
}

/** The counts when all is done: `2 destroyed, 1 replaced, 3 added, 1 output changed`. */
export function describeDone(counts: Counts): string {
  return describe(counts, "done", (outputs) => (outputs === 1 ? "1 output changed" : `${outputs} outputs changed`));
}

function describe(counts: Counts, words: "heading" | "done", outputs: (count: number) => string): string {
  const parts: string[] = [];
  for (const category of categories) {
    const { count, [words]: text } = categoryWords[category];
    if (count !== undefined && counts[count] > 0) parts.push(`${counts[count]} ${text}`);
  }
  if (counts.outputs > 0) parts.push(outputs(counts.outputs));
  return parts.join(", ");
}

/** The step in one line of plain text, for the `summary` output and the log. A failure never reads like good news. */
export function summarise(result: PlanReport["result"], counts: Counts | undefined, hasChanges: boolean): string {
  const planned = describePlan(counts, hasChanges);
  if (result === "failed") return isNothing(counts) ? "plan failed" : `plan failed, as far as it came: ${planned}`;
  return result === "denied" ? `denied: ${planned}` : planned;
}

function describePlan(counts: Counts | undefined, hasChanges: boolean): string {
  const text = counts === undefined ? "" : describeCounts(counts);
  if (text !== "") return text;
  return hasChanges ? "changes that are not resources or outputs" : "no changes";
}

function isNothing(counts: Counts | undefined): boolean {
  return counts === undefined || describeCounts(counts) === "";
}

/** The heading of comment and summary. */
export function renderHeadline(report: PlanReport): string {
  return `### ${sign(report)} ${code(report.label)}: ${verdict(report)}`;
}

/** The plan in one line of html, for where it is not the heading. */
export function renderPlanTitle(report: PlanReport): string {
  const { runId, runAttempt } = report.origin;
  const run = runId === "" ? "" : ` of run ${runId}${runAttempt > 1 ? `, attempt ${runAttempt}` : ""}`;
  return `📋 The plan${run}: ${verdict(report).replaceAll("**", "")}`;
}

function verdict({ counts, result }: PlanReport): string {
  if (result === "no-changes") return "no changes";
  const planned = emphasise(counts, describePlan(counts, true));
  if (result === "changes") return planned;
  const what = result === "denied" ? "denied" : "plan failed";
  return isNothing(counts) ? `**${what}**` : `**${what}**, ${planned}`;
}

/** Sets destroys and replacements, which come first in the line, in bold. */
function emphasise(counts: Counts | undefined, summary: string): string {
  if (counts === undefined) return summary;
  const parts = summary.split(", ");
  const bold = Number(counts.destroy > 0) + Number(counts.replace > 0);
  return bold === 0 ? summary : [`**${parts.slice(0, bold).join(", ")}**`, ...parts.slice(bold)].join(", ");
}

function sign(report: PlanReport): string {
  if (report.result === "failed") return "❌";
  if (report.result === "denied") return "⛔";
  if (report.result === "no-changes") return "✅";
  const { counts } = report;
  const worst = categories.find((category) => {
    const { count } = categoryWords[category];
    return counts !== undefined && count !== undefined && counts[count] > 0;
  });
  return worst === undefined ? "🟨" : categoryWords[worst].sign;
}

/** How many addresses the warning names. */
const named = 10;

/** The warning below the headline where something is destroyed or replaced, with what it is; empty where nothing is. */
export function renderDestructionWarning({ counts, changes }: PlanReport): string {
  if (counts === undefined || counts.destroy + counts.replace === 0) return "";
  const lost = counts.destroy + counts.replace;
  const objects = lost === 1 ? "1 object" : `${lost} objects`;
  const how = [counts.destroy > 0 ? "destroyed" : "", counts.replace > 0 ? "replaced" : ""]
    .filter(Boolean)
    .join(" or ");
  const all = changes.filter(({ category }) => isDestructive(category));
  const list = all.slice(0, named).map(({ change, category }) => {
    return `${code(change.address)} ${category === "replace" ? "replaced" : "destroyed"}`;
  });
  const more = all.length > named ? `, and ${all.length - named} more` : "";
  return `> [!CAUTION]\n> **${objects} will be ${how}:** ${list.join(", ")}${more}.\n`;
}
