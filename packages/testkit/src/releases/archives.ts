/** The zips of releases: as the vendors make them, and the hostile ones that an installer must refuse. */
import { zip } from "../zip.ts";
import type { ZipMember } from "../zip.ts";

/** What a release's zip is like. All but `good` must never be installed; `bomb` unpacks to 300 MB. */
export type ArchiveKind =
  | "good" | "extra-members" | "traversal" | "absolute-path" | "backslash-traversal" | "symlink" | "symlinked-directory"
  | "twice" | "differs-in-case" | "setuid" | "directory" | "fifo" | "no-program" | "empty" | "bomb" | "wrong-crc" | "lying-size"
  | "lying-name" | "encrypted" | "cut" | "not-a-zip" | "html"; // prettier-ignore

/** Makes the zip of a release of `program` (`terraform`, `tofu`). */
export function archive(kind: ArchiveKind, program: string, content: string | Uint8Array): Buffer {
  const own: ZipMember = { name: program, content, mode: 0o755 };
  const licence: ZipMember = { name: program === "tofu" ? "LICENSE" : "LICENSE.txt", content: "Licence\n" };
  const evil = "#!/bin/sh\necho evil\n";
  const make: Record<ArchiveKind, () => Buffer> = {
    good: () => zip([licence, own]),
    "extra-members": () => zip([licence, own, { name: "helper", content: evil, mode: 0o755 }]),
    traversal: () => zip([{ name: "../evil", content: evil, mode: 0o755 }, own]),
    "absolute-path": () => zip([{ name: "/evil", content: evil, mode: 0o755 }, own]),
    "backslash-traversal": () => zip([{ name: "..\\evil", content: evil }, own]),
    symlink: () => zip([{ name: program, content: "/bin/sh", type: "symlink", mode: 0o777 }]),
    "symlinked-directory": () =>
      zip([
        { name: "bin", content: "/tmp", type: "symlink", mode: 0o777 },
        { name: `bin/${program}`, content: evil },
        own,
      ]),
    twice: () => zip([own, { ...own, content: evil }]),
    "differs-in-case": () => zip([own, { ...own, name: program.toUpperCase(), content: evil }]),
    setuid: () => zip([{ ...own, mode: 0o4755 }]),
    directory: () => zip([{ name: `${program}/`, type: "directory", mode: 0o755, method: "store" }]),
    fifo: () => zip([{ name: program, type: "fifo", mode: 0o755, method: "store" }]),
    "no-program": () => zip([licence]),
    empty: () => zip([]),
    bomb: () => zip([{ ...own, content: Buffer.alloc(300_000_000) }]),
    "wrong-crc": () => zip([{ ...own, crc: 1 }]),
    "lying-size": () => zip([{ ...own, size: 10 }]),
    "lying-name": () => zip([{ ...own, localName: "../evil" }]),
    encrypted: () => zip([{ ...own, isEncrypted: true }]),
    cut: () => {
      const whole = zip([own]);
      return whole.subarray(0, whole.length - 30);
    },
    "not-a-zip": () => Buffer.from("this is no archive\n"),
    html: () => Buffer.from("<!DOCTYPE html><html><body>Sign in to continue</body></html>"),
  };
  return make[kind]();
}
