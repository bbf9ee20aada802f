import { createServer as createProxy } from "node:http";
import { connect, createServer as createTcpServer } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { Failure } from "@handrail/runner";
import { type LoopbackRegistry, startRegistry } from "@handrail/testkit";
import { openRegistry, removeFolders } from "./registry-fixture.ts";
import { endpointGate } from "./registry-gate.ts";
import { believeCertificate, closeLater, closeServers, listen, secure } from "./registry-tls-fixture.ts";
import type { Network } from "./registry.ts";

const FOO = { namespace: "acme", type: "foo" };
let forget: () => void;

beforeAll(() => {
  forget = believeCertificate();
});
afterAll(() => forget());
afterEach(async () => {
  await closeServers();
  removeFolders();
});

async function serve(files = ""): Promise<LoopbackRegistry> {
  const registry = await startRegistry({ providers: [{ source: "acme/foo", versions: ["1.3.0"] }], files });
  closeLater(() => registry.close());
  return registry;
}

/** A network in which 127.0.0.1 passes for a public address. */
function network(resolve: (hostname: string) => string[] = () => ["127.0.0.1"]): Network & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    resolve: async (hostname) => {
      asked.push(hostname);
      return resolve(hostname);
    },
    isPublic: (address) => address === "127.0.0.1",
  };
}

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const thrown: unknown = await work.then(
    () => "found",
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(Failure);
  return thrown as Failure;
}

describe("H088: hosts that files of the repository name", () => {
  it.each([
    ["http://169.254.169.254/", /is no host/],
    ["file:///etc/passwd", /is no host/],
    ["user@127.0.0.1:PORT", /is no host/],
    ["[::1]:PORT", /is no host/],
    ["[::ffff:127.0.0.1]:PORT", /is no host/],
    ["localhost:PORT", /localhost is at \S+, which is no public address/],
    ["127.0.0.1:PORT", /127\.0\.0\.1 is at 127\.0\.0\.1, which is no public address/],
    ["127.1:PORT", /no public address/],
    ["2130706433:PORT", /no public address/],
    ["0x7f000001:PORT", /no public address/],
    ["0177.0.0.1:PORT", /no public address/],
    ["169.254.169.254", /169\.254\.169\.254, which is no public address/],
    ["rebound.example:PORT", /rebound\.example is at 127\.0\.0\.1, which is no public address/],
    ["mixed.example:PORT", /mixed\.example is at 10\.0\.0\.1/],
    ["six.example:PORT", /six\.example is at ::ffff:127\.0\.0\.1/],
    ["nobody.example:PORT", /nobody\.example has no address/],
  ])("%s is refused without a connection", async (text, message) => {
    let connections = 0;
    const port = await listen(createTcpServer(() => (connections += 1)));
    const names: Record<string, string[]> = {
      localhost: ["127.0.0.1", "::1"],
      "rebound.example": ["127.0.0.1"],
      "mixed.example": ["8.8.8.8", "10.0.0.1"],
      "six.example": ["::ffff:127.0.0.1"],
    };
    const { isPublicAddress } = await import("./registry-address.ts");
    const shim: Network = { resolve: async (name) => names[name] ?? [], isPublic: isPublicAddress };
    const { registry } = openRegistry({ network: shim });
    const host = text.replace("PORT", String(port));
    for (const asking of [
      registry.provider({ ...FOO, host }),
      registry.module({ host, namespace: "acme", name: "network", system: "aws" }),
    ]) {
      const failure = await failureOf(asking);
      expect(failure).toMatchObject({ reason: "lookup-failed", what: expect.stringMatching(message) as unknown });
    }
    expect((await failureOf(registry.packages({ ...FOO, host }, "1.3.0", ["linux_amd64"]))).reason).toBe("lock-failed");
    expect(connections).toBe(0);
  });

  it("are asked by https at the address that was checked, though no resolver knows them", async () => {
    const inner = await serve();
    const host = await secure(inner.url);
    const shim = network();
    const { registry } = openRegistry({ network: shim });
    expect((await registry.provider({ ...FOO, host })).releases).toHaveLength(1);
    expect((await registry.packages({ ...FOO, host }, "1.3.0", ["linux_amd64"])).hashes).toHaveLength(4);
    expect(inner.requests).toHaveLength(6);
    expect(shim.asked).toEqual(Array.from({ length: 6 }, () => "mirror.example"));
  });

  it("are checked again for every request, and never looked up twice for one", async () => {
    const inner = await serve();
    const host = await secure(inner.url);
    let times = 0;
    // Public at first, then something else: what a name that is rebound does.
    const shim = network(() => ((times += 1) === 1 ? ["127.0.0.1"] : ["127.0.0.2"]));
    const { registry } = openRegistry({ network: shim });
    const failure = await failureOf(registry.provider({ ...FOO, host }));
    expect(failure.what).toContain("mirror.example is at 127.0.0.2, which is no public address");
    expect(inner.requests.map(({ path: asked }) => asked)).toEqual(["/.well-known/terraform.json"]);
    expect(shim.asked).toHaveLength(2);
  });

  it("that are not known are no passing fault", async () => {
    const resolve = async (): Promise<string[]> =>
      Promise.reject(Object.assign(new Error("getaddrinfo"), { code: "ENOTFOUND" }));
    const { registry, clock } = openRegistry({ network: { resolve, isPublic: () => true } });
    const failure = await failureOf(registry.provider({ ...FOO, host: "nowhere.example" }));
    expect(failure.what).toContain("the host nowhere.example is not known (ENOTFOUND)");
    expect(clock.sleeps.filter((ms) => ms !== 10_000)).toEqual([]);
  });

  it("may be private when the job names them", async () => {
    const inner = await serve();
    const host = await secure(inner.url);
    const resolve = async (): Promise<string[]> => Promise.reject(new Error("asked"));
    const ask = (more: object): Promise<unknown> =>
      openRegistry({ network: { resolve, isPublic: () => false }, ...more }).registry.provider({ ...FOO, host });
    // Named hosts are left to the system's resolver, which does not know this one.
    for (const more of [
      { cliConfiguration: `credentials "${host}" { token = "t" }` },
      { cliConfiguration: `host "${host}" { services = {} }` },
      { trustedHosts: [host] },
    ])
      expect((await failureOf(ask(more))).what).toMatch(/ENOTFOUND|EAI_AGAIN/);
    expect((await failureOf(ask({}))).what).toMatch(/mirror\.example is not known/);
  });
});

