/**
 * Reads the repository and says what is in it: versions, modules, lock files. The order of effects; git is handed in.
 */
import { listCheckout, readFiles, type Checkout, type Git } from "./checkout.ts";
import { isInteresting } from "./find/file-kind.ts";
import { findMentions } from "./find/find.ts";
import type { Findings, SourceFile, Unreadable } from "./find/mention.ts";
import { lockProblems, readLocks, type Lock } from "./lock/locks.ts";
import { selectPaths } from "./paths.ts";

/** What was found. `files` are those that were read, by path; `findings` and `locks` keep to the globs. */
export type Scan = {
  /** How many files of the commit the globs mean. */
  selected: number;
  checkout: Checkout;
  files: ReadonlyMap<string, SourceFile>;
  findings: Findings;
  locks: Lock[];
};

/**
 * Scans the commit that is checked out. Modules are known wherever they lie: a root module's constraints and plan come
 * from the modules that it calls, too.
 * @throws Failure `not-a-checkout`
 */
export async function scanRepository(git: Git, globs: readonly string[]): Promise<Scan> {
  const checkout = await listCheckout(git);
  const { files, unreadable } = await readFiles(
    git,
    checkout.files.filter(({ path }) => isInteresting(path)),
  );
  const isSelected = selectPaths(globs);
  const inside = <T extends { file: string }>(found: readonly T[]): T[] => found.filter(({ file }) => isSelected(file));
  const links = await readFiles(git, checkout.links);
  const all = findMentions(files, { links: links.files.map(({ path, text }) => ({ path, target: text })) });
  const locks = inside(readLocks(files));
  return {
    selected: checkout.files.filter(({ path }) => isSelected(path)).length,
    checkout,
    files: new Map(files.map((file) => [file.path, file])),
    findings: {
      mentions: inside(all.mentions),
      unclear: inside(all.unclear),
      unreadable: inside([...misnamed(checkout), ...unreadable, ...all.unreadable, ...lockProblems(locks)]),
      modules: all.modules,
    },
    locks,
  };
}

function misnamed({ misnamed: paths }: Checkout): Unreadable[] {
  return paths.filter(isInteresting).map((file) => ({ file, why: "its name is not UTF-8: rename it" }));
}
