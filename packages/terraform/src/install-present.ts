/**
 * Which terraform or OpenTofu is on PATH already. It is asked through the Exec that is handed in, and trusted no more
 * than PATH is: nothing is verified.
 */
import type { Exec } from "@handrail/runner";
import { findOnPath } from "./install-workspace.ts";
import { programName } from "./releases.ts";
import type { Product } from "./version-files.ts";
import { tryVersion, type Version } from "./version.ts";

export type PresentQuestion = {
  product: Product;
  /** The value of PATH. */
  search: string | undefined;
  /** Where it is asked; version managers on PATH look for their files there. */
  cwd: string;
  /** The whole environment of the program. */
  environment: Readonly<Record<string, string>>;
  exec: Exec;
};

/** A program on PATH: its absolute path, and the version it says it is. */
export type Present = { program: string; version: Version };

const NAMES: ReadonlyMap<string, Product> = new Map([
  ["Terraform", "terraform"],
  ["OpenTofu", "opentofu"],
]);
/** `version -json` does not tell which of the two it is; this line does, and is the same since terraform 0.1. */
const FIRST_LINE = /^(Terraform|OpenTofu) v([0-9A-Za-z.+~-]{1,64})\r?$/m;

/** The product on PATH; undefined when there is none, when it fails, or when it is another product under this name. */
export async function findPresent(question: PresentQuestion): Promise<Present | undefined> {
  const program = await findOnPath(programName(question.product), question.search);
  if (program === undefined) return undefined;
  const environment = { ...question.environment, CHECKPOINT_DISABLE: "1" };
  // A file that cannot be run (another platform's, no interpreter) is as good as none.
  const result = await question.exec(program, ["version"], { cwd: question.cwd, environment }).catch(() => undefined);
  if (result?.exitCode !== 0) return undefined;
  const [, name, text] = FIRST_LINE.exec(result.stdout) ?? [];
  if (name === undefined || text === undefined || NAMES.get(name) !== question.product) return undefined;
  const version = tryVersion(text);
  return version === undefined ? undefined : { program, version };
}
