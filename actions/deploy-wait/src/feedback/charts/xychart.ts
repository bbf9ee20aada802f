/**
 * A metric around its deployment as a Mermaid xychart, which GitHub draws in summaries. Pure. Names from outside keep only
 * what cannot mean anything to Mermaid. https://mermaid.js.org/syntax/xyChart.html
 *
 * The grammar knows no missing values and no exponents, so gaps are bridged and numbers are plain. A line that is shorter
 * than the axis ends early: the values before the deployment are drawn once more over the line of all of them, in a colour
 * of their own.
 */
import { measureBytes } from "@handrail/github";
import type { Column } from "./columns.ts";
import { plainNumber } from "./numbers.ts";

/** The earlier time, all of this time, and this time before the deployment; grey, orange and blue on light and on dark. */
const colours = { past: "#8c959f", after: "#d1571b", before: "#2f81f7" } as const;

/** A chart that is larger than this is not drawn; only numbers of a hundred digits make one. */
const MOST_BYTES = 4000;

/** What the colours mean, to be put beside the chart. */
export const legend = "Blue: before the deployment. Orange: after it. Grey: the same time of the baseline.";

/** The chart in its fence; "" when there is nothing on one of the sides. `scale` multiplies the values. */
export function renderXyChart(title: string, yTitle: string, columns: readonly Column[], scale = 1): string {
  const before = columns.filter(({ isAfter }) => !isAfter).length;
  const now = bridge(columns.map(({ now }) => now));
  const past = bridge(columns.map(({ past }) => past));
  const isDrawn = [true, false].every((side) =>
    columns.some((column) => column.isAfter === side && column.now !== undefined),
  );
  if (!isDrawn || now === undefined) return "";
  const line = (values: readonly number[]): string =>
    `    line [${values.map((value) => plainNumber(value * scale)).join(", ")}]`;
  const [low, high] = rangeOf([...now, ...(past ?? [])].map((value) => value * scale));
  const labels = columns.map(({ minute, isAfter }) => `"${isAfter ? "+" : ""}${minute}"`);
  const palette = [...(past === undefined ? [] : [colours.past]), colours.after, colours.before];
  const chart = [
    "```mermaid",
    "---",
    "config:",
    "  xyChart:",
    "    height: 300",
    "  themeVariables:",
    "    xyChart:",
    `      plotColorPalette: "${palette.join(", ")}"`,
    "---",
    "xychart-beta",
    `    title "${plainText(title)}"`,
    `    x-axis "minutes from the deployment" [${labels.join(", ")}]`,
    `    y-axis "${plainText(yTitle)}" ${plainNumber(low)} --> ${plainNumber(high)}`,
    ...(past === undefined ? [] : [line(past)]),
    line(now),
    line(now.slice(0, before)),
    "```",
  ].join("\n");
  return measureBytes(chart) > MOST_BYTES ? "" : chart;
}

/** The values with gaps bridged by straight lines, and the ends continued; undefined when there is none at all. */
function bridge(values: readonly (number | undefined)[]): number[] | undefined {
  const known = values.flatMap((value, at) => (value === undefined ? [] : [{ value, at }]));
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return values.map((value, at) => {
    if (value !== undefined) return value;
    const left = known.findLast((each) => each.at < at) ?? first;
    const right = known.find((each) => each.at > at) ?? last;
    if (left.at >= right.at) return left.value;
    return left.value + ((right.value - left.value) * (at - left.at)) / (right.at - left.at);
  });
}

/** From a little below the least to a little above the greatest; from 0 when that is near. */
function rangeOf(values: readonly number[]): [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const margin = (most - least) * 0.1 || Math.abs(most) * 0.1 || 1;
  const low = least >= 0 && least <= most / 2 ? 0 : least - margin;
  return [least >= 0 ? Math.max(0, low) : low, most + margin];
}

/** Letters, digits and a few signs; quotes, brackets and line ends mean something to Mermaid, `%%` begins a comment. */
function plainText(text: string): string {
  const kept = text
    .replaceAll(/[^\p{L}\p{N} ._/()%-]+/gu, " ")
    .replaceAll(/%+/g, "%")
    .replaceAll(/\s+/g, " ")
    .trim();
  const cut = Array.from(kept).slice(0, 60).join("");
  return cut === "" ? "metric" : cut;
}
