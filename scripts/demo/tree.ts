/**
 * The demo's files: each folder of demo/ is the production, or what one commit changes in it; registry/ holds releases of modules.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

const demo = join(import.meta.dirname, "../../demo");

/** Content by path. */
export type Tree = Readonly<Record<string, string>>;

/** Content by path; null deletes. */
export type Changes = Readonly<Record<string, string | null>>;

/** Reads a folder of demo/. */
export function readFiles(folder: string): Tree {
  const top = join(demo, folder);
  const files = readdirSync(top, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [relative(top, file).split(sep).join("/"), readFileSync(file, "utf8")];
    }),
  );
}

/** The tree after a commit. */
export function withChanges(tree: Tree, changes: Changes): Tree {
  const entries = Object.entries({ ...tree, ...changes });
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** The changed lines of a file from one folder of demo/ to another, as git shows them. */
export function diffFolders(before: string, after: string, file: string): string {
  const files = [before, after].map((folder) => join(demo, folder, file));
  // git ends with 1 when there is a difference.
  const { stdout } = spawnSync("git", ["diff", "--no-index", "--no-color", "--unified=1", "--", ...files], {
    encoding: "utf8",
  });
  const lines = stdout.split("\n");
  return lines.slice(lines.findIndex((line) => line.startsWith("@@"))).join("\n");
}
