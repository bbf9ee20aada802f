/**
 * The comment oracle: what a reader of GitHub sees when this markdown is a comment, asked by queries. It decides
 * nothing about right or wrong; it must stay independent of how Handrail writes markdown.
 */
import { parseHtml } from "./html.ts";
import type { HtmlElement, HtmlNode } from "./html.ts";
import { renderMarkdown } from "./markdown.ts";
import { findExtras, findMentions, findReferences } from "./plain-text.ts";
import { sanitize } from "./sanitize.ts";

/** A rendered comment. Texts are as a reader sees them, white space included. */
export interface RenderedComment {
  /** The HTML before it is sanitized. */
  readonly html: string;
  /** What GitHub shows. */
  readonly root: HtmlElement;
  readonly text: string;
  readonly headings: { level: number; text: string }[];
  /** Links with a target, typed or automatic. */
  readonly links: { href: string; text: string }[];
  readonly images: { src: string; alt: string }[];
  /** `@user` and `@org/team` that would notify, without the "@". */
  readonly mentions: string[];
  /** `#1`, `GH-1`, `owner/repo#1` and issue addresses; `closes` when a closing keyword stands before. */
  readonly references: { text: string; closes: boolean }[];
  /** Content of the HTML comments in the source: markers. */
  readonly comments: string[];
  readonly details: { summary: string; isOpen: boolean; depth: number; text: string }[];
  readonly tables: { head: string[]; rows: string[][] }[];
  /** Code blocks: language ("" for none) and text. */
  readonly codeBlocks: { language: string; text: string }[];
  /** Code spans. */
  readonly codeSpans: string[];
  /** Other things GitHub makes of plain text: `:emoji:`, `$math$`, footnotes, alerts, task items, commit ids, colours. */
  readonly extras: { kind: "emoji" | "math" | "footnote" | "alert" | "task" | "commit"; text: string }[];
  /** All elements of a tag. */
  find(tag: string): HtmlElement[];
  /**
   * The skeleton: tags without text, e.g. `h2 p(code) details(summary pre(code))`. Equal for a harmless plan and for a
   * hostile one of the same shape.
   */
  outline(): string;
}

/** Renders markdown as a GitHub comment. Queries are worked out when they are asked. */
export function renderComment(markdown: string): RenderedComment {
  const html = renderMarkdown(markdown);
  const document = parseHtml(html);
  const root = sanitize(document);
  const all = elements(root);
  const find = (tag: string): HtmlElement[] => all.filter((each) => each.tag === tag);
  const texts = plainTexts(root);
  return {
    html,
    root,
    find,
    outline: () => outline(root.children),
    get text() {
      return textOf(root);
    },
    get headings() {
      return all.flatMap((each) => describeHeading(each));
    },
    get links() {
      return find("a").flatMap((each) => describeLink(each));
    },
    get images() {
      return find("img").map((each) => describeImage(each));
    },
    get mentions() {
      return texts.flatMap((text) => findMentions(text));
    },
    get references() {
      return texts.flatMap((text) => findReferences(text));
    },
    get comments() {
      return findComments(document);
    },
    get details() {
      return find("details").map((each) => describeDetails(each));
    },
    get tables() {
      return find("table").map((each) => describeTable(each));
    },
    get codeBlocks() {
      return find("pre").map((each) => describeCode(each));
    },
    get codeSpans() {
      return find("code").flatMap((each) => (hasAncestor(each, "pre") ? [] : [textOf(each)]));
    },
    get extras() {
      const plain = texts.flatMap((text) => findExtras(text));
      return [...plain, ...findAlerts(find("blockquote")), ...findTasks(find("li"))];
    },
  };
}

/** The visible text of an element. */
export function textOf(node: HtmlNode): string {
  if (node.kind === "text") return node.text;
  if (node.kind === "comment") return "";
  return node.tag === "br" ? "\n" : node.children.map((child) => textOf(child)).join("");
}

/** All elements below, in the order of the document. */
function elements(root: HtmlElement): HtmlElement[] {
  const found: HtmlElement[] = [];
  const visit = (element: HtmlElement): void => {
    for (const child of element.children) {
      if (child.kind !== "element") continue;
      found.push(child);
      visit(child);
    }
  };
  visit(root);
  return found;
}

