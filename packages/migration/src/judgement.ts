/**
 * What a run or a rollback came to, decided from the journal and from what the database says now. Pure. A tool's text is never
 * asked, and its exit code alone never makes a success.
 */
import type { EndingKind } from "./executor.ts";
import { namesOf } from "./history-names.ts";
import type { Journal } from "./journal.ts";
import type { RecordedMigration } from "./record.ts";

/** What the database says. */
export type Sight = {
  ids: readonly string[];
  /** Ids that the tool itself marks as not ended. */
  half: readonly string[];
  /** Of the schema; "" when it cannot be read. */
  fingerprint: string;
};

/** How the last command ended; undefined when nobody knows it (the process that waited for it was killed). */
export type LastEnding = { kind: EndingKind; exitCode: number | undefined } | undefined;

/** What decides, beside the journal and the database. */
export type Circumstances = {
  last: LastEnding;
  /** A failed migration leaves nothing behind: the database has transactional DDL, the tool uses it, and so do the scripts. */
  isTransactional: boolean;
};

/** What it came to. */
export type Judgement = {
  /** Everything that should be done is done, and the schema is what it has to be. */
  isComplete: boolean;
  /** Anything is different from before. */
  isChanged: boolean;
  /** What was done, whole, in order. */
  done: readonly RecordedMigration[];
  /** What was not, in order; a half-done one is among them. */
  left: readonly string[];
  /** Done by half, or it cannot be told that it is not; "" when none is. */
  half: string;
  /** Why it is taken for half, in words; "" when none is. */
  why: string;
  /** A rollback's schema is not what it has to be although the tool says that it reverted. */
  isLie: boolean;
  /** Ids that came or went without being asked for. */
  strange: readonly string[];
};

/** Judges. */
export function judge(journal: Journal, now: Sight, circumstances: Circumstances): Judgement {
  const isDone = donePredicate(journal, now);
  const done = journal.planned.filter(({ id }) => isDone(id)).map((each) => withFacts(each, journal));
  const left = journal.planned.filter(({ id }) => !isDone(id)).map(({ id }) => id);
  const strange = strangeIds(journal, now);
  const isSchemaChanged = now.fingerprint !== journal.before.fingerprint;
  const isChanged = done.length > 0 || strange.length > 0 || isSchemaChanged || now.half.length > 0;
  const { half, why } = findHalf(journal, now, { ...circumstances, isDone, left });
  const isLie = journal.kind === "rollback" && half !== "" && isDone(half);
  const remaining = half !== "" && isDone(half) ? [half, ...left] : left;
  return {
    isComplete: left.length === 0 && half === "" && strange.length === 0,
    isChanged,
    done: done.filter(({ id }) => id !== half),
    left: remaining,
    half,
    why,
    isLie,
    strange,
  };
}

function donePredicate({ kind }: Journal, now: Sight): (id: string) => boolean {
  const applied = new Set(now.ids.filter((id) => !now.half.includes(id)));
  const any = new Set(now.ids);
  return kind === "run" ? (id) => applied.has(id) : (id) => !any.has(id);
}

/** With the schema after it, as it was noted. */
function withFacts(migration: RecordedMigration, { done, kind }: Journal): RecordedMigration {
  const step = done.find(({ id }) => id === migration.id);
  if (step === undefined) return migration;
  return {
    ...migration,
    ...(step.fingerprint === "" ? {} : { fingerprint: step.fingerprint }),
    ...(kind === "run" && step.creates !== undefined ? { creates: step.creates } : {}),
    ...(kind === "run" && step.retypes !== undefined ? { retypes: step.retypes } : {}),
  };
}

function strangeIds({ before, planned, kind }: Journal, now: Sight): string[] {
  const expected = new Set([...before.ids, ...(kind === "run" ? planned.map(({ id }) => id) : [])]);
  const mayGo = new Set(kind === "rollback" ? planned.map(({ id }) => id) : []);
  const there = new Set(now.ids);
  return [...now.ids.filter((id) => !expected.has(id)), ...before.ids.filter((id) => !there.has(id) && !mayGo.has(id))];
}

type Half = { half: string; why: string };
const whole: Half = { half: "", why: "" };

/** The migration that is done by half. */
function findHalf(
  journal: Journal,
  now: Sight,
  given: Circumstances & { isDone: (id: string) => boolean; left: readonly string[] },
): Half {
  const planned = new Set(journal.planned.map(({ id }) => id));
  const marked = now.half.find((id) => planned.has(id)) ?? now.half[0];
  if (marked !== undefined) return { half: marked, why: "the tool itself marks it as not finished" };
  if (now.fingerprint === "") return withoutSchema(journal, given);
  return journal.kind === "run" ? halfOfRun(journal, now, given) : halfOfRollback(journal, now, given);
}

