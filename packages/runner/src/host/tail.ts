/**
 * Follows a file that a child process writes to. Child and file do not need us: when we die, the child goes on.
 */
import { closeSync, constants, fchmodSync, fstatSync, openSync, readSync } from "node:fs";

/** A file that is written by a child and read by us. */
export interface Tail {
  /** For the child's stdio; ours is closed with `release`. */
  readonly descriptor: number;
  /** Closes the descriptor that the child has got by now. */
  release(): void;
  /** Hands on what was appended since. */
  read(): void;
  close(): void;
}

const CHUNK = 65_536;

/** Opens (or creates, for the owner only) the file; what it holds already is not read. */
export function openTail(path: string, onBytes: (bytes: Uint8Array) => void): Tail {
  const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;
  const descriptor = openSync(path, flags, 0o600);
  fchmodSync(descriptor, 0o600);
  let position = fstatSync(descriptor).size;
  const reader = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  const buffer = new Uint8Array(CHUNK);
  return {
    descriptor,
    release: () => closeSync(descriptor),
    read() {
      for (let count = readSync(reader, buffer, 0, CHUNK, position); count > 0;) {
        position += count;
        onBytes(buffer.subarray(0, count));
        count = readSync(reader, buffer, 0, CHUNK, position);
      }
    },
    close: () => closeSync(reader),
  };
}
