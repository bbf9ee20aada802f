/** What GitHub lets through: elements, links and attributes after its published allow list (html-pipeline). */
import type { HtmlElement, HtmlNode } from "./html.ts";

const ALLOWED = new Set(
  "#root h1 h2 h3 h4 h5 h6 br b i strong em a pre code img tt div ins del sup sub p picture ol ul table thead tbody tfoot blockquote dl dt dd kbd q samp var hr ruby rt rp li tr td th s strike summary details caption figure figcaption abbr bdo cite dfn mark small source span time wbr".split(
    " ",
  ),
);

/** Removed with their content. */
const DROPPED = new Set(["script", "style", "math", "svg", "noscript", "template"]);

const PROTOCOL = /^([a-z][a-z0-9+.-]*):/iu;
const SAFE_PROTOCOLS = new Set(["http", "https", "mailto", "github-windows", "github-mac"]);

/** A copy with only what GitHub shows: comments gone, unknown elements unwrapped, links without bad protocols. */
export function sanitize(root: HtmlElement): HtmlElement {
  const copy: HtmlElement = { ...root, attributes: new Map(), children: [], parent: undefined };
  copyChildren(root, copy);
  return copy;
}

function copyChildren(from: HtmlElement, to: HtmlElement): void {
  for (const node of from.children) {
    if (node.kind === "comment") continue;
    if (node.kind === "text") append(to, node.text);
    else if (DROPPED.has(node.tag)) continue;
    else if (!ALLOWED.has(node.tag)) copyChildren(node, to);
    else {
      const element: HtmlElement = {
        kind: "element",
        tag: node.tag,
        attributes: keepAttributes(node),
        children: [],
        parent: to,
      };
      to.children.push(element);
      copyChildren(node, element);
    }
  }
}

/** Text on both sides of something removed becomes one: the stricter reading, a mention may arise from it. */
function append(to: HtmlElement, text: string): void {
  const last: HtmlNode | undefined = to.children.at(-1);
  if (last?.kind === "text") last.text += text;
  else to.children.push({ kind: "text", text });
}

function keepAttributes(element: HtmlElement): Map<string, string> {
  const kept = new Map<string, string>();
  for (const [name, value] of element.attributes) {
    if (name.startsWith("on") || name === "style" || name === "class" || name === "id") continue;
    if ((name === "href" || name === "src") && !isSafeLink(value)) continue;
    kept.set(name, value);
  }
  // The language of a code block is a class; GitHub keeps that.
  const language = /^language-\S+$/u.exec(element.attributes.get("class") ?? "")?.[0];
  if (language !== undefined) kept.set("class", language);
  return kept;
}

function isSafeLink(value: string): boolean {
  const protocol = PROTOCOL.exec(value.replaceAll(/[\u0000-\u0020]/gu, ""))?.[1];
  return protocol === undefined || SAFE_PROTOCOLS.has(protocol.toLowerCase());
}
