/**
 * Whether a plan belongs to this checkout: the record against the run, and the configuration inside the plan against the
 * files, byte by byte, since terraform packs them as they are. Pure: what is in the checkout comes from the cli door
 * (cli/configuration-modules.ts), and whoever calls it knows the run.
 */
import { type PlanArchive, type PlanFile, type PlanModule } from "./plan-archive.ts";
import { type ReviewedPlan, show } from "./plan-binding.ts";
import { compareLockFiles } from "./plan-binding-lock.ts";
import { localModuleKeys } from "./plan-modules.ts";
import { compareRecord, type PlanRecord, sha256, tampered } from "./plan-record.ts";

/** A module's directory in the checkout. `directory` is its name for people, relative to the root module. */
export type CheckoutModule = {
  key: string;
  directory: string;
  /** Why its files do not count: it is not there, the plan has it elsewhere, or init installed another one. */
  problem?: "missing" | "elsewhere" | "other-source";
  /** Everything there that could be configuration, tests aside. */
  files: { name: string; bytes: () => Uint8Array }[];
};

/** What the checkout has. */
export type Checkout = {
  /** Whether init has run: before, downloaded modules are not there. */
  isInitialised: boolean;
  modules: readonly CheckoutModule[];
  /** undefined without one. */
  lockFile: string | undefined;
  /** Which program applies; undefined while nobody knows. Terraform does not read `.tofu` files. */
  product?: "terraform" | "opentofu";
};

/** One thing that is not as expected, with a sentence for people and what they can do. */
export type BindingDifference = { field: string; expected: string; found: string; what: string; remedy: string };

/** What the environment knows of the run; fields that are not given are not compared. */
export type ExpectedRecord = Partial<PlanRecord>;

const REPLAN = "Make the plan again from this commit, have it reviewed, and apply that one.";
const SAME_RUN = "Hand over the plan file and the record that terraform-plan wrote in this run.";

/** How to say that a field of the record differs, and what to do; most important first. */
const RECORD: Partial<Record<keyof PlanRecord, [what: string, remedy: string]>> = {
  repository: ["was made for another repository", SAME_RUN],
  runId: ["was made in another workflow run", SAME_RUN],
  runAttempt: ["was made in a later attempt of this run", SAME_RUN],
  headSha: ["was made from another commit", REPLAN],
  baseSha: ["was made with another base commit", REPLAN],
  directory: ["was made in another directory", "Give the same directory to terraform-plan and terraform-apply."],
  label: ["was made for another label", "Give the same label to terraform-plan and terraform-apply."],
  workspace: ["was made in another workspace", "Give the same workspace to terraform-plan and terraform-apply."],
  backendType: ["was made with another kind of backend", "Give the same backend settings to both steps."],
  backendHash: ["was made with another place for the state", "Give the same backend settings to both steps."],
  terraformVersion: ["was made by another version of terraform", "Install the same version for both jobs."],
  lockFile: ["was made with another lock file", REPLAN],
  configuration: [
    "was made from another configuration: a file beside the .tf files differs (a template, a script, data)",
    REPLAN,
  ],
};
const HASHES: ReadonlySet<string> = new Set(["backendHash", "lockFile", "configuration", "planSha256"]);

/**
 * Everything about a plan that does not fit this run and checkout, the most telling first; empty: it fits. A run's
 * later attempt may apply what an earlier one planned.
 */
export function compareCheckout(
  { record, archive }: Pick<ReviewedPlan, "record" | "archive">,
  expected: ExpectedRecord,
  checkout: Checkout,
): BindingDifference[] {
  const lockFile = checkout.lockFile === undefined ? "" : sha256(checkout.lockFile);
  // The files name the culprit, the hash over all of them only says that there is one.
  const { configuration, ...others } = expected;
  return [
    ...recordDifferences(record, { ...others, lockFile }),
    ...lockFileDifferences(archive, checkout.lockFile ?? ""),
    ...moduleDifferences(archive, checkout),
    ...recordDifferences(record, configuration === undefined ? {} : { configuration }),
  ];
}

/** A Failure `plan-tampered` that names the first difference; returns when there is none. */
export function requireNoDifference(differences: readonly BindingDifference[]): void {
  const [first] = differences;
  if (first === undefined) return;
  const more = differences.length - 1;
  throw tampered(more === 0 ? first.what : `${first.what} (and ${more} more)`, first.remedy);
}