describe("redirects of a registry", () => {
  const DISCOVERY = "/.well-known/terraform.json";

  async function redirected(target: (host: string) => string): Promise<{ what: string; inner: LoopbackRegistry }> {
    const inner = await serve();
    const redirects = new Map<string, string>();
    const host = await secure(inner.url, redirects);
    redirects.set(DISCOVERY, target(host));
    const { registry } = openRegistry({ network: network() });
    const what = await registry.provider({ ...FOO, host }).then(
      () => "found",
      (error: Failure) => error.what,
    );
    return { what, inner };
  }

  it.each<[string, (host: string) => string, RegExp]>([
    ["plain http", (host) => `http://${host}/x`, /redirected to another place/],
    ["another host", () => "https://other.example/x", /redirected to another place: https:\/\/other\.example\/x/],
    ["an address", () => "https://127.0.0.1/x", /redirected to another place/],
    ["the metadata service", () => "http://169.254.169.254/latest/meta-data", /redirected to another place/],
    ["a file", () => "file:///etc/passwd", /redirected to another place/],
    ["nothing", () => "http://[", /redirected with status 302 to something that is no URL/],
    ["itself", () => DISCOVERY, /redirected more than 3 times/],
  ])("to %s are refused", async (_, target, message) => {
    const { what, inner } = await redirected(target);
    expect(what).toMatch(message);
    expect(inner.requests).toEqual([]);
  });

  it("on its own host are followed three times", async () => {
    const inner = await serve();
    const redirects = new Map([
      [DISCOVERY, "/a"],
      ["/a", "/b"],
    ]);
    const host = await secure(inner.url, redirects);
    redirects.set("/b", `https://${host}/real.json`);
    inner.replace("/real.json", { "providers.v1": "/v1/providers/" });
    const { registry } = openRegistry({ network: network() });
    expect((await registry.provider({ ...FOO, host })).releases).toHaveLength(1);
  });

  it("do not take the token along to another origin", async () => {
    const trust = {
      services: new Map(),
      tokens: new Map(),
      origins: new Set(["https://a.example", "http://a.example"]),
    };
    const gate = endpointGate({ environment: {}, trust, network: network() }, "s3cret");
    const start = new URL("https://a.example/x");
    const headersAt = async (url: string, hop: number): Promise<unknown> =>
      (await gate(new URL(url), start, hop)).headers;
    const authorization = { authorization: "Bearer s3cret" };
    expect(await headersAt("https://a.example/x", 0)).toEqual(authorization);
    expect(await headersAt("https://a.example/y", 1)).toEqual(authorization);
    expect(await headersAt("https://a.example:8443/x", 1)).toBeUndefined();
    await expect(headersAt("http://a.example/x", 1)).rejects.toThrow("redirected to another place");
    await expect(headersAt("https://b.example/x", 1)).rejects.toThrow("redirected to another place");
  });

  it("of packages may lead to other public hosts, without a token", async () => {
    const files = await serve();
    const elsewhere = await secure(files.url);
    const inner = await serve();
    const zip = "/files/providers/acme/foo/1.3.0/terraform-provider-foo_1.3.0_linux_amd64.zip";
    const host = await secure(inner.url, new Map([[zip, `https://${elsewhere}${zip}`]]));
    const { registry } = openRegistry({ network: network() });
    expect((await registry.packages({ ...FOO, host }, "1.3.0", ["linux_amd64"])).hashes).toHaveLength(4);
    expect(files.requests.map(({ path: asked }) => asked)).toEqual([zip]);
  });

  it.each(["http://127.0.0.1:PORT/x.zip", "https://private.example/x.zip", "https://[::1]:PORT/x.zip"])(
    "of packages do not lead to %s",
    async (target) => {
      let connections = 0;
      const port = await listen(createTcpServer(() => (connections += 1)));
      const inner = await serve();
      const zip = "/files/providers/acme/foo/1.3.0/terraform-provider-foo_1.3.0_linux_amd64.zip";
      const host = await secure(inner.url, new Map([[zip, target.replace("PORT", String(port))]]));
      const shim = network((name) => (name === "private.example" ? ["10.0.0.1"] : ["127.0.0.1"]));
      const { registry } = openRegistry({ network: shim });
      const failure = await failureOf(registry.packages({ ...FOO, host }, "1.3.0", ["linux_amd64"]));
      expect(failure.what).toMatch(/is not https|no public address/);
      expect(failure.remedy).toContain("CLI configuration");
      expect(connections).toBe(0);
    },
  );
});

