/**
 * The hash of a package as terraform writes it to the lock file: of the files that unpacking would make, without unpacking.
 * Memory stays small whatever the zip holds, and nothing is written.
 *
 * https://developer.hashicorp.com/terraform/language/files/dependency-lock#h1
 */
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { errorCode } from "@handrail/runner";
import type { Entry, ZipFile } from "yauzl";
import { inflate, ZipError } from "./install-zip.ts";

const MOST_MEMBERS = 10_000;
/** The largest providers unpack to less than 1 GB. */
const MOST_BYTES = 4 * 2 ** 30;

/**
 * `h1:` and the base64 of SHA-256 over a line for each file, `<sha256 in hex>  <name>\n`, sorted by the bytes of the names.
 * Directory entries do not count: terraform hashes what it has unpacked. Rejects with a ZipError.
 */
export async function hashZip(zip: string): Promise<string> {
  const { default: yauzl } = await import("yauzl");
  const options = { autoClose: false, lazyEntries: true, strictFileNames: true };
  const file = await yauzl.openPromise(zip, options).catch(unreadable);
  try {
    const lines: { name: Buffer; sum: string }[] = [];
    for (const entry of await readEntries(file)) {
      lines.push({ name: entry.fileNameRaw, sum: await hashMember(zip, file, entry) });
    }
    lines.sort((a, b) => Buffer.compare(a.name, b.name));
    const hash = createHash("sha256");
    for (const { name, sum } of lines) hash.update(`${sum}  `).update(name).update("\n");
    return `h1:${hash.digest("base64")}`;
  } finally {
    file.close();
  }
}

async function readEntries(file: ZipFile): Promise<Entry[]> {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  try {
    for await (const entry of file.eachEntry()) {
      const name = entry.fileNameRaw.toString("latin1");
      if (name.endsWith("/")) continue;
      checkName(name);
      if (entries.has(name)) throw new ZipError("has two members of the same name");
      if (entry.isEncrypted()) throw new ZipError("has an encrypted member");
      if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
        throw new ZipError("has a member in an unknown compression");
      bytes += entry.uncompressedSize;
      if (bytes > MOST_BYTES) throw new ZipError(`unpacks to more than ${MOST_BYTES} bytes`);
      if (entries.size === MOST_MEMBERS) throw new ZipError(`has more than ${MOST_MEMBERS} members`);
      entries.set(name, entry);
    }
  } catch (error) {
    return unreadable(error);
  }
  if (entries.size === 0) throw new ZipError("holds no file");
  return [...entries.values()];
}

/** The name must be the path that unpacking makes of it. */
function checkName(name: string): void {
  const isPlain = name.split("/").every((part) => part !== "" && part !== "." && part !== "..");
  // oxlint-disable-next-line no-control-regex -- that is what is looked for
  if (!isPlain || /[\x00-\x1f\\]/.test(name)) throw new ZipError("has a member whose name is no plain path");
}

async function hashMember(zip: string, file: ZipFile, entry: Entry): Promise<string> {
  const hash = createHash("sha256");
  const { fileDataStart } = await file.readLocalFileHeaderPromise(entry).catch(unreadable);
  const { compressedSize, uncompressedSize: size, crc32: crc, compressionMethod } = entry;
  const member = { start: fileDataStart, compressedSize, size, crc, isStored: compressionMethod === 0 };
  let sum = 0;
  if (compressedSize > 0) {
    await inflate(zip, member, async (piece) => {
      sum = crc32(piece, sum);
      hash.update(piece);
    });
  }
  if (sum !== crc) throw new ZipError("has a damaged member: its CRC-32 is another one");
  return hash.digest("hex");
}

function unreadable(error: unknown): never {
  if (error instanceof ZipError || errorCode(error) !== undefined) throw error;
  throw new ZipError(`cannot be read: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`);
}
