/** Markdown to HTML as GitHub does it in comments: markdown-it set up like cmark-gfm with hard line breaks. */
import createMarkdownIt from "markdown-it";
import type { MarkdownIt } from "markdown-it";

/** Tags that GFM disarms by writing their "<" as text (spec section 6.11). */
const TAG_FILTER = /<(?=\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:[\s/>]|$))/giu;

const markdown = createMarkdown();

/** Renders markdown; the result is not sanitized. */
export function renderMarkdown(source: string): string {
  return markdown.render(source);
}

function createMarkdown(): MarkdownIt {
  const made: MarkdownIt = createMarkdownIt({ html: true, linkify: true, breaks: true });
  made.validateLink = () => true;
  // GFM links "www." and addresses with a protocol, nothing shorter.
  made.linkify.set({ fuzzyLink: false, fuzzyEmail: true });
  made.linkify.add("//", null);
  made.linkify.add("www.", {
    validate: (text, position) => /^[^\s<]+/u.exec(text.slice(position))?.[0].length ?? 0,
    normalize: (match) => {
      match.url = `http://${match.url}`;
    },
  });
  strikeSingleTilde(made);
  for (const rule of ["html_block", "html_inline"]) {
    made.renderer.rules[rule] = (tokens, index) => (tokens[index]?.content ?? "").replaceAll(TAG_FILTER, "&lt;");
  }
  return made;
}

/** markdown-it strikes `~~text~~` and longer runs; GitHub strikes `~text~` too, and nothing longer than two. */
function strikeSingleTilde(made: MarkdownIt): void {
  made.inline.ruler.before("strikethrough", "strike", (state, silent) => {
    if (silent || state.src.charAt(state.pos) !== "~") return false;
    const run = state.scanDelims(state.pos, true);
    if (run.length > 2) {
      state.pending += "~".repeat(run.length);
      state.pos += run.length;
      return true;
    }
    if (run.length !== 1 || !run.can_open) return false;
    const end = findClosing(state.src, state.pos + 1, state.posMax);
    if (end < 0) return false;
    state.push("s_open", "s", 1).markup = "~";
    const { posMax } = state;
    state.pos += 1;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.posMax = posMax;
    state.pos = end + 1;
    state.push("s_close", "s", -1).markup = "~";
    return true;
  });
}

/** The next lone tilde when it can close: one after white space opens anew, and the earlier one is text. */
function findClosing(source: string, from: number, to: number): number {
  for (let at = source.indexOf("~", from); at >= 0 && at < to; at = source.indexOf("~", at + 1)) {
    const isLone = source.charAt(at + 1) !== "~" && source.charAt(at - 1) !== "~";
    if (isLone) return at > from && !/\s/u.test(source.charAt(at - 1)) ? at : -1;
  }
  return -1;
}
