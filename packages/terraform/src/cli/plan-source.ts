/**
 * A plan document on disk, read piece by piece. It decides nothing about what is in it.
 */
import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import type { PlanSource } from "../plan.ts";

/** Up to this size, in bytes, a document is held in memory: many small reads of a file take longer than one large. */
const HELD = 32 * 1024 * 1024;

/** Opens a document. Close it when nothing will be read any more. */
export function openPlanSource(path: string): PlanSource & { close(): void } {
  const file = openSync(path, "r");
  const { size } = fstatSync(file);
  const held = size > HELD ? undefined : readFileSync(file);
  if (held !== undefined) {
    const read = (offset: number, length: number): Uint8Array => held.subarray(offset, offset + length);
    return { size: held.length, read, close: () => closeSync(file) };
  }
  return {
    size,
    read: (offset, length) => {
      const bytes = Buffer.allocUnsafe(length);
      let read = 0;
      while (read < length) {
        const more = readSync(file, bytes, read, length - read, offset + read);
        if (more === 0) break;
        read += more;
      }
      return read === length ? bytes : bytes.subarray(0, read);
    },
    close: () => closeSync(file),
  };
}
