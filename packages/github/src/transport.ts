/**
 * One HTTP exchange with GitHub over node:http(s). It knows limits (time, size, origins) and tells precisely what went
 * wrong; it never repeats anything. Not fetch: loading it costs as much as starting node does, and it hides errno.
 */
import { Agent as HttpAgent, request as httpRequest } from "node:http";
import type { ClientRequest, IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { TLSSocket } from "node:tls";
import { createGunzip } from "node:zlib";
import { proxyFor } from "@handrail/runner";

/** Why there is no usable answer. `code` is for people and tests: an errno, or what is wrong with the answer. */
export class TransportError extends Error {
  /** `network`: no whole answer. `garbage`: an answer that is not GitHub's. `refused`: we would not send it there. */
  readonly kind: "network" | "garbage" | "refused";
  readonly code: string;
  /** Whether the server may have seen the request. */
  readonly isSent: boolean;

  constructor(kind: TransportError["kind"], code: string, isSent: boolean, cause?: unknown) {
    super(`${kind}: ${code}`, cause === undefined ? undefined : { cause });
    this.name = "TransportError";
    this.kind = kind;
    this.code = code;
    this.isSent = isSent;
  }
}

/** What to send. */
export type Message = { method: string; url: string; headers: Readonly<Record<string, string>>; body?: string };
/** What came back: `data` is parsed JSON, or text where an error page came instead; header names are lower case. */
export type Answer = { url: string; status: number; headers: ReadonlyMap<string, string>; data: unknown };
export type Transport = (message: Message, signal?: AbortSignal) => Promise<Answer>;

export type TransportOptions = {
  /** Where requests may go: URLs whose origin and path are the start of every request's. */
  bases: readonly string[];
  /** The proxy variables. */
  environment: Readonly<Record<string, string | undefined>>;
  /** Longest time for one exchange, in milliseconds. */
  timeoutMs: number;
  /** Largest body after decompression. */
  maxBytes: number;
};

const MAX_REDIRECTS = 3;
/** The code of an answer over the size limit. */
export const TOO_LARGE = "larger than any answer of GitHub";

/** Creates a transport. It rejects with a TransportError, or with the signal's reason. */
export function createTransport(options: TransportOptions): Transport {
  const agents = new Map<string, HttpAgent>();
  const agentFor = (url: URL): HttpAgent => {
    const proxy = proxyFor(url, options.environment)?.href;
    const key = `${url.protocol} ${proxy ?? ""}`;
    const agent = agents.get(key) ?? createAgent(url.protocol, proxy);
    agents.set(key, agent);
    return agent;
  };
  return async (message, signal) => {
    let url = allow(message.url, options.bases);
    for (let redirects = 0; ; redirects += 1) {
      const answer = await exchange(url, message, agentFor(url), options, signal);
      const location = redirection(answer, message.method);
      if (location === undefined) return answer;
      if (redirects === MAX_REDIRECTS) throw new TransportError("refused", "too many redirects", true);
      url = allow(URL.parse(location, url.href)?.href ?? location, options.bases);
    }
  };
}

/** Whether a URL lies at or below one of the bases. */
export function isBelow(url: URL, bases: readonly string[]): boolean {
  return bases.some((text) => {
    const base = URL.parse(text);
    const path = base?.pathname.replace(/\/$/, "") ?? "";
    return base?.origin === url.origin && (url.pathname === path || url.pathname.startsWith(`${path}/`));
  });
}

function allow(target: string, bases: readonly string[]): URL {
  const url = URL.parse(target);
  if (url === null || url.username !== "" || url.password !== "" || !isBelow(url, bases)) {
    throw new TransportError("refused", `a URL outside of ${bases.join(" and ")}`, false);
  }
  return url;
}

/** `proxyEnv` makes node tunnel https and forward http; it came with node 24.5. */
function createAgent(protocol: string, proxy: string | undefined): HttpAgent {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (proxy !== undefined && (major < 24 || (major === 24 && minor < 5))) {
    throw new TransportError("refused", "proxies need a runner with Node.js 24.5 or newer", false);
  }
  // Idle connections end before a cloud's NAT forgets them silently (4 minutes on Azure).
  const common = { keepAlive: true, timeout: 30_000 };
  const env = proxy === undefined ? {} : { proxyEnv: { HTTP_PROXY: proxy, HTTPS_PROXY: proxy } };
  return protocol === "https:" ? new HttpsAgent({ ...common, ...env }) : new HttpAgent({ ...common, ...env });
}

function redirection(answer: Answer, method: string): string | undefined {
  const { status } = answer;
  if (status !== 307 && status !== 308 && !((status === 301 || status === 302) && method === "GET")) return undefined;
  return answer.headers.get("location");
}

/** Sends one request and reads its whole answer within the limits. */
async function exchange(
  url: URL,
  message: Message,
  agent: HttpAgent,
  options: TransportOptions,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  signal?.throwIfAborted();
  const state = { isSent: false, isLate: false };
  const send = url.protocol === "https:" ? httpsRequest : httpRequest;
  const length = message.body === undefined ? {} : { "content-length": String(Buffer.byteLength(message.body)) };
  const request = send(url, {
    method: message.method,
    headers: { ...message.headers, ...length, "accept-encoding": "gzip" },
    agent,
  });
  const abort = (): void => void request.destroy();
  const timer = setTimeout(() => {
    state.isLate = true;
    request.destroy();
  }, options.timeoutMs);
  signal?.addEventListener("abort", abort, { once: true });
  try {
    const response = await respond(request, message.body, state);
    return toAnswer(url.href, response, await readBody(response, options.maxBytes));
  } catch (error) {
    if (signal?.aborted === true) throw signal.reason;
    if (error instanceof TransportError) throw error;
    const hasProxy = proxyFor(url, options.environment) !== undefined;
    // The text of a proxy's error can hold the proxy's URL with its password.
    const cause = hasProxy ? undefined : error;
    throw new TransportError("network", state.isLate ? "ETIMEDOUT" : errorCode(error), state.isSent, cause);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}

/** Sends the body and waits for the answer's head; notes the moment from which the server may act. */
function respond(
  request: ClientRequest,
  body: string | undefined,
  state: { isSent: boolean },
): Promise<IncomingMessage> {
  const markSent = (): void => {
    state.isSent = true;
  };
  request.once("socket", (socket) => {
    if (socket.connecting) socket.once(socket instanceof TLSSocket ? "secureConnect" : "connect", markSent);
    else markSent();
  });
  return new Promise((resolve, reject) => {
    request.once("response", resolve);
    request.on("error", reject);
    request.once("close", () => reject(new Error("closed")));
    request.end(body);
  });
}

function errorCode(error: unknown): string {
  const code: unknown = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "string" && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : "ECONNRESET";
}

/** The decoded body. A compressed one is never unpacked further than the limit. */
async function readBody(response: IncomingMessage, maxBytes: number): Promise<string> {
  const encoding = response.headers["content-encoding"] ?? "identity";
  if (encoding !== "identity" && encoding !== "gzip") {
    response.destroy();
    throw new TransportError("garbage", "an unknown content encoding", true);
  }
  const gunzip = encoding === "gzip" ? createGunzip() : undefined;
  if (gunzip !== undefined) {
    response.on("error", (error) => gunzip.destroy(error));
    response.pipe(gunzip);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of gunzip ?? response) {
      const bytes = chunk as Buffer;
      size += bytes.length;
      if (size > maxBytes) throw new TransportError("garbage", TOO_LARGE, true);
      chunks.push(bytes);
    }
  } catch (error) {
    response.destroy();
    if (errorCode(error).startsWith("Z_")) throw new TransportError("garbage", "broken compression", true);
    throw error;
  }
  return Buffer.concat(chunks).toString();
}

/** Parses the body. A success that is neither empty nor JSON is not GitHub's; an error page may be anything. */
function toAnswer(url: string, response: IncomingMessage, text: string): Answer {
  const status = response.statusCode ?? 0;
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(response.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  if (text === "") return { url, status, headers, data: undefined };
  const isJson = /^application\/(?:[a-z0-9.-]{1,60}\+)?json\s*(?:;|$)/i.test(headers.get("content-type") ?? "");
  if (!isJson && status < 300) throw new TransportError("garbage", "not JSON but another content type", true);
  try {
    return { url, status, headers, data: isJson ? JSON.parse(text) : text };
  } catch {
    if (status < 300) throw new TransportError("garbage", "broken JSON", true);
    return { url, status, headers, data: text };
  }
}
