/**
 * Which containers of a JSON document are open, while json-scan.ts steps over it. Nothing but a stack of bits.
 */

/** Which containers are open, one bit each: a hostile document can open hundreds of millions. */
export class Nesting {
  /** How many containers are open. */
  depth = 0;
  #bits = new Uint8Array(8);

  /** Whether the innermost open container is an object; false for a list. */
  get isObject(): boolean {
    const top = this.depth - 1;
    return ((this.#bits[top >> 3] ?? 0) & (1 << (top & 7))) !== 0;
  }

  /** Steps into a container. */
  open(isObject: boolean): void {
    if (this.depth >> 3 === this.#bits.length) {
      const wider = new Uint8Array(this.#bits.length * 2);
      wider.set(this.#bits);
      this.#bits = wider;
    }
    const bit = 1 << (this.depth & 7);
    const at = this.depth >> 3;
    this.#bits[at] = isObject ? (this.#bits[at] ?? 0) | bit : (this.#bits[at] ?? 0) & ~bit;
    this.depth += 1;
  }

  /** Steps out of the innermost container. */
  close(): void {
    this.depth -= 1;
  }
}
