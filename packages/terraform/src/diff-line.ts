/**
 * The lines of a rendered diff, and how they become text for a ```diff fence. Knows nothing of plans.
 */

/** One line: what happens to it, how deep it is indented, and its text without line breaks. `#` is a remark. */
export type DiffLine = { sign: " " | "+" | "-" | "~" | "#"; depth: number; text: string };

/**
 * The lines as text for a ```diff fence. The sign stands in column 0, so that GitHub colours the line; an in-place
 * change is `!` there, which GitHub shows in orange. No other line can begin with a sign.
 */
export function renderDiff(lines: readonly DiffLine[]): string {
  return lines
    .map((line) => `${line.sign === "~" ? "!" : line.sign} ${"  ".repeat(line.depth)}${line.text}`)
    .join("\n");
}
