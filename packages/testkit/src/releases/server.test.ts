import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";

import { afterEach, describe, expect, it } from "@jest/globals";
import { createMessage, readKey, readSignature, verify } from "openpgp";

import { signingKey } from "./keys.ts";
import { startReleases } from "./server.ts";
import type { Release } from "./layout.ts";
import type { Releases } from "./server.ts";

const running: Releases[] = [];
const start = async (releases?: Release[]): Promise<Releases> => {
  const server = await startReleases(releases === undefined ? {} : { releases });
  running.push(server);
  return server;
};
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

const get = async (url: string): Promise<Buffer> => {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
};

async function verdict(armored: string, data: Buffer, signature: Buffer): Promise<string> {
  const result = await verify({
    message: await createMessage({ binary: data }),
    signature: await readSignature({ binarySignature: signature }),
    verificationKeys: await readKey({ armoredKey: armored }),
    format: "binary",
  });
  return (
    (await result.signatures[0]?.verified.then(
      () => "good",
      (error: Error) => error.message,
    )) ?? "none"
  );
}

describe("the release server", () => {
  it("has HashiCorp's layout, sums and signatures", async () => {
    const { url, keys } = await start();
    const index = JSON.parse(String(await get(`${url}/terraform/index.json`))) as {
      versions: Record<
        string,
        {
          builds: { url: string; filename: string; os: string; arch: string }[];
          shasums: string;
          shasums_signatures: string[];
        }
      >;
    };
    const release = index.versions["1.11.4"];
    const build = release?.builds.find((each) => each.os === "linux" && each.arch === "amd64");
    const zip = await get(build?.url ?? "");
    const sums = await get(`${url}/terraform/1.11.4/${release?.shasums ?? ""}`);
    expect(String(sums)).toContain(
      `${createHash("sha256").update(zip).digest("hex")}  terraform_1.11.4_linux_amd64.zip\n`,
    );
    for (const name of release?.shasums_signatures ?? []) {
      expect(await verdict(keys.trusted.armored, sums, await get(`${url}/terraform/1.11.4/${name}`))).toBe("good");
    }
  });

  it("has OpenTofu's layout with and without GitHub's folders", async () => {
    const { url, keys } = await start();
    const api = JSON.parse(String(await get(`${url}/api.json`))) as { versions: { id: string; files: string[] }[] };
    expect(api.versions).toMatchObject([
      {
        id: "1.9.0",
        files: expect.arrayContaining(["tofu_1.9.0_linux_amd64.zip", "tofu_1.9.0_SHA256SUMS.gpgsig"]) as unknown,
      },
    ]);
    for (const directory of [`${url}/opentofu/opentofu/releases/download/v1.9.0`, `${url}/v1.9.0`]) {
      const sums = await get(`${directory}/tofu_1.9.0_SHA256SUMS`);
      expect(await verdict(keys.trusted.armored, sums, await get(`${directory}/tofu_1.9.0_SHA256SUMS.gpgsig`))).toBe(
        "good",
      );
    }
  });

  it.each([
    ["trusted", "good"],
    ["subkey", "good"],
    ["revoked", /revoked/u],
    ["expired", "good"],
  ] as const)("signs with the %s key: %s", async (kind, expected) => {
    const key = await signingKey(kind);
    const data = Buffer.from("text\n");
    expect(await verdict(key.armored, data, await key.sign(data))).toMatch(expected);
  });

  it("has a key that expired after it signed", async () => {
    const key = await readKey({ armoredKey: (await signingKey("expired")).armored });
    expect(await key.getExpirationTime()).toEqual(new Date("2020-12-31T00:00:00Z"));
  });

  it("signs with an unknown key, or other data", async () => {
    const { url, keys } = await start([
      { version: "1.0.1", signedBy: "unknown" },
      { version: "1.0.2", signature: "other-data" },
      { version: "1.0.3", signature: "missing" },
    ]);
    const of = async (version: string) => {
      const stem = `${url}/terraform/${version}/terraform_${version}_SHA256SUMS`;
      return verdict(keys.trusted.armored, await get(stem), await get(`${stem}.sig`));
    };
    expect(await of("1.0.1")).not.toBe("good");
    expect(await of("1.0.2")).not.toBe("good");
    expect((await fetch(`${url}/terraform/1.0.3/terraform_1.0.3_SHA256SUMS.sig`)).status).toBe(404);
  });

  it("makes faults, and then serves", async () => {
    const { url, faults, requests } = await start();
    const path = "/terraform/1.11.4/terraform_1.11.4_linux_amd64.zip";
    faults.add({ on: "GET *.zip", fault: "503" });
    faults.add({ on: "GET *.zip", nth: 2, fault: "redirect", location: "http://other.example/" });
    faults.add({ on: "GET *.zip", nth: 3, fault: "reset-before" });
    faults.add({ on: "GET *.zip", nth: 4, fault: "truncated" });
    expect((await fetch(url + path)).status).toBe(503);
    expect((await fetch(url + path, { redirect: "manual" })).headers.get("location")).toBe("http://other.example/");
    await expect(fetch(url + path)).rejects.toThrow("fetch failed");
    const half = await get(url + path);
    const whole = await get(url + path);
    expect(half.length).toBe(Math.floor(whole.length / 2));
    expect(requests.map((each) => each.fault)).toEqual(["503", "redirect", "reset-before", "truncated", undefined]);
  });

  it("has the releases API, newest first and in pages", async () => {
    const many = Array.from({ length: 25 }, (_, minor) => ({
      version: `1.${minor}.0`,
      releasedAt: `2024-01-${String(minor + 1).padStart(2, "0")}T00:00:00.000Z`,
      isWithdrawn: minor === 3,
    }));
    const { url } = await start(many);
    const page = async (query: string) =>
      JSON.parse(String(await get(`${url}/v1/releases/terraform?${query}`))) as Record<string, unknown>[];
    const first = await page("limit=20");
    expect(first.map(({ version }) => version)).toEqual(
      many
        .slice(5)
        .map(({ version }) => version)
        .toReversed(),
    );
    const rest = await page(`limit=20&after=${String(first.at(-1)?.["timestamp_created"])}`);
    expect(rest.map(({ version }) => version)).toEqual(["1.4.0", "1.3.0", "1.2.0", "1.1.0", "1.0.0"]);
    expect(rest[1]).toMatchObject({ status: { state: "withdrawn" }, timestamp_created: "2024-01-04T00:00:00.000Z" });
  });

  it("serves a zip that another reader reads, with a program that runs", async () => {
    const { url } = await start();
    const members = await readZip(await get(`${url}/terraform/1.11.4/terraform_1.11.4_linux_amd64.zip`));
    expect(members.map(({ name, mode }) => [name, mode.toString(8)])).toEqual([
      ["LICENSE.txt", "100644"],
      ["terraform", "100755"],
    ]);
    const program = members[1]?.content ?? "";
    expect(execFileSync("sh", ["-s", "version", "-json"], { input: program, encoding: "utf8" })).toContain(
      '"terraform_version":"1.11.4"',
    );
  });
});

/** The part of yauzl that is used; it brings no types. */
type Yauzl = {
  fromBufferPromise(
    bytes: Buffer,
    options: { lazyEntries: true },
  ): Promise<{
    eachEntry(): AsyncIterable<{ fileName: string; externalFileAttributes: number }>;
    openReadStreamPromise(entry: unknown): Promise<AsyncIterable<Buffer>>;
  }>;
};
const yauzl = createRequire(import.meta.url)("yauzl") as Yauzl;

type Read = { name: string; mode: number; content: string };

async function readZip(bytes: Buffer): Promise<Read[]> {
  const archive = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
  const members: Read[] = [];
  for await (const entry of archive.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk);
    members.push({
      name: entry.fileName,
      mode: entry.externalFileAttributes >>> 16,
      content: Buffer.concat(chunks).toString(),
    });
  }
  return members;
}
