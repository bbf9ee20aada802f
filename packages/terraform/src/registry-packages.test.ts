import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "@jest/globals";
import { Failure } from "@handrail/runner";
import {
  type LoopbackRegistry,
  type ProviderRelease,
  type ReleaseFault,
  startRegistry,
  workspace,
  zip,
} from "@handrail/testkit";
import { openRegistry, type OpenRegistry, removeFolders } from "./registry-fixture.ts";

const run = promisify(execFile);
const HOST = "registry.terraform.io";
const FOO = { host: HOST, namespace: "acme", type: "foo" };
const BOTH = ["linux_amd64", "darwin_arm64"];
let server: LoopbackRegistry;

afterEach(async () => {
  await server.close();
  removeFolders();
});

async function start(release: Partial<ProviderRelease> = {}, isOpenTofu = false): Promise<OpenRegistry> {
  const versions = [{ version: "1.2.0" }, { version: "1.3.0", ...release }];
  server = await startRegistry({ providers: [{ source: "acme/foo", versions }], isOpenTofu });
  return openRegistry({ cliConfiguration: server.cliConfiguration(HOST) });
}

/** The hashes that terraform itself writes. */
async function terraformLocks(platforms: readonly string[]): Promise<string[]> {
  const main = `terraform {\n  required_providers {\n    foo = { source = "acme/foo", version = "1.3.0" }\n  }\n}\n`;
  using folder = workspace({ "main.tf": main, "cli.tfrc": server.cliConfiguration(HOST) }, { git: false });
  const env = { PATH: process.env["PATH"] ?? "", HOME: folder.path, TF_CLI_CONFIG_FILE: folder.resolve("cli.tfrc") };
  const args = platforms.map((platform) => `-platform=${platform}`);
  await run("terraform", ["providers", "lock", ...args], {
    cwd: folder.path,
    env: { ...env, CHECKPOINT_DISABLE: "1" },
  });
  return [...folder.read(".terraform.lock.hcl").matchAll(/"((?:h1|zh):[^"]+)"/g)].map(([, hash = ""]) => hash);
}

async function failureOf(open: OpenRegistry, platforms = BOTH, version = "1.3.0"): Promise<Failure> {
  const thrown: unknown = await open.registry.packages(FOO, version, platforms).then(
    () => "locked",
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(Failure);
  const failure = thrown as Failure;
  expect(failure.reason).toBe("lock-failed");
  expect(failure.what).not.toContain("\n");
  expect(readFolder(open)).toEqual([]);
  return failure;
}

function readFolder({ folder }: OpenRegistry): string[] {
  return folder.has("temporary") ? readdirSync(folder.resolve("temporary")) : [];
}

const random = (size: number): Buffer => {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; at += 1) bytes[at] = (at * 7919 + (at >> 9) * 31) % 251;
  return bytes;
};

describe("packages are hashed as terraform does", () => {
  it.each<[string, Partial<ProviderRelease>, readonly string[]]>([
    ["one platform", {}, ["linux_amd64"]],
    ["two platforms", {}, BOTH],
    ["the order of platforms does not count", {}, BOTH.toReversed()],
    [
      "directory entries",
      { files: { "docs/": "", "docs/index.md": "# foo\n", "docs/a/": "", LICENSE: "free\n" } },
      BOTH,
    ],
    [
      "names that sort by bytes",
      { files: { "a/b": "1", "a.b": "2", "a-b": "3", A: "4", ä: "5", "€": "6", "😀": "7", ﬀ: "8" } },
      BOTH,
    ],
    ["an empty file", { files: { "empty.txt": "" } }, BOTH],
    ["several megabytes", { files: { "data.bin": random(5_000_000) } }, ["linux_amd64"]],
    [
      "stored members",
      { zip: (platform) => zip([{ name: "terraform-provider-foo", content: platform, mode: 0o755, method: "store" }]) },
      BOTH,
    ],
    [
      "other platforms in the checksums",
      { platforms: ["linux_amd64", "linux_arm64", "windows_amd64", "darwin_arm64"] },
      BOTH,
    ],
    ["a signing subkey", { signedBy: "subkey" }, BOTH],
    ["a key that expired after it signed", { signedBy: "expired" }, BOTH],
    ["several keys, the last one signed", { announcedKeys: ["unknown", "subkey", "trusted"] }, BOTH],
  ])("%s", async (_, release, platforms) => {
    const { registry } = await start(release);
    const { hashes } = await registry.packages(FOO, "1.3.0", platforms);
    expect(hashes).toEqual(await terraformLocks(platforms));
    expect(hashes.filter((hash) => hash.startsWith("h1:"))).toHaveLength(platforms.length);
  });

  it("fetches each package once, whatever is asked for how often", async () => {
    const open = await start();
    const first = await Promise.all([
      open.registry.packages(FOO, "1.3.0", ["linux_amd64"]),
      open.registry.packages(FOO, "1.3.0", BOTH),
      open.registry.packages(FOO, "1.3.0", BOTH.toReversed()),
    ]);
    expect(first[1]).toEqual(first[2]);
    const paths = server.requests.map(({ path }) => path);
    expect(paths.filter((path) => path.endsWith(".zip"))).toHaveLength(2);
    expect(paths.filter((path) => path.includes("/download/"))).toHaveLength(2);
    expect(server.requests.every(({ method }) => method === "GET")).toBe(true);
    expect(readFolder(open)).toEqual([]);
  });

  it("at most 4 at a time", async () => {
    const platforms = Array.from({ length: 10 }, (_, index) => `os${index}_amd64`);
    const { registry } = await start({ platforms });
    const hold = server.hold("GET *.zip");
    const locking = registry.packages(FOO, "1.3.0", platforms);
    await hold.arrived(4);
    // Whatever would still come has had its turns of the loop.
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(server.requests.filter(({ path }) => path.endsWith(".zip"))).toHaveLength(4);
    hold.release();
    expect((await locking).hashes).toHaveLength(21);
  });

  it("works through a passing fault", async () => {
    const { registry } = await start();
    const faults: ReleaseFault[] = ["503", "reset-mid-body", "reset-before"];
    for (const [index, fault] of faults.entries())
      server.faults.add({ on: "GET *linux_amd64.zip", fault, nth: index + 1 });
    server.faults.add({ on: "GET *SHA256SUMS", fault: "429", retryAfter: 3 });
    const { hashes } = await registry.packages(FOO, "1.3.0", BOTH);
    expect(hashes).toEqual(await terraformLocks(BOTH));
  });
});

