/**
 * Changed files laid over a copy of the checkout, and taken back. The order of effects, through the copy's own verbs.
 */
import { posix } from "node:path";
import type { CheckoutCopy, FileContent } from "@handrail/runner/host";
import type { ChangedFile } from "../pulls/desired.ts";

/** Does the work while the files lie over the copy; they are taken back whatever happens. Rejects as the work does. */
export async function withFiles<T>(
  copy: CheckoutCopy,
  files: readonly ChangedFile[],
  work: () => Promise<T>,
): Promise<T> {
  const covered: [path: string, content: FileContent | undefined][] = [];
  try {
    for (const { path, mode, text } of files) {
      const content = copy.read(path);
      copy.write(path, { bytes: Buffer.from(text), isExecutable: mode === "100755" });
      covered.push([path, content]);
    }
    return await work();
  } finally {
    for (const [path, content] of covered.toReversed()) copy.write(path, content);
  }
}

/**
 * Readies a root module for terraform: what an earlier run left is removed, and the lock file is remembered.
 * @returns puts it back as it was
 */
export function readyFolder(copy: CheckoutCopy, directory: string): () => void {
  const data = posix.join(directory, ".terraform");
  const lockFile = posix.join(directory, ".terraform.lock.hcl");
  copy.removeFolder(data);
  const content = copy.read(lockFile);
  return () => {
    copy.removeFolder(data);
    copy.write(lockFile, content);
  };
}
