/**
 * A working directory that is really inside the workspace, and still the same one when a process is started in it.
 */
import { closeSync, constants, fstatSync, lstatSync, mkdirSync, openSync, realpathSync, statSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { Failure } from "../failure.ts";
import { inputFailure } from "../inputs.ts";
import { pathProblem } from "../paths.ts";

/** An open directory below the workspace. */
export interface WorkingDirectory {
  /** Absolute, all links resolved. */
  readonly path: string;
  /** Throws a Failure when another directory has taken its place since. Call it right before a process is started there. */
  verify(): void;
  close(): void;
}

const ACCEPTED = "a directory inside the workspace";

const problemFailure = (name: string, given: string, why: string): Failure =>
  inputFailure([{ name, given, accepts: ACCEPTED, why: `it ${why}` }]);

/** The directory's own path, and the workspace's; undefined when it does not exist. */
function resolve(workspace: string, relative: string): { root: string; path: string } | undefined {
  try {
    return { root: realpathSync(workspace), path: realpathSync(join(workspace, relative)) };
  } catch {
    return undefined;
  }
}

function openFolder(path: string): number | undefined {
  try {
    // The last part of a resolved path is no link; if it is one now, it has been put there meanwhile.
    return openSync(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  } catch {
    return undefined;
  }
}

function isStillThere(path: string, descriptor: number): boolean {
  try {
    const [opened, now] = [fstatSync(descriptor, { bigint: true }), statSync(path, { bigint: true })];
    return realpathSync(path) === path && opened.dev === now.dev && opened.ino === now.ino;
  } catch {
    return false;
  }
}

/**
 * Opens a directory given as an input. It is held open, so that its inode cannot be given to another one.
 * Throws a Failure "invalid-input" that names the input when the text or the real place is not acceptable.
 */
export function openDirectory(workspace: string, relative: string, inputName = "working-directory"): WorkingDirectory {
  const problem = pathProblem(relative);
  if (problem !== undefined) throw problemFailure(inputName, relative, problem);
  const resolved = resolve(workspace, relative);
  if (resolved === undefined) throw problemFailure(inputName, relative, "does not exist");
  const { root, path } = resolved;
  if (path !== root && !path.startsWith(root === sep ? sep : root + sep)) {
    throw problemFailure(inputName, relative, "leads out of the workspace");
  }
  const descriptor = openFolder(path);
  if (descriptor === undefined) throw problemFailure(inputName, relative, "is not a directory that can be read");
  return {
    path,
    verify() {
      if (isStillThere(path, descriptor)) return;
      throw new Failure({
        reason: "invalid-input",
        what: `The directory ${relative} was replaced while the step was running`,
        remedy: "Nothing was started in it. Look for the step or process that changes the checkout at the same time.",
      });
    },
    close: () => closeSync(descriptor),
  };
}

/**
 * Makes a directory, and says where it really is. No link on the way may lead out of the roots that it may lie in.
 * @param path absolute, without `..`
 * @throws Failure `invalid-input` that names the input; nothing was made outside of the roots
 */
export function makeDirectoryInside(path: string, roots: readonly string[], inputName: string): string {
  let existing = path;
  while (lstatSync(existing, { throwIfNoEntry: false }) === undefined && dirname(existing) !== existing) {
    existing = dirname(existing);
  }
  const isInside = roots.some((root) => root !== "" && isBelow(existing, root));
  if (!isInside)
    throw inputFailure([{ name: inputName, given: path, accepts: "a directory inside the workspace or RUNNER_TEMP" }]);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch {
    throw problemFailure(inputName, path, "cannot be made");
  }
  return realpathSync(path);
}

/** Whether an existing path really lies in a root, or is it. */
function isBelow(path: string, root: string): boolean {
  try {
    const [real, top] = [realpathSync(path), realpathSync(root)];
    return real === top || real.startsWith(top === sep ? sep : top + sep);
  } catch {
    return false;
  }
}
