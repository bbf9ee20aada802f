/**
 * The zip around a saved plan, read as strictly as it is written: Go's archive/zip writes it in one stream, and every
 * byte of that layout has one place (https://go.dev/src/archive/zip/writer.go; APPNOTE.TXT 4.3). What two readers could
 * understand differently (gaps, comments, a second member of a name, local headers that disagree with the directory)
 * is refused. It does not know what the members are.
 */
import { crc32, inflateRawSync } from "node:zlib";

/** A zip that terraform did not write; the message completes "the plan file …". */
export class PlanZipError extends Error {
  override readonly name = "PlanZipError";
}

/** The largest plan file and the most that its members may unpack to, in bytes. */
export const LARGEST_PLAN: number = 512 << 20;
const MOST_MEMBERS = 20_000;
/** State and configuration pack by 5 to 60; what packs better and is no small file is made to fill the memory. */
const HIGHEST_RATIO = 250;
const SMALL = 1 << 20;

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_LENGTH = 30;
const CENTRAL_LENGTH = 46;
const END_LENGTH = 22;
const DESCRIPTOR_LENGTH = 16;
/** One extra field with the time (`UT`, 5 bytes: the flag for a modification time, the seconds). */
const EXTRA = Buffer.from([0x55, 0x54, 5, 0, 1]);
const EXTRA_LENGTH = 9;
/** Sizes follow the data; a name that is not plain ASCII is UTF-8. */
const STREAMED = 0x0008;
const UTF8 = 0x0800;

type Entry = {
  name: string;
  /** The 22 bytes that local header and directory have in common, sizes and CRC aside: version to date, name, extra. */
  common: readonly Buffer[];
  crc: number;
  compressedSize: number;
  size: number;
  offset: number;
};

/** The members in their order, unpacked. Throws a PlanZipError for anything but what Go's writer writes. */
export function readPlanZip(bytes: Uint8Array): Map<string, Uint8Array> {
  if (bytes.length > LARGEST_PLAN) throw new PlanZipError(`has ${bytes.length} bytes, more than any plan`);
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const { entries, start } = readDirectory(zip);
  const members = new Map<string, Uint8Array>();
  let at = 0;
  for (const entry of entries) {
    if (entry.offset !== at) throw new PlanZipError(`has bytes that belong to nothing before ${show(entry.name)}`);
    at = checkLocal(zip, entry, start);
  }
  if (at !== start) throw new PlanZipError("has bytes that belong to nothing before its directory");
  // Only now, when all sizes are known to be sane, is anything unpacked.
  for (const entry of entries) members.set(entry.name, unpack(zip, entry));
  return members;
}

function readDirectory(zip: Buffer): { entries: Entry[]; start: number } {
  const end = zip.length - END_LENGTH;
  if (end < 0 || zip.readUInt32LE(end) !== END) throw new PlanZipError(notAZip(zip));
  const count = zip.readUInt16LE(end + 10);
  const start = zip.readUInt32LE(end + 16);
  const isPlain =
    zip.readUInt32LE(end + 4) === 0 &&
    zip.readUInt16LE(end + 8) === count &&
    zip.readUInt32LE(end + 12) === end - start &&
    zip.readUInt16LE(end + 20) === 0;
  if (!isPlain) throw new PlanZipError("has a zip directory that terraform does not write");
  if (count > MOST_MEMBERS) throw new PlanZipError(`has ${count} members, more than any plan`);
  const entries: Entry[] = [];
  const names = new Set<string>();
  let at = start;
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readEntry(zip, at, end);
    if (names.has(entry.name)) throw new PlanZipError(`has two members named ${show(entry.name)}`);
    names.add(entry.name);
    total += entry.size;
    checkSize(entry, total);
    entries.push(entry);
    at = next;
  }
  if (at !== end) throw new PlanZipError("has bytes that belong to nothing in its directory");
  if (total > SMALL && total / HIGHEST_RATIO > zip.length) throw new PlanZipError("unpacks to more than any plan");
  return { entries, start };
}

function notAZip(zip: Buffer): string {
  const isOtherKind = zip.length < 4 || zip.readUInt32LE(0) !== LOCAL;
  return isOtherKind ? "is not a plan that terraform saved" : "is cut off, or something was appended to it";
}

