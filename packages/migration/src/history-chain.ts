/**
 * The records as a chain: what each left is what the next one found. Walking back from what is applied now, every step is
 * checked by the digests that the records hold, so that nobody's word is taken for what the applied set was. Pure.
 */
import { findStrangers } from "./history-strangers.ts";
import type { Strangers } from "./history-strangers.ts";
import type { FoundRecord } from "./record.ts";
import { digestOfSet } from "./set-digest.ts";

/** A set as the chain proved it. */
export type ProvenSet = { set: string; count: number };

/** A record that joins. */
export type Link = {
  record: FoundRecord;
  /** The ids that came with it, in order; a half-done one at the end when the tool counts it as applied. */
  added: readonly string[];
  /** The ids that went with it. */
  removed: readonly string[];
  before: ProvenSet;
  after: ProvenSet;
};

/**
 * Why the chain goes back no further. `baseline`: there is no older record. `gap`: the applied set was changed between two
 * records. `torn`: what a record says it did is not how the applied set changed while it was at work.
 */
export type ChainEnd =
  | { kind: "baseline" }
  | { kind: "gap"; older: FoundRecord; newer: FoundRecord; strangers: Strangers }
  | { kind: "torn"; record: FoundRecord };

/** The chain. */
export type Chain = {
  /** Newest first. */
  links: readonly Link[];
  /** What was applied before the oldest link. */
  base: ReadonlySet<string>;
  end: ChainEnd;
};

/** What is applied now is not what the newest record left. */
export type Apart = { newest: FoundRecord; strangers: Strangers };

/**
 * Joins the records, as far back as they do.
 * @param applied the ids that are applied now
 * @param records newest first, of one database, tool and directory
 */
export function joinChain(applied: readonly string[], records: readonly FoundRecord[]): Chain | Apart {
  const current = new Set(applied);
  const links: Link[] = [];
  let now: ProvenSet = { set: digestOfSet(current), count: current.size };
  for (const [at, record] of records.entries()) {
    if (!joins(record, current, now)) {
      const strangers = findStrangers([...current], records.slice(at));
      const newer = records[at - 1];
      if (newer === undefined) return { newest: record, strangers };
      return { links, base: current, end: { kind: "gap", older: record, newer, strangers } };
    }
    const step = stepBack(record, current, now);
    if (step === undefined) return { links, base: current, end: { kind: "torn", record } };
    links.push({ record, ...step, after: now });
    now = step.before;
  }
  return { links, base: current, end: { kind: "baseline" } };
}

/** Whether a chain was found at all. */
export function isApart(found: Chain | Apart): found is Apart {
  return "newest" in found;
}

/** Whether the set is what the record left. What it did by half may have been taken back by hand: that is the repair. */
function joins({ after, half, kind }: FoundRecord, current: ReadonlySet<string>, now: ProvenSet): boolean {
  if (after.set === now.set) return true;
  const isUndone = half !== "" && current.has(half) === (kind === "rollback");
  if (!isUndone) return false;
  const asLeft = new Set(current);
  if (kind === "run") asLeft.add(half);
  else asLeft.delete(half);
  return digestOfSet(asLeft) === after.set;
}

type Step = Pick<Link, "added" | "removed" | "before">;

/** Takes back from the set what the record did; undefined, with the set as it was, when the record's own digests say otherwise. */
function stepBack({ kind, done, half, before }: FoundRecord, current: Set<string>, now: ProvenSet): Step | undefined {
  const isRun = kind === "run";
  const stepOf = (moved: readonly string[], set: ProvenSet): Step =>
    isRun ? { added: moved, removed: [], before: set } : { added: [], removed: moved, before: set };
  const ids = done.map(({ id }) => id);
  if (ids.length === 0 && before.set === now.set) return stepOf([], now);
  if (ids.some((id) => current.has(id) !== isRun)) return undefined;
  move(current, ids, !isRun);
  if (digestOfSet(current) === before.set) return stepOf(ids, { set: before.set, count: current.size });
  // A tool can count the half-done one: golang-migrate has its version while it is dirty.
  const isCounted = half !== "" && current.has(half) === isRun;
  const moved = isCounted ? [...ids, half] : ids;
  if (isCounted) move(current, [half], !isRun);
  if (isCounted && digestOfSet(current) === before.set) return stepOf(moved, { set: before.set, count: current.size });
  move(current, moved, isRun);
  return undefined;
}

function move(set: Set<string>, ids: readonly string[], isIn: boolean): void {
  for (const id of ids) {
    if (isIn) set.add(id);
    else set.delete(id);
  }
}