function findComments(root: HtmlElement): string[] {
  const found = root.children.flatMap((child) => (child.kind === "comment" ? [child.text] : []));
  const children = elements(root).flatMap((each) => each.children);
  return [...found, ...children.flatMap((child) => (child.kind === "comment" ? [child.text] : []))];
}

function describeHeading(element: HtmlElement): RenderedComment["headings"] {
  const level = /^h([1-6])$/u.exec(element.tag)?.[1];
  return level === undefined ? [] : [{ level: Number(level), text: textOf(element) }];
}

function describeImage({ attributes }: HtmlElement): RenderedComment["images"][number] {
  return { src: attributes.get("src") ?? "", alt: attributes.get("alt") ?? "" };
}

function describeLink(element: HtmlElement): RenderedComment["links"] {
  const href = element.attributes.get("href");
  return href === undefined ? [] : [{ href, text: textOf(element) }];
}

const NO_REFERENCES = new Set(["pre", "code", "a"]);

/** Text nodes in which GitHub looks for mentions and references. */
function plainTexts(root: HtmlElement): string[] {
  const found: string[] = [];
  const visit = (element: HtmlElement): void => {
    for (const child of element.children) {
      if (child.kind === "text") found.push(child.text);
      else if (child.kind === "element" && !NO_REFERENCES.has(child.tag)) visit(child);
    }
  };
  visit(root);
  return found;
}

function findAlerts(quotes: HtmlElement[]): RenderedComment["extras"] {
  return quotes.flatMap((quote) => {
    const found = /^\s*\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/iu.exec(textOf(quote));
    return found === null ? [] : [{ kind: "alert" as const, text: found[0].trim() }];
  });
}

function findTasks(items: HtmlElement[]): RenderedComment["extras"] {
  return items.flatMap((item) => {
    const found = /^\s*\[[ xX]\]\s/u.exec(textOf(item));
    return found === null ? [] : [{ kind: "task" as const, text: textOf(item).trim() }];
  });
}

function describeDetails(element: HtmlElement): RenderedComment["details"][number] {
  const summary = element.children.find(
    (child): child is HtmlElement => child.kind === "element" && child.tag === "summary",
  );
  const rest = element.children.filter((child) => child !== summary);
  let depth = 0;
  for (let each = element.parent; each !== undefined; each = each.parent) if (each.tag === "details") depth += 1;
  return {
    summary: summary === undefined ? "" : textOf(summary).trim(),
    isOpen: element.attributes.has("open"),
    depth,
    text: rest.map((child) => textOf(child)).join(""),
  };
}

function describeTable(table: HtmlElement): RenderedComment["tables"][number] {
  const rows = rowsOf(table);
  return {
    head: rows.filter((row) => isHead(row)).flatMap((row) => cells(row)),
    rows: rows.filter((row) => !isHead(row)).map((row) => cells(row)),
  };
}

/** Its own rows, not those of tables inside. */
function rowsOf(element: HtmlElement): HtmlElement[] {
  return element.children.flatMap((child) => {
    if (child.kind !== "element" || child.tag === "table") return [];
    return child.tag === "tr" ? [child] : rowsOf(child);
  });
}

function cells(row: HtmlElement): string[] {
  return row.children.flatMap((child) =>
    child.kind === "element" && /^t[dh]$/u.test(child.tag) ? [textOf(child).trim()] : [],
  );
}

function isHead(row: HtmlElement): boolean {
  return row.parent?.tag === "thead";
}

function describeCode(pre: HtmlElement): RenderedComment["codeBlocks"][number] {
  const code = pre.children.find((child): child is HtmlElement => child.kind === "element" && child.tag === "code");
  const language =
    /^language-(.+)$/u.exec(code?.attributes.get("class") ?? "")?.[1] ?? pre.attributes.get("lang") ?? "";
  return { language, text: textOf(pre) };
}

function hasAncestor(element: HtmlElement, tag: string): boolean {
  for (let each = element.parent; each !== undefined; each = each.parent) if (each.tag === tag) return true;
  return false;
}

function outline(nodes: readonly HtmlNode[]): string {
  return nodes
    .flatMap((node) => {
      if (node.kind !== "element") return [];
      const inner = outline(node.children);
      const flag = node.tag === "details" && node.attributes.has("open") ? "[open]" : "";
      return [`${node.tag}${flag}${inner === "" ? "" : `(${inner})`}`];
    })
    .join(" ");
}
