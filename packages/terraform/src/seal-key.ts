/**
 * The keys that come out of the input `seal-key`: one for each purpose, so that what is made with one can never pass
 * for what is made with another. The key itself is used for nothing.
 */
import { hkdfSync } from "node:crypto";
import { Failure } from "@handrail/runner";

/** What a key is for. */
export type SealPurpose = "fingerprint" | "record" | "encryption" | "marker" | "state";

/** Shorter ones can be tried out. */
export const SHORTEST_SEAL_KEY = 16;

/**
 * The 32-byte key for a purpose (HKDF-SHA256, RFC 5869). A Failure `invalid-input` when the seal key is shorter than
 * 16 characters.
 */
export function deriveKey(sealKey: string, purpose: SealPurpose): Uint8Array {
  if (sealKey.length < SHORTEST_SEAL_KEY) {
    throw new Failure({
      reason: "invalid-input",
      what: `seal-key has ${sealKey.length} characters; it needs at least ${SHORTEST_SEAL_KEY}`,
      remedy: "Make one with `openssl rand -base64 32` and store it as a secret that plan and apply both read.",
    });
  }
  return new Uint8Array(hkdfSync("sha256", sealKey, "handrail", `handrail ${purpose} 1`, 32));
}
