/**
 * What moves, as pieces of the body: a table with a row for each dependency, and the places in the files.
 */
import { code, details, table, type Piece } from "@handrail/github";
import type { Proposal, Update } from "../decide/update.ts";
import { fileLink, type TellContext } from "./place.ts";
import { plural } from "./proof-line.ts";
import { describeDependency } from "./title.ts";

/** The table and the folded list of places. */
export function movePieces(proposal: Proposal, context: TellContext): Piece[] {
  const hasDates = proposal.updates.some(({ releasedAt }) => releasedAt !== undefined);
  const names = ["dependency", "from", "to", ...(hasDates ? ["released"] : []), "constraint", "files"];
  const cells = proposal.updates.map((update) => rowOf(update, hasDates));
  const [head = "", line = "", ...rows] = table(names, cells).split("\n");
  return [
    { importance: 1000, full: `#### What moves\n\n${head}\n${line}\n`, omitted: "heading" },
    ...rows.map((row): Piece => ({ importance: 870, full: `${row}\n`, omitted: "dependency" })),
    { importance: 1000, full: "\n", omitted: "line" },
    ...placePieces(proposal, context),
  ];
}

function rowOf(update: Update, hasDates: boolean): string[] {
  const { from, to, constraintBefore: before, constraintAfter: after, isMajor } = update;
  const constraint =
    before === after ? `${before === "" ? "" : `${code(before)} `}(unchanged)` : `${code(before)} → ${code(after)}`;
  return [
    code(describeDependency(update)),
    code(from),
    `${code(to)}${isMajor ? " **major**" : ""}`,
    ...(hasDates ? [releaseDate(update)] : []),
    constraint,
    plural(filesOf(update).length, "file"),
  ];
}

/** The day of the release, by GitHub's own clock zone. */
function releaseDate({ releasedAt }: Update): string {
  return /^\d{4}-\d\d-\d\d(?=T|$)/.exec(releasedAt ?? "")?.[0] ?? "unknown";
}

/** Every file that an update changes, sorted. */
export function filesOf({ edits, locks }: Pick<Update, "edits" | "locks">): string[] {
  return [...new Set([...edits.map(({ mention }) => mention.file), ...locks.map(({ file }) => file)])].sort();
}

function placePieces(proposal: Proposal, context: TellContext): Piece[] {
  const lines = proposal.updates.flatMap((update) => [
    ...update.edits.map(({ mention, after }) => {
      const where = fileLink(context, mention.file, mention.line);
      return `- ${where} ${mention.place}: ${code(mention.text)} → ${code(after)}\n`;
    }),
    ...update.locks.map(({ file, provider, from, to }) => {
      return `- ${fileLink(context, file)} ${code(provider)}: ${code(from)} → ${code(to)}\n`;
    }),
  ]);
  if (lines.length === 0) return [];
  const [start = "", end = ""] = details(`Where: ${plural(lines.length, "place")}`, "\n").split("\n\n\n\n");
  return [
    { importance: 1000, full: `${start}\n\n`, omitted: "list" },
    ...lines.map((line): Piece => ({ importance: 180, full: line, omitted: "place" })),
    { importance: 1000, full: `${end}\n\n`, omitted: "list" },
  ];
}
