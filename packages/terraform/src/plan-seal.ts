/**
 * The plan file under lock: encrypted and authenticated together with its record (AES-256-GCM, the record as additional
 * data), so that one changed byte in either opens nothing. Bytes in, bytes out; the nonce comes from outside.
 * Layout: 8 bytes magic with the version, 12 bytes nonce, the ciphertext, 16 bytes tag.
 */
import { createCipheriv, createDecipheriv } from "node:crypto";
import { canonicalRecord, type PlanRecord, sha256, tampered } from "./plan-record.ts";
import { deriveKey } from "./seal-key.ts";

const MAGIC = new TextEncoder().encode("HRPLAN1\n");
const CIPHER = "aes-256-gcm";
const TAG = 16;

/** How long a nonce is: 96 random bits, never used twice with one key. */
export const NONCE_LENGTH = 12;

/** Whether a file is a sealed plan. A plan of terraform's own begins with `PK` (zip). */
export function isSealedPlan(bytes: Uint8Array): boolean {
  return Buffer.compare(bytes.subarray(0, MAGIC.length), MAGIC) === 0;
}

function additionalData(record: PlanRecord): Uint8Array {
  return Buffer.concat([MAGIC, Buffer.from(canonicalRecord(record))]);
}

/** Encrypts a plan file for its record. `nonce` must be fresh random bytes; throws RangeError for another length. */
export function sealPlan(plan: Uint8Array, record: PlanRecord, sealKey: string, nonce: Uint8Array): Uint8Array {
  if (nonce.length !== NONCE_LENGTH) throw new RangeError(`A nonce has ${NONCE_LENGTH} bytes, not ${nonce.length}.`);
  const cipher = createCipheriv(CIPHER, deriveKey(sealKey, "encryption"), nonce, { authTagLength: TAG });
  cipher.setAAD(additionalData(record));
  return new Uint8Array(Buffer.concat([MAGIC, nonce, cipher.update(plan), cipher.final(), cipher.getAuthTag()]));
}

/**
 * Decrypts a sealed plan with its (verified) record. A Failure `plan-tampered` when anything is not exactly as it was
 * sealed: the file, the record, or the key.
 */
export function openPlan(sealed: Uint8Array, record: PlanRecord, sealKey: string): Uint8Array {
  const start = MAGIC.length + NONCE_LENGTH;
  const end = sealed.length - TAG;
  if (!isSealedPlan(sealed) || end < start) {
    throw tampered(
      "The plan file is not a sealed plan",
      "Hand over the plan file that terraform-plan wrote with a seal-key.",
    );
  }
  const nonce = sealed.subarray(MAGIC.length, start);
  const decipher = createDecipheriv(CIPHER, deriveKey(sealKey, "encryption"), nonce, { authTagLength: TAG });
  decipher.setAAD(additionalData(record));
  decipher.setAuthTag(sealed.subarray(end));
  let plan: Uint8Array;
  try {
    plan = new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(start, end)), decipher.final()]));
  } catch {
    throw tampered(
      "The plan's authentication failed: the plan file or its record was changed, or the seal-key is another one",
      "Make the plan again with the same seal-key, and have it reviewed.",
    );
  }
  checkPlan(plan, record);
  return plan;
}

/** Compares a plan file in clear with its record. A Failure `plan-tampered` when it is another file. */
export function checkPlan(plan: Uint8Array, record: PlanRecord): void {
  if (sha256(plan) === record.planSha256) return;
  throw tampered(
    "The plan file is not the one its record was made for",
    "Hand over the plan file and the record of the same terraform-plan step, unchanged.",
  );
}
