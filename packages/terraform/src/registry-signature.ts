/**
 * Whether the checksums of a provider are signed by one of the keys that its registry names. It fetches nothing.
 *
 * As terraform trusts them: a key that has expired is good, also when it signed later, and there is nothing above the keys
 * that a registry names. Unlike terraform a revoked key and a signature with SHA-1 are refused.
 */
import { SignatureError, verifySignature } from "./install-openpgp.ts";
import { TamperError } from "./registry-package-answer.ts";

/** Resolves when one of the armored keys made the signature over these bytes. Throws a {@link TamperError} else. */
export async function checkSignature(
  data: Uint8Array,
  signature: Uint8Array,
  keys: readonly string[],
  now: number,
): Promise<void> {
  const problems: string[] = [];
  for (const armored of keys) {
    try {
      await verifySignature({ data, signature, key: { armored }, mayBeExpired: true, asTerraform: true, now });
      return;
    } catch (error) {
      if (!(error instanceof SignatureError)) throw error;
      problems.push(error.message);
    }
  }
  throw new TamperError(
    keys.length === 0
      ? "it names no key to verify the signature of its checksums with"
      : `the signature of its checksums does not verify: ${problems.join("; ").slice(0, 500)}`,
  );
}
