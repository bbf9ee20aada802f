/**
 * For which platforms a lock file holds checksums. It does not say so: each `h1:` checksum is one platform's, so the
 * packages of the locked version tell which. Nothing is chosen for the new version here.
 */
import { Failure } from "@handrail/runner";
import type { LockEntry } from "@handrail/terraform";

/** A provider by the parts of its address. */
export type ProviderName = { host: string; namespace: string; type: string };

/** What is asked of the registry. */
export type PackageDeps = {
  /**
   * The checksums of a version's packages: `zh:` of all of them, `h1:` of these platforms; verified. Throws a Failure
   * when they cannot be had.
   */
  packages: (
    provider: ProviderName,
    version: string,
    platforms: readonly string[],
  ) => Promise<{ hashes: readonly string[] }>;
  /** The platforms that a version is released for; undefined when nobody says. */
  releasedFor: (provider: ProviderName, version: string) => readonly string[] | undefined;
};

/** Where terraform runs most: on runners and on people's machines. Asked in this order, as each costs a download. */
const LIKELY: readonly string[] = [
  "linux_amd64",
  "darwin_arm64",
  "darwin_amd64",
  "linux_arm64",
  "windows_amd64",
  "windows_arm64",
  "linux_386",
  "windows_386",
  "linux_arm",
  "freebsd_amd64",
  "freebsd_386",
  "freebsd_arm",
  "freebsd_arm64",
  "openbsd_amd64",
  "openbsd_386",
  "solaris_amd64",
];

/** What is locked when nothing tells: the runner's platform, and that of most people. */
const USUAL: readonly string[] = ["linux_amd64", "darwin_arm64"];

/**
 * The platforms to lock a new version for: those that are wanted, else those that the entry has checksums of, else the
 * usual ones, as far as there are packages for them.
 */
export async function choosePlatforms(
  wanted: "auto" | readonly string[],
  provider: ProviderName,
  entry: LockEntry,
  version: string,
  deps: PackageDeps,
): Promise<{ platforms: readonly string[]; isGuess: boolean }> {
  if (wanted !== "auto") return { platforms: wanted, isGuess: false };
  const platforms = await lockedPlatforms(provider, entry, deps);
  if (platforms.length > 0) return { platforms, isGuess: false };
  const released = deps.releasedFor(provider, version) ?? USUAL;
  const usual = USUAL.filter((platform) => released.includes(platform));
  return { platforms: usual.length > 0 ? usual : released, isGuess: true };
}

/**
 * The platforms whose packages an entry has `h1:` checksums of. Empty when it has none, or none that belongs to a
 * package: some tools write other ones. Throws a Failure when packages cannot be had, unless it is only that the registry
 * has none for a platform and does not say which it has: no platform may get lost because it had a bad minute.
 */
export async function lockedPlatforms(
  provider: ProviderName,
  { version, hashes }: LockEntry,
  { packages, releasedFor }: PackageDeps,
): Promise<string[]> {
  const open = new Set(hashes.filter((hash) => hash.startsWith("h1:")));
  const released = releasedFor(provider, version);
  const platforms: string[] = [];
  for (const platform of released === undefined ? LIKELY : byLikelihood(released)) {
    if (open.size === 0) break;
    const found = await packages(provider, version, [platform]).catch((error: unknown) => {
      if (released === undefined && isNotFound(error)) return { hashes: [] };
      throw withWayOut(error);
    });
    if (found.hashes.filter((hash) => open.delete(hash)).length > 0) platforms.push(platform);
  }
  return platforms;
}

/** The answer's status comes with what was thrown first. */
function isNotFound(error: unknown): boolean {
  const cause = error instanceof Failure ? error.cause : undefined;
  if (typeof cause !== "object" || cause === null || !("status" in cause)) return false;
  return cause.status === 404 || cause.status === 410;
}

function withWayOut(error: unknown): unknown {
  if (!(error instanceof Failure)) return error;
  const { reason, what, remedy, cause } = error;
  const way =
    "The packages of the locked version tell its platforms; name them in the input lock-platforms to do without.";
  return new Failure({ reason, what, remedy: `${remedy} ${way}`, cause });
}

function byLikelihood(platforms: readonly string[]): string[] {
  const rank = (platform: string): number => (LIKELY.includes(platform) ? LIKELY.indexOf(platform) : LIKELY.length);
  return platforms.toSorted((a, b) => rank(a) - rank(b));
}
