/**
 * What moves, as pieces of the body: a table with a row for each dependency, and the places in the files.
 */
import { code, details, table, type Piece } from "@handrail/github";
import type { Proposal, Update } from "../decide/update.ts";
import { fileLink, type TellContext } from "./place.ts";
import { plural } from "./proof-line.ts";
import { describeDependency } from "./title.ts";

/** How many ways of writing a version one row names. */
const MOST_CONSTRAINTS = 5;

/** The table and the folded list of places. @param left files that are not changed after all */
export function movePieces({ updates }: Proposal, left: readonly string[], context: TellContext): Piece[] {
  const moved = updates.map((update) => without(left, update));
  const hasDates = updates.some(({ releasedAt }) => releasedAt !== undefined);
  const names = ["dependency", "from", "to", ...(hasDates ? ["released"] : []), "constraint", "files"];
  const cells = moved.map((update) => rowOf(update, hasDates));
  const [head = "", line = "", ...rows] = table(names, cells).split("\n");
  return [
    { importance: 1000, full: `#### What moves\n\n${head}\n${line}\n`, omitted: "heading" },
    ...rows.map((row): Piece => ({ importance: 870, full: `${row}\n`, omitted: "dependency" })),
    { importance: 1000, full: "\n", omitted: "line" },
    ...placePieces(moved, context),
  ];
}

function rowOf(update: Update, hasDates: boolean): string[] {
  const { from, to, isMajor } = update;
  return [
    code(describeDependency(update)),
    code(from),
    `${code(to)}${isMajor ? " **major**" : ""}`,
    ...(hasDates ? [releaseDate(update)] : []),
    constraintOf(update),
    plural(filesOf(update).length, "file"),
  ];
}

function without(left: readonly string[], update: Update): Update {
  return { ...update, edits: update.edits.filter(({ mention }) => !left.includes(mention.file)) };
}

/** What is written, and what is written then; a line for each way of writing it. */
function constraintOf({ edits, constraintBefore: before }: Update): string {
  const moves = [...new Set(edits.map(({ mention, after }) => `${code(mention.text)} → ${code(after)}`))];
  if (moves.length === 0) return `${before === "" ? "" : `${code(before)} `}(unchanged)`;
  const rest = moves.length - MOST_CONSTRAINTS;
  return `${moves.slice(0, MOST_CONSTRAINTS).join("<br>")}${rest > 0 ? `<br>and ${rest} more` : ""}`;
}

/** The day of the release, by GitHub's own clock zone. */
function releaseDate({ releasedAt }: Update): string {
  return /^\d{4}-\d\d-\d\d(?=T|$)/.exec(releasedAt ?? "")?.[0] ?? "unknown";
}

/** Every file that an update changes, sorted. */
export function filesOf({ edits, locks }: Pick<Update, "edits" | "locks">): string[] {
  return [...new Set([...edits.map(({ mention }) => mention.file), ...locks.map(({ file }) => file)])].sort();
}

function placePieces(updates: readonly Update[], context: TellContext): Piece[] {
  const lines = updates.flatMap((update) => [
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
