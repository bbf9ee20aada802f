/** A schema in 64 hex digits. */
import { createHash } from "node:crypto";
import type { Schema } from "./schema.ts";

/** Of the canonical text. Another number makes every fingerprint that was ever recorded another one: records of before match no more. */
const VERSION = "handrail-schema-1";

/**
 * SHA-256 in hex over a canonical text of the schema: its engine, and kind, owner, name and definition of each object. Two schemas
 * have the same one when compareSchemas finds no difference. Nothing but the schema goes in, so no name of a database either.
 */
export function fingerprintOf({ engine, objects }: Schema): string {
  const lines = objects.map(({ kind, of, name, definition }) => JSON.stringify([kind, of, name, definition]));
  return digestOf(VERSION, [engine, ...lines.sort()]);
}

/** SHA-256 in hex over texts; `kind` tells apart what was made in different ways. */
export function digestOf(kind: string, texts: readonly string[]): string {
  return createHash("sha256")
    .update([kind, ...texts].join("\n"), "utf8")
    .digest("hex");
}
