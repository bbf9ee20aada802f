/**
 * JSON as values: what a slice of a plan document is read into, without losing a digit.
 * It must not know terraform's keys (plan-reader.ts does) and must not read from anywhere (json-scan.ts does).
 */

/** A JSON object. Read members with `member`, never with a bare index: keys come from outside (`constructor`). */
export type JsonObject = { [key: string]: Json };

/** Any JSON value. A number that JavaScript would not print back as it was written is an {@link ExactNumber}. */
export type Json = null | boolean | number | string | ExactNumber | Json[] | JsonObject;

/** A number kept as it is written in the document: 9007199254740993, 1e400, 1.0. */
export class ExactNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** JSON that cannot be read; `offset` counts from the start of what was read (bytes in a document, else characters). */
export class JsonError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.name = "JsonError";
    this.offset = offset;
  }
}

/**
 * How deep values may nest. Go's encoder refuses to write what nests deeper than 10,000 levels, so no plan does; with
 * a lower limit everything that walks values may recurse.
 */
export const MAX_DEPTH = 1000;

/** The number as written, for `number` and {@link ExactNumber} alike. */
export function numberText(value: number | ExactNumber): string {
  return typeof value === "number" ? String(value) : value.text;
}

/** Whether the value is a JSON object: no list, no null, no number kept as text. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber);
}

/** An own member of a JSON object; undefined when the value is no object or has no such member. */
export function member(value: Json | undefined, key: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/**
 * Sets an own member. A plain assignment would change the prototype for `__proto__`, and would throw for `constructor`
 * and its like where Object.prototype is frozen.
 */
export function setMember(object: JsonObject, key: string, value: Json): void {
  if (key in Object.prototype) {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  } else object[key] = value;
}

/**
 * Reads JSON text (RFC 8259) like JSON.parse, but keeps the digits of numbers and nests at most {@link MAX_DEPTH} deep.
 * `mayRepeat`: whether a key may occur twice in an object; the last one counts then, as for JSON.parse.
 * Throws a {@link JsonError} whose offset counts UTF-16 units.
 */
export function parseJson(text: string, mayRepeat = true): Json {
  if (mayRepeat && isPlain(text)) {
    try {
      return JSON.parse(text) as Json;
    } catch {
      // Read once more below, to say where it is wrong.
    }
  }
  const reader = new ValueReader(text, mayRepeat);
  const value = reader.value(0);
  reader.end();
  return value;
}

/** A number that JSON.parse could read differently: with a point or exponent, of many digits, minus zero. */
const DELICATE = /(?:^|[:,[\s])-?(?:\d{1,15}[.eE]|\d{16})|(?:^|[:,[\s])-0/;

/** Whether JSON.parse, which is many times faster, gives the same: no delicate number, and not nested too deeply. */
function isPlain(text: string): boolean {
  if (DELICATE.test(text)) return false;
  let depth = 0;
  for (const opener of ["{", "["]) {
    for (let at = text.indexOf(opener); at >= 0 && depth <= MAX_DEPTH; at = text.indexOf(opener, at + 1)) depth += 1;
  }
  return depth <= MAX_DEPTH;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const CONTROL = /[\u0000-\u001F]/;
const LITERALS = new Map<string, boolean | null>([
  ["t", true],
  ["f", false],
  ["n", null],
]);

class ValueReader {
  readonly #text: string;
  readonly #mayRepeat: boolean;
  #at = 0;
  #backslash = -1;
  constructor(text: string, mayRepeat: boolean) {
    this.#text = text;
    this.#mayRepeat = mayRepeat;
  }

  value(depth: number): Json {
    if (depth > MAX_DEPTH) throw new JsonError(`values nest deeper than ${MAX_DEPTH} levels`, this.#at);
    const first = this.#next();
    if (first === '"') return this.#string();
    if (first === "{") return this.#object(depth);
    if (first === "[") return this.#list(depth);
    const literal = LITERALS.get(first);
    return literal === undefined ? this.#number() : this.#literal(literal);
  }

  end(): void {
    if (this.#next() !== "") this.#fail();
  }

  #object(depth: number): JsonObject {
    const object: JsonObject = {};
    this.#at += 1;
    if (this.#skipped("}")) return object;
    do {
      if (this.#next() !== '"') this.#fail();
      const key = this.#string();
      if (!this.#skipped(":")) this.#fail();
      if (!this.#mayRepeat && Object.hasOwn(object, key)) throw new JsonError("a key occurs twice", this.#at);
      setMember(object, key, this.value(depth + 1));
    } while (this.#skipped(","));
    if (!this.#skipped("}")) this.#fail();
    return object;
  }

  #list(depth: number): Json[] {
    const list: Json[] = [];
    this.#at += 1;
    if (this.#skipped("]")) return list;
    do list.push(this.value(depth + 1));
    while (this.#skipped(","));
    if (!this.#skipped("]")) this.#fail();
    return list;
  }

  #string(): string {
    const text = this.#text;
    const start = this.#at;
    let end = text.indexOf('"', start + 1);
    let from = start + 1;
    while (end !== -1 && this.#nextBackslash(from) < end) {
      from = this.#backslash + 2;
      if (from > end) end = text.indexOf('"', from);
    }
    if (end === -1) this.#fail(text.length);
    this.#at = end + 1;
    const content = text.slice(start + 1, end);
    if (CONTROL.test(content)) this.#fail(start + 1 + content.search(CONTROL));
    return from === start + 1 ? content : this.#unescape(start, end + 1);
  }

  /** Where the next backslash is, remembered: to look for it at every string would be quadratic. */
  #nextBackslash(from: number): number {
    if (this.#backslash < from) {
      const found = this.#text.indexOf("\\", from);
      this.#backslash = found === -1 ? Number.POSITIVE_INFINITY : found;
    }
    return this.#backslash;
  }

  #unescape(start: number, end: number): string {
    try {
      return String(JSON.parse(this.#text.slice(start, end)));
    } catch {
      return this.#fail(start);
    }
  }

  #number(): Json {
    NUMBER.lastIndex = this.#at;
    const text = NUMBER.exec(this.#text)?.[0] ?? this.#fail();
    this.#at += text.length;
    const value = Number(text);
    return String(value) === text ? value : new ExactNumber(text);
  }

  #literal(value: boolean | null): Json {
    const word = String(value);
    if (!this.#text.startsWith(word, this.#at)) this.#fail();
    this.#at += word.length;
    return value;
  }

  /** The next character that is no white space, not consumed; "" at the end. */
  #next(): string {
    let character = this.#text[this.#at];
    while (character === " " || character === "\n" || character === "\r" || character === "\t") {
      character = this.#text[++this.#at];
    }
    return character ?? "";
  }

  #skipped(character: string): boolean {
    if (this.#next() !== character) return false;
    this.#at += 1;
    return true;
  }

  #fail(at: number = this.#at): never {
    const found = this.#text[at];
    throw new JsonError(found === undefined ? "the text ends too early" : `unexpected ${JSON.stringify(found)}`, at);
  }
}
