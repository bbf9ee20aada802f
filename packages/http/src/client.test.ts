import { afterEach, describe, expect, it } from "@jest/globals";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import { createServer as createTcpServer } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";
import { startLoopback, virtualClock } from "@handrail/testkit";
import type { Handler, Loopback } from "@handrail/testkit";
import { createExchange } from "./client.ts";
import { HttpFault } from "./exchange.ts";
import type { Exchange } from "./exchange.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serve(handler: Handler): Promise<Loopback> {
  const server = await startLoopback(handler);
  closing.push(() => server.close());
  return server;
}

/** Listens on a free port of loopback; ended with the test. */
async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => {
      server.close(resolve);
    });
  });
  return (server.address() as AddressInfo).port;
}

function open(environment: Record<string, string> = {}) {
  const clock = virtualClock();
  const cancelling = new AbortController();
  const exchange: Exchange = createExchange({ clock, signal: cancelling.signal, environment });
  return { clock, cancelling, exchange };
}

async function codeOf(answer: Promise<unknown>): Promise<string> {
  const error: unknown = await answer.then(
    () => "answered",
    (thrown: unknown) => thrown,
  );
  return error instanceof HttpFault ? error.code : String(error);
}

describe("createExchange", () => {
  it("sends what it is given, on a connection of its own, and asks for nothing compressed", async () => {
    const server = await serve(() => ({ status: 201, headers: { "X-Seen": "yes", link: ["a", "b"] }, body: "héllo" }));
    const { exchange } = open();
    const url = `${server.url}/path?q=1`;
    const answer = await exchange({ method: "POST", url, headers: { Authorization: "Basic x" }, body: "ö" });
    expect(answer).toMatchObject({ status: 201, text: "héllo", headers: { "x-seen": "yes", link: "a, b" } });
    await exchange({ method: "GET", url });
    const [post, get] = server.requests;
    expect(post).toMatchObject({ method: "POST", path: "/path", text: "ö" });
    expect(post?.headers).toMatchObject({
      authorization: "Basic x",
      "content-length": "2",
      connection: "close",
      "accept-encoding": "identity",
    });
    expect(get?.headers["content-length"]).toBeUndefined();
  });

  it("lets a header that is given replace its own, whatever its case", async () => {
    const server = await serve(() => ({ status: 200 }));
    await open().exchange({ method: "GET", url: server.url, headers: { "User-Agent": "mine", Accept: "text/plain" } });
    expect(server.requests[0]?.headers).toMatchObject({ "user-agent": "mine", accept: "text/plain" });
  });

  it.each([301, 302, 307, 308, 404, 503])("gives an answer of status %d as it is", async (status) => {
    const server = await serve(() => ({ status, headers: { location: "/elsewhere" }, body: "x" }));
    const answer = await open().exchange({ method: "GET", url: server.url });
    expect(answer).toMatchObject({ status, text: "x", headers: { location: "/elsewhere" } });
    expect(server.requests).toHaveLength(1);
  });

  it("reads the beginning of a body that is too long", async () => {
    const server = await serve(() => ({ status: 200, body: "x".repeat(3_000_000) }));
    const { exchange } = open();
    expect((await exchange({ method: "GET", url: server.url })).text).toHaveLength(1_048_576);
    expect((await exchange({ method: "GET", url: server.url, maxBytes: 10 })).text).toBe("x".repeat(10));
    expect((await exchange({ method: "GET", url: server.url, maxBytes: 0 })).text).toBe("");
  });
});

