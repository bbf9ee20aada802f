/**
 * Variables given as HCL text, as a file that terraform can read: private, and gone when terraform has ended.
 */
import { randomUUID } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TerraformOptions } from "./run.ts";

/** Calls `run` with the path of a file that holds the text; with none when the text is blank. */
export async function withVariablesFile<T>(
  { temporaryDirectory }: Pick<TerraformOptions, "temporaryDirectory">,
  variables: string,
  run: (path: string | undefined) => Promise<T>,
): Promise<T> {
  if (variables.trim() === "") return run(undefined);
  const path = join(temporaryDirectory, `variables-${randomUUID()}.tfvars`);
  try {
    writeFileSync(path, variables, { mode: 0o600, flag: "wx" });
    return await run(path);
  } finally {
    rmSync(path, { force: true });
  }
}
