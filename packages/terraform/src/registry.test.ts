import { afterEach, describe, expect, it } from "@jest/globals";
import { Failure } from "@handrail/runner";
import {
  type LoopbackRegistry,
  type RegistryOptions as ServerOptions,
  type ReleaseFault,
  startRegistry,
} from "@handrail/testkit";
import type { Catalogue } from "./catalogue.ts";
import { openRegistry, type OpenRegistry, removeFolders } from "./registry-fixture.ts";
import type { RegistryOptions } from "./registry.ts";
import { renderVersion } from "./version.ts";

const HOST = "registry.terraform.io";
const FOO = { host: HOST, namespace: "acme", type: "foo" };
const NETWORK = { host: HOST, namespace: "acme", name: "network", system: "aws" };
const PUBLISHED = "2026-01-02T03:04:05Z";
const servers: LoopbackRegistry[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  removeFolders();
});

const everything: ServerOptions = {
  providers: [
    {
      source: "acme/foo",
      versions: ["1.2.0", { version: "1.3.0", publishedAt: PUBLISHED, platforms: ["linux_amd64"] }, "2.0.0-beta1"],
      warnings: ["acme/foo has moved to acme/bar"],
      repository: "https://github.com/acme/terraform-provider-foo.git",
    },
  ],
  modules: [{ source: "acme/network/aws", versions: ["0.9.0", { version: "1.0.0", publishedAt: PUBLISHED }] }],
};

async function serve(options: ServerOptions = everything): Promise<LoopbackRegistry> {
  const server = await startRegistry(options);
  servers.push(server);
  return server;
}

/** The registry, and a door that finds it in the public one's place. */
async function open(
  options: ServerOptions = everything,
  more: Partial<RegistryOptions> = {},
): Promise<OpenRegistry & { server: LoopbackRegistry }> {
  const server = await serve(options);
  return { ...openRegistry({ cliConfiguration: server.cliConfiguration(HOST), ...more }), server };
}

function versions({ releases }: Catalogue): string[] {
  return releases.map(({ version }) => renderVersion(version));
}

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const thrown: unknown = await work.then(
    () => "found",
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(Failure);
  const failure = thrown as Failure;
  expect(failure.reason).toBe("lookup-failed");
  expect(failure.what).not.toContain("\n");
  return failure;
}

const paths = (server: LoopbackRegistry): string[] => server.requests.map(({ path }) => path);

describe("what exists of a provider or a module", () => {
  it("is told with one request, however often it is asked", async () => {
    const { registry, server } = await open();
    const [first, again] = await Promise.all([
      registry.provider(FOO),
      registry.provider({ ...FOO, namespace: "ACME" }),
    ]);
    expect(again).toBe(first);
    expect(versions(first)).toEqual(["1.2.0", "1.3.0", "2.0.0-beta1"]);
    expect(first.releases.map(({ platforms }) => platforms)).toEqual([
      ["linux_amd64", "darwin_arm64"],
      ["linux_amd64"],
      ["linux_amd64", "darwin_arm64"],
    ]);
    expect(first.warnings).toEqual(["acme/foo has moved to acme/bar"]);
    expect(first.releases.some(({ releasedAt }) => releasedAt !== undefined)).toBe(false);
    expect(versions(await registry.module(NETWORK))).toEqual(["0.9.0", "1.0.0"]);
    expect(paths(server)).toEqual(["/v1/providers/acme/foo/versions", "/v1/modules/acme/network/aws/versions"]);
  });

  it("has dates and its repository when they are needed", async () => {
    const { registry, server } = await open(everything, { needsDates: true });
    const provider = await registry.provider(FOO);
    expect(provider.releases.map(({ releasedAt }) => releasedAt)).toEqual([undefined, PUBLISHED, undefined]);
    expect(provider.repository).toBe("https://github.com/acme/terraform-provider-foo");
    const module = await registry.module(NETWORK);
    expect(module.releases.map(({ releasedAt }) => releasedAt)).toEqual([undefined, PUBLISHED]);
    expect(server.requests.map(({ path, query }) => `${path}?${String(query)}`)).toEqual([
      "/v1/providers/acme/foo/versions?",
      "/v2/providers/acme/foo?include=provider-versions",
      "/v1/modules/acme/network/aws/versions?",
      "/v2/modules/acme/network/aws?include=module-versions",
    ]);
  });

  it("has OpenTofu's dates from its docs API, and none from a private registry", async () => {
    const server = await serve();
    const cliConfiguration = server.cliConfiguration("registry.opentofu.org", "private.example");
    const { registry } = openRegistry({ cliConfiguration, needsDates: true });
    const tofu = await registry.provider({ ...FOO, host: "registry.opentofu.org" });
    expect(tofu.releases[1]?.releasedAt).toBe(PUBLISHED);
    const before = server.requests.length;
    const found = await registry.provider({ ...FOO, host: "private.example" });
    expect(found.releases[1]?.releasedAt).toBeUndefined();
    expect(server.requests).toHaveLength(before + 1);
  });

  it.each<ReleaseFault>(["404", "html-200", "malformed-json", "403"])(
    "is told without dates when those fail: %s",
    async (fault) => {
      const { registry, server, said } = await open(everything, { needsDates: true });
      server.faults.add({ on: "GET /v2/*", fault, nth: "all" });
      expect(versions(await registry.provider(FOO))).toHaveLength(3);
      expect(said.join("\n")).toContain("info No dates of releases are known for acme/foo: http://127.0.0.1");
    },
  );

  it("leaves out what is no version, and every second mention of one", async () => {
    const { registry, server } = await open();
    const odd = [
      "1.0.0",
      "v1.0.0",
      "1.0",
      "1.0.0+x",
      "01.0.0",
      "1.0.0.0",
      "",
      "../x",
      "1.0.0-\n",
      "99999999999999999999.0.0",
      7,
      null,
      {},
    ];
    server.replace("/v1/providers/acme/foo/versions", {
      versions: [
        ...odd.map((version) => ({ version })),
        null,
        "1.1.0",
        { version: "1.2.0", platforms: [{ os: "linux", arch: "amd64" }, { os: "../x", arch: "y" }, 1] },
      ],
    });
    const found = await registry.provider(FOO);
    expect(versions(found)).toEqual(["1.0.0", "1.2.0"]);
    expect(found.releases[0]).not.toHaveProperty("platforms");
    expect(found.releases[1]?.platforms).toEqual(["linux_amd64"]);
  });
});

