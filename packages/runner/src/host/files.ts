/**
 * The files an action reads and writes for itself. Paths are absolute and decided by the caller; what is written may hold
 * secrets, so only this user can read it.
 */
import { closeSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { Failure } from "../failure.ts";

/** Short texts are written together, this many characters at once. */
const TOGETHER = 256 * 1024;

/** Reads a text file; undefined when there is none. Throws a Failure `invalid-input` when it is larger than `limit` bytes. */
export function readTextFile(path: string, limit: number): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isFile() || found.size > limit) {
    throw new Failure({
      reason: "invalid-input",
      what: `${path} is ${found.isFile() ? `larger than ${limit} bytes` : "not a file"}`,
      remedy: "Name another file, or make it smaller.",
    });
  }
  return readFileSync(path, "utf8");
}

/** The names of the files in a directory, in order; none when it cannot be read. */
export function listFiles(path: string): string[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}

/** Reads a whole file; undefined when there is none. */
export function readBinaryFile(path: string): Uint8Array | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path) : undefined;
}

/** Writes a file of mode 0600 piece by piece, making its folder (0700) and replacing what was there. */
export function writeFileChunks(path: string, chunks: Iterable<string | Uint8Array>): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  rmSync(path, { force: true });
  const file = openSync(path, "wx", 0o600);
  try {
    let waiting = "";
    for (const chunk of chunks) {
      if (typeof chunk === "string") waiting += chunk;
      if (typeof chunk === "string" && waiting.length < TOGETHER) continue;
      writeWhole(file, Buffer.from(waiting));
      if (typeof chunk !== "string") writeWhole(file, chunk);
      waiting = "";
    }
    writeWhole(file, Buffer.from(waiting));
  } finally {
    closeSync(file);
  }
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}

/** Removes a file; one that is not there is fine. */
export function removeFile(path: string): void {
  rmSync(path, { force: true });
}

/** Removes a folder with all that is in it; one that is not there is fine. Links are removed, not followed. */
export function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true });
}
