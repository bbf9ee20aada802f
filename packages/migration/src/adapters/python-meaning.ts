/** What Python source says: the values of assignments, and what functions do, as far as that can be read without running it. */
import { insideBrackets, splitPython } from "./python-source.ts";
import type { PythonLine, PythonToken } from "./python-source.ts";

/** A literal: text, `None`, or a list, tuple or set of these. Numbers and booleans are their words. */
export type PythonLiteral = string | null | readonly PythonLiteral[];

/** What the names of a block are assigned, by their last assignment; `lines` are all of one block, deeper ones aside. */
export function assignments(lines: readonly PythonLine[]): ReadonlyMap<string, readonly PythonToken[]> {
  const found = new Map<string, readonly PythonToken[]>();
  const outer = Math.min(...lines.map(({ indent }) => indent));
  for (const { indent, tokens } of lines) {
    const [name] = tokens;
    if (indent !== outer || name?.kind !== "name") continue;
    const at = equalsSign(tokens);
    if (at === undefined) continue;
    const isPlain = tokens[at]?.text === "=" && (at === 1 || tokens[1]?.text === ":");
    // `x += …`, `x.y = …`, `x, y = …`: no longer what was read before.
    if (isPlain) found.set(name.text, tokens.slice(at + 1));
    else found.set(name.text, [{ kind: "operator", text: "?" }]);
  }
  return found;
}

function equalsSign(tokens: readonly PythonToken[]): number | undefined {
  let depth = 0;
  for (const [at, { kind, text }] of tokens.entries()) {
    if (kind !== "operator") continue;
    if ("([{".includes(text)) depth += 1;
    if (")]}".includes(text)) depth -= 1;
    if (depth === 0 && (text === "=" || /^[-+*/|&]=$/.test(text))) return at;
  }
  return undefined;
}

/** Python itself refuses to read deeper ones (its parser's limit is 200 brackets). */
const DEEPEST = 200;

/** The value of a literal; undefined for anything that is computed. */
export function literalOf(tokens: readonly PythonToken[], depth = 0): PythonLiteral | undefined {
  const [first] = tokens;
  if (first === undefined || depth > DEEPEST) return undefined;
  if (tokens.every(({ kind }) => kind === "string")) {
    const values = tokens.map(({ value }) => value);
    return values.every((value) => value !== undefined) ? values.join("") : undefined;
  }
  if (tokens.length === 1) return wordOf(first);
  const inside = insideBrackets(tokens);
  if (inside === undefined) {
    // A tuple can go without brackets: `down_revision = "a", "b"`.
    const parts = splitPython(tokens);
    return parts.length > 1 ? allOf(parts, depth) : undefined;
  }
  const parts = splitPython(inside);
  const isGroup = first.text === "(" && parts.length === 1 && inside.at(-1)?.text !== ",";
  const [only] = parts;
  return isGroup && only !== undefined ? literalOf(only, depth + 1) : allOf(parts, depth);
}

function wordOf({ kind, text }: PythonToken): PythonLiteral | undefined {
  if (kind === "number") return text;
  if (kind !== "name") return undefined;
  return text === "None" ? null : text === "True" || text === "False" ? text : undefined;
}

function allOf(parts: readonly (readonly PythonToken[])[], depth: number): PythonLiteral | undefined {
  const values = parts.map((part) => literalOf(part, depth + 1));
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** A call: what is called, by its last name (`op.execute`: `execute`), what it is a member of, and its arguments. */
export type PythonCall = {
  name: string;
  path: string;
  positional: readonly (readonly PythonToken[])[];
  keywords: ReadonlyMap<string, readonly PythonToken[]>;
};

/** The call that these tokens are; undefined when they are anything else. */
export function callOf(tokens: readonly PythonToken[]): PythonCall | undefined {
  const open = tokens.findIndex(({ kind, text }) => kind === "operator" && text === "(");
  const path = dottedName(tokens.slice(0, Math.max(0, open)));
  const inside = open === -1 ? undefined : insideBrackets(tokens.slice(open));
  if (path === undefined || inside === undefined) return undefined;
  const positional: (readonly PythonToken[])[] = [];
  const keywords = new Map<string, readonly PythonToken[]>();
  for (const part of splitPython(inside)) {
    const [name, equals] = part;
    if (name?.kind === "name" && equals?.text === "=") keywords.set(name.text, part.slice(2));
    else positional.push(part);
  }
  return { name: path.slice(path.lastIndexOf(".") + 1), path, positional, keywords };
}

/** `migrations.RunSQL.noop`; undefined for anything but names with dots between. */
export function dottedName(tokens: readonly PythonToken[]): string | undefined {
  const isName = tokens.every(({ kind, text }, at) => (at % 2 === 0 ? kind === "name" : text === "."));
  return isName && tokens.length % 2 === 1 ? tokens.map(({ text }) => text).join("") : undefined;
}

/** The lines of a block, by its head: those behind it that stand further in. */
export function blockOf(
  lines: readonly PythonLine[],
  isHead: (line: PythonLine) => boolean,
): readonly PythonLine[] | undefined {
  const at = lines.findLastIndex(isHead);
  const head = lines[at];
  if (head === undefined) return undefined;
  const rest = lines.slice(at + 1);
  const stop = rest.findIndex(({ indent }) => indent <= head.indent);
  const body = stop === -1 ? rest : rest.slice(0, stop);
  const colon = endOfHead(head.tokens);
  const inline = colon === undefined ? [] : head.tokens.slice(colon + 1);
  // `def f(): pass`: the body stands in the head's line.
  return inline.length === 0 ? body : [{ indent: head.indent + 1, tokens: inline }, ...body];
}

function endOfHead(tokens: readonly PythonToken[]): number | undefined {
  let depth = 0;
  for (const [at, { kind, text }] of tokens.entries()) {
    if (kind !== "operator") continue;
    if ("([{".includes(text)) depth += 1;
    if (")]}".includes(text)) depth -= 1;
    if (depth === 0 && text === ":") return at;
  }
  return undefined;
}

/** The body of a function of the module; undefined when there is none of that name. */
export function functionBody(lines: readonly PythonLine[], name: string): readonly PythonLine[] | undefined {
  return blockOf(lines, ({ indent, tokens }) => {
    const words = tokens.filter(({ text }) => text !== "async").slice(0, 2);
    return indent === 0 && words[0]?.text === "def" && words[1]?.text === name;
  });
}

/** Whether a body does nothing: `pass`, `...`, text, `return`. */
export function isIdleBody(body: readonly PythonLine[]): boolean {
  return body.every(({ tokens }) => {
    const text = tokens.map((token) => token.text).join(" ");
    return /^(?:pass|return|return None|\. \. \.|None)$/.test(text) || tokens.every(({ kind }) => kind === "string");
  });
}

/** Whether a body does nothing but raise an error. */
export function isRefusal(body: readonly PythonLine[]): boolean {
  const [first, ...more] = body.filter(({ tokens }) => !tokens.every(({ kind }) => kind === "string"));
  return first?.tokens[0]?.text === "raise" && more.length === 0;
}
