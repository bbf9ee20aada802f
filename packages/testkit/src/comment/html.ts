/**
 * A small HTML parser after the rules of the living standard that matter here: how a browser reads what a markdown
 * renderer wrote, hostile raw HTML included. Not complete: no foreign content, no adoption agency, no foster parenting.
 */
import { decodeHTML, decodeHTMLAttribute } from "entities";

/** An element; `#root` is the document. */
export type HtmlElement = {
  kind: "element";
  tag: string;
  attributes: Map<string, string>;
  children: HtmlNode[];
  parent: HtmlElement | undefined;
};

/** A node of the tree. */
export type HtmlNode = HtmlElement | { kind: "text"; text: string } | { kind: "comment"; text: string };

/** Elements without content. */
const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));

/** Elements whose content is text up to their end tag. */
const RAW_TEXT = new Set("script style textarea title xmp iframe noembed noframes".split(" "));

/** Start tags that end an open paragraph. */
const ENDS_PARAGRAPH = new Set(
  "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table ul dd dt".split(
    " ",
  ),
);

/** End tags do not reach beyond these. */
const SCOPES = new Set("applet caption html table td th marquee object template".split(" "));

const TABLE_SCOPE = new Set(["table"]);
const LIST_SCOPE = new Set([...SCOPES, "ul", "ol", "dl"]);
const BUTTON_SCOPE = new Set([...SCOPES, "button"]);
const NO_SCOPE = new Set(["#root"]);

/** A start tag ends these open elements first (up to a scope). */
const IMPLIED: Readonly<Record<string, readonly string[]>> = {
  li: ["li"],
  dt: ["dt", "dd"],
  dd: ["dt", "dd"],
  tr: ["tr", "td", "th"],
  td: ["td", "th"],
  th: ["td", "th"],
  thead: ["tr", "td", "th"],
  tbody: ["tr", "td", "th", "thead", "tbody"],
  tfoot: ["tr", "td", "th", "thead", "tbody"],
  option: ["option"],
};

const TABLE_PARTS = new Set(["tr", "td", "th", "thead", "tbody", "tfoot"]);
const HEADING = /^h[1-6]$/u;

/** Parses a fragment as the content of a body. Never throws. */
export function parseHtml(html: string): HtmlElement {
  const root: HtmlElement = { kind: "element", tag: "#root", attributes: new Map(), children: [], parent: undefined };
  const builder = createBuilder(root);
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    const end = open < 0 ? html.length : open;
    if (end > at) builder.text(decodeHTML(html.slice(at, end)));
    if (open < 0) break;
    at = readMarkup(html, open, builder);
  }
  return root;
}

type Builder = {
  text(text: string): void;
  comment(text: string): void;
  start(tag: string, attributes: Map<string, string>): void;
  end(tag: string): void;
};

/** Reads one construct that begins with "<" and returns the position behind it. */
function readMarkup(html: string, at: number, builder: Builder): number {
  if (html.startsWith("<!--", at)) {
    const { text, next } = readComment(html, at + 4);
    builder.comment(text);
    return next;
  }
  const isEnd = html.charAt(at + 1) === "/";
  const nameAt = at + (isEnd ? 2 : 1);
  if (/[a-z]/iu.test(html.charAt(nameAt))) {
    const { tag, attributes, next } = readTag(html, nameAt);
    if (next === undefined) return html.length;
    if (isEnd) {
      builder.end(tag);
      return next;
    }
    builder.start(tag, attributes);
    if (!RAW_TEXT.has(tag)) return next;
    const close = new RegExp(`</${tag}(?=[\\s/>])`, "iu").exec(html.slice(next));
    const stop = close === null ? html.length : next + close.index;
    builder.text(html.slice(next, stop));
    return stop;
  }
  if (
    html.charAt(at + 1) === "!" ||
    html.charAt(at + 1) === "?" ||
    (isEnd && html.charAt(nameAt) !== ">" && nameAt < html.length)
  ) {
    const close = html.indexOf(">", at);
    builder.comment(html.slice(at + 2, close < 0 ? html.length : close));
    return close < 0 ? html.length : close + 1;
  }
  if (isEnd && html.charAt(nameAt) === ">") return nameAt + 1;
  builder.text("<");
  return at + 1;
}

