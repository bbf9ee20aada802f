/**
 * Renders the record of an apply as pieces of the plan's comment and summary: they stand above the plan. All text from
 * outside goes through the markdown functions of @handrail/github.
 */
import { code, codeHtml, details, escapeMarkdown, table } from "@handrail/github";
import type { Piece } from "@handrail/github";
import { canonicalJson } from "@handrail/terraform";
import type { ApplyRecord, ShownDifference, ShownOutput } from "./apply-record.ts";
import { errorPiecesOf, warningPiecesOf } from "./diagnostic-pieces.ts";
import { oneLine } from "./message-pieces.ts";
import type { PlanReport } from "./report.ts";

/** How many addresses or attributes one list names. */
const named = 200;

const signs: Readonly<Record<ApplyRecord["result"], string>> = {
  applied: "✅",
  "no-changes": "✅",
  refused: "⛔",
  partial: "❌",
  failed: "❌",
};

/** The heading in place of the plan's. */
export function renderApplyHeadline(report: PlanReport, record: ApplyRecord): string {
  const isGood = record.result === "applied" || record.result === "no-changes";
  const text = isGood ? escapeMarkdown(record.summary) : `**${escapeMarkdown(record.summary)}**`;
  return `### ${record.isDryRun && isGood ? "🔍" : signs[record.result]} ${code(report.label)}: ${text}`;
}

/** Everything between the heading and the plan. */
export function applyPieces(report: PlanReport, record: ApplyRecord): Piece[] {
  return [
    ...failurePiece(record),
    { importance: 985, full: `${whoAndWhere(record)}\n\n`, omitted: "who applied it" },
    ...differencePieces(record.difference),
    ...record.notes.map((note, index) => ({
      importance: 930 - Math.min(index, 30),
      full: `⚠️ ${escapeMarkdown(oneLine(note))}\n\n`,
      omitted: "note",
    })),
    ...errorPiecesOf(record.diagnostics, report),
    ...addressPieces("❌", "failed", record.failed, 945, true),
    ...addressPieces("❔", "begun, and unknown whether they were done", record.uncertain, 944, true),
    ...addressPieces("⏸️", "not started", record.notStarted, 940, record.result === "partial"),
    ...addressPieces("✅", "done", record.applied, 700, false),
    ...outputPiecesOf(record.outputs),
    ...warningPiecesOf(record.diagnostics, report),
  ];
}

function failurePiece({ failure }: ApplyRecord): Piece[] {
  if (failure === undefined) return [];
  const what = escapeMarkdown(oneLine(failure.what));
  const remedy = escapeMarkdown(oneLine(failure.remedy));
  return [{ importance: 990, full: `> [!IMPORTANT]\n> ${what}\n> ${remedy}\n\n`, omitted: "failure" }];
}

function whoAndWhere(record: ApplyRecord): string {
  const { review, by, runUrl, runId, sha, environment } = record;
  const what = record.isDryRun ? "Looked at" : record.result === "refused" ? "Asked for" : "Run";
  const run = runUrl === "" ? "a run" : `[run ${runId}](${runUrl})`;
  const parts = [
    `${what} by ${code(by === "" ? "unknown" : by)} in ${run} from commit ${sha}`,
    ...(environment === undefined ? [] : [`environment ${code(environment)}`]),
    reviewWords(review),
  ];
  return `${parts.join(", ")}.`;
}

function reviewWords({ kind, url, fingerprint, doneBefore }: ApplyRecord["review"]): string {
  const short = fingerprint === undefined ? "" : ` ${code(fingerprint.slice(0, 12))}`;
  const part = doneBefore === undefined ? "" : `; ${doneBefore.length} of its changes had been done before`;
  if (kind === "none") return "without a review (`approval: none`)";
  if (kind === "record") return `held against the record of the plan file${short}${part}`;
  const where = url === undefined ? "the plan comment" : `[the plan comment](${url})`;
  return `held against ${where} as it was reviewed${short}${part}`;
}

function differencePieces(difference: ShownDifference | undefined): Piece[] {
  if (difference === undefined) return [];
  const { parts, changes, movedInState, isComplete } = difference;
  const lines = [
    ...parts.map((part) => `- ${escapeMarkdown(oneLine(part))}`),
    ...changes.slice(0, named).map(changeLine),
    ...(changes.length > named ? [`- and ${changes.length - named} more`] : []),
  ];
  const more = isComplete ? [] : ["- not everything about the reviewed plan is known any more: more may differ"];
  const list = [...lines, ...more].join("\n");
  const pieces: Piece[] = [
    {
      importance: 960,
      full: `**What differs from what was reviewed**\n\n${list === "" ? "- nothing that can be named" : list}\n\n`,
      short: `**What differs from what was reviewed:** ${parts.length + changes.length} items\n\n`,
      omitted: "difference",
    },
  ];
  if (movedInState.length === 0) return pieces;
  const moved = movedInState.slice(0, named).map((address) => `- ${code(address)}`);
  const rest = movedInState.length > named ? [`- and ${movedInState.length - named} more`] : [];
  pieces.push({
    importance: 955,
    full: `**What changed in the state since the review**\n\n${[...moved, ...rest].join("\n")}\n\n`,
    short: `**What changed in the state since the review:** ${movedInState.length} resources\n\n`,
    omitted: "change of the state",
  });
  return pieces;
}

const differs = { added: "was not in the reviewed plan", gone: "is not planned any more", different: "differs" };

function changeLine({ address, what, attributes }: ShownDifference["changes"][number]): string {
  const shown = attributes.slice(0, 20).map((path) => code(path));
  const more = attributes.length > 20 ? ` and ${attributes.length - 20} more` : "";
  return `- ${code(address)} ${differs[what]}${shown.length === 0 ? "" : `: ${shown.join(", ")}${more}`}`;
}

function addressPieces(
  sign: string,
  words: string,
  addresses: readonly string[],
  importance: number,
  isOpen: boolean,
): Piece[] {
  if (addresses.length === 0) return [];
  const title = `${sign} ${addresses.length} ${words}`;
  const list = addresses.slice(0, named).map((address) => `- ${code(address)}`);
  const more = addresses.length > named ? [`- and ${addresses.length - named} more`] : [];
  return [
    {
      importance,
      full: `${details(title, [...list, ...more].join("\n"), isOpen)}\n\n`,
      short: `${title}\n\n`,
      omitted: "list of addresses",
    },
  ];
}

/** How many characters of a value are shown. */
const valueLimit = 1_000;

function outputPiecesOf(outputs: readonly ShownOutput[]): Piece[] {
  if (outputs.length === 0) return [];
  const rows = outputs.map(({ name, value, isSensitive }) => [
    code(name),
    isSensitive || value === undefined ? "*(sensitive value)*" : code(cutValue(canonicalJson(value))),
  ]);
  const title = outputs.length === 1 ? "📤 1 output" : `📤 ${outputs.length} outputs`;
  const names = outputs.slice(0, 50).map(({ name }) => codeHtml(name));
  return [
    {
      importance: 690,
      full: `${details(title, table(["output", "value"], rows), false)}\n\n`,
      short: `${title}: ${names.join(", ")}\n\n`,
      omitted: "outputs",
    },
  ];
}

function cutValue(text: string): string {
  return text.length <= valueLimit ? text : `${text.slice(0, valueLimit).toWellFormed()}…`;
}