describe("through a proxy", () => {
  async function proxy(target: () => number): Promise<{ environment: Record<string, string>; seen: string[] }> {
    const seen: string[] = [];
    const server = createProxy();
    server.on("connect", (incoming, client) => {
      seen.push(incoming.url ?? "");
      const upstream = connect(target(), "127.0.0.1", () => {
        client.write("HTTP/1.1 200 Connection established\r\n\r\n");
        upstream.pipe(client).pipe(upstream);
      });
      client.on("error", () => upstream.destroy());
      upstream.on("error", () => client.destroy());
      closeLater(async () => void client.destroy());
    });
    return { environment: { HTTPS_PROXY: `http://127.0.0.1:${await listen(server)}` }, seen };
  }

  it("names are left to the proxy", async () => {
    const inner = await serve();
    const port = Number((await secure(inner.url)).split(":")[1]);
    const { environment, seen } = await proxy(() => port);
    const shim = network();
    const { registry } = openRegistry({ network: shim, environment });
    expect((await registry.provider({ ...FOO, host: "mirror.example" })).releases).toHaveLength(1);
    expect(seen).toEqual(["mirror.example:443", "mirror.example:443"]);
    expect(shim.asked).toEqual([]);
  });

  it.each(["10.0.0.1", "169.254.169.254", "metadata.google.internal", "vault", "a.localhost"])(
    "%s is not asked for",
    async (host) => {
      const { environment, seen } = await proxy(() => 9);
      const { registry } = openRegistry({ network: network(), environment });
      expect((await failureOf(registry.provider({ ...FOO, host }))).what).toMatch(/no public (?:address|host)/);
      expect(seen).toEqual([]);
    },
  );
});
