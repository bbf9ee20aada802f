/**
 * The values of a TOML file with their offsets, which its parser does not tell. The file must be valid: that is for the
 * parser to say. It knows no tool.
 */
import type { Span } from "./mention.ts";

/** A value that is no table and no list. `path`: the keys to it, numbers in lists. `content`: between quotes on one line. */
export type TomlLeaf = Span & { path: (string | number)[]; content?: Span };

type Reader = { text: string; at: number; leaves: TomlLeaf[] };

const BLANK = /(?:[ \t\r\n]+|#[^\n]*)*/y;
const SPACE = /[ \t]*/y;
const KEY = /[A-Za-z0-9_-]+|"[^"\\\n]*(?:\\.[^"\\\n]*)*"|'[^'\n]*'/y;
const TEXT =
  /"""[^"\\]*(?:(?:\\[\s\S]|"(?!""))[^"\\]*)*"{3,5}|'''[\s\S]*?'{3,5}|"[^"\\\n]*(?:\\.[^"\\\n]*)*"|'[^'\n]*'/y;
const WORD = /[^\s,\]}#]+(?: [0-9:.+\-Zz]+)?/y;
/** Deeper lists and tables than any file of a tool has are not looked into. */
const MAX_DEPTH = 50;

/** Every value of a valid file, in order. Stops where the text is not what was expected. */
export function readTomlLeaves(text: string): TomlLeaf[] {
  const reader: Reader = { text, at: text.startsWith("\uFEFF") ? 1 : 0, leaves: [] };
  const lists = new Map<string, number>();
  let table: (string | number)[] = [];
  for (;;) {
    skip(reader, BLANK);
    if (reader.at >= text.length) return reader.leaves;
    const before = reader.at;
    if (text.startsWith("[[", before)) {
      reader.at += 2;
      const keys = readKeys(reader);
      const name = JSON.stringify(keys);
      const index = lists.get(name) ?? 0;
      lists.set(name, index + 1);
      table = [...keys, index];
      reader.at += 2;
    } else if (text.startsWith("[", before)) {
      reader.at += 1;
      table = readKeys(reader);
      reader.at += 1;
    } else readPair(reader, table, 0);
    if (reader.at === before) return reader.leaves;
  }
}

function skip(reader: Reader, pattern: RegExp): string {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0] ?? "";
  reader.at += found.length;
  return found;
}

/** `a."b".c`, with the cursor behind it and the space that follows. */
function readKeys(reader: Reader): (string | number)[] {
  const keys: string[] = [];
  do {
    if (keys.length > 0) reader.at += 1;
    skip(reader, SPACE);
    const raw = skip(reader, KEY);
    keys.push(raw.startsWith('"') ? unquote(raw) : raw.startsWith("'") ? raw.slice(1, -1) : raw);
    skip(reader, SPACE);
  } while (reader.text.charAt(reader.at) === "." && keys.length <= MAX_DEPTH);
  return keys;
}

/** A key with escapes of TOML that JSON does not have is none that is looked for. */
function unquote(raw: string): string {
  try {
    return String(JSON.parse(raw));
  } catch {
    return raw;
  }
}

function readPair(reader: Reader, table: readonly (string | number)[], depth: number): void {
  const before = reader.at;
  const keys = readKeys(reader);
  if (reader.text.charAt(reader.at) !== "=") {
    reader.at = before;
    return;
  }
  reader.at += 1;
  skip(reader, SPACE);
  readValue(reader, [...table, ...keys], depth);
}

function readValue(reader: Reader, path: (string | number)[], depth: number): void {
  const start = reader.at;
  const first = reader.text.charAt(start);
  if ((first === "[" || first === "{") && depth < MAX_DEPTH) return readItems(reader, path, depth);
  const text = skip(reader, TEXT);
  if (text === "") skip(reader, WORD);
  const end = reader.at;
  const isPlain = text !== "" && !/^(?:"""|''')/.test(text);
  const leaf = { path, start, end };
  reader.leaves.push(isPlain ? { ...leaf, content: { start: start + 1, end: end - 1 } } : leaf);
}

function readItems(reader: Reader, path: (string | number)[], depth: number): void {
  const isList = reader.text.charAt(reader.at) === "[";
  reader.at += 1;
  for (let index = 0; reader.at < reader.text.length; index += 1) {
    skip(reader, BLANK);
    const before = reader.at;
    if (!/[\]}]/.test(reader.text.charAt(before))) {
      if (isList) readValue(reader, [...path, index], depth + 1);
      else readPair(reader, path, depth + 1);
      skip(reader, BLANK);
    }
    const mark = reader.text.charAt(reader.at);
    reader.at += 1;
    if (mark !== "," || reader.at === before) return;
  }
}
