/** The files of migrations that a JavaScript tool finds in a directory. */
import { quoteText } from "@handrail/runner";
import { Failure, inputFailure } from "@handrail/runner";
import type { Files } from "../adapter.ts";

/** A file with a migration. */
export type MigrationFile = {
  /** Its name in the directory. */
  name: string;
  /** From working-directory. */
  path: string;
  text: string;
};

/** Controls, separators of lines, format characters: such a name cannot be shown, and tools take it apart. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/**
 * Reads those files of a directory (not of its directories) that a tool takes for migrations, sorted by code unit as these tools do.
 * @throws Failure `invalid-input` when the directory has no files at all, or a name cannot be an argument
 */
export async function readMigrationFiles(
  files: Files,
  directory: string,
  isMigration: (name: string) => boolean,
): Promise<readonly MigrationFile[]> {
  const paths = await files.list(directory);
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
  const found: MigrationFile[] = [];
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (!isMigration(name)) continue;
    if (UNSEEN.test(name) || name.startsWith("-")) throw unusableName(path);
    const text = await files.read(path);
    if (text !== undefined) found.push({ name, path, text });
  }
  return found.sort((a, b) => byCodeUnit(a.name, b.name));
}

/** Orders texts as JavaScript's own sort does. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Makes sure that each id is there once.
 * @throws Failure `invalid-input`
 */
export function requireUnique(ids: readonly string[], what: string): void {
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice === undefined) return;
  throw new Failure({
    reason: "invalid-input",
    what: `Two migrations have the same ${what} ${quoteText(twice)}`,
    remedy: "Rename one of them: the tool cannot tell them apart either.",
  });
}

function unusableName(path: string): Failure {
  return new Failure({
    reason: "invalid-input",
    what: `The migration ${quoteText(path)} has a name that cannot be handed to its tool`,
    remedy: "Rename it: no character that cannot be seen, and no - in front.",
  });
}
