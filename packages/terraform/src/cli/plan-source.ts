/**
 * A plan document on disk, read piece by piece. It decides nothing about what is in it.
 */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { PlanSource } from "../plan.ts";

/** Opens a document. Close it when nothing will be read any more. */
export function openPlanSource(path: string): PlanSource & { close(): void } {
  const file = openSync(path, "r");
  return {
    size: fstatSync(file).size,
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
