/**
 * The structure of a file in HCL: blocks, arguments, literal texts with their offsets, on top of the lexer. A file whose
 * brackets, quotes or bodies are not in order is refused, so that no version is taken from a misread place.
 * It evaluates nothing and knows no terraform.
 */
import { scanHcl, unescapeQuoted, type Token } from "@handrail/terraform";
import { Flaw, lineAt } from "./flaw.ts";
import type { Attribute, Body, Value } from "./configuration-tree.ts";

/** The tokens that mean something; `closer[i]` is the index of the token that closes token i, 0 where none does. */
type Tree = { text: string; tokens: Token[]; closer: number[] };

const CLOSERS: Readonly<Record<string, string>> = { "{": "}", "(": ")", "[": "]" };
const OPENED: ReadonlySet<string> = new Set(Object.values(CLOSERS));

/** The top of a file. Throws a Flaw; reading a block's body can throw one, too. Linear, whatever the text holds. */
export function readHclTree(text: string): Body {
  const tree: Tree = { text, tokens: [], closer: [] };
  const open: { index: number; closes: string }[] = [];
  for (const token of scanHcl(text)) {
    const { kind } = token;
    if (kind === "space" || kind === "comment" || kind === "bom") continue;
    if (kind === "invalid")
      throw flaw(tree, token, "a character here has no meaning in HCL, or something is not ended");
    const index = tree.tokens.push(token) - 1;
    tree.closer.push(0);
    const closes = closerOf(text, token);
    if (closes !== undefined) open.push({ index, closes });
    else if (isCloser(text, token)) close(tree, open, index);
  }
  const unclosed = open.pop();
  if (unclosed !== undefined) throw flaw(tree, tree.tokens[unclosed.index], "what begins here is never closed");
  return readBody(tree, 0, tree.tokens.length);
}

function flaw(tree: Tree, token: Token | undefined, why: string): Flaw {
  return new Flaw(why, lineAt(tree.text, token?.start ?? tree.text.length));
}

/** What closes the token: a kind of token, or a bracket; undefined when it opens nothing. */
function closerOf(text: string, { kind, start, end }: Token): string | undefined {
  if (kind === "operator") return end === start + 1 ? CLOSERS[text.charAt(start)] : undefined;
  return kind.endsWith("-open") ? `${kind.slice(0, -"open".length)}close` : undefined;
}

function isCloser(text: string, { kind, start, end }: Token): boolean {
  return kind === "operator" ? end === start + 1 && OPENED.has(text.charAt(start)) : kind.endsWith("-close");
}

function close(tree: Tree, open: { index: number; closes: string }[], index: number): void {
  const token = tree.tokens[index];
  const last = open.pop();
  const name = token?.kind === "operator" ? tree.text.charAt(token.start) : token?.kind;
  if (last === undefined || last.closes !== name) throw flaw(tree, token, "it closes what was not opened");
  tree.closer[last.index] = index;
}

function slice({ text, tokens }: Tree, index: number): string {
  const token = tokens[index];
  return token === undefined ? "" : text.slice(token.start, token.end);
}

function isOperator(tree: Tree, index: number, operator: string): boolean {
  return tree.tokens[index]?.kind === "operator" && slice(tree, index) === operator;
}

function readBody(tree: Tree, from: number, to: number): Body {
  const body: Body = { attributes: [], blocks: [] };
  let index = from;
  while (index < to) {
    const token = tree.tokens[index];
    if (token?.kind === "newline") index += 1;
    else if (token?.kind !== "identifier") throw flaw(tree, token, "neither an argument nor a block begins like this");
    else if (isOperator(tree, index + 1, "=")) {
      const end = expressionEnd(tree, index + 2, to, false);
      if (end === index + 2) throw flaw(tree, token, "the argument has no value");
      body.attributes.push({ name: slice(tree, index), value: readValue(tree, index + 2, end) });
      index = end;
    } else index = readBlock(tree, index, to, body);
  }
  return body;
}

/** Adds the block at `at` to the body; the index behind it. */
function readBlock(tree: Tree, at: number, to: number, body: Body): number {
  const labels: string[] = [];
  let index = at + 1;
  while (index < to && !isOperator(tree, index, "{")) {
    const token = tree.tokens[index];
    if (token?.kind !== "identifier" && token?.kind !== "quote-open") {
      throw flaw(tree, token, "neither an argument nor a block goes on like this");
    }
    const end = token.kind === "identifier" ? index + 1 : (tree.closer[index] ?? to) + 1;
    const value = readValue(tree, index, end);
    labels.push(token.kind === "identifier" ? slice(tree, index) : value.kind === "text" ? value.value : "");
    index = end;
  }
  if (index >= to) throw flaw(tree, tree.tokens[at], "neither an argument nor a block goes on like this");
  const closer = tree.closer[index] ?? to;
  const inside = index + 1;
  const start = tree.tokens[at]?.start ?? 0;
  body.blocks.push({ type: slice(tree, at), start, labels, read: () => readBody(tree, inside, closer) });
  const next = closer + 1;
  if (next < to && tree.tokens[next]?.kind !== "newline") {
    throw flaw(tree, tree.tokens[next], "a new line has to begin behind a block");
  }
  return next;
}

/** The index behind an expression: its line break or, in an object, also its comma. */
function expressionEnd(tree: Tree, from: number, to: number, isInObject: boolean): number {
  for (let index = from; index < to; index += 1) {
    if (tree.tokens[index]?.kind === "newline" || (isInObject && isOperator(tree, index, ","))) return index;
    const closer = tree.closer[index] ?? 0;
    if (closer > 0) index = closer;
  }
  return to;
}

function readValue(tree: Tree, from: number, to: number): Value {
  const { text, tokens, closer } = tree;
  const start = tokens[from]?.start ?? text.length;
  const span = { start, end: Math.max(start, tokens[to - 1]?.end ?? start) };
  if (closer[from] !== to - 1) return { ...span, kind: "other" };
  if (isOperator(tree, from, "{")) return { ...span, kind: "object", read: () => readObject(tree, from + 1, to - 1) };
  const isLiteral = to - from === 2 || (to - from === 3 && tokens[from + 1]?.kind === "literal");
  if (tokens[from]?.kind !== "quote-open" || !isLiteral) return { ...span, kind: "other" };
  const content = { start: span.start + 1, end: span.end - 1 };
  const value = unescapeQuoted(text.slice(content.start, content.end));
  return value === undefined ? { ...span, kind: "other" } : { ...span, kind: "text", value, content };
}

/** The members of an object; those whose names are expressions are left out. */
function readObject(tree: Tree, from: number, to: number): Attribute[] {
  const attributes: Attribute[] = [];
  let index = from;
  while (index < to) {
    const end = expressionEnd(tree, index, to, true);
    const isQuoted = tree.tokens[index]?.kind === "quote-open";
    const behind = isQuoted ? (tree.closer[index] ?? to) + 1 : index + 1;
    if (behind < end && (isOperator(tree, behind, "=") || isOperator(tree, behind, ":"))) {
      const key = isQuoted ? readValue(tree, index, behind) : undefined;
      const name = key === undefined ? slice(tree, index) : key.kind === "text" ? key.value : "";
      attributes.push({ name, value: readValue(tree, behind + 1, end) });
    }
    index = end + 1;
  }
  return attributes;
}
