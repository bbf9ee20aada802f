/**
 * Renders what people must read before the changes: why it failed, who denies, notes, errors, warnings, checks.
 * All text from outside goes through the markdown functions of @handrail/github.
 */
import { code, codeHtml, details, escapeMarkdown, fence } from "@handrail/github";
import type { Piece } from "@handrail/github";
import type { Diagnostic } from "@handrail/terraform";
import type { PlanReport, ReportOrigin, ShownViolation } from "./report.ts";

/** How much of one message is shown, in characters; the result file has the rest. */
const messageLimit = 4_000;

/** The failure: what happened and what to do. */
export function failurePieces(report: PlanReport): Piece[] {
  const { failure } = report;
  if (failure === undefined || report.result === "denied") return [];
  const text = `> [!IMPORTANT]\n> ${escapeMarkdown(oneLine(failure.what))}\n> ${escapeMarkdown(oneLine(failure.remedy))}\n\n`;
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
  const says = message === undefined ? "" : ` ${escapeMarkdown(oneLine(message))}`;
  const label = unlessLabel === undefined ? "" : code(unlessLabel);
  const state = sign === "⛔" ? "is broken by" : `is lifted by the label ${label} for`;
  const lift = sign === "⛔" && label !== "" ? ` The label ${label} lifts it.` : "";
  return `${sign} Guardrail ${code(name)} ${state} ${shown.join(", ")}${more}${allowed}.${says}${lift}\n\n`;
}

/** Named warnings about how this plan came to be. */
export function notePieces(report: PlanReport): Piece[] {
  return report.notes.map((note, index) => ({
    importance: 840 - Math.min(index, 30),
    full: `⚠️ ${escapeMarkdown(oneLine(note))}\n\n`,
    omitted: "note",
  }));
}

/** What only the step summary has room for. */
export function remarkPieces(report: PlanReport): Piece[] {
  return report.remarks.map((remark) => ({
    importance: 510,
    full: `- ${escapeMarkdown(oneLine(remark))}\n`,
    omitted: "remark",
  }));
}

/** Terraform's errors and warnings, errors first and open. */
export function diagnosticPieces(report: PlanReport): Piece[] {
  return report.diagnostics.map((diagnostic) => {
    const isError = diagnostic.severity === "error";
    const importance = isError ? 890 : 570;
    const title = `${isError ? "❌" : "⚠️"} ${codeHtml(oneLine(diagnostic.summary))}`;
    const body = [renderPlace(diagnostic, report), renderDetail(diagnostic)].filter((part) => part !== "").join("\n\n");
    const short = `- ${isError ? "❌" : "⚠️"} ${code(oneLine(diagnostic.summary))}\n`;
    if (body === "") return { importance, full: short, omitted: isError ? "error" : "warning" };
    return {
      importance,
      full: `${details(title, body, isError)}\n\n`,
      short,
      omitted: isError ? "error" : "warning",
    };
  });
}

function renderPlace(diagnostic: Diagnostic, report: PlanReport): string {
  const parts: string[] = [];
  const { range, address } = diagnostic;
  if (range !== undefined) parts.push(fileLink(range.filename, range.start.line, report));
  if (address !== undefined && address !== "") parts.push(code(address));
  return parts.join(", ");
}

function renderDetail(diagnostic: Diagnostic): string {
  const parts: string[] = [];
  const line = diagnostic.snippet?.code;
  if (line !== undefined && line.trim() !== "") parts.push(fence(cut(line), "hcl"));
  if (diagnostic.detail.trim() !== "") parts.push(fence(cut(diagnostic.detail)));
  return parts.join("\n");
}

/** A link to a line of the planned commit. `file` is relative to the workspace; other paths are shown without a link. */
function fileLink(file: string, line: number, report: PlanReport): string {
  const place = `${file}:${line}`;
  if (file.startsWith("/") || file.includes("..") || file.includes(".terraform/")) return code(place);
  return `[${code(place)}](${blobUrl(report.origin, file)}#L${line})`;
}

function blobUrl(origin: ReportOrigin, file: string): string {
  const path = file.split("/").map((part) => encodeURIComponent(part).replaceAll(/[()'*!]/g, escapeByte));
  return `${origin.serverUrl}/${origin.repository}/blob/${origin.headSha}/${path.join("/")}`;
}

function escapeByte(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Checks that did not pass. */
export function checkPieces(report: PlanReport): Piece[] {
  return report.checks.map((check) => {
    const sign = check.status === "unknown" ? "❔" : "❗";
    const title = `${sign} Check ${codeHtml(check.address)}: ${codeHtml(check.status)}`;
    const problems = check.problems.filter((problem) => problem.trim() !== "");
    const short = `- ${sign} ${code(check.address)}: ${code(check.status)}\n`;
    if (problems.length === 0) return { importance: 610, full: short, omitted: "check" };
    return {
      importance: 610,
      full: `${details(title, fence(cut(problems.join("\n"))), true)}\n\n`,
      short,
      omitted: "check",
    };
  });
}

function cut(text: string): string {
  if (text.length <= messageLimit) return text;
  const end = text.charCodeAt(messageLimit - 1) >>> 10 === 0x36 ? messageLimit - 1 : messageLimit;
  return `${text.slice(0, end)}\n… ${text.length - end} more characters`;
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\u0085\u2028\u2029]+/g, " ").trim();
}
