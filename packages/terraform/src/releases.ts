/**
 * How HashiCorp and OpenTofu lay out their releases: names, places, indexes, checksum files. All plain values; nothing
 * is fetched and nothing is verified here.
 */
import { read } from "@handrail/runner";
import type { Product } from "./version-files.ts";
import { parseRelease, renderVersion, type Version } from "./version.ts";

/** A platform in Go's words, as release files are named. */
export type Platform = { readonly os: "linux" | "darwin"; readonly arch: "amd64" | "arm64" };

/** The files of one release for one platform, and the program that is in the zip. */
export type ReleaseFiles = {
  readonly zip: string;
  readonly sums: string;
  readonly signature: string;
  readonly program: string;
};

/** Places to try in turn: `index` for the list of releases, `directory` for the files of one release (ends with `/`). */
export type ReleasePlaces = { readonly index: readonly string[]; directory: (version: Version) => readonly string[] };

const PROGRAMS: Readonly<Record<Product, string>> = { terraform: "terraform", opentofu: "tofu" };
const SYSTEMS: ReadonlyMap<string, Platform["os"]> = new Map([
  ["linux", "linux"],
  ["darwin", "darwin"],
]);
const PROCESSORS: ReadonlyMap<string, Platform["arch"]> = new Map([
  ["x64", "amd64"],
  ["arm64", "arm64"],
]);

/** The platform for node's `process.platform` and `process.arch`; undefined where nothing is installed. */
export function platformOf(system: string, processor: string): Platform | undefined {
  const os = SYSTEMS.get(system);
  const arch = PROCESSORS.get(processor);
  return os === undefined || arch === undefined ? undefined : { os, arch };
}

/** The name of the program: `terraform` or `tofu`. */
export function programName(product: Product): string {
  return PROGRAMS[product];
}

/** The files of a release. OpenTofu's .sig is a cosign signature; its OpenPGP one is called .gpgsig. */
export function releaseFiles(product: Product, version: Version, platform: Platform): ReleaseFiles {
  const program = PROGRAMS[product];
  const stem = `${program}_${renderVersion(version)}`;
  const sums = `${stem}_SHA256SUMS`;
  const signature = `${sums}.${product === "terraform" ? "sig" : "gpgsig"}`;
  return { zip: `${stem}_${platform.os}_${platform.arch}.zip`, sums, signature, program };
}

/** The hosts that the vendors themselves use; GitHub serves release assets from its own asset hosts. */
export const VENDOR_HOSTS: Readonly<Record<Product, readonly string[]>> = {
  terraform: ["releases.hashicorp.com"],
  opentofu: ["get.opentofu.org", "github.com", "objects.githubusercontent.com", "release-assets.githubusercontent.com"],
};

const OPENTOFU_ASSETS = "opentofu/opentofu/releases/download";

/**
 * Where releases are. Without `base` at the vendor's; with it below this URL, in the vendor's layout. For OpenTofu that
 * is the paths of get.opentofu.org and github.com below one host, or the same without their leading directories.
 */
export function releasePlaces(product: Product, base: string | undefined): ReleasePlaces {
  const root = base === undefined ? undefined : base.replace(/\/*$/, "/");
  if (product === "terraform") {
    const terraform = `${root ?? "https://releases.hashicorp.com/"}terraform/`;
    return { index: [`${terraform}index.json`], directory: (version) => [`${terraform}${renderVersion(version)}/`] };
  }
  if (root === undefined) {
    return {
      index: ["https://get.opentofu.org/tofu/api.json"],
      directory: (version) => [`https://github.com/${OPENTOFU_ASSETS}/v${renderVersion(version)}/`],
    };
  }
  return {
    index: [`${root}tofu/api.json`, `${root}api.json`],
    directory: (version) => [
      `${root}${OPENTOFU_ASSETS}/v${renderVersion(version)}/`,
      `${root}v${renderVersion(version)}/`,
    ],
  };
}

/**
 * The versions in an index that have a zip for the platform, in no order; pre-releases are among them. Entries that
 * cannot be understood are left out. Undefined when the document is no index at all.
 */
export function parseIndex(product: Product, document: unknown, platform: Platform): Version[] | undefined {
  const versions = read(document, "versions");
  if (typeof versions !== "object" || versions === null) return undefined;
  const entries: (readonly [unknown, unknown])[] = Array.isArray(versions)
    ? versions.map((entry: unknown) => [read(entry, "id"), read(entry, "files")])
    : Object.entries(versions).map(([id, entry]: [string, unknown]) => [id, read(entry, "builds")]);
  return entries.flatMap(([id, files]) => {
    const version = typeof id === "string" ? parseRelease(id) : undefined;
    if (version === undefined) return [];
    return hasFile(files, releaseFiles(product, version, platform).zip) ? [version] : [];
  });
}

/** An index that does not list files (a mirror's) is believed. */
function hasFile(files: unknown, name: string): boolean {
  if (!Array.isArray(files)) return true;
  return files.some((file: unknown) => file === name || read(file, "filename") === name);
}

const CHECKSUM = /^([0-9a-fA-F]{64}) [ *](\S+)$/;

/**
 * The SHA-256 (64 lower-case hex digits) of a file in the text of a SHA256SUMS file. Undefined when the file is not
 * listed, or listed twice with different sums.
 */
export function findChecksum(text: string, name: string): string | undefined {
  const sums = new Set<string>();
  for (const line of text.split("\n")) {
    const [, sum, file] = CHECKSUM.exec(line.trim()) ?? [];
    if (sum !== undefined && file === name) sums.add(sum.toLowerCase());
  }
  const [only] = sums;
  return sums.size === 1 ? only : undefined;
}
