/**
 * Text from outside where it is not markdown: titles, commit messages, the log. A commit message is read by GitHub, too
 * (mentions, `Closes #1`), and has no way to escape anything: what could mean something there is left out.
 */
import { neutraliseText } from "@handrail/runner";

/** Everything but letters, digits and the signs that names, versions and constraints are made of. */
const UNPLAIN = /[^\p{L}\p{N} ._/:+~<>=!,()'*-]/gu;

/**
 * A name for a title or a commit message: one line, every sign that GitHub reads there is a `_`. Usual names are as they
 * are: `hashicorp/aws`, `~> 5.31, != 5.40.0`.
 */
export function plainName(text: string): string {
  return oneLine(text)
    .replaceAll(UNPLAIN, "_")
    .replaceAll(/\bGH-(?=\d)/gi, (found) => `${found.slice(0, -1)}_`)
    .replaceAll("://", ":__");
}

/** A text on one line, for a log that makes commands and invisible characters harmless itself. */
export function oneLine(text: string): string {
  return neutraliseText(text)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
}

/** At most so many characters; an ellipsis stands for the rest. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.charCodeAt(most - 2) >>> 10 === 0x36 ? most - 2 : most - 1;
  return `${text.slice(0, end).trimEnd()}…`;
}
