/**
 * The lock files of the repository, found and read. Nothing is decided or changed here.
 */
import { posix } from "node:path";
import { type LockFile, parseLockFile } from "@handrail/terraform";
import { directoryOf } from "../find/file-kind.ts";
import type { SourceFile, Unreadable } from "../find/mention.ts";

/** A lock file; `directory` is the root module that it belongs to, "." for the repository's own. */
export type Lock = { file: string; directory: string; text: string; lock: LockFile };

const NAME = ".terraform.lock.hcl";

/** The lock files among these files, in their order. */
export function readLocks(files: readonly SourceFile[]): Lock[] {
  return files
    .filter(({ path }) => posix.basename(path) === NAME)
    .map(({ path, text }) => ({ file: path, directory: directoryOf(path), text, lock: parseLockFile(text) }));
}

/** What terraform refuses in them. */
export function lockProblems(locks: readonly Lock[]): Unreadable[] {
  return locks.flatMap(({ file, lock }) =>
    lock.problems.map(({ line, what }) => ({ file, line, why: `terraform refuses this lock file: ${what}` })),
  );
}
