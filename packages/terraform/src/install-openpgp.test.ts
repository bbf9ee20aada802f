import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "@jest/globals";
import { signingKey } from "@handrail/testkit";
import { createMessage, generateKey, readKey, reformatKey, sign, type PrivateKey } from "openpgp";
import { trustIn, VENDOR_KEYS } from "./install-keys.ts";
import { verifySignature, type Signer } from "./install-openpgp.ts";

const fixture = (name: string): Buffer => readFileSync(path.join(import.meta.dirname, "../fixtures/keys", name));
const data = Buffer.from(`${"a".repeat(64)}  terraform_1.11.4_linux_amd64.zip\n`);
const NOW = Date.parse("2026-11-22T12:00:00Z");

async function made(options: { date: string; expires?: string }): Promise<PrivateKey> {
  const date = new Date(options.date);
  const keyExpirationTime = options.expires === undefined ? 0 : (Date.parse(options.expires) - date.getTime()) / 1000;
  const { privateKey } = await generateKey({
    type: "ecc",
    curve: "ed25519Legacy",
    userIDs: [{ name: "Releases" }],
    date,
    keyExpirationTime,
    format: "object",
  });
  return privateKey;
}

async function signed(key: PrivateKey, date: string, bytes: Uint8Array = data): Promise<Uint8Array> {
  const message = await createMessage({ binary: bytes });
  return sign({ message, signingKeys: key, detached: true, format: "binary", date: new Date(date) });
}

function verify(
  armored: string,
  signature: Uint8Array,
  more: { mayBeExpired?: boolean; now?: number } = {},
): Promise<Signer> {
  return verifySignature({ data, signature, key: { armored }, mayBeExpired: false, now: NOW, ...more });
}

describe("the vendors' keys", () => {
  it.each([
    ["terraform", "hashicorp.asc", "C874011F0AB405110D02105534365D9472D7468F"],
    ["opentofu", "opentofu.asc", "E3E6E43D84CB852EADB0051D0C0AF313E5FD9F80"],
  ] as const)("%s's is the one in %s", async (product, file, fingerprint) => {
    const { armored } = VENDOR_KEYS[product];
    expect(armored.trim()).toBe(fixture(file).toString().trim());
    expect((await readKey({ armoredKey: armored })).getFingerprint().toUpperCase()).toBe(fingerprint);
    expect(VENDOR_KEYS[product].fingerprint).toBe(fingerprint);
  });

  it("H078: a signature by anybody else is refused with both keys named", async () => {
    const unknown = await signingKey("unknown");
    for (const product of ["terraform", "opentofu"] as const) {
      const question = { data, signature: await unknown.sign(data), ...trustIn(product, undefined, NOW) };
      await expect(verifySignature(question)).rejects.toThrow(
        `it was made by the key ${unknown.keyId}, trusted is ${VENDOR_KEYS[product].fingerprint}`,
      );
    }
  });

  it("a built-in key with another fingerprint is refused", async () => {
    const trusted = await signingKey("trusted");
    const key = { armored: trusted.armored, fingerprint: VENDOR_KEYS.terraform.fingerprint ?? "" };
    const question = { data, signature: await trusted.sign(data), key, mayBeExpired: true, now: NOW };
    await expect(verifySignature(question)).rejects.toThrow(
      `the signing key is not ${VENDOR_KEYS.terraform.fingerprint}`,
    );
  });
});

