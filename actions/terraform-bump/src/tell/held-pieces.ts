/**
 * What is not in a pull request although it concerns it: files that had to be left out, later steps, other versions.
 */
import { code, type Piece } from "@handrail/github";
import type { Held } from "../decide/update.ts";
import { heldReasons, heldWords, introduce } from "./held-words.ts";
import { fileLink, type TellContext } from "./place.ts";
import { sentence } from "./sentence.ts";

/** Files that name the version, too, and that the token may not write. They would disagree after the merge. */
export function leftPieces(files: readonly string[], context: TellContext): Piece[] {
  if (files.length === 0) return [];
  const [file, them, they] = files.length === 1 ? ["file", "it", "it names"] : ["files", "them", "they name"];
  const why = `**Left out: ${files.length === 1 ? "1" : files.length} workflow ${file}.** Change ${them} on this branch before you merge: ${they} the version, too. The token may not; one of a GitHub App with \`workflows: write\` in \`github-token\` may.`;
  return [
    { importance: 950, full: `> [!WARNING]\n> ${why}\n\n`, omitted: "warning about files that are left out" },
    ...files.map((path): Piece => ({
      importance: 915,
      full: `- ${fileLink(context, path)}\n`,
      omitted: "left out file",
    })),
    { importance: 915, full: "\n", omitted: "line" },
  ];
}

/** What else is held and concerns this pull request, the most urgent first. */
export function heldPieces(held: readonly Held[], context: TellContext): Piece[] {
  if (held.length === 0) return [];
  const rank = new Map(heldReasons.map((reason, index) => [reason, index]));
  const sorted = held.toSorted((one, other) => (rank.get(one.reason) ?? 0) - (rank.get(other.reason) ?? 0));
  return [
    { importance: 1000, full: "#### Not in here\n\n", omitted: "heading" },
    ...sorted.map((item): Piece => ({
      importance: 600,
      fullImportance: 590,
      full: `- ${heldLine(item, context)}\n`,
      short: `- ${code(item.dependency)}${moveOf(item)}: ${heldWords[item.reason]}\n`,
      omitted: "held update",
    })),
    { importance: 1000, full: "\n", omitted: "line" },
  ];
}

/** One held thing as a line of markdown. */
export function heldLine(item: Held, context: TellContext): string {
  const where = item.file === undefined ? "" : ` (${fileLink(context, item.file, item.line)})`;
  return `${code(item.dependency)}${moveOf(item)}: ${introduce(item.reason)}${whyOf(item)}${where}`;
}

/** Its own sentence. */
export function whyOf(item: Held): string {
  return sentence(item.why, [item.dependency, item.from, item.to, item.file ?? ""]);
}

/** ` 5.1.0 → 6.0.0`, as far as it is known. */
export function moveOf({ from, to }: Held): string {
  if (from === "" && to === "") return "";
  return from === "" || to === "" ? ` ${code(from === "" ? to : from)}` : ` ${code(from)} → ${code(to)}`;
}
