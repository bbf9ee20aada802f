import { readFileSync } from "node:fs";
import { createServer as createHttpServer, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { connect, type AddressInfo, type Socket } from "node:net";
import path from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterEach, describe, expect, it } from "@jest/globals";
import { virtualClock } from "@handrail/testkit";
import { createDownloader, type Downloader } from "./install-http.ts";
import { proxyFor } from "./install-proxy.ts";

describe("proxyFor", () => {
  const proxies = { HTTPS_PROXY: "http://secure.proxy:3128", http_proxy: "plain.proxy:8080" };

  it.each([
    ["https://releases.hashicorp.com/terraform/", proxies, "http://secure.proxy:3128/"],
    ["http://mirror.example/", proxies, "http://plain.proxy:8080/"],
    ["https://a.example/", { HTTPS_PROXY: "http://upper", https_proxy: "http://lower" }, "http://lower/"],
    ["https://a.example/", { HTTPS_PROXY: "" }, undefined],
    ["https://a.example/", {}, undefined],
    ["https://a.example/", { ...proxies, NO_PROXY: "*" }, undefined],
    ["https://a.example/", { ...proxies, NO_PROXY: "b.example, A.example" }, undefined],
    ["https://x.a.example/", { ...proxies, NO_PROXY: "a.example" }, undefined],
    ["https://x.a.example/", { ...proxies, NO_PROXY: ".a.example" }, undefined],
    ["https://xa.example/", { ...proxies, NO_PROXY: "a.example" }, "http://secure.proxy:3128/"],
    ["https://a.example/", { ...proxies, NO_PROXY: "a.example:443" }, undefined],
    ["https://a.example:8443/", { ...proxies, NO_PROXY: "a.example:443" }, "http://secure.proxy:3128/"],
    ["https://127.0.0.1:9/", proxies, undefined],
    ["https://localhost/", proxies, undefined],
    ["http://[::1]:80/", proxies, undefined],
  ])("%s with %j", (url, environment, expected) => {
    expect(proxyFor(new URL(url), environment)?.href).toBe(expected);
  });

  it("says which variable is no URL", () => {
    expect(() => proxyFor(new URL("https://a.example/"), { HTTPS_PROXY: "http://[" })).toThrow(
      "HTTPS_PROXY is not a URL",
    );
  });
});

function fixture(name: string): string {
  return readFileSync(path.join(import.meta.dirname, "../fixtures/tls", name), "utf8");
}

function through(environment: Record<string, string>, origin: string): Downloader {
  const log = {
    info: () => undefined,
    warning: () => undefined,
    debug: () => undefined,
    group: () => undefined,
    endGroup: () => undefined,
  };
  const clock = virtualClock({ mode: (ms) => ms < 20_000 });
  return createDownloader({
    rules: { origin, hosts: [] },
    environment,
    clock,
    log,
    signal: new AbortController().signal,
  });
}

describe("through a proxy", () => {
  const servers: Server[] = [];
  const sockets: Socket[] = [];
  const seen: string[] = [];

  afterEach(async () => {
    seen.length = 0;
    for (const socket of sockets.splice(0)) socket.destroy();
    for (const server of servers.splice(0)) {
      await new Promise((resolve) => {
        server.close(resolve);
      });
    }
  });

  async function listen(server: Server): Promise<number> {
    servers.push(server);
    server.on("connection", (socket: Socket) => sockets.push(socket));
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    return (server.address() as AddressInfo).port;
  }

  it("http is asked for with its whole URL, with the proxy's credentials", async () => {
    const port = await listen(
      createHttpServer((request, response) => {
        seen.push(`${request.method} ${request.url} ${request.headers.host} ${request.headers["proxy-authorization"]}`);
        response.end("hello");
      }),
    );
    const downloader = through({ HTTP_PROXY: `http://me:p%40ss@127.0.0.1:${port}` }, "http://mirror.example");
    expect((await downloader.bytes("http://mirror.example/a", 10)).toString()).toBe("hello");
    expect(seen).toEqual([`GET http://mirror.example/a mirror.example Basic ${btoa("me:p@ss")}`]);
  });

  it("https goes through a tunnel, and the proxy sees only the host", async () => {
    const certificate = fixture("mirror.example.crt");
    const target = await listen(
      createTlsServer({ cert: certificate, key: fixture("mirror.example.key") }, (request, response) => {
        response.end(`${request.headers.host} ${request.headers["proxy-authorization"]}`);
      }),
    );
    const proxy = createHttpServer();
    proxy.on("connect", (request, client) => {
      seen.push(`${request.method} ${request.url} ${request.headers["proxy-authorization"]}`);
      const upstream = connect(target, "127.0.0.1", () => {
        client.write("HTTP/1.1 200 Connection established\r\n\r\n");
        upstream.pipe(client).pipe(upstream);
      });
      client.on("error", () => upstream.destroy());
      upstream.on("error", () => client.destroy());
    });
    const port = await listen(proxy);
    const before = getCACertificates("default");
    setDefaultCACertificates([...before, certificate]);
    try {
      const downloader = through({ HTTPS_PROXY: `http://me:secret@127.0.0.1:${port}` }, "https://mirror.example");
      expect((await downloader.bytes("https://mirror.example/a", 100)).toString()).toBe("mirror.example undefined");
    } finally {
      setDefaultCACertificates(before);
    }
    expect(seen).toEqual([`CONNECT mirror.example:443 Basic ${btoa("me:secret")}`]);
  });

  it("a proxy that refuses is named", async () => {
    const proxy = createHttpServer();
    proxy.on("connect", (_, client) => client.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"));
    const port = await listen(proxy);
    const downloader = through({ HTTPS_PROXY: `http://127.0.0.1:${port}` }, "https://mirror.example");
    await expect(downloader.bytes("https://mirror.example/a", 100)).rejects.toThrow(
      `the proxy 127.0.0.1:${port} refused a tunnel to mirror.example:443 with status 407`,
    );
  });
});
