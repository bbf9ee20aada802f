/** What is the matter with a history, in sentences. Pure. */
import type { Apart, ChainEnd } from "./history-chain.ts";
import {
  areOf,
  capital,
  countOf,
  nameOf,
  namesOf,
  recordName,
  shortOf,
  whereAndWhen,
  wereOf,
} from "./history-names.ts";
import type { Strangers } from "./history-strangers.ts";
import type { Refusal } from "./history.ts";
import type { FoundRecord } from "./record.ts";

/** What came or went: `m4 was applied`, `m4 was applied and m3 was reverted`. */
export function describeStrangers(strangers: Strangers): string {
  if (!strangers.isKnown) {
    const { found, expected } = strangers;
    const some = found > expected ? countOf(found - expected) : found < expected ? countOf(expected - found) : "others";
    if (found === expected) return "other migrations are applied, as many as before";
    return `at least ${some} ${found > expected ? "came" : "went"}`;
  }
  const { extra, missing } = strangers;
  const parts = [
    ...(extra.length === 0 ? [] : [`${namesOf(extra)} ${wereOf(extra)} applied`]),
    ...(missing.length === 0 ? [] : [`${namesOf(missing)} ${wereOf(missing)} reverted`]),
  ];
  return parts.join(" and ");
}

/** That the schema is not what a record left, and who else may have changed it. */
export function describeChange(
  newest: FoundRecord,
  { fingerprint, others }: { fingerprint: string; others?: readonly FoundRecord[] | undefined },
): string {
  const states = `it is ${shortOf(fingerprint)}, recorded is ${shortOf(newest.after.fingerprint)}`;
  const other = otherSince(newest, others);
  if (other === undefined) return `The schema was changed without a migration since ${recordName(newest)}: ${states}`;
  const who = `${other.tool} in ${nameOf(other.directory)} migrated the same database (${recordName(other)}, ${whereAndWhen(other)})`;
  return `The schema was changed since ${recordName(newest)}, by another tool or project: ${who}; ${states}`;
}

/** The newest record by which another tool or project changed the schema since. */
export function otherSince(newest: FoundRecord, others: readonly FoundRecord[] = []): FoundRecord | undefined {
  return others.find(
    ({ recordId, before, after }) => recordId > newest.recordId && before.fingerprint !== after.fingerprint,
  );
}

/** The refusal when the database is not what the newest record left. */
export function refuseApart({ newest, strangers }: Apart): Refusal {
  const isBehind = strangers.isKnown ? strangers.extra.length === 0 : strangers.found < strangers.expected;
  return {
    reason: isBehind ? "no-record" : "database-ahead",
    what: `The database is not what ${recordName(newest)} left: ${describeStrangers(strangers)} without a record`,
    remedy: "Run migration-run once: its record is where rollbacks can go back to from then on.",
  };
}

/** The refusal when a target lies before the oldest record that joins. */
export function refuseEnd(end: ChainEnd, oldest: FoundRecord | undefined): Refusal {
  const remedy =
    oldest === undefined
      ? "Undo it with a new migration."
      : `Go back no further than before-deployment:${oldest.recordId}; undo the rest with a new migration.`;
  return { reason: end.kind === "baseline" ? "beyond-baseline" : "no-record", what: describeEnd(end, oldest), remedy };
}

function describeEnd(end: ChainEnd, oldest: FoundRecord | undefined): string {
  if (end.kind === "gap") {
    const { older, newer, strangers } = end;
    return `Between ${recordName(older)} and ${recordName(newer)} ${describeStrangers(strangers)} without a record`;
  }
  if (end.kind === "torn") {
    return `${capital(recordName(end.record))} does not add up: while it was at work the applied set changed in another way than it says`;
  }
  if (oldest === undefined) return "What is applied was there before the first record";
  const count = countOf(oldest.before.count);
  return `What was applied before the first record, ${recordName(oldest)}, is never reverted (${count})`;
}

/** The refusal when there is nothing to go by. */
export function refuseWithoutRecords(): Refusal {
  return {
    reason: "no-record",
    what: "No record of this database, tool and directory was found in the environment",
    remedy: "Run migration-run with the same environment first: a rollback goes back to what its records say.",
  };
}

/** The refusal for migrations that the tool itself marks as not ended. `clearMark`: as the adapter says it. */
export function refuseMarks(marks: readonly string[], clearMark = "the tool's own command"): Refusal {
  return {
    reason: "half-applied",
    what: `The tool marks ${namesOf(marks)} as not ended`,
    remedy: `Undo by hand what ${marks.length === 1 ? "it" : "they"} left behind, and clear the mark with ${clearMark}.`,
  };
}

/** The refusal for a half-done migration that is not mended. */
export function refuseHalf(newest: FoundRecord, fingerprint: string): Refusal {
  const { half, kind } = newest;
  const accept =
    fingerprint === ""
      ? ""
      : `; or finish it by hand, mark it in the tool's table, and name the schema as it then is in accept-schema (now accept-schema: ${fingerprint.slice(0, 16)})`;
  return {
    reason: "half-applied",
    what: `${namesOf([half])} ${areOf([half])} half ${kind === "run" ? "applied" : "reverted"} since ${recordName(newest)} (${whereAndWhen(newest)})`,
    remedy:
      kind === "run"
        ? `Undo by hand what it left behind, so that the schema is again what it was${accept}.`
        : `Finish by hand what its down should have undone; or undo what the down did, and put the migration back into the tool's table${accept}.`,
  };
}
