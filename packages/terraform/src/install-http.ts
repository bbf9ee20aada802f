/**
 * Downloads over node's own http and https: where it may go is decided before every hop, how much it may read and how
 * long it may take is limited, and what failed in passing is tried again. It trusts nothing it reads: verifying is done
 * elsewhere. Loaded only when something must be fetched.
 */
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { request as httpRequest, type ClientRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP } from "node:net";
import { connect } from "node:tls";
import type { Clock, Log } from "@handrail/runner";
import { DownloadError } from "./install-download-error.ts";
import { openTunnel, proxyFor, proxyHeaders } from "./install-proxy.ts";

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

const TRIES = 4;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 20_000;
/** A transfer that brings nothing for this long is given up. */
const SILENCE_MS = 30_000;
const SMALL_DEADLINE_MS = 60_000;
const FILE_DEADLINE_MS = 15 * 60_000;
const MOST_REDIRECTS = 5;

/** Creates a downloader. Its requests carry no credentials but those in the URL itself. */
export function createDownloader(options: DownloaderOptions): Downloader {
  return {
    bytes: (url, limit) =>
      retry(options, url, SMALL_DEADLINE_MS, async (response) => {
        const chunks: Buffer[] = [];
        await consume(response, limit, async (chunk) => void chunks.push(chunk));
        return Buffer.concat(chunks);
      }),
    file: (url, path, limit) => retry(options, url, FILE_DEADLINE_MS, (response) => save(response, path, limit)),
  };
}

async function save(response: Response, path: string, limit: number): Promise<{ sha256: string; size: number }> {
  const hash = createHash("sha256");
  const file = await open(path, "w", 0o644);
  try {
    const size = await consume(response, limit, async (chunk) => {
      hash.update(chunk);
      await file.writeFile(chunk);
    });
    return { sha256: hash.digest("hex"), size };
  } finally {
    await file.close();
  }
}

/** An answer with status 200, and how far its body was read: what the watch looks at. */
type Response = { message: IncomingMessage; progress: { bytes: number } };

async function consume(response: Response, limit: number, take: (chunk: Buffer) => Promise<void>): Promise<number> {
  const announced = Number(response.message.headers["content-length"] ?? 0);
  if (announced > limit)
    throw new DownloadError(`the answer has ${announced} bytes, more than the ${limit} that are allowed`);
  let size = 0;
  for await (const chunk of response.message as AsyncIterable<Buffer>) {
    size += chunk.length;
    response.progress.bytes = size;
    if (size > limit) throw new DownloadError(`the answer has more than the ${limit} bytes that are allowed`);
    await take(chunk);
  }
  return size;
}

async function retry<T>(
  options: DownloaderOptions,
  url: string,
  deadlineMs: number,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const random = options.random ?? Math.random;
  for (let attempt = 1; ; attempt += 1) {
    options.signal.throwIfAborted();
    try {
      return await tryOnce(options, new URL(url), deadlineMs, read);
    } catch (error) {
      options.signal.throwIfAborted();
      const failure = DownloadError.from(error);
      if (!failure.isPassing || attempt === TRIES) throw failure.at(shown(new URL(url)));
      const delay = Math.max(failure.retryAfterMs, random() * FIRST_DELAY_MS * 2 ** (attempt - 1));
      options.log.info(`Try ${attempt} of ${TRIES} to fetch ${shown(new URL(url))} failed: ${failure.message}`);
      await options.clock.sleep(Math.min(delay, LONGEST_DELAY_MS), options.signal);
    }
  }
}

async function tryOnce<T>(
  options: DownloaderOptions,
  url: URL,
  deadlineMs: number,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const ending = new AbortController();
  const signal = AbortSignal.any([options.signal, ending.signal]);
  const progress = { bytes: 0 };
  const watching = watch(options.clock, progress, deadlineMs, ending);
  try {
    const message = await follow(options, url, signal);
    return await read({ message, progress });
  } catch (error) {
    // node reports an abort in words of its own; the reason is what we gave.
    throw ending.signal.aborted ? ending.signal.reason : error;
  } finally {
    ending.abort(new DownloadError("the download was ended"));
    await watching;
  }
}

/** Ends a transfer that is silent or takes too long. Settles as soon as the transfer has ended. */
async function watch(
  clock: Clock,
  progress: { bytes: number },
  deadlineMs: number,
  ending: AbortController,
): Promise<void> {
  const started = clock.monotonic();
  let seen = -1;
  while (!ending.signal.aborted) {
    const rest = deadlineMs - (clock.monotonic() - started);
    await clock.sleep(Math.max(0, Math.min(SILENCE_MS, rest)), ending.signal).catch(() => undefined);
    if (progress.bytes === seen) {
      ending.abort(new DownloadError(`nothing came for ${SILENCE_MS / 1000} seconds`, { isPassing: true }));
    } else if (clock.monotonic() - started >= deadlineMs) {
      ending.abort(new DownloadError(`it took longer than ${deadlineMs / 1000} seconds`, { isPassing: true }));
    }
    seen = progress.bytes;
  }
}

/** Sends the request and follows redirects, each of them only where the rules allow it. */
async function follow(options: DownloaderOptions, start: URL, signal: AbortSignal): Promise<IncomingMessage> {
  let url = start;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    if (!isAllowed(url, options.rules)) throw refusedHop(options.log, start, url, hop);
    const message = await send(url, options.environment, signal);
    const status = message.statusCode ?? 0;
    if (status === 200) return message;
    message.destroy();
    const target = status >= 300 && status < 400 ? message.headers.location : undefined;
    if (target === undefined) throw DownloadError.forStatus(status, message.headers["retry-after"]);
    const next = URL.parse(target, url.href);
    if (next === null) throw new DownloadError(`it was redirected with status ${status} to something that is no URL`);
    url = next;
  }
  throw new DownloadError(`it was redirected more than ${MOST_REDIRECTS} times`);
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

/** A URL without what may be secret in it: credentials, and the signature in the query of an asset host. */
function shown(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`;
}

async function send(
  url: URL,
  environment: DownloaderOptions["environment"],
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const headers = { accept: "*/*", "accept-encoding": "identity", "user-agent": "handrail-terraform-setup" };
  const proxy = proxyFor(url, environment);
  if (proxy === undefined)
    return answerOf((url.protocol === "https:" ? httpsRequest : httpRequest)(url, { headers, signal }));
  if (url.protocol === "http:") {
    const host = {
      host: proxy.hostname.replace(/^\[|\]$/g, ""),
      port: proxy.port === "" ? 80 : Number(proxy.port),
      path: url.href,
    };
    return answerOf(
      httpRequest({ ...host, headers: { ...headers, host: url.host, ...proxyHeaders(proxy) }, agent: false, signal }),
    );
  }
  const socket = await openTunnel(proxy, url, signal);
  const servername = isIP(url.hostname) === 0 ? { servername: url.hostname } : {};
  // Without an agent node takes 80 for the port that need not be named.
  const secured: RequestOptions = { headers, signal, defaultPort: 443 };
  return answerOf(httpsRequest(url, { ...secured, createConnection: () => connect({ socket, ...servername }) }));
}

function answerOf(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once("response", resolve);
    request.once("error", reject);
    request.end();
  });
}
