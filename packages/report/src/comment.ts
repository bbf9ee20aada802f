/**
 * Puts the report together: the pull request comment and the step summary are the same pieces within other budgets.
 * The whole truth is in the result file; what a budget leaves out is counted here.
 */
import {
  COMMENT_LIMIT,
  SUMMARY_LIMIT_BYTES,
  code,
  codeHtml,
  details,
  fit,
  measure,
  parseMarker,
  renderMarker,
} from "@handrail/github";
import type { Marker, Piece } from "@handrail/github";
import { runLink, shortHash } from "./apply-origin.ts";
import { applyPieces, renderApplyHeadline } from "./apply-pieces.ts";
import type { ApplyRecord } from "./apply-record.ts";
import { changePieces, driftPieces, otherPieces, outputPieces } from "./change-pieces.ts";
import type { DiffBudget } from "./change-pieces.ts";
import { renderDestructionWarning, renderHeadline, renderPlanTitle } from "./headline.ts";
import { checkPieces, errorPieces, warningPieces } from "./diagnostic-pieces.ts";
import { denialPieces, failurePieces, notePieces, remarkPieces } from "./message-pieces.ts";
import { prose } from "./prose.ts";
import type { PlanReport } from "./report.ts";

/** What a comment carries beside the plan. */
export type CommentParts = {
  /** `renderOutline`: what a later apply compares with. */
  outline?: string;
  /** What became of the plan. */
  apply?: ApplyRecord;
};

/**
 * Renders the pull request comment, marker first, never longer than GitHub takes.
 * @param marker identifies the comment and carries what apply asks for
 */
export function renderComment(report: PlanReport, marker: Marker, { outline, apply }: CommentParts = {}): string {
  const head = renderHead(marker, outline);
  const budget = COMMENT_LIMIT - measure(head);
  const elsewhere = `[step summary](${report.origin.runUrl})`;
  const pieces = reportPieces(report, { budget: { characters: COMMENT_LIMIT, lines: 300 }, elsewhere, apply });
  return head + render(pieces, budget, measure);
}

/** Renders the step summary within what the runner takes, with room for what other parts of the step add. */
export function renderSummary(report: PlanReport, apply?: ApplyRecord): string {
  const room = SUMMARY_LIMIT_BYTES - 65_536;
  const budget = { characters: SUMMARY_LIMIT_BYTES, lines: 3_000 };
  const pieces = reportPieces(report, { budget, elsewhere: "result file", apply });
  return render([...pieces.slice(0, -1), ...remarkPieces(report), ...pieces.slice(-1)], room, (text) =>
    Buffer.byteLength(text),
  );
}

/**
 * The comment with the record of an apply above the plan as it stands there: for an apply that made no plan of its own,
 * so that what was reviewed stays to be read. Undefined when there is no plan in it, or no room for both.
 * @param current the body of our own comment
 */
export function renderKeptComment(
  current: string,
  report: PlanReport,
  marker: Marker,
  { outline, apply }: { outline?: string; apply: ApplyRecord },
): string | undefined {
  const plan = planTextOf(current, apply);
  if (plan === "") return undefined;
  const head = renderHead(marker, outline);
  const room = COMMENT_LIMIT - measure(head) - measure(plan) - 16;
  // A record needs some room: better no plan than half a reason.
  if (room < 4_000) return undefined;
  return `${head}${render(recordPieces(report, apply, [nowPiece(report)]), room, measure)}\n${plan}\n`;
}

/**
 * The comment of an apply. Where nothing came of it, the plan that was reviewed stays to be read; the one of now is in the
 * step summary.
 * @param current the body of our own comment, when there is one
 */
export function renderApplyComment(
  current: string | undefined,
  report: PlanReport,
  marker: Marker,
  parts: { outline?: string; apply: ApplyRecord },
): string {
  const isKept = current !== undefined && (report.counts === undefined || parts.apply.result === "refused");
  const kept = isKept ? renderKeptComment(current, report, marker, parts) : undefined;
  return kept ?? renderComment(report, marker, parts);
}

/** Marks where the record ends and the plan begins. Text from outside never holds it: `code` and `fence` break it up. */
const divider = "<!-- handrail-plan -->\n";

function renderHead(marker: Marker, outline = ""): string {
  return `${renderMarker(marker)}\n${outline === "" ? "" : `${outlineStart}${outline} -->\n`}`;
}

function recordPieces(report: PlanReport, apply: ApplyRecord, more: readonly Piece[] = []): Piece[] {
  return [
    { importance: 1000, full: `${renderApplyHeadline(report, apply)}\n\n`, omitted: "headline" },
    ...applyPieces(report, apply),
    ...more,
    { importance: 1000, full: `\n${divider}\n`, omitted: "divider" },
  ];
}

/** Where the plan is to be read that is not in the comment. */
function nowPiece({ counts, fingerprint, summary, origin }: PlanReport): Piece {
  const piece = { importance: 945, full: "", omitted: "plan of now" };
  if (counts === undefined || origin.runUrl === "") return piece;
  const hash = fingerprint === undefined ? "" : ` (${code(fingerprint.slice(0, shortHash))})`;
  const where = `[step summary](${origin.runUrl})`;
  return { ...piece, full: `What is planned now is in the ${where}: ${prose(summary)}${hash}.\n\n` };
}

