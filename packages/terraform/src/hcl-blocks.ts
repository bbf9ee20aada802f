/**
 * A thin structural reader on top of the lexer: blocks, labels, attributes, and which values are literal strings or
 * objects, all with offsets to edit by. It evaluates nothing, never throws, and skips what it cannot read.
 */
import { scanHcl, type Token, type TokenKind } from "./hcl-scan.ts";

/** Offsets are UTF-16 code units of the text, `end` exclusive. */
export type Span = { start: number; end: number };

/**
 * A value. `string`: a quoted literal without template sequences, `value` unescaped, `content` the span between the
 * quotes (when it holds no escape, text.slice of it equals the value). `object`: `{ … }`. `other`: anything else.
 */
export type HclValue =
  | (Span & { kind: "string"; value: string; content: Span })
  | (Span & { kind: "object"; attributes: HclAttribute[] })
  | (Span & { kind: "other" });

/** `name = value`; in an object also `"name" = value` and `name : value`. The span covers name to value. */
export type HclAttribute = Span & { name: string; nameSpan: Span; value: HclValue };

/** `type "label" … { body }`; the span goes from the type to the closing brace, `body` lies between the braces. */
export type HclBlock = Span & {
  type: string;
  labels: string[];
  labelSpans: Span[];
  body: Span;
  attributes: HclAttribute[];
  blocks: HclBlock[];
  isClosed: boolean;
};

export type HclBody = { attributes: HclAttribute[]; blocks: HclBlock[] };

/** Deeper nesting than any real configuration has is skipped, so that hostile text cannot exhaust the stack. */
const MAX_DEPTH = 100;

/** What a token opens or closes. Brackets are always tokens of their own. */
type Pair = { opens?: string; closes?: string };
const BRACKETS: Readonly<Record<string, Pair>> = {
  "{": { opens: "{" },
  "(": { opens: "(" },
  "[": { opens: "[" },
  "}": { closes: "{" },
  ")": { closes: "(" },
  "]": { closes: "[" },
};
const PAIRS: Readonly<Partial<Record<TokenKind, Pair>>> = {
  "quote-open": { opens: "quote" },
  "heredoc-open": { opens: "heredoc" },
  "template-open": { opens: "template" },
  "quote-close": { closes: "quote" },
  "heredoc-close": { closes: "heredoc" },
  "template-close": { closes: "template" },
};

/** The tokens without BOM, spaces and comments; `closer[i]` is the index of the token that closes token i. */
type Source = { text: string; tokens: Token[]; closer: number[] };

/** The blocks at the top of a file. See readHcl. */
export function readBlocks(text: string): HclBlock[] {
  return readHcl(text).blocks;
}

/**
 * The attributes and blocks at the top of a file (a .tfvars file has attributes). Linear; never throws. `scanned` is what
 * scanHcl makes of the text, for who has that already.
 */
export function readHcl(text: string, scanned: readonly Token[] = scanHcl(text)): HclBody {
  const tokens = scanned.filter(({ kind }) => kind !== "space" && kind !== "comment" && kind !== "bom");
  const source = { text, tokens, closer: matchClosers(text, tokens) };
  return readBody(source, 0, tokens.length, 0);
}

function slice(source: Source, index: number): string {
  const token = source.tokens[index];
  return token === undefined ? "" : source.text.slice(token.start, token.end);
}

function isOperator(source: Source, index: number, text: string): boolean {
  return source.tokens[index]?.kind === "operator" && slice(source, index) === text;
}

/** For each opening token the index of its closing one, or the number of tokens where it is never closed. */
function matchClosers(text: string, tokens: readonly Token[]): number[] {
  const closer = Array.from<number>({ length: tokens.length });
  const stack: { name: string; index: number }[] = [];
  const open = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    const opens = openerName(text, token);
    if (opens !== undefined) {
      closer[index] = tokens.length;
      stack.push({ name: opens, index });
      open.set(opens, (open.get(opens) ?? 0) + 1);
      continue;
    }
    const closes = closerName(text, token);
    if (closes === undefined || (open.get(closes) ?? 0) === 0) continue;
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      closer[top.index] = index;
      open.set(top.name, (open.get(top.name) ?? 0) - 1);
      if (top.name === closes) break;
    }
  }
  return closer;
}

function openerName(text: string, { kind, start }: Token): string | undefined {
  return kind === "operator" ? BRACKETS[text.charAt(start)]?.opens : PAIRS[kind]?.opens;
}

function closerName(text: string, { kind, start }: Token): string | undefined {
  return kind === "operator" ? BRACKETS[text.charAt(start)]?.closes : PAIRS[kind]?.closes;
}

function readBody(source: Source, from: number, to: number, depth: number): HclBody {
  const body: HclBody = { attributes: [], blocks: [] };
  let index = from;
  while (index < to) {
    const kind = source.tokens[index]?.kind;
    if (kind === "identifier" && isOperator(source, index + 1, "=")) {
      const end = expressionEnd(source, index + 2, to, false);
      body.attributes.push(readAttribute(source, index, end, depth));
      index = end;
    } else if (kind === "identifier") {
      const { block, next } = readBlock(source, index, to, depth);
      if (block !== undefined) body.blocks.push(block);
      index = next;
    } else if (kind === "newline") index += 1;
    else index = Math.max(index + 1, expressionEnd(source, index, to, false));
  }
  return body;
}