describe("who is asked", () => {
  it("a mirror in the public registry's place, as its own document says, once", async () => {
    const server = await serve();
    const { registry } = openRegistry({ registryUrl: server.url });
    await Promise.all([
      registry.provider(FOO),
      registry.module(NETWORK),
      registry.provider({ ...FOO, type: "bar" }).catch(() => 0),
    ]);
    expect(paths(server).filter((path) => path.includes("well-known"))).toHaveLength(1);
    expect(server.requests).toHaveLength(4);
  });

  it("a mirror without a document, below a path", async () => {
    const server = await serve();
    server.replace("/tf/v1/providers/acme/foo/versions", { versions: [{ version: "1.0.0" }] });
    const { registry } = openRegistry({ registryUrl: `${server.url}/tf/` });
    expect(versions(await registry.provider(FOO))).toEqual(["1.0.0"]);
    expect(paths(server)).toEqual(["/tf/.well-known/terraform.json", "/tf/v1/providers/acme/foo/versions"]);
  });

  it("the CLI configuration in the home directory, when no file is named", async () => {
    const server = await serve();
    const { registry, folder } = openRegistry({ registryUrl: undefined });
    folder.write({
      "home/.terraformrc": server.cliConfiguration("a.example"),
      "home/.terraform.d/b.tfrc": server.cliConfiguration("b.example"),
    });
    const environment = { TF_CLI_CONFIG_FILE: "", HOME: folder.resolve("home") };
    const other = openRegistry({ environment });
    for (const host of ["a.example", "b.example"])
      expect(versions(await other.registry.provider({ ...FOO, host }))).toHaveLength(3);
    await failureOf(registry.provider({ ...FOO, host: "a.invalid" }));
  });

  it.each<[string, object, RegExp]>([
    ["has no provider registry", { "modules.v1": "/v1/modules/" }, /has no provider registry/],
    ["names something that is no URL", { "providers.v1": "http://[" }, /has no provider registry/],
    ["names a file", { "providers.v1": "file:///etc/" }, /file:\/\/\/etc\/\S* is not https/],
    ["names a private place", { "providers.v1": "http://169.254.169.254/" }, /169\.254\.169\.254\S* is not https/],
    ["answers with a list", ["providers.v1"], /has no provider registry/],
  ])("a host that %s is a failure", async (_, document, message) => {
    const server = await serve();
    server.replace("/.well-known/terraform.json", document);
    const { registry } = openRegistry({ registryUrl: server.url });
    expect((await failureOf(registry.provider(FOO))).what).toMatch(message);
  });

  it.each([
    { ...FOO, namespace: ".." },
    { ...FOO, type: "a/b" },
    { ...FOO, type: "a?b" },
    { ...FOO, type: "" },
    { ...FOO, type: "%2e%2e" },
    { ...FOO, namespace: "a\nb" },
    { ...FOO, type: "a".repeat(65) },
  ])("nobody for %j", async (provider) => {
    const { registry, server } = await open();
    expect((await failureOf(registry.provider(provider))).what).toContain("its source is not made of names");
    expect(server.requests).toEqual([]);
  });

  it("at most 8 at a time", async () => {
    const names = Array.from({ length: 20 }, (_, index) => `acme/p${index}`);
    const { registry, server } = await open({ providers: names.map((source) => ({ source, versions: ["1.0.0"] })) });
    const hold = server.hold("GET */versions");
    const all = Promise.all(names.map((name) => registry.provider({ ...FOO, type: name.slice(5) })));
    await hold.arrived(8);
    // Whatever would still come has had its turns of the loop.
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(server.requests).toHaveLength(8);
    hold.release();
    expect(await all).toHaveLength(20);
    expect(server.requests).toHaveLength(20);
  });
});

