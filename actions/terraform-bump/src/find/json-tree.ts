/**
 * A JSON document with the offset of everything in it: order and repeated names stay, which JSON.parse would lose.
 * It knows no terraform. Values deeper than any configuration are read, too: nothing here calls itself.
 */
import { Flaw, lineAt } from "./flaw.ts";
import type { Span } from "./mention.ts";

/** A value. `content` of a text lies between its quotes, `other` is a number, true, false or null. */
export type JsonNode = Span &
  (
    | { kind: "text"; value: string; content: Span }
    | { kind: "object"; members: { name: string; value: JsonNode }[] }
    | { kind: "list"; items: JsonNode[] }
    | { kind: "other" }
  );

/** A token: a bracket, a colon, a comma, a text with its quotes, a word. */
export type JsonToken = Span & { kind: "mark" | "text" | "word" };

type Reader = { text: string; tokens: readonly JsonToken[]; at: number };
type Container = JsonNode & { kind: "object" | "list" };

const TOKEN =
  /[{}[\]:,]|"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"|[-+.0-9A-Za-z]+/y;
const SPACE = /[ \t\r\n]*/y;
const WORD = /^(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)$/;

/** The tokens of a document, without the white space and the BOM. Throws a Flaw. */
export function scanJson(text: string): JsonToken[] {
  const tokens: JsonToken[] = [];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  for (;;) {
    SPACE.lastIndex = at;
    at += SPACE.exec(text)?.[0].length ?? 0;
    if (at === text.length) return tokens;
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text)?.[0];
    const first = text.charAt(at);
    const kind = first === '"' ? "text" : "{}[]:,".includes(first) ? "mark" : "word";
    if (found === undefined || (kind === "word" && !WORD.test(found))) throw notJson(text, at);
    tokens.push({ kind, start: at, end: at + found.length });
    at += found.length;
  }
}

function notJson(text: string, offset: number): Flaw {
  return new Flaw("it is not JSON", lineAt(text, offset));
}

/** The value that a document is. Throws a Flaw. */
export function readJsonTree(text: string): JsonNode {
  const reader: Reader = { text, tokens: scanJson(text), at: 0 };
  const open: Container[] = [];
  const document = readNode(reader);
  if (isContainer(document)) open.push(document);
  for (let inner = open.at(-1); inner !== undefined; inner = open.at(-1)) {
    const value = readNext(reader, inner);
    if (value === undefined) open.pop();
    else if (isContainer(value)) open.push(value);
  }
  if (reader.at < reader.tokens.length) throw fail(reader);
  return document;
}

function isContainer(node: JsonNode): node is Container {
  return node.kind === "object" || node.kind === "list";
}

function fail({ text, tokens, at }: Reader): Flaw {
  return notJson(text, tokens[at]?.start ?? text.length);
}

function isMark({ text, tokens, at }: Reader, mark: string): boolean {
  const token = tokens[at];
  return token?.kind === "mark" && text.charAt(token.start) === mark;
}

/** The value at the cursor; a container without what is in it. */
function readNode(reader: Reader): JsonNode {
  const token = reader.tokens[reader.at];
  if (token === undefined) throw fail(reader);
  const { start, end } = token;
  if (token.kind === "word") {
    reader.at += 1;
    return { start, end, kind: "other" };
  }
  if (token.kind === "text") {
    reader.at += 1;
    const value: unknown = JSON.parse(reader.text.slice(start, end));
    return { start, end, kind: "text", value: String(value), content: { start: start + 1, end: end - 1 } };
  }
  const isObject = isMark(reader, "{");
  if (!isObject && !isMark(reader, "[")) throw fail(reader);
  reader.at += 1;
  return isObject ? { start, end, kind: "object", members: [] } : { start, end, kind: "list", items: [] };
}

/** Adds the next value to the container; undefined at its end. */
function readNext(reader: Reader, inner: Container): JsonNode | undefined {
  const isFirst = inner.kind === "object" ? inner.members.length === 0 : inner.items.length === 0;
  if (isMark(reader, inner.kind === "object" ? "}" : "]")) {
    inner.end = reader.tokens[reader.at]?.end ?? inner.end;
    reader.at += 1;
    return undefined;
  }
  if (!isFirst) {
    if (!isMark(reader, ",")) throw fail(reader);
    reader.at += 1;
  }
  if (inner.kind === "list") {
    const value = readNode(reader);
    inner.items.push(value);
    return value;
  }
  const key = readNode(reader);
  if (key.kind !== "text" || !isMark(reader, ":")) throw fail(reader);
  reader.at += 1;
  const value = readNode(reader);
  inner.members.push({ name: key.value, value });
  return value;
}
