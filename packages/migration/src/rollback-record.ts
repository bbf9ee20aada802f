/** Going back to the state that a record left or found. Pure. */
import type { Chain, Link, ProvenSet } from "./history-chain.ts";
import { wholeSchema } from "./history-half.ts";
import { recordName, whereAndWhen } from "./history-names.ts";
import type { Stack, StackEntry } from "./history-stack.ts";
import type { RollbackTarget } from "./history.ts";
import type { FoundRecord } from "./record.ts";
import { beyond, refused, takenBack } from "./rollback-place.ts";
import type { Aim, History } from "./rollback-place.ts";
import { digestOfSet } from "./set-digest.ts";

/** A target that names a record. */
export type RecordTarget = Extract<RollbackTarget, { id: number }>;

/** The state that a record left or found. It has to be on the way back from now: a part of the stack, from the ground up. */
export function aimAtRecord(target: RecordTarget, history: History): Aim {
  const { records, chain, stack } = history;
  const record = records.find(({ recordId }) => recordId === target.id);
  if (record === undefined) return unknownRecord(target.id, history);
  const link = chain.links.find((each) => each.record === record);
  const isBefore = target.kind === "before-deployment";
  const isTorn = chain.end.kind === "torn" && chain.end.record === record && !isBefore;
  if (link === undefined && !isTorn) return beyond(history);
  const state = link === undefined ? baseState(chain) : isBefore ? link.before : link.after;
  const wanted = isBefore ? record.before.fingerprint : schemaLeft(record, link);
  const keep = state.count - stack.base.length;
  if (!isBottom(stack, keep, state)) return aheadOfNow(record, isBefore, history);
  const already =
    isBefore && link !== undefined && link.added.length > 0
      ? takenBack(recordName(record), link, chain)
      : `The database is as ${recordName(record)} ${isBefore ? "found" : "left"} it (${whereAndWhen(record)})`;
  const isSame = isOlder(stack.entries.slice(0, keep), target, history);
  return { kind: "at", keep, wanted, isSame, already, ...(isBefore ? {} : { record }) };
}

/** What a record left: without a half-done one, unless the tool counts that as done. */
function schemaLeft(record: FoundRecord, link: Link | undefined): string {
  const isCounted = link?.added.includes(record.half) === true || link?.removed.includes(record.half) === true;
  return isCounted ? record.after.fingerprint : wholeSchema(record);
}

/** Whether runs up to that record applied all of them: none was taken back since and applied again, maybe from another script. */
function isOlder(kept: readonly StackEntry[], target: RecordTarget, { records }: History): boolean {
  const at = records.findIndex(({ recordId }) => recordId === target.id) + (target.kind === "deployment" ? 0 : 1);
  const older = new Set(records.slice(at));
  return kept.every(({ record }) => older.has(record));
}

function baseState({ base }: Chain): ProvenSet {
  return { set: digestOfSet(base), count: base.size };
}

/** Whether the first `keep` entries and the base are that state. */
function isBottom({ base, entries }: Stack, keep: number, { set }: ProvenSet): boolean {
  if (keep < 0 || keep > entries.length) return false;
  return digestOfSet([...base, ...entries.slice(0, keep).map(({ id }) => id)]) === set;
}

function aheadOfNow(record: FoundRecord, isBefore: boolean, { chain }: History): Aim {
  const later = chain.links.slice(
    0,
    chain.links.findIndex((link) => link.record === record),
  );
  const rollback = later.find(({ removed }) => removed.length > 0)?.record;
  const since =
    rollback === undefined ? "" : `: ${recordName(rollback)} took migrations back (${whereAndWhen(rollback)})`;
  return refused({
    reason: "unknown-target",
    what: `The state that ${recordName(record)} ${isBefore ? "found" : "left"} is not on the way back from now${since}`,
    remedy: "To have it again, run migration-run with the commit that has its migrations.",
  });
}

function unknownRecord(id: number, { records }: History): Aim {
  const known = records.slice(0, 5).map(({ recordId }) => `#${recordId}`);
  return refused({
    reason: "unknown-target",
    what: `No record of this database, tool and directory has the id ${id}`,
    remedy: `Name one that there is; the newest are ${known.join(", ")}.`,
  });
}
