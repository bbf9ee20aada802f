/**
 * Sentences with names from outside in them, as markdown on one line: what people copy and search for stays whole as code,
 * everything else is escaped.
 */
import { code, escapeMarkdown } from "@handrail/github";
import { shorten } from "./plain-text.ts";

/** How much of one sentence is shown. */
const MOST = 600;

/** What a writer put in backticks. */
const QUOTED = /(?<!`)`([^`]+)`(?!`)/;

/** What is copied besides: versions, addresses, variables, and inputs with a hyphen in their names. */
const COPIED = new RegExp(
  [
    String.raw`(?<![\w.-])\d{1,9}(?:\.\d{1,9}){1,3}(?![\w-]|\.\w)`,
    String.raw`(?<!\w)https?:\/\/[^\s"'<>()]*[^\s"'<>().,:;]`,
    String.raw`(?<![\w-])[A-Z]+_[A-Z_]*[A-Z](?![\w-])`,
    String.raw`(?<![\w-])(?:base-branch|branch-prefix|github-token|lock-file|max-open-pull-requests|minimum-release-age)(?![\w-])`,
  ].join("|"),
  "g",
);

/**
 * A text as inline markdown.
 * @param names what stands as code when it is in the text: dependencies, versions, files
 */
export function sentence(text: string, names: readonly string[] = []): string {
  const pieces = oneLine(text).split(QUOTED);
  return pieces.map((piece, index) => (index % 2 === 1 ? code(piece) : named(piece, names))).reduce(join, "");
}

/** A text for the inside of html, where markdown is not read. */
export function htmlSentence(text: string): string {
  return escapeMarkdown(oneLine(text));
}

function oneLine(text: string): string {
  return shorten(text.trim().replaceAll(/\s+/g, " "), MOST);
}

function named(text: string, names: readonly string[]): string {
  const found = [...new Set([...names, ...(text.match(COPIED) ?? [])])].filter(
    (name) => name.length > 1 && text.includes(name),
  );
  if (found.length === 0) return escapePiece(text);
  const words = found.sort((one, other) => other.length - one.length).map((name) => RegExp.escape(name));
  // A whole name, not a part of another one.
  const pieces = text.split(new RegExp(`(?<![\\w./"-])(${words.join("|")})(?![\\w/"-]|\\.\\w)`));
  return pieces.map((piece, index) => (index % 2 === 1 ? code(piece) : escapePiece(piece))).reduce(join, "");
}

/** The backticks of neighbours must not run together. */
function join(before: string, after: string): string {
  return before.endsWith("`") && after.startsWith("`") ? `${before}&#8203;${after}` : `${before}${after}`;
}

/** White space at the ends is between words. */
function escapePiece(piece: string): string {
  const text = escapeMarkdown(piece);
  if (text === "") return piece === "" ? "" : " ";
  return `${piece.startsWith(" ") ? " " : ""}${text}${piece.endsWith(" ") ? " " : ""}`;
}
