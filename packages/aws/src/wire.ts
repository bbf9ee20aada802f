/**
 * How requests leave: kept-alive connections, the runner's proxies, and a look at every answer for AWS's time and for pages
 * that are no answers. It signs and parses nothing.
 */
import { Agent as HttpAgent, request as httpRequest } from "node:http";
import type { IncomingMessage, RequestOptions } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { types } from "node:util";
import { errorCode, Failure, proxyFor, proxyOptions } from "@handrail/runner";
import type { Clock } from "@handrail/runner";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { WireError } from "./faults.ts";

/** Of one answer. The longest that AWS gives is GetLogEvents' 1 MiB (API reference of CloudWatch Logs). */
const MAX_BYTES = 33_554_432;

/** How requests of the SDK go out. */
export type RequestHandler = Pick<
  NodeHttpHandler,
  "metadata" | "handle" | "destroy" | "updateHttpClientConfig" | "httpHandlerConfigs"
>;

/** See createWire. */
export interface Wire {
  /** For the SDK's clients. */
  readonly handler: RequestHandler;
  /** A GET of our own, for JSON; `data` is undefined when something else comes. Rejects with a WireError. */
  get(
    url: URL,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<{ status: number; data: unknown }>;
  /** AWS's time in ms since 1970 by its newest answer; the clock's own before there was one. */
  serverNow(): number;
  /** Milliseconds that AWS is ahead of the clock that the SDK signs by, which is this machine's. */
  signingOffset(): number;
}

/** Opens nothing before the first request. */
export function createWire(options: { environment: Readonly<Record<string, string | undefined>>; clock: Clock }): Wire {
  const { clock, environment } = options;
  const lanes = new Map<string, Lane>();
  const laneFor = (url: URL): Lane => {
    const proxy = proxyFor(url, environment);
    const lane = lanes.get(proxy?.href ?? "") ?? createLane(proxy);
    lanes.set(proxy?.href ?? "", lane);
    return lane;
  };
  let ahead = 0;
  let signingAhead = 0;
  const note = (headers: Readonly<Record<string, string>>): void => {
    const time = Date.parse(headers["date"] ?? "");
    // An answer with an age is a cache's.
    if (Number.isNaN(time) || headers["age"] !== undefined) return;
    ahead = time - clock.now();
    signingAhead = time - Date.now();
  };
  const handle: RequestHandler["handle"] = async (request, handling) => {
    const port = request.port === undefined ? "" : `:${request.port}`;
    const lane = laneFor(new URL(`${request.protocol}//${request.hostname}${port}`));
    try {
      const { response } = await lane.handler.handle(request, handling);
      const body = await readBody(response.body);
      if (isPage(response.headers["content-type"], body)) {
        throw new WireError(`HTTP ${response.statusCode}`, "an HTML page came in the place of an answer");
      }
      note(response.headers);
      response.body = isEmpty(body) ? new Uint8Array() : body;
      return { response };
    } catch (error) {
      throw toWireError(error, lane.isProxied);
    }
  };
  return {
    handler: {
      metadata: { handlerProtocol: "http/1.1" },
      handle,
      destroy: () => undefined,
      updateHttpClientConfig: () => undefined,
      httpHandlerConfigs: () => ({}),
    },
    get: async (url, headers, signal) => {
      const lane = laneFor(url);
      try {
        const response = await get(url, { headers, signal }, lane);
        return { status: response.statusCode ?? 0, data: parse(await readBody(response)) };
      } catch (error) {
        throw toWireError(error, lane.isProxied);
      }
    },
    serverNow: () => clock.now() + ahead,
    signingOffset: () => signingAhead,
  };
}

/** Connections that go the same way: through one proxy, or directly. */
type Lane = { isProxied: boolean; http: HttpAgent; https: HttpsAgent; handler: NodeHttpHandler };

function createLane(proxy: URL | undefined): Lane {
  // Idle connections end before a cloud's NAT forgets them silently (4 minutes on Azure).
  const common = { keepAlive: true, timeout: 30_000, ...proxyOptions(proxy, process.versions.node) };
  const [http, https] = [new HttpAgent(common), new HttpsAgent(common)];
  return {
    isProxied: proxy !== undefined,
    http,
    https,
    handler: new NodeHttpHandler({ httpAgent: http, httpsAgent: https }),
  };
}

function get(url: URL, options: RequestOptions, lane: Lane): Promise<IncomingMessage> {
  const isSecure = url.protocol === "https:";
  const send = isSecure ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = send(url, { ...options, agent: isSecure ? lane.https : lane.http });
    request.once("response", resolve);
    request.on("error", reject);
    request.end();
  });
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

async function readBody(body: AsyncIterable<Uint8Array> | undefined): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_BYTES) throw new WireError("TOO_LARGE", "the answer is larger than any of AWS");
  }
  return Buffer.concat(chunks);
}

/** Whether it is for people: proxies and gateways answer so in the place of the service. */
function isPage(type: string | undefined, body: Buffer): boolean {
  return /^text\/html\b/i.test(type ?? "") || /^\s*<(?:!doctype )?html\b/i.test(body.subarray(0, 100).toString());
}

/** Whether it says nothing, whatever notation the service has. */
function isEmpty(body: Buffer): boolean {
  return body.length < 10 && /^\s*(?:\{\s*\})?\s*$/.test(body.toString());
}

/** What a connection's error becomes. The text of a proxy's can hold the proxy's URL, and is left out. */
function toWireError(error: unknown, isProxied: boolean): Error {
  if (error instanceof Failure || error instanceof WireError) return error;
  const code = errorCode(error) ?? "";
  const text = isProxied || !(types.isNativeError(error) || error instanceof Error) ? "" : error.message;
  return new WireError(/^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : "ECONNRESET", text);
}
