/**
 * The diff of texts of several lines: line by line, with context, saying when only white space or line ends change.
 * Texts are redacted already. What one line looks like is diff-scalar.ts's business.
 */
import { align } from "./diff-align.ts";
import type { DiffLine } from "./diff-line.ts";
import { count, textLine, textLinePair } from "./diff-scalar.ts";

/** How many unchanged lines are shown around a change. */
const CONTEXT = 3;
/** Longer texts are not brought to a normal form. */
const LONGEST_FORM = 1 << 20;

/** A line of a text: its sign and what is shown, or how many unchanged lines are left out. */
export type TextLine = { sign: " " | "+" | "-"; text: string } | { unchanged: number };

/** Whether a string is written as a text of lines rather than in quotes. A line break at the end alone is none. */
export function isText(text: string): boolean {
  const first = text.indexOf("\n");
  return first !== -1 && first < text.length - 1;
}

/** The lines of a text; a line break at the end ends the last line. */
export function linesOf(text: string): string[] {
  return (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");
}

/** The word that ends a text; none of its lines. */
export function endWord(...texts: string[]): string {
  const taken = new Set(texts.flatMap((text) => text.match(/^[ \t]*EOT_*[ \t]*$/gm) ?? []).map((word) => word.trim()));
  let word = "EOT";
  while (taken.has(word)) word += "_";
  return word;
}

/** What can be said of two texts that differ; undefined when it is their content. */
export function textNote(before: string, after: string): string | undefined {
  if (`${before}\n` === after) return "a line break at the end is added";
  if (before === `${after}\n`) return "the line break at the end is removed";
  if (isLineEnds(before, after)) return "only line ends change";
  if (before.replaceAll(/\s/g, "") === after.replaceAll(/\s/g, "")) return "only white space changes";
  if (before.length < LONGEST_FORM && before.normalize() === after.normalize()) return "only the Unicode form changes";
  return undefined;
}

/** Whether two texts that differ have the same lines, ended by LF in one and by CR LF in the other. */
export function isLineEnds(before: string, after: string): boolean {
  return before !== after && before.replaceAll("\r\n", "\n") === after.replaceAll("\r\n", "\n");
}

/** The lines of two texts that differ. */
export function diffText(before: string, after: string): TextLine[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const ids = new Map<string, number>();
  const idOf = (line: string): number => {
    const id = ids.get(line) ?? ids.size;
    ids.set(line, id);
    return id;
  };
  const { matches } = align(old.map(idOf), now.map(idOf));
  const lines: TextLine[] = [];
  let [b, a] = [0, 0];
  for (const match of [...matches, { before: old.length, after: now.length }]) {
    addReplaced(lines, old.slice(b, match.before), now.slice(a, match.after));
    const same = old[match.before];
    if (same !== undefined) lines.push({ sign: " ", text: textLine(same) });
    b = match.before + 1;
    a = match.after + 1;
  }
  return withContext(lines);
}

/** Removed lines, then added ones; a long line is cut so that the difference to its counterpart shows. */
function addReplaced(lines: TextLine[], removed: readonly string[], added: readonly string[]): void {
  const counterparts: string[] = [];
  for (const [index, line] of removed.entries()) {
    const other = added[index];
    const pair = other === undefined ? undefined : textLinePair(line, other);
    if (pair !== undefined) counterparts.push(pair.after);
    lines.push({ sign: "-", text: pair?.before ?? textLine(line) });
  }
  for (const [index, line] of added.entries()) lines.push({ sign: "+", text: counterparts[index] ?? textLine(line) });
}

/** Leaves out unchanged lines that are far from any change. */
function withContext(lines: readonly TextLine[]): TextLine[] {
  const near = new Uint8Array(lines.length);
  for (const [index, line] of lines.entries()) {
    if ("sign" in line && line.sign !== " ") near.fill(1, Math.max(0, index - CONTEXT), index + CONTEXT + 1);
  }
  const shown: TextLine[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    let end = index;
    while (end < lines.length && near[end] === 0) end += 1;
    if (end - index > 1) {
      shown.push({ unchanged: end - index });
      index = end;
    }
    const line = lines[index];
    if (line !== undefined) shown.push(line);
  }
  return shown;
}

/** The lines as they stand in the diff. */
export function textDiffLines(lines: readonly TextLine[], depth: number): DiffLine[] {
  return lines.map((line) =>
    "unchanged" in line
      ? { sign: "#", depth, text: `(${count(line.unchanged, "unchanged line")})` }
      : { sign: line.sign, depth, text: line.text },
  );
}
