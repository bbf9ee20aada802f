import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { find } from "@actions/tool-cache";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { Failure, type Log } from "@handrail/runner";
import { startReleases, virtualClock, workspace, type Release, type Releases, type Workspace } from "@handrail/testkit";
import { createInstaller, type Installer, type InstallerOptions } from "./install.ts";
import { parseVersion } from "./version.ts";

let folder: Workspace;
let server: Releases;
let said: string[];
const version = parseVersion("1.11.4");
const files = [
  "terraform",
  "terraform_1.11.4_SHA256SUMS",
  "terraform_1.11.4_SHA256SUMS.sig",
  "terraform_1.11.4_linux_amd64.zip",
];

beforeEach(() => {
  folder = workspace({}, { git: false });
  said = [];
});

afterEach(async () => {
  await server.close();
  folder.cleanup();
});

async function start(...releases: Release[]): Promise<void> {
  server = await startReleases(releases.length === 0 ? {} : { releases });
}

function installer(more: Partial<InstallerOptions> = {}): Installer {
  const log: Log = {
    info: (text) => void said.push(`info ${text}`),
    warning: (text) => void said.push(`warning ${text}`),
    debug: () => undefined,
    group: () => undefined,
    endGroup: () => undefined,
  };
  return createInstaller({
    product: "terraform",
    platform: { os: "linux", arch: "amd64" },
    releasesUrl: server.url,
    signingKey: server.keys.trusted.armored,
    cacheDirectory: folder.resolve("cache"),
    temporaryDirectory: folder.resolve("temporary"),
    environment: {},
    // Waits between tries end by themselves, deadlines do not.
    clock: virtualClock({ start: Date.now(), mode: (ms) => ms < 20_000 }),
    log,
    signal: new AbortController().signal,
    ...more,
  });
}

/** The failure of an installation, after which nothing may be left. */
async function failureOf(options: Partial<InstallerOptions> = {}, of = version): Promise<Failure> {
  const thrown: unknown = await installer(options)
    .install(of)
    .then(
      () => "installed",
      (error: unknown) => error,
    );
  expect(existsSync(folder.resolve("cache"))).toBe(false);
  expect(readdirSync(folder.resolve("temporary"))).toEqual([]);
  expect(thrown).toBeInstanceOf(Failure);
  return thrown as Failure;
}

