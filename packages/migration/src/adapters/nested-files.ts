/** The files of migrations that a tool finds in a directory and in its directories. */
import { Failure, inputFailure, quoteText } from "@handrail/runner";
import type { Files } from "../adapter.ts";

/** A file below a directory. */
export type NestedFile = {
  /** Its name in its own directory. */
  name: string;
  /** From the directory that was read, with `/`. */
  below: string;
  /** From working-directory. */
  path: string;
  text: string;
};

const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/**
 * Reads those files that a tool takes for migrations, sorted by path.
 * @throws Failure `invalid-input` when the directory has no files at all, or a name cannot be shown
 */
export async function readNestedFiles(
  files: Files,
  directory: string,
  isMigration: (name: string) => boolean,
): Promise<readonly NestedFile[]> {
  const paths = await files.list(directory, true);
  if (paths.length === 0) {
    throw inputFailure([
      {
        name: "migrations-directory",
        given: directory,
        accepts: "a directory with migrations",
        why: "it has no files",
      },
    ]);
  }
  const found: NestedFile[] = [];
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (!isMigration(name)) continue;
    if (UNSEEN.test(path)) throw unseen(path);
    const text = await files.read(path);
    if (text !== undefined) found.push({ name, below: belowOf(path, directory), path, text });
  }
  return found;
}

function belowOf(path: string, directory: string): string {
  const start = directory === "" || directory === "." ? "" : `${directory.replace(/\/+$/, "")}/`;
  return path.startsWith(start) ? path.slice(start.length) : path;
}

function unseen(path: string): Failure {
  return new Failure({
    reason: "invalid-input",
    what: `The migration ${quoteText(path)} has a name with a character that cannot be seen`,
    remedy: "Rename it.",
  });
}
