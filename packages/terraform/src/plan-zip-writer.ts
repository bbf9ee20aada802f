/**
 * Writes a zip as Go's archive/zip does, for tests of its reader: what a forger who knows the layout could hand over.
 * Not part of any action.
 */
import { crc32, deflateRawSync } from "node:zlib";

/** A member with its content, in the order of the file. */
export type ZipContent = readonly (readonly [name: string, content: Uint8Array])[];

/** Seconds, and the same time for DOS: 2026-11-22 18:13:40. */
const TIME = [0x55, 0x54, 5, 0, 1, 0xc9, 0x2d, 0x03, 0x6b] as const;
const DOS_TIME = 0x91b4;
const DOS_DATE = 0x5d76;

/** The bytes of the zip. */
export function writePlanZip(members: ZipContent): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of members) {
    const data = deflateRawSync(content);
    const sizes = integers([crc32(content), 4], [data.length, 4], [content.length, 4]);
    const nameBytes = Buffer.from(name);
    const flags = /[^\u0020-\u007d]|\\/.test(name) ? 0x0808 : 8;
    const common = integers([20, 2], [flags, 2], [8, 2], [DOS_TIME, 2], [DOS_DATE, 2]);
    const lengths = integers([nameBytes.length, 2], [TIME.length, 2]);
    const tail = Buffer.concat([nameBytes, Buffer.from(TIME)]);
    const descriptor = Buffer.concat([integers([0x08074b50, 4]), sizes]);
    const local = Buffer.concat([integers([0x04034b50, 4]), common, Buffer.alloc(12), lengths, tail, data, descriptor]);
    const place = integers([0, 4], [0, 4], [0, 2], [offset, 4]);
    directory.push(integers([0x02014b50, 4], [20, 2]), common, sizes, lengths, place, tail);
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const counts = integers([members.length, 2], [members.length, 2], [central.length, 4], [offset, 4], [0, 2]);
  return new Uint8Array(Buffer.concat([...parts, central, integers([0x06054b50, 4], [0, 4]), counts]));
}

function integers(...values: readonly (readonly [value: number, length: number])[]): Buffer {
  return Buffer.concat(
    values.map(([value, length]) => {
      const bytes = Buffer.alloc(length);
      bytes.writeUIntLE(value, 0, length);
      return bytes;
    }),
  );
}