describe("verifySignature", () => {
  it.each(["trusted", "subkey"] as const)("accepts the %s key, binary and armored", async (kind) => {
    const key = await signingKey(kind);
    for (const format of ["binary", "armored"] as const) {
      expect(await verify(key.armored, await key.sign(data, format), { now: Date.now() })).toEqual({
        fingerprint: key.fingerprint,
        warnings: [],
      });
    }
  });

  it("H078: refuses a revoked key, whatever was signed before", async () => {
    const key = await signingKey("revoked");
    await expect(verify(key.armored, await key.sign(data), { mayBeExpired: true })).rejects.toThrow("is revoked");
  });

  it("H079: refuses a good signature of other data", async () => {
    const key = await signingKey("trusted");
    const signature = await key.sign(Buffer.from("something else"));
    await expect(verify(key.armored, signature, { now: Date.now() })).rejects.toThrow("Signed digest did not match");
  });

  it("H079: refuses SHA-1, and takes the same text signed with SHA-256", async () => {
    const question = {
      data: fixture("sha1/SHA256SUMS"),
      key: { armored: fixture("sha1/key.asc").toString() },
      mayBeExpired: false,
      now: NOW,
    };
    await expect(verifySignature({ ...question, signature: fixture("sha1/sha1.sig") })).rejects.toThrow("SHA1");
    await expect(verifySignature({ ...question, signature: fixture("sha1/sha256.sig") })).resolves.toMatchObject({
      warnings: [],
    });
  });

  it.each([
    ["nothing", ""],
    ["a web page", "<!DOCTYPE html><html></html>"],
    ["a cosign signature", "MEUCIQDnot-an-openpgp-signature"],
    ["a damaged armor", "-----BEGIN PGP SIGNATURE-----\n\nbm90IGE\n-----END PGP SIGNATURE-----\n"],
  ])("refuses %s in the place of a signature", async (_, text) => {
    const key = await signingKey("trusted");
    await expect(verify(key.armored, Buffer.from(text))).rejects.toThrow(/no OpenPGP signature|holds no signature/);
  });

  it("refuses a key that cannot be read, and a private one", async () => {
    const key = await made({ date: "2020-01-01" });
    const signature = await signed(key, "2020-06-01");
    await expect(verify("not a key", signature)).rejects.toThrow("the signing key cannot be read");
    await expect(verify(key.armor(), signature)).rejects.toThrow("only its public half belongs here");
    await expect(verify(key.toPublic().armor(), signature)).resolves.toMatchObject({ warnings: [] });
  });

  it("takes any key of several", async () => {
    const [first, second] = [await made({ date: "2020-01-01" }), await made({ date: "2021-01-01" })];
    const armored = `${first.toPublic().armor()}\n${second.toPublic().armor()}`;
    await expect(verify(second.toPublic().armor(), await signed(second, "2022-01-01"))).resolves.toBeDefined();
    await expect(verify(armored, await signed(first, "2022-01-01"))).resolves.toBeDefined();
  });
});

describe("expiry", () => {
  it("a vendor's key that has expired since is accepted with a warning, as terraform does", async () => {
    const key = await made({ date: "2020-01-01", expires: "2024-01-01" });
    const { warnings } = await verify(key.toPublic().armor(), await signed(key, "2023-06-01"), { mayBeExpired: true });
    expect(warnings).toEqual(["The signing key has expired on 2024-01-01; the signature was made before."]);
  });

  it("H078: a key that was handed in must be valid today", async () => {
    const key = await signingKey("expired");
    await expect(verify(key.armored, await key.sign(data))).rejects.toThrow("the key has expired on 2020-12-31");
  });

  it("a signature made after the key had expired is refused from everyone", async () => {
    const prolonged = await made({ date: "2020-01-01" });
    const signature = await signed(prolonged, "2025-06-01");
    const { privateKey } = await reformatKey({
      privateKey: prolonged,
      userIDs: [{ name: "Releases" }],
      date: new Date("2020-01-01"),
      keyExpirationTime: 4 * 365 * 24 * 3600,
      format: "object",
    });
    const armored = privateKey.toPublic().armor();
    await expect(verify(armored, signature, { mayBeExpired: true })).rejects.toThrow("in the future");
    await expect(verify(armored, signature)).rejects.toThrow("the key has expired on 2023-12-31");
  });

  it("signatures from before a key was prolonged stay good, and also after it has expired in the end", async () => {
    // HashiCorp's key: made 2021, signed anew 2026, valid until 2030.
    const old = await made({ date: "2021-04-19", expires: "2026-04-18" });
    const signature = await signed(old, "2025-04-09");
    const { privateKey } = await reformatKey({
      privateKey: old,
      userIDs: [{ name: "Releases" }],
      date: new Date("2026-02-18"),
      keyExpirationTime: (Date.parse("2030-03-01") - Date.parse("2021-04-19")) / 1000,
      format: "object",
    });
    const armored = privateKey.toPublic().armor();
    await expect(verify(armored, signature)).resolves.toMatchObject({ warnings: [] });
    const later = { now: Date.parse("2031-01-01"), mayBeExpired: true };
    await expect(verify(armored, signature, later)).resolves.toMatchObject({
      warnings: [expect.stringContaining("2030-03-01")],
    });
  });

  it("a signature from the future is refused", async () => {
    const key = await made({ date: "2020-01-01" });
    await expect(verify(key.toPublic().armor(), await signed(key, "2027-01-01"))).rejects.toThrow("in the future");
  });
});