function readEntry(zip: Buffer, at: number, end: number): { entry: Entry; next: number } {
  const nameEnd = at + CENTRAL_LENGTH + (at + CENTRAL_LENGTH <= end ? zip.readUInt16LE(at + 28) : 0);
  const next = nameEnd + EXTRA_LENGTH;
  if (next > end || zip.readUInt32LE(at) !== CENTRAL) throw new PlanZipError("has a damaged zip directory");
  const name = readName(zip.subarray(at + CENTRAL_LENGTH, nameEnd));
  const extra = zip.subarray(nameEnd, next);
  const isPlain =
    // Made by version 2.0 on FAT; needs 2.0; no comment, no disk, no attributes.
    zip.readUInt16LE(at + 4) === 20 &&
    zip.readUInt16LE(at + 6) === 20 &&
    zip.readUInt16LE(at + 8) === flagsOf(name) &&
    zip.readUInt16LE(at + 10) === 8 &&
    zip.readUInt16LE(at + 30) === EXTRA_LENGTH &&
    zip.subarray(at + 32, at + 42).every((byte) => byte === 0) &&
    extra.subarray(0, EXTRA.length).equals(EXTRA);
  if (!isPlain) throw new PlanZipError(`has the member ${show(name)} in a form that terraform does not write`);
  const entry = {
    name,
    common: [zip.subarray(at + 6, at + 16), zip.subarray(at + 28, at + 32), zip.subarray(at + 46, next)],
    crc: zip.readUInt32LE(at + 16),
    compressedSize: zip.readUInt32LE(at + 20),
    size: zip.readUInt32LE(at + 24),
    offset: zip.readUInt32LE(at + 42),
  };
  return { entry, next };
}

function readName(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new PlanZipError("has a member whose name is not UTF-8");
  }
}

/** Go sets the flag for UTF-8 where some old code page would read another name (detectUTF8 in its writer). */
function flagsOf(name: string): number {
  return /[^\u0020-\u007d]|\\/.test(name) ? STREAMED | UTF8 : STREAMED;
}

function checkSize({ name, size, compressedSize }: Entry, total: number): void {
  if (total > LARGEST_PLAN) throw new PlanZipError("unpacks to more than any plan");
  if (size > SMALL && size / HIGHEST_RATIO > compressedSize) {
    throw new PlanZipError(`has the member ${show(name)}, which unpacks from ${compressedSize} to ${size} bytes`);
  }
}

/** Compares a member's own header and the sizes behind its data with the directory; returns where it ends. */
function checkLocal(zip: Buffer, entry: Entry, start: number): number {
  const data = dataStart(entry);
  const descriptor = data + entry.compressedSize;
  const end = descriptor + DESCRIPTOR_LENGTH;
  const at = entry.offset;
  const local = end <= start && zip.readUInt32LE(at) === LOCAL ? zip.subarray(at + 4, data) : undefined;
  const isSame =
    local !== undefined &&
    local.subarray(10, 22).every((byte) => byte === 0) &&
    Buffer.concat([local.subarray(0, 10), local.subarray(22)]).equals(Buffer.concat(entry.common)) &&
    zip.readUInt32LE(descriptor) === DESCRIPTOR &&
    zip.readUInt32LE(descriptor + 4) === entry.crc &&
    zip.readUInt32LE(descriptor + 8) === entry.compressedSize &&
    zip.readUInt32LE(descriptor + 12) === entry.size;
  if (!isSame) throw new PlanZipError(`describes the member ${show(entry.name)} in two different ways`);
  return end;
}

function dataStart({ offset, common }: Entry): number {
  return offset + LOCAL_LENGTH + (common[2]?.length ?? 0);
}

function unpack(zip: Buffer, entry: Entry): Uint8Array {
  const start = dataStart(entry);
  const packed = zip.subarray(start, start + entry.compressedSize);
  const content = inflate(packed, entry.size);
  if (content === undefined || content.length !== entry.size || crc32(content) !== entry.crc) {
    throw new PlanZipError(`has the damaged member ${show(entry.name)}`);
  }
  return content;
}

/** undefined when the data is damaged, unpacks to more than `size`, or does not end where it should. */
function inflate(packed: Buffer, size: number): Uint8Array | undefined {
  try {
    const options = { maxOutputLength: Math.max(size, 1), chunkSize: Math.min(Math.max(size, 64), SMALL), info: true };
    // With `info` there is a pair; the declared type does not know it.
    const { buffer, engine } = inflateRawSync(packed, options) as unknown as {
      buffer: Uint8Array;
      engine: { bytesWritten: number };
    };
    return engine.bytesWritten === packed.length ? buffer : undefined;
  } catch {
    return undefined;
  }
}

function show(name: string): string {
  return JSON.stringify(name.slice(0, 100));
}
