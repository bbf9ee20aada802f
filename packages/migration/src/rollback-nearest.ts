/** Names that somebody may have meant. Pure. */

/** What a name can be taken for. */
export type Named = { id: string; title: string };

const MAX_NAMES = 3;
/** Characters of each name that are compared. */
const MAX_COMPARED = 100;

/** The ids that are nearest to what was written, the best first, three at most; none when nothing is like it. */
export function nearestIds(written: string, candidates: readonly Named[]): string[] {
  const ranked = candidates.flatMap(({ id, title }) => {
    const rank = Math.min(rankOf(written, id), title === id ? Infinity : rankOf(written, title));
    return rank === Infinity ? [] : [{ id, rank }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MAX_NAMES)
    .map(({ id }) => id);
}

/** 0 for the same, 1 when one holds the other, else how many letters apart; Infinity when they are not alike. */
function rankOf(written: string, name: string): number {
  const [a, b] = [written, name].map((text) => text.toLowerCase().slice(0, MAX_COMPARED));
  if (a === undefined || b === undefined || a === "" || b === "") return Infinity;
  if (a === b) return 0;
  if (Math.min(a.length, b.length) >= 3 && (a.includes(b) || b.includes(a))) return 1;
  const most = Math.max(1, Math.floor(Math.max(a.length, b.length) / 3));
  const distance = Math.abs(a.length - b.length) > most ? Infinity : distanceOf(a, b);
  return distance > most ? Infinity : 1 + distance;
}

/** Levenshtein's: letters to put in, take out or change. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [at, letter] of Array.from(a).entries()) {
    const next = [at + 1];
    for (const [other, candidate] of Array.from(b).entries()) {
      const changed = (row[other] ?? 0) + (letter === candidate ? 0 : 1);
      next.push(Math.min(changed, (row[other + 1] ?? 0) + 1, (next[other] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
