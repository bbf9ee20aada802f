/**
 * Puts the report together: the pull request comment and the step summary are the same pieces within other budgets.
 * The whole truth is in the result file; what a budget leaves out is counted here.
 */
import { COMMENT_LIMIT, SUMMARY_LIMIT_BYTES, code, fit, measure, renderMarker } from "@handrail/github";
import type { Marker, Piece } from "@handrail/github";
import { changePieces, driftPieces, otherPieces, outputPieces } from "./change-pieces.ts";
import type { DiffBudget } from "./change-pieces.ts";
import { renderDestructionWarning, renderHeadline } from "./headline.ts";
import { checkPieces, errorPieces, warningPieces } from "./diagnostic-pieces.ts";
import { denialPieces, failurePieces, notePieces, remarkPieces } from "./message-pieces.ts";
import type { PlanReport } from "./report.ts";

/** The first characters of a fingerprint or commit are enough for people. */
const shortHash = 12;

/**
 * Renders the pull request comment, marker first, never longer than GitHub takes.
 * @param marker identifies the comment and carries what apply asks for
 */
export function renderComment(report: PlanReport, marker: Marker): string {
  const head = `${renderMarker(marker)}\n`;
  const budget = COMMENT_LIMIT - measure(head);
  const pieces = reportPieces(
    report,
    { characters: COMMENT_LIMIT, lines: 300 },
    `[step summary](${report.origin.runUrl})`,
  );
  return head + render(pieces, budget, measure);
}

/** Renders the step summary within what the runner takes, with room for what other parts of the step add. */
export function renderSummary(report: PlanReport): string {
  const budget = SUMMARY_LIMIT_BYTES - 65_536;
  const pieces = reportPieces(report, { characters: SUMMARY_LIMIT_BYTES, lines: 3_000 }, "result file");
  pieces.splice(-1, 0, ...remarkPieces(report));
  return render(pieces, budget, (text) => Buffer.byteLength(text));
}

function render(pieces: readonly Piece[], budget: number, size: (text: string) => number): string {
  return `${fit([...pieces], budget, size).text.trimEnd()}\n`;
}

function reportPieces(report: PlanReport, budget: DiffBudget, elsewhere: string): Piece[] {
  const warning = renderDestructionWarning(report);
  return [
    { importance: 1000, full: `${renderHeadline(report)}\n\n`, omitted: "headline" },
    ...failurePieces(report),
    ...(warning === "" ? [] : [{ importance: 990, full: `${warning}\n`, omitted: "warning about destruction" }]),
    ...denialPieces(report),
    ...notePieces(report),
    ...errorPieces(report),
    ...changePieces(report, budget),
    ...otherPieces(report),
    ...outputPieces(report, budget),
    ...checkPieces(report),
    ...warningPieces(report),
    ...driftPieces(report, budget),
    { importance: 1000, full: renderFooter(report, elsewhere), omitted: "footer" },
  ];
}

function renderFooter(report: PlanReport, elsewhere: string): string {
  const { origin, fingerprint, terraformVersion, product, workspace, directory } = report;
  const name = product === "opentofu" ? "OpenTofu" : "Terraform";
  const parts = [
    origin.runUrl === "" ? "" : `[run ${origin.runId}](${origin.runUrl})`,
    `commit ${origin.headSha}`,
    terraformVersion === "" ? "" : `${name} ${code(terraformVersion)}`,
    `directory ${code(directory)}`,
    `workspace ${code(workspace)}`,
    fingerprint === undefined ? "" : `fingerprint ${code(fingerprint.slice(0, shortHash))}`,
    elsewhere === "result file" || origin.runUrl === "" ? "" : `everything in the ${elsewhere}`,
  ];
  return `\n<sub>${parts.filter((part) => part !== "").join(" · ")}</sub>\n`;
}
