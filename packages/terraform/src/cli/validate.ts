/**
 * `validate -json`, and what `fmt` would change: findings about the configuration as it is written.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { type Diagnostic, parseValidation, type Validation } from "../diagnostics.ts";
import { runTerraform, type TerraformOptions } from "./run.ts";
import { NO_ARGUMENTS } from "./version.ts";

const CAPTURE = 32 * 1024 * 1024;

/** Validates the initialised root module. Never rejects for what it finds. */
export async function runValidate(terraform: TerraformOptions): Promise<Validation> {
  const { exitCode, stdout, stderr } = await runTerraform(terraform, {
    args: ["validate", "-no-color", "-json"],
    environment: NO_ARGUMENTS,
    maxCapture: CAPTURE,
  });
  const unreadable: Diagnostic = { severity: "error", summary: "terraform validate gave no result", detail: stderr };
  return parseValidation(stdout) ?? { isValid: exitCode === 0, diagnostics: exitCode === 0 ? [] : [unreadable] };
}

/** A file that `fmt` would change, relative to the root module, and the first line that differs. */
export type FormatFinding = { file: string; line: number };

/** What `fmt` formats; OpenTofu adds its own endings. */
const FORMATTED = /\.(?:tf|tfvars|tofu|tftest\.hcl|tfmock\.hcl|tofutest\.hcl)$/;

/** Each costs a process, and nobody reads more of them: one `terraform fmt` mends them all. */
const MOST_FINDINGS = 20;

/**
 * Which files of the directories (absolute, not their subfolders) are not formatted. A file that cannot be parsed is
 * left out: validate says what is wrong with it.
 */
export async function runFormatCheck(
  terraform: TerraformOptions,
  directories: readonly string[],
): Promise<FormatFinding[]> {
  const findings: FormatFinding[] = [];
  const all = [...new Set(directories)];
  if (await isFormatted(terraform, all)) return findings;
  for (const directory of all) {
    if (all.length > 1 && (await isFormatted(terraform, [directory]))) continue;
    for (const name of readdirSync(directory).sort()) {
      const path = join(directory, name);
      const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
      if (!FORMATTED.test(name) || name.startsWith(".") || !isFile) continue;
      if (findings.length >= MOST_FINDINGS) return findings;
      const line = await firstUnformatted(terraform, readFileSync(path, "utf8"));
      if (line !== undefined) findings.push({ file: relative(terraform.directory, path), line });
    }
  }
  return findings;
}

const environment = { ...NO_ARGUMENTS, TF_CLI_ARGS_fmt: undefined };

/** One question for all directories: most are formatted, and need no process each, nor one per file. */
async function isFormatted(terraform: TerraformOptions, directories: readonly string[]): Promise<boolean> {
  const args = ["fmt", "-check", "-list=false", "-no-color", ...directories];
  return (await runTerraform(terraform, { args, environment, maxCapture: 0 })).exitCode === 0;
}

async function firstUnformatted(terraform: TerraformOptions, text: string): Promise<number | undefined> {
  const args = ["fmt", "-no-color", "-"];
  const { exitCode, stdout } = await runTerraform(terraform, { args, input: text, environment, maxCapture: CAPTURE });
  if (exitCode !== 0 || stdout === text) return undefined;
  const [before, after] = [text.split("\n"), stdout.split("\n")];
  const line = before.findIndex((content, index) => content !== after[index]);
  return line === -1 ? before.length : line + 1;
}