describe("install and cached", () => {
  it("puts a verified release into the tool cache, in the layout of @actions/tool-cache", async () => {
    await start();
    const { directory, program } = await installer().install(version);
    expect(directory).toBe(folder.resolve("cache/terraform/1.11.4/x64"));
    expect(readdirSync(directory).toSorted()).toEqual(files);
    expect(statSync(program).mode & 0o7777).toBe(0o755);
    expect(readFileSync(program, "utf8")).toContain("Terraform v1.11.4");
    expect(readdirSync(folder.resolve("temporary"))).toEqual([]);
    const before = process.env["RUNNER_TOOL_CACHE"];
    process.env["RUNNER_TOOL_CACHE"] = folder.resolve("cache");
    try {
      expect(find("terraform", "~1.11.0", "x64")).toBe(directory);
    } finally {
      if (before === undefined) delete process.env["RUNNER_TOOL_CACHE"];
      else process.env["RUNNER_TOOL_CACHE"] = before;
    }
  });

  it("works for a program of many megabytes, of which one byte counts", async () => {
    const program = Buffer.alloc(9_000_001, "terraform ");
    for (let at = 0; at < program.length; at += 3) program.writeUInt8((at * 7919) % 251, at);
    await start({ version: "1.11.4", program });
    const installed = await installer().install(version);
    expect(readFileSync(installed.program).equals(program)).toBe(true);
    expect(await installer().cached(version)).toEqual(installed);
    program.writeUInt8(program.readUInt8(9_000_000) ^ 1, 9_000_000);
    writeFileSync(installed.program, program);
    expect(await installer().cached(version)).toBeUndefined();
  });

  it("asks for three files of an exact version, and for nothing when it is in the cache", async () => {
    await start();
    expect(await installer().cached(version)).toBeUndefined();
    await installer().install(version);
    expect(server.requests.map((request) => request.path)).toEqual([
      "/terraform/1.11.4/terraform_1.11.4_SHA256SUMS",
      "/terraform/1.11.4/terraform_1.11.4_SHA256SUMS.sig",
      "/terraform/1.11.4/terraform_1.11.4_linux_amd64.zip",
    ]);
    const hit = await installer().cached(version);
    expect(hit?.program).toBe(folder.resolve("cache/terraform/1.11.4/x64/terraform"));
    expect(server.requests).toHaveLength(3);
  });

  it("installs OpenTofu from both layouts of a mirror", async () => {
    await start({ product: "opentofu", version: "1.9.0" });
    const tofu = installer({ product: "opentofu" });
    expect((await tofu.list()).map(({ text }) => text)).toEqual(["1.9.0"]);
    const { program } = await tofu.install(parseVersion("1.9.0"));
    expect(program).toBe(folder.resolve("cache/opentofu/1.9.0/x64/tofu"));
    rmSync(folder.resolve("cache"), { recursive: true });
    server.replace("/opentofu/opentofu/releases/download/v1.9.0/tofu_1.9.0_SHA256SUMS", undefined);
    server.replace("/tofu/api.json", undefined);
    expect(await tofu.list()).toHaveLength(1);
    await tofu.install(parseVersion("1.9.0"));
    expect(server.requests.at(-1)?.path).toBe("/v1.9.0/tofu_1.9.0_linux_amd64.zip");
  });

  it("takes a signing subkey and an armored signature", async () => {
    await start({ version: "1.11.4", signedBy: "subkey", signature: "armored" });
    await expect(installer({ signingKey: server.keys.subkey.armored }).install(version)).resolves.toBeDefined();
  });

  it("keeps the program for the job when the cache cannot be written", async () => {
    await start();
    folder.write({ cache: "a file where the directory should be" });
    const { directory, program } = await installer().install(version);
    expect(path.dirname(directory)).toBe(folder.resolve("temporary"));
    expect(existsSync(program)).toBe(true);
    expect(said.join("\n")).toContain("warning The tool cache cannot be written");
  });

  it("installs beside another job that is faster", async () => {
    await start();
    const both = await Promise.all([installer().install(version), installer().install(version)]);
    expect(new Set(both.map(({ program }) => program)).size).toBe(1);
    expect(await installer().cached(version)).toBeDefined();
    expect(readdirSync(folder.resolve("temporary"))).toEqual([]);
    expect(readdirSync(folder.resolve("cache/terraform/1.11.4")).toSorted()).toEqual(["x64", "x64.complete"]);
  });

  it("replaces what a killed job left", async () => {
    await start();
    folder.write({ "cache/terraform/1.11.4/x64/terraform": "half" });
    expect(await installer().cached(version)).toBeUndefined();
    const { program } = await installer().install(version);
    expect(readFileSync(program, "utf8")).toContain("Terraform v1.11.4");
  });

  it("H082: a set-uid program is installed without the bit", async () => {
    await start({ version: "1.11.4", archive: "setuid" });
    const { program } = await installer().install(version);
    expect(statSync(program).mode & 0o7777).toBe(0o755);
  });
});

