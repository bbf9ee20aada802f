/**
 * Changed files laid over a copy of the checkout, and taken back. The order of effects, through the copy's own verbs.
 */
import { posix } from "node:path";
import { toFailure } from "@handrail/runner";
import type { CheckoutCopy, FileContent } from "@handrail/runner/host";
import type { ChangedFile } from "../pulls/desired.ts";
import type { Scratch } from "./target-run.ts";

/**
 * Does the work while the files lie over the copy; they are taken back whatever happens. Rejects as the work does, or when
 * a file cannot be laid. When one cannot be taken back the scratch is spoilt.
 */
export async function withFiles<T>(
  scratch: Scratch,
  files: readonly ChangedFile[],
  work: () => Promise<T>,
): Promise<T> {
  const { copy } = scratch;
  const covered: [path: string, content: FileContent | undefined][] = [];
  try {
    for (const { path, mode, text } of files) {
      covered.push([path, copy.read(path)]);
      copy.write(path, { bytes: Buffer.from(text), isExecutable: mode === "100755" });
    }
    return await work();
  } finally {
    takeBack(
      scratch,
      covered.toReversed().map(([path, content]) => [path, () => putBack(copy, path, content)]),
    );
  }
}

/**
 * Readies a root module for terraform: what an earlier run left is removed, and the lock file is remembered.
 * @returns puts it back as it was, and never throws: when it cannot be done the scratch is spoilt
 */
export function readyFolder(scratch: Scratch, directory: string): () => void {
  const { copy } = scratch;
  const data = posix.join(directory, ".terraform");
  const lockFile = posix.join(directory, ".terraform.lock.hcl");
  copy.removeFolder(data);
  const content = copy.read(lockFile);
  return () =>
    takeBack(scratch, [
      [data, () => copy.removeFolder(data)],
      [lockFile, () => putBack(copy, lockFile, content)],
    ]);
}

/** Does every step, also when one before it throws; the first that does spoils the scratch. */
function takeBack(scratch: Scratch, steps: readonly (readonly [path: string, step: () => void])[]): void {
  for (const [path, step] of steps) {
    try {
      step();
    } catch (thrown) {
      const { what } = toFailure(thrown);
      scratch.spoilt ??= `${JSON.stringify(path)} could not be put back in the copy of the checkout: ${what}`;
    }
  }
}

/** A file that is as it was is not written: it may be one that could not be laid. */
function putBack(copy: CheckoutCopy, path: string, content: FileContent | undefined): void {
  if (!isSame(copy.read(path), content)) copy.write(path, content);
}

function isSame(one: FileContent | undefined, other: FileContent | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  if ("link" in one || "link" in other) return "link" in one && "link" in other && one.link === other.link;
  return one.isExecutable === other.isExecutable && Buffer.compare(one.bytes, other.bytes) === 0;
}
