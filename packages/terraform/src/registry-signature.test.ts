import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "@jest/globals";
import { createMessage, generateKey, reformatKey, revokeKey, sign } from "openpgp";
import { signingKey } from "@handrail/testkit";
import { verifySignature } from "./install-openpgp.ts";
import { checkSignature } from "./registry-signature.ts";

/** Later than whatever is signed here. */
const NOW = Date.parse("2100-01-01T00:00:00Z");
const data = Buffer.from("checksums\n");
// Made with gpg 2.2: `gpg --digest-algo SHA256 --detach-sign signed.txt`.
const old = (name: string): Buffer => readFileSync(path.join(import.meta.dirname, "../fixtures/keys/old", name));
const identity = { userIDs: [{ name: "Maker", email: "maker@example.com" }], date: new Date("2020-01-01T00:00:00Z") };

describe("checkSignature", () => {
  it("takes any of the keys that are named", async () => {
    const [trusted, unknown, subkey] = await Promise.all([
      signingKey("trusted"),
      signingKey("unknown"),
      signingKey("subkey"),
    ]);
    const keys = [unknown.armored, "no key at all", subkey.armored, trusted.armored];
    await expect(checkSignature(data, await trusted.sign(data), keys, NOW)).resolves.toBeUndefined();
    await expect(checkSignature(data, await subkey.sign(data, "armored"), keys, NOW)).resolves.toBeUndefined();
    await expect(checkSignature(data, await trusted.sign(data), keys.slice(0, 3), NOW)).rejects.toThrow(
      /^the signature of its checksums does not verify: it was made by the key [0-9A-F]{16}, trusted is /,
    );
    await expect(checkSignature(data, await trusted.sign(data), [], NOW)).rejects.toThrow("it names no key");
  });

  it("takes the signature of a key whose copy in the registry had expired by then, as terraform does", async () => {
    const { privateKey } = await generateKey({ ...identity, type: "ecc", curve: "ed25519Legacy", format: "object" });
    const copy = await reformatKey({ ...identity, privateKey, keyExpirationTime: 365 * 24 * 3600, format: "object" });
    const message = await createMessage({ binary: data });
    const options = { message, signingKeys: privateKey, detached: true as const, format: "binary" as const };
    const signature = Buffer.from(await sign({ ...options, date: new Date("2026-01-01T00:00:00Z") }));
    const armored = copy.publicKey.armor();
    await expect(checkSignature(data, signature, [armored], NOW)).resolves.toBeUndefined();
    // A vendor's own releases are judged more strictly.
    await expect(verifySignature({ data, signature, key: { armored }, mayBeExpired: true, now: NOW })).rejects.toThrow(
      /expired|future/,
    );
    const revoked = await revokeKey({ key: copy.privateKey, format: "object" });
    await expect(checkSignature(data, signature, [revoked.publicKey.armor()], NOW)).rejects.toThrow(/is revoked/);
    await expect(checkSignature(Buffer.from("other"), signature, [armored], NOW)).rejects.toThrow(
      /digest did not match/,
    );
    // A signature from the future is none.
    await expect(checkSignature(data, signature, [armored], Date.parse("2025-01-01"))).rejects.toThrow(/future/);
  });

  it.each([
    ["dsa.asc", "dsa.sig"],
    ["rsa-1024.asc", "rsa-1024.sig"],
  ])("takes old keys, as terraform does: %s", async (key, signature) => {
    const text = old("signed.txt");
    const armored = old(key).toString("latin1");
    await expect(checkSignature(text, old(signature), [armored], NOW)).resolves.toBeUndefined();
    const question = { data: text, signature: old(signature), key: { armored }, mayBeExpired: true, now: NOW };
    await expect(verifySignature(question)).rejects.toThrow(/too weak/);
  });

  it("takes no SHA-1", async () => {
    const armored = old("rsa-1024.asc").toString("latin1");
    await expect(checkSignature(old("signed.txt"), old("rsa-1024-sha1.sig"), [armored], NOW)).rejects.toThrow(/SHA1/);
  });
});