describe("what does not verify is never installed", () => {
  it.each<[string, Partial<Release>, RegExp]>([
    ["H078: an unknown key", { signedBy: "unknown" }, /it was made by the key [0-9A-F]{16}, trusted is/],
    ["H078: a revoked key", { signedBy: "revoked" }, /it was made by the key/],
    ["H079: a signature of other data", { signature: "other-data" }, /Signed digest did not match/],
    ["H079: a damaged signature", { signature: "garbage" }, /no OpenPGP signature/],
    ["H079: an empty signature", { signature: "empty" }, /no OpenPGP signature/],
    ["H079: no signature", { signature: "missing" }, /there is no signature terraform_1\.11\.4_SHA256SUMS\.sig/],
    ["H084: a wrong checksum", { checksums: "wrong" }, /has the SHA-256 [0-9a-f]{64}, but 0{64} was signed/],
    [
      "H084: no checksum",
      { checksums: "not-listed" },
      /does not have one checksum of terraform_1\.11\.4_linux_amd64\.zip/,
    ],
    ["H084: two checksums", { checksums: "twice" }, /does not have one checksum/],
    ["H084: a checksum file of something else", { checksums: "garbage" }, /does not have one checksum/],
  ])("%s", async (_, wrong, message) => {
    await start({ version: "1.11.4", ...wrong });
    const failure = await failureOf();
    expect(failure.reason).toBe("verification-failed");
    expect(failure.what).toMatch(message);
    expect(failure.what).not.toContain("\n");
  });

  it.each<["revoked" | "expired", RegExp]>([
    ["revoked", /is revoked/],
    ["expired", /has expired on 2020-12-31/],
  ])("H078: the %s key itself is handed in", async (signedBy, message) => {
    await start({ version: "1.11.4", signedBy });
    const failure = await failureOf({ signingKey: server.keys[signedBy].armored });
    expect(failure).toMatchObject({ reason: "verification-failed", what: expect.stringMatching(message) as unknown });
  });

  it("H078: a mirror that signs itself needs its key named", async () => {
    await start();
    const failure = await failureOf({ signingKey: undefined });
    expect(failure.what).toContain("trusted is C874011F0AB405110D02105534365D9472D7468F");
    expect(failure.remedy).toContain("signing-key");
  });

  it.each<[NonNullable<Release["archive"]>, RegExp]>([
    ["extra-members", /the unexpected member "helper"/],
    ["traversal", /invalid relative path: \.\.\/evil/],
    ["absolute-path", /absolute path: \/evil/],
    ["backslash-traversal", /invalid characters in fileName/],
    ["symlink", /"terraform", which is not an ordinary file/],
    ["symlinked-directory", /the unexpected member "bin"/],
    ["twice", /two members of the same name/],
    ["differs-in-case", /two members of the same name/],
    ["directory", /the unexpected member "terraform\/"/],
    ["fifo", /not an ordinary file/],
    ["no-program", /no member named terraform/],
    ["empty", /no member named terraform/],
    ["bomb", /of 300000000 bytes/],
    ["wrong-crc", /CRC-32/],
    ["lying-size", /more than the announced 10 bytes/],
    ["lying-name", /calls its program otherwise/],
    ["encrypted", /encrypted member/],
    ["cut", /cannot be read/],
    ["not-a-zip", /cannot be read/],
    ["html", /cannot be read/],
  ])("H082: the archive %s", async (archive, message) => {
    await start({ version: "1.11.4", archive });
    const failure = await failureOf();
    expect(failure.reason).toBe("verification-failed");
    expect(failure.what).toMatch(message);
    expect(existsSync(folder.resolve("evil"))).toBe(false);
  });

  it.each([
    ["truncated", "GET *.zip", /has the SHA-256/],
    ["corrupted", "GET *.zip", /has the SHA-256/],
    ["html-200", "GET *.zip", /an HTML page was sent in its place/],
    ["html-200", "GET *SHA256SUMS", /an HTML page was sent in its place/],
    ["html-200", "GET *.sig", /an HTML page was sent in its place/],
    ["truncated", "GET *.sig", /does not verify/],
    ["corrupted", "GET *SHA256SUMS", /does not verify/],
  ] as const)("H084: %s for %s", async (fault, on, message) => {
    await start();
    server.faults.add({ on, fault, nth: "all" });
    expect(await failureOf()).toMatchObject({
      reason: "verification-failed",
      what: expect.stringMatching(message) as unknown,
    });
  });
});

