/**
 * Fetches what a vendor or a mirror publishes: the list of releases, and one release with its checksums and signature.
 * A release is verified here, before anything else sees it. It writes only into the directory it is given.
 */
import { open, writeFile } from "node:fs/promises";
import path from "node:path";
import { Failure } from "@handrail/runner";
import { DownloadError } from "./install-download-error.ts";
import { createDownloader, type Downloader } from "./install-http.ts";
import { trustIn } from "./install-keys.ts";
import { SignatureError, verifySignature } from "./install-openpgp.ts";
import type { InstallerOptions } from "./install-options.ts";
import { extractProgram, findProgram, ZipError } from "./install-zip.ts";
import { findChecksum, parseIndex, releaseFiles, releasePlaces, VENDOR_HOSTS } from "./releases.ts";
import { renderVersion, type Version } from "./version.ts";

const INDEX_LIMIT = 64 << 20;
const SUMS_LIMIT = 1 << 20;
const SIGNATURE_LIMIT = 64 << 10;
const ZIP_LIMIT = 256 << 20;

function downloaderOf(options: InstallerOptions): Downloader {
  const { releasesUrl, product, environment, clock, log, signal } = options;
  const rules =
    releasesUrl === undefined ? { hosts: VENDOR_HOSTS[product] } : { origin: new URL(releasesUrl).origin, hosts: [] };
  return createDownloader({ rules, environment, clock, log, signal });
}

/** See Installer.list. */
export async function listReleases(options: InstallerOptions): Promise<Version[]> {
  const downloader = downloaderOf(options);
  const { index } = releasePlaces(options.product, options.releasesUrl);
  const { bytes, place } = await firstFound(
    index,
    (url) => downloader.bytes(url, INDEX_LIMIT),
    `The list of ${options.product} releases`,
  );
  const versions = parseIndex(options.product, parseJson(bytes), options.platform);
  if (versions !== undefined) return versions;
  throw new Failure({
    reason: "download-failed",
    what: `${shown(place)} is not a list of releases${isHtml(bytes) ? " but an HTML page" : ""}`,
    remedy: "Check the input releases-url, and whether a proxy or a login page answers in the server's place.",
  });
}

/**
 * Fetches a release into an empty directory and verifies it: then the directory holds the zip, its checksums, their
 * signature and the program. Rejects with a Failure; the directory is then worth nothing.
 */
export async function fetchRelease(options: InstallerOptions, version: Version, directory: string): Promise<void> {
  const downloader = downloaderOf(options);
  const files = releaseFiles(options.product, version, options.platform);
  const name = `${options.product} ${renderVersion(version)}`;
  const places = releasePlaces(options.product, options.releasesUrl).directory(version);
  const sums = await firstFound(places, (url) => downloader.bytes(`${url}${files.sums}`, SUMS_LIMIT), name);
  const fetched = { name, url: sums.place };
  const signature = await orFailure(fetched, files.signature, () =>
    downloader.bytes(`${sums.place}${files.signature}`, SIGNATURE_LIMIT),
  );
  await checkSignature(options, fetched, sums.bytes, signature);
  const zip = path.join(directory, files.zip);
  const { sha256, size } = await orFailure(fetched, files.zip, () =>
    downloader.file(`${sums.place}${files.zip}`, zip, ZIP_LIMIT),
  );
  const expected = findChecksum(sums.bytes.toString("latin1"), files.zip);
  if (expected === undefined) throw unverified(fetched, `${files.sums} does not have one checksum of ${files.zip}`);
  if (sha256 !== expected) {
    const hint = (await isHtmlFile(zip)) ? ": an HTML page was sent in its place" : "";
    throw unverified(
      fetched,
      `${files.zip} (${size} bytes) has the SHA-256 ${sha256}, but ${expected} was signed${hint}`,
    );
  }
  try {
    await extractProgram(zip, await findProgram(zip, files.program), path.join(directory, files.program));
  } catch (error) {
    throw error instanceof ZipError ? unverified(fetched, `${files.zip} ${error.message}`) : error;
  }
  await writeFile(path.join(directory, files.sums), sums.bytes);
  await writeFile(path.join(directory, files.signature), signature);
}

type Fetched = { name: string; url: string };

async function checkSignature(
  options: InstallerOptions,
  fetched: Fetched,
  data: Buffer,
  signature: Buffer,
): Promise<void> {
  const trust = trustIn(options.product, options.signingKey, options.clock.now());
  try {
    const { fingerprint, warnings } = await verifySignature({ data, signature, ...trust });
    for (const warning of warnings) options.log.warning(warning);
    options.log.info(`The checksums of ${fetched.name} are signed by ${fingerprint}`);
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error;
    const hint = isHtml(data) || isHtml(signature) ? "; an HTML page was sent in its place" : "";
    throw unverified(fetched, `the signature of its checksums does not verify: ${error.message}${hint}`);
  }
}

/** The first place that has the file; the others answered 404. */
async function firstFound(
  places: readonly string[],
  fetch: (place: string) => Promise<Buffer>,
  name: string,
): Promise<{ bytes: Buffer; place: string }> {
  for (const place of places) {
    try {
      return { bytes: await fetch(place), place };
    } catch (error) {
      if (!isMissing(error)) throw downloadFailure({ name, url: place }, error);
    }
  }
  throw new Failure({
    reason: "not-found",
    what: `${name} was not found at ${places.map(shown).join(" and ")}`,
    remedy: "Check the version that is asked for, and the input releases-url when it names a mirror.",
  });
}

async function orFailure<T>(fetched: Fetched, file: string, fetch: () => Promise<T>): Promise<T> {
  try {
    return await fetch();
  } catch (error) {
    if (!isMissing(error)) throw downloadFailure(fetched, error);
    if (file.endsWith(".zip")) throw notBuilt(fetched, file);
    throw unverified(fetched, `there is no signature ${file}`);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof DownloadError && (error.status === 404 || error.status === 410);
}

function downloadFailure(fetched: Fetched, error: unknown): unknown {
  if (!(error instanceof DownloadError)) return error;
  const isRefused = error.status === 401 || error.status === 403;
  return new Failure({
    reason: "download-failed",
    what: `${fetched.name} could not be downloaded from ${error.url ?? shown(fetched.url)}: ${error.message}`,
    remedy: isRefused
      ? "Check that the runner may read there: an IP allow-list, or credentials in the URL of a private mirror."
      : "Check the network, HTTPS_PROXY and NO_PROXY, and the input releases-url; then run the job again.",
    cause: error,
  });
}

function notBuilt(fetched: Fetched, file: string): Failure {
  return new Failure({
    reason: "not-found",
    what: `${fetched.name} has no ${file} at ${shown(fetched.url)}`,
    remedy: "Ask for a version that was built for this platform, or run the job on another one.",
  });
}

function unverified(fetched: Fetched, why: string): Failure {
  return new Failure({
    reason: "verification-failed",
    what: `${fetched.name} from ${shown(fetched.url)} was not installed: ${why}`,
    remedy:
      "Do not use this copy. Check releases-url and signing-key; a mirror must serve the files as they were signed.",
  });
}

async function isHtmlFile(file: string): Promise<boolean> {
  const handle = await open(file, "r");
  try {
    const start = Buffer.alloc(128);
    const { bytesRead } = await handle.read(start);
    return isHtml(start.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

function isHtml(bytes: Buffer): boolean {
  return /^\s{0,64}<(?:!doctype|html)/i.test(bytes.subarray(0, 128).toString("latin1"));
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** A URL without credentials. */
function shown(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
