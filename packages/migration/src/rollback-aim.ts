/** Which part of the stack a target keeps. Pure. */
import type { Chain, Link, ProvenSet } from "./history-chain.ts";
import { wholeSchema } from "./history-half.ts";
import { capital, countOf, nameOf, namesOf, recordName, whereAndWhen } from "./history-names.ts";
import type { Stack, StackEntry } from "./history-stack.ts";
import { refuseEnd } from "./history-texts.ts";
import type { Refusal, RollbackTarget } from "./history.ts";
import type { Migration } from "./migration.ts";
import type { FoundRecord } from "./record.ts";
import { nearestIds } from "./rollback-nearest.ts";
import { digestOfSet } from "./set-digest.ts";

/** What is known of the database. */
export type History = {
  /** Newest first. */
  records: readonly FoundRecord[];
  chain: Chain;
  stack: Stack;
  applied: readonly string[];
  /** Whether `applied` is in order of application. */
  isInOrder: boolean;
  migrations: readonly Migration[] | undefined;
};

/**
 * Where to go. `keep`: so many of the stack's entries stay. `wanted`: the schema that the named record says; "" when the target
 * names none. `isSame`: what stays has been there since that record. `already`: what to say when nothing has to be reverted.
 */
export type Aim =
  | { kind: "at"; keep: number; wanted: string; isSame: boolean; record?: FoundRecord; already: string }
  | { kind: "nothing"; why: string }
  | { kind: "refused"; refusal: Refusal };

/** Finds it. */
export function aimAt(target: RollbackTarget, history: History): Aim {
  if (target.kind === "previous-deployment") return aimAtPrevious(history);
  if (target.kind === "version") return aimAtVersion(target.version, history);
  if (target.kind === "steps") return aimAtSteps(target.steps, history);
  return aimAtRecord(target, history);
}

/** Before the newest run, as far as that is still in effect. */
function aimAtPrevious(history: History): Aim {
  const { records, chain, stack } = history;
  const newest = records.find(({ kind }) => kind === "run");
  if (newest === undefined) {
    const what = "No run is recorded, only rollbacks: there is no deployment to take back";
    return refused({
      reason: "no-record",
      what,
      remedy: "Name the state to go back to: deployment:<id> or version:<v>.",
    });
  }
  const link = chain.links.find(({ record }) => record === newest);
  if (link === undefined) return beyond(history);
  const name = recordName(newest);
  if (link.added.length === 0)
    return { kind: "nothing", why: `${capital(name)} changed nothing (${whereAndWhen(newest)})` };
  const keep = stack.entries.findIndex(({ record }) => record === newest);
  if (keep === -1) return { kind: "nothing", why: takenBack(name, link, chain) };
  return { kind: "at", keep, wanted: newest.before.fingerprint, isSame: true, already: "" };
}

function takenBack(name: string, link: Link, { links }: Chain): string {
  const ids = new Set(link.added);
  const rollback = links.find(({ record, removed }) => record.kind === "rollback" && removed.some((id) => ids.has(id)));
  const by = rollback === undefined ? "" : ` by ${whereAndWhen(rollback.record)}`;
  return `${capital(name)} was already taken back${by}`;
}

type RecordTarget = Extract<RollbackTarget, { id: number }>;

/** The state that a record left or found. It has to be on the way back from now: a part of the stack, from the ground up. */
function aimAtRecord(target: RecordTarget, history: History): Aim {
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

/** v stays, what was applied after it goes. */
function aimAtVersion(version: string, history: History): Aim {
  const { applied, chain, stack, isInOrder } = history;
  if (!applied.includes(version)) return notApplied(version, history);
  const already = `${nameOf(version)} is the newest that is applied`;
  const at = stack.entries.findIndex(({ id }) => id === version);
  if (at >= 0) return { kind: "at", keep: at + 1, wanted: "", isSame: true, already };
  const { base } = stack;
  if (base.length === 1 || (isInOrder && base.at(-1) === version))
    return { kind: "at", keep: 0, wanted: "", isSame: true, already };
  if (isInOrder) return beyond(history);
  const oldest = chain.links.at(-1)?.record;
  return refused({
    reason: "no-record",
    what: `What was applied after ${nameOf(version)} is not known: it was there before the records, and the tool keeps no order`,
    remedy:
      oldest === undefined
        ? "Undo it with a new migration."
        : `To take back all that is recorded, use before-deployment:${oldest.recordId}.`,
  });
}

function notApplied(version: string, { applied, migrations }: History): Aim {
  const titles = new Map(migrations?.map(({ id, title }) => [id, title]));
  const nearest = nearestIds(
    version,
    applied.map((id) => ({ id, title: titles.get(id) ?? id })),
  );
  const isPending = titles.has(version);
  return refused({
    reason: "unknown-target",
    what: `${nameOf(version)} is not applied${isPending ? ": the checkout has it, and it is pending" : ""}`,
    remedy:
      nearest.length === 0
        ? "Name a version that is applied: the tool's own status lists them."
        : `Name a version that is applied, for example ${namesOf(nearest)}.`,
  });
}

/** The newest so many go. */
function aimAtSteps(steps: number, history: History): Aim {
  const { entries } = history.stack;
  if (steps <= entries.length)
    return { kind: "at", keep: entries.length - steps, wanted: "", isSame: true, already: "" };
  const { refusal } = beyond(history);
  const only = entries.length === 0 ? "none is" : entries.length === 1 ? "only one is" : `only ${entries.length} are`;
  return refused({
    ...refusal,
    what: `${countOf(steps)} cannot be taken back: ${only} recorded. ${refusal.what}`,
    ...(entries.length === 0
      ? {}
      : { remedy: `Use steps:${entries.length} at most; undo the rest with a new migration.` }),
  });
}

/** What is asked for lies before the oldest record that joins. */
function beyond({ chain }: History): { kind: "refused"; refusal: Refusal } {
  return { kind: "refused", refusal: refuseEnd(chain.end, chain.links.at(-1)?.record) };
}

function refused(refusal: Refusal): Aim {
  return { kind: "refused", refusal };
}
