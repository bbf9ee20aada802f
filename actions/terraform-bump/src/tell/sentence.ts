/**
 * Sentences with names from outside in them, as markdown on one line: names that people copy and search for stay whole
 * as code, everything else is escaped.
 */
import { code, escapeMarkdown } from "@handrail/github";
import { shorten } from "./plain-text.ts";

/** Versions are copied, too. */
const VERSION = /(?<![\w.-])\d{1,9}(?:\.\d{1,9}){1,3}(?![\w-]|\.\w)/g;

/** How much of one sentence is shown. */
const MOST = 600;

/**
 * A text as inline markdown.
 * @param names what stands as code when it is in the text: dependencies, versions, files
 */
export function sentence(text: string, names: readonly string[] = []): string {
  const line = shorten(text.trim().replaceAll(/\s+/g, " "), MOST);
  const found = [...new Set([...names, ...(line.match(VERSION) ?? [])])].filter(
    (name) => name.length > 1 && line.includes(name),
  );
  if (found.length === 0) return escapeMarkdown(line);
  const words = found.sort((one, other) => other.length - one.length).map((name) => RegExp.escape(name));
  // A whole name, not a part of another one.
  const pieces = line.split(new RegExp(`(?<![\\w./"-])(${words.join("|")})(?![\\w/"-]|\\.\\w)`));
  return pieces.map((piece, index) => (index % 2 === 1 ? code(piece) : escapePiece(piece))).join("");
}

/** White space at the ends is between words. */
function escapePiece(piece: string): string {
  const text = escapeMarkdown(piece);
  if (text === "") return piece === "" ? "" : " ";
  return `${piece.startsWith(" ") ? " " : ""}${text}${piece.endsWith(" ") ? " " : ""}`;
}
