/**
 * Shows a text from outside inside a sentence of ours: on one line, in quotes, nothing invisible, not too long.
 */
import { neutraliseText } from "./commands.ts";

/** At most this many characters of a text are shown in a message. */
const MAX_SHOWN = 100;

/** The text in double quotes with its controls as escapes, cut at `limit` characters; the whole length is told when it is cut. */
export function quoteText(text: string, limit: number = MAX_SHOWN): string {
  const characters = Array.from(text.slice(0, 2 * limit + 2));
  const isCut = characters.length > limit || text.length > 2 * limit + 2;
  const shown = JSON.stringify(isCut ? characters.slice(0, limit).join("") : text);
  return neutraliseText(isCut ? `${shown.slice(0, -1)}…" (${text.length} characters)` : shown);
}
