/**
 * The state that terraform could not save. It writes it into its working directory, the root module, for everybody to
 * read (seen in 1.11.4: mode 0644).
 */
import { chmodSync, statSync } from "node:fs";
import { join } from "node:path";
import type { TerraformOptions } from "./run.ts";

export const ERRORED_STATE = "errored.tfstate";

/** Its absolute path, when it is there; from now on only its owner can read it. */
export function findErroredState({ directory }: Pick<TerraformOptions, "directory">): string | undefined {
  const path = join(directory, ERRORED_STATE);
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  chmodSync(path, 0o600);
  return path;
}
