/**
 * Which files can name a version, told from their paths alone. It reads no file.
 */

/** How a file is read. `lock` files are read elsewhere; here it only counts that there is one. */
export type FileKind =
  | "hcl"
  | "json"
  | "lock"
  | "version"
  | "tool-versions"
  | "mise"
  | "tfswitch"
  | "tflint"
  | "terragrunt"
  | "workflow"
  | "dockerfile";

const NAMES: ReadonlyMap<string, FileKind> = new Map([
  [".terraform.lock.hcl", "lock"],
  [".terraform-version", "version"],
  [".opentofu-version", "version"],
  [".tfswitchrc", "version"],
  [".tool-versions", "tool-versions"],
  ["mise.toml", "mise"],
  [".mise.toml", "mise"],
  [".tfswitch.toml", "tfswitch"],
  [".tflint.hcl", "tflint"],
  ["action.yml", "workflow"],
  ["action.yaml", "workflow"],
]);

/** Copies that terraform and terragrunt download: they are written anew, not edited. */
const DOWNLOADED = /(?:^|\/)\.(?:terraform|terragrunt-cache)\//;
const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const DOCKERFILE = /^(?:dockerfile|containerfile)(?:\..+)?$|\.(?:dockerfile|containerfile)$/i;
/** Terraform passes over names that begin with a dot. */
const HCL = /^[^.].*\.(?:tf|tofu)$/s;
const JSON_FILE = /^[^.].*\.(?:tf|tofu)\.json$/s;
/** Files of other programs, or of tests, that are written in HCL too. */
const OTHER_HCL = /\.(?:pkr|pkrvars|nomad|tftest|tofutest|tfquery|tfcomponent|tfdeploy|tfstack)\.hcl$/;

/** How the file is read; undefined when it cannot name a version. Paths are relative to the repository, with forward slashes. */
export function kindOf(path: string): FileKind | undefined {
  if (DOWNLOADED.test(path)) return undefined;
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (HCL.test(name)) return "hcl";
  if (JSON_FILE.test(name)) return "json";
  const known = NAMES.get(name);
  if (known !== undefined) return known;
  if (name.endsWith(".hcl")) return OTHER_HCL.test(name) ? undefined : "terragrunt";
  if (WORKFLOW.test(path)) return "workflow";
  return DOCKERFILE.test(name) && !name.endsWith(".dockerignore") ? "dockerfile" : undefined;
}

/** Does this tracked file have to be read at all? */
export function isInteresting(path: string): boolean {
  return kindOf(path) !== undefined;
}

/** The directory of a path, "." for the repository's root. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? "." : path.slice(0, slash);
}
