/**
 * Version files that are plain lines: .terraform-version and its kin, and .tool-versions.
 */
import type { Product } from "@handrail/terraform";
import type { Span } from "./mention.ts";
import type { Notes } from "./sighting.ts";

const place = "version file";

/** The lines of a text without their ends; a BOM is no part of the first. */
export function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = text.startsWith("\uFEFF") ? 1 : 0;
  for (const found of text.matchAll(/\r\n|[\r\n]/g)) {
    lines.push({ start, end: found.index });
    start = found.index + found[0].length;
  }
  lines.push({ start, end: text.length });
  return lines;
}

/** What counts of a line: without white space around it and without a comment behind it. */
function contentOf(text: string, { start, end }: Span, comment: RegExp): Span {
  const line = text.slice(start, end).replace(comment, "");
  const content = line.trimStart();
  return {
    start: start + line.length - content.length,
    end: start + line.length - content.length + content.trimEnd().length,
  };
}

/** .terraform-version, .opentofu-version, .tfswitchrc: one line with the version. */
export function noteBareVersion(notes: Notes, product: Product): void {
  const subject = { is: "terraform", product } as const;
  const contents = linesOf(notes.text).map((line) => contentOf(notes.text, line, /^\s*#.*/));
  const [first, second] = contents.filter(({ start, end }) => end > start);
  if (first === undefined) return;
  if (second === undefined) notes.version(subject, place, "request", first);
  else notes.doubt({ subject, place }, second, "the file names more than one version, of which only one can be used");
}

/** .tool-versions: `terraform 1.5.7 1.4.0 # comment`; the first version is the one that is used. */
export function noteToolVersions(notes: Notes): void {
  for (const line of linesOf(notes.text)) {
    const { start, end } = contentOf(notes.text, line, /#.*/);
    const [, tool = "", space = "", version = ""] =
      /^(terraform|opentofu)([ \t]+)(\S+)/.exec(notes.text.slice(start, end)) ?? [];
    if (tool !== "terraform" && tool !== "opentofu") continue;
    const at = start + tool.length + space.length;
    notes.version({ is: "terraform", product: tool }, place, "exact", { start: at, end: at + version.length });
  }
}
