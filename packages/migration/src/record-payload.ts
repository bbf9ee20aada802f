/** Records as the payload of a GitHub Deployment. What does not fit is left out in a fixed order, and the record says so. Pure. */
import { MAX_PAYLOAD_BYTES, MAX_TEXT } from "./record-limits.ts";
import { packMigrations } from "./record-pack.ts";
import type { MigrationRecord, RecordedMigration } from "./record.ts";

/** Plain JSON. The record's own names, and `packed` in the place of `done` when even ids and downs need too much room. */
export type RecordPayload = Readonly<Record<string, unknown>>;

/**
 * A record as plain JSON of at most 60 KiB. With more, as much as has to be is left out, of what was done first before what was
 * done later: what each migration creates and retypes, then its fingerprint, then its digest. Then what was not done (`left`), and at last
 * the ids are packed. `cut` is true then. Only thousands of ids that do not even fit packed lose the first ones: the numbers of
 * `before` and `after` then tell every reader that the record does not hold all.
 */
export function toPayload(record: MigrationRecord): RecordPayload {
  const whole = boundTexts(record);
  if (fits(whole)) return whole;
  let rest: MigrationRecord = { ...whole, cut: true };
  for (const drop of drops) {
    const most = drop.count(rest);
    const few = fewest(most, (count) => fits(drop.apply(rest, count)));
    rest = drop.apply(rest, few);
    if (fits(rest)) return rest;
  }
  const { done, ...others } = rest;
  const lost = fewest(done.length, (count) => fits(packed(others, done.slice(count))));
  return packed(others, done.slice(lost));
}

type Drop = { count(record: MigrationRecord): number; apply(record: MigrationRecord, count: number): MigrationRecord };

/** Leaves something out of the first `count` of what was done. */
function ofDone(without: (migration: RecordedMigration) => RecordedMigration): Drop {
  return {
    count: ({ done }) => done.length,
    apply: (record, count) => ({
      ...record,
      done: record.done.map((migration, at) => (at < count ? without(migration) : migration)),
    }),
  };
}

const drops: readonly Drop[] = [
  ofDone(({ creates: _creates, retypes: _retypes, ...rest }) => rest),
  ofDone(({ fingerprint: _fingerprint, ...rest }) => rest),
  ofDone((migration) => ({ ...migration, digest: "" })),
  {
    count: ({ left }) => left.length,
    apply: (record, count) => ({ ...record, left: record.left.slice(0, record.left.length - count) }),
  },
];

function packed(others: Omit<MigrationRecord, "done">, done: readonly RecordedMigration[]): RecordPayload {
  return { ...others, done: [], packed: packMigrations(done) };
}

/** The least number from 0 to `most` for which it holds, or `most`; it has to go on holding once it does. */
function fewest(most: number, holds: (count: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function fits(payload: unknown): boolean {
  return Buffer.byteLength(JSON.stringify(payload)) <= MAX_PAYLOAD_BYTES;
}

/** Texts that only people read are cut, so that every record that is written can be read again; ids and states stay as they are. */
function boundTexts(record: MigrationRecord): MigrationRecord {
  const cut = (text: string): string => (text.length <= MAX_TEXT ? text : text.slice(0, MAX_TEXT).toWellFormed());
  return {
    ...record,
    actor: cut(record.actor),
    runUrl: cut(record.runUrl),
    commit: cut(record.commit),
  };
}
