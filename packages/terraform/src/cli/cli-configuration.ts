/**
 * The CLI configuration that terraform will read: looked at for one thing only, whether it replaces providers. Its
 * values (tokens) go nowhere.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { influences } from "../influences.ts";
import type { TerraformOptions } from "./run.ts";

/** The names of everything in the environment that changes what terraform does; see `influences`. */
export function readInfluences(options: Pick<TerraformOptions, "directory" | "environment">): string[] {
  const { environment, directory } = options;
  const named = environment["TF_CLI_CONFIG_FILE"] ?? environment["TERRAFORM_CONFIG"] ?? "";
  const home = environment["HOME"] ?? "";
  const candidates =
    named === "" ? [".tofurc", ".terraformrc"].map((name) => join(home, name)) : [resolve(directory, named)];
  return influences(environment, candidates.map(readText).join("\n"));
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
