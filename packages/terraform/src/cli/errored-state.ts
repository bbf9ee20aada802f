/**
 * The state that terraform could not save. It writes it into its working directory, the root module, for everybody to
 * read (seen in 1.11.4: mode 0644).
 */
import { chmodSync, lstatSync } from "node:fs";
import { join } from "node:path";
import type { TerraformOptions } from "./run.ts";

export const ERRORED_STATE = "errored.tfstate";

/**
 * Its absolute path, when it is there; from now on only its owner can read it. A link counts too, and is left alone:
 * terraform would write through it.
 */
export function findErroredState({ directory }: Pick<TerraformOptions, "directory">): string | undefined {
  const path = join(directory, ERRORED_STATE);
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.isDirectory()) return undefined;
  if (found.isFile()) chmodSync(path, 0o600);
  return path;
}
