/**
 * Puts text from outside into GitHub's markdown so that it stays text: no structure, mention, issue reference, link,
 * image, html, marker or terminal escape comes of it. Everything here returns markdown (or html where the name says so);
 * blocks have no line end after them. It must never let a character through because it looks harmless in one place.
 *
 * What GitHub does after CommonMark (github/cmark-gfm extensions, then filters over the html): bare links and e-mail
 * addresses become links, `@name`, `#1`, `GH-1`, commit hashes, `:emoji:` and `$math$` are replaced; none of it in code.
 */
import { escapeInvisible } from "./invisible.ts";

/** Written as a character reference so that an auditor sees it in the source. Stops GitHub's own replacements. */
const BREAK = "&#8203;";

/** `<!--` would start a marker or hide text for readers that are less careful than a markdown parser. */
function breakComments(text: string): string {
  return text.replaceAll("<!--", "<! --");
}

/** One line: line feeds and tabs are shown, too. */
function escapeLine(text: string): string {
  return escapeInvisible(text).replaceAll("\n", "\\n").replaceAll("\t", "\\t");
}

/** The length of the longest run of backticks. */
function longestRun(text: string): number {
  let longest = 0;
  for (let at = text.indexOf("`"); at >= 0; at = text.indexOf("`", at)) {
    const start = at;
    while (text[at] === "`") at += 1;
    longest = Math.max(longest, at - start);
  }
  return longest;
}

/**
 * Text as inline code, on one line. Safe in paragraphs, headings, list items, link texts and table cells. Keep a space
 * or a letter between two of them: neighbouring backticks would run together.
 */
export function code(text: string): string {
  if (text.includes("|")) return codeHtml(text); // a bar ends a table cell even inside backticks
  const line = breakComments(escapeLine(text));
  const ticks = "`".repeat(longestRun(line) + 1);
  const isPadded = line === "" || /^`|`$|^ .* $/u.test(line);
  return isPadded ? `${ticks} ${line} ${ticks}` : `${ticks}${line}${ticks}`;
}

/**
 * Text as `<code>`, for the inside of html (a `<summary>`) and for markdown: all punctuation is written as character
 * references, which never have a meaning for a markdown or html parser.
 */
export function codeHtml(text: string): string {
  const line = escapeLine(text).replaceAll(/[!-/:-@[-`{-~]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  // cmark-gfm looks for e-mail addresses after it has resolved references; an element between the parts hides them.
  return `<code>${line.replaceAll("&#64;", "&#64;<wbr>")}</code>`;
}

/**
 * A fenced code block that its content cannot close: the fence is one longer than the longest run of backticks in it.
 * `language` is for GitHub's colours; everything but letters, digits, `+`, `-` and `_` is dropped from it.
 */
export function fence(text: string, language = ""): string {
  const content = breakComments(escapeInvisible(text));
  const ticks = "`".repeat(Math.max(3, longestRun(content) + 1));
  const end = content === "" || content.endsWith("\n") ? "" : "\n";
  return `${ticks}${language.replaceAll(/[^A-Za-z0-9+_-]/g, "")}\n${content}${end}${ticks}`;
}

/**
 * Prose from outside as inline markdown that renders as exactly that text, line ends as `<br>`. For names and values
 * prefer {@link code}: they stay copyable there, here zero-width characters keep GitHub from making links of them.
 */
export function escapeMarkdown(text: string): string {
  return escapeInvisible(text)
    .trim()
    .replaceAll(/[!-/:-@[-`{-~]|\b(?=[0-9a-f]*[0-9])[0-9a-f]{7,64}\b/gi, escapeToken)
    .replaceAll("\t", " ")
    .replaceAll("\n", "<br>");
}

function escapeToken(token: string, offset: number, text: string): string {
  if (token.length > 1) return /[a-f]/i.test(token) ? `${token.slice(0, 6)}${BREAK}${token.slice(6)}` : token;
  const reference = `&#${token.charCodeAt(0)};`;
  if (token === "$") return `<span>${reference}</span>`; // the way GitHub's documentation names against math
  const next = text[offset + 1];
  const isBroken = next !== undefined && "@#:-.".includes(token) && !/\s/u.test(next);
  return isBroken ? reference + BREAK : reference;
}

/** A table. Cells are markdown already; bars in them are escaped here, line ends become spaces. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: readonly string[]): string =>
    `| ${head.map((_, column) => (cells[column] ?? "").replaceAll(/\s*\n\s*/g, " ").replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/**
 * A folded section. `summaryHtml` is html (text from outside through {@link codeHtml}), `body` markdown that is complete
 * in itself.
 */
export function details(summaryHtml: string, body: string, open = false): string {
  const summary = summaryHtml.replaceAll(/\s*\n\s*/g, " ");
  return `<details${open ? " open" : ""}><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