function planTextOf(body: string, { review }: ApplyRecord): string {
  const text = body.replaceAll("\r\n", "\n");
  const at = text.indexOf(divider);
  if (at >= 0) return text.slice(at + divider.length).trim();
  const visible = text.split("\n").filter((line, index) => index > 1 || !line.startsWith("<!-- handrail"));
  const plan = visible.join("\n").trim();
  // Folded: what it says of the future is past, and its warnings are not to be taken for the record's.
  if (plan === "") return "";
  const shown = parseMarker(body)?.data["fingerprint"];
  const isReviewed = review.fingerprint !== undefined && review.fingerprint === shown;
  const hash = typeof shown === "string" && shown !== "" ? ` ${codeHtml(shown.slice(0, shortHash))}` : "";
  return details(`📋 ${isReviewed ? "The reviewed plan" : "The plan as it was commented,"}${hash}`, plan);
}

const outlineStart = "<!-- handrail-outline ";

/** The outline that a comment of ours carries; "" when it has none. */
export function outlineOf(body: string): string {
  const line = body.replaceAll("\r\n", "\n").split("\n", 2)[1] ?? "";
  const found = /^<!-- handrail-outline ([A-Za-z0-9_-]+) -->$/.exec(line);
  return found?.[1] ?? "";
}

function render(pieces: readonly Piece[], budget: number, size: (text: string) => number): string {
  return `${fit([...pieces], budget, size).text.trimEnd()}\n`;
}

type Telling = { budget: DiffBudget; elsewhere: string; apply: ApplyRecord | undefined };

function reportPieces(report: PlanReport, { budget, elsewhere, apply }: Telling): Piece[] {
  const footer = { importance: 1000, full: renderFooter(report, elsewhere, apply), omitted: "footer" };
  if (apply !== undefined) return [...recordPieces(report, apply), ...pastPieces(report, apply, budget), footer];
  const warning = renderDestructionWarning(report);
  return [
    { importance: 1000, full: `${renderHeadline(report)}\n\n`, omitted: "headline" },
    ...failurePieces(report),
    ...(warning === "" ? [] : [{ importance: 990, full: `${warning}\n`, omitted: "warning about destruction" }]),
    ...planPieces(report, budget),
    footer,
  ];
}

function planPieces(report: PlanReport, budget: DiffBudget): Piece[] {
  return [
    ...denialPieces(report),
    ...notePieces(report),
    ...errorPieces(report),
    ...changePieces(report, budget),
    ...otherPieces(report),
    ...outputPieces(report, budget),
    ...checkPieces(report),
    ...warningPieces(report),
    ...driftPieces(report, budget),
  ];
}

/** The plan below the record of its apply: folded, unless it is why nothing was applied. */
function pastPieces(report: PlanReport, apply: ApplyRecord, budget: DiffBudget): Piece[] {
  const pieces =
    report.counts === undefined ? [] : planPieces(report, { ...budget, isRest: apply.review.doneBefore !== undefined });
  if (pieces.length === 0) return [];
  const isReason = apply.result === "refused" || report.result === "failed" || report.result === "denied";
  const [start = "", end = ""] = details(renderPlanTitle(report), "\n", isReason).split("\n\n\n\n");
  return [
    { importance: 1000, full: `${start}\n\n`, omitted: "title" },
    ...pieces,
    { importance: 1000, full: `\n${end}\n`, omitted: "end" },
  ];
}

function renderFooter(report: PlanReport, elsewhere: string, apply: ApplyRecord | undefined): string {
  const { origin, fingerprint, terraformVersion, product, workspace, directory } = report;
  const name = product === "opentofu" ? "OpenTofu" : "Terraform";
  const parts = [
    origin.runUrl === "" ? "" : runLink(origin.runId, origin.runUrl),
    `${origin.pullRequest === undefined ? "commit" : "head"} ${origin.headSha}`,
    terraformVersion === "" ? "" : `${name} ${code(terraformVersion)}`,
    `directory ${code(directory)}`,
    `workspace ${code(workspace)}`,
    fingerprint === undefined ? "" : `${planWord(report, apply)} ${code(fingerprint.slice(0, shortHash))}`,
    elsewhere === "result file" || origin.runUrl === "" ? "" : `everything in the ${elsewhere}`,
  ];
  return `\n<sub>${parts.filter((part) => part !== "").join(" · ")}</sub>\n`;
}

/** Which plan the fingerprint in the footer is of, where another one was reviewed. */
function planWord({ fingerprint }: PlanReport, apply: ApplyRecord | undefined): string {
  if (apply === undefined || apply.review.fingerprint === undefined || apply.review.fingerprint === fingerprint)
    return "fingerprint";
  return apply.result === "applied" || apply.result === "partial" ? "applied plan" : "plan of now";
}
