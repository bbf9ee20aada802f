/**
 * Walks a JSON document of any size through a window of bytes: what is asked for is read, everything else is skipped
 * but still checked. It must not know terraform's keys, and never holds more than its window and one wanted value.
 */
import * as bytes from "./json-bytes.ts";
import { Nesting } from "./json-nesting.ts";
import { TextCache } from "./json-texts.ts";
import { JsonError, parseJson, type Json } from "./json-value.ts";
import { ByteWindow } from "./json-window.ts";
import type { PlanSource, Span } from "./plan.ts";

const WINDOW = 1 << 20;
/** Longer numbers exist in theory only; the limit keeps a hostile one out of memory. */
const LONGEST_WORD = 1 << 16;

/**
 * Where to walk: the whole source unless `span` says less. `window` is for tests: how many bytes are read at once.
 * `texts` is for who walks many small documents.
 */
export type ScanOptions = { span?: Span; window?: number; texts?: TextCache };

/**
 * A cursor in a JSON document. Before a value call one of `object`, `list`, `take`, `skip`; `object` and `list` skip
 * a value that their visitor leaves untouched. All throw a {@link JsonError} whose offset is in bytes of the source.
 */
export class JsonScanner {
  readonly #window: ByteWindow;
  readonly #nesting = new Nesting();
  readonly #texts: TextCache;

  constructor(source: PlanSource, options: ScanOptions = {}) {
    const span = options.span ?? { offset: 0, length: source.size };
    this.#texts = options.texts ?? new TextCache();
    this.#window = new ByteWindow(source, span, Math.max(1, options.window ?? WINDOW));
  }

  /** Where the next byte is, in the source. */
  get offset(): number {
    return this.#window.offset;
  }

  /** Whether the next value is null. */
  isNull(): boolean {
    return this.#window.next() === bytes.LETTER_N;
  }

  /** Whether the next value is an object. */
  isObject(): boolean {
    return this.#window.next() === bytes.OPEN_OBJECT;
  }

  /** Whether the next value is a list. */
  isList(): boolean {
    return this.#window.next() === bytes.OPEN_LIST;
  }

  /**
   * Visits the members of an object in document order; the cursor stands before the member's value. `place` is where
   * the key is, with its quotes.
   */
  object(visit: (key: string, place: Span) => void): void {
    const window = this.#window;
    window.expect(bytes.OPEN_OBJECT);
    if (window.skipped(bytes.CLOSE_OBJECT)) return;
    do {
      if (window.next() !== bytes.QUOTE) window.fail();
      const offset = window.offset;
      const key = this.#string();
      const place = { offset, length: window.offset - offset };
      window.expect(bytes.COLON);
      window.next();
      const before = window.offset;
      visit(key, place);
      if (window.offset === before) this.#step();
    } while (window.skipped(bytes.COMMA));
    window.expect(bytes.CLOSE_OBJECT);
  }

  /** Visits the elements of a list. */
  list(visit: (index: number) => void): void {
    const window = this.#window;
    window.expect(bytes.OPEN_LIST);
    if (window.skipped(bytes.CLOSE_LIST)) return;
    let index = 0;
    do {
      window.next();
      const before = window.offset;
      visit(index++);
      if (window.offset === before) this.#step();
    } while (window.skipped(bytes.COMMA));
    window.expect(bytes.CLOSE_LIST);
  }

  /** Reads the next value. */
  take(): Json {
    if (this.#window.next() === bytes.QUOTE) return this.#string();
    return this.read(this.skip());
  }

  /** Steps over the next value, whatever its size and depth, and tells where it was. */
  skip(): Span {
    this.#window.next();
    const offset = this.#window.offset;
    this.#step();
    return { offset, length: this.#window.offset - offset };
  }

  /** Reads a value at another place of the source; the cursor stays where it is. */
  read(span: Span): Json {
    try {
      return parseJson(this.#window.slice(span).toString("utf8"));
    } catch (error) {
      throw error instanceof JsonError ? new JsonError(error.message, span.offset) : error;
    }
  }

  /** The end of the document: only white space may be left. */
  end(): void {
    if (this.#window.next() !== bytes.END) this.#window.fail();
  }

  #step(): void {
    const nesting = this.#nesting;
    const window = this.#window;
    for (;;) {
      if (this.#opened()) continue;
      while (nesting.depth > 0 && window.skipped(nesting.isObject ? bytes.CLOSE_OBJECT : bytes.CLOSE_LIST)) {
        nesting.close();
      }
      if (nesting.depth === 0) return;
      window.expect(bytes.COMMA);
      if (nesting.isObject) this.#skipKey();
    }
  }

  /** Steps over a scalar or an empty container (false), or into a container that has something (true). */
  #opened(): boolean {
    const window = this.#window;
    const first = window.next();
    if (first === bytes.QUOTE) this.#skipString();
    else if (first === bytes.OPEN_OBJECT) {
      window.at += 1;
      if (window.skipped(bytes.CLOSE_OBJECT)) return false;
      this.#nesting.open(true);
      this.#skipKey();
      return true;
    } else if (first === bytes.OPEN_LIST) {
      window.at += 1;
      if (window.skipped(bytes.CLOSE_LIST)) return false;
      this.#nesting.open(false);
      return true;
    } else this.#skipWord();
    return false;
  }

  #string(): string {
    const { offset, at, buffer } = this.#window;
    const isPlain = this.#skipString();
    if (isPlain && this.#window.buffer === buffer) return this.#texts.read(buffer, at + 1, this.#window.at - 1);
    const text = this.read({ offset, length: this.#window.offset - offset });
    return typeof text === "string" ? text : this.#window.fail(offset);
  }

  #skipKey(): void {
    if (this.#window.next() !== bytes.QUOTE) this.#window.fail();
    this.#skipString();
    this.#window.expect(bytes.COLON);
  }

  /** Steps over a string; whether it is written as it is, without escapes. */
  #skipString(): boolean {
    const window = this.#window;
    window.at += 1;
    let isPlain = true;
    for (;;) {
      const { buffer } = window;
      const end = buffer.length;
      let { at } = window;
      while (at < end && bytes.STOPS[buffer[at] ?? 0] === 0) at += 1;
      window.at = at;
      const stop = window.peek();
      if (stop === bytes.QUOTE) {
        window.at += 1;
        return isPlain;
      }
      if (stop === bytes.BACKSLASH) {
        isPlain = false;
        this.#skipEscape();
      } else if (stop === bytes.END || stop < 0x20) window.fail();
    }
  }

  #skipEscape(): void {
    const window = this.#window;
    window.at += 1;
    const escape = window.peek();
    if (escape === bytes.LETTER_U) {
      for (let digit = 0; digit < 4; digit += 1) {
        window.at += 1;
        if (!bytes.isHexDigit(window.peek())) window.fail();
      }
    } else if (escape === bytes.END || !'"\\/bfnrt'.includes(String.fromCharCode(escape))) window.fail();
    window.at += 1;
  }

  /** true, false, null or a number. */
  #skipWord(): void {
    const window = this.#window;
    const start = window.offset;
    let word = "";
    for (let byte = window.peek(); bytes.isWordByte(byte) && word.length < LONGEST_WORD; byte = window.peek()) {
      word += String.fromCharCode(byte);
      window.at += 1;
    }
    if (word.length === LONGEST_WORD) throw new JsonError(`a number has more than ${LONGEST_WORD} digits`, start);
    if (!bytes.WORD.test(word)) window.fail(start);
  }
}