describe("tokens", () => {
  const variable = { TF_TOKEN_registry_terraform_io: "t0p-s3cret" };

  it("go to the registry's own endpoints and nowhere else", async () => {
    const { registry, server } = await open(
      { ...everything, token: "t0p-s3cret" },
      { environment: variable, needsDates: true },
    );
    await registry.provider(FOO);
    await registry.packages(FOO, "1.3.0", ["linux_amd64"]);
    const told = server.requests.filter(({ headers }) => "authorization" in headers).map(({ path }) => path);
    expect(told).toEqual([
      "/v1/providers/acme/foo/versions",
      "/v2/providers/acme/foo",
      "/v1/providers/acme/foo/1.3.0/download/linux/amd64",
    ]);
    expect(server.requests).toHaveLength(6);
  });

  it("are not sent to another origin, though the registry names it", async () => {
    const other = await serve({ providers: [{ source: "acme/foo", versions: ["1.3.0"] }] });
    const server = await serve({
      providers: [{ source: "acme/foo", versions: ["1.3.0"] }],
      token: "t0p-s3cret",
      files: other.url,
    });
    const cliConfiguration = server.cliConfiguration(HOST) + other.cliConfiguration("files.example");
    const { registry } = openRegistry({ cliConfiguration, environment: variable });
    expect((await registry.packages(FOO, "1.3.0", ["linux_amd64"])).hashes).toHaveLength(4);
    expect(other.requests).toHaveLength(3);
    expect(other.requests.filter(({ headers }) => "authorization" in headers)).toEqual([]);
  });

  it("are taken from a credentials block, and for a mirror by its own host", async () => {
    const server = await serve({ ...everything, token: "t0p-s3cret" });
    const credentials = (host: string): string => `credentials "${host}" {\n  token = "t0p-s3cret"\n}\n`;
    const first = openRegistry({ cliConfiguration: server.cliConfiguration(HOST) + credentials(HOST) });
    expect(versions(await first.registry.provider(FOO))).toHaveLength(3);
    const mirror = openRegistry({ registryUrl: server.url, cliConfiguration: credentials(server.host) });
    expect(versions(await mirror.registry.provider(FOO))).toHaveLength(3);
    const without = openRegistry({ registryUrl: server.url, environment: variable });
    expect((await failureOf(without.registry.provider(FOO))).remedy).toContain("credentials block");
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ["none", {}, /Access was refused: set TF_TOKEN_registry_terraform_io in the step's environment/],
    [
      "a wrong one",
      { TF_TOKEN_registry_terraform_io: "wr0ng-s3cret" },
      /although the token from TF_TOKEN_registry_terraform_io was sent/,
    ],
  ])("%s: what to do is said, the token is not", async (_, environment, message) => {
    const { registry, said } = await open({ ...everything, token: "t0p-s3cret" }, { environment });
    const failure = await failureOf(registry.provider(FOO));
    expect(failure.what).toMatch(
      /^The provider acme\/foo could not be looked up: http:\S+versions: the server answered with status 401$/,
    );
    expect(failure.remedy).toMatch(message);
    const everythingSaid = [failure.stack, failure.what, failure.remedy, JSON.stringify(failure.cause), ...said].join(
      "\n",
    );
    expect(everythingSaid).not.toContain("s3cret");
  });
});

describe("what goes wrong", () => {
  it.each<[ReleaseFault, RegExp, number]>([
    ["401", /status 401/, 1],
    ["403", /status 403/, 1],
    ["404", /status 404/, 1],
    ["429", /status 429/, 4],
    ["500", /status 500/, 4],
    ["503", /status 503/, 4],
    ["reset-before", /ECONNRESET/, 4],
    ["reset-mid-body", /aborted|ECONNRESET/, 4],
    ["truncated", /not JSON/, 1],
    ["malformed-json", /not JSON/, 1],
    ["html-200", /the answer is an HTML page, not JSON/, 1],
    ["huge-body", /more than the 5242880 that are allowed/, 1],
    ["redirect", /it was redirected to another place: http:\/\/169\.254\.169\.254/, 1],
    ["redirect-loop", /redirected more than 3 times/, 4],
  ])("%s is said, after a bounded number of tries", async (fault, message, count) => {
    const { registry, server, clock } = await open();
    server.faults.add({ on: "GET */versions", fault, nth: "all" });
    const failure = await failureOf(registry.provider(FOO));
    expect(failure.what).toMatch(message);
    expect(failure.remedy).not.toBe("");
    expect(server.requests).toHaveLength(count);
    expect(clock.elapsed).toBeLessThanOrEqual(10_000);
    // The failure is remembered too.
    expect(await failureOf(registry.provider(FOO))).toBe(failure);
    expect(server.requests).toHaveLength(count);
  });

  it("a passing fault is waited out, as long as the server asks but not for an hour", async () => {
    const { registry, server, clock } = await open();
    server.faults.add({ on: "GET */versions", fault: "429", retryAfter: 3 });
    server.faults.add({ on: "GET */versions", fault: "503", retryAfter: 3600, nth: 2 });
    expect(versions(await registry.provider(FOO))).toHaveLength(3);
    expect(clock.sleeps.filter((ms) => ms !== 10_000)).toEqual([3000, 20_000]);
  });

  it("silence ends a try", async () => {
    const { registry, server, clock } = await open();
    const hold = server.hold("GET */versions");
    const failing = failureOf(registry.provider(FOO));
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      await hold.arrived(attempt);
      await clock.advance(20_000);
    }
    expect((await failing).what).toContain("nothing came for 10 seconds");
  });

  it("an abort ends everything", async () => {
    const ending = new AbortController();
    const { registry, server } = await open(everything, { signal: ending.signal });
    const hold = server.hold("GET */versions");
    const running = registry.provider(FOO);
    await hold.arrived();
    ending.abort(new Error("cancelled by the runner"));
    await expect(running).rejects.toThrow("cancelled by the runner");
  });

  it("an abort is told as what it is, also while the registry of a package is looked for", async () => {
    const signal = AbortSignal.abort(new Failure({ reason: "cancelled", what: "it was cancelled", remedy: "Again." }));
    const { registry } = openRegistry({ registryUrl: "https://mirror.invalid/", signal });
    await expect(registry.packages(FOO, "1.3.0", ["linux_amd64"])).rejects.toMatchObject({ reason: "cancelled" });
  });

  it("H089: a million versions are not read, as many as fit are", async () => {
    const { registry, server } = await open();
    const million = `{"versions":[${'{"version":"1.0.0"},'.repeat(1_000_000)}{}]}`;
    server.replace("/v1/providers/acme/foo/versions", million);
    expect((await failureOf(registry.provider(FOO))).what).toContain("bytes, more than the 5242880 that are allowed");
    const listed = Array.from({ length: 50_000 }, (_, index) => ({
      version: `1.${index % 1000}.${Math.floor(index / 1000)}`,
    }));
    server.replace("/v1/providers/acme/bar/versions", { versions: [...listed, ...listed] });
    const found = await registry.provider({ ...FOO, type: "bar" });
    expect(found.releases).toHaveLength(50_000);
  });

  it("one that fails leaves the others alone", async () => {
    const { registry, server } = await open();
    server.faults.add({ on: "GET */acme/foo/*", fault: "500", nth: "all" });
    const [provider, module] = await Promise.allSettled([registry.provider(FOO), registry.module(NETWORK)]);
    expect([provider.status, module.status]).toEqual(["rejected", "fulfilled"]);
  });
});
