/**
 * The packages of a provider: zips, checksums and their signature as a registry's publishers make them, and the ways in
 * which they can be wrong. It serves nothing.
 */
import { createHash } from "node:crypto";

import type { KeyKind, SigningKey } from "../releases/keys.ts";
import { zip } from "../zip.ts";
import type { ZipMember } from "../zip.ts";

/** One version of a provider, and what is wrong with it. */
export type ProviderRelease = {
  version: string;
  /** `os_arch`; default linux_amd64 and darwin_arm64. */
  platforms?: readonly string[];
  /** Default `["5.0"]`. */
  protocols?: readonly string[];
  /** When it was published, RFC 3339; told by the v2 API and OpenTofu's docs API only. */
  publishedAt?: string;
  /**
   * Members of the zips beside the program, which has its name from the source; a name that ends in `/` is a directory
   * entry. With the program's own name the program is replaced.
   */
  files?: Readonly<Record<string, string | Uint8Array>>;
  /** The zip's bytes for a platform, for archives that `files` cannot make. */
  zip?: (platform: string) => Uint8Array;
  signedBy?: KeyKind;
  /** The keys that the download answer names; default the one that signed. */
  announcedKeys?: readonly KeyKind[];
  /** `other-data`: the signature is good, but of another text. */
  signature?: "good" | "armored" | "other-data" | "garbage" | "empty" | "missing";
  /** What the checksum file says about the zips. `twice`: listed with two sums. */
  checksums?: "good" | "wrong" | "not-listed" | "twice" | "garbage" | "missing";
  /** The `h1:` hash that an OpenTofu registry tells for every platform; it tells none without it. */
  directoryHash?: string;
  /** Changes the download answer of a platform: another platform's URL, a wrong file name, a sum that differs. */
  answer?: (answer: Record<string, unknown>, platform: string) => Record<string, unknown>;
};

/** What is served for one version: files by name, and the download answer of each platform. */
export type ProviderPackages = { files: Map<string, Buffer>; answers: Map<string, Record<string, unknown>> };

/** The platforms of a release that names none. */
export const PLATFORMS: readonly string[] = ["linux_amd64", "darwin_arm64"];

/** Makes the packages; `type` is the last part of the source, `base` the path below which the files are served. */
export async function makePackages(
  type: string,
  release: ProviderRelease,
  keys: Readonly<Record<KeyKind, SigningKey>>,
  base: string,
): Promise<ProviderPackages> {
  const stem = `terraform-provider-${type}_${release.version}`;
  const files = new Map<string, Buffer>();
  const platforms = release.platforms ?? PLATFORMS;
  for (const platform of platforms) files.set(`${stem}_${platform}.zip`, zipOf(type, release, platform));
  const manifest = Buffer.from(
    JSON.stringify({ version: 1, metadata: { protocol_versions: release.protocols ?? ["5.0"] } }),
  );
  const sums = sumsOf(release, new Map([...files, [`${stem}_manifest.json`, manifest]]));
  const answers = new Map<string, Record<string, unknown>>();
  for (const platform of platforms) {
    const name = `${stem}_${platform}.zip`;
    const [os, arch] = platform.split("_");
    const answer = {
      protocols: release.protocols ?? ["5.0"],
      os,
      arch,
      filename: name,
      download_url: `${base}${name}`,
      shasums_url: `${base}${stem}_SHA256SUMS`,
      shasums_signature_url: `${base}${stem}_SHA256SUMS.sig`,
      shasum: sha256(files.get(name) ?? Buffer.alloc(0)),
      signing_keys: { gpg_public_keys: announced(release, keys) },
    };
    answers.set(platform, release.answer?.(answer, platform) ?? answer);
  }
  files.set(`${stem}_manifest.json`, manifest);
  if (release.checksums !== "missing") files.set(`${stem}_SHA256SUMS`, sums);
  const signature = await signatureOf(release, keys[release.signedBy ?? "trusted"], sums);
  if (signature !== undefined) files.set(`${stem}_SHA256SUMS.sig`, signature);
  return { files, answers };
}

function announced(release: ProviderRelease, keys: Readonly<Record<KeyKind, SigningKey>>): Record<string, string>[] {
  return (release.announcedKeys ?? [release.signedBy ?? "trusted"]).map((kind) => ({
    key_id: keys[kind].keyId,
    ascii_armor: keys[kind].armored,
    trust_signature: "",
    source: "",
  }));
}

function zipOf(type: string, release: ProviderRelease, platform: string): Buffer {
  const given = release.zip?.(platform);
  if (given !== undefined) return Buffer.from(given);
  const end = platform.startsWith("windows") ? ".exe" : "";
  const program = `terraform-provider-${type}_v${release.version}${end}`;
  const files = { [program]: `#!/bin/sh\necho ${type} ${release.version} for ${platform}\n`, ...release.files };
  return zip(
    Object.entries(files).map(([name, content]): ZipMember => {
      if (name.endsWith("/")) return { name, type: "directory", mode: 0o755, method: "store" };
      return { name, content, mode: name === program ? 0o755 : 0o644 };
    }),
  );
}

function sumsOf(release: ProviderRelease, files: ReadonlyMap<string, Buffer>): Buffer {
  const checksums = release.checksums ?? "good";
  const lines = [...files].flatMap(([name, bytes]) => {
    const good = `${sha256(bytes)}  ${name}`;
    if (!name.endsWith(".zip") || checksums === "good" || checksums === "missing") return [good];
    if (checksums === "garbage") return [`not a checksum of ${name}`];
    if (checksums === "not-listed") return [];
    const wrong = `${"0".repeat(64)}  ${name}`;
    return checksums === "twice" ? [good, wrong] : [wrong];
  });
  return Buffer.from(`${lines.join("\n")}\n`);
}

async function signatureOf(release: ProviderRelease, key: SigningKey, sums: Buffer): Promise<Buffer | undefined> {
  switch (release.signature ?? "good") {
    case "good":
      return key.sign(sums);
    case "armored":
      return key.sign(sums, "armored");
    case "other-data":
      return key.sign(Buffer.from("something else\n"));
    case "garbage":
      return Buffer.from("no signature");
    case "empty":
      return Buffer.alloc(0);
    case "missing":
    default:
      return undefined;
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
