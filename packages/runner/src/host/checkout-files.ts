/** Reads the files of a checkout. Links that lead out of it are not followed, and huge files are not read. */
import { existsSync, readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { Failure } from "../failure.ts";

/** Files by path relative to a directory, with `/`. */
export type CheckoutFiles = {
  /** The paths of the files below a directory, sorted by code unit; none when there is no such directory. */
  list(directory: string, isDeep?: boolean): Promise<readonly string[]>;
  /** The text of a file; undefined when there is none. */
  read(path: string): Promise<string | undefined>;
};

/** Most files that are listed. */
const MOST_FILES = 50_000;
/** Largest file that is read, bytes. */
const LARGEST = 16 * 1024 * 1024;

/** Opens the files of a directory (absolute) inside the workspace (absolute). */
export function openCheckoutFiles(root: string, workspace: string): CheckoutFiles {
  const border = realpathSync.native(workspace);
  const inside = (path: string): string | undefined => {
    const whole = resolve(root, path);
    if (!existsSync(whole)) return undefined;
    const real = realpathSync.native(whole);
    return real === border || real.startsWith(`${border}${sep}`) ? real : undefined;
  };
  return {
    list: (directory, isDeep = false) => Promise.resolve(listBelow(inside, directory, isDeep)),
    read: (path) => {
      const real = inside(path);
      const found = real === undefined ? undefined : statSync(real);
      if (real === undefined || found?.isFile() !== true) return Promise.resolve(undefined);
      return found.size > LARGEST ? Promise.reject(tooLarge(path)) : Promise.resolve(readFileSync(real, "utf8"));
    },
  };
}

function listBelow(inside: (path: string) => string | undefined, directory: string, isDeep: boolean): string[] {
  const found: string[] = [];
  const waiting = [directory === "." ? "" : directory.replace(/\/+$/, "")];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const real = inside(at === "" ? "." : at);
    if (real === undefined || !statSync(real).isDirectory()) continue;
    for (const entry of readdirSync(real, { withFileTypes: true })) {
      const path = at === "" ? entry.name : `${at}/${entry.name}`;
      const target = entry.isSymbolicLink() ? inside(path) : join(real, entry.name);
      const kind = target === undefined ? undefined : statSync(target, { throwIfNoEntry: false });
      if (kind?.isFile() === true) found.push(path);
      // A link to a directory could lead in a circle.
      else if (isDeep && entry.isDirectory() && entry.name !== ".git" && entry.name !== "node_modules")
        waiting.push(path);
      if (found.length > MOST_FILES) throw tooMany(directory);
    }
  }
  return found.sort((a, b) => (a < b ? -1 : 1));
}

function tooLarge(path: string): Failure {
  return new Failure({
    reason: "invalid-input",
    what: `${path} is larger than ${LARGEST / 1024 / 1024} MiB`,
    remedy: "Name the directory that holds the migrations.",
  });
}

function tooMany(directory: string): Failure {
  return new Failure({
    reason: "invalid-input",
    what: `${directory === "" ? "working-directory" : directory} has more than ${MOST_FILES} files`,
    remedy: "Name the directory that holds the migrations.",
  });
}