describe("the tool cache is verified on every hit", () => {
  it.each<[string, (directory: string) => void, RegExp]>([
    [
      "another program",
      (directory) => writeFileSync(path.join(directory, "terraform"), "#!/bin/sh\necho evil\n"),
      /is not the one in the release's zip/,
    ],
    ["one changed byte", (directory) => flip(path.join(directory, "terraform")), /is not the one in the release's zip/],
    ["a changed mode", (directory) => chmodSync(path.join(directory, "terraform"), 0o4755), /is not the one/],
    ["a link", (directory) => link(path.join(directory, "terraform")), /is not the one/],
    [
      "a changed zip",
      (directory) => flip(path.join(directory, "terraform_1.11.4_linux_amd64.zip")),
      /damaged|checksum|not the one|cannot be read|CRC|calls/,
    ],
    ["changed checksums", (directory) => flip(path.join(directory, "terraform_1.11.4_SHA256SUMS")), /checksum|digest/],
    ["a changed signature", (directory) => flip(path.join(directory, "terraform_1.11.4_SHA256SUMS.sig")), /./],
    [
      "no signature",
      (directory) => unlinkSync(path.join(directory, "terraform_1.11.4_SHA256SUMS.sig")),
      /exactly the files/,
    ],
    [
      "one more program that would come on PATH",
      (directory) => writeFileSync(path.join(directory, "git"), "#!/bin/sh\n", { mode: 0o755 }),
      /exactly the files/,
    ],
    [
      "only a program, as other tools cache it",
      (directory) => files.slice(1).forEach((name) => unlinkSync(path.join(directory, name))),
      /exactly the files/,
    ],
  ])("H083: %s is evicted with a warning and fetched again", async (_, poison, message) => {
    await start();
    await installer().install(version);
    poison(entry());
    expect(await installer().cached(version)).toBeUndefined();
    expect(said.at(-1)).toMatch(
      /^warning terraform 1\.11\.4 in the tool cache is not used but removed and fetched again: /,
    );
    expect(said.at(-1)).toMatch(message);
    expect(readdirSync(path.dirname(entry()))).toEqual([]);
    const { program } = await installer().install(version);
    expect(readFileSync(program, "utf8")).toContain("Terraform v1.11.4");
  });

  it("H083: another signer's release is not taken for ours", async () => {
    await start({ version: "1.11.4", signedBy: "unknown" });
    await installer({ signingKey: server.keys.unknown.armored }).install(version);
    expect(await installer().cached(version)).toBeUndefined();
    expect(said.at(-1)).toContain("it was made by the key");
  });

  it("H083: another release under this version's name is not taken for it", async () => {
    await start({ version: "1.11.4" }, { version: "1.5.7" });
    await installer().install(parseVersion("1.5.7"));
    renameSync(folder.resolve("cache/terraform/1.5.7"), folder.resolve("cache/terraform/1.11.4"));
    expect(await installer().cached(version)).toBeUndefined();
  });
});

function entry(): string {
  return folder.resolve("cache/terraform/1.11.4/x64");
}

function flip(file: string): void {
  const bytes = readFileSync(file);
  const at = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
}

function link(file: string): void {
  renameSync(file, folder.resolve("elsewhere"));
  symlinkSync(folder.resolve("elsewhere"), file);
}

describe("the network", () => {
  it.each(["429", "500", "502", "503", "504", "reset-before", "reset-mid-body"] as const)(
    "H108: three times %s and then good",
    async (fault) => {
      await start();
      server.faults.add({ on: "GET *.zip", fault, nth: [1, 2, 3] });
      await expect(installer().install(version)).resolves.toBeDefined();
      const tries = said.filter((line) => line.startsWith("info Try "));
      expect(tries).toHaveLength(3);
      for (const line of tries)
        expect(line).toMatch(
          /^info Try [123] of 4 to fetch http:\/\/127\.0\.0\.1:[0-9]+\/terraform\/1\.11\.4\/[^ ]+ failed: [^\n]+$/,
        );
    },
  );

  it.each([
    ["503", 4, /the server answered with status 503/],
    ["reset-before", 4, /ECONNRESET/],
    ["reset-mid-body", 4, /ECONNRESET/],
    ["403", 1, /status 403/],
    ["401", 1, /status 401/],
  ] as const)("gives up on %s after %d", async (fault, count, message) => {
    await start();
    server.faults.add({ on: "GET *SHA256SUMS", fault, nth: "all" });
    const failure = await failureOf();
    expect(failure).toMatchObject({ reason: "download-failed", what: expect.stringMatching(message) as unknown });
    expect(server.requests).toHaveLength(count);
  });

  it("waits as long as the server asks, within reason", async () => {
    await start();
    server.faults.add({ on: "GET *SHA256SUMS", fault: "429", retryAfter: 7 });
    server.faults.add({ on: "GET *.sig", fault: "503", retryAfter: 3600 });
    const clock = virtualClock({ start: Date.now(), mode: (ms) => ms <= 20_000 });
    await installer({ clock }).install(version);
    expect(clock.sleeps).toContain(7000);
    expect(clock.sleeps).toContain(20_000);
  });

  it("gives up on a server that is silent", async () => {
    await start();
    const hold = server.hold("GET *SHA256SUMS");
    const clock = virtualClock({ start: Date.now(), mode: (ms) => ms < 20_000 });
    const installing = installer({ clock })
      .install(version)
      .catch((error: unknown) => error);
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      await hold.arrived(attempt);
      await clock.untilSleeping();
      await clock.advance(30_000);
      await clock.advance(30_000);
    }
    expect(await installing).toMatchObject({
      reason: "download-failed",
      what: expect.stringContaining("nothing came for 30 seconds") as unknown,
    });
    hold.remove();
  });

  it("ends at once when the step is cancelled", async () => {
    await start();
    const hold = server.hold("GET *.zip");
    const controller = new AbortController();
    const installing = installer({ signal: controller.signal }).install(version);
    await hold.arrived();
    controller.abort();
    await expect(installing).rejects.toMatchObject({ name: "AbortError" });
    expect(existsSync(folder.resolve("cache"))).toBe(false);
    expect(readdirSync(folder.resolve("temporary"))).toEqual([]);
    hold.remove();
  });

  it.each([
    ["GET *SHA256SUMS", 2 << 20, /2097152 bytes, more than the 1048576 that are allowed/],
    ["GET *.sig", 1 << 20, /more than the 65536 that are allowed/],
  ])("an answer to %s without end is not read", async (on, size, message) => {
    await start();
    server.faults.add({ on, fault: "huge-body", size, nth: "all" });
    expect(await failureOf()).toMatchObject({
      reason: "download-failed",
      what: expect.stringMatching(message) as unknown,
    });
  });
});

