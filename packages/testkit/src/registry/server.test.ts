import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";

import { afterEach, describe, expect, it } from "@jest/globals";

import type { ReleaseFault } from "../spoil.ts";
import { workspace } from "../workspace.ts";
import type { Workspace } from "../workspace.ts";
import { startGitRemote } from "./git-remote.ts";
import type { ProviderRelease } from "./provider.ts";
import { startRegistry } from "./server.ts";
import type { LoopbackRegistry, RegistryOptions } from "./server.ts";

const run = promisify(execFile);
const HOST = "registry.terraform.io";
const open: { close(): Promise<void> }[] = [];
const folders: Workspace[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
  for (const folder of folders.splice(0)) folder.cleanup();
});

async function start(options: RegistryOptions): Promise<LoopbackRegistry> {
  const registry = await startRegistry(options);
  open.push(registry);
  return registry;
}

/** A root module, and terraform in it against the registry. */
function root(registry: LoopbackRegistry, main: string, environment: Record<string, string> = {}, host = HOST) {
  const folder = workspace({ "main.tf": main, "cli.tfrc": registry.cliConfiguration(host) }, { git: false });
  folders.push(folder);
  const terraform = async (...args: string[]): Promise<string> => {
    const env = { PATH: process.env["PATH"] ?? "", HOME: folder.path, TF_CLI_CONFIG_FILE: folder.resolve("cli.tfrc") };
    const options = { cwd: folder.path, env: { ...env, CHECKPOINT_DISABLE: "1", ...environment } };
    return run("terraform", [...args, "-no-color"], options).then(
      ({ stdout, stderr }) => stdout + stderr,
      // terraform wraps its messages.
      (error: { stderr: string }) => error.stderr.replaceAll(/[\s│╷╵]+/gu, " "),
    );
  };
  return { folder, terraform };
}

const provider = (version: string, host = HOST): string =>
  `terraform {\n  required_providers {\n    foo = { source = "${host}/acme/foo", version = "${version}" }\n  }\n}\n`;
const foo = (release: Partial<ProviderRelease>): RegistryOptions => ({
  providers: [{ source: "acme/foo", versions: [{ version: "1.3.0", ...release }] }],
});