describe("faults", () => {
  it.each([
    ["before", "ECONNRESET"],
    ["middle", "ECONNRESET"],
  ] as const)("a connection that is cut %s the answer is %s", async (cut, code) => {
    const server = await serve(() => ({ status: 200, body: "some text", cut }));
    expect(await codeOf(open().exchange({ method: "GET", url: server.url }))).toBe(code);
  });

  it.each([
    ["nothing listens", "http://127.0.0.1:1/", "ECONNREFUSED"],
    ["no such host", "http://nowhere.invalid/", /^(?:ENOTFOUND|EAI_AGAIN)$/],
    ["no URL", "nowhere", "ERR_INVALID_URL"],
    ["another protocol", "file:///etc/passwd", "ERR_INVALID_URL"],
  ])("%s", async (_, url, code) => {
    expect(await codeOf(open().exchange({ method: "GET", url }))).toEqual(
      typeof code === "string" ? code : expect.stringMatching(code),
    );
  });

  it("names the method and the host, never the path or what stands before the host", async () => {
    const fault = open().exchange({ method: "GET", url: "http://user:pass@127.0.0.1:1/secret?token=1" });
    await expect(fault).rejects.toMatchObject({ what: "GET 127.0.0.1:1 had no answer (ECONNREFUSED)" });
  });

  it("a header that cannot be sent is a fault", async () => {
    const headers = { "x-a": "line\nbreak" };
    expect(await codeOf(open().exchange({ method: "GET", url: "http://127.0.0.1:1/", headers }))).toBe(
      "ERR_INVALID_CHAR",
    );
  });

  it("what is not HTTP is a fault with the parser's code", async () => {
    const port = await listen(createTcpServer((socket) => void socket.end("SSH-2.0-OpenSSH_9.9\r\n")));
    const url = `http://127.0.0.1:${port}/`;
    expect(await codeOf(open().exchange({ method: "GET", url }))).toMatch(/^HPE_/);
    expect(await codeOf(open().exchange({ method: "GET", url: url.replace("http:", "https:") }))).toMatch(/^E/);
  });

  it("a certificate that nobody vouches for is a fault", async () => {
    const file = (name: string): string =>
      readFileSync(new URL(`../../terraform/fixtures/tls/mirror.example.${name}`, import.meta.url), "utf8");
    const port = await listen(createServer({ cert: file("crt"), key: file("key") }));
    expect(await codeOf(open().exchange({ method: "GET", url: `https://127.0.0.1:${port}/` }))).toBe(
      "DEPTH_ZERO_SELF_SIGNED_CERT",
    );
  });

  it.each([
    [undefined, 10_000],
    [2_500, 2_500],
  ])("with timeoutMs %s a silent server is given up after %d ms", async (timeoutMs, ms) => {
    const server = await serve(() => new Promise(() => undefined));
    const { clock, exchange } = open();
    const given = timeoutMs === undefined ? {} : { timeoutMs };
    const code = codeOf(exchange({ method: "GET", url: server.url, ...given }));
    await clock.untilSleeping();
    expect(clock.sleeps).toEqual([ms]);
    await clock.advance(ms);
    expect(await code).toBe("TIMEOUT");
  });

  it("the deadline covers the body", async () => {
    const port = await listen(
      createTcpServer((socket) => {
        socket.on("error", () => socket.destroy());
        socket.write("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nsome");
      }),
    );
    const { clock, exchange } = open();
    const code = codeOf(exchange({ method: "GET", url: `http://127.0.0.1:${port}/` }));
    await clock.untilSleeping();
    await clock.advance(10_000);
    expect(await code).toBe("TIMEOUT");
  });
});

describe("cancelled", () => {
  it("rejects with the signal's reason, also what is under way", async () => {
    const asked: (() => void)[] = [];
    const server = await serve(() => {
      for (const each of asked) each();
      return new Promise(() => undefined);
    });
    const { cancelling, exchange } = open();
    const reason = new Error("cancelled");
    const arrived = new Promise<void>((resolve) => asked.push(resolve));
    const ended = exchange({ method: "GET", url: server.url }).catch((error: unknown) => error);
    await arrived;
    cancelling.abort(reason);
    expect(await ended).toBe(reason);
    await expect(exchange({ method: "GET", url: server.url })).rejects.toBe(reason);
    expect(server.requests).toHaveLength(1);
  });

  it("sends what is to be sent even then", async () => {
    const server = await serve(() => ({ status: 200, body: "stopped" }));
    const { cancelling, exchange } = open();
    cancelling.abort();
    const answer = await exchange({ method: "POST", url: server.url, evenWhenCancelled: true });
    expect(answer.text).toBe("stopped");
  });
});

describe("proxies", () => {
  it("sends http through HTTP_PROXY with its credentials, but not to this machine nor to NO_PROXY", async () => {
    const proxy = await serve(() => ({ status: 200, body: "by proxy" }));
    const server = await serve(() => ({ status: 200, body: "direct" }));
    const environment = { HTTP_PROXY: `user:p%40ss@127.0.0.1:${proxy.port}`, NO_PROXY: "example.invalid" };
    const { exchange } = open(environment);
    expect((await exchange({ method: "GET", url: "http://example.test/x?y=1" })).text).toBe("by proxy");
    expect((await exchange({ method: "GET", url: server.url })).text).toBe("direct");
    expect(await codeOf(exchange({ method: "GET", url: "http://www.example.invalid/" }))).toMatch(/^E/);
    expect(proxy.requests).toHaveLength(1);
    expect(proxy.requests[0]?.headers).toMatchObject({
      host: "example.test",
      "proxy-authorization": `Basic ${Buffer.from("user:p@ss").toString("base64")}`,
    });
  });

  it("a proxy that refuses a tunnel is a fault that says nothing of the proxy's password", async () => {
    // The server under test servers does not answer CONNECT: node closes the connection.
    const proxy = await serve(() => ({ status: 200 }));
    const { exchange } = open({ HTTPS_PROXY: `http://user:secret@127.0.0.1:${proxy.port}` });
    const error: unknown = await exchange({ method: "GET", url: "https://example.test/" }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(HttpFault);
    expect(String(error)).toMatch(/^HttpFault: GET example\.test had no answer \([A-Z_]+\)\n/);
    expect(String(error)).not.toContain("secret");
    expect(error).not.toHaveProperty("cause");
  });
});
