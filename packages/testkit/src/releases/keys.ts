/** OpenPGP keys for the release server, made once per process: a good one and the kinds that must not be believed. */
import type { PrivateKey } from "openpgp";

/**
 * `trusted` signs with its primary key, `subkey` with a signing subkey (as HashiCorp's does), `unknown` is good but
 * nobody's, `revoked` was revoked after it signed, `expired` was valid when it signed and is not any more.
 */
export type KeyKind = "trusted" | "subkey" | "unknown" | "revoked" | "expired";

/** A key pair. */
export type SigningKey = {
  /** What a verifier is given: the armored public key. */
  armored: string;
  /** Upper-case hex. */
  fingerprint: string;
  /** Last 16 digits of the fingerprint, upper-case. */
  keyId: string;
  /** A detached signature over data: binary, or armored. */
  sign(data: Uint8Array, format?: "binary" | "armored"): Promise<Buffer>;
};

const made = new Map<KeyKind, Promise<SigningKey>>();

/** The key of a kind; the same one for the life of the process. */
export function signingKey(kind: KeyKind): Promise<SigningKey> {
  const known = made.get(kind) ?? makeKey(kind);
  made.set(kind, known);
  return known;
}

/** Keys are dated to the past, so that a test may set its clock back a little. */
const CREATED = new Date("2020-01-01T00:00:00Z");
const SIGNED = new Date("2020-06-01T00:00:00Z");
const YEAR = 365 * 24 * 3600;

async function makeKey(kind: KeyKind): Promise<SigningKey> {
  // Loaded when the first key is made: most tests need none.
  const { generateKey, revokeKey } = await import("openpgp");
  const { privateKey, publicKey } = await generateKey({
    type: "ecc",
    curve: "ed25519Legacy",
    userIDs: [{ name: `Release signing (${kind})`, email: `${kind}@example.com` }],
    subkeys: kind === "subkey" ? [{ sign: true }] : [],
    date: CREATED,
    keyExpirationTime: kind === "expired" ? YEAR : 0,
    format: "object",
  });
  const armored =
    kind === "revoked"
      ? (
          await revokeKey({ key: privateKey, date: new Date("2021-01-01T00:00:00Z"), format: "object" })
        ).publicKey.armor()
      : publicKey.armor();
  const fingerprint = privateKey.getFingerprint().toUpperCase();
  return {
    armored,
    fingerprint,
    keyId: fingerprint.slice(-16),
    sign: (data, format = "binary") =>
      signDetached(privateKey, data, format, kind === "expired" || kind === "revoked" ? SIGNED : undefined),
  };
}

async function signDetached(
  key: PrivateKey,
  data: Uint8Array,
  format: "binary" | "armored",
  date: Date | undefined,
): Promise<Buffer> {
  const { createMessage, sign } = await import("openpgp");
  const message = await createMessage({ binary: data });
  const options = { message, signingKeys: key, detached: true as const, ...(date === undefined ? {} : { date }) };
  return format === "armored"
    ? Buffer.from(await sign({ ...options, format: "armored" }))
    : Buffer.from(await sign({ ...options, format: "binary" }));
}
