/**
 * A zip writer that does what it is told, also what no honest archive does: any names, modes, sizes and checksums.
 * Format: APPNOTE.TXT 6.3 sections 4.3 and 4.4. For tests of readers; it never reads.
 */
import { crc32, deflateRawSync } from "node:zlib";

/** One member; everything beyond name and content is there to lie with. */
export type ZipMember = {
  name: string;
  content?: string | Uint8Array;
  /** Unix permission bits, e.g. 0o755 (default 0o644) or 0o4755. */
  mode?: number;
  /** `symlink`: the content is where it points to. */
  type?: "file" | "symlink" | "directory" | "fifo";
  method?: "store" | "deflate";
  /** Name in the local header when it is to differ from the central directory's. */
  localName?: string;
  /** Replaces the true CRC-32. */
  crc?: number;
  /** Replaces the true uncompressed size, in both headers. */
  size?: number;
  /** Sets the flag that the member is encrypted. */
  isEncrypted?: boolean;
  /** Made by Unix (default) or by FAT, which has no modes. */
  madeBy?: "unix" | "fat";
};

/** Options of the archive. */
export type ZipOptions = {
  comment?: string;
  /** Bytes before the first member, as self-extracting archives have. */
  prefix?: Uint8Array;
  /** Replaces the number of members in the end record. */
  count?: number;
};

const TYPES = { file: 0o100000, symlink: 0o120000, directory: 0o040000, fifo: 0o010000 };

/** Writes an archive with these members in this order. */
export function zip(members: readonly ZipMember[], options: ZipOptions = {}): Buffer {
  const parts: Buffer[] = [Buffer.from(options.prefix ?? [])];
  const central: Buffer[] = [];
  let offset = parts[0]?.length ?? 0;
  for (const member of members) {
    const written = writeMember(member, offset);
    parts.push(written.local);
    central.push(written.central);
    offset += written.local.length;
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([...parts, directory, endRecord(options, members.length, directory.length, offset)]);
}

function writeMember(member: ZipMember, offset: number): { local: Buffer; central: Buffer } {
  const content = Buffer.from(member.content ?? "");
  const method = member.method ?? "deflate";
  const data = method === "deflate" ? deflateRawSync(content) : content;
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  // Bit 11: names are UTF-8.
  fields.writeUInt16LE(0x0800 | (member.isEncrypted === true ? 1 : 0), 2);
  fields.writeUInt16LE(method === "deflate" ? 8 : 0, 4);
  fields.writeUInt16LE(0x6000, 6);
  fields.writeUInt16LE(0x5d76, 8);
  fields.writeUInt32LE((member.crc ?? crc32(content)) >>> 0, 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(member.size ?? content.length, 18);
  const name = Buffer.from(member.name);
  const localName = Buffer.from(member.localName ?? member.name);
  const local = Buffer.concat([signature(0x04034b50), withNameLength(fields, localName), localName, data]);
  const attributes = ((TYPES[member.type ?? "file"] | (member.mode ?? 0o644)) << 16) >>> 0;
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(member.madeBy === "fat" ? 0 : attributes, 6);
  tail.writeUInt32LE(offset, 10);
  const madeBy = Buffer.from([30, member.madeBy === "fat" ? 0 : 3]);
  return { local, central: Buffer.concat([signature(0x02014b50), madeBy, withNameLength(fields, name), tail, name]) };
}

function withNameLength(fields: Buffer, name: Buffer): Buffer {
  const copy = Buffer.from(fields);
  copy.writeUInt16LE(name.length, 22);
  return copy;
}

function endRecord(options: ZipOptions, members: number, size: number, offset: number): Buffer {
  const comment = Buffer.from(options.comment ?? "");
  const record = Buffer.alloc(18);
  record.writeUInt16LE(options.count ?? members, 4);
  record.writeUInt16LE(options.count ?? members, 6);
  record.writeUInt32LE(size, 8);
  record.writeUInt32LE(offset, 12);
  record.writeUInt16LE(comment.length, 16);
  return Buffer.concat([signature(0x06054b50), record, comment]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
