/**
 * The stages as a Mermaid gantt, which GitHub draws in summaries. Names from outside keep only what cannot mean anything to
 * Mermaid. https://mermaid.js.org/syntax/gantt.html
 */
import type { Stage } from "../wait/course.ts";
import { isGood } from "../wait/verdict.ts";
import type { Result } from "../wait/verdict.ts";

/** A row of bars. */
export type Section = { name: string; stages: readonly Stage[]; result: Result };

/** Mermaid gives up on long texts, and so do people. */
const MOST_SECTIONS = 8;
const MOST_BARS = 14;

/** The picture of the sections that began at `beganAt` (ms since 1970); "" when there is nothing to draw. */
export function renderGantt(sections: readonly Section[], beganAt: number): string {
  const drawn = sections
    .filter(({ stages }) => stages.length > 0)
    .toSorted((a, b) => Number(isGood(a.result)) - Number(isGood(b.result)))
    .slice(0, MOST_SECTIONS);
  if (drawn.length === 0) return "";
  const lines = drawn.flatMap(({ name, stages, result }) => [
    `    section ${plain(name, 40)}`,
    ...stages
      .slice(-MOST_BARS)
      .map((stage, at, all) => renderBar(stage, beganAt, at === all.length - 1 ? result : "success")),
  ]);
  const head = ["gantt", "    dateFormat x", "    axisFormat %H:%M:%S", "    todayMarker off"];
  return ["```mermaid", ...head, ...lines, "```"].join("\n");
}

function renderBar({ name, from, to }: Stage, beganAt: number, result: Result): string {
  const start = Math.round(beganAt + from);
  // A bar without a width is not drawn.
  const end = Math.max(start + 1000, Math.round(beganAt + (to ?? from)));
  const seconds = Math.round((end - start) / 1000);
  return `    ${plain(name, 48)} ${seconds}s :${isGood(result) ? "done" : "crit"}, ${start}, ${end}`;
}

/** Letters, digits and a few signs: `:`, `,`, `#`, `;` and line ends mean something to Mermaid. */
function plain(text: string, length: number): string {
  const kept = text
    .replaceAll(/[^\p{L}\p{N} ._/()-]+/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  const cut = Array.from(kept).slice(0, length).join("");
  // These would be statements of the picture.
  return cut === "" ||
    /^(?:title|section|click|todaymarker|axisformat|dateformat|excludes|includes|gantt|vert|call|href|acc)/i.test(cut)
    ? `stage ${cut}`.trim()
    : cut;
}
