#!/usr/bin/env node
/**
 * Opens a state that terraform-apply could not save and kept encrypted: needs nothing but Node.
 *
 *   HANDRAIL_SEAL_KEY=… node unseal.mjs errored.tfstate.sealed > errored.tfstate
 *
 * The layout is packages/terraform/src/state-seal.ts: 8 bytes magic, 12 bytes nonce, the ciphertext, 16 bytes tag
 * (AES-256-GCM, the magic as additional data; the key is HKDF-SHA256 of the seal key).
 */
import { createDecipheriv, hkdfSync } from "node:crypto";
import { readFileSync } from "node:fs";

const magic = Buffer.from("HRSTAT1\n");
const nonceLength = 12;
const tagLength = 16;

function fail(what) {
  process.stderr.write(`${what}\n`);
  process.exit(1);
}

const [path] = process.argv.slice(2);
const key = process.env["HANDRAIL_SEAL_KEY"] ?? "";
if (path === undefined) fail("Say which file: node unseal.mjs errored.tfstate.sealed > errored.tfstate");
if (key === "") fail("Put the seal-key that the apply had into the environment variable HANDRAIL_SEAL_KEY.");

let sealed = Buffer.alloc(0);
try {
  sealed = readFileSync(path);
} catch (error) {
  fail(`${path} cannot be read: ${error.message}`);
}
const start = magic.length + nonceLength;
const end = sealed.length - tagLength;
if (end < start || !sealed.subarray(0, magic.length).equals(magic)) fail(`${path} is not a state that was sealed.`);
const derived = Buffer.from(hkdfSync("sha256", key, "handrail", "handrail state 1", 32));
const decipher = createDecipheriv("aes-256-gcm", derived, sealed.subarray(magic.length, start), {
  authTagLength: tagLength,
});
decipher.setAAD(magic);
decipher.setAuthTag(sealed.subarray(end));
try {
  process.stdout.write(Buffer.concat([decipher.update(sealed.subarray(start, end)), decipher.final()]));
} catch {
  fail("The seal-key is another one, or the file was changed.");
}
