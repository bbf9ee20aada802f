/**
 * The order of things: what is asked for, is it there already, is it in the tool cache, else fetch it.
 */
import { Failure } from "@handrail/runner";
import {
  isTomlFile,
  moduleFileNames,
  parseVersionFile,
  readRequiredVersions,
  renderVersion,
  versionFileNames,
  type Product,
  type RequiredVersion,
  type TomlParser,
  type Version,
} from "@handrail/terraform";
import type { Installer, Present, WorkspaceFiles } from "@handrail/terraform/install";
import { chooseRelease, isSatisfiedBy } from "./choice.ts";
import {
  askedByFile,
  askedByInput,
  contradiction,
  decideDemand,
  refusedBy,
  sourceOf,
  warningsFor,
  type Asked,
  type Demand,
} from "./demand.ts";
import { directoriesUpwards, joinPath } from "./directories.ts";

/** What the run is about. `directory` is relative to the workspace, "" for its root. */
export type Question = {
  directory: string;
  version: string;
  product: Product;
  /** Was a mirror or a key named? Then a program that came from elsewhere will not do. */
  isPlaceNamed: boolean;
};

export type Deps = {
  files: WorkspaceFiles;
  installer: Installer;
  loadToml: () => Promise<TomlParser>;
  findPresent: () => Promise<Present | undefined>;
  warn: (text: string) => void;
};

/** What later steps get. `directory` must come on PATH, unless the program is there already. */
export type Setup = {
  result: "installed" | "cached" | "present";
  version: string;
  program: string;
  directory: string | undefined;
  source: string;
};

export async function run(question: Question, deps: Deps): Promise<Setup> {
  const asked = askedByInput(question.version) ?? (await findVersionFile(question, deps));
  const required = await readRequired(question, deps, question.version !== "");
  const demand = decideDemand(asked, required);
  const present = demand.kind === "nothing" || !question.isPlaceNamed ? await deps.findPresent() : undefined;
  if (present !== undefined && isSatisfiedBy(demand, present.version))
    return found(present, demand, deps, asked, required);
  if (demand.kind === "nothing") throw nothingNamed(question);
  const version =
    demand.kind === "exact" ? demand.version : chooseRelease(demand, await deps.installer.list(), question.product);
  checkLatest(asked, version, required);
  if (present !== undefined && renderVersion(present.version) === renderVersion(version)) {
    return found(present, demand, deps, asked, required);
  }
  for (const warning of warningsFor(asked, version, required)) deps.warn(warning);
  const cached = await deps.installer.cached(version);
  const { directory, program } = cached ?? (await deps.installer.install(version));
  const result = cached === undefined ? "installed" : "cached";
  return { result, version: renderVersion(version), program, directory, source: demand.source };
}

function found(
  present: Present,
  demand: Demand,
  deps: Deps,
  asked: Asked | undefined,
  required: readonly RequiredVersion[],
): Setup {
  for (const warning of warningsFor(asked, present.version, required)) deps.warn(warning);
  return {
    result: "present",
    version: renderVersion(present.version),
    program: present.program,
    directory: undefined,
    source: demand.kind === "nothing" ? "PATH" : demand.source,
  };
}

/** A version file that says latest is not read as "latest that is allowed": tools on people's machines do not, either. */
function checkLatest(asked: Asked | undefined, version: Version, required: readonly RequiredVersion[]): void {
  if (asked?.request.kind !== "latest" || asked.location === undefined) return;
  const refusing = refusedBy(required, version);
  if (refusing.length > 0) throw contradiction(asked, `latest (${renderVersion(version)})`, refusing);
}

/** The nearest version file that says something, from the root module's directory upwards. */
async function findVersionFile({ directory, product }: Question, deps: Deps): Promise<Asked | undefined> {
  for (const folder of directoriesUpwards(directory)) {
    const found: Asked[] = [];
    for (const name of versionFileNames(product)) {
      const file = joinPath(folder, name);
      const text = await deps.files.read(file);
      if (text === undefined) continue;
      const toml = isTomlFile(name) ? await deps.loadToml() : unneeded;
      const wish = parseVersionFile(file, text, product, toml);
      if (wish !== undefined) found.push(askedByFile(wish));
    }
    const [first, ...others] = found;
    if (first === undefined) continue;
    for (const other of others.filter((each) => each.text !== first.text)) {
      deps.warn(
        `${sourceOf(first.location)} says ${first.text} and ${sourceOf(other.location)} says ${other.text}: the first of them is used`,
      );
    }
    return first;
  }
  return undefined;
}

function unneeded(): never {
  throw new TypeError("no TOML is read here");
}

/** With the input given, a required_version that cannot be read is none of this action's business. */
async function readRequired(
  { directory, product }: Question,
  deps: Deps,
  isOptional: boolean,
): Promise<RequiredVersion[]> {
  const names = moduleFileNames((await deps.files.list(directory)) ?? [], product);
  const files: { name: string; text: string }[] = [];
  for (const name of names) {
    const text = await deps.files.read(joinPath(directory, name));
    if (text !== undefined) files.push({ name, text });
  }
  try {
    return readRequiredVersions(files, directory);
  } catch (error) {
    if (!isOptional || !(error instanceof Failure)) throw error;
    deps.warn(`required_version was not compared with the input terraform-version: ${error.what}`);
    return [];
  }
}

function nothingNamed({ directory, product }: Question): Failure {
  const names = versionFileNames(product).join(", ");
  return new Failure({
    reason: "no-version",
    what: `Nobody named a version of ${product}: not the input terraform-version, not a version file in ${directory === "" ? "the workspace root" : `${directory} or above it`}, not required_version, and there is no ${product} on PATH`,
    remedy: `Set the input terraform-version, commit one of ${names}, or write required_version into the terraform block.`,
  });
}
