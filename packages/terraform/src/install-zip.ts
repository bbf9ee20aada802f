/**
 * Takes the one program out of a release's zip, or compares it with the program that was taken out before. Names in
 * the zip never become paths: there is one member that may be read, and the caller says where it goes.
 */
import { constants, createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createInflateRaw } from "node:zlib";
import type { Entry } from "yauzl";

/** A zip that is not what a release's zip is; the message completes "the zip …". */
export class ZipError extends Error {
  override readonly name = "ZipError";
}

/** Where the program is in the zip, in bytes. */
export type Member = { start: number; compressedSize: number; size: number; crc: number; isStored: boolean };

/** What vendors put beside the program: texts, which stay where they are. */
const TEXTS = /^(?:LICENSE|LICENCE|README|CHANGELOG|NOTICE|EULA|TermsOfEvaluation|TermsOfUse)(?:\.(?:txt|md))?$/i;
/** The programs have about 100 MB; a zip that unpacks to much more is an attack on the disk. */
const LARGEST_PROGRAM = 256 << 20;
const MOST_MEMBERS = 32;
/** zlib's default of 16 KiB pieces makes 90 MB three times as slow. */
const PIECE = 1 << 20;

/**
 * Finds the program and refuses the zip when anything else is in it but known texts: directories, paths, links, a
 * second program, a second member of the same name, encrypted or oversized members. Rejects with a ZipError.
 */
export async function findProgram(zip: string, program: string): Promise<Member> {
  const { default: yauzl } = await import("yauzl");
  const options = { autoClose: false, lazyEntries: true, strictFileNames: true };
  const file = await yauzl.openPromise(zip, options).catch(rethrow);
  try {
    const entries = await listEntries(file.eachEntry());
    const names = entries.map(({ fileName }) => fileName.toLowerCase());
    if (new Set(names).size < names.length) throw new ZipError("has two members of the same name");
    for (const entry of entries) checkEntry(entry, program);
    const entry = entries.find(({ fileName }) => fileName === program);
    if (entry === undefined) throw new ZipError(`has no member named ${program}`);
    const { fileDataStart, fileName } = await file.readLocalFileHeaderPromise(entry).catch(rethrow);
    if (fileName.toString("latin1") !== program)
      throw new ZipError("calls its program otherwise than its directory does");
    const { compressedSize, uncompressedSize, compressionMethod, crc32: crc } = entry;
    if (compressedSize === 0) throw new ZipError("has an empty program");
    return { start: fileDataStart, compressedSize, size: uncompressedSize, crc, isStored: compressionMethod === 0 };
  } finally {
    file.close();
  }
}

async function listEntries(iterable: AsyncIterable<Entry>): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of iterable) {
      entries.push(entry);
      if (entries.length > MOST_MEMBERS) throw new ZipError(`has more than ${MOST_MEMBERS} members`);
    }
  } catch (error) {
    return rethrow(error);
  }
  return entries;
}

const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;

function checkEntry(entry: Entry, program: string): void {
  const name = JSON.stringify(entry.fileName.slice(0, 80));
  if (entry.fileName !== program && !TEXTS.test(entry.fileName))
    throw new ZipError(`has the unexpected member ${name}`);
  // The upper half holds the Unix mode; zips made elsewhere have none.
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (type !== 0 && type !== REGULAR) throw new ZipError(`has the member ${name}, which is not an ordinary file`);
  if (entry.isEncrypted()) throw new ZipError(`has the encrypted member ${name}`);
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    throw new ZipError(`has the member ${name} in an unknown compression`);
  if (entry.uncompressedSize > LARGEST_PROGRAM)
    throw new ZipError(`has the member ${name} of ${entry.uncompressedSize} bytes`);
}

function rethrow(error: unknown): never {
  if (error instanceof ZipError || codeOf(error) !== "") throw error;
  throw new ZipError(`cannot be read: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`);
}

/** Writes the program to a new file, executable for everyone and writable for its owner. */
export async function extractProgram(zip: string, member: Member, target: string): Promise<void> {
  const file = await open(target, "wx", 0o755);
  try {
    let sum = 0;
    await inflate(zip, member, (piece) => {
      sum = crc32(piece, sum);
      return file.writeFile(piece);
    });
    if (sum !== member.crc) throw new ZipError("has a damaged program: its CRC-32 is another one");
    // The mode given to open is cut by the process's umask.
    await file.chmod(0o755);
  } finally {
    await file.close();
  }
}

/** Is the file, byte for byte, the program in the zip, with the mode it was given? False also when it is missing. */
export async function isProgram(zip: string, member: Member, path: string): Promise<boolean> {
  // A link could lead elsewhere later than now.
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ELOOP") return undefined;
    throw error;
  });
  if (file === undefined) return false;
  try {
    const { size, mode } = await file.stat();
    if (size !== member.size || (mode & 0o7777) !== 0o755) return false;
    const ours = Buffer.allocUnsafe(PIECE);
    await inflate(zip, member, async (piece, offset) => {
      const { bytesRead } = await file.read(ours, 0, piece.length, offset);
      if (!ours.subarray(0, bytesRead).equals(piece)) throw new Difference();
    });
    return true;
  } catch (error) {
    if (error instanceof Difference) return false;
    throw error;
  } finally {
    await file.close();
  }
}

/** Ends a comparison at the first byte that differs. */
class Difference extends Error {}

/** Hands a member's bytes over, in order and in pieces of at most PIECE bytes, and checks how many there are. */
export async function inflate(
  zip: string,
  member: Member,
  take: (piece: Buffer, offset: number) => Promise<void>,
): Promise<void> {
  const range = { start: member.start, end: member.start + member.compressedSize - 1, highWaterMark: PIECE };
  const tuning = { chunkSize: PIECE, highWaterMark: 4 * PIECE };
  const unpack = member.isStored ? new PassThrough() : createInflateRaw(tuning);
  let size = 0;
  await pipeline(createReadStream(zip, range), unpack, async (pieces: AsyncIterable<Buffer>) => {
    for await (const read of pieces) {
      // A stream hands over everything it has buffered at once.
      for (let at = 0; at < read.length; at += PIECE) {
        const piece = read.subarray(at, at + PIECE);
        if (size + piece.length > member.size) {
          throw new ZipError(`has a program of more than the announced ${member.size} bytes`);
        }
        await take(piece, size);
        size += piece.length;
      }
    }
  }).catch((error: unknown) => {
    if (codeOf(error).startsWith("Z_")) throw new ZipError("has a damaged program");
    throw error;
  });
  if (size !== member.size) throw new ZipError(`has a program of ${size} bytes where ${member.size} are announced`);
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}
