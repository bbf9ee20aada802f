/**
 * The digests a fingerprint and an outline are made of: SHA-256, or HMAC-SHA-256 with a key. It knows nothing of plans.
 */
import { createHmac, createSecretKey, hash as digestOnce } from "node:crypto";
import { deriveKey } from "./seal-key.ts";

/** Lower-case hex of 256 bits over a text's UTF-8. */
export type Digest = (text: string) => string;

/** The digest with the seal key given, or without one for "". Throws for a key that is too short. */
export function digester(key: string): Digest {
  if (key === "") return hash;
  // Node looks at a key that is given as bytes anew each time, which takes seven times as long.
  const derived = createSecretKey(deriveKey(key, "fingerprint"));
  return (text) => createHmac("sha256", derived).update(text).digest("hex");
}

/** Lower-case hex SHA-256. */
export function hash(text: string): string {
  return digestOnce("sha256", text, "hex");
}

/** Texts up to this length are worth remembering: `null`, `true`, names, versions, most values. */
const REMEMBERED_LENGTH = 200;
/** Then it begins anew: what is frequent comes back at once. */
const REMEMBERED = 4000;

/** The same function, which remembers what it made of short texts. It must always make the same of a text. */
export function remembering(change: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (text.length > REMEMBERED_LENGTH) return change(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= REMEMBERED) known.clear();
    const changed = change(text);
    known.set(text, changed);
    return changed;
  };
}

/** The first 64 bits as base64url: 11 characters. */
export function shortDigester(digest: Digest): Digest {
  return remembering((text) => shorten(digest(text)));
}

/** A hex digest cut to 64 bits, as base64url. */
export function shorten(hex: string): string {
  return Buffer.from(hex.slice(0, 16), "hex").toString("base64url");
}
