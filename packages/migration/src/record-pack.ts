/** Many migrations in little room: only their ids and what undoes them, compressed. For records that would not fit otherwise. Pure. */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { parseJson } from "@handrail/runner";
import type { DownKind } from "./migration.ts";
import { MAX_ID, MAX_ITEMS } from "./record-limits.ts";
import type { RecordedMigration } from "./record.ts";

const letters: Readonly<Record<DownKind, string>> = { real: "r", empty: "e", none: "n", unknown: "u" };
const kinds: ReadonlyMap<unknown, DownKind> = new Map([
  ["r", "real"],
  ["e", "empty"],
  ["n", "none"],
  ["u", "unknown"],
]);

/** What is unpacked is never larger than this, in bytes, whatever was packed. */
const MAX_UNPACKED = 16 * 1024 * 1024;

/** The ids in their order with their downs, as base64. Nothing else of them is kept. */
export function packMigrations(migrations: readonly RecordedMigration[]): string {
  const pairs = migrations.map(({ id, down }) => [letters[down], id]);
  return deflateRawSync(JSON.stringify(pairs), { level: 9 }).toString("base64");
}

/** Reads what packMigrations wrote; undefined when it is something else. */
export function unpackMigrations(text: string): RecordedMigration[] | undefined {
  let pairs: unknown;
  try {
    const bytes = inflateRawSync(Buffer.from(text, "base64"), { maxOutputLength: MAX_UNPACKED });
    pairs = parseJson(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
  if (!Array.isArray(pairs) || pairs.length > MAX_ITEMS) return undefined;
  const migrations = pairs.map(readPair);
  return migrations.every((each) => each !== undefined) ? migrations : undefined;
}

function readPair(pair: unknown): RecordedMigration | undefined {
  if (!Array.isArray(pair) || pair.length !== 2) return undefined;
  const [letter, id] = pair as unknown[];
  const down = kinds.get(letter);
  if (down === undefined || typeof id !== "string" || id === "" || id.length > MAX_ID) return undefined;
  return { id, digest: "", down };
}
