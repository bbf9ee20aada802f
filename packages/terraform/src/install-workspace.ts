/**
 * Reads what a repository says about versions, and looks for a program on PATH. Nothing outside of the workspace is
 * read through it: a link in a pull request could name any file of the runner, and its text would end up in a message.
 */
import { constants } from "node:fs";
import { access, readdir, readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";

/** The files below one directory; all paths are relative to it, with `/`. */
export interface WorkspaceFiles {
  /** The text of a file; undefined when there is none, it is too big, or it lies elsewhere. */
  read(file: string): Promise<string | undefined>;
  /** The names of the files in a directory, not of directories; undefined when there is no such directory inside. */
  list(directory: string): Promise<string[] | undefined>;
}

/** No version file and no file of a module comes near it. */
const LARGEST_FILE = 8 << 20;

/** Opens a directory for reading. `root` must exist. */
export function openWorkspace(root: string): WorkspaceFiles {
  const inside = async (relative: string): Promise<string | undefined> => {
    const top = await realpath(root);
    const real = await realpath(path.join(top, relative)).catch(() => undefined);
    return real === top || real?.startsWith(`${top}${path.sep}`) === true ? real : undefined;
  };
  return {
    async read(file) {
      const real = await inside(file);
      const found = real === undefined ? undefined : await stat(real);
      if (real === undefined || found === undefined || !found.isFile() || found.size > LARGEST_FILE) return undefined;
      return readFile(real, "utf8");
    },
    async list(directory) {
      const real = await inside(directory);
      if (real === undefined) return undefined;
      const entries = await readdir(real, { withFileTypes: true }).catch(() => undefined);
      return entries?.filter((entry) => !entry.isDirectory()).map((entry) => entry.name);
    },
  };
}

/** The absolute path of a program on PATH, undefined when there is none. Relative entries of PATH do not count. */
export async function findOnPath(program: string, search: string | undefined): Promise<string | undefined> {
  for (const directory of (search ?? "").split(path.delimiter)) {
    if (!path.isAbsolute(directory)) continue;
    const candidate = path.join(directory, program);
    const isFile = await stat(candidate).then(
      (found) => found.isFile(),
      () => false,
    );
    if (
      isFile &&
      (await access(candidate, constants.X_OK).then(
        () => true,
        () => false,
      ))
    )
      return candidate;
  }
  return undefined;
}
