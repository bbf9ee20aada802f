/**
 * The door to releases: lists them, and installs one into the tool cache when its signature, its checksum and its zip
 * are right. What is slow to load (http, OpenPGP, zip) is loaded when it is needed. It does not choose a version and
 * does not touch PATH.
 */
import { access, mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { trustIn } from "./install-keys.ts";
import type { InstallerOptions } from "./install-options.ts";
import { releaseFiles } from "./releases.ts";
import { renderVersion, type Version } from "./version.ts";

export type { InstallerOptions } from "./install-options.ts";
export { findPresent, type Present, type PresentQuestion } from "./install-present.ts";
export {
  findProduct,
  provideProgram,
  type ProgramDeps,
  type ProgramQuestion,
  type ProvidedProgram,
} from "./install-program.ts";
export { findOnPath, openWorkspace, type WorkspaceFiles } from "./install-workspace.ts";

/** Where a verified program is. `directory` holds nothing else that can be executed. */
export type Installed = { directory: string; program: string };

/** All reject with a Failure: `not-found`, `download-failed` or `verification-failed`. */
export interface Installer {
  /** The releases that exist for the platform, pre-releases among them, in no order. */
  list(): Promise<Version[]>;
  /** The release in the tool cache, verified again without a request. What does not verify is evicted with a warning. */
  cached(version: Version): Promise<Installed | undefined>;
  /** Fetches the release, verifies it, and puts it into the tool cache (or beside it, when that cannot be written). */
  install(version: Version): Promise<Installed>;
}

/** Creates an installer. Nothing is read or fetched until one of its functions is called. */
export function createInstaller(options: InstallerOptions): Installer {
  return {
    list: async () => (await import("./install-release.ts")).listReleases(options),
    cached: (version) => findCached(options, version),
    install: (version) => installRelease(options, version),
  };
}

/** `<cache>/<product>/<version>/<processor>`, as @actions/tool-cache lays it out. */
function entryOf(options: InstallerOptions, version: Version): string {
  const processor = options.platform.arch === "amd64" ? "x64" : "arm64";
  return path.join(options.cacheDirectory, options.product, renderVersion(version), processor);
}

function installedIn(directory: string, options: InstallerOptions, version: Version): Installed {
  return { directory, program: path.join(directory, releaseFiles(options.product, version, options.platform).program) };
}

async function findCached(options: InstallerOptions, version: Version): Promise<Installed | undefined> {
  const directory = entryOf(options, version);
  const isThere = await access(`${directory}.complete`).then(
    () => true,
    () => false,
  );
  if (!isThere) return undefined;
  const { entryProblem, evictEntry } = await import("./install-cache.ts");
  const files = releaseFiles(options.product, version, options.platform);
  const trust = trustIn(options.product, options.signingKey, options.clock.now());
  const problem = await entryProblem(directory, files, trust);
  if (problem === undefined) return installedIn(directory, options, version);
  const name = `${options.product} ${renderVersion(version)}`;
  options.log.warning(`${name} in the tool cache is not used but removed and fetched again: ${problem}`);
  await evictEntry(directory).catch((error: unknown) => {
    options.log.warning(`It could not be removed: ${messageOf(error)}`);
  });
  return undefined;
}

async function installRelease(options: InstallerOptions, version: Version): Promise<Installed> {
  const { fetchRelease } = await import("./install-release.ts");
  await mkdir(options.temporaryDirectory, { recursive: true });
  const staged = await mkdtemp(path.join(options.temporaryDirectory, `${options.product}-`));
  try {
    await fetchRelease(options, version, staged);
    return await keep(options, version, staged);
  } catch (error) {
    await rm(staged, { recursive: true, force: true });
    throw error;
  }
}

/** Moves a verified release into the tool cache. A cache that cannot be written costs the next job a download, no more. */
async function keep(options: InstallerOptions, version: Version, staged: string): Promise<Installed> {
  const directory = entryOf(options, version);
  const { placeEntry } = await import("./install-cache.ts");
  try {
    await placeEntry(staged, directory);
  } catch (error) {
    options.log.warning(`The tool cache cannot be written, the program is kept for this job only: ${messageOf(error)}`);
    return installedIn(staged, options, version);
  }
  // Another job may have been faster: what lies there now is judged like anything else in the cache.
  const isStaged = await access(staged).then(
    () => true,
    () => false,
  );
  if (!isStaged) return installedIn(directory, options, version);
  const theirs = await findCached(options, version);
  if (theirs === undefined) return installedIn(staged, options, version);
  await rm(staged, { recursive: true, force: true });
  return theirs;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
