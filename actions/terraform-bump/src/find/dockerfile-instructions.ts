/**
 * The instructions of a Dockerfile with their offsets: continued lines, comments between them, here-documents.
 * https://docs.docker.com/reference/dockerfile/
 */
import type { Span } from "./mention.ts";
import { linesOf } from "./version-file-lines.ts";

/**
 * `text` is what follows the keyword up to the instruction's end and begins at `start`; comments in it and the signs that
 * continue a line are blanked out, so that its offsets are those of the file.
 */
export type Instruction = Span & { keyword: string; text: string };

const ESCAPE_DIRECTIVE = /^#\s*escape\s*=\s*([\\`])\s*$/i;
const KEYWORD = /^(\s*(?:ONBUILD\s+)?([A-Za-z]+))(?:\s|$)/i;
const HEREDOC = /<<-?(["']?)([A-Za-z_][\w.-]*)\1/g;
const WITH_HEREDOC: ReadonlySet<string> = new Set(["RUN", "COPY", "ADD"]);

/** Reads the instructions of a file; what is none is passed over. */
export function readInstructions(text: string): Instruction[] {
  const lines = linesOf(text);
  const escape = escapeOf(text, lines);
  const instructions: Instruction[] = [];
  for (let index = 0; index < lines.length;) {
    const line = lines[index];
    index += 1;
    const raw = line === undefined ? "" : text.slice(line.start, line.end);
    const [, before = "", keyword = ""] = raw.trimStart().startsWith("#") ? [] : (KEYWORD.exec(raw) ?? []);
    if (line === undefined || keyword === "") continue;
    const parts = [withoutEscape(raw, escape)];
    while (parts.at(-1)?.isContinued === true && index < lines.length) {
      const next = lines[index];
      if (next === undefined) break;
      index += 1;
      // Line ends are blanked too, so that the offsets stay.
      parts.push({ text: " ".repeat(next.start - (lines[index - 2]?.end ?? next.start)), isContinued: true });
      const more = text.slice(next.start, next.end);
      const isComment = more.trimStart().startsWith("#") || more.trim() === "";
      parts.push(isComment ? { text: " ".repeat(more.length), isContinued: true } : withoutEscape(more, escape));
    }
    const written = parts.map((part) => part.text).join("");
    const start = line.start + before.length;
    const name = keyword.toUpperCase();
    instructions.push({ keyword: name, start, end: line.start + written.length, text: written.slice(before.length) });
    if (WITH_HEREDOC.has(name)) index = behindHeredocs(text, lines, index, written);
  }
  return instructions;
}

/** The line, blanked where it says that it is continued. */
function withoutEscape(line: string, escape: string): { text: string; isContinued: boolean } {
  const content = line.trimEnd();
  if (!content.endsWith(escape)) return { text: line, isContinued: false };
  return { text: content.slice(0, -1).padEnd(line.length), isContinued: true };
}

/** Directives stand in the first lines; a backtick is what continues a line in files for Windows. */
function escapeOf(text: string, lines: readonly Span[]): string {
  for (const { start, end } of lines) {
    const line = text.slice(start, end).trim();
    if (!line.startsWith("#")) return "\\";
    const escape = ESCAPE_DIRECTIVE.exec(line)?.[1];
    if (escape !== undefined) return escape;
  }
  return "\\";
}

/** The index of the line behind the here-documents that an instruction opens. */
function behindHeredocs(text: string, lines: readonly Span[], from: number, instruction: string): number {
  let index = from;
  for (const [opener, , marker = ""] of instruction.matchAll(HEREDOC)) {
    for (let isOpen = true; isOpen && index < lines.length; index += 1) {
      const line = text.slice(lines[index]?.start, lines[index]?.end);
      isOpen = (opener.startsWith("<<-") ? line.replace(/^\t+/, "") : line) !== marker;
    }
  }
  return index;
}
