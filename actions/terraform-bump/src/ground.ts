/**
 * What a proposal stands on: the content of every file it changes and of every directory whose plan it can change. While
 * that stays the same, an open pull request and its proof stay true, whatever else moves on the base branch.
 */
import { createHash } from "node:crypto";
import type { TrackedFile } from "./checkout.ts";
import { directoryOf } from "./find/file-kind.ts";
import type { ModuleDirectory } from "./find/mention.ts";

/** The directories of the roots and of all local modules that they call, directly or not. */
export function reachedDirectories(roots: readonly string[], modules: readonly ModuleDirectory[]): Set<string> {
  const calls = new Map(modules.map(({ directory, calls: called }) => [directory, called]));
  const reached = new Set<string>();
  const waiting = [...roots];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...(calls.get(next) ?? []));
  }
  return reached;
}

/** 32 hex digits over the files in these directories and the changed ones, by path, mode and content. */
export function digestGround(
  files: readonly TrackedFile[],
  directories: ReadonlySet<string>,
  changed: ReadonlySet<string>,
): string {
  const hash = createHash("sha256");
  const counted = files.filter(({ path }) => changed.has(path) || directories.has(directoryOf(path)));
  const lines = counted.map(({ path, mode, blob }) => `${JSON.stringify(path)} ${mode} ${blob}\n`);
  for (const line of lines.sort()) hash.update(line);
  return hash.digest("hex").slice(0, 32);
}
