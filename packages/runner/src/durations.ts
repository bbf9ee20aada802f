/**
 * Durations as inputs write them: `90s`, `10m`, `1h30m`. Milliseconds inside, this text outside.
 */

const UNITS: readonly (readonly [string, number])[] = [
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1000],
];

/** What a duration looks like, for messages and tables. */
export const DURATION_FORM = "a duration such as 90s, 10m or 1h30m";

/** A job lives 35 days at most (shared limit of GitHub's runs); nothing longer can be meant. */
const MAX_HOURS = 35 * 24;

/**
 * Milliseconds of a text like `1h30m`: whole hours, minutes and seconds in this order, each at most once.
 * Throws a RangeError that says what is accepted.
 */
export function parseDuration(text: string): number {
  const match = /^(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?$/.exec(text);
  if (match === null || text === "") throw new RangeError(`not ${DURATION_FORM}`);
  let total = 0;
  for (const [index, [, size]] of UNITS.entries()) total += Number(match[index + 1] ?? 0) * size;
  if (total > MAX_HOURS * 3_600_000) throw new RangeError(`longer than ${MAX_HOURS}h`);
  return total;
}

/** The text of a duration in milliseconds, rounded to whole seconds: 5400000 is "1h30m", 90000 is "1m30s", 0 is "0s". */
export function formatDuration(ms: number): string {
  let rest = Math.max(0, Math.round(ms / 1000)) * 1000;
  let text = "";
  for (const [name, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) text += `${count}${name}`;
  }
  return text === "" ? "0s" : text;
}
