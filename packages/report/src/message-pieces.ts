/**
 * Renders what people must read before the changes: why it failed, who denies, notes.
 * All text from outside goes through the markdown functions of @handrail/github.
 */
import { code, codeHtml, details, fence } from "@handrail/github";
import type { Piece } from "@handrail/github";
import { prose } from "./prose.ts";
import type { PlanReport, ShownViolation } from "./report.ts";

/** How much of one message is shown, in characters; the result file has the rest. */
const messageLimit = 4_000;

/** The failure: what happened and what to do. */
export function failurePieces(report: PlanReport): Piece[] {
  const { failure } = report;
  if (failure === undefined || report.result === "denied") return [];
  const names = report.diagnostics
    .slice(0, 20)
    .flatMap(({ address, location }) => [address ?? "", location?.file ?? ""]);
  const text = `> [!IMPORTANT]\n> ${prose(failure.what, names)}\n> ${prose(failure.remedy, names)}\n\n`;
  return [{ importance: 950, full: text, omitted: "failure" }];
}

/** Broken guardrails and the policy's answer, and what a label lifted. */
export function denialPieces(report: PlanReport): Piece[] {
  const pieces = report.violations.map((violation): Piece => ({
    importance: 900,
    full: renderViolation(violation, "⛔"),
    omitted: "guardrail",
  }));
  for (const lifted of report.lifted) {
    pieces.push({ importance: 860, full: renderViolation(lifted, "🔓"), omitted: "lifted guardrail" });
  }
  const { policy } = report;
  if (policy === undefined) return pieces;
  const isDenied = policy.exitCode !== 0;
  const verdict = isDenied ? `denies (exit code ${policy.exitCode ?? "none"})` : "allows";
  const title = `${isDenied ? "⛔" : "✅"} Policy ${codeHtml(policy.command)} ${verdict}`;
  const output = policy.output.trim() === "" ? "It printed nothing." : fence(cut(policy.output));
  const full = `${details(title, output, isDenied)}\n\n`;
  pieces.push({ importance: isDenied ? 880 : 500, full, short: `${title}\n\n`, omitted: "policy output" });
  return pieces;
}

function renderViolation(violation: ShownViolation, sign: string): string {
  const { name, addresses, max, message, unlessLabel } = violation;
  const shown = addresses.slice(0, 20).map((address) => code(address));
  const more = addresses.length > shown.length ? ` and ${addresses.length - shown.length} more` : "";
  const allowed = max === 0 ? "" : ` (${addresses.length}, allowed are ${max})`;
  const says = message === undefined ? "" : ` ${prose(message)}`;
  const label = unlessLabel === undefined ? "" : code(unlessLabel);
  const state = sign === "⛔" ? "is broken by" : `is lifted by the label ${label} for`;
  const lift = sign === "⛔" && label !== "" ? ` The label ${label} lifts it.` : "";
  return `${sign} Guardrail ${code(name)} ${state} ${shown.join(", ")}${more}${allowed}.${says}${lift}\n\n`;
}

/** Named warnings about how this plan came to be. */
export function notePieces(report: PlanReport): Piece[] {
  return report.notes.map((note, index) => ({
    importance: 840 - Math.min(index, 30),
    full: `⚠️ ${prose(
      note,
      report.changes.slice(0, 50).map(({ change }) => change.address),
    )}\n\n`,
    omitted: "note",
  }));
}

/** What only the step summary has room for. */
export function remarkPieces(report: PlanReport): Piece[] {
  return report.remarks.map((remark) => ({
    importance: 510,
    full: `- ${prose(remark)}\n`,
    omitted: "remark",
  }));
}

/** A message of at most so many characters; what is cut is counted. */
export function cut(text: string): string {
  if (text.length <= messageLimit) return text;
  const end = text.charCodeAt(messageLimit - 1) >>> 10 === 0x36 ? messageLimit - 1 : messageLimit;
  return `${text.slice(0, end)}\n… ${text.length - end} more characters`;
}