describe("OpenTofu's registry tells the hashes of all platforms", () => {
  const directoryHash = "h1:LT0+QBZxlGgrMXoSDi4dj/LJ3+jeAyRNgwwubIQNNLE=";

  it("which saves the packages when its zh are the signed ones", async () => {
    const { registry } = await start({ directoryHash }, true);
    const { hashes } = await registry.packages(FOO, "1.3.0", BOTH);
    expect(hashes[0]).toBe(directoryHash);
    expect(hashes).toHaveLength(4);
    expect(server.requests.map(({ path }) => path.split("/").at(-1))).toEqual([
      "arm64",
      "terraform-provider-foo_1.3.0_SHA256SUMS",
      "terraform-provider-foo_1.3.0_SHA256SUMS.sig",
    ]);
  });

  it.each<[string, Partial<ProviderRelease>]>([
    ["it tells no h1", {}],
    [
      "its zh are not the signed ones",
      { directoryHash, answer: (answer) => ({ ...answer, packages: wrongZip(answer) }) },
    ],
    ["it tells nothing of a platform", { directoryHash, answer: (answer) => ({ ...answer, packages: {} }) }],
    ["what it tells are no hashes", { directoryHash: "h1:../../etc/passwd" }],
  ])("which are not believed when %s", async (_, release) => {
    const { registry } = await start(release, true);
    expect((await registry.packages(FOO, "1.3.0", BOTH)).hashes).toEqual(await terraformLocks(BOTH));
  });

  function wrongZip(answer: Record<string, unknown>): unknown {
    const hashes = [directoryHash, `zh:${"0".repeat(64)}`];
    return { linux_amd64: { hashes }, darwin_arm64: { hashes }, ...(answer["packages"] as object | undefined) };
  }
});

const file = (platform: string, version = "1.3.0"): string => `terraform-provider-foo_${version}_${platform}.zip`;
const at = (name: string, version = "1.3.0"): string => `/files/providers/acme/foo/${version}/${name}`;

