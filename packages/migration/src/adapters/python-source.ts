/** Reads Python as tokens and logical lines: enough to find assignments, literals and the bodies of functions. Nothing is run. */

/** A token. Of a string `value` is what it means, undefined where an f-string computes it. */
export type PythonToken = { kind: "name" | "number" | "string" | "operator"; text: string; value?: string };

/** A logical line: what one statement (or the head of a block) is written in, however many lines of the file that takes. */
export type PythonLine = { indent: number; tokens: readonly PythonToken[] };

const STRING = /(?:[rR][bBfF]?|[bBfF][rR]?|[uU])?(?:"""|'''|"|')/y;
const WORD = /[\p{L}_][\p{L}\p{N}\p{M}_]*/uy;
const NUMBER = /\d[\w.]*|\.\d[\w.]*/y;
const OPERATOR = /->|:=|\*\*=?|\/\/=?|[<>=!+\-*/%&|^@]=|[^\s\w]/y;
const TAB = 8;

/** The logical lines of a source. An unclosed string or bracket reaches to the end of the file. */
export function pythonLines(source: string): readonly PythonLine[] {
  const text = source.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
  const lines: PythonLine[] = [];
  let tokens: PythonToken[] = [];
  let indent = 0;
  let depth = 0;
  let at = 0;
  const end = (): void => {
    if (tokens.length > 0) lines.push({ indent, tokens });
    tokens = [];
  };
  while (at < text.length) {
    const here = text.charAt(at);
    if (here === "\n") {
      if (depth === 0) end();
      at += 1;
    } else if (here === "\\" && text.charAt(at + 1) === "\n") {
      at += 2;
    } else if (here === "#") {
      const stop = text.indexOf("\n", at);
      at = stop === -1 ? text.length : stop;
    } else if (/\s/.test(here)) {
      at += 1;
    } else {
      if (tokens.length === 0) indent = columnOf(text, at);
      const { token, next } = readToken(text, at);
      at = next;
      if (token.kind === "operator" && "([{".includes(token.text)) depth += 1;
      if (token.kind === "operator" && ")]}".includes(token.text)) depth = Math.max(0, depth - 1);
      // `a = 1; b = 2`: two statements of one line.
      if (token.text === ";" && depth === 0) end();
      else tokens.push(token);
    }
  }
  end();
  return lines;
}

/** How far in a line begins; a second statement of the same line stands where its line does. */
function columnOf(text: string, at: number): number {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const space = /^[ \t\f]*/.exec(text.slice(start, at))?.[0] ?? "";
  return Array.from(space).reduce((column, each) => (each === "\t" ? column + TAB - (column % TAB) : column + 1), 0);
}

function readToken(text: string, at: number): { token: PythonToken; next: number } {
  const opening = match(STRING, text, at);
  if (opening !== undefined) return readString(text, at, opening);
  for (const [kind, pattern] of [
    ["name", WORD],
    ["number", NUMBER],
    ["operator", OPERATOR],
  ] as const) {
    const found = match(pattern, text, at);
    if (found !== undefined) return { token: { kind, text: found }, next: at + found.length };
  }
  return { token: { kind: "operator", text: text.charAt(at) }, next: at + 1 };
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function readString(text: string, at: number, opening: string): { token: PythonToken; next: number } {
  const quote = opening.endsWith('"""') || opening.endsWith("'''") ? opening.slice(-3) : opening.slice(-1);
  const prefix = opening.slice(0, -quote.length).toLowerCase();
  const from = at + opening.length;
  let to = from;
  while (to < text.length && !text.startsWith(quote, to)) {
    if (quote.length === 1 && text.charAt(to) === "\n") break;
    to += text.charAt(to) === "\\" ? 2 : 1;
  }
  const inner = text.slice(from, to);
  const next = Math.min(text.length, to + quote.length);
  const token: PythonToken = { kind: "string", text: text.slice(at, next) };
  if (prefix.includes("f")) return { token, next };
  return { token: { ...token, value: prefix.includes("r") ? inner : unescape(inner) }, next };
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "\n": "", "0": "\0" };

function unescape(text: string): string {
  return text.replaceAll(
    /\\(?:x([\da-f]{2})|u([\da-f]{4})|([^]))/gi,
    (whole, byte?: string, unit?: string, one?: string) => {
      const code = byte ?? unit;
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      if (one === undefined) return whole;
      return ESCAPES[one] ?? (/[\\'"]/.test(one) ? one : whole);
    },
  );
}

/** The parts of a list, a tuple's inside, or arguments: split at the commas that stand outside of all brackets. */
export function splitPython(tokens: readonly PythonToken[]): readonly (readonly PythonToken[])[] {
  const parts: PythonToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === "operator" && "([{".includes(token.text)) depth += 1;
    if (token.kind === "operator" && ")]}".includes(token.text)) depth -= 1;
    if (depth === 0 && token.text === ",") parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

/** What stands between the bracket that the tokens begin with and the one that closes it; undefined unless that is all there is. */
export function insideBrackets(tokens: readonly PythonToken[]): readonly PythonToken[] | undefined {
  const [first] = tokens;
  if (first?.kind !== "operator" || !"([{".includes(first.text)) return undefined;
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "operator") continue;
    if ("([{".includes(token.text)) depth += 1;
    if (")]}".includes(token.text)) depth -= 1;
    if (depth === 0) return at === tokens.length - 1 ? tokens.slice(1, -1) : undefined;
  }
  return undefined;
}
