/**
 * Fits a report into what GitHub takes. Pieces are whole: nothing is ever cut inside a fence, an element or a character.
 * What is left out is counted and named at the end; this file never decides what is important.
 */

/** Most characters of a comment's or pull request's body; one more is answered with 422 (terraform-cdk-action#150). */
export const COMMENT_LIMIT = 65_536;
/** Most bytes of a step's summary; with one more the runner drops the whole summary. */
export const SUMMARY_LIMIT_BYTES = 1_048_576;

/**
 * The size of a text by the least favourable way GitHub may count characters, which is not documented: UTF-16 units
 * (never fewer than code points), every line end as two (CR LF).
 */
export function measure(text: string): number {
  let lineEnds = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lineEnds += 1;
  return text.length + lineEnds;
}

/** The size of a text in bytes of UTF-8, as the runner counts a summary. */
export function measureBytes(text: string): number {
  return Buffer.byteLength(text);
}

/** A part of a report that is shown in full, in short or not at all. */
export type Piece = {
  /** Higher stays longer. */
  importance: number;
  /**
   * What the full form is worth beyond the short one, on the same scale. Left out: less than any short form, so that the
   * list stays complete as long as it can before anything is shown in full.
   */
  fullImportance?: number;
  /** Markdown with its own line ends: pieces are put together without anything between. */
  full: string;
  /** Less of the same, instead of nothing; used only when it is smaller than `full`. */
  short?: string;
  /** What it is called when it is left out, singular: words of ours, not text from outside. */
  omitted: string;
};

/** A report within its budget; `omitted` and `shortened` count pieces by their name. */
export type Fitted = { text: string; omitted: Map<string, number>; shortened: Map<string, number> };

type State = "full" | "short" | "out";
type Item = { piece: Piece; index: number; state: State; full: number; short: number };
/** One more form of a piece to show, and what it is worth. */
type Offer = { item: Item; to: "short" | "full"; worth: number };

/**
 * Chooses what to show, in the order given: the most important first takes its room. A full form that is more important
 * than other pieces takes at most half of what is left, so that one long piece never hides all others.
 * @param budget in the unit of `size`; the result never exceeds it, the line that says what is missing included
 * @param size must be additive: the size of two texts together is the sum of theirs
 */
export function fit(pieces: Piece[], budget: number, size: (text: string) => number = measure): Fitted {
  const items = pieces.map((piece, index): Item => {
    const full = size(piece.full);
    const short = piece.short === undefined ? full : Math.min(full, size(piece.short));
    return { piece, index, state: "full", full, short };
  });
  const total = items.reduce((sum, item) => sum + item.full, 0);
  if (total > budget) choose(items, Math.max(0, budget - size(worstNote(pieces))));
  const text = items.map(textOf).join("");
  const omitted = count(items, "out");
  const shortened = count(items, "short");
  const note = renderNote(omitted, shortened);
  const room = budget - items.reduce((sum, item) => sum + sizeOf(item), 0);
  return { text: size(note) <= room ? text + note : text, omitted, shortened };
}

/** Sets every item's state so that their sizes add up to at most `budget`. */
function choose(items: Item[], budget: number): void {
  let left = budget;
  for (const item of items) item.state = "out";
  for (const { item, to } of offersOf(items)) {
    if (to === "full" && item.state === "out") continue;
    const cost = to === "full" ? item.full - item.short : item.short;
    if (cost > (to === "full" ? left / 2 : left)) continue;
    item.state = to === "short" && item.short === item.full ? "full" : to;
    left -= cost;
  }
  for (const item of items.toSorted(byImportance)) {
    const cost = item.full - item.short;
    if (item.state !== "short" || cost > left) continue;
    item.state = "full";
    left -= cost;
  }
}

function byImportance(a: Item, b: Item): number {
  return compare(b.piece.importance, a.piece.importance) || a.index - b.index;
}

/** Short forms, and the full forms that say what they are worth; the most valuable first, a piece's short form before its full one. */
function offersOf(items: readonly Item[]): Offer[] {
  const offers = items.flatMap((item): Offer[] => {
    const { importance, fullImportance } = item.piece;
    const short: Offer = { item, to: "short", worth: importance };
    if (fullImportance === undefined || item.short === item.full) return [short];
    return [short, { item, to: "full", worth: Math.min(fullImportance, importance) }];
  });
  return offers.sort(
    (a, b) => compare(b.worth, a.worth) || compare(a.to === "full", b.to === "full") || byImportance(a.item, b.item),
  );
}

/** Not a subtraction: infinities have none. */
function compare<T extends number | boolean>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sizeOf(item: Item): number {
  return item.state === "out" ? 0 : item[item.state];
}

function textOf(item: Item): string {
  if (item.state === "out") return "";
  return item.state === "short" ? (item.piece.short ?? item.piece.full) : item.piece.full;
}

function count(items: readonly Item[], state: State): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    if (item.state === state) counts.set(item.piece.omitted, (counts.get(item.piece.omitted) ?? 0) + 1);
  }
  return counts;
}

/** The longest note these pieces can need: every kind both left out and shortened as often as it occurs. */
function worstNote(pieces: readonly Piece[]): string {
  const all = new Map<string, number>();
  for (const { omitted } of pieces) all.set(omitted, (all.get(omitted) ?? 0) + 1);
  return renderNote(all, all);
}

function list(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([name, times]) => `${times} x ${name}`).join(", ");
}

function renderNote(omitted: ReadonlyMap<string, number>, shortened: ReadonlyMap<string, number>): string {
  const sentences = [
    ...(omitted.size === 0 ? [] : [`Left out because the text is too long: ${list(omitted)}.`]),
    ...(shortened.size === 0 ? [] : [`Shortened: ${list(shortened)}.`]),
  ];
  return sentences.length === 0 ? "" : `\n\n*${sentences.join(" ")}*\n`;
}
