/**
 * The hashes that a lock file holds for a provider: fetches what the registry offers for each platform, verifies it as
 * terraform does and a little further, and hashes it. No lock file is written here.
 */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { Failure } from "@handrail/runner";
import { DownloadError } from "./install-download-error.ts";
import { ZipError } from "./install-zip.ts";
import type { Client } from "./registry-client.ts";
import { downloadFailure } from "./registry-failure.ts";
import { createMemory, settleAll } from "./registry-lanes.ts";
import { addressName, pathOf } from "./registry-lists.ts";
import type { ProviderAddress, RegistryOptions } from "./registry-options.ts";
import { type PackageAnswer, parsePackageAnswer, parseSums, TamperError } from "./registry-package-answer.ts";
import type { FindService, Service } from "./registry-services.ts";
import { checkSignature } from "./registry-signature.ts";
import { hashZip } from "./registry-zip-hash.ts";
import { parseRelease, renderVersion } from "./version.ts";

/** What packages are locked with. */
export type PackageTools = {
  client: Client;
  find: FindService;
  options: Pick<RegistryOptions, "temporaryDirectory" | "clock">;
};

/** Sorted as terraform sorts them: every `h1:` of the platforms, then every `zh:` of the signed checksums. */
export type PackageHashes = { readonly hashes: string[] };

/** Locks packages. Rejects with a Failure `lock-failed`. */
export type LockPackages = (
  provider: ProviderAddress,
  version: string,
  platforms: readonly string[],
) => Promise<PackageHashes>;

/** A version of a provider, and where it is. */
type Wanted = { subject: string; url: string; service: Service; type: string; version: string };

/** The signed checksums and the answer that named them; `sums` by file name. */
type Checked = { answer: PackageAnswer; sums: ReadonlyMap<string, string> };

/** Makes the function; what it has fetched it does not fetch again. */
export function createPackages(tools: PackageTools): LockPackages {
  const answers = createMemory<Checked>();
  const directoryHashes = createMemory<string>();
  return async (provider, version, platforms) => {
    const wanted = await locate(tools, provider, version, platforms);
    const check = (platform: string): Promise<Checked> =>
      answers(`${wanted.url} ${platform}`, () => checkAnswer(tools, wanted, platform));
    const sorted = [...new Set(platforms)].sort();
    const first = await check(sorted[0] ?? "");
    const told = toldHashes(first, sorted, wanted);
    if (told !== undefined) return { hashes: joined(told, [first]) };
    const checked = await settleAll(sorted.map(check));
    const hashes = await settleAll(
      checked.map(({ answer }, index) =>
        directoryHashes(`${wanted.url} ${sorted[index]}`, () =>
          hashPackage(tools, wanted, sorted[index] ?? "", answer),
        ),
      ),
    );
    return { hashes: joined(hashes, checked) };
  };
}

function joined(directories: readonly string[], checked: readonly Checked[]): string[] {
  const zips = checked.flatMap(({ sums }) => [...sums.values()].map((sum) => `zh:${sum}`));
  return [...new Set([...directories, ...zips])].sort();
}

const PLATFORM = /^[a-z0-9]{1,20}_[a-z0-9]{1,20}$/;

async function locate(
  { find }: PackageTools,
  provider: ProviderAddress,
  version: string,
  platforms: readonly string[],
): Promise<Wanted> {
  const { host, namespace, type } = provider;
  const release = parseRelease(version);
  const shown = release === undefined ? JSON.stringify(version.slice(0, 100)) : version;
  const subject = `The provider ${addressName(host, [namespace, type])} ${shown}`;
  try {
    const at = pathOf([namespace, type], subject);
    if (release === undefined || platforms.length === 0 || !platforms.every((each) => PLATFORM.test(each))) {
      throw new Failure({
        reason: "lock-failed",
        what: `${subject} could not be locked: its version or its platforms are none`,
        remedy: "Check the input lock-platforms, and how the provider is required.",
      });
    }
    const service = await find(host, "providers.v1", subject);
    const text = renderVersion(release);
    return { subject, url: `${service.url}${at}/${text}`, service, type, version: text };
  } catch (error) {
    if (!(error instanceof Failure) || error.reason !== "lookup-failed") throw error;
    throw new Failure({ reason: "lock-failed", what: error.what, remedy: error.remedy, cause: error });
  }
}

