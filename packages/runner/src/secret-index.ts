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

/** Marks the first nodes, whose keys the filter holds. No length needs this bit there. */
const IS_FIRST = 0x4000_0000;

const FIRST_CAPACITY = 1 << 10;
const MAX_LOAD = 0.75;

const { imul } = Math;

// The running hash: two lanes, each step a bijection of its lane, so that no difference is lost on the way.
const HIGH_START = 0x2545_f491;
const LOW_START = 0x1b87_3593;

function stepHigh(high: number, unit: number): number {
  const next = imul(high ^ unit, 0x85eb_ca6b);
  return next ^ (next >>> 13);
}

function stepLow(low: number, unit: number): number {
  const next = imul((low + unit) ^ 0x9e37_79b1, 0xc2b2_ae35);
  return next ^ (next >>> 16);
}

/** Whether a pattern of `total` units has a node at this length, beside the one at its end. */
const isNode = (length: number): boolean => length <= MIN_PATTERN || length === SECOND;

/** What the node of this length says about a pattern of `total` units. */
function bitsFor(length: number, total: number): number {
  if (length === SECOND) return 1 << (total - SECOND);
  if (length !== MIN_PATTERN) return GOES_ON;
  return IS_FIRST | (total < SECOND ? 1 << (total - MIN_PATTERN) : GOES_ON);
}

/** Open addressing over 64-bit keys, each with 32 bits of its own; key 0,0 is a free slot. */
class NodeTable {
  #highs = new Int32Array(FIRST_CAPACITY);
  #lows = new Int32Array(FIRST_CAPACITY);
  #bits = new Int32Array(FIRST_CAPACITY);
  /** A bit for each first node, small enough for the processor's cache: most places of a text are settled by it. */
  filter: Uint8Array = new Uint8Array(FIRST_CAPACITY / 4);
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
    if ((bits & IS_FIRST) === 0) return;
    const place = (high >>> 3) & (this.filter.length - 1);
    this.filter[place] = (this.filter[place] ?? 0) | (1 << (high & 7));
  }

  #grow(): void {
    const [highs, lows, bits] = [this.#highs, this.#lows, this.#bits];
    const capacity = highs.length * 2;
    this.#highs = new Int32Array(capacity);
    this.#lows = new Int32Array(capacity);
    this.#bits = new Int32Array(capacity);
    this.filter = new Uint8Array(capacity / 4);
    for (let from = 0; from < highs.length; from += 1) {
      const [high = 0, low = 0] = [highs[from], lows[from]];
      if (high !== 0 || low !== 0) this.#put(this.#slot(high, low), high, low, bits[from] ?? 0);
    }
  }
}

/** A set of patterns of MIN_PATTERN to MAX_PATTERN units. */
export class SecretIndex {
  readonly #nodes = new NodeTable();

  /** Adds a pattern; one of another length is not accepted. */
  add(pattern: string): void {
    if (pattern.length < MIN_PATTERN || pattern.length > MAX_PATTERN) throw new RangeError("pattern length");
    this.#addNodes(pattern, MIN_PATTERN, pattern.length);
  }

  /** The nodes of a pattern from one length to another. */
  #addNodes(pattern: string, from: number, to: number): void {
    let high = HIGH_START;
    let low = LOW_START;
    for (let length = 1; length <= to; length += 1) {
      const unit = pattern.charCodeAt(length - 1);
      high = stepHigh(high, unit);
      low = stepLow(low, unit);
      if (length < from || (!isNode(length) && length !== pattern.length)) continue;
      // Where the first node is, the shorter ones are, too.
      if (length === MIN_PATTERN && !this.#nodes.has(high, low)) this.#addNodes(pattern, 1, MIN_PATTERN - 1);
      this.#nodes.add(high, low, bitsFor(length, pattern.length));
    }
  }

  /** The next place in `text`, from `from` on and before `to`, where a pattern may stand; `to` when there is none. */
  nextPlace(text: string, from: number, to: number): number {
    const { filter } = this.#nodes;
    const mask = filter.length - 1;
    const end = Math.min(to, text.length - MIN_PATTERN + 1);
    for (let at = from; at < end; at += 1) {
      const first = stepHigh(stepHigh(HIGH_START, text.charCodeAt(at)), text.charCodeAt(at + 1));
      const high = stepHigh(stepHigh(first, text.charCodeAt(at + 2)), text.charCodeAt(at + 3));
      if (((filter[(high >>> 3) & mask] ?? 0) & (1 << (high & 7))) !== 0) return at;
    }
    return to;
  }

  /** Length of the longest pattern that stands in `text` at `at`; 0 when none does. */
  longestAt(text: string, at: number): number {
    const available = Math.min(text.length - at, MAX_PATTERN);
    let [high, low, bits, node, longest] = [HIGH_START, LOW_START, 0, 0, 0];
    for (let length = 1; length <= available; length += 1) {
      const unit = text.charCodeAt(at + length - 1);
      high = stepHigh(high, unit);
      low = stepLow(low, unit);
      if (length === MIN_PATTERN || length === SECOND) {
        if (length === SECOND && (bits & GOES_ON) === 0) break;
        bits = this.#nodes.bits(high, low);
        node = length;
        if (bits === 0) break;
        if ((bits & 1) !== 0) longest = length;
      } else if (((bits >>> (length - node)) & 1) !== 0 && this.#nodes.has(high, low)) longest = length;
    }
    return longest;
  }

  /** Whether the rest of `text` from `at` on may be the beginning of a longer pattern; false is certain. */
  couldBegin(text: string, at: number): boolean {
    const available = text.length - at;
    if (available >= MAX_PATTERN) return false;
    let [high, low, bits, node] = [HIGH_START, LOW_START, 0, 0];
    for (let length = 1; length <= available; length += 1) {
      const unit = text.charCodeAt(at + length - 1);
      high = stepHigh(high, unit);
      low = stepLow(low, unit);
      if (!isNode(length)) continue;
      bits = this.#nodes.bits(high, low);
      node = length;
      if (bits === 0) return false;
    }
    // Bits of greater lengths than what is there, or of longer patterns still.
    const lengths = node === MIN_PATTERN ? bits & ~IS_FIRST : bits;
    const longer = available - node + 1;
    return longer < 32 && lengths >>> longer !== 0;
  }
}
