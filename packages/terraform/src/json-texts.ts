/**
 * Makes strings of bytes, the same string for the same short text: a plan says "managed" and "update" 200,000 times.
 */

const LONGEST = 48;
const SLOTS = 4096;

/** Remembers short texts; a later one takes the slot of an earlier one. */
export class TextCache {
  #slots: (string | undefined)[] | undefined;

  /** The text of the bytes from `start` to before `end`, which are UTF-8. */
  read(buffer: Buffer, start: number, end: number): string {
    const length = end - start;
    if (length > LONGEST) return buffer.toString("utf8", start, end);
    let hash = length;
    let all = 0;
    for (let at = start; at < end; at += 1) {
      const byte = buffer[at] ?? 0;
      all |= byte;
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    // Only where a character is a byte can a text be compared with bytes.
    if (all > 0x7f) return buffer.toString("utf8", start, end);
    const slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
    this.#slots ??= Array.from<string | undefined>({ length: SLOTS });
    const known = this.#slots[slot];
    if (known !== undefined && isText(known, buffer, start, length)) return known;
    const text = buffer.toString("latin1", start, end);
    this.#slots[slot] = text;
    return text;
  }
}

function isText(text: string, buffer: Buffer, start: number, length: number): boolean {
  if (text.length !== length) return false;
  for (let at = 0; at < length; at += 1) if (text.charCodeAt(at) !== buffer[start + at]) return false;
  return true;
}
