/**
 * Provides the program that a root module asks for: what is asked for, is it there already, is it in the tool cache,
 * else fetch it. The order of effects only, through what it is handed.
 */
import { Failure } from "@handrail/runner";
import type { Present } from "./install-present.ts";
import type { WorkspaceFiles } from "./install-workspace.ts";
import { moduleFileNames, readRequiredVersions, type RequiredVersion } from "./required-version.ts";
import { chooseRelease, isSatisfiedBy } from "./version-choice.ts";
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
} from "./version-demand.ts";
import { directoriesUpwards, joinPath } from "./version-directories.ts";
import { isTomlFile, parseVersionFile, versionFileNames, type Product, type TomlParser } from "./version-files.ts";
import { renderVersion, type Version } from "./version.ts";

/** What is wanted. `directory` is relative to the workspace, "" for its root. */
export type ProgramQuestion = {
  directory: string;
  /** As in the input terraform-version; "": what the files say. */
  version: string;
  product: Product;
  /** Was a mirror or a key named? Then a program that came from elsewhere will not do. */
  isPlaceNamed: boolean;
};

type Place = { directory: string; program: string };

/** What it is provided with. */
export type ProgramDeps = {
  files: WorkspaceFiles;
  installer: {
    list(): Promise<Version[]>;
    cached(version: Version): Promise<Place | undefined>;
    install(version: Version): Promise<Place>;
  };
  loadToml: () => Promise<TomlParser>;
  findPresent: () => Promise<Present | undefined>;
  warn: (text: string) => void;
};

/** What was found. `directory` must come on PATH, unless the program is there already. */
export type ProvidedProgram = {
  result: "installed" | "cached" | "present";
  version: string;
  program: string;
  directory: string | undefined;
  source: string;
};

/** Rejects with a Failure: `no-version`, `invalid-input`, or one of the installer's. */
export async function provideProgram(question: ProgramQuestion, deps: ProgramDeps): Promise<ProvidedProgram> {
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
  deps: ProgramDeps,
  asked: Asked | undefined,
  required: readonly RequiredVersion[],
): ProvidedProgram {
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
async function findVersionFile({ directory, product }: ProgramQuestion, deps: ProgramDeps): Promise<Asked | undefined> {
  for (const folder of directoriesUpwards(directory)) {
    const [first, ...others] = await askedIn(folder, product, deps);
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

/** What the version files of one directory ask for, the most important first. */
async function askedIn(
  folder: string,
  product: Product,
  { files, loadToml }: Pick<ProgramDeps, "files" | "loadToml">,
): Promise<Asked[]> {
  const found: Asked[] = [];
  for (const name of versionFileNames(product)) {
    const file = joinPath(folder, name);
    const text = await files.read(file);
    if (text === undefined) continue;
    const toml = isTomlFile(name) ? await loadToml() : unneeded;
    const wish = parseVersionFile(file, text, product, toml);
    if (wish !== undefined) found.push(askedByFile(wish));
  }
  return found;
}

/**
 * Which product a root module is written for: the one that the nearest version file names (terraform when it names both),
 * OpenTofu when the module has .tofu files; undefined when nothing tells.
 */
export async function findProduct(
  directory: string,
  deps: Pick<ProgramDeps, "files" | "loadToml">,
): Promise<Product | undefined> {
  for (const folder of directoriesUpwards(directory)) {
    for (const product of ["terraform", "opentofu"] as const) {
      // A file that cannot be read says nothing; provideProgram says what is wrong with it.
      const asked = await askedIn(folder, product, deps).catch(() => []);
      if (asked.length > 0) return product;
    }
  }
  const names = (await deps.files.list(directory)) ?? [];
  return names.some((name) => /\.tofu(?:\.json)?$/.test(name)) ? "opentofu" : undefined;
}

function unneeded(): never {
  throw new TypeError("no TOML is read here");
}

/** With the input given, a required_version that cannot be read is none of this action's business. */
async function readRequired(
  { directory, product }: ProgramQuestion,
  deps: ProgramDeps,
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

function nothingNamed({ directory, product }: ProgramQuestion): Failure {
  const names = versionFileNames(product).join(", ");
  return new Failure({
    reason: "no-version",
    what: `Nobody named a version of ${product}: not the input terraform-version, not a version file in ${directory === "" ? "the workspace root" : `${directory} or above it`}, not required_version, and there is no ${product} on PATH`,
    remedy: `Set the input terraform-version, commit one of ${names}, or write required_version into the terraform block.`,
  });
}
