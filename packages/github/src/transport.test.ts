import { createServer } from "node:http";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { connect } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "@jest/globals";
import { createTransport, isBelow } from "./transport.ts";
import type { TransportOptions } from "./transport.ts";

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => socket.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  cleanups.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  );
  return (server.address() as AddressInfo).port;
}

async function serve(listener: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listen(createServer(listener))}`;
}

const open = (base: string, options: Partial<TransportOptions> = {}) =>
  createTransport({ bases: [base], environment: {}, timeoutMs: 10_000, maxBytes: 1_000_000, ...options });
const get = (url: string) => ({ method: "GET", url, headers: {} });
const json = (response: ServerResponse, body: string | Uint8Array, headers: Record<string, string> = {}) =>
  response.writeHead(200, { "content-type": "application/json; charset=utf-8", ...headers }).end(body);

describe("a transport", () => {
  it("sends what it is given and reads JSON, compressed or not", async () => {
    const seen: [string | undefined, string | undefined, string, string][] = [];
    const base = await serve((request, response) => {
      const chunks: Uint8Array[] = [];
      request.on("data", (chunk: Uint8Array) => chunks.push(chunk));
      request.on("end", () => {
        const body = Buffer.concat(chunks).toString();
        seen.push([request.method, request.url, request.headers["authorization"] ?? "", body]);
        const text = JSON.stringify({ länge: body.length });
        const zipped = { "content-type": "application/vnd.github+json", "content-encoding": "gzip" };
        if (request.url === "/zip") response.writeHead(201, zipped).end(gzipSync(text));
        else json(response, text, { "x-a": "1" });
      });
    });
    const send = open(base);
    const headers = { authorization: "Bearer t" };
    const plain = await send({ method: "PATCH", url: `${base}/a?b=c`, headers, body: "ü" });
    expect([plain.status, plain.data, plain.headers.get("x-a")]).toEqual([200, { länge: 1 }, "1"]);
    const zipped = await send({ method: "POST", url: `${base}/zip`, headers, body: "" });
    expect([zipped.status, zipped.data]).toEqual([201, { länge: 0 }]);
    expect(seen).toEqual([
      ["PATCH", "/a?b=c", "Bearer t", "ü"],
      ["POST", "/zip", "Bearer t", ""],
    ]);
  });

  it.each<[string, (response: ServerResponse) => void, string]>([
    [
      "HTML",
      (response) => void response.writeHead(200, { "content-type": "text/html" }).end("<p>Maintenance</p>"),
      "not JSON but another content type",
    ],
    ["no content type", (response) => void response.writeHead(200).end("{}"), "not JSON but another content type"],
    ["cut JSON", (response) => void json(response, '{"a": [1, 2'), "broken JSON"],
    ["too much", (response) => void json(response, `"${"x".repeat(1_000_001)}"`), "larger than any answer of GitHub"],
    [
      "a gzip bomb",
      (response) =>
        void json(response, gzipSync(Buffer.alloc(100_000_000, " ")), {
          "content-encoding": "gzip",
        }),
      "larger than any answer of GitHub",
    ],
    ["broken gzip", (response) => void json(response, "no gzip", { "content-encoding": "gzip" }), "broken compression"],
    [
      "cut gzip",
      (response) => void json(response, gzipSync("[1,2,3]").subarray(0, 12), { "content-encoding": "gzip" }),
      "broken compression",
    ],
    [
      "another encoding",
      (response) => void json(response, "{}", { "content-encoding": "br" }),
      "an unknown content encoding",
    ],
  ])("H107: %s with status 200 is garbage", async (_, answer, code) => {
    const base = await serve((_request, response) => answer(response));
    await expect(open(base)(get(`${base}/x`))).rejects.toMatchObject({
      name: "TransportError",
      kind: "garbage",
      code,
      isSent: true,
    });
  });

  it("an error page may be anything, an empty answer is nothing", async () => {
    const base = await serve((request, response) => {
      const status = Number(request.url?.slice(1));
      if (status === 502) response.writeHead(502, { "content-type": "text/html" }).end("<h1>Unicorn!</h1>");
      else if (status === 500) response.writeHead(500, { "content-type": "application/json" }).end("{");
      else response.writeHead(status).end();
    });
    const send = open(base);
    expect(await send(get(`${base}/502`))).toMatchObject({ status: 502, data: "<h1>Unicorn!</h1>" });
    expect(await send(get(`${base}/500`))).toMatchObject({ status: 500, data: "{" });
    expect(await send(get(`${base}/204`))).toMatchObject({ status: 204, data: undefined });
    expect(await send(get(`${base}/404`))).toMatchObject({ status: 404, data: undefined });
  });

  it.each<[string, (request: IncomingMessage, response: ServerResponse) => void, string]>([
    ["a reset before the answer", (request) => void request.socket.resetAndDestroy(), "ECONNRESET"],
    ["a close before the answer", (request) => void request.socket.destroy(), "ECONNRESET"],
    [
      "a reset in the middle",
      (request, response) => {
        response
          .writeHead(200, { "content-type": "application/json", "content-length": "100" })
          .write("[", () => request.socket.resetAndDestroy());
      },
      "ECONNRESET",
    ],
    [
      "something that is not HTTP",
      (request) => void request.socket.end("SSH-2.0-OpenSSH_9\r\n"),
      "HPE_INVALID_CONSTANT",
    ],
  ])("H108: tells %s, and that the server may have acted", async (_, fail, code) => {
    const base = await serve(fail);
    await expect(open(base)(get(`${base}/x`))).rejects.toMatchObject({ kind: "network", code, isSent: true });
  });

  it("H108: tells what never reached a server", async () => {
    const port = await listen(createServer());
    await cleanups.pop()?.();
    const base = `http://127.0.0.1:${port}`;
    await expect(open(base)(get(`${base}/x`))).rejects.toMatchObject({
      kind: "network",
      code: "ECONNREFUSED",
      isSent: false,
    });
    const nowhere = "http://no-such-host.invalid";
    await expect(open(nowhere)(get(`${nowhere}/x`))).rejects.toMatchObject({
      kind: "network",
      code: expect.stringMatching(/^(?:ENOTFOUND|EAI_AGAIN)$/),
      isSent: false,
    });
  });

  it("H108: a failed TLS handshake sent nothing", async () => {
    const port = await listen(createHttpsServer({}));
    const base = `https://127.0.0.1:${port}`;
    const failure: unknown = await open(base)(get(`${base}/x`)).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      kind: "network",
      isSent: false,
      code: expect.stringMatching(/^(?:ERR_SSL_|ECONNRESET|EPROTO)/),
    });
  });

  it("H108: ends an exchange that takes too long, wherever it hangs", async () => {
    const base = await serve((request, response) => {
      if (request.url === "/body") response.writeHead(200, { "content-type": "application/json" }).write("[");
    });
    const send = open(base, { timeoutMs: 50 });
    for (const path of ["/head", "/body"]) {
      await expect(send(get(base + path))).rejects.toMatchObject({ kind: "network", code: "ETIMEDOUT", isSent: true });
    }
  });

  it("ends with the signal's reason, before and while sending", async () => {
    const arrived = Promise.withResolvers<void>();
    const base = await serve(() => arrived.resolve());
    const controller = new AbortController();
    const pending = open(base)(get(`${base}/x`), controller.signal);
    await arrived.promise;
    controller.abort(new Error("cancelled"));
    await expect(pending).rejects.toThrow("cancelled");
    await expect(open(base)(get(`${base}/x`), controller.signal)).rejects.toThrow("cancelled");
  });

  it("H109: sends nothing to another origin, another path, or a URL with credentials", async () => {
    const asked: string[] = [];
    const base = await serve((request, response) => {
      asked.push(request.url ?? "");
      json(response, "{}");
    });
    const { port } = new URL(base);
    const send = open(`${base}/api/v3`);
    const refused = [
      `${base}/x`,
      `${base}/api/v3x`,
      `${base}/api/v3/../x`,
      `${base}/api/v3/%2e%2e/x`,
      `http://localhost:${port}/api/v3/x`,
      `https://127.0.0.1:${port}/api/v3/x`,
      `http://user:pass@127.0.0.1:${port}/api/v3/x`,
      `http://127.0.0.1:${port}@evil.example/api/v3/x`,
      "no url",
    ];
    for (const url of refused) await expect(send(get(url))).rejects.toMatchObject({ kind: "refused", isSent: false });
    expect(asked).toEqual([]);
    expect((await send(get(`${base}/api/v3/x`))).status).toBe(200);
    expect((await send(get(`${base}/api/v3`))).status).toBe(200);
  });

  it("H109: follows redirections within the API only, without changing what is asked", async () => {
    const asked: string[] = [];
    const base = await serve((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      const found = /^\/api\/(30\d)\/(.*)$/.exec(request.url ?? "");
      if (found === null) json(response, "{}");
      else response.writeHead(Number(found[1]), { location: decodeURIComponent(found[2] ?? "") }).end();
    });
    const send = open(`${base}/api`);
    const to = (status: number, location: string) => `${base}/api/${status}/${encodeURIComponent(location)}`;
    expect((await send(get(to(301, "/api/new")))).status).toBe(200);
    expect((await send({ ...get(to(307, `${base}/api/new`)), method: "PATCH", body: "{}" })).status).toBe(200);
    expect(asked.slice(1).filter((each) => each.endsWith("/api/new"))).toEqual(["GET /api/new", "PATCH /api/new"]);
    expect((await send({ ...get(to(302, "/api/new")), method: "POST" })).status).toBe(302);
    const count = asked.length;
    for (const location of [
      "https://evil.example/x",
      "//evil.example/api",
      "/elsewhere",
      "file:///etc/passwd",
      "https://[",
    ]) {
      await expect(send(get(to(302, location)))).rejects.toMatchObject({ kind: "refused" });
    }
    expect(asked.slice(count).every((each) => each.startsWith("GET /api/302/"))).toBe(true);
    const loop = `${base}/api/302/${encodeURIComponent("?")}`;
    await expect(send(get(loop))).rejects.toMatchObject({ kind: "refused", code: "too many redirects" });
  });

  it("H109: goes through a proxy with its credentials, and never names them", async () => {
    const origin = await serve((request, response) => json(response, JSON.stringify(request.headers.host)));
    const asked: string[] = [];
    const proxy = createServer((request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers["proxy-authorization"]}`);
      json(response, '"forwarded"');
    });
    const address = `http://user:p%40ss@127.0.0.1:${await listen(proxy)}`;
    const environment = { HTTP_PROXY: address, HTTPS_PROXY: address, NO_PROXY: "direct.example" };
    const base = "http://ghes.example/api/v3";
    const send = open(base, { environment });
    expect((await send(get(`${base}/x`))).data).toBe("forwarded");
    expect(asked).toEqual([`GET http://ghes.example/api/v3/x Basic ${Buffer.from("user:p@ss").toString("base64")}`]);
    expect((await open(origin, { environment })(get(`${origin}/x`))).data).toBe(new URL(origin).host);
    expect(asked).toHaveLength(1);
  });

  it("H109: tunnels https through a proxy, and hides its credentials when that fails", async () => {
    const target = await listen(createHttpsServer({}));
    const asked: string[] = [];
    const proxy = createServer();
    proxy.on("connect", (request: IncomingMessage, socket: Socket) => {
      asked.push(`${request.url} ${request.headers["proxy-authorization"]}`);
      if (request.url === "closed.example:443") {
        socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
        return;
      }
      const upstream = connect(target, "127.0.0.1", () => {
        socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
        upstream.pipe(socket).pipe(upstream);
      });
      upstream.on("error", () => socket.destroy());
      socket.on("error", () => upstream.destroy());
    });
    const environment = { HTTPS_PROXY: `http://user:secret@127.0.0.1:${await listen(proxy)}` };
    for (const base of ["https://ghes.example", "https://closed.example"]) {
      const failure: unknown = await open(base, { environment })(get(`${base}/x`)).catch((error: unknown) => error);
      expect(failure).toMatchObject({ kind: "network", isSent: false });
      expect(failure).not.toHaveProperty("cause");
      expect(failure instanceof Error ? (failure.stack ?? "") : "").not.toContain("secret");
    }
    const credentials = `Basic ${Buffer.from("user:secret").toString("base64")}`;
    expect(asked).toEqual([`ghes.example:443 ${credentials}`, `closed.example:443 ${credentials}`]);
  });
});

describe("isBelow", () => {
  it.each([
    ["https://api.github.com/x", "https://api.github.com", true],
    ["https://api.github.com/", "https://api.github.com", true],
    ["https://ghes.example/api/v3/x", "https://ghes.example/api/v3/", true],
    ["https://ghes.example/api/v3", "https://ghes.example/api/v3", true],
    ["https://ghes.example/api/v30/x", "https://ghes.example/api/v3", false],
    ["http://api.github.com/x", "https://api.github.com", false],
    ["https://api.github.com:8443/x", "https://api.github.com", false],
    ["https://api.github.com.evil.example/x", "https://api.github.com", false],
    ["https://api.github.com/x", "nonsense", false],
  ])("%s below %s: %s", (url, base, expected) => {
    expect(isBelow(new URL(url), [base])).toBe(expected);
  });
});