describe("the registry, and the real terraform", () => {
  it("installs a provider, with directory entries in its zip or without", async () => {
    const registry = await start({
      providers: [
        {
          source: "acme/foo",
          versions: ["1.2.0", { version: "1.3.0", files: { "docs/": "", "docs/index.md": "# foo\n" } }, "2.0.0-beta1"],
        },
      ],
    });
    const { folder, terraform } = root(registry, provider("~> 1.2"));
    expect(await terraform("init")).toContain("Installed acme/foo v1.3.0 (self-signed, key ID");
    const where = `.terraform/providers/${HOST}/acme/foo/1.3.0/linux_amd64`;
    expect(existsSync(folder.resolve(where, "terraform-provider-foo_v1.3.0"))).toBe(true);
    expect(folder.read(`${where}/docs/index.md`)).toBe("# foo\n");
    // One h1 for this platform; one zh for each of two zips and the manifest.
    expect(folder.read(".terraform.lock.hcl").match(/"(?:h1|zh):/gu)).toHaveLength(4);
    expect(registry.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "GET /v1/providers/acme/foo/versions",
      "GET /v1/providers/acme/foo/1.3.0/download/linux/amd64",
      "GET /files/providers/acme/foo/1.3.0/terraform-provider-foo_1.3.0_SHA256SUMS",
      "GET /files/providers/acme/foo/1.3.0/terraform-provider-foo_1.3.0_SHA256SUMS.sig",
      "HEAD /files/providers/acme/foo/1.3.0/terraform-provider-foo_1.3.0_linux_amd64.zip",
      "GET /files/providers/acme/foo/1.3.0/terraform-provider-foo_1.3.0_linux_amd64.zip",
    ]);
  });

  it("locks for several platforms and shows the registry's warnings", async () => {
    const registry = await start({
      providers: [{ source: "acme/foo", versions: ["1.3.0"], warnings: ["acme/foo has moved to acme/bar"] }],
    });
    const { folder, terraform } = root(registry, provider("1.3.0"));
    expect(await terraform("init")).toContain("acme/foo has moved to acme/bar");
    await terraform("providers", "lock", "-platform=linux_amd64", "-platform=darwin_arm64");
    expect(folder.read(".terraform.lock.hcl").match(/"h1:/gu)).toHaveLength(2);
  });

  it("serves the tarballs of modules, for any host", async () => {
    const registry = await start({
      modules: [
        {
          source: "acme/network/aws",
          versions: ["1.0.0", { version: "1.1.0", files: { "main.tf": 'output "id" { value = 1 }\n' } }],
        },
      ],
    });
    const host = "modules.example";
    const main = `module "network" {\n  source = "${host}/acme/network/aws"\n  version = "~> 1.0"\n}\n`;
    const { folder, terraform } = root(registry, main, {}, host);
    expect(await terraform("get")).toContain(`Downloading ${host}/acme/network/aws 1.1.0 for network`);
    expect(folder.read(".terraform/modules/network/main.tf")).toContain('output "id"');
  });

  it("wants its token, for the registry's own endpoints only", async () => {
    const registry = await start({ ...foo({}), token: "s3cret" });
    const denied = root(registry, provider("1.3.0"));
    expect(await denied.terraform("init")).toContain("requires authentication credentials");
    const { terraform } = root(registry, provider("1.3.0"), { TF_TOKEN_registry_terraform_io: "s3cret" });
    expect(await terraform("init")).toContain("Installed acme/foo");
    const withToken = registry.requests.filter(({ headers }) => headers["authorization"] === "Bearer s3cret");
    expect(withToken.map(({ path }) => path)).toEqual([
      "/v1/providers/acme/foo/versions",
      "/v1/providers/acme/foo/1.3.0/download/linux/amd64",
    ]);
  });

  it.each<[string, Partial<ProviderRelease>, RegExp]>([
    ["an unknown signer", { signedBy: "unknown", announcedKeys: ["trusted"] }, /signature from unknown issuer/],
    ["no keys", { announcedKeys: [] }, /signature from unknown issuer/],
    ["no signature", { signature: "missing" }, /failed to retrieve cryptographic signature/],
    ["an empty signature", { signature: "empty" }, /signature/],
    ["a signature of other data", { signature: "other-data" }, /error checking signature/],
    ["no checksums", { checksums: "missing" }, /failed to retrieve authentication checksums/],
    ["a wrong checksum", { checksums: "wrong" }, /checksum/],
    ["a checksum that is not listed", { checksums: "not-listed" }, /has no SHA-256 hash/],
    ["another platform", { answer: (answer) => ({ ...answer, os: "windows" }) }, /has incorrect target windows_amd64/],
  ])("is refused with %s", async (_, wrong, message) => {
    const registry = await start(foo(wrong));
    const { terraform } = root(registry, provider("1.3.0"));
    expect(await terraform("init")).toMatch(message);
  });

  it("accepts a signature of a key that expired since, as terraform does", async () => {
    const registry = await start(foo({ signedBy: "expired" }));
    const { terraform } = root(registry, provider("1.3.0"));
    expect(await terraform("init")).toContain("Installed acme/foo v1.3.0 (self-signed");
  });
});

describe("the registry's other answers", () => {
  const json = async (registry: LoopbackRegistry, path: string): Promise<unknown> =>
    (await fetch(registry.url + path)).json();

  it("tells dates in the v2 API and in OpenTofu's docs API", async () => {
    const published = "2026-01-02T03:04:05Z";
    const registry = await start({
      providers: [
        {
          source: "acme/foo",
          versions: [{ version: "1.3.0", publishedAt: published }],
          repository: "https://github.com/acme/terraform-provider-foo",
        },
      ],
      modules: [{ source: "acme/network/aws", versions: [{ version: "1.0.0", publishedAt: published }] }],
    });
    expect(await json(registry, "/v2/providers/acme/foo?include=provider-versions")).toMatchObject({
      data: { attributes: { source: "https://github.com/acme/terraform-provider-foo" } },
      included: [{ attributes: { version: "1.3.0", "published-at": published } }],
    });
    expect(await json(registry, "/v2/modules/acme/network/aws?include=module-versions")).toMatchObject({
      included: [{ attributes: { version: "1.0.0", "published-at": published } }],
    });
    expect(await json(registry, "/registry/docs/providers/acme/foo/index.json")).toEqual({
      versions: [{ id: "v1.3.0", published }],
    });
  });

  it("names hashes of all platforms as OpenTofu's registry does", async () => {
    const registry = await start({ ...foo({ directoryHash: "h1:abc=" }), isOpenTofu: true });
    expect(await json(registry, "/v1/providers/acme/foo/1.3.0/download/linux/amd64")).toMatchObject({
      packages: { darwin_arm64: { hashes: ["h1:abc=", expect.stringMatching(/^zh:[0-9a-f]{64}$/u)] } },
    });
  });

  it.each<[ReleaseFault, unknown]>([
    ["429", 429],
    ["html-200", /JSON/],
    ["malformed-json", /JSON/],
    ["truncated", /JSON/],
    ["reset-before", /fetch failed/],
    ["reset-mid-body", /terminated/],
  ])("has the fault %s once", async (fault, expected) => {
    const registry = await start(foo({}));
    registry.faults.add({ on: "GET */versions", fault });
    const path = "/v1/providers/acme/foo/versions";
    const first = fetch(registry.url + path).then(async (answer) => (answer.ok ? answer.json() : answer.status));
    if (expected instanceof RegExp) await expect(first).rejects.toThrow(expected);
    else expect(await first).toBe(expected);
    expect(await json(registry, path)).toMatchObject({ versions: [{ version: "1.3.0" }] });
    expect(registry.requests.map((request) => request.fault)).toEqual([fault, undefined]);
  });
});

describe("the git remote", () => {
  it("is read by git ls-remote, with credentials where they are wanted", async () => {
    const repositories = { "acme/network": ["v1.0.0", "v1.1.0", "v1.1.0^{}"] };
    const remote = await startGitRemote({ repositories, credentials: "me:secret" });
    open.push(remote);
    const env = {
      PATH: process.env["PATH"] ?? "",
      GIT_TERMINAL_PROMPT: "0",
      GIT_CONFIG_NOSYSTEM: "1",
      HOME: "/nowhere",
    };
    const tags = async (url: string) => run("git", ["ls-remote", "--tags", url], { env });
    const { stdout } = await tags(`${remote.url.replace("//", "//me:secret@")}/acme/network.git`);
    expect(stdout.match(/refs\/tags\/\S+/gu)).toEqual(["refs/tags/v1.0.0", "refs/tags/v1.1.0", "refs/tags/v1.1.0^{}"]);
    await expect(tags(`${remote.url}/acme/network`)).rejects.toThrow(/could not read Username/);
  });
});
