/** Reads the files of a commit that the checkout's git has, without touching the checkout. Nothing is fetched. */
import { join } from "node:path";
import { Failure } from "../failure.ts";
import { type GitOptions, runGit } from "./checkout-copy-git.ts";
import type { CheckoutFiles } from "./checkout-files.ts";

/** Which commit, in which checkout, below which directory of it (relative to the repository's root, "." for the root). */
export type CommitOptions = GitOptions & { checkout: string; commit: string; directory: string };

/** Largest file that is read, UTF-16 units. */
const LARGEST = 16 * 1024 * 1024;
const LONGEST_LIST = 64 * 1024 * 1024;

/** Opens them. @returns undefined when git does not have the commit (a shallow checkout) */
export async function openCommitFiles(options: CommitOptions): Promise<CheckoutFiles | undefined> {
  const { checkout, commit } = options;
  const git = (args: readonly string[], maxCapture: number): ReturnType<typeof runGit> =>
    runGit(options, checkout, args, { maxCapture });
  const root = options.directory === "." ? "" : `${options.directory.replace(/\/+$/, "")}/`;
  // What may be a branch's name is not asked for, only objects by their id.
  const isThere =
    /^[0-9a-f]{40}$/.test(commit) && (await git(["cat-file", "-e", `${commit}^{tree}`], 0)).exitCode === 0;
  if (!isThere) return undefined;
  const tree = await git(["ls-tree", "-r", "-z", "--name-only", commit], LONGEST_LIST);
  if (tree.exitCode !== 0 || tree.truncated === true) throw unread(commit);
  const paths = tree.stdout.split("\0").filter((path) => path.startsWith(root));
  const known = new Set(paths);
  return {
    list: (directory, isDeep = false) => {
      const at = directory === "." || directory === "" ? root : `${root}${directory.replace(/\/+$/, "")}/`;
      const below = paths.filter((path) => path.startsWith(at) && (isDeep || !path.slice(at.length).includes("/")));
      return Promise.resolve(below.map((path) => path.slice(root.length)).sort((a, b) => (a < b ? -1 : 1)));
    },
    read: async (path) => {
      const whole = join(root === "" ? "." : root, path);
      if (!known.has(whole)) return undefined;
      const shown = await git(["cat-file", "blob", `${commit}:${whole}`], LARGEST);
      if (shown.exitCode !== 0 || shown.truncated === true) throw unread(`${commit}:${whole}`);
      return shown.stdout;
    },
  };
}

function unread(what: string): Failure {
  return new Failure({
    reason: "invalid-input",
    what: `git could not read ${what}`,
    remedy: "Check the checkout of the job; actions/checkout with fetch-depth: 0 has all commits.",
  });
}