function recordDifferences(record: PlanRecord, expected: ExpectedRecord): BindingDifference[] {
  const attempts = expected.runAttempt ?? 0;
  const isEarlier = record.runAttempt <= attempts;
  const wanted = isEarlier ? { ...expected, runAttempt: record.runAttempt } : expected;
  const order = Object.keys(RECORD);
  return compareRecord(record, wanted)
    .sort((a, b) => rank(order, a.field) - rank(order, b.field))
    .map((difference) => {
      const [sentence, remedy] = RECORD[difference.field] ?? [`has another ${difference.field} in its record`, REPLAN];
      const values = HASHES.has(difference.field)
        ? ""
        : `: ${show(difference.found)}, not ${show(difference.expected)}`;
      return { ...difference, what: `The plan ${sentence}${values}`, remedy };
    });
}

function rank(order: readonly string[], field: string): number {
  const index = order.indexOf(field);
  return index === -1 ? order.length : index;
}

function lockFileDifferences({ lockFile }: PlanArchive, text: string): BindingDifference[] {
  return compareLockFiles(text, lockFile).map((provider) => ({
    field: `lockFile ${provider}`,
    expected: "the selection in the lock file",
    found: "another one",
    what: `The plan was made with another selection of the provider ${show(provider)} than the lock file has`,
    remedy: REPLAN,
  }));
}

function moduleDifferences(archive: PlanArchive, checkout: Checkout): BindingDifference[] {
  const found = new Map(checkout.modules.map((module) => [module.key, module]));
  const local = localModuleKeys(archive.modules);
  const hasTofu = archive.modules.some(({ files }) => files.some(({ name }) => isTofu(name)));
  const isOpenTofu = checkout.product === undefined ? hasTofu : checkout.product === "opentofu";
  return archive.modules.flatMap((module) => {
    const isLocal = local.has(module.key);
    if (!isLocal && !checkout.isInitialised) return [];
    const there = found.get(module.key);
    const problem = there === undefined ? "missing" : there.problem;
    if (there === undefined || problem !== undefined) return [moduleProblem(module, problem ?? "missing")];
    return fileDifferences(module, there, { isLocal, isOpenTofu });
  });
}

function moduleProblem(module: PlanModule, problem: "missing" | "elsewhere" | "other-source"): BindingDifference {
  const sentence = {
    missing: "is not in this checkout",
    elsewhere: "lies in another directory",
    "other-source": "has another source or version",
  }[problem];
  const name = module.key === "" ? "the root module" : `module ${show(module.key)}`;
  return {
    field: `configuration ${module.key}`,
    expected: problem === "missing" ? "no such module" : "another one",
    found: module.directory,
    what: `The plan was made from another configuration: ${name} (${show(module.directory)}) ${sentence}`,
    remedy: REPLAN,
  };
}

type Place = { isLocal: boolean; isOpenTofu: boolean };

function fileDifferences(module: PlanModule, there: CheckoutModule, place: Place): BindingDifference[] {
  const inPlan = new Map(module.files.map((file) => [file.name, file]));
  const names = new Map(there.files.map((file) => [file.name, file.bytes]));
  const all = [...new Set([...inPlan.keys(), ...names.keys()])].sort();
  return all.flatMap((name) => {
    const file = inPlan.get(name);
    const bytes = names.get(name);
    const path = `${there.directory === "" || there.directory === "." ? "" : `${there.directory}/`}${name}`;
    if (file === undefined)
      return isReadBy(place.isOpenTofu, name, names) ? [fileDifference(path, "missing in the plan", place)] : [];
    if (bytes === undefined) return [fileDifference(path, "only in the plan", place)];
    return isEqual(file, bytes()) ? [] : [fileDifference(path, "different", place)];
  });
}

/**
 * Whether the program that made the plan reads a file of this name: OpenTofu reads `.tofu` files, and leaves out a
 * `.tf` that has a `.tofu` beside it; terraform knows no `.tofu`. While nobody says which program it was, the plan does:
 * with a `.tofu` in it, it was OpenTofu's. https://opentofu.org/docs/language/files/
 */
function isReadBy(isOpenTofu: boolean, name: string, there: ReadonlyMap<string, unknown>): boolean {
  if (isTofu(name)) return isOpenTofu;
  return !(isOpenTofu && there.has(name.replace(/\.tf((?:\.json)?)$/, ".tofu$1")));
}

function isTofu(name: string): boolean {
  return /\.tofu(?:\.json)?$/.test(name);
}

function isEqual({ bytes }: PlanFile, other: Uint8Array): boolean {
  return Buffer.compare(bytes, other) === 0;
}

function fileDifference(path: string, found: string, { isLocal }: Place): BindingDifference {
  const sentence = {
    "missing in the plan": "is missing in the plan",
    "only in the plan": "is not in this checkout",
    different: "differs",
  }[found];
  return {
    field: `configuration ${path}`,
    expected: "the file in this checkout",
    found,
    what: `The plan was made from another configuration: ${path} ${sentence ?? found}`,
    remedy: isLocal
      ? REPLAN
      : `${REPLAN} When the module moved at its source meanwhile, pin its version (a tag or a commit).`,
  };
}
