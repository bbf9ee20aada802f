/** Sets of applied migrations as a few characters that tell them apart, for records. Pure. */
import { createHash } from "node:crypto";
import type { RollbackPlan } from "./history.ts";
import type { RecordedState } from "./record.ts";

/**
 * SHA-256 in hex over a set of ids: the same for any order, and for an id that is told twice. JSON keeps apart what joining would
 * not (`a,b` and `a`, `b`), and writes halves of surrogate pairs as escapes, which UTF-8 could not hold.
 */
export function digestOfSet(ids: Iterable<string>): string {
  const sorted = [...new Set(ids)].sort();
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex");
}

/**
 * What a database is, as a record says it.
 * @param ids what is applied; the last one is taken for the newest
 * @param fingerprint of the schema; "" when it could not be read
 */
export function stateOf(ids: readonly string[], fingerprint: string): RecordedState {
  return { set: digestOfSet(ids), count: new Set(ids).size, version: ids.at(-1) ?? "", fingerprint };
}

/**
 * SHA-256 in hex over a plan: the ids in the order in which they are reverted, their scripts as the
 * checkout has them (by id, their digests), and what the database is before and after. An
 * approval is for this, and for no other plan.
 */
export function digestOfPlan(plan: RollbackPlan, before: RecordedState, scripts: ReadonlyMap<string, string>): string {
  const ids = plan.reverts.map(({ id }) => [id, scripts.get(id) ?? ""]);
  const text = JSON.stringify([ids, before.set, before.fingerprint, plan.target.set, plan.target.fingerprint]);
  return createHash("sha256").update(text).digest("hex");
}
