/**
 * A lock file after an update: new versions with their checksums, and the constraints of the whole module tree. What is
 * asked of the registry is handed in; files are not touched.
 */
import { Failure } from "@handrail/runner";
import { type LockEntry, parseLockFile, updateLockFile } from "@handrail/terraform";
import { directoryOf } from "../find/file-kind.ts";
import type { Edit, LockChange } from "../decide/update.ts";
import type { ModuleDirectory } from "../find/mention.ts";
import { lockConstraints } from "./constraints.ts";
import type { Lock } from "./locks.ts";
import { askedOf, editsOf, growTree, isWholeTree, moduleTree } from "./module-tree.ts";
import { choosePlatforms, type PackageDeps, type ProviderName } from "./platforms.ts";

/** What changes. Changes of other lock files and edits outside of the root's tree are passed over. */
export type Renewal = {
  lock: Lock;
  modules: readonly ModuleDirectory[];
  changes: readonly LockChange[];
  edits: readonly Edit[];
  /** `auto`: those that the lock file has checksums of. */
  platforms: "auto" | readonly string[];
};

/**
 * A provider's entry that changed. `platforms` is empty when only its constraints did; `isGuess` when the lock file did
 * not tell the platforms, and the usual ones were taken.
 */
export type RenewedEntry = { provider: string; version: string; platforms: readonly string[]; isGuess: boolean };

/** The whole new text, equal to the old one when there is nothing to change; or why there is none, in sentences. */
export type Renewed = { text: string; entries: RenewedEntry[] } | { problem: string };

/** What one entry becomes. */
type Step = { change: LockEntry; entry: RenewedEntry } | { problem: string };

/** A lock file, and what of all modules and of an update concerns it. */
export type TouchedLock = Pick<Renewal, "lock" | "modules" | "changes" | "edits">;

/** The lock files that an update changes: those with a new version, and those of roots whose constraints it edits. */
export function touchedLocks(
  locks: readonly Lock[],
  modules: readonly ModuleDirectory[],
  update: { edits: readonly Edit[]; locks: readonly LockChange[] },
): TouchedLock[] {
  const byDirectory = new Map(modules.map((module) => [module.directory, module]));
  const changesOf = Map.groupBy(update.locks, ({ file }) => file);
  const editsIn = Map.groupBy(update.edits, ({ mention }) => directoryOf(mention.file));
  return locks.flatMap((lock) => {
    const tree = growTree(byDirectory, lock.directory);
    const edits = tree.flatMap(({ directory }) => editsIn.get(directory) ?? []);
    const changes = changesOf.get(lock.file) ?? [];
    const isTouched =
      changes.length > 0 || lock.lock.entries.some(({ address }) => editsOf(tree, address, edits).length > 0);
    return isTouched ? [{ lock, modules: tree, changes, edits }] : [];
  });
}

/**
 * Renews a lock file. A Failure of the registry is a problem; anything else that is thrown is thrown on, and so is that the
 * step is cancelled. The text is one that terraform accepts, and that init does not write anew.
 */
export async function renewLock(renewal: Renewal, deps: PackageDeps): Promise<Renewed> {
  const { lock, modules, edits } = renewal;
  const tree = moduleTree(modules, lock.directory);
  const versions = new Map(
    renewal.changes.filter(({ file }) => file === lock.file).map(({ provider, to }) => [provider, to]),
  );
  const changes: LockEntry[] = [];
  const entries: RenewedEntry[] = [];
  for (const entry of lock.lock.entries) {
    const version = versions.get(entry.address);
    if (version === undefined && editsOf(tree, entry.address, edits).length === 0) continue;
    const step = await renewEntry(renewal, tree, entry, version ?? entry.version, deps);
    if ("problem" in step) return step;
    changes.push(step.change);
    entries.push(step.entry);
  }
  return finish(lock, changes, entries);
}

function finish(lock: Lock, changes: readonly LockEntry[], entries: RenewedEntry[]): Renewed {
  try {
    const text = updateLockFile(lock.text, changes, lock.lock);
    const [problem] = parseLockFile(text).problems;
    if (problem === undefined) return { text, entries };
    const { line } = lock.lock.problems.find(({ what }) => what === problem.what) ?? problem;
    const remedy = "Correct it, or delete the file and run terraform init.";
    return { problem: `Terraform refuses ${lock.file}, line ${line}: ${problem.what}. ${remedy}` };
  } catch (error) {
    return problemOf(error);
  }
}

async function renewEntry(
  { edits, platforms: wanted }: Renewal,
  tree: readonly ModuleDirectory[],
  entry: LockEntry,
  version: string,
  deps: PackageDeps,
): Promise<Step> {
  const { address } = entry;
  const provider = providerName(address);
  const { asked, lost } = askedOf(tree, address, edits);
  const [edit] = lost;
  if (edit !== undefined) return { problem: lostProblem(displayName(address), edit) };
  const wish = { provider: displayName(address), version, locked: entry.constraints, asked };
  const found = lockConstraints({ ...wish, isWhole: isWholeTree(tree) });
  if ("problem" in found) return found;
  const { constraints } = found;
  if (version === entry.version) {
    const { hashes } = entry;
    const change = { address, version, constraints, hashes };
    return { change, entry: { provider: address, version, platforms: [], isGuess: false } };
  }
  try {
    const { platforms, isGuess } = await choosePlatforms(wanted, provider, entry, version, deps);
    const released = deps.releasedFor(provider, version);
    const missing = platforms.find((platform) => released?.includes(platform) === false);
    if (missing !== undefined) return { problem: missingProblem(wish.provider, version, missing) };
    const { hashes } = await deps.packages(provider, version, platforms);
    const change = { address, version, constraints, hashes };
    return { change, entry: { provider: address, version, platforms, isGuess } };
  } catch (error) {
    return problemOf(error);
  }
}

function lostProblem(provider: string, { mention }: Edit): string {
  return `The lock file cannot be told to follow ${mention.file}, line ${mention.line}: nothing that asks for ${provider} was read there.`;
}

function missingProblem(provider: string, version: string, platform: string): string {
  const remedy = "Name the platforms that you need in the input lock-platforms.";
  return `${provider} ${version} cannot be locked: it is not released for ${platform}. ${remedy}`;
}

/** A cancelled step is no problem of one lock file. */
function problemOf(error: unknown): { problem: string } {
  if (!(error instanceof Failure) || error.reason === "cancelled") throw error;
  return { problem: `${error.what}. ${error.remedy}` };
}

function providerName(address: string): ProviderName {
  const [host = "", namespace = "", type = ""] = address.split("/");
  return { host, namespace, type };
}

/** As people write it: without the public registry's host. */
function displayName(address: string): string {
  return address.replace(/^registry\.terraform\.io\//, "");
}
