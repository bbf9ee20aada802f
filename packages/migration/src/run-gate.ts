/** Whether a run may start, decided from the database, the checkout and the records before anything is touched. Pure. */
import { isApart, joinChain } from "./history-chain.ts";
import { isAccepted, isMended } from "./history-half.ts";
import { areOf, namesOf, recordName, shortOf } from "./history-names.ts";
import { stackOf } from "./history-stack.ts";
import { withoutRepeats } from "./history-repeats.ts";
import { describeChange, describeStrangers, refuseHalf, refuseMarks } from "./history-texts.ts";
import type { Refusal } from "./history.ts";
import { findEdited, findLate, findUnknown } from "./late.ts";
import type { Migration } from "./migration.ts";
import type { FoundRecord } from "./record.ts";

/** What decides. */
export type GateRequest = {
  /** Newest first; of this database, tool and directory. Without the older ones only scripts of the newest are compared. */
  records: readonly FoundRecord[];
  /** Of the same database by another tool or in another directory, newest first. */
  others?: readonly FoundRecord[];
  /** What is applied now, in the tool's order. */
  applied: readonly string[];
  /** Of the schema now; "" when it cannot be read. */
  fingerprint: string;
  /** Of the checkout, in the tool's order; undefined when only the tool knows them. */
  migrations: readonly Migration[] | undefined;
  onDrift: "fail" | "warn";
  /** What accept-schema says; "" for nothing. */
  acceptSchema: string;
  /** The ids that the tool itself marks as not ended. */
  halfMarks: readonly string[];
  /** Adapter.clearMark. */
  clearMark?: string | undefined;
  /** Whether this run will be recorded; absent: it will. */
  isRecorded?: boolean;
};

/** Reasons not to start, the gravest first, and what a person should know. Notes are sentences. */
export type Gate = { refusals: readonly Refusal[]; notes: readonly string[] };

/**
 * Judges. Half-done work stops a run always: what comes on top of it cannot be taken back one day. Migrations that the checkout does
 * not have, and scripts that changed after they ran (H132), stop it unless on-drift says `warn`. Late migrations, and what
 * somebody did without Handrail, are told.
 */
export function gateRun(given: GateRequest): Gate {
  const request = { ...given, records: withoutRepeats(given.records) };
  const { onDrift, halfMarks } = request;
  const drift = [...judgeUnknown(request), ...judgeEdited(request)];
  const isWarned = onDrift === "warn";
  return {
    refusals: [
      ...(halfMarks.length === 0 ? [] : [refuseMarks(halfMarks, request.clearMark)]),
      ...judgeHalf(request),
      ...(isWarned ? [] : drift),
    ],
    notes: [
      ...(isWarned ? drift.map(({ what }) => `${what}.`) : []),
      ...noteAccepted(request),
      ...noteSince(request),
      ...noteLate(request),
    ],
  };
}

/** What the newest record left half-done, and nobody mended. */
function judgeHalf(request: GateRequest): Refusal[] {
  const { records, applied, fingerprint } = request;
  const [newest] = records;
  if (newest === undefined || newest.half === "" || isAccepted(request)) return [];
  const found = joinChain(applied, records);
  const stack = isApart(found) ? undefined : stackOf(applied, found);
  return isMended(newest, request, stack) ? [] : [refuseHalf(newest, fingerprint)];
}

/** What comes of a half-done migration whose schema was accepted. */
function noteAccepted(request: GateRequest): string[] {
  const [newest] = request.records;
  if (newest === undefined || newest.half === "" || !isAccepted(request)) return [];
  const isApplied = request.applied.includes(newest.half);
  const now = isApplied
    ? "the tool has it as applied, so that it is not run again, and no rollback reverts it"
    : "the tool has it as not applied, so that it runs again from its beginning";
  return [`accept-schema ends what ${recordName(newest)} left half-done (${namesOf([newest.half])}): ${now}.`];
}

function judgeUnknown({ applied, migrations }: GateRequest): Refusal[] {
  const unknown = migrations === undefined ? [] : findUnknown(applied, migrations);
  if (unknown.length === 0) return [];
  const what = `The database is ahead of the checkout: ${namesOf(unknown)} ${areOf(unknown)} applied, and the checkout does not have ${unknown.length === 1 ? "it" : "them"}`;
  return [
    { reason: "database-ahead", what, remedy: "Run from a commit that has them: the newest one that was deployed." },
  ];
}

/** Scripts that are not what ran. */
function judgeEdited({ applied, migrations, records }: GateRequest): Refusal[] {
  const there = new Set(applied);
  const ran = digestsOf(records);
  const edited = findEdited(migrations?.filter(({ id }) => there.has(id)) ?? [], ran);
  const [first] = edited;
  if (first === undefined) return [];
  const example = `${namesOf([first.id])} ran as ${shortOf(ran.get(first.id) ?? "")}, the checkout has ${shortOf(first.digest)}`;
  const which =
    edited.length === 1
      ? "A script changed after it ran"
      : `The scripts of ${namesOf(edited.map(({ id }) => id))} changed after they ran`;
  const remedy = "Give the file back what it had, and put the change into a new migration.";
  return [{ reason: "database-ahead", what: `${which}: ${example}`, remedy }];
}

/** The digest that each migration ran with last, "" after it was reverted. */
function digestsOf(records: readonly FoundRecord[]): Map<string, string> {
  const digests = new Map<string, string>();
  for (const { kind, done } of records.toReversed()) {
    for (const { id, digest } of done) digests.set(id, kind === "run" ? digest : "");
  }
  return digests;
}

/** What somebody did since the newest record, without one. */
function noteSince({ records, applied, fingerprint, others, isRecorded = true }: GateRequest): string[] {
  const [newest] = records;
  if (newest === undefined) {
    if (applied.length === 0 || !isRecorded) return [];
    const which =
      applied.length === 1
        ? "1 migration that is applied becomes"
        : `${applied.length} migrations that are applied become`;
    return [`No record yet: the ${which} the baseline, which no rollback reverts.`];
  }
  const found = joinChain(applied, [newest]);
  const name = recordName(newest);
  if (isApart(found)) {
    const all = joinChain(applied, records);
    const { strangers } = isApart(all) ? all : found;
    return [
      `Since ${name} ${describeStrangers(strangers)} without a record: rollbacks go back no further than this run.`,
    ];
  }
  const recorded = newest.after.fingerprint;
  if (newest.half !== "" || recorded === "" || fingerprint === "" || recorded === fingerprint) return [];
  return [`${describeChange(newest, { fingerprint, others })}.`];
}

/** Pending migrations that come too late. */
function noteLate({ applied, migrations }: GateRequest): string[] {
  const late = findLate(migrations ?? [], applied).map(({ id }) => id);
  if (late.length === 0) return [];
  const [verb, them] = late.length === 1 ? ["comes", "it"] : ["come", "them"];
  return [`${namesOf(late)} ${verb} late: what stands behind ${them} was applied already.`];
}
