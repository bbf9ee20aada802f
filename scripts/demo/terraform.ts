/**
 * Applies a configuration with the terraform on PATH, so that the demo has a production to change.
 */
import { execFileSync } from "node:child_process";

/** Initialises and applies; returns terraform's own closing line. */
export function applyTerraform(directory: string, variables: Readonly<Record<string, string>>): string {
  const { TF_CLI_CONFIG_FILE: _, ...environment } = process.env;
  const run = (...args: string[]): string =>
    execFileSync("terraform", args, {
      cwd: directory,
      env: { ...environment, ...variables, TF_IN_AUTOMATION: "1", CHECKPOINT_DISABLE: "1" },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
  run("init", "-input=false", "-no-color");
  const said = run("apply", "-input=false", "-no-color", "-auto-approve");
  return said.split("\n").find((line) => line.startsWith("Apply complete!")) ?? "Applied.";
}
