/**
 * Applies a configuration with the terraform on PATH, so that the demo has a production to change.
 */
import { execFile } from "node:child_process";
import { promisify } from "node:util";

/**
 * Initialises and applies; returns terraform's own closing line. It must not block: the state server is in this process.
 * @throws Error with what terraform said
 */
export async function applyTerraform(directory: string, variables: Readonly<Record<string, string>>): Promise<string> {
  const { TF_CLI_CONFIG_FILE: _, ...environment } = process.env;
  const run = async (...args: string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)("terraform", args, {
      cwd: directory,
      env: { ...environment, ...variables, TF_IN_AUTOMATION: "1", CHECKPOINT_DISABLE: "1" },
    });
    return stdout;
  };
  await run("init", "-input=false", "-no-color");
  const said = await run("apply", "-input=false", "-no-color", "-auto-approve");
  return said.split("\n").find((line) => line.startsWith("Apply complete!")) ?? "Applied.";
}
