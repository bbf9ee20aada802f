/**
 * Walks a JSON document of any size through a window of bytes: what is asked for is read, everything else is skipped
 * but still checked. It must not know terraform's keys, and never holds more than its window and one wanted value.
 */
import * as bytes from "./json-bytes.ts";
import { Nesting } from "./json-nesting.ts";
import { JsonError, parseJson, type Json } from "./json-value.ts";
import type { PlanSource, Span } from "./plan.ts";

const WINDOW = 1 << 20;
/** Longer numbers exist in theory only; the limit keeps a hostile one out of memory. */
const LONGEST_WORD = 1 << 16;

/** Where to walk: the whole source unless `span` says less. `window` is for tests: how many bytes are read at once. */
export type ScanOptions = { span?: Span; window?: number };

/**
 * A cursor in a JSON document. Before a value call one of `object`, `list`, `take`, `skip`; `object` and `list` skip
 * a value that their visitor leaves untouched. All throw a {@link JsonError} whose offset is in bytes of the source.
 */
export class JsonScanner {
  readonly #source: PlanSource;
  readonly #window: number;
  readonly #limit: number;
  #buffer: Buffer = Buffer.alloc(0);
  #base: number;
  #at = 0;

  constructor(source: PlanSource, options: ScanOptions = {}) {
    this.#source = source;
    this.#window = Math.max(1, options.window ?? WINDOW);
    this.#base = options.span?.offset ?? 0;
    this.#limit = options.span === undefined ? source.size : options.span.offset + options.span.length;
  }

  /** Where the next byte is, in the source. */
  get offset(): number {
    return this.#base + this.#at;
  }

  /** Whether the next value is null. */
  isNull(): boolean {
    return this.#next() === bytes.LETTER_N;
  }

  /** Whether the next value is an object. */
  isObject(): boolean {
    return this.#next() === bytes.OPEN_OBJECT;
  }

  /** Whether the next value is a list. */
  isList(): boolean {
    return this.#next() === bytes.OPEN_LIST;
  }

