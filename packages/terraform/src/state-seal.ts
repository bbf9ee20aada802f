/**
 * A state under lock: what terraform could not save is encrypted (AES-256-GCM) until somebody pushes it. Bytes in, bytes
 * out; the nonce comes from outside. Layout: 8 bytes magic with the version, 12 bytes nonce, the ciphertext, 16 bytes tag.
 */
import { createCipheriv, createDecipheriv } from "node:crypto";
import { Failure } from "@handrail/runner";
import { NONCE_LENGTH } from "./plan-seal.ts";
import { deriveKey } from "./seal-key.ts";

const MAGIC = new TextEncoder().encode("HRSTAT1\n");
const CIPHER = "aes-256-gcm";
const TAG = 16;

/** Encrypts a state. `nonce` must be fresh random bytes; throws RangeError for another length. */
export function encryptState(state: Uint8Array, sealKey: string, nonce: Uint8Array): Uint8Array {
  if (nonce.length !== NONCE_LENGTH) throw new RangeError(`A nonce has ${NONCE_LENGTH} bytes, not ${nonce.length}.`);
  const cipher = createCipheriv(CIPHER, deriveKey(sealKey, "state"), nonce, { authTagLength: TAG });
  cipher.setAAD(MAGIC);
  return new Uint8Array(Buffer.concat([MAGIC, nonce, cipher.update(state), cipher.final(), cipher.getAuthTag()]));
}

/** Decrypts it. A Failure `invalid-input` when it is no such file, was changed, or the key is another one. */
export function decryptState(sealed: Uint8Array, sealKey: string): Uint8Array {
  const start = MAGIC.length + NONCE_LENGTH;
  const end = sealed.length - TAG;
  if (end < start || Buffer.compare(sealed.subarray(0, MAGIC.length), MAGIC) !== 0) throw unreadable();
  const nonce = sealed.subarray(MAGIC.length, start);
  const decipher = createDecipheriv(CIPHER, deriveKey(sealKey, "state"), nonce, { authTagLength: TAG });
  decipher.setAAD(MAGIC);
  decipher.setAuthTag(sealed.subarray(end));
  try {
    return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(start, end)), decipher.final()]));
  } catch {
    throw unreadable();
  }
}

function unreadable(): Failure {
  return new Failure({
    reason: "invalid-input",
    what: "This is not a state that was sealed with this seal-key, or it was changed",
    remedy: "Use the seal-key that the apply had, and the file as it was written.",
  });
}
