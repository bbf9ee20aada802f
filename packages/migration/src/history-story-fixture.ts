/** Histories told in a few words, for tables of cases: which deployment did what, and the records and the database after it. */
import { createHash } from "node:crypto";
import type { Migration } from "./migration.ts";
import type { FoundRecord, RecordedMigration } from "./record.ts";
import type { RollbackRequest } from "./rollback-plan.ts";
import { stateOf } from "./set-digest.ts";

/** What happened: a run, a rollback, or something by hand. */
export type Event =
  | {
      event: "run" | "rollback";
      id: number;
      ids: readonly string[];
      half?: string;
      /** The tool counts the half-done one as applied. */
      isCounted?: boolean;
      /** What the half-done one left. */
      leaves?: string;
      more?: Partial<FoundRecord>;
      facts?: Readonly<Record<string, Partial<RecordedMigration>>>;
      /** Schemas in between are not recorded. */
      isAtOnce?: boolean;
    }
  | { event: "hand"; applies?: readonly string[]; reverts?: readonly string[]; adds?: string; removes?: string };

/** A run that applied these. */
export function run(id: number, ids: readonly string[], more: Partial<Extract<Event, { id: number }>> = {}): Event {
  return { event: "run", id, ids, ...more };
}

/** A rollback that reverted these, in this order. */
export function back(id: number, ids: readonly string[], more: Partial<Extract<Event, { id: number }>> = {}): Event {
  return { event: "rollback", id, ids, ...more };
}

/** Something that nobody recorded. */
export function byHand(what: Omit<Extract<Event, { event: "hand" }>, "event">): Event {
  return { event: "hand", ...what };
}

/** The fingerprint of a schema that has these. */
export function printOf(parts: Iterable<string>): string {
  return createHash("sha256")
    .update([...parts].sort().join(","))
    .digest("hex");
}

/** The digest of a script. */
export function scriptOf(id: string): string {
  return createHash("sha256").update(id).digest("hex");
}

/** A migration of the checkout, as it was when it ran. */
export function migrationOf(id: string, more: Partial<Migration> = {}): Migration {
  return { id, title: `${id}.sql`, digest: scriptOf(id), down: "real", ...more };
}

/** What planRollback is asked after it: everything but the target. The schema is the set of what is applied and what hands added. */
export function tell(events: readonly Event[], baseline: readonly string[] = []): Omit<RollbackRequest, "target"> {
  let applied = [...baseline];
  const schema = new Set(baseline);
  const known = new Set(baseline);
  const records: FoundRecord[] = [];
  for (const event of events) {
    if (event.event === "hand") {
      const { applies = [], reverts = [], adds, removes } = event;
      applied = [...applied.filter((id) => !reverts.includes(id)), ...applies];
      for (const id of reverts) schema.delete(id);
      for (const id of [...applies, ...(adds === undefined ? [] : [adds])]) schema.add(id);
      if (removes !== undefined) schema.delete(removes);
      for (const id of applies) known.add(id);
      continue;
    }
    const told = record(event, applied, schema);
    applied = told.applied;
    for (const id of event.ids) known.add(id);
    if (event.half !== undefined) known.add(event.half);
    records.unshift(told.record);
  }
  return {
    records,
    applied,
    isInOrder: true,
    fingerprint: printOf(schema),
    migrations: [...known].map((id) => migrationOf(id)),
    adapterForwardOnly: undefined,
    acceptSchema: "",
  };
}

function record(
  {
    event,
    id,
    ids,
    half = "",
    isCounted = false,
    leaves,
    more = {},
    facts = {},
    isAtOnce = false,
  }: Extract<Event, { id: number }>,
  before: readonly string[],
  schema: Set<string>,
): { record: FoundRecord; applied: string[] } {
  const isRun = event === "run";
  const found = stateOf(before, printOf(schema));
  let applied = [...before];
  const done = ids.map((each, at): RecordedMigration => {
    applied = isRun ? [...applied, each] : applied.filter((other) => other !== each);
    if (isRun) schema.add(each);
    else schema.delete(each);
    const isUnread = isAtOnce && at < ids.length - 1;
    const migration: RecordedMigration = { id: each, digest: scriptOf(each), down: "real", ...facts[each] };
    return isUnread ? migration : { fingerprint: printOf(schema), ...migration };
  });
  if (leaves !== undefined) schema.add(leaves);
  if (half !== "" && isCounted) applied = isRun ? [...applied, half] : applied.filter((other) => other !== half);
  const result = half !== "" ? "partial" : ids.length === 0 ? "nothing-to-do" : isRun ? "applied" : "rolled-back";
  return {
    applied,
    record: {
      v: 1,
      kind: event,
      result,
      tool: "dbmate",
      database: "5f0c",
      directory: ".",
      before: found,
      after: stateOf(applied, printOf(schema)),
      done,
      left: [],
      half,
      commit: "0123456789abcdef0123456789abcdef01234567",
      actor: "octo",
      runId: String(id),
      attempt: 1,
      runUrl: `https://github.example/o/r/actions/runs/${id}`,
      startedAt: Date.parse("2026-11-22T12:00:00Z"),
      endedAt: Date.parse("2026-11-22T12:01:00Z"),
      recordId: id,
      creator: "github-actions[bot]",
      ...more,
    },
  };
}
