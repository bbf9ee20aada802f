/**
 * The one HTTP server under all test servers: loopback only, a free port, a log of requests, and answers that can also
 * be broken connections. It knows nothing of what it serves.
 */
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { WARP_HEADER } from "./warp/header.ts";

/** A request as a handler sees it and as the log keeps it. */
export type LoggedRequest = {
  /** 1, 2, 3 … in order of arrival. */
  id: number;
  method: string;
  /** Without the query. */
  path: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string>>;
  /** The raw body. */
  text: string;
  /** The body parsed as JSON; undefined when it is none. */
  body: unknown;
  /** The answer's status; undefined while it is open or when the connection was cut. */
  status: number | undefined;
  /** Name of the fault that hit it. */
  fault: string | undefined;
  /** ms since epoch. */
  at: number;
};

/** An answer: a JSON value, text or bytes; or a connection that breaks. */
export type Answer = {
  status: number;
  headers?: Record<string, string | string[]>;
  /** Objects are sent as JSON, strings and bytes as they are. */
  body?: unknown;
  /** Cuts the connection: before anything is sent, or in the middle of the body. `never`: leaves it open and says nothing. */
  cut?: "before" | "middle" | "never";
};

/** Answers a request. What it throws is answered as status 599 with the stack: a bug in the testkit. */
export type Handler = (request: LoggedRequest) => Promise<Answer> | Answer;

/** A running server. */
export interface Loopback {
  /** `http://127.0.0.1:<port>`, no slash at the end. */
  readonly url: string;
  readonly port: number;
  /** All requests so far, in order of arrival. */
  readonly requests: LoggedRequest[];
  /** Stops at once, cutting open connections. */
  close(): Promise<void>;
}

/** Starts a server on 127.0.0.1 with a free port. */
export async function startLoopback(handler: Handler): Promise<Loopback> {
  const requests: LoggedRequest[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((incoming, response) => {
    void serve(handler, requests, incoming, response);
  });
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function serve(
  handler: Handler,
  requests: LoggedRequest[],
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const request = await readRequest(incoming, requests.length + 1);
    requests.push(request);
    request.id = requests.length;
    const answer = await handler(request);
    if (answer.cut !== "before" && answer.cut !== "never") request.status = answer.status;
    send(answer, request, response);
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (!response.headersSent) response.writeHead(599, { "content-type": "text/plain" });
    response.end(stack);
  }
}

async function readRequest(incoming: IncomingMessage, id: number): Promise<LoggedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  const url = new URL(incoming.url ?? "/", "http://127.0.0.1");
  return {
    id,
    method: incoming.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    headers: flatten(incoming.headers),
    text,
    body: parseJson(text),
    status: undefined,
    fault: undefined,
    at: Date.now(),
  };
}

function flatten(headers: IncomingMessage["headers"]): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return flat;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function send(answer: Answer, request: LoggedRequest, response: ServerResponse): void {
  const socket = response.socket;
  if (answer.cut === "before") {
    socket?.resetAndDestroy();
    return;
  }
  if (answer.cut === "never") {
    // A process whose time is warped has to know that waiting for this answer is waiting (warp/preload.ts).
    if (WARP_HEADER in request.headers) response.writeProcessing();
    return;
  }
  const headers: Record<string, string | string[]> = { ...answer.headers };
  const body = toBytes(answer.body, headers);
  const hasBody = request.method !== "HEAD" && answer.status !== 204 && answer.status !== 304;
  if (hasBody) headers["content-length"] ??= String(body.length);
  response.writeHead(answer.status, headers);
  if (!hasBody) response.end();
  else if (answer.cut === "middle") {
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => socket?.resetAndDestroy());
  } else response.end(body);
}

function toBytes(body: unknown, headers: Record<string, string | string[]>): Buffer {
  if (body === undefined) return Buffer.alloc(0);
  if (body instanceof Uint8Array) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (typeof body === "string") return Buffer.from(body);
  headers["content-type"] ??= "application/json; charset=utf-8";
  return Buffer.from(JSON.stringify(body));
}