/** Asks for one platform, and believes the answer only as far as a key that the registry names has signed it. */
async function checkAnswer(tools: PackageTools, wanted: Wanted, platform: string): Promise<Checked> {
  return orFailure(wanted, platform, async () => {
    const [os, arch] = platform.split("_");
    const { json, url } = await tools.client.json(`${wanted.url}/download/${os}/${arch}`, wanted.service.token);
    const answer = parsePackageAnswer(json, url, { ...wanted, platform });
    const [data, signature] = await Promise.all([
      fetchPart(tools.client, answer.sums, "SHA256SUMS"),
      fetchPart(tools.client, answer.signature, "signature of its checksums"),
    ]);
    await checkSignature(data, signature, answer.keys, tools.options.clock.now());
    const sums = parseSums(data.toString("utf8"));
    const signed = sums.get(answer.filename);
    if (signed === undefined) throw new TamperError(`its SHA256SUMS does not list ${answer.filename}`);
    if (signed !== answer.sha256) throw new TamperError(`its shasum is not the one in its SHA256SUMS`);
    return { answer, sums };
  });
}

/** What is not there is not signed. */
async function fetchPart(client: Client, url: string, name: string): Promise<Buffer> {
  return client.bytes(url).catch((error: unknown) => {
    const isMissing = error instanceof DownloadError && (error.status === 404 || error.status === 410);
    throw isMissing ? new TamperError(`there is no ${name} at ${error.url ?? ""}`) : error;
  });
}

/**
 * The `h1:` hashes of a registry that tells them for every platform (OpenTofu's): believed when for each platform it also
 * tells the `zh:` that is signed. Undefined when packages must be fetched.
 */
function toldHashes(
  { answer, sums }: Checked,
  platforms: readonly string[],
  { type, version }: Wanted,
): string[] | undefined {
  const told: string[] = [];
  for (const platform of platforms) {
    const hashes = answer.hashes.get(platform) ?? [];
    const signed = sums.get(`terraform-provider-${type}_${version}_${platform}.zip`);
    const directories = hashes.filter((hash) => hash.startsWith("h1:"));
    const zips = hashes.filter((hash) => hash.startsWith("zh:"));
    if (signed === undefined || directories.length !== 1 || zips.length !== 1 || zips[0] !== `zh:${signed}`)
      return undefined;
    told.push(...directories);
  }
  return told;
}

async function hashPackage(
  tools: PackageTools,
  wanted: Wanted,
  platform: string,
  answer: PackageAnswer,
): Promise<string> {
  return orFailure(wanted, platform, async () => {
    const { temporaryDirectory } = tools.options;
    await mkdir(temporaryDirectory, { recursive: true });
    const folder = await mkdtemp(path.join(temporaryDirectory, "package-"));
    try {
      const zip = path.join(folder, "package.zip");
      const { sha256, size } = await tools.client.file(answer.zip, zip);
      if (sha256 !== answer.sha256)
        throw new TamperError(
          `${answer.filename} (${size} bytes) has the SHA-256 ${sha256}, but ${answer.sha256} was signed`,
        );
      return await hashZip(zip);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

async function orFailure<T>(wanted: Wanted, platform: string, work: () => Promise<T>): Promise<T> {
  const { host, token } = wanted.service;
  const subject = `${wanted.subject} for ${platform}`;
  try {
    return await work();
  } catch (error) {
    if (error instanceof TamperError || error instanceof ZipError) {
      const why = error instanceof ZipError ? `its zip ${error.message}` : error.message;
      throw new Failure({
        reason: "lock-failed",
        what: `${subject} was not locked: what ${host} offers cannot be trusted: ${why}`,
        remedy: "Do not use it from there before its maker or the registry's owner has looked at it.",
        cause: error,
      });
    }
    if (error instanceof DownloadError && error.status === 404) {
      throw new Failure({
        reason: "lock-failed",
        what: `${subject} could not be locked: ${host} has no such package`,
        remedy: "Leave the platform out of lock-platforms, or stay with a version that was built for it.",
        cause: error,
      });
    }
    throw downloadFailure({ reason: "lock-failed", subject, host, token }, error);
  }
}
