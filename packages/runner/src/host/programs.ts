/**
 * Finds programs the way a shell does, so that one can be chosen before it is started.
 */
import { accessSync, constants, statSync } from "node:fs";
import { join } from "node:path";

/** The first of the programs that the folders of `path` hold, in the order of the folders; undefined without any. */
export function findProgram(names: readonly string[], path: string): string | undefined {
  for (const folder of path.split(":")) {
    for (const name of names) if (folder !== "" && isProgram(join(folder, name))) return name;
  }
  return undefined;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
