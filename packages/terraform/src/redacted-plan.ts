/**
 * The plan document without its secrets, for policies, artifacts and whoever may read the log. The order of keys, the
 * digits of numbers and everything else that is no secret stay byte by byte.
 */
import { StringDecoder } from "node:string_decoder";
import { JsonScanner } from "./json-scan.ts";
import { readable } from "./plan-reader.ts";
import type { PlanSource } from "./plan.ts";
import { redactPiece } from "./redaction.ts";
import { flagsWithin } from "./redaction-flags.ts";
import { findPieces, type Piece } from "./redaction-pieces.ts";
import { eitherFlags } from "./secrets.ts";

const CHUNK = 1 << 20;

/**
 * The document in chunks of text. What is flagged sensitive becomes the string "(sensitive value)" (null stays null),
 * and `redact` is applied to every other string that is data: not to terraform's keywords and names, so that nobody can
 * hide an action from a policy by making its name a secret. Throws like `readPlan`, before the first chunk.
 */
export function redactedPlan(source: PlanSource, redact: (text: string) => string): Iterable<string> {
  const pieces = readable(source, () => findPieces(source));
  return rewritten(source, pieces, redact);
}

function* rewritten(source: PlanSource, pieces: readonly Piece[], redact: (text: string) => string): Generator<string> {
  let at = 0;
  for (const piece of pieces) {
    yield* copied(source, at, piece.offset);
    const value = new JsonScanner(source, { span: piece, window: piece.length }).take();
    const flags = eitherFlags(flagsWithin(value), piece.flags?.(value) ?? false);
    yield redactPiece(source.read(piece.offset, piece.length), value, flags, redact);
    at = piece.offset + piece.length;
  }
  yield* copied(source, at, source.size);
}

function* copied(source: PlanSource, from: number, to: number): Generator<string> {
  const decoder = new StringDecoder("utf8");
  for (let at = from; at < to; at += CHUNK) {
    yield decoder.write(Buffer.from(source.read(at, Math.min(CHUNK, to - at))));
  }
}
