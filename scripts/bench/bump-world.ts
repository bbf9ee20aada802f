/** The registry, the release server and the checkout that the bump bench runs on. It measures nothing. */
import { systemClock } from "@handrail/runner/host";
import { createRegistry } from "@handrail/terraform/registry";
import { startRegistry, startReleases, workspace, type LoopbackRegistry, type Workspace } from "@handrail/testkit";
import { modules, providers, renderMonorepo, terraformVersion, type Hashes, type Pinned } from "./monorepo.ts";

/** What there is a newer version of: of nothing, of the provider that all root modules have, or of everything. */
export type Newer = "nothing" | "one provider" | "everything";

/**
 * Requests by kind. `dates`: of releases, which registries tell elsewhere than in their list of versions. `packages`: for
 * lock files.
 */
export type Requests = { discoveries: number; versions: number; dates: number; packages: number };

export interface BumpWorld {
  readonly checkout: Workspace;
  readonly registryUrl: string;
  readonly releasesUrl: string;
  /** Every dependency that the repository names. */
  readonly dependencies: number;
  /** Since the last time that this was called. */
  countRequests(): Requests;
  close(): Promise<void>;
}

/** As many as a large provider offers; what is locked is built for all of them and locked for two. */
const PLATFORMS = ["darwin", "freebsd", "linux", "windows"].flatMap((os) => [`${os}_amd64`, `${os}_arm64`]);
const LOCKED = ["linux_amd64", "darwin_arm64"];
/** Older versions that are listed and never fetched. */
const HISTORY = 150;

/** Opens it; the checkout is one commit with `roots` root modules. */
export async function openBumpWorld(roots: number, newer: Newer): Promise<BumpWorld> {
  const moved = newer === "everything" ? [...providers, ...modules] : newer === "nothing" ? [] : providers.slice(0, 1);
  const versionsOf = (pinned: Pinned): string[] => [
    pinned.version,
    ...(moved.includes(pinned) ? [nextMinor(pinned.version)] : []),
  ];
  const registry = await startRegistry({
    providers: providers.map((each) => ({
      source: each.source,
      versions: versionsOf(each).map((version) => ({ version, platforms: PLATFORMS })),
    })),
    modules: modules.map((each) => ({ source: each.source, versions: versionsOf(each) })),
  });
  const latest = newer === "everything" ? [nextMinor(terraformVersion)] : [];
  const releases = await startReleases({ releases: [terraformVersion, ...latest].map((version) => ({ version })) });
  const hashes = await lockAll(registry);
  for (const each of providers) lengthen(registry, each, versionsOf(each));
  const checkout = workspace(renderMonorepo(roots, hashes), { name: "bench-bump" });
  // As a clone has them: one pack instead of thousands of objects.
  checkout.git("repack", "-adq");
  const seen = { registry: registry.requests.length, releases: releases.requests.length };
  return {
    checkout,
    registryUrl: registry.url,
    releasesUrl: releases.url,
    dependencies: providers.length + modules.length + 1,
    countRequests: () => {
      const fresh = [...registry.requests.slice(seen.registry), ...releases.requests.slice(seen.releases)];
      Object.assign(seen, { registry: registry.requests.length, releases: releases.requests.length });
      return countKinds(fresh.map(({ path }) => path));
    },
    close: async () => {
      checkout.cleanup();
      await Promise.all([registry.close(), releases.close()]);
    },
  };
}

const KINDS: readonly (readonly [pattern: RegExp, kind: keyof Requests])[] = [
  [/^\/\.well-known\//, "discoveries"],
  [/\/versions$|\/index\.json$/, "versions"],
  [/^\/v2\/|^\/v1\/releases\//, "dates"],
];

function countKinds(paths: readonly string[]): Requests {
  const counts: Requests = { discoveries: 0, versions: 0, dates: 0, packages: 0 };
  for (const path of paths) counts[KINDS.find(([pattern]) => pattern.test(path))?.[1] ?? "packages"] += 1;
  return counts;
}

function nextMinor(version: string): string {
  const [major, minor] = version.split(".").map(Number);
  return `${major}.${(minor ?? 0) + 1}.0`;
}

/** A list of versions as long as a real one. */
function lengthen(registry: LoopbackRegistry, { source }: Pinned, versions: readonly string[]): void {
  const older = Array.from({ length: HISTORY }, (_, index) => `1.${Math.floor(index / 5)}.${index % 5}`);
  const platforms = PLATFORMS.map((platform) => platform.split("_")).map(([os, arch]) => ({ os, arch }));
  const all = [...older, ...versions].map((version) => ({ version, protocols: ["5.0"], platforms }));
  registry.replace(`/v1/providers/${source}/versions`, { id: source, versions: all });
}

/** The checksums that the lock files have. */
async function lockAll(registry: LoopbackRegistry): Promise<Hashes> {
  using folder = workspace({}, { git: false, name: "bench-lock" });
  const nothing = (): void => undefined;
  const { packages } = createRegistry({
    environment: { PATH: process.env["PATH"], HOME: folder.path },
    directory: folder.path,
    temporaryDirectory: folder.resolve("temporary"),
    registryUrl: registry.url,
    releasesUrl: undefined,
    trustedHosts: [],
    needsDates: false,
    exec: () => Promise.reject(new Error("nothing is started to lock providers")),
    clock: systemClock,
    log: { info: nothing, warning: nothing, debug: nothing, group: nothing, endGroup: nothing },
    signal: new AbortController().signal,
  });
  const hashes = new Map<string, readonly string[]>();
  for (const { source, version } of providers) {
    const [namespace = "", type = ""] = source.split("/");
    const locked = await packages({ host: "registry.terraform.io", namespace, type }, version, LOCKED);
    hashes.set(source, locked.hashes);
  }
  return hashes;
}
