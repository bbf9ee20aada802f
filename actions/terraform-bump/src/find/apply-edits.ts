/**
 * Edits back into a file: the versions' characters are replaced and nothing else. The result is read again and held
 * against the file as it was, so that an edit that would change anything but its own token is refused.
 */
import { Failure } from "@handrail/runner";
import type { Edit } from "../decide/update.ts";
import { kindOf } from "./file-kind.ts";
import { scanFile } from "./file-scan.ts";
import { readPieces, type Piece } from "./file-pieces.ts";
import type { SourceFile } from "./mention.ts";
import type { Notes, Sighting } from "./sighting.ts";

/**
 * The file's text with the edits. All of them must be of this file as it is.
 * @throws Failure `internal-error` when they are not, or when the result would differ in anything but their tokens
 */
export function applyEdits(file: SourceFile, edits: readonly Edit[]): string {
  const sorted = edits.toSorted((one, other) => one.mention.span.start - other.mention.span.start);
  const parts: string[] = [];
  let at = 0;
  for (const { mention, after } of sorted) {
    const { start, end } = mention.span;
    const isThere = mention.file === file.path && file.text.slice(start, end) === mention.text;
    if (!isThere || start < at) throw defect(file.path, "an edit is not of the file as it is", mention.line);
    parts.push(file.text.slice(at, start), after);
    at = end;
  }
  const text = parts.concat(file.text.slice(at)).join("");
  const problem = findProblem(file, text, sorted);
  if (problem !== undefined) throw defect(file.path, problem, sorted[0]?.mention.line ?? 1);
  return text;
}

function defect(path: string, what: string, line: number): Failure {
  return new Failure({
    reason: "internal-error",
    what: `${path}:${line}: the version is not changed: ${what}`,
    remedy: "This is a defect of the action: report it with this line of the file, and change the version by hand.",
    location: { file: path, line },
  });
}

/** What would change besides the edits' tokens. */
function findProblem(file: SourceFile, text: string, edits: readonly Edit[]): string | undefined {
  const kind = kindOf(file.path);
  if (kind === undefined) return "it is no kind of file that names versions";
  const before = scanFile(file, kind);
  const after = scanFile({ path: file.path, text }, kind);
  if (!("notes" in before)) return "it cannot be read";
  if (!("notes" in after)) return `it could not be read any more: ${after.why}`;
  const places = new Set(before.notes.sightings.map(({ span }) => `${span.start}-${span.end}`));
  if (!edits.every(({ mention: { span } }) => places.has(`${span.start}-${span.end}`)))
    return "no version stands there";
  const shift = shifts(edits);
  if (!haveSameShape(readPieces(file.text, kind), readPieces(text, kind), shift)) {
    return "more than the version would change";
  }
  if (!areShown(before.notes.sightings, after.notes.sightings, edits, shift))
    return "the version would not be found again";
  return isEqual(tellingOf(before.notes), tellingOf(after.notes))
    ? undefined
    : "something else could not be read any more";
}

/** Whether every version is seen again where it has to be, with the text that it has to have. */
function areShown(
  before: readonly Sighting[],
  after: readonly Sighting[],
  edits: readonly Edit[],
  shift: (offset: number) => number,
): boolean {
  const texts = new Map(edits.map((edit) => [edit.mention.span.start, edit.after]));
  const expected = before.map((seen, index) => {
    const text = texts.get(seen.span.start);
    const span = { start: shift(seen.span.start), end: shift(seen.span.end) };
    if (text === undefined) return { ...seen, span };
    // A place that takes either may get an exact version instead of a constraint.
    const isPinned = seen.syntax.as === "constraint" && after[index]?.syntax.as === "version";
    return { ...seen, span, text, syntax: isPinned ? after[index]?.syntax : seen.syntax };
  });
  return isEqual(expected, after);
}

/** What else was noted; constraints are left out, they change with the edits. */
function tellingOf({ doubts, facts }: Notes): unknown {
  const asked = facts.asked.map(({ subject, constraint }) => ({ subject, isAsked: constraint !== "" }));
  return { doubts, calls: facts.calls, hasBackend: facts.hasBackend, locals: [...facts.locals], asked };
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether each piece is of its kind still, and where it has to be: between the edits nothing has changed anyway. */
function haveSameShape(before: readonly Piece[], after: readonly Piece[], shift: (offset: number) => number): boolean {
  if (before.length !== after.length) return false;
  return before.every((piece, index) => {
    const other = after[index];
    return other?.kind === piece.kind && other.start === shift(piece.start) && other.end === shift(piece.end);
  });
}

/** Where an offset of the file as it was is afterwards. The edits come in the order of the text. */
function shifts(edits: readonly Edit[]): (offset: number) => number {
  const ends = edits.map(({ mention }) => mention.span.end);
  const sums: number[] = [0];
  for (const { mention, after } of edits) sums.push((sums.at(-1) ?? 0) + after.length - mention.text.length);
  return (offset) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ends[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return offset + (sums[low] ?? 0);
  };
}
