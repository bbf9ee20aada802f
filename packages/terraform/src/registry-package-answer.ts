/**
 * What a registry says of one package of a provider, parsed and checked against what was asked for. Pure.
 * https://developer.hashicorp.com/terraform/internals/provider-registry-protocol#find-a-provider-package
 */
import { read } from "@handrail/runner";

/** Something in an answer or a package that must not be locked; the message completes "it cannot be trusted: …". */
export class TamperError extends Error {
  override readonly name = "TamperError";
}

/** A package as its registry describes it. URLs are absolute. */
export type PackageAnswer = {
  filename: string;
  zip: string;
  sums: string;
  signature: string;
  /** SHA-256 of the zip, lower-case hex. */
  sha256: string;
  /** Armored public keys. */
  keys: string[];
  /** Hashes of all platforms, from registries that tell them (OpenTofu's). */
  hashes: ReadonlyMap<string, readonly string[]>;
};

/** What was asked for. */
export type AskedPackage = { type: string; version: string; platform: string };

const SHA256 = /^[0-9a-f]{64}$/i;
const MOST_KEYS = 50;

/** Parses an answer that came from `base`. Throws a {@link TamperError}. */
export function parsePackageAnswer(json: unknown, base: URL, asked: AskedPackage): PackageAnswer {
  const platform = `${text(json, "os")}_${text(json, "arch")}`;
  if (platform !== asked.platform) throw new TamperError(`it answers for ${quoted(platform)}`);
  const filename = text(json, "filename");
  checkName(filename, asked);
  const sha256 = text(json, "shasum");
  if (!SHA256.test(sha256)) throw new TamperError("its shasum is no SHA-256");
  return {
    filename,
    zip: absolute(json, "download_url", base),
    sums: absolute(json, "shasums_url", base),
    signature: absolute(json, "shasums_signature_url", base),
    sha256: sha256.toLowerCase(),
    keys: keysOf(read(json, "signing_keys", "gpg_public_keys")),
    hashes: hashesOf(read(json, "packages")),
  };
}

/** A good signature says that the maker made the file, not that it is the version and the platform that was asked for. */
function checkName(filename: string, { version, platform }: AskedPackage): void {
  if (!/^[0-9A-Za-z][0-9A-Za-z._+-]{0,250}$/.test(filename)) throw new TamperError("its filename is none");
  const [, named, os, arch] = /_v?([0-9][0-9A-Za-z.+-]*)_([a-z0-9]+)_([a-z0-9]+)\.zip$/.exec(filename) ?? [];
  if (named === undefined) return;
  if (named !== version || `${os}_${arch}` !== platform)
    throw new TamperError(`its file is ${filename}, which is another version or platform`);
}

function text(json: unknown, key: string): string {
  const value = read(json, key);
  if (typeof value !== "string" || value === "") throw new TamperError(`it has no ${key}`);
  return value;
}

function absolute(json: unknown, key: string, base: URL): string {
  const url = URL.parse(text(json, key), base.href);
  if (url === null || !/^https?:$/.test(url.protocol)) throw new TamperError(`its ${key} is no URL`);
  return url.href;
}

function keysOf(list: unknown): string[] {
  const keys = Array.isArray(list) ? list.slice(0, MOST_KEYS) : [];
  return keys.flatMap((key: unknown) => {
    const armor = read(key, "ascii_armor");
    return typeof armor === "string" && armor !== "" ? [armor] : [];
  });
}

function hashesOf(packages: unknown): Map<string, string[]> {
  const known = new Map<string, string[]>();
  if (typeof packages !== "object" || packages === null) return known;
  for (const [platform, entry] of Object.entries(packages)) {
    const hashes = read(entry, "hashes");
    if (!Array.isArray(hashes)) continue;
    known.set(
      platform,
      hashes.filter((hash: unknown): hash is string => typeof hash === "string" && HASH.test(hash)),
    );
  }
  return known;
}

const HASH = /^(?:h1:[0-9A-Za-z+/]{43}=|zh:[0-9a-f]{64})$/;

/** The SHA-256 sums of a SHA256SUMS file, in its order; a file that is listed twice counts once when the sums agree. */
export function parseSums(document: string): ReadonlyMap<string, string> {
  const sums = new Map<string, string>();
  for (const line of document.split("\n")) {
    if (line.trim() === "") continue;
    const [sum = "", file = ""] = line.trim().split(/\s+/, 2);
    // terraform takes no hash at all from a file with any other line.
    if (!SHA256.test(sum) || file === "") throw new TamperError("its SHA256SUMS is no list of sums");
    const known = sums.get(file);
    if (known !== undefined && known !== sum.toLowerCase())
      throw new TamperError(`its SHA256SUMS lists ${quoted(file)} twice`);
    sums.set(file, sum.toLowerCase());
  }
  return sums;
}

function quoted(value: string): string {
  return JSON.stringify(value.slice(0, 100));
}
