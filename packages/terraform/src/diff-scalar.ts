/**
 * How keys, strings and numbers look in a diff: quoted like HCL, on one line, cut when they are long, with everything
 * invisible made visible. Input is already redacted; nothing here compares structures.
 */

/** What stands for a value that must not be shown. */
export const SENSITIVE = "(sensitive value)";
/** What stands for a value that only the apply will tell. */
export const UNKNOWN = "(known after apply)";

/** A string longer than this is cut. */
const LONGEST = 400;
/** Two values that fit in this many characters are shown as `old -> new` on one line. */
const ONE_LINE = 120;
/** How much of the equal text around a difference is shown when a string is cut. */
const CONTEXT = 60;
const LONGEST_KEY = 100;
/** A key longer than this does not push the equal signs of its neighbours to the right. */
export const WIDEST_KEY = 40;

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_-]*$/;
/**
 * Control characters, line and paragraph separators, and what is invisible or turns the direction of writing: zero
 * widths, bidi marks and embeddings (https://trojansource.codes), variation selectors aside, and lone surrogates.
 */
const INVISIBLE =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|\p{Surrogate}/gu;
const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\n", String.raw`\n`],
  ["\r", String.raw`\r`],
  ["\t", String.raw`\t`],
]);

/** The text with invisible characters as escapes; it has no line break afterwards. A tab may stay as it is. */
export function visible(text: string, keepTabs = false): string {
  return text.replaceAll(INVISIBLE, (character) => {
    if (keepTabs && character === "\t") return character;
    const code = character.codePointAt(0) ?? 0;
    const short = SHORT_ESCAPES.get(character);
    if (short !== undefined) return short;
    return code > 0xffff
      ? String.raw`\U` + code.toString(16).toUpperCase().padStart(8, "0")
      : String.raw`\u` + code.toString(16).toUpperCase().padStart(4, "0");
  });
}

/** A string in quotes, cut when it is long; a cut one says how long it is. */
export function quote(text: string): string {
  const end = boundary(text, LONGEST);
  return end === text.length ? quoted(text) : `${quoted(text.slice(0, end), "", "…")} ${lengthOf(text)}`;
}

/** A line of a text of several lines; a long one is cut and says how long it is. */
export function textLine(line: string): string {
  return cutLine(line, { start: 0, end: boundary(line, LONGEST) });
}

/** Two strings that differ, in quotes, each cut around the difference when they are long. */
export function quotePair(before: string, after: string): { before: string; after: string; isOneLine: boolean } {
  const windows = windowsOf(before, after);
  return {
    before: quoteWindow(before, windows.before),
    after: quoteWindow(after, windows.after),
    isOneLine: before.length + after.length <= ONE_LINE,
  };
}

function quoteWindow(text: string, { start, end }: Window): string {
  const shown = quoted(text.slice(start, end), start > 0 ? "…" : "", end < text.length ? "…" : "");
  return start > 0 || end < text.length ? `${shown} ${lengthOf(text)}` : shown;
}

/** Two lines of text that differ, each cut around the difference when they are long. */
export function textLinePair(before: string, after: string): { before: string; after: string } {
  const windows = windowsOf(before, after);
  return { before: cutLine(before, windows.before), after: cutLine(after, windows.after) };
}

type Window = { start: number; end: number };

/** What is shown of two texts that differ: all, or when one is long the difference with some context. */
function windowsOf(before: string, after: string): { before: Window; after: Window } {
  if (before.length <= LONGEST && after.length <= LONGEST) {
    return { before: { start: 0, end: before.length }, after: { start: 0, end: after.length } };
  }
  const { prefix, suffix } = commonEnds(before, after);
  const windowOf = (text: string): Window => {
    const start = prefix <= CONTEXT ? 0 : boundary(text, prefix - CONTEXT);
    return { start, end: boundary(text, Math.min(text.length - suffix + CONTEXT, start + LONGEST)) };
  };
  return { before: windowOf(before), after: windowOf(after) };
}

function cutLine(line: string, { start, end }: Window): string {
  const shown = visible(line.slice(start, end), true);
  if (start === 0 && end === line.length) return shown;
  return `${start > 0 ? "…" : ""}${shown}${end < line.length ? "…" : ""} ${lengthOf(line)}`;
}

/** How many characters are equal at the start and, not overlapping, at the end. */
function commonEnds(before: string, after: string): { prefix: number; suffix: number } {
  const shorter = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shorter && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix += 1;
  let suffix = 0;
  while (
    suffix < shorter - prefix &&
    before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)
  ) {
    suffix += 1;
  }
  return { prefix, suffix };
}

function quoted(text: string, head = "", tail = ""): string {
  return `"${head}${visible(text.replaceAll(/["\\]/g, String.raw`\$&`))}${tail}"`;
}

/** A key as HCL writes it: bare when it is an identifier, else in quotes. */
export function keyText(key: string): string {
  if (IDENTIFIER.test(key) && key.length <= LONGEST_KEY) return key;
  const end = boundary(key, LONGEST_KEY);
  return end === key.length ? quoted(key) : quoted(key.slice(0, end), "", "…");
}

/** `1 line`, `2,000 lines`. */
export function count(number: number, noun: string): string {
  return `${String(number).replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, ",")} ${noun}${number === 1 ? "" : "s"}`;
}

function lengthOf(text: string): string {
  return `(${count(text.length, "character")})`;
}

/** The nearest place at or before `at` that does not cut a surrogate pair. */
function boundary(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const code = text.charCodeAt(at);
  return at > 0 && code >= 0xdc00 && code <= 0xdfff ? at - 1 : Math.max(at, 0);
}
