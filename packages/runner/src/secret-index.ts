/**
 * Finds any of very many short patterns at a place of a text, in time that does not grow with their number.
 *
 * Nothing is kept of a pattern but 64-bit hashes of its beginnings: nodes at lengths 1, 2, 3, 4 and 16 that tell
 * which lengths go on from there, and one at its full length. A look-up walks the text once, MAX_PATTERN units at most, and
 * stops at the first node that is missing. Two texts with one hash would hide a harmless text (chance about 1 in 2^64
 * for each pattern and place) and never show a secret one.
 */

/** Longest pattern, in UTF-16 units. */
export const MAX_PATTERN = 47;

/** Shortest pattern. */
const MIN_PATTERN = 4;

/** Length of the second node. The first tells about patterns of 4 to 15 units, this one of 16 to 47: a bit for each length. */
const SECOND = 16;

/** The bit of a first node that says: longer patterns pass here. The second needs all its bits for lengths. */
const GOES_ON = 0x8000_0000;

const FIRST_CAPACITY = 1 << 10;
const MAX_LOAD = 0.75;

const isNode = (length: number): boolean => length <= MIN_PATTERN || length === SECOND;

/** What the node of this length says about a pattern of `total` units. */
function bitsFor(length: number, total: number): number {
  if (length === SECOND) return 1 << (total - SECOND);
  return length === MIN_PATTERN && total < SECOND ? 1 << (total - MIN_PATTERN) : GOES_ON;
}

/** Open addressing over 64-bit keys, each with 32 bits of its own; key 0,0 is a free slot. */
class NodeTable {
  #highs = new Int32Array(FIRST_CAPACITY);
  #lows = new Int32Array(FIRST_CAPACITY);
  #bits = new Int32Array(FIRST_CAPACITY);
  /** A bit for each key, small enough for the processor's cache: most places of a text are settled here. */
  #filter = new Uint8Array(FIRST_CAPACITY);
  #count = 0;

  /** The slot of a key, or the free one where it would go. */
  #slot(high: number, low: number): number {
    const mask = this.#highs.length - 1;
    let slot = (low ^ (high >>> 7)) & mask;
    while (
      (this.#highs[slot] !== high || this.#lows[slot] !== low) &&
      (this.#highs[slot] !== 0 || this.#lows[slot] !== 0)
    ) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Whether the key may be there; false is certain. */
  mayHave(high: number): boolean {
    return ((this.#filter[(high >>> 3) & (this.#filter.length - 1)] ?? 0) & (1 << (high & 7))) !== 0;
  }

  has(high: number, low: number): boolean {
    const slot = this.#slot(high, low);
    return this.#highs[slot] !== 0 || this.#lows[slot] !== 0;
  }

  /** The bits of a key; 0 also when it is not there. */
  bits(high: number, low: number): number {
    return this.#bits[this.#slot(high, low)] ?? 0;
  }

  add(high: number, low: number, bits: number): void {
    let slot = this.#slot(high, low);
    if (this.#highs[slot] === 0 && this.#lows[slot] === 0) {
      if (this.#count >= this.#highs.length * MAX_LOAD) {
        this.#grow();
        slot = this.#slot(high, low);
      }
      this.#count += 1;
    }
    this.#put(slot, high, low, bits);
  }

  #put(slot: number, high: number, low: number, bits: number): void {
    this.#highs[slot] = high;
    this.#lows[slot] = low;
    this.#bits[slot] = (this.#bits[slot] ?? 0) | bits;
    const place = (high >>> 3) & (this.#filter.length - 1);
    this.#filter[place] = (this.#filter[place] ?? 0) | (1 << (high & 7));
  }

  #grow(): void {
    const [highs, lows, bits] = [this.#highs, this.#lows, this.#bits];
    const capacity = highs.length * 2;
    this.#highs = new Int32Array(capacity);
    this.#lows = new Int32Array(capacity);
    this.#bits = new Int32Array(capacity);
    this.#filter = new Uint8Array(capacity);
    for (const [from, high] of highs.entries()) {
      const low = lows[from] ?? 0;
      if (high !== 0 || low !== 0) this.#put(this.#slot(high, low), high, low, bits[from] ?? 0);
    }
  }
}

/** A set of patterns of MIN_PATTERN to MAX_PATTERN units. */
export class SecretIndex {
  readonly #nodes = new NodeTable();
  // The running hash: two lanes, each step a bijection of its lane, so that no difference is lost on the way.
  #high = 0;
  #low = 0;

  #start(): void {
    this.#high = 0x2545_f491;
    this.#low = 0x1b87_3593;
  }

  #step(unit: number): void {
    const high = Math.imul(this.#high ^ unit, 0x85eb_ca6b);
    this.#high = high ^ (high >>> 13);
    const low = Math.imul((this.#low + unit) ^ 0x9e37_79b1, 0xc2b2_ae35);
    this.#low = low ^ (low >>> 16);
  }

  /** Adds a pattern; one of another length is not accepted. */
  add(pattern: string): void {
    if (pattern.length < MIN_PATTERN || pattern.length > MAX_PATTERN) throw new RangeError("pattern length");
    this.#start();
    for (let length = 1; length <= pattern.length; length += 1) {
      this.#step(pattern.charCodeAt(length - 1));
      if (isNode(length) || length === pattern.length)
        this.#nodes.add(this.#high, this.#low, bitsFor(length, pattern.length));
    }
  }

  /** Length of the longest pattern that stands in `text` at `at`; 0 when none does. */
  longestAt(text: string, at: number): number {
    const available = Math.min(text.length - at, MAX_PATTERN);
    if (available < MIN_PATTERN) return 0;
    this.#start();
    for (let length = 1; length <= MIN_PATTERN; length += 1) this.#step(text.charCodeAt(at + length - 1));
    if (!this.#nodes.mayHave(this.#high)) return 0;
    let longest = 0;
    for (let first = MIN_PATTERN; first <= available; first = SECOND) {
      const bits = this.#nodes.bits(this.#high, this.#low);
      if ((bits & 1) !== 0) longest = first;
      const end = Math.min(first === SECOND ? MAX_PATTERN : SECOND - 1, available);
      for (let length = first + 1; length <= end; length += 1) {
        this.#step(text.charCodeAt(at + length - 1));
        if (((bits >>> (length - first)) & 1) !== 0 && this.#nodes.has(this.#high, this.#low)) longest = length;
      }
      if (first === SECOND || (bits & GOES_ON) === 0 || available < SECOND) break;
      this.#step(text.charCodeAt(at + SECOND - 1));
    }
    return longest;
  }

  /** Whether the rest of `text` from `at` on may be the beginning of a longer pattern; false is certain. */
  couldBegin(text: string, at: number): boolean {
    const available = text.length - at;
    if (available >= MAX_PATTERN) return false;
    this.#start();
    let bits = 0;
    let node = 0;
    for (let length = 1; length <= available; length += 1) {
      this.#step(text.charCodeAt(at + length - 1));
      if (!isNode(length)) continue;
      bits = this.#nodes.bits(this.#high, this.#low);
      node = length;
      if (bits === 0) return false;
    }
    // The bits of greater lengths than what is there, and GOES_ON, which is the highest.
    const longer = available - node + 1;
    return longer < 32 && bits >>> longer !== 0;
  }
}
