/**
 * The plan document without its secrets, for policies, artifacts and whoever may read the log. The order of keys, the
 * digits of numbers and everything else that is no secret stay byte by byte.
 */
import { StringDecoder } from "node:string_decoder";
import { JsonError, parseJson, type Json } from "./json-value.ts";
import { readable } from "./plan-reader.ts";
import type { PlanSource } from "./plan.ts";
import { PieceRedactor } from "./redaction.ts";
import { flagsWithin } from "./redaction-flags.ts";
import { findPieces, type Piece } from "./redaction-pieces.ts";
import { eitherFlags } from "./secrets.ts";

const CHUNK = 1 << 20;

/**
 * The document in chunks of text. What is flagged sensitive becomes the string "(sensitive value)" (null stays null),
 * and `redact` is applied to every other string that is data: not to terraform's keywords and names, so that nobody can
 * hide an action from a policy by making its name a secret. Throws like `readPlan`: before the first chunk for what is
 * no JSON, while it is read for a value that nests too deep.
 */
export function redactedPlan(source: PlanSource, redact: (text: string) => string): Iterable<string> {
  const pieces = readable(source, () => findPieces(source));
  return rewritten(source, pieces, redact);
}

function* rewritten(source: PlanSource, pieces: readonly Piece[], redact: (text: string) => string): Generator<string> {
  const redactor = new PieceRedactor(redact);
  const reader = new ForwardReader(source);
  let at = 0;
  for (const piece of pieces) {
    yield* copied(reader, at, piece.offset);
    const bytes = reader.read(piece.offset, piece.length);
    at = piece.offset + piece.length;
    const text = bytes.toString("utf8");
    if (piece.flags === undefined && isHarmless(text, redact)) {
      yield text;
      continue;
    }
    const value = readable(source, () => parsed(bytes, piece.offset));
    const flags = eitherFlags(flagsWithin(value), piece.flags?.(value) ?? false);
    yield redactor.rewrite(bytes, value, flags);
  }
  yield* copied(reader, at, source.size);
}

/**
 * Whether a look at the text alone tells that nothing in it is secret, as for most pieces: no flag is set (one is a `true`
 * behind a key that contains "sensitive"), and no secret stands in it. Escaped characters are not looked through.
 */
function isHarmless(text: string, redact: (text: string) => string): boolean {
  if (text.includes("\\u")) return false;
  const flags = text.indexOf("sensitive");
  if (flags >= 0 && text.includes("true", flags)) return false;
  return redact(text) === text;
}

function parsed(bytes: Buffer, offset: number): Json {
  try {
    return parseJson(bytes.toString("utf8"));
  } catch (error) {
    throw error instanceof JsonError ? new JsonError(error.message, offset) : error;
  }
}

function* copied(reader: ForwardReader, from: number, to: number): Generator<string> {
  const decoder = new StringDecoder("utf8");
  for (let at = from; at < to; at += CHUNK) yield decoder.write(reader.read(at, Math.min(CHUNK, to - at)));
}

/** Reads many small parts that follow each other with few reads of the source. */
class ForwardReader {
  readonly #source: PlanSource;
  #buffer: Buffer = Buffer.alloc(0);
  #offset = 0;
  constructor(source: PlanSource) {
    this.#source = source;
  }

  read(offset: number, length: number): Buffer {
    const start = offset - this.#offset;
    if (start >= 0 && start + length <= this.#buffer.length) return this.#buffer.subarray(start, start + length);
    const answer = this.#source.read(offset, Math.min(Math.max(length, CHUNK), this.#source.size - offset));
    if (answer.length < length) throw new JsonError("the source has fewer bytes than it says", offset + answer.length);
    this.#buffer = Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength);
    this.#offset = offset;
    return this.#buffer.subarray(0, length);
  }
}
