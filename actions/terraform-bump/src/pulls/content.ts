/**
 * What a pull request brings, as digests: two that are the same need no write. Pure.
 */
import { createHash } from "node:crypto";
import type { ChangedFile, DesiredPullRequest } from "./desired.ts";

/** What decides whether a pull request is up to date: not its title nor its text. */
export type Content = { target: string; ground: string; files: string };

/** Longer names are told by their digest: a body has room for 2,000 characters of marker. */
const LONGEST = 300;
const WORKFLOWS = ".github/workflows/";

/** A key or target on one line as markers and commits carry it; the same text always the same way. */
export function nameOf(text: string): string {
  const line = text.replaceAll(/[\p{C}\p{Z}]+/gu, " ").trim();
  return line.length <= LONGEST && !/[^\x20-\x7e]/.test(line) ? line : `sha256:${digest(text)}`;
}

/** What `desired` brings with these of its files. */
export function contentOf(desired: DesiredPullRequest, files: readonly ChangedFile[] = desired.files): Content {
  const sorted = files.map(({ path, mode, text }) => [path, mode, text]).sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
  return { target: nameOf(desired.target), ground: nameOf(desired.ground), files: digest(JSON.stringify(sorted)) };
}

/** Whether two are the same. */
export function isSameContent(a: Content | undefined, b: Content): boolean {
  return a?.target === b.target && a.ground === b.ground && a.files === b.files;
}

/** All of it in one word, for the commit. */
export function wordOf({ target, ground, files }: Content): string {
  return digest(JSON.stringify([target, ground, files]));
}

/** Files that only a token with the permission `workflows` may write. */
export function isWorkflow({ path }: { path: string }): boolean {
  return path.startsWith(WORKFLOWS);
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
