/**
 * How old a release must be, as the input writes it.
 */
import { formatDuration, parseDuration } from "@handrail/runner";

const DAYS = /^([0-9]{1,4})d$/;
const DAY = 86_400_000;

/** Milliseconds of `0`, `7d` or a duration such as `72h`. Throws a RangeError for anything else. */
export function parseAge(text: string): number {
  if (text === "0" || text === "") return 0;
  const days = DAYS.exec(text)?.[1];
  return days === undefined ? parseDuration(text) : Number(days) * DAY;
}

/** The same age as the input would write it: `7d`, `72h`. */
export function renderAge(ms: number): string {
  return ms % DAY === 0 ? `${ms / DAY}d` : formatDuration(ms);
}

/** What is wrong with the text; undefined when it is an age. */
export function ageProblem(text: string): string | undefined {
  try {
    parseAge(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : "it cannot be read";
  }
}