describe("what was tampered with is never locked", () => {
  it.each<[string, Partial<ProviderRelease>, RegExp]>([
    [
      "sums signed by a key that the registry does not name",
      { signedBy: "unknown", announcedKeys: ["trusted"] },
      /was made by the key [0-9A-F]{16}/,
    ],
    ["no key is named", { announcedKeys: [] }, /it names no key/],
    ["a revoked key", { signedBy: "revoked" }, /is revoked/],
    ["a signature of other data", { signature: "other-data" }, /digest did not match/],
    ["a damaged signature", { signature: "garbage" }, /no OpenPGP signature/],
    ["an empty signature", { signature: "empty" }, /no OpenPGP signature/],
    ["no signature", { signature: "missing" }, /there is no signature of its checksums at http/],
    ["no checksums", { checksums: "missing" }, /there is no SHA256SUMS at http/],
    ["checksums without the package", { checksums: "not-listed" }, /does not list terraform-provider-foo_1\.3\.0/],
    ["other checksums than announced", { checksums: "wrong" }, /its shasum is not the one in its SHA256SUMS/],
    ["a package listed twice", { checksums: "twice" }, /lists "terraform-provider-foo_1\.3\.0_\w+\.zip" twice/],
    ["checksums that are none", { checksums: "garbage" }, /is no list of sums/],
    [
      "an answer for another platform",
      { answer: (answer) => ({ ...answer, os: "windows" }) },
      /it answers for "windows_/,
    ],
    ["an answer without a sum", { answer: (answer) => ({ ...answer, shasum: undefined }) }, /it has no shasum/],
    [
      "a file name that is a path",
      { answer: (answer) => ({ ...answer, filename: "../../evil.zip" }) },
      /its filename is none/,
    ],
    [
      "a place that is no URL",
      { answer: (answer) => ({ ...answer, download_url: "file:///etc/passwd" }) },
      /download_url is no URL/,
    ],
    ["an answer that is a list", { answer: () => [] as unknown as Record<string, unknown> }, /it has no os/],
    [
      "a zip with two members of one name",
      {
        zip: () =>
          zip([
            { name: "a", content: "1" },
            { name: "a", content: "2" },
          ]),
      },
      /two members of the same name/,
    ],
    [
      "a zip that leaves its folder",
      { zip: () => zip([{ name: "../evil", content: "1" }]) },
      /invalid relative path|no plain path/,
    ],
    ["a zip with a name of two lines", { zip: () => zip([{ name: "a\nb", content: "1" }]) }, /no plain path/],
    ["a zip with a wrong CRC-32", { zip: () => zip([{ name: "a", content: "1", crc: 7 }]) }, /CRC-32/],
    [
      "a zip that unpacks to more than it says",
      { zip: () => zip([{ name: "a", content: "12345678901", size: 5 }]) },
      /more than the announced/,
    ],
    ["an encrypted zip", { zip: () => zip([{ name: "a", content: "1", isEncrypted: true }]) }, /encrypted/],
    ["no zip", { zip: () => Buffer.from("<html>Sign in</html>") }, /its zip cannot be read/],
    ["an empty zip", { zip: () => zip([]) }, /holds no file/],
  ])("%s", async (_, release, message) => {
    expect((await failureOf(await start(release))).what).toMatch(message);
  });

  it("a zip that was exchanged", async () => {
    const open = await start();
    server.replace(at(file("linux_amd64")), zip([{ name: "terraform-provider-foo_v1.3.0", content: "evil" }]));
    expect((await failureOf(open)).what).toMatch(/linux_amd64 was not locked: .* has the SHA-256 [0-9a-f]{64}, but/);
  });

  it.each<[string, string, string]>([
    ["another platform's package, rightly signed", file("darwin_arm64"), "1.3.0"],
    ["an older version's package, rightly signed", file("linux_amd64", "1.2.0"), "1.2.0"],
  ])("%s", async (_, filename, version) => {
    const open = await start();
    const base = `/v1/providers/acme/foo`;
    const theirs = (await (
      await fetch(
        `${server.url}${base}/${version}/download/${filename.includes("darwin") ? "darwin/arm64" : "linux/amd64"}`,
      )
    ).json()) as object;
    server.replace(`${base}/1.3.0/download/linux/amd64`, { ...theirs, os: "linux", arch: "amd64" });
    expect((await failureOf(open)).what).toContain(`its file is ${filename}, which is another version or platform`);
  });

  it.each<[ReleaseFault, string, RegExp]>([
    ["truncated", "*.zip", /has the SHA-256/],
    ["corrupted", "*.zip", /has the SHA-256/],
    ["html-200", "*.zip", /has the SHA-256/],
    ["corrupted", "*SHA256SUMS", /does not verify/],
    ["truncated", "*.sig", /does not verify|no OpenPGP signature/],
    ["html-200", "*.sig", /no OpenPGP signature/],
    ["html-200", "*/download/*", /HTML page/],
    ["malformed-json", "*/download/*", /not JSON/],
    ["huge-body", "*/download/*", /more than the 5242880 that are allowed/],
    ["huge-body", "*SHA256SUMS", /more than the 1048576 that are allowed/],
    ["redirect", "*.zip", /169\.254\.169\.254\S* is not https/],
    ["redirect", "*/download/*", /it was redirected to another place/],
    ["redirect-loop", "*.zip", /redirected more than 3 times/],
    ["403", "*/download/*", /status 403/],
    ["503", "*.zip", /status 503/],
    ["reset-before", "*.sig", /ECONNRESET/],
  ])("H084: %s for %s", async (fault, path, message) => {
    const open = await start();
    server.faults.add({ on: `GET ${path}`, fault, nth: "all" });
    expect((await failureOf(open)).what).toMatch(message);
  });

  it("a platform that is not there is named", async () => {
    const failure = await failureOf(await start(), ["linux_amd64", "plan9_386"]);
    expect(failure.what).toBe(
      `The provider acme/foo 1.3.0 for plan9_386 could not be locked: ${HOST} has no such package`,
    );
    expect(failure.remedy).toContain("lock-platforms");
  });

  it.each(["../1.3.0", "1.3.0/../../evil", "1.3", "1.3.0?x=1", "latest", ""])(
    "H080: the version %j is asked for nowhere",
    async (version) => {
      await failureOf(await start(), BOTH, version);
      expect(server.requests).toEqual([]);
    },
  );

  it("fails once for all who ask", async () => {
    const open = await start({ signature: "garbage" });
    const first = await failureOf(open);
    const { length } = server.requests;
    expect(await failureOf(open)).toBe(first);
    expect(server.requests).toHaveLength(length);
  });
});