/** The index behind an expression: its line break or, in an object, also its comma, or the end of what is around it. */
function expressionEnd(source: Source, from: number, to: number, isInObject: boolean): number {
  for (let index = from; index < to;) {
    if (source.tokens[index]?.kind === "newline" || (isInObject && isOperator(source, index, ","))) return index;
    const closer = source.closer[index];
    index = closer === undefined ? index + 1 : closer + 1;
  }
  return to;
}

function readBlock(source: Source, at: number, to: number, depth: number): { block?: HclBlock; next: number } {
  const labels: string[] = [];
  const labelSpans: Span[] = [];
  let index = at + 1;
  while (index < to && !isOperator(source, index, "{")) {
    const token = source.tokens[index];
    const end = token?.kind === "quote-open" ? Math.min((source.closer[index] ?? to) + 1, to) : index + 1;
    const value = token?.kind === "quote-open" ? readValue(source, index, end, depth) : undefined;
    if (value?.kind === "string") labels.push(value.value);
    else if (token?.kind === "identifier") labels.push(slice(source, index));
    else return { next: expressionEnd(source, at, to, false) };
    labelSpans.push(spanOf(source, index, end));
    index = end;
  }
  if (index >= to) return { next: to };
  const closer = Math.min(source.closer[index] ?? to, to);
  const isClosed = isOperator(source, closer, "}");
  const body = depth < MAX_DEPTH ? readBody(source, index + 1, closer, depth + 1) : { attributes: [], blocks: [] };
  const whole = spanOf(source, at, isClosed ? closer + 1 : closer);
  const bodyEnd = isClosed ? whole.end - 1 : whole.end;
  const span = { start: source.tokens[index]?.end ?? whole.end, end: bodyEnd };
  return {
    block: { ...whole, type: slice(source, at), labels, labelSpans, body: span, ...body, isClosed },
    next: Math.min(closer + 1, to),
  };
}

/** The span of tokens `from` to `to` (exclusive). */
function spanOf(source: Source, from: number, to: number): Span {
  const start = source.tokens[from]?.start ?? source.text.length;
  return { start, end: Math.max(start, source.tokens[to - 1]?.end ?? start) };
}

function readAttribute(source: Source, at: number, end: number, depth: number): HclAttribute {
  const nameEnd = source.tokens[at]?.kind === "quote-open" ? (source.closer[at] ?? at) + 1 : at + 1;
  const key = nameEnd === at + 1 ? slice(source, at) : stringValue(source, at, nameEnd)?.value;
  return {
    ...spanOf(source, at, end),
    name: key ?? "",
    nameSpan: spanOf(source, at, nameEnd),
    value: readValue(source, nameEnd + 1, end, depth),
  };
}

function readValue(source: Source, from: number, to: number, depth: number): HclValue {
  const span = spanOf(source, from, to);
  const isWhole = from < to && source.closer[from] === to - 1;
  if (isWhole && isOperator(source, from, "{") && depth < MAX_DEPTH) {
    return { ...span, kind: "object", attributes: readObject(source, from + 1, to - 1, depth + 1) };
  }
  return (isWhole ? stringValue(source, from, to) : undefined) ?? { ...span, kind: "other" };
}

function stringValue(source: Source, from: number, to: number): (HclValue & { kind: "string" }) | undefined {
  const isQuoted = source.tokens[from]?.kind === "quote-open" && source.tokens[to - 1]?.kind === "quote-close";
  const isLiteral = to - from === 2 || (to - from === 3 && source.tokens[from + 1]?.kind === "literal");
  if (!isQuoted || !isLiteral) return undefined;
  const span = spanOf(source, from, to);
  const content = { start: span.start + 1, end: span.end - 1 };
  const value = unescapeQuoted(source.text.slice(content.start, content.end));
  return value === undefined ? undefined : { ...span, kind: "string", value, content };
}

function readObject(source: Source, from: number, to: number, depth: number): HclAttribute[] {
  const attributes: HclAttribute[] = [];
  let index = from;
  while (index < to) {
    const end = expressionEnd(source, index, to, true);
    const nameEnd = source.tokens[index]?.kind === "quote-open" ? (source.closer[index] ?? to) + 1 : index + 1;
    const isName = nameEnd > index + 1 || source.tokens[index]?.kind === "identifier";
    if (isName && nameEnd < end && (isOperator(source, nameEnd, "=") || isOperator(source, nameEnd, ":"))) {
      attributes.push(readAttribute(source, index, end, depth));
    }
    index = Math.max(end, index) + 1;
  }
  return attributes;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))|([$%])\4\{|\\/g;

/** The value of quoted literal text; undefined where HCL reads none (a line break, an unknown escape). */
export function unescapeQuoted(raw: string): string | undefined {
  if (raw.includes("\n") || raw.includes("\r")) return undefined;
  let isValid = true;
  const value = raw.replace(ESCAPE, (_, short?: string, long?: string, char?: string, sign?: string) => {
    if (sign !== undefined) return `${sign}{`;
    const code = Number.parseInt(short ?? long ?? "", 16);
    if (!Number.isNaN(code) && code <= 0x10ffff) return String.fromCodePoint(code);
    const known = char === undefined ? undefined : ESCAPES[char];
    if (known === undefined) isValid = false;
    return known ?? "";
  });
  return isValid ? value : undefined;
}