/** "-->" and "--!>" end a comment; "<!-->" and "<!--->" are empty ones; an open one runs to the end. */
function readComment(html: string, from: number): { text: string; next: number } {
  if (html.startsWith(">", from)) return { text: "", next: from + 1 };
  if (html.startsWith("->", from)) return { text: "", next: from + 2 };
  const dashes = /--!?>/gu;
  dashes.lastIndex = from;
  const found = dashes.exec(html);
  if (found === null) return { text: html.slice(from), next: html.length };
  return { text: html.slice(from, found.index), next: found.index + found[0].length };
}

const ATTRIBUTE = /[\s/]*(?:>|([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?)/uy;

/** A tag's name and attributes; `next` is undefined when it never ends (then nothing of it counts). */
function readTag(html: string, at: number): { tag: string; attributes: Map<string, string>; next: number | undefined } {
  const name = /[^\s/>]+/uy;
  name.lastIndex = at;
  const tag = (name.exec(html)?.[0] ?? "").toLowerCase();
  const attributes = new Map<string, string>();
  ATTRIBUTE.lastIndex = at + tag.length;
  for (;;) {
    const found = ATTRIBUTE.exec(html);
    if (found === null) return { tag, attributes, next: undefined };
    const key = found[1]?.toLowerCase();
    if (key === undefined) return { tag, attributes, next: ATTRIBUTE.lastIndex };
    if (!attributes.has(key)) attributes.set(key, decodeHTMLAttribute(found[2] ?? found[3] ?? found[4] ?? ""));
  }
}

/** Browsers stop nesting here; deeper elements become siblings. */
const MAX_DEPTH = 512;

function createBuilder(root: HtmlElement): Builder {
  let current = root;
  const depths = new WeakMap<HtmlElement, number>([[root, 0]]);
  const inScope = (tags: (tag: string) => boolean, scopes: ReadonlySet<string> = SCOPES): HtmlElement | undefined => {
    for (let each: HtmlElement | undefined = current; each !== undefined; each = each.parent) {
      if (tags(each.tag)) return each;
      if (scopes.has(each.tag)) return undefined;
    }
    return undefined;
  };
  const close = (element: HtmlElement | undefined): void => {
    if (element !== undefined) current = element.parent ?? root;
  };
  const start = (tag: string, attributes: Map<string, string>): void => {
    // Parts of a table outside of one are dropped.
    if (TABLE_PARTS.has(tag) && inScope((each) => each === "table", NO_SCOPE) === undefined) return;
    if (ENDS_PARAGRAPH.has(tag)) close(inScope((each) => each === "p", BUTTON_SCOPE));
    const limits = TABLE_PARTS.has(tag) ? TABLE_SCOPE : LIST_SCOPE;
    for (const ended of IMPLIED[tag] ?? []) close(inScope((each) => each === ended, limits));
    if (HEADING.test(tag) && HEADING.test(current.tag)) close(current);
    if (tag === "a") close(inScope((each) => each === "a"));
    const element: HtmlElement = { kind: "element", tag, attributes, children: [], parent: current };
    current.children.push(element);
    const depth = (depths.get(current) ?? 0) + 1;
    depths.set(element, depth);
    if (!VOID.has(tag) && depth < MAX_DEPTH) current = element;
  };
  const end = (tag: string): void => {
    if (tag === "p" && inScope((each) => each === "p") === undefined) {
      start("p", new Map());
      close(current);
    } else if (HEADING.test(tag)) close(inScope((each) => HEADING.test(each)));
    else if (tag === "br") start("br", new Map());
    else if (TABLE_PARTS.has(tag)) close(inScope((each) => each === tag, TABLE_SCOPE));
    else if (tag === "table") close(inScope((each) => each === "table", NO_SCOPE));
    else if (!VOID.has(tag)) close(inScope((each) => each === tag));
  };
  return {
    start,
    end,
    comment: (text) => void current.children.push({ kind: "comment", text }),
    text: (text) => {
      const last = current.children.at(-1);
      if (last?.kind === "text") last.text += text;
      else current.children.push({ kind: "text", text });
    },
  };
}
