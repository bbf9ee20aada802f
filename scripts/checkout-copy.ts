/**
 * A second checkout of what git would commit now, in another folder, quickly: sources are copied, node_modules is
 * hard-linked (symbolic links would change the paths that bundles are named by). Remove it with `remove`.
 */
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** The files of the work tree that git tracks or would add, relative to the root, in git's order. */
export function listFiles(root: string): string[] {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const text = execFileSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
  // A file deleted from the work tree is still in the index; one in conflict is named more than once.
  return [...new Set(text.split("\0"))].filter((file) => file !== "" && existsSync(join(root, file)));
}

function linkTree(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkSync(source, target);
  }
}

export type CheckoutCopy = { readonly root: string; remove(): void };

/**
 * Copies the checkout below `<root>/.cache` (the same file system, ignored by git), leaving out the files for which
 * `keep` is false.
 */
export function copyCheckout(root: string, keep: (file: string) => boolean = () => true): CheckoutCopy {
  mkdirSync(join(root, ".cache"), { recursive: true });
  const copy = mkdtempSync(join(root, ".cache", "checkout-"));
  for (const file of listFiles(root).filter((name) => keep(name) && lstatSync(join(root, name)).isFile())) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    copyFileSync(join(root, file), join(copy, file));
  }
  linkTree(join(root, "node_modules"), join(copy, "node_modules"));
  // A repository of its own, or else everything in it counts as ignored by the one around it.
  execFileSync("git", ["init", "--quiet"], { cwd: copy });
  return { root: copy, remove: () => rmSync(copy, { recursive: true }) };
}
