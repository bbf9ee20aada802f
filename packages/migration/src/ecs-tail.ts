/** Keeps the newest lines of an output that may be of any length. Pure; memory is bounded. */

/** See createTail. */
export interface Tail {
  push(line: string): void;
  /** What is kept, each line with a line end. */
  text(): string;
}

/** UTF-16 units that are kept, line ends included. */
const MOST_UNITS = 1_048_576;
/** Lines that are dropped are freed so many at once. */
const SWEEP = 4096;

/** Keeps whole lines, up to `most` units of them; of a line that is longer its end. */
export function createTail(most: number = MOST_UNITS): Tail {
  let lines: string[] = [];
  let first = 0;
  let units = 0;
  return {
    push(line) {
      const kept = line.length < most ? line : line.slice(line.length - most + 1);
      lines.push(kept);
      units += kept.length + 1;
      while (units > most) {
        units -= (lines[first]?.length ?? 0) + 1;
        first += 1;
      }
      if (first < SWEEP) return;
      lines = lines.slice(first);
      first = 0;
    },
    text: () =>
      lines
        .slice(first)
        .map((line) => `${line}\n`)
        .join(""),
  };
}