/** The schema right after the last step that is known to be done. */
function lastKnown({ before, done }: Journal): string {
  return done.at(-1)?.fingerprint ?? before.fingerprint;
}

function halfOfRun(
  journal: Journal,
  now: Sight,
  { isDone, left, isTransactional, last }: Circumstances & { isDone: (id: string) => boolean; left: readonly string[] },
): Half {
  const known = new Set(journal.done.map(({ id }) => id));
  const [next] = left;
  const unread = journal.planned.filter(({ id }) => isDone(id) && !known.has(id));
  if (next === undefined) return whole;
  if (unread.length === 0) {
    if (now.fingerprint === lastKnown(journal)) return whole;
    return { half: next, why: "the schema changed, and the migration is not among the applied ones" };
  }
  // More was applied than was read back: what the schema should be right now is not known.
  if (isTransactional || wasNotBegun(journal, next) || isGoodEnd(last)) return whole;
  return {
    half: next,
    why: `whether it began cannot be told: ${unread.length === 1 ? "one" : unread.length} before it ended in the same command, and this database does not undo a failed migration`,
  };
}

function halfOfRollback(journal: Journal, now: Sight, { isDone }: { isDone: (id: string) => boolean }): Half {
  const reverted = journal.planned.filter(({ id }) => isDone(id));
  const lastOne = reverted.at(-1);
  const expected = expectedAfter(journal, reverted.length);
  const next = journal.planned[reverted.length];
  if (expected === undefined) {
    return lastOne !== undefined && isUnmoved(journal, lastOne, now.fingerprint)
      ? { half: lastOne.id, why: "the tool says it was reverted, and the schema did not change" }
      : whole;
  }
  if (now.fingerprint === expected) return whole;
  const before = expectedAfter(journal, reverted.length - 1) ?? journal.before.fingerprint;
  // Its row is gone and the schema is as before: it was never reverted.
  if (lastOne !== undefined && now.fingerprint === before) {
    return { half: lastOne.id, why: "the tool says it was reverted, and the schema did not change" };
  }
  const wasSeenRight = journal.done.some(({ id, fingerprint }) => id === lastOne?.id && fingerprint === expected);
  if (next !== undefined && (lastOne === undefined || wasSeenRight)) {
    return { half: next.id, why: "the schema changed, and the migration is still among the applied ones" };
  }
  return { half: lastOne?.id ?? "", why: otherSchema(journal, reverted) };
}

/** Where no record knows the schemas in between, each that was reverted since the last known one may be what is wrong. */
function otherSchema(journal: Journal, reverted: readonly RecordedMigration[]): string {
  const known = reverted.findLastIndex((_, at) => at > 0 && expectedAfter(journal, at) !== undefined);
  const since = reverted.slice(Math.max(0, known)).map(({ id }) => id);
  if (since.length <= 1) return "it was reverted, and the schema is not the one that was recorded before it";
  return `that, or ${namesOf(since.slice(0, -1))} before it; the schema is not the recorded one, and no record knows those in between`;
}

/**
 * Whether a revert did nothing, where no record knows the schema that it should leave: what created something cannot be taken back
 * without changing the schema that was there right before.
 */
export function isUnmoved(
  { done, before }: Journal,
  { id, creates = [] }: RecordedMigration,
  fingerprint: string,
): boolean {
  const at = done.findIndex((step) => step.id === id);
  const was = (at <= 0 ? undefined : done[at - 1]?.fingerprint) ?? before.fingerprint;
  return creates.length > 0 && fingerprint === was;
}

/**
 * The schema after the first `count` reverts; undefined when no record knows it. A planned revert of a rollback carries in
 * `fingerprint` the schema that was recorded right before that migration had been applied.
 */
function expectedAfter({ planned, before, target }: Journal, count: number): string | undefined {
  if (count <= 0) return before.fingerprint;
  if (count === planned.length && target !== undefined && target.fingerprint !== "") return target.fingerprint;
  const expected = planned[count - 1]?.fingerprint;
  return expected === "" ? undefined : expected;
}

/** Without a schema to compare, a failed step leaves nothing behind only where the database sees to that. */
function withoutSchema(
  journal: Journal,
  { left, isTransactional, last }: Circumstances & { left: readonly string[] },
): Half {
  const [next] = left;
  if (next === undefined || isTransactional || wasNotBegun(journal, next) || isGoodEnd(last)) return whole;
  if (last?.kind === "never-started") return whole;
  return { half: next, why: "it failed, and the schema cannot be read to see what it left behind" };
}

function wasNotBegun({ doing }: Journal, id: string): boolean {
  return !doing.includes(id);
}

/** Whether a command ended by itself, with exit code 0. */
export function isGoodEnd(last: LastEnding): boolean {
  return last?.kind === "exited" && last.exitCode === 0;
}
