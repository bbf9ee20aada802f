/**
 * Takes the bytes of one stream of a child process: decodes them without splitting a character, hands the text on, keeps
 * the newest of it.
 */
import { StringDecoder } from "node:string_decoder";

/** What a stream has said. */
export interface Capture {
  write(bytes: Uint8Array): void;
  end(): void;
  /** The newest units, at most as many as were asked for. */
  text(): string;
  readonly isTruncated: boolean;
}

/** A capture that keeps `limit` UTF-16 units and calls `onText` for every piece. */
export function createCapture(limit: number, onText: ((text: string) => void) | undefined): Capture {
  const decoder = new StringDecoder("utf8");
  /** Pieces that may still be needed; older ones are dropped as soon as the newer ones suffice. */
  const pieces: string[] = [];
  let first = 0;
  let held = 0;
  let isTruncated = false;
  const take = (text: string): void => {
    if (text === "") return;
    if (limit > 0) {
      pieces.push(text);
      held += text.length;
      while (held - (pieces[first] ?? "").length >= limit) {
        held -= (pieces[first] ?? "").length;
        pieces[first] = "";
        first += 1;
      }
    }
    isTruncated ||= limit === 0 || held > limit || first > 0;
    onText?.(text);
  };
  return {
    write: (bytes) => take(decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))),
    end: () => take(decoder.end()),
    text: () => {
      const kept = pieces.slice(first).join("");
      return kept.length <= limit ? kept : kept.slice(kept.length - limit);
    },
    get isTruncated() {
      return isTruncated;
    },
  };
}