  /**
   * Visits the members of an object in document order; the cursor stands before the member's value. `place` is where
   * the key is, with its quotes.
   */
  object(visit: (key: string, place: Span) => void): void {
    this.#expect(bytes.OPEN_OBJECT);
    if (this.#skipped(bytes.CLOSE_OBJECT)) return;
    do {
      if (this.#next() !== bytes.QUOTE) this.#fail();
      const place = { offset: this.offset, length: 0 };
      const key = this.#key();
      place.length = this.offset - place.offset;
      this.#expect(bytes.COLON);
      this.#next();
      const before = this.offset;
      visit(key, place);
      if (this.offset === before) this.skip();
    } while (this.#skipped(bytes.COMMA));
    this.#expect(bytes.CLOSE_OBJECT);
  }

  /** Visits the elements of a list. */
  list(visit: (index: number) => void): void {
    this.#expect(bytes.OPEN_LIST);
    if (this.#skipped(bytes.CLOSE_LIST)) return;
    let index = 0;
    do {
      this.#next();
      const before = this.offset;
      visit(index++);
      if (this.offset === before) this.skip();
    } while (this.#skipped(bytes.COMMA));
    this.#expect(bytes.CLOSE_LIST);
  }

  /** Reads the next value. */
  take(): Json {
    const { offset, length } = this.skip();
    try {
      return parseJson(this.#text(offset, length));
    } catch (error) {
      throw error instanceof JsonError ? new JsonError(error.message, offset) : error;
    }
  }

  /** Steps over the next value, whatever its size and depth, and tells where it was. */
  skip(): Span {
    this.#next();
    const offset = this.offset;
    const nesting = new Nesting();
    for (;;) {
      if (this.#opened(nesting)) continue;
      while (nesting.depth > 0 && this.#skipped(nesting.isObject ? bytes.CLOSE_OBJECT : bytes.CLOSE_LIST))
        nesting.close();
      if (nesting.depth === 0) return { offset, length: this.offset - offset };
      this.#expect(bytes.COMMA);
      if (nesting.isObject) this.#skipKey();
    }
  }

  /** The end of the document: only white space may be left. */
  end(): void {
    if (this.#next() !== bytes.END) this.#fail();
  }

  /** Steps over a scalar or an empty container (false), or into a container that has something (true). */
  #opened(nesting: Nesting): boolean {
    const first = this.#next();
    if (first === bytes.QUOTE) this.#skipString();
    else if (first === bytes.OPEN_OBJECT) {
      this.#at += 1;
      if (this.#skipped(bytes.CLOSE_OBJECT)) return false;
      nesting.open(true);
      this.#skipKey();
      return true;
    } else if (first === bytes.OPEN_LIST) {
      this.#at += 1;
      if (this.#skipped(bytes.CLOSE_LIST)) return false;
      nesting.open(false);
      return true;
    } else this.#skipWord();
    return false;
  }

  #key(): string {
    const key = this.take();
    return typeof key === "string" ? key : this.#fail();
  }

  #skipKey(): void {
    if (this.#next() !== bytes.QUOTE) this.#fail();
    this.#skipString();
    this.#expect(bytes.COLON);
  }

  #skipString(): void {
    this.#at += 1;
    for (;;) {
      const buffer = this.#buffer;
      const end = buffer.length;
      let at = this.#at;
      while (at < end && bytes.STOPS[buffer[at] ?? 0] === 0) at += 1;
      this.#at = at;
      const stop = this.#peek();
      if (stop === bytes.QUOTE) {
        this.#at += 1;
        return;
      }
      if (stop === bytes.BACKSLASH) this.#skipEscape();
      else if (stop === bytes.END || stop < 0x20) this.#fail();
    }
  }

  #skipEscape(): void {
    this.#at += 1;
    const escape = this.#peek();
    if (escape === bytes.LETTER_U) {
      for (let digit = 0; digit < 4; digit += 1) {
        this.#at += 1;
        if (!bytes.isHexDigit(this.#peek())) this.#fail();
      }
    } else if (escape === bytes.END || !'"\\/bfnrt'.includes(String.fromCharCode(escape))) this.#fail();
    this.#at += 1;
  }

  /** true, false, null or a number. */
  #skipWord(): void {
    const start = this.offset;
    let word = "";
    for (let byte = this.#peek(); bytes.isWordByte(byte) && word.length < LONGEST_WORD; byte = this.#peek()) {
      word += String.fromCharCode(byte);
      this.#at += 1;
    }
    if (word.length === LONGEST_WORD) throw new JsonError(`a number has more than ${LONGEST_WORD} digits`, start);
    if (!bytes.WORD.test(word)) this.#fail(start);
  }

  /** The next byte, not consumed; {@link bytes.END} after the last. */
  #peek(): number {
    return this.#buffer[this.#at] ?? (this.#refill() ? (this.#buffer[this.#at] ?? bytes.END) : bytes.END);
  }

  /** The next byte that is no white space, not consumed. */
  #next(): number {
    for (;;) {
      const byte = this.#peek();
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return byte;
      this.#at += 1;
    }
  }

  #skipped(byte: number): boolean {
    if (this.#next() !== byte) return false;
    this.#at += 1;
    return true;
  }

  #expect(byte: number): void {
    if (!this.#skipped(byte)) this.#fail();
  }

  #refill(): boolean {
    const offset = this.offset;
    const length = Math.min(this.#window, this.#limit - offset);
    if (length <= 0) return false;
    const answer = this.#source.read(offset, length);
    if (answer.length === 0) throw new JsonError("the source has fewer bytes than it says", offset);
    this.#buffer = Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength);
    this.#base = offset;
    this.#at = 0;
    return true;
  }

  #text(offset: number, length: number): string {
    const start = offset - this.#base;
    if (start >= 0) return this.#buffer.toString("utf8", start, start + length);
    const answer = this.#source.read(offset, length);
    return Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength).toString("utf8");
  }

  #fail(at: number = this.offset): never {
    const byte = at === this.offset ? this.#peek() : undefined;
    const found = byte === bytes.END ? "the document ends too early" : "this is no valid JSON";
    throw new JsonError(found, at);
  }
}
