/** A registry that only tells, and the words of lock files and module trees in a few letters: for the tests here. */
import { Failure } from "@handrail/runner";
import { type LockEntry, renderLockFile } from "@handrail/terraform";
import type { Edit } from "../decide/update.ts";
import type { ModuleDirectory } from "../find/mention.ts";
import { type Lock, readLocks } from "./locks.ts";
import type { PackageDeps, ProviderName } from "./platforms.ts";

export const FOO = "registry.terraform.io/acme/foo";
export const BAR = "registry.terraform.io/acme/bar";
export const foo: ProviderName = { host: "registry.terraform.io", namespace: "acme", type: "foo" };

/** Checksums that tell what they are of. */
const h1 = (provider: string, version: string, platform: string): string => `h1:${provider} ${version} ${platform}`;
const zh = (provider: string, version: string): string => `zh:${provider} ${version}`;
export const LINUX = "linux_amd64";
export const MAC = "darwin_arm64";
export const WINDOWS = "windows_amd64";

type Asked = { provider: string; version: string; platforms: readonly string[] };

/** A registry with all versions for these platforms; it notes what it is asked. */
export function registry(
  platforms: readonly string[] = [LINUX, MAC, WINDOWS],
  isTelling = true,
): PackageDeps & { asked: Asked[] } {
  const asked: Asked[] = [];
  return {
    asked,
    releasedFor: () => (isTelling ? platforms : undefined),
    packages: async ({ type }, version, wanted) => {
      asked.push({ provider: type, version, platforms: wanted });
      const unknown = wanted.find((platform) => !platforms.includes(platform));
      if (unknown !== undefined) throw failure(404);
      return { hashes: [...wanted.map((platform) => h1(type, version, platform)), zh(type, version)] };
    },
  };
}

export function failure(status: number): Failure {
  const cause = Object.assign(new Error("no"), { status });
  return new Failure({ reason: "lock-failed", what: `it answered ${status}`, remedy: "Ask again.", cause });
}

export function entry(
  address: string,
  version: string,
  constraints: string,
  platforms: readonly string[] = [LINUX],
): LockEntry {
  const type = address.split("/")[2] ?? "";
  return {
    address,
    version,
    constraints,
    hashes: [...platforms.map((each) => h1(type, version, each)), zh(type, version)],
  };
}

export function lockOf(entries: readonly LockEntry[], file = "app/.terraform.lock.hcl"): Lock {
  const [lock] = readLocks([{ path: file, text: renderLockFile({ keeper: "terraform", entries }) }]);
  if (lock === undefined) throw new Error("no lock file");
  return lock;
}

export function directory(name: string, more: Partial<ModuleDirectory> = {}): ModuleDirectory {
  return {
    directory: name,
    calls: [],
    callsElsewhere: false,
    isRoot: name === "app",
    isDeployed: false,
    providers: [],
    ...more,
  };
}

export const ask = (constraint: string, address = FOO): { address: string; constraint: string } => ({
  address,
  constraint,
});

export function edit(file: string, before: string, after: string, type = "foo", host = "registry.terraform.io"): Edit {
  return {
    mention: {
      dependency: {
        kind: "provider",
        name: `acme/${type}`,
        source: { from: "providers", host, namespace: "acme", type },
      },
      place: "required_providers",
      syntax: { as: "constraint", dialect: "provider" },
      file,
      line: 3,
      span: { start: 0, end: before.length },
      text: before,
    },
    after,
  };
}

export const change = (to: string, provider = FOO, file = "app/.terraform.lock.hcl") => ({
  file,
  provider,
  from: "1.0.0",
  to,
});
