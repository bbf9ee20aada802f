/**
 * Downloads of releases: where they may go is decided before every hop, how much they may read and how long they may take
 * is limited. It trusts nothing it reads: verifying is done elsewhere. Loaded only when something must be fetched.
 */
import type { Clock, Log } from "@handrail/runner";
import { DownloadError } from "./install-download-error.ts";
import { type Gate, readBytes, save, shown, transfer, type TransferOptions } from "./transfer.ts";

/** Where requests may go: one origin as it was named in an input, and hosts by https on their usual port. */
export type DownloadRules = { readonly origin?: string | undefined; readonly hosts: readonly string[] };

/** What a downloader works with. `random` gives numbers from 0 to 1. */
export type DownloaderOptions = {
  rules: DownloadRules;
  /** For the proxy variables. */
  environment: Readonly<Record<string, string | undefined>>;
  clock: Clock;
  log: Log;
  /** Ends every download; the promise rejects with its reason. */
  signal: AbortSignal;
  random?: () => number;
};

/** Fetches URLs. Both reject with a {@link DownloadError}; `limit` is in bytes. */
export interface Downloader {
  bytes(url: string, limit: number): Promise<Buffer>;
  /** Writes into a new file; what was written before a failed try is overwritten, a file that is left is worthless. */
  file(url: string, path: string, limit: number): Promise<{ sha256: string; size: number }>;
}

/** A transfer that brings nothing for this long is given up. */
const SILENCE_MS = 30_000;
const SMALL_DEADLINE_MS = 60_000;
const FILE_DEADLINE_MS = 15 * 60_000;
const MOST_REDIRECTS = 5;

/** Creates a downloader. Its requests carry no credentials but those in the URL itself. */
export function createDownloader(options: DownloaderOptions): Downloader {
  const { rules, ...rest } = options;
  const how = (deadlineMs: number): TransferOptions => ({
    ...rest,
    gate: gateOf(rules, options.log),
    mostRedirects: MOST_REDIRECTS,
    userAgent: "handrail-terraform-setup",
    silenceMs: SILENCE_MS,
    deadlineMs,
  });
  return {
    bytes: (url, limit) => transfer(how(SMALL_DEADLINE_MS), url, (answer) => readBytes(answer, limit)),
    file: (url, path, limit) => transfer(how(FILE_DEADLINE_MS), url, (answer) => save(answer, path, limit)),
  };
}

function gateOf(rules: DownloadRules, log: Log): Gate {
  return (url, start, hop) => {
    if (!isAllowed(url, rules)) throw refusedHop(log, start, url, hop);
    return {};
  };
}

function isAllowed(url: URL, rules: DownloadRules): boolean {
  if (url.origin === rules.origin) return true;
  return url.protocol === "https:" && url.port === "" && rules.hosts.includes(url.hostname);
}

function refusedHop(log: Log, start: URL, url: URL, hop: number): DownloadError {
  const why = url.protocol === "https:" ? "another host" : "something that is not https on an allowed host";
  if (hop > 0) log.warning(`Refused a redirect from ${shown(start)} to ${shown(url)}`);
  return new DownloadError(
    hop === 0 ? `${shown(url)} is not a place that may be asked` : `it was redirected to ${why}: ${shown(url)}`,
  );
}