describe("redirects", () => {
  it.each([
    ["http://169.254.169.254/latest/meta-data"],
    ["https://evil.example/terraform.zip"],
    ["http://127.0.0.1:1/terraform.zip"],
    ["https://127.0.0.1/terraform.zip"],
    ["file:///etc/passwd"],
    ["//evil.example/x"],
  ])("H081: to %s is refused and logged", async (location) => {
    await start();
    server.faults.add({ on: "GET *.zip", fault: "redirect", location, nth: "all" });
    const failure = await failureOf();
    expect(failure).toMatchObject({
      reason: "download-failed",
      what: expect.stringContaining("it was redirected to") as unknown,
    });
    expect(said.filter((line) => line.startsWith("warning Refused a redirect from"))).toHaveLength(1);
    expect(server.requests).toHaveLength(3);
  });

  it("H081: to the same place that was named in the input is followed", async () => {
    await start();
    const zip = "/terraform/1.11.4/terraform_1.11.4_linux_amd64.zip";
    server.replace("/elsewhere.zip", server.file(zip));
    server.faults.add({ on: `GET ${zip}`, fault: "redirect", location: "/elsewhere.zip" });
    await expect(installer().install(version)).resolves.toBeDefined();
  });

  it("H081: without end is ended", async () => {
    await start();
    server.faults.add({ on: "GET *.zip", fault: "redirect-loop", nth: "all" });
    expect((await failureOf()).what).toContain("redirected more than 5 times");
  });

  it("credentials in the URL of a mirror are sent to it and shown nowhere", async () => {
    await start();
    const url = new URL(server.url);
    url.username = "reader";
    url.password = "pa55word";
    await installer({ releasesUrl: url.href }).install(version);
    expect(new Set(server.requests.map(({ headers }) => headers["authorization"]))).toEqual(
      new Set([`Basic ${btoa("reader:pa55word")}`]),
    );
    rmSync(folder.resolve("cache"), { recursive: true });
    server.faults.add({ on: "GET *", fault: "403", nth: "all" });
    const failure = await failureOf({ releasesUrl: url.href });
    expect(JSON.stringify([said, failure.what, failure.remedy, failure.stack])).not.toContain("pa55word");
  });
});

describe("not found", () => {
  it("a version that was never released", async () => {
    await start();
    const failure = await failureOf({}, parseVersion("9.9.9"));
    expect(failure).toMatchObject({
      reason: "not-found",
      what: `terraform 9.9.9 was not found at ${server.url}/terraform/9.9.9/`,
    });
    expect(server.requests).toHaveLength(1);
  });

  it("a release that was not built for the platform", async () => {
    await start({ version: "1.11.4", platforms: ["linux_386"] });
    expect(await failureOf()).toMatchObject({
      reason: "not-found",
      what: expect.stringContaining("has no terraform_1.11.4_linux_amd64.zip") as unknown,
    });
    expect(await installer().list()).toEqual([]);
  });

  it("a list of releases that is none, or is not there", async () => {
    await start();
    server.faults.add({ on: "GET *index.json", fault: "html-200" });
    await expect(installer().list()).rejects.toMatchObject({
      reason: "download-failed",
      what: expect.stringContaining("but an HTML page") as unknown,
    });
    server.replace("/terraform/index.json", undefined);
    await expect(installer().list()).rejects.toMatchObject({ reason: "not-found" });
  });
});
