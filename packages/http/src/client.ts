/**
 * The effect door of @handrail/http: one exchange on a connection of its own, over node:http and node:https. It follows no
 * redirect, repeats nothing and remembers nothing.
 */
import { Agent as HttpAgent, request as httpRequest } from "node:http";
import type { ClientRequest, IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { DeadlineError, errorCode, proxyFor, proxyOptions, withDeadline } from "@handrail/runner";
import type { Clock } from "@handrail/runner";
import { HttpFault } from "./exchange.ts";
import type { Exchange, HttpAnswer, HttpRequest } from "./exchange.ts";

/** What the door is opened with. */
export type HttpOptions = {
  clock: Clock;
  /** Ends exchanges under way, but for those that are made even when cancelled. */
  signal: AbortSignal;
  /** Where HTTPS_PROXY, HTTP_PROXY and NO_PROXY are read. */
  environment: Readonly<Record<string, string | undefined>>;
};

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 1_048_576;
/** What Node.js and the system call errors: `ECONNRESET`, `CERT_HAS_EXPIRED`, `HPE_INVALID_CONSTANT`. */
const CODE = /^[A-Z][A-Z0-9_]{1,60}$/;

/** Opens the door. Nothing is sent before the first exchange. */
export function createExchange(options: HttpOptions): Exchange {
  return async (request) => {
    const url = URL.parse(request.url);
    if (url === null || (url.protocol !== "https:" && url.protocol !== "http:"))
      throw toFault(request, "ERR_INVALID_URL");
    const proxy = proxyFor(url, options.environment);
    const through = proxyOptions(proxy, process.versions.node);
    const agent = url.protocol === "https:" ? new HttpsAgent(through) : new HttpAgent(through);
    const limits = {
      clock: options.clock,
      ms: request.timeoutMs ?? TIMEOUT_MS,
      signal: request.evenWhenCancelled === true ? undefined : options.signal,
    };
    try {
      return await withDeadline(limits, (signal) => exchange(url, request, agent, signal));
    } catch (error) {
      if (limits.signal?.aborted === true) throw limits.signal.reason;
      // The text of a proxy's error can hold the proxy's URL.
      throw toFault(request, codeOf(error), proxy === undefined ? error : undefined);
    } finally {
      agent.destroy();
    }
  };
}

async function exchange(url: URL, asked: HttpRequest, agent: HttpAgent, signal: AbortSignal): Promise<HttpAnswer> {
  const send = url.protocol === "https:" ? httpsRequest : httpRequest;
  const length = asked.body === undefined ? {} : { "content-length": String(Buffer.byteLength(asked.body)) };
  const own = { "user-agent": "handrail", accept: "*/*", "accept-encoding": "identity" };
  const given = Object.entries(asked.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
  const headers = { ...own, ...Object.fromEntries(given), ...length };
  const response = await respond(send(url, { method: asked.method, headers, agent, signal }), asked.body);
  const text = await readBody(response, asked.maxBytes ?? MAX_BYTES);
  return { status: response.statusCode ?? 0, headers: flatten(response), text };
}

function respond(request: ClientRequest, body: string | undefined): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once("response", resolve);
    request.on("error", reject);
    request.once("close", () => reject(new Error("closed")));
    request.end(body);
  });
}

/** The beginning of the body; what is beyond the limit is never read. */
async function readBody(response: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= maxBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, maxBytes).toString();
}

function flatten(response: IncomingMessage): Record<string, string> {
  const headers: [string, string][] = [];
  for (const [name, value] of Object.entries(response.headers)) {
    if (value !== undefined) headers.push([name, Array.isArray(value) ? value.join(", ") : value]);
  }
  return Object.fromEntries(headers);
}

function codeOf(error: unknown): string {
  if (error instanceof DeadlineError) return "TIMEOUT";
  const code = errorCode(error) ?? "";
  return CODE.test(code) ? code : "ECONNRESET";
}

/** Names the host only: a path or a query can hold a secret. */
function toFault({ method, url }: HttpRequest, code: string, cause?: unknown): HttpFault {
  return new HttpFault({ method, host: URL.parse(url)?.host ?? "an address that is no URL", code, cause });
}
