/**
 * Proof that a marker was written by somebody who holds the key: an HMAC over everything the marker means. It covers
 * neither nonce nor time of writing, which change with every update of the same content.
 */
import { Buffer } from "node:buffer";
import { createHmac, timingSafeEqual } from "node:crypto";
import { compareCodeUnits } from "@handrail/runner";
import type { Marker } from "./marker.ts";

/** Keeps these proofs apart from every other use of the same key. */
const DOMAIN = "handrail/comment-marker/v1";

/**
 * The proof for a marker's action, key and data (whose order does not matter), as base64url. Put repository, pull request,
 * head, base and fingerprint into the data: a marker copied elsewhere then says something untrue about its place.
 * @param key the seal key; never empty
 */
export function macMarker(marker: Pick<Marker, "action" | "key" | "data">, key: string): string {
  if (key === "") throw new RangeError("a marker cannot be authenticated with an empty key");
  const own = createHmac("sha256", key).update(DOMAIN).digest();
  const entries = Object.entries(marker.data)
    .map(([name, value]) => [name, typeof value, String(value)])
    .sort(([a = ""], [b = ""]) => compareCodeUnits(a, b));
  // JSON of strings only: every field is delimited, so no two different markers share an encoding.
  const canonical = JSON.stringify([marker.action, marker.key, entries]);
  return createHmac("sha256", own).update(canonical).digest("base64url");
}

/** Whether the marker carries the proof that `key` gives it. Takes the same time for every wrong proof. */
export function verifyMarker(marker: Marker, key: string): boolean {
  const expected = Buffer.from(macMarker(marker, key));
  const given = Buffer.from(marker.mac ?? "");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
