/** A small reader of XML, for changelogs: elements, attributes, text. No DTD, no entities of its own, no namespaces. */
import { Unreadable } from "./liquibase-changeset.ts";

/** An element. `name` without its prefix; `text`: what stands in it directly; `source`: all of it as it is written. */
export type XmlElement = {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: readonly XmlElement[];
  text: string;
  source: string;
};

const TOKEN =
  /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<(\/?)([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;
const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

type Open = {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  text: string;
  from: number;
};

/** The root element. @throws Unreadable for anything that is no plain, well-formed document */
export function parseXml(source: string): XmlElement {
  const text = source.replace(/^\uFEFF/, "");
  const open: Open[] = [];
  let root: XmlElement | undefined;
  let at = 0;
  TOKEN.lastIndex = 0;
  while (at < text.length) {
    const match = TOKEN.exec(text);
    if (match === null) throw new Unreadable("no well-formed XML");
    at = TOKEN.lastIndex;
    const [, cdata, slash, name, attributes = "", empty, plain] = match;
    const parent = open.at(-1);
    if (cdata !== undefined || plain !== undefined) {
      if (parent !== undefined) parent.text += cdata ?? decode(plain ?? "");
      else if ((cdata ?? plain ?? "").trim() !== "") throw new Unreadable("text outside of the root");
    }
    if (name === undefined) continue;
    if (slash === "")
      open.push({ name, attributes: attributesOf(attributes), children: [], text: "", from: match.index });
    else if (parent?.name !== name) throw new Unreadable(`</${name}> without its beginning`);
    if (slash !== "/" && empty !== "/") continue;
    const done = open.pop();
    if (done === undefined) throw new Unreadable("no element");
    const element = close(done, text.slice(done.from, at));
    const outer = open.at(-1);
    if (outer !== undefined) outer.children.push(element);
    else if (root === undefined) root = element;
    else throw new Unreadable("two roots");
  }
  if (root === undefined || open.length > 0) throw new Unreadable("an element without its end");
  return root;
}

function close({ name, attributes, children, text }: Open, source: string): XmlElement {
  return { name: name.slice(name.indexOf(":") + 1), attributes, children, text, source };
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(text.matchAll(ATTRIBUTE), ([, name = "", double, single]) => [
      name,
      decode((double ?? single ?? "").replaceAll(/[\t\r\n]/g, " ")),
    ]),
  );
}

function decode(text: string): string {
  return text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (_, hex?: string, decimal?: string, name?: string) => {
    if (name === undefined)
      return String.fromCodePoint(Number.parseInt(hex ?? decimal ?? "", hex === undefined ? 10 : 16));
    const known = ENTITIES[name];
    if (known === undefined) throw new Unreadable(`&${name};`);
    return known;
  });
}
