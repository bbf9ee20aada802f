/**
 * Checks the detached OpenPGP signature of a checksum file against one trusted key. It fetches nothing and chooses no
 * key. The OpenPGP library is half of the action's start-up time, so it is loaded when the first signature is checked.
 *
 * Keys expire: terraform accepts a provider's signature by an expired key with a warning (it drops ErrKeyExpired in
 * internal/getproviders/package_authentication.go), because releases outlive keys. The same holds here for a vendor's
 * built-in key, as long as the signature is older than the expiry. A key that was handed in can be renewed by whoever
 * handed it in: it must be valid today.
 */
import type * as Library from "openpgp";
import type { Key, Subkey } from "openpgp";
import type { TrustedKey } from "./install-keys.ts";

/** A signature that cannot be accepted; the message completes "it does not verify: …". */
export class SignatureError extends Error {
  override readonly name = "SignatureError";
}

export type SignatureQuestion = {
  data: Uint8Array;
  /** Binary, or armored. */
  signature: Uint8Array;
  key: TrustedKey;
  /** Is a signature accepted when it was made before the key expired, though the key has expired since? */
  mayBeExpired: boolean;
  /**
   * Judge as terraform judges the makers of providers: DSA keys and RSA keys from 1024 bits are accepted, and it does not
   * matter when a key expires, for the copy that a registry keeps is seldom renewed.
   */
  asTerraform?: boolean;
  /** Milliseconds since 1970. */
  now: number;
};

/** Who signed, and what a person should know about it. */
export type Signer = { fingerprint: string; warnings: string[] };

/** SHA-1 signatures stay refused. */
const OLD_KEYS: Partial<Library.Config> = { rejectPublicKeyAlgorithms: new Set(), minRSABits: 1024 };

type OpenPgp = typeof Library;
type VerificationResult = Awaited<ReturnType<OpenPgp["verify"]>>["signatures"][number];

/**
 * Resolves when at least one signature is good: made over these bytes, with SHA-256 or better, by the trusted key or
 * its signing subkey, which is neither revoked nor was expired then. Rejects with a SignatureError otherwise.
 */
export async function verifySignature(question: SignatureQuestion): Promise<Signer> {
  const openpgp = await import("openpgp");
  const keys = await readTrusted(openpgp, question.key);
  if (question.asTerraform === true) forgetExpiry(keys);
  const signature = await readDetached(openpgp, question.signature);
  const warnings: string[] = [];
  const expiry = earliest(await Promise.all(keys.map((key) => key.getExpirationTime())));
  const isExpired = expiry !== undefined && expiry <= question.now;
  if (isExpired && !question.mayBeExpired) throw new SignatureError(`the key has expired on ${day(expiry)}`);
  if (isExpired) warnings.push(`The signing key has expired on ${day(expiry)}; the signature was made before.`);
  const { signatures } = await openpgp.verify({
    message: await openpgp.createMessage({ binary: question.data }),
    signature,
    verificationKeys: keys,
    format: "binary",
    date: new Date(isExpired ? expiry - 1000 : question.now),
    // HashiCorp prolongs its key by signing it anew: that is later than the signatures of older releases.
    config: { allowInsecureVerificationWithReformattedKeys: true, ...(question.asTerraform === true ? OLD_KEYS : {}) },
  });
  const problems: string[] = [];
  for (const result of signatures) {
    const problem = await problemOf(result, keys, question);
    if (problem === undefined) return { fingerprint: fingerprintOf(keys, result), warnings };
    problems.push(problem);
  }
  throw new SignatureError(problems[0] ?? "it holds no signature");
}

async function readTrusted(openpgp: OpenPgp, trusted: TrustedKey): Promise<Key[]> {
  const keys = await openpgp.readKeys({ armoredKeys: trusted.armored }).catch((error: unknown) => {
    throw new SignatureError(`the signing key cannot be read: ${messageOf(error)}`);
  });
  if (keys.some((key) => key.isPrivate()))
    throw new SignatureError("the signing key is a private key: only its public half belongs here");
  const isPinned = trusted.fingerprint === undefined || (keys.length === 1 && printOf(keys[0]) === trusted.fingerprint);
  if (keys.length === 0 || !isPinned)
    throw new SignatureError(`the signing key is not ${trusted.fingerprint ?? "there"}`);
  for (const key of keys) {
    // Whatever the reason and the date of a revocation: who can revoke a key can also name a new one.
    if (await key.isRevoked()) throw new SignatureError(`the key ${printOf(key)} is revoked`);
  }
  return keys;
}

/** What a key's own signatures say is checked with their bytes; only what was read from them is changed. */
function forgetExpiry(keys: readonly Key[]): void {
  for (const key of keys) {
    const certifications = key.users.flatMap((user) => user.selfCertifications);
    const bindings = key.subkeys.flatMap((subkey) => subkey.bindingSignatures);
    for (const packet of [...certifications, ...bindings]) packet.keyNeverExpires = true;
  }
}

async function readDetached(openpgp: OpenPgp, bytes: Uint8Array): ReturnType<OpenPgp["readSignature"]> {
  const text = Buffer.from(bytes.subarray(0, 32)).toString("latin1");
  try {
    if (!text.startsWith("-----BEGIN")) return await openpgp.readSignature({ binarySignature: bytes });
    return await openpgp.readSignature({ armoredSignature: Buffer.from(bytes).toString("latin1") });
  } catch (error) {
    throw new SignatureError(`it is no OpenPGP signature (${messageOf(error)})`);
  }
}

async function problemOf(
  result: VerificationResult,
  keys: Key[],
  question: SignatureQuestion,
): Promise<string | undefined> {
  const signer = signerOf(keys, result);
  if (signer === undefined) {
    return `it was made by the key ${result.keyID.toHex().toUpperCase()}, trusted is ${keys.map(printOf).join(", ")}`;
  }
  try {
    await result.verified;
  } catch (error) {
    return messageOf(error);
  }
  if (!isSubkey(signer)) return undefined;
  if (signer.revocationSignatures.length > 0) return `the subkey ${printOf(signer)} is revoked`;
  const expiry = earliest([await signer.getExpirationTime()]);
  const isExpired = expiry !== undefined && expiry <= question.now && !question.mayBeExpired;
  return isExpired ? `the subkey ${printOf(signer)} has expired on ${day(expiry)}` : undefined;
}

function signerOf(keys: Key[], result: VerificationResult): Key | Subkey | undefined {
  return keys.flatMap((key) => key.getKeys(result.keyID))[0];
}

function isSubkey(key: Key | Subkey): key is Subkey {
  return "mainKey" in key;
}

function fingerprintOf(keys: Key[], result: VerificationResult): string {
  const signer = signerOf(keys, result);
  return printOf(signer !== undefined && isSubkey(signer) ? signer.mainKey : signer);
}

function printOf(key: { getFingerprint(): string } | undefined): string {
  return key === undefined ? "" : key.getFingerprint().toUpperCase();
}

/** The earliest of some expiry times in milliseconds; null and Infinity are none. */
function earliest(times: readonly (Date | number | null)[]): number | undefined {
  const dates = times.flatMap((time) => (time instanceof Date || isDate(time) ? [time.getTime()] : []));
  return dates.length === 0 ? undefined : Math.min(...dates);
}

/** A Date of another realm is no instance of ours. */
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function messageOf(error: unknown): string {
  const message =
    error instanceof Error || (typeof error === "object" && error !== null && "message" in error)
      ? String(error.message)
      : String(error);
  return (message.split("\n", 1)[0] ?? "")
    .replace(/^Error (?:verifying signed message|reading signature): /, "")
    .slice(0, 200);
}
