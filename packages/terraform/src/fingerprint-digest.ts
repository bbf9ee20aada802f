/**
 * The digests a fingerprint and an outline are made of: SHA-256, or HMAC-SHA-256 with a key. It knows nothing of plans.
 */
import { createHash, createHmac } from "node:crypto";
import { deriveKey } from "./seal-key.ts";

/** Lower-case hex of 256 bits over a text's UTF-8. */
export type Digest = (text: string) => string;

/** The digest with the seal key given, or without one for "". Throws for a key that is too short. */
export function digester(key: string): Digest {
  if (key === "") return hash;
  const derived = deriveKey(key, "fingerprint");
  return (text) => createHmac("sha256", derived).update(text).digest("hex");
}

/** Lower-case hex SHA-256. */
export function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Texts up to this length are worth remembering: `null`, `true`, names, versions. */
const REMEMBERED_LENGTH = 64;
const REMEMBERED = 10_000;

/** The first 64 bits as base64url: 11 characters. Frequent short texts are digested once. */
export function shortDigester(digest: Digest): Digest {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const short = shorten(digest(text));
    if (text.length <= REMEMBERED_LENGTH && known.size < REMEMBERED) known.set(text, short);
    return short;
  };
}

/** A hex digest cut to 64 bits, as base64url. */
export function shorten(hex: string): string {
  return Buffer.from(hex.slice(0, 16), "hex").toString("base64url");
}
