/** One line of a text from outside. Pure. */

/** As much of a text as fits into one line of so many characters. */
export function cutLine(text: string, length: number): string {
  const line = text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
  const points = Array.from(line);
  return points.length <= length ? line : `${points.slice(0, length - 1).join("")}…`;
}
