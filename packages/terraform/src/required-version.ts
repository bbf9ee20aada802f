/**
 * Every required_version of a root module, as terraform collects them: which files count, how override files replace,
 * native syntax and JSON. It reads no disk and chooses no version.
 */
import { Failure, type Location } from "@handrail/runner";
import { ConstraintError } from "./constraint-error.ts";
import { parseConstraint, type Constraint } from "./constraint.ts";
import { readBlocks, type HclBlock } from "./hcl-blocks.ts";
import { JsonScanner } from "./json-scan.ts";
import type { Product } from "./version-files.ts";

/** One required_version; all of a module must hold. */
export type RequiredVersion = { readonly constraint: Constraint; readonly location: Location };

/** A file of the module: its name without a directory, and its text. */
export type ModuleFile = { readonly name: string; readonly text: string };

const EXTENSIONS: Readonly<Record<Product, readonly string[]>> = {
  terraform: [".tf", ".tf.json"],
  opentofu: [".tofu", ".tofu.json", ".tf", ".tf.json"],
};

/**
 * The files of a directory that make up its module, in the order in which they are read: ordinary ones, then override
 * files. OpenTofu prefers main.tofu to main.tf; terraform does not read .tofu. Editors' temporary files do not count.
 * https://github.com/hashicorp/terraform/blob/v1.11.4/internal/configs/parser_config_dir.go
 */
export function moduleFileNames(names: readonly string[], product: Product): string[] {
  const present = new Set(names);
  const found = names.filter((name) => {
    if (name.startsWith(".") || name.endsWith("~") || (name.startsWith("#") && name.endsWith("#"))) return false;
    const extension = extensionOf(name, product);
    if (extension === undefined) return false;
    const twin = `${name.slice(0, -extension.length)}${extension.replace(".tf", ".tofu")}`;
    return product === "terraform" || twin === name || !present.has(twin);
  });
  found.sort();
  return [...found.filter((name) => !isOverride(name)), ...found.filter(isOverride)];
}

/** Files named override or ending in _override: merged over the others. */
function isOverride(name: string): boolean {
  return /(?:^|_)override\.(?:tf|tofu)(?:\.json)?$/.test(name);
}

function extensionOf(name: string, product: Product): string | undefined {
  return EXTENSIONS[product].find((extension) => name.endsWith(extension));
}

/**
 * The constraints of a module. `files` come in the order of {@link moduleFileNames}; `directory` is where they are,
 * relative to the workspace ("" for its root). Throws a Failure "invalid-input" with file and line for a constraint
 * that terraform would refuse.
 */
export function readRequiredVersions(files: readonly ModuleFile[], directory: string): RequiredVersion[] {
  let all: RequiredVersion[] = [];
  for (const { name, text } of files) {
    const file = directory === "" ? name : `${directory}/${name}`;
    const found = name.endsWith(".json") ? inJson(text, file) : inHcl(text, file);
    // An override file that has constraints replaces all that were read before it.
    all = isOverride(name) && found.length > 0 ? found : [...all, ...found];
  }
  return all;
}

function inHcl(text: string, file: string): RequiredVersion[] {
  const blocks: HclBlock[] = readBlocks(text).filter(({ type }) => type === "terraform");
  return blocks.flatMap(({ attributes }) => {
    return attributes
      .filter(({ name }) => name === "required_version")
      .map(({ value }) => {
        const location = { file, line: lineAt(text, value.start) };
        if (value.kind !== "string") throw notPlain(location);
        return required(value.value, location);
      });
  });
}

function required(text: string, location: Location & { line: number }): RequiredVersion {
  try {
    return { constraint: parseConstraint(text), location };
  } catch (error) {
    if (!(error instanceof ConstraintError)) throw error;
    throw new Failure({
      reason: "invalid-input",
      what: `${location.file}:${location.line}: required_version cannot be used: ${error.message}`,
      remedy: error.remedy,
      location,
      cause: error,
    });
  }
}

function notPlain(location: Location & { line: number }): Failure {
  return new Failure({
    reason: "invalid-input",
    what: `${location.file}:${location.line}: required_version is not a plain text in quotes`,
    remedy: 'Write it as terraform asks for it, without an expression: required_version = "~> 1.11".',
    location,
  });
}

/** Terraform reads every `terraform` of a JSON file, also repeated ones and lists: document order and duplicates count. */
function inJson(text: string, file: string): RequiredVersion[] {
  const bytes = Buffer.from(text.replace(/^\uFEFF/, ""));
  const source = {
    size: bytes.length,
    read: (offset: number, length: number) => bytes.subarray(offset, offset + length),
  };
  const scanner = new JsonScanner(source);
  const found: RequiredVersion[] = [];
  const inBlock = (): void => {
    if (scanner.isList()) return scanner.list(inBlock);
    if (!scanner.isObject()) return undefined;
    return scanner.object((key) => {
      if (key !== "required_version") return;
      const location = { file, line: lineAt(bytes.toString("latin1"), scanner.offset) };
      const value = scanner.take();
      if (value === null) return;
      if (typeof value !== "string") throw notPlain(location);
      found.push(required(value, location));
    });
  };
  const atTop = (): void => {
    if (scanner.isList()) return scanner.list(atTop);
    if (!scanner.isObject()) return undefined;
    return scanner.object((key) => {
      if (key === "terraform") inBlock();
    });
  };
  try {
    atTop();
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure({
      reason: "invalid-input",
      what: `${file}: it is not valid JSON: ${error instanceof Error ? error.message : "it cannot be read"}`,
      remedy: "Correct the file, or name the version in the input terraform-version.",
      location: { file },
      cause: error,
    });
  }
  return found;
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}
