/**
 * The files of a configuration in an outline: one part each, so that a later plan can name those that changed. Where
 * there are too many, those that terraform does not read as configuration are one part together, or there are none.
 */
import type { FileDigest } from "./configuration.ts";
import { hash, shorten } from "./fingerprint-digest.ts";
import type { OutlineTools } from "./plan-outline-leaves.ts";
import type { OutlinePart } from "./outline.ts";

/** How many files an outline has at most. */
const MOST_FILES = 500;
/** What terraform reads when it lies in a module's directory. */
const CONFIGURATION = /\.(?:tf|tofu)(?:\.json)?$/;

/** The name of the part that stands for all files that are not configuration. No file is called that. */
export const OTHER_FILES = "";

/** One part for each file, with names redacted. Their digests say nothing of the names. */
export function fileParts(files: readonly FileDigest[], tools: Pick<OutlineTools, "redact" | "short">): OutlinePart[] {
  const parts = files.map(([path, digest]): OutlinePart => {
    return { kind: "file", name: tools.redact(path), digest: tools.short(JSON.stringify(["file", digest])) };
  });
  return [withoutNone, withoutOtherFiles, withoutFiles].map((cut) => cut(parts)).find(isFew) ?? [];
}

function isFew(parts: readonly OutlinePart[]): boolean {
  return parts.length <= MOST_FILES;
}

function withoutNone(parts: readonly OutlinePart[]): OutlinePart[] {
  return [...parts];
}

/** The parts with one for all the files that terraform does not read as configuration. */
export function withoutOtherFiles(parts: readonly OutlinePart[]): OutlinePart[] {
  const others = parts.filter(isOtherFile);
  if (others.length === 0 || hasOtherFiles(parts)) return [...parts];
  const texts = others.map(({ name, digest }) => JSON.stringify([name, digest])).sort();
  const together: OutlinePart = { kind: "file", name: OTHER_FILES, digest: shorten(hash(texts.join("\n"))) };
  return [...parts.filter((part) => !isOtherFile(part)), together];
}

/** Whether the files that are no configuration are one part already. */
export function hasOtherFiles(parts: readonly OutlinePart[]): boolean {
  return parts.some(({ kind, name }) => kind === "file" && name === OTHER_FILES);
}

/** The parts without any file. */
export function withoutFiles(parts: readonly OutlinePart[]): OutlinePart[] {
  return parts.filter(({ kind }) => kind !== "file");
}

function isOtherFile({ kind, name }: OutlinePart): boolean {
  return kind === "file" && !CONFIGURATION.test(name);
}
