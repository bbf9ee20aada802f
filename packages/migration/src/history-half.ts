/** Whether what the newest record left half-done is mended. Pure. */
import { topSchema } from "./history-stack.ts";
import type { Stack } from "./history-stack.ts";
import type { FoundRecord } from "./record.ts";
import { digestOfSet } from "./set-digest.ts";

/** What the database is now. */
export type Present = {
  applied: readonly string[];
  /** Of the schema; "" when it cannot be read. */
  fingerprint: string;
  /** What accept-schema says: a fingerprint or at least its first 12 digits; "" for none. */
  acceptSchema: string;
  /** Records of the same database by another tool or in another directory, newest first. */
  others?: readonly FoundRecord[];
};

/** Whether accept-schema names the schema as it is. */
export function isAccepted({ fingerprint, acceptSchema }: Pick<Present, "fingerprint" | "acceptSchema">): boolean {
  return acceptSchema.length >= 12 && fingerprint.startsWith(acceptSchema);
}

/** The schema after what a record did whole, "" when that is not known: what it left, but for a half-done one. */
export function wholeSchema({ half, done, before, after }: FoundRecord): string {
  if (half === "") return after.fingerprint;
  const last = done.at(-1);
  return last === undefined ? before.fingerprint : (last.fingerprint ?? "");
}

/**
 * Whether set and schema belong together again: what was done by half is undone in both (in the tool's table and in the schema),
 * or a half-done revert is finished in both. A schema alone proves nothing: a tool that says "reverted" and does nothing leaves
 * the schema of before, too.
 * @param stack what the records prove; undefined when they do not join
 */
export function isMended(newest: FoundRecord, present: Present, stack: Stack | undefined): boolean {
  const { half, kind, before } = newest;
  const { applied, fingerprint } = present;
  if (half === "") return true;
  if (fingerprint === "") return false;
  if (fingerprint === before.fingerprint && digestOfSet(applied) === before.set) return true;
  const isApplied = applied.includes(half);
  if (isApplied === (kind === "rollback")) return fingerprint === wholeSchema(newest);
  return kind === "rollback" && stack !== undefined && fingerprint === topSchema(stack);
}
