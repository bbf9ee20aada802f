/**
 * What a registry holds, and which paths it answers with what: the provider and module protocols, the public registry's
 * v2 API and OpenTofu's docs API. Plain values; nothing is served here.
 *
 * https://developer.hashicorp.com/terraform/internals/provider-registry-protocol
 * https://developer.hashicorp.com/terraform/internals/module-registry-protocol
 */
import { createHash } from "node:crypto";

import type { KeyKind, SigningKey } from "../releases/keys.ts";
import { makePackages, PLATFORMS } from "./provider.ts";
import type { ProviderRelease } from "./provider.ts";
import { tarball } from "./tar.ts";

/** A provider: `acme/foo`. A version may be its text alone. */
export type RegistryProvider = {
  source: string;
  versions: readonly (string | ProviderRelease)[];
  warnings?: readonly string[];
  /** Its repository, told by the v2 API. */
  repository?: string;
};

/** One version of a module; without `files` it is an empty module. */
export type ModuleRelease = { version: string; publishedAt?: string; files?: Readonly<Record<string, string>> };

/** A module: `acme/network/aws`. A version may be its text alone. */
export type RegistryModule = { source: string; versions: readonly (string | ModuleRelease)[]; repository?: string };

/** Bytes, an object that is sent as JSON, or the place that a module's download answer names. */
export type Content = Uint8Array | { json: unknown } | { terraformGet: string };

/** What is served, by path. */
export type Contents = Map<string, Content>;

/** How the server presents itself. */
export type Style = {
  /** OpenTofu's: download answers carry the hashes of all platforms, modules answer 200 with a location. */
  isOpenTofu: boolean;
  /** Platforms are left out of the list of versions, as some private registries do. */
  hasNoPlatforms: boolean;
  /** Absolute URL before the paths of packages; "" for relative ones. */
  files: string;
};

/** Adds a provider in all its versions. */
export async function addProvider(
  contents: Contents,
  provider: RegistryProvider,
  keys: Readonly<Record<KeyKind, SigningKey>>,
  style: Style,
): Promise<void> {
  const { source } = provider;
  const releases = provider.versions.map((each) => (typeof each === "string" ? { version: each } : each));
  const versions = releases.map(({ version, protocols = ["5.0"], platforms = PLATFORMS }) => ({
    version,
    protocols,
    ...(style.hasNoPlatforms ? {} : { platforms: platforms.map(platformOf) }),
  }));
  const warnings = provider.warnings === undefined ? {} : { warnings: provider.warnings };
  contents.set(`/v1/providers/${source}/versions`, { json: { id: source, versions, ...warnings } });
  addDates(contents, "provider", provider, releases);
  for (const release of releases) await addPackages(contents, source, release, keys, style);
}

async function addPackages(
  contents: Contents,
  source: string,
  release: ProviderRelease,
  keys: Readonly<Record<KeyKind, SigningKey>>,
  style: Style,
): Promise<void> {
  const base = `/files/providers/${source}/${release.version}/`;
  const { files, answers } = await makePackages(source.split("/")[1] ?? "", release, keys, `${style.files}${base}`);
  for (const [name, bytes] of files) contents.set(`${base}${name}`, bytes);
  const packages = Object.fromEntries(
    [...answers].map(([platform, { filename }]) => [
      platform,
      { hashes: hashesOf(release, files.get(String(filename)) ?? Buffer.alloc(0)) },
    ]),
  );
  for (const [platform, answer] of answers) {
    const { os, arch } = platformOf(platform);
    const json = style.isOpenTofu ? { packages, ...answer } : answer;
    contents.set(`/v1/providers/${source}/${release.version}/download/${os}/${arch}`, { json });
  }
}

function hashesOf(release: ProviderRelease, zip: Buffer): string[] {
  const hash = `zh:${createHash("sha256").update(zip).digest("hex")}`;
  return release.directoryHash === undefined ? [hash] : [release.directoryHash, hash];
}

function platformOf(platform: string): { os: string; arch: string } {
  const [os = "", arch = ""] = platform.split("_");
  return { os, arch };
}

/** Adds a module in all its versions. */
export function addModule(contents: Contents, module: RegistryModule, style: Style): void {
  const { source } = module;
  const releases = module.versions.map((each) => (typeof each === "string" ? { version: each } : each));
  const versions = releases.map(({ version }) => ({
    version,
    root: { providers: [], dependencies: [] },
    submodules: [],
  }));
  contents.set(`/v1/modules/${source}/versions`, { json: { modules: [{ source, versions }] } });
  addDates(contents, "module", module, releases);
  for (const { version, files } of releases) {
    const path = `/files/modules/${source}/${version}.tar.gz`;
    contents.set(path, tarball(files ?? { "main.tf": "" }));
    const location = `${style.files}${path}`;
    contents.set(
      `/v1/modules/${source}/${version}/download`,
      style.isOpenTofu ? { json: { location } } : { terraformGet: location },
    );
  }
}

/** The dates, as the public registry's v2 API and OpenTofu's docs API tell them. */
function addDates(
  contents: Contents,
  kind: "provider" | "module",
  { source, repository }: RegistryProvider | RegistryModule,
  releases: readonly { version: string; publishedAt?: string }[],
): void {
  const included = releases.map(({ version, publishedAt }, index) => ({
    type: `${kind}-versions`,
    id: String(index + 1),
    attributes: { version, ...(publishedAt === undefined ? {} : { "published-at": publishedAt }) },
  }));
  const attributes = { "full-name": source, ...(repository === undefined ? {} : { source: repository }) };
  const data = { type: `${kind}s`, id: "1", attributes };
  contents.set(`/v2/${kind}s/${source}`, { json: { data, included } });
  const published = releases.map(({ version, publishedAt }) => ({ id: `v${version}`, published: publishedAt }));
  contents.set(`/registry/docs/${kind}s/${source}/index.json`, { json: { versions: published } });
}
