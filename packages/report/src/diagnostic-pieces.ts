/**
 * Renders terraform's errors, failed checks and warnings, with the lines they are about. A failed check is also one of
 * terraform's diagnostics: it is shown once. All text from outside goes through the markdown functions of @handrail/github.
 */
import { code, codeHtml, details, fence } from "@handrail/github";
import type { Piece } from "@handrail/github";
import { isToldBy } from "@handrail/terraform";
import type { Check } from "@handrail/terraform";
import { cut } from "./message-pieces.ts";
import { oneLine } from "./prose.ts";
import type { PlanReport, ReportOrigin, ShownDiagnostic } from "./report.ts";

/** The report that the diagnostics stand in, and the failure that stands above them. */
type Around = Omit<PlanReport, "failure"> & { failure?: PlanReport["failure"] | undefined };

/** Errors, open. */
export function errorPieces(report: PlanReport): Piece[] {
  return errorPiecesOf(report.diagnostics, report, 890);
}

/** The errors among diagnostics of any command, with links to the report's commit. */
export function errorPiecesOf(diagnostics: readonly ShownDiagnostic[], report: Around, importance: number): Piece[] {
  return diagnostics.filter(isError).map((error) => diagnosticPiece(error, report, importance));
}

/** The warnings among diagnostics of any command. */
export function warningPiecesOf(diagnostics: readonly ShownDiagnostic[], report: Around, importance: number): Piece[] {
  return diagnostics.filter((found) => !isError(found)).map((warning) => diagnosticPiece(warning, report, importance));
}

/** Warnings, folded, but for those that a failed check tells better. */
export function warningPieces(report: PlanReport): Piece[] {
  const told = new Set(report.checks.flatMap((check) => check.problems));
  const warnings = report.diagnostics.filter((found) => !isError(found) && !told.has(found.detail));
  return warnings.map((warning) => diagnosticPiece(warning, report, 570));
}

/** Checks that did not pass, but for those that are errors anyway. */
export function checkPieces(report: PlanReport): Piece[] {
  const errors = new Set(report.diagnostics.filter(isError).map((error) => error.detail));
  const checks = report.checks.filter(
    ({ problems }) => problems.length === 0 || !problems.every((each) => errors.has(each)),
  );
  const places = new Map(report.diagnostics.map((found) => [found.detail, found]));
  return checks.map((check) => checkPiece(check, report, places));
}

function isError(diagnostic: ShownDiagnostic): boolean {
  return diagnostic.severity === "error";
}

function diagnosticPiece(diagnostic: ShownDiagnostic, report: Around, importance: number): Piece {
  const { failure } = report;
  const sign = isError(diagnostic) ? "❌" : "⚠️";
  const omitted = isError(diagnostic) ? "error" : "warning";
  const isAssertion = isFailedCheck(diagnostic);
  const title = `${sign} ${isAssertion ? assertionTitle(diagnostic, report) : codeHtml(oneLine(diagnostic.summary))}`;
  const isTold = isAssertion || (failure !== undefined && isError(diagnostic) && isToldBy(failure.what, diagnostic));
  const text = isTold && isOneLine(diagnostic.detail) ? "" : renderText(diagnostic.detail);
  const parts = [renderPlace(diagnostic, report), renderSnippet(diagnostic), text];
  const body = parts.filter((part) => part !== "").join("\n\n");
  const short = `- ${title}\n`;
  if (body === "") return { importance, full: short, omitted };
  return { importance, full: `${details(title, body, isError(diagnostic))}\n\n`, short, omitted };
}

/** Of a check that failed terraform's summary is only a heading. */
function isFailedCheck({ summary, detail }: ShownDiagnostic): boolean {
  return summary === "Check block assertion failed" && detail.trim() !== "";
}

function assertionTitle(diagnostic: ShownDiagnostic, report: Around): string {
  const subject = subjectOf(diagnostic, report);
  const about = subject === undefined ? "" : `${codeHtml(subject)}: `;
  const [first = ""] = diagnostic.detail.trim().split("\n", 1);
  return `${about}${codeHtml(oneLine(first))}`;
}

/** What a diagnostic is about. Terraform gives no address of a check: its plan and the line around do. */
export function subjectOf(
  { address, detail, snippet, summary }: ShownDiagnostic,
  { checks }: Pick<PlanReport, "checks">,
): string | undefined {
  if (address !== undefined && address !== "") return address;
  const found = checks.find(({ problems }) => detail !== "" && problems.includes(detail));
  if (found !== undefined) return found.address;
  const [, name] = /^check "([^"]{1,200})"$/.exec(snippet?.context ?? "") ?? [];
  return name === undefined || !summary.startsWith("Check block") ? undefined : `check.${name}`;
}

/** @param places the diagnostics by their detail: a check itself does not say where it is */
function checkPiece(check: Check, report: PlanReport, places: ReadonlyMap<string, ShownDiagnostic>): Piece {
  const sign = check.status === "unknown" ? "❔" : "❗";
  const state = check.status === "fail" ? "failed" : codeHtml(check.status);
  const title = `${sign} Check ${codeHtml(check.address)} ${state}`;
  const short = `- ${sign} ${code(check.address)}: ${code(check.status)}\n`;
  const problems = check.problems.filter((problem) => problem.trim() !== "");
  const found = problems.map((problem) => places.get(problem)).find((place) => place !== undefined);
  const where = found === undefined ? [] : [renderPlace(found, report), renderSnippet(found)];
  const body = [...where, renderText(problems.join("\n"))].filter((part) => part !== "").join("\n\n");
  if (body === "") return { importance: 610, full: short, omitted: "check" };
  return { importance: 610, full: `${details(title, body, true)}\n\n`, short, omitted: "check" };
}

function renderPlace({ range, address, location }: ShownDiagnostic, report: Around): string {
  const parts: string[] = [];
  if (location !== undefined) parts.push(fileLink(location.file, location.line ?? 1, report));
  else if (range !== undefined) parts.push(code(`${range.filename}:${range.start.line}`));
  if (address !== undefined && address !== "") parts.push(code(address));
  return parts.join(", ");
}

/** The lines it points at, from the margin; the head of a block alone says nothing that its address does not. */
function renderSnippet({ snippet }: ShownDiagnostic): string {
  const text = snippet?.code.trimEnd() ?? "";
  const isHead = !text.trim().includes("\n") && text.endsWith("{") && !/[=(]/.test(text);
  return text === "" || isHead ? "" : fence(cut(dedent(text)), "hcl");
}

function dedent(text: string): string {
  const lines = text.split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const common = indents.reduce((least, indent) => Math.min(least, indent), Infinity);
  return lines.map((line) => line.slice(Math.min(common, line.length))).join("\n");
}

function isOneLine(text: string): boolean {
  return text.trim() === oneLine(text);
}

function renderText(text: string): string {
  if (text.trim() === "") return "";
  return isOneLine(text) ? code(cut(text.trim())) : fence(cut(text));
}

/** A link to a line of the planned commit; a downloaded module's file is not in it, and shown without a link. */
function fileLink(file: string, line: number, report: Around): string {
  const place = `${file}:${line}`;
  if (file.includes(".terraform/")) return code(place);
  return `[${code(place)}](${blobUrl(report.origin, file)}#L${line})`;
}

function blobUrl(origin: ReportOrigin, file: string): string {
  const parts = file.toWellFormed().split("/");
  const path = parts.map((part) => encodeURIComponent(part).replaceAll(/[()'*!]/g, escapeByte)).join("/");
  return `${origin.serverUrl}/${origin.repository}/blob/${origin.headSha}/${path}`;
}

function escapeByte(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
