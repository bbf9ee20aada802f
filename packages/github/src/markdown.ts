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
 * What means something even inside backticks: a bar ends a table cell, `]:` makes a link definition (which renders as
 * nothing) of a link at the start of a paragraph, and no reader of the source shall find a marker in a name.
 */
const BEFORE_CODE = /\||\]:|<!--/;

/**
 * Text as inline code, on one line. Safe in paragraphs, headings, list items, link texts and table cells. Keep a space
 * or a letter between two of them: neighbouring backticks would run together.
 */
export function code(text: string): string {
  if (BEFORE_CODE.test(text)) return codeHtml(text);
  const line = escapeLine(text);
  const ticks = "`".repeat(longestRun(line) + 1);
  const isPadded = line === "" || /^`|`$|^ .* $/u.test(line);
  return isPadded ? `${ticks} ${line} ${ticks}` : `${ticks}${line}${ticks}`;
}

/** What a name is joined with. Inside a word it has no meaning for anybody, but `www.` begins a link. */
const JOINT = /^[A-Za-z0-9][._-][A-Za-z0-9]$/;

/**
 * Text as `<code>`, for the inside of html (a `<summary>`) and for markdown: punctuation is written as character
 * references, which never have a meaning for a markdown or html parser; what joins the parts of a name stays, so that
 * addresses can be read in the source, too.
 */
export function codeHtml(text: string): string {
  const isLink = /www\./i.test(text);
  const line = escapeLine(text).replaceAll(/[!-/:-@[-`{-~]/g, (sign, at: number, whole: string) => {
    if (!isLink && JOINT.test(whole.slice(at - 1, at + 2))) return sign;
    // cmark-gfm looks for e-mail addresses after it has resolved references; an element between the parts hides them.
    const isAddress =
      sign === "@" && /[A-Za-z0-9._+-]/.test(whole[at - 1] ?? "") && /[A-Za-z0-9]/.test(whole[at + 1] ?? "");
    return `&#${sign.charCodeAt(0)};${isAddress ? "<wbr>" : ""}`;
  });
  return `<code>${line}</code>`;
}

/**
 * A fenced code block that its content cannot close: the fence is one longer than the longest run of backticks in it.
 * `language` is for GitHub's colours; everything but letters, digits, `+`, `-` and `_` is dropped from it.
 */
export function fence(text: string, language = ""): string {
  // `<!--` in it would look like a marker to readers that are less careful than a markdown parser.
  const content = escapeInvisible(text).replaceAll("<!--", "<! --");
  const ticks = "`".repeat(Math.max(3, longestRun(content) + 1));
  const end = content === "" || content.endsWith("\n") ? "" : "\n";
  return `${ticks}${language.replaceAll(/[^A-Za-z0-9+_-]/g, "")}\n${content}${end}${ticks}`;
}

/**
 * Prose from outside as inline markdown that renders as exactly that text, line ends as `<br>`. For names and values
 * prefer {@link code}: they stay copyable there, here zero-width spaces keep GitHub from making something of them.
 */
export function escapeMarkdown(text: string): string {
  return escapeInvisible(text)
    .trim()
    .replaceAll(/[!-/:-@[-`{-~]|(?<![A-Za-z0-9])[0-9a-f]{7,}(?![A-Za-z0-9])/gi, escapeToken)
    .replaceAll("\t", " ")
    .replaceAll("\n", "<br>");
}

/** Signs after which GitHub looks at the next character: `@name`, `#1`, `:emoji:`, `http://`, `GH-1`, `www.`, `[!NOTE]`. */
const WATCHED = "@#:-.[";

function escapeToken(token: string): string {
  if (token.length > 1) return /^[0-9]+$/.test(token) ? token : token.replaceAll(/.{6}(?=.)/g, `$&${BREAK}`); // a commit
  const reference = `&#${token.charCodeAt(0)};`;
  if (token === "$") return `<span>${reference}</span>`; // how GitHub's documentation writes a dollar that is no math
  return WATCHED.includes(token) ? reference + BREAK : reference;
}

/** One line of several: a pattern for "white space around a line end" would be quadratic on white space. */
function joinLines(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .join(" ");
}

/** A table. Cells are markdown already; bars in them are escaped here, line ends become spaces. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: readonly string[]): string =>
    `| ${head.map((_, column) => joinLines(cells[column] ?? "").replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/**
 * A folded section. `summaryHtml` is html (text from outside through {@link codeHtml}), `body` markdown that is complete
 * in itself.
 */
export function details(summaryHtml: string, body: string, open = false): string {
  return `<details${open ? " open" : ""}><summary>${joinLines(summaryHtml)}</summary>\n\n${body}\n\n</details>`;
}
