/**
 * Renders the record of an apply as pieces of the plan's comment and summary: they stand above the plan. All text from
 * outside goes through the markdown functions of @handrail/github.
 */
import { code, codeHtml, details, table } from "@handrail/github";
import type { Piece } from "@handrail/github";
import { canonicalJson } from "@handrail/terraform";
import { renderOrigin } from "./apply-origin.ts";
import type { ApplyRecord, ShownOutput } from "./apply-record.ts";
import { errorPiecesOf, warningPiecesOf } from "./diagnostic-pieces.ts";
import { differencePieces, moreLine, named } from "./difference-pieces.ts";
import { prose } from "./prose.ts";
import type { PlanReport } from "./report.ts";

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
  const summary = prose(record.summary, record.failure === undefined ? [] : [record.failure.reason]);
  const text = isGood ? summary : `**${summary}**`;
  return `### ${record.isDryRun && isGood ? "🔍" : signs[record.result]} ${code(report.label)}: ${text}`;
}

/** Everything between the heading and the plan. All of it is worth more than any detail of the plan. */
export function applyPieces(report: PlanReport, record: ApplyRecord): Piece[] {
  // Of an apply that did it all the plan below lists what was done.
  const done = record.result === "applied" ? [] : record.applied;
  const isHalf = record.result === "partial" || record.result === "failed";
  const names = namesOf(record);
  const pieces = [
    ...failurePiece(record, names),
    { importance: 985, full: `${renderOrigin(record)}\n\n`, omitted: "who applied it" },
    ...differencePieces(record.difference, report.directory),
    ...record.notes.map((note, index) => ({
      importance: 935 - Math.min(index, 30),
      full: `⚠️ ${prose(note, names)}\n\n`,
      omitted: "note",
    })),
    ...errorPiecesOf(record.diagnostics, { ...report, failure: record.failure }, 948),
    ...addressPieces("❌", "failed", record.failed, 947, true),
    ...addressPieces("❔", "unknown: begun, and not heard of again", record.uncertain, 946, true),
    ...addressPieces("⏸️", "not started", record.notStarted, 940, isHalf),
    ...addressPieces("✅", "done", done, 860, false),
    ...addressPieces("✅", "done before", record.review.doneBefore ?? [], 855, false),
    ...outputPiecesOf(record.outputs),
    ...warningPiecesOf(record.diagnostics, report, 840),
  ];
  return pieces.map((piece) => ({ ...piece, fullImportance: piece.importance }));
}

/** What the sentences of a record may name, what is most likely first. */
function namesOf({ diagnostics, failed, uncertain, failure, applied }: ApplyRecord): string[] {
  const found = diagnostics.slice(0, 10).flatMap(({ address, location, detail }) => {
    const commands = [...detail.slice(0, 2_000).matchAll(/'([^'\n]{3,200})'/g)].map(([, command = ""]) => command);
    return [address ?? "", location?.file ?? "", ...commands];
  });
  return [failure?.location?.file ?? "", ...found, ...failed.slice(0, 20), ...uncertain.slice(0, 20), ...applied];
}

const untouched = "Nothing was applied. ";

function failurePiece({ failure, result, difference }: ApplyRecord, names: readonly string[]): Piece[] {
  if (failure === undefined) return [];
  const level = result === "refused" ? "IMPORTANT" : "CAUTION";
  // What differs stands below, all of it.
  const isListed = difference !== undefined && failure.reason === "plan-changed";
  const [what, remedy] =
    isListed && failure.remedy.startsWith(untouched)
      ? ["The plan is not the one that was reviewed. Nothing was applied.", failure.remedy.slice(untouched.length)]
      : [failure.what, failure.remedy];
  const text = `> [!${level}]\n> ${prose(what, names)}\n> ${prose(remedy, names)}\n\n`;
  return [{ importance: 990, full: text, omitted: "failure" }];
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
  return [
    {
      importance,
      full: `${details(title, [...list, ...moreLine(addresses.length - named)].join("\n"), isOpen)}\n\n`,
      short: `${title}\n\n`,
      omitted: "list of addresses",
    },
  ];
}

/** Outputs up to this number are not folded. */
const openOutputs = 5;
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
      importance: 850,
      full: `${details(title, table(["output", "value"], rows), outputs.length <= openOutputs)}\n\n`,
      short: `${title}: ${names.join(", ")}\n\n`,
      omitted: "outputs",
    },
  ];
}

function cutValue(text: string): string {
  return text.length <= valueLimit ? text : `${text.slice(0, valueLimit).toWellFormed()}…`;
}
