/**
 * Reads files that another job made: whoever filled the folder may be hostile. No link is followed, nothing but regular
 * files is read, and only so much of them.
 */
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, readdirSync, realpathSync } from "node:fs";
import { resolve, sep } from "node:path";
import { Failure } from "../failure.ts";

/** What is in a folder. A link is `other`: none is followed. */
export type FolderEntry = { name: string; kind: "file" | "folder" | "other" };

/** Files by absolute path, without following links. */
export interface UntrustedFiles {
  /**
   * Where the input's folder (or file) really is, and what it is.
   * @throws Failure `invalid-input` when it is nowhere, or not in one of the roots
   */
  locate(given: string): { path: string; kind: "file" | "folder" };
  /** What is in a folder, in any order; nothing when it cannot be read. */
  list(path: string): FolderEntry[];
  /** The first bytes of a file as text; "" when it cannot be read. */
  readHead(path: string, length: number): string;
  /**
   * A whole file as text; "" when it cannot be read.
   * @throws Failure `invalid-input` when it has more bytes than that
   */
  readText(path: string, limit: number): string;
}

/** Which input names the folder, where it may lie, and what to do when it does not. */
export type UntrustedOptions = {
  input: string;
  remedy: string;
  environment: Readonly<Record<string, string | undefined>>;
};

/** Opens folders in the workspace and in RUNNER_TEMP. */
export function openUntrustedFiles({ input, remedy, environment }: UntrustedOptions): UntrustedFiles {
  const workspace = environment["GITHUB_WORKSPACE"] ?? resolve(".");
  const roots = [workspace, environment["RUNNER_TEMP"] ?? ""].filter((root) => root !== "");
  return {
    locate(given) {
      const real = realOf(resolve(workspace, given));
      const isInside = roots
        .map(realOf)
        .some((root) => real === root || real?.startsWith(`${root ?? sep}${sep}`) === true);
      if (real !== undefined && isInside) {
        return { path: real, kind: withFile(real, () => true) === true ? "file" : "folder" };
      }
      const why = real === undefined ? "does not exist" : "is neither in the workspace nor in RUNNER_TEMP";
      throw new Failure({ reason: "invalid-input", what: `${input}: ${given} ${why}`, remedy });
    },
    list: listFolder,
    readHead: (path, length) => withFile(path, (file) => readStart(file, length)) ?? "",
    readText: (path, limit) => withFile(path, (file) => readWhole(file, path, limit)) ?? "",
  };
}

/** Node's own realpath takes the `..` behind a link from the link's name, not from where it leads. */
function realOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function listFolder(path: string): FolderEntry[] {
  try {
    return readdirSync(path, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      kind: entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other",
    }));
  } catch {
    return [];
  }
}

/** Reads a regular file, not through a link, and not a pipe that nobody writes to; undefined for anything else. */
function withFile<T>(path: string, read: (file: number) => T): T | undefined {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return undefined;
  }
  try {
    return fstatSync(file).isFile() ? read(file) : undefined;
  } finally {
    closeSync(file);
  }
}

function readStart(file: number, length: number): string {
  const bytes = new Uint8Array(length);
  return new TextDecoder().decode(bytes.subarray(0, readSync(file, bytes, 0, length, 0)));
}

function readWhole(file: number, path: string, limit: number): string {
  const { size } = fstatSync(file);
  if (size <= limit) return readFileSync(file, "utf8");
  throw new Failure({
    reason: "invalid-input",
    what: `${path} has ${size} bytes, and a file of its kind has at most ${limit}`,
    remedy: "Look at what wrote it.",
  });
}
