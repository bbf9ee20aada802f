/**
 * One download over node's own http and https: retried when its failure is passing, ended when it is silent or takes too
 * long, redirected only where its gate lets it go. It does not know whom it asks; nothing goes elsewhere. Loaded only
 * when something must be fetched.
 */
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { request as httpRequest, type ClientRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { connect } from "node:tls";
import type { Clock, Log } from "@handrail/runner";
import { DownloadError } from "./install-download-error.ts";
import { openTunnel, proxyFor, proxyHeaders } from "./install-proxy.ts";

/** What a request may do at a URL. */
export type Way = {
  headers?: Readonly<Record<string, string>>;
  /** Resolves the host in the place of the system; not asked when a proxy connects. */
  lookup?: LookupFunction;
};

/**
 * Decides before every hop whether the URL may be asked, and how; throws a {@link DownloadError} when it may not. `hop` is 0
 * for `start` itself, and counts the redirects.
 */
export type Gate = (url: URL, start: URL, hop: number) => Way | Promise<Way>;

/** What a transfer works with. `random` gives numbers from 0 to 1. */
export type TransferOptions = {
  gate: Gate;
  mostRedirects: number;
  userAgent: string;
  /** Milliseconds without a byte after which it is ended. */
  silenceMs: number;
  /** Milliseconds after which one try is ended. */
  deadlineMs: number;
  /** For the proxy variables. */
  environment: Readonly<Record<string, string | undefined>>;
  clock: Clock;
  log: Log;
  /** Ends every transfer; the promise rejects with its reason. */
  signal: AbortSignal;
  random?: (() => number) | undefined;
};

/** An answer with status 200, where it came from in the end, and how far its body was read: what the watch looks at. */
export type TransferAnswer = { message: IncomingMessage; url: URL; progress: { bytes: number } };

const TRIES = 4;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 20_000;

/**
 * Asks for a URL and hands an answer with status 200 to `read`, which may be called again when a try fails in passing.
 * Rejects with a {@link DownloadError} that names the URL, or with the reason of the signal.
 */
export async function transfer<T>(
  options: TransferOptions,
  url: string,
  read: (answer: TransferAnswer) => Promise<T>,
): Promise<T> {
  const random = options.random ?? Math.random;
  for (let attempt = 1; ; attempt += 1) {
    options.signal.throwIfAborted();
    try {
      return await tryOnce(options, new URL(url), read);
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
  options: TransferOptions,
  url: URL,
  read: (answer: TransferAnswer) => Promise<T>,
): Promise<T> {
  const ending = new AbortController();
  const signal = AbortSignal.any([options.signal, ending.signal]);
  const progress = { bytes: 0 };
  const watching = watch(options, progress, ending);
  try {
    const answer = await follow(options, url, signal);
    return await read({ ...answer, progress });
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
  { clock, silenceMs, deadlineMs }: TransferOptions,
  progress: { bytes: number },
  ending: AbortController,
): Promise<void> {
  const started = clock.monotonic();
  let seen = -1;
  while (!ending.signal.aborted) {
    const rest = deadlineMs - (clock.monotonic() - started);
    await clock.sleep(Math.max(0, Math.min(silenceMs, rest)), ending.signal).catch(() => undefined);
    if (progress.bytes === seen) {
      ending.abort(new DownloadError(`nothing came for ${silenceMs / 1000} seconds`, { isPassing: true }));
    } else if (clock.monotonic() - started >= deadlineMs) {
      ending.abort(new DownloadError(`it took longer than ${deadlineMs / 1000} seconds`, { isPassing: true }));
    }
    seen = progress.bytes;
  }
}

/** Sends the request and follows redirects, each of them only where the gate lets it. */
async function follow(
  options: TransferOptions,
  start: URL,
  signal: AbortSignal,
): Promise<{ message: IncomingMessage; url: URL }> {
  let url = start;
  for (let hop = 0; hop <= options.mostRedirects; hop += 1) {
    const way = await options.gate(url, start, hop);
    signal.throwIfAborted();
    const message = await send(options, url, way, signal);
    const status = message.statusCode ?? 0;
    if (status === 200) return { message, url };
    message.destroy();
    const target = status >= 300 && status < 400 ? message.headers.location : undefined;
    if (target === undefined) throw DownloadError.forStatus(status, message.headers["retry-after"]);
    const next = URL.parse(target, url.href);
    if (next === null) throw new DownloadError(`it was redirected with status ${status} to something that is no URL`);
    url = next;
  }
  throw new DownloadError(`it was redirected more than ${options.mostRedirects} times`);
}

/** A URL without what may be secret in it: credentials, and the signature in the query of an asset host. */
export function shown(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`;
}

async function send(
  { userAgent, environment }: TransferOptions,
  url: URL,
  way: Way,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const headers = { accept: "*/*", "accept-encoding": "identity", "user-agent": userAgent, ...way.headers };
  const proxy = proxyFor(url, environment);
  if (proxy === undefined) {
    const lookup = way.lookup === undefined ? {} : { lookup: way.lookup };
    return answerOf((url.protocol === "https:" ? httpsRequest : httpRequest)(url, { headers, signal, ...lookup }));
  }
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

/** The whole body, of at most `limit` bytes. */
export async function readBytes(answer: TransferAnswer, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await consume(answer, limit, async (chunk) => void chunks.push(chunk));
  return Buffer.concat(chunks);
}

/** Writes the body into a new file; what was written before a failed try is overwritten. */
export async function save(
  answer: TransferAnswer,
  path: string,
  limit: number,
): Promise<{ sha256: string; size: number }> {
  const hash = createHash("sha256");
  const file = await open(path, "w", 0o644);
  try {
    const size = await consume(answer, limit, async (chunk) => {
      hash.update(chunk);
      await file.writeFile(chunk);
    });
    return { sha256: hash.digest("hex"), size };
  } finally {
    await file.close();
  }
}

async function consume(answer: TransferAnswer, limit: number, take: (chunk: Buffer) => Promise<void>): Promise<number> {
  const announced = Number(answer.message.headers["content-length"] ?? 0);
  if (announced > limit)
    throw new DownloadError(`the answer has ${announced} bytes, more than the ${limit} that are allowed`);
  let size = 0;
  for await (const chunk of answer.message as AsyncIterable<Buffer>) {
    size += chunk.length;
    answer.progress.bytes = size;
    if (size > limit) throw new DownloadError(`the answer has more than the ${limit} bytes that are allowed`);
    await take(chunk);
  }
  return size;
}
