/**
 * A window of bytes that moves forward over a source, for json-scan.ts: what is next, where it is, and what is wrong
 * when it is not what was expected. It knows bytes and white space, no grammar.
 */
import { END } from "./json-bytes.ts";
import { JsonError } from "./json-value.ts";
import type { PlanSource, Span } from "./plan.ts";

/** The window. `buffer` and `at` are open because the loop over strings is the hottest of all. */
export class ByteWindow {
  buffer: Buffer = Buffer.alloc(0);
  at = 0;
  #base: number;
  readonly #source: PlanSource;
  readonly #limit: number;
  readonly #size: number;

  /** `size`: how many bytes are read at once. */
  constructor(source: PlanSource, span: Span, size: number) {
    this.#source = source;
    this.#base = span.offset;
    this.#limit = span.offset + span.length;
    this.#size = size;
  }

  /** Where the next byte is, in the source. */
  get offset(): number {
    return this.#base + this.at;
  }

  /** The next byte, not consumed; `END` after the last. */
  peek(): number {
    return this.buffer[this.at] ?? (this.#refill() ? (this.buffer[this.at] ?? END) : END);
  }

  /** The next byte that is no white space, not consumed. */
  next(): number {
    for (;;) {
      const byte = this.peek();
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return byte;
      this.at += 1;
    }
  }

  /** Consumes white space and this byte, if it is next. */
  skipped(byte: number): boolean {
    if (this.next() !== byte) return false;
    this.at += 1;
    return true;
  }

  /** Consumes white space and this byte. */
  expect(byte: number): void {
    if (!this.skipped(byte)) this.fail();
  }

  /** Bytes that have been passed, or that are anywhere in the source. */
  slice({ offset, length }: Span): Buffer {
    const start = offset - this.#base;
    if (start >= 0 && start + length <= this.buffer.length) return this.buffer.subarray(start, start + length);
    const answer = this.#source.read(offset, length);
    if (answer.length < length) throw new JsonError("the source has fewer bytes than it says", offset + answer.length);
    return asBuffer(answer);
  }

  /** Says that what is at this place is wrong. */
  fail(at: number = this.offset): never {
    const isEnd = at === this.offset && this.peek() === END;
    throw new JsonError(isEnd ? "the document ends too early" : "this is no valid JSON", at);
  }

  #refill(): boolean {
    const offset = this.offset;
    const length = Math.min(this.#size, this.#limit - offset);
    if (length <= 0) return false;
    const answer = this.#source.read(offset, length);
    if (answer.length === 0) throw new JsonError("the source has fewer bytes than it says", offset);
    this.buffer = asBuffer(answer);
    this.#base = offset;
    this.at = 0;
    return true;
  }
}

function asBuffer(answer: Uint8Array): Buffer {
  return Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength);
}
