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
  const summary = escapeMarkdown(oneLine(record.summary));
  const text = isGood ? summary : `**${summary}**`;
  return `### ${record.isDryRun && isGood ? "🔍" : signs[record.result]} ${code(report.label)}: ${text}`;
}

/** Everything between the heading and the plan. All of it is worth more than any detail of the plan. */
export function applyPieces(report: PlanReport, record: ApplyRecord): Piece[] {
  // Of an apply that did it all the plan below lists what was done.
  const done = record.result === "applied" ? [] : record.applied;
  const isHalf = record.result === "partial" || record.result === "failed";
  const pieces = [
    ...failurePiece(record),
    { importance: 985, full: `${whoAndWhere(record)}\n\n`, omitted: "who applied it" },
    ...differencePieces(record.difference),
    ...record.notes.map((note, index) => ({
      importance: 935 - Math.min(index, 30),
      full: `⚠️ ${escapeMarkdown(oneLine(note))}\n\n`,
      omitted: "note",
    })),
    ...errorPiecesOf(record.diagnostics, report, 948),
    ...addressPieces("❌", "failed", record.failed, 947, true),
    ...addressPieces("❔", "unknown: begun, and not heard of again", record.uncertain, 946, true),
    ...addressPieces("⏸️", "not started", record.notStarted, 940, isHalf),
    ...addressPieces("✅", "done", done, 860, false),
    ...outputPiecesOf(record.outputs),
    ...warningPiecesOf(record.diagnostics, report, 840),
  ];
  return pieces.map((piece) => ({ ...piece, fullImportance: piece.importance }));
}

function failurePiece({ failure, result }: ApplyRecord): Piece[] {
  if (failure === undefined) return [];
  const what = escapeMarkdown(oneLine(failure.what));
  const remedy = escapeMarkdown(oneLine(failure.remedy));
  const level = result === "refused" ? "IMPORTANT" : "CAUTION";
  return [{ importance: 990, full: `> [!${level}]\n> ${what}\n> ${remedy}\n\n`, omitted: "failure" }];
}

function whoAndWhere(record: ApplyRecord): string {
  const { by, runUrl, runId, sha, environment } = record;
  const run = runUrl === "" ? "a run" : `[run ${runId}](${runUrl})`;
  const parts = [
    `${whatWasDone(record)} by ${code(by === "" ? "unknown" : by)} in ${run}`,
    ...(sha === "" ? [] : [`commit ${sha}`]),
    ...(environment === undefined ? [] : [`environment ${code(environment)}`]),
    ...reviewWords(record),
  ];
  return `${parts.join(", ")}.`;
}

function whatWasDone({ result, isDryRun }: ApplyRecord): string {
  if (isDryRun) return "Dry run";
  if (result === "refused") return "Asked for";
  return result === "applied" || result === "partial" ? "Applied" : "Run";
}

function reviewWords({ review, result }: ApplyRecord): string[] {
  const { kind, url, fingerprint, doneBefore = [] } = review;
  if (kind === "none") return ["without a review (`approval: none`)"];
  // Nobody found a review, and the failure says why.
  if (kind === "comment" && fingerprint === undefined) return [];
  const plan = fingerprint === undefined ? "" : ` ${code(fingerprint.slice(0, 12))}`;
  const place = url === undefined ? "the pull request" : `[the pull request](${url})`;
  const verb = result === "refused" ? "to be held against" : "as in";
  const source = kind === "record" ? `the saved plan${plan}` : `the plan${plan} that was reviewed on ${place}`;
  const count = doneBefore.length;
  const before = `of which ${count === 1 ? "1 change was" : `${count} changes were`} done before`;
  return [`${verb} ${source}`, ...(count === 0 ? [] : [before])];
}

function differencePieces(difference: ShownDifference | undefined): Piece[] {
  if (difference === undefined) return [];
  const { parts, changes, movedInState, isComplete } = difference;
  const lines = [
    ...parts.slice(0, named).map((part) => `- ${escapeMarkdown(oneLine(part))}`),
    ...changes.slice(0, named).map(changeLine),
    ...moreLine(Math.max(0, parts.length - named) + Math.max(0, changes.length - named)),
    ...(isComplete ? [] : ["- more may differ: not everything about the reviewed plan is known any more"]),
  ];
  const title = "**The plan is not the one that was reviewed:**";
  const pieces: Piece[] = [
    {
      importance: 960,
      full: `${title}\n\n${lines.length === 0 ? "- in a way that cannot be named" : lines.join("\n")}\n\n`,
      short: `${title} ${parts.length + changes.length} differences\n\n`,
      omitted: "difference",
    },
  ];
  if (movedInState.length === 0) return pieces;
  const moved = movedInState.slice(0, named).map((address) => `- ${code(address)}`);
  const heading = "**The state changed since the review:**";
  pieces.push({
    importance: 955,
    full: `${heading}\n\n${[...moved, ...moreLine(movedInState.length - named)].join("\n")}\n\n`,
    short: `${heading} ${movedInState.length} resources\n\n`,
    omitted: "change of the state",
  });
  return pieces;
}

function moreLine(count: number): string[] {
  return count > 0 ? [`- and ${count} more`] : [];
}

const differs = {
  added: "is planned now, and was not reviewed",
  gone: "was reviewed, and is not planned any more",
  different: "differs",
};

function changeLine({ address, what, attributes }: ShownDifference["changes"][number]): string {
  const shown = attributes.slice(0, 20).map((path) => code(path));
  const more = attributes.length > 20 ? ` and ${attributes.length - 20} more` : "";
  return `- ${code(address)} ${differs[what]}${shown.length === 0 ? "" : ` in ${shown.join(", ")}${more}`}`;
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
      full: `${details(title, table(["output", "value"], rows), false)}\n\n`,
      short: `${title}: ${names.join(", ")}\n\n`,
      omitted: "outputs",
    },
  ];
}

function cutValue(text: string): string {
  return text.length <= valueLimit ? text : `${text.slice(0, valueLimit).toWellFormed()}…`;
}
