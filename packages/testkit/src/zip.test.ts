import { createRequire } from "node:module";

import { describe, expect, it } from "@jest/globals";

import { archive } from "./releases/archives.ts";
import type { ArchiveKind } from "./releases/archives.ts";
import { zip } from "./zip.ts";

type Entry = { fileName: string; externalFileAttributes: number; uncompressedSize: number; isEncrypted(): boolean };
/** The part of yauzl that is used; it brings no types. */
type Yauzl = {
  fromBufferPromise(
    bytes: Buffer,
    options: { lazyEntries: true; strictFileNames?: boolean },
  ): Promise<{
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<AsyncIterable<Buffer>>;
  }>;
};
const yauzl = createRequire(import.meta.url)("yauzl") as Yauzl;

/** What another reader finds: `name type+mode bytes` of each member, or why it refuses. */
async function read(bytes: Buffer): Promise<string[]> {
  const found: string[] = [];
  try {
    const file = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true });
    for await (const entry of file.eachEntry()) {
      let size = 0;
      if (!entry.isEncrypted()) for await (const chunk of await file.openReadStreamPromise(entry)) size += chunk.length;
      found.push(`${entry.fileName} ${(entry.externalFileAttributes >>> 16).toString(8)} ${size}`);
    }
  } catch (error) {
    found.push(error instanceof Error ? error.message : String(error));
  }
  return found;
}

describe("zip", () => {
  it("is read by others, stored and deflated, with modes, comment and prefix", async () => {
    const bytes = zip(
      [
        { name: "ä/stored", content: "x".repeat(1000), method: "store" },
        { name: "deflated", content: Buffer.alloc(100_000), mode: 0o755 },
      ],
      { comment: "hello", prefix: Buffer.from("#!/bin/sh\n") },
    );
    expect(bytes.length).toBeLessThan(2000);
    expect(await read(bytes)).toEqual(["ä/stored 100644 1000", "deflated 100755 100000"]);
  });

  it.each<[ArchiveKind, string[]]>([
    ["good", ["LICENSE.txt 100644 8", "terraform 100755 3"]],
    ["extra-members", ["LICENSE.txt 100644 8", "terraform 100755 3", "helper 100755 20"]],
    ["traversal", ["invalid relative path: ../evil"]],
    ["absolute-path", ["absolute path: /evil"]],
    ["backslash-traversal", ["invalid characters in fileName: ..\\evil"]],
    ["symlink", ["terraform 120777 7"]],
    ["twice", ["terraform 100755 3", "terraform 100755 20"]],
    ["setuid", ["terraform 104755 3"]],
    ["directory", ["terraform/ 40755 0"]],
    ["fifo", ["terraform 10755 0"]],
    ["no-program", ["LICENSE.txt 100644 8"]],
    ["empty", []],
    ["lying-name", ["terraform 100755 3"]],
    ["encrypted", ["terraform 100755 0"]],
    ["lying-size", [expect.stringMatching(/size|bytes/iu) as unknown as string]],
    ["cut", [expect.stringMatching(/end of central directory|zip/iu) as unknown as string]],
    ["html", [expect.stringMatching(/end of central directory|zip/iu) as unknown as string]],
  ])("%s archives are what they claim to be", async (kind, found) => {
    expect(await read(archive(kind, "terraform", "abc"))).toEqual(found);
  });
});
