/**
 * Ends a run or a rollback with the truth: reads the database back, judges, keeps the record, gives the lock back. The main step
 * does it, its post step when main was killed, and the next run when the job died altogether.
 */
import { compareSchemas, DatabaseFailure, describeDifference } from "@handrail/database";
import { toFailure, withDeadline } from "@handrail/runner";
import type { Ending } from "./executor.ts";
import type { Journal } from "./journal.ts";
import { judge } from "./judgement.ts";
import type { Judgement } from "./judgement.ts";
import type { Migration } from "./migration.ts";
import type { MigrationRecord } from "./record.ts";
import { findRecord, keepRecord } from "./record-keeping.ts";
import { waitForSessions } from "./session-end.ts";
import type { Calm } from "./session-end.ts";
import { stateOf } from "./set-digest.ts";
import { takeSnapshot } from "./snapshot.ts";
import type { Place, Snapshot } from "./snapshot.ts";
import type { MigrationStep } from "./step.ts";
import { tell } from "./tell.ts";
import type { Telling } from "./tell.ts";

/** What is settled. */
export type Unsettled = {
  step: MigrationStep;
  place: Place;
  journal: Journal;
  /** How the last command ended; undefined when nobody knows. */
  last: Ending | undefined;
  /** The schema before, to say how it differs; undefined when only its fingerprint is known. */
  first: Snapshot | undefined;
  /** What the database is, when it was read after the last command and nothing can have changed it since. */
  known?: Snapshot | undefined;
  /** The checkout's migrations, as far as they are known. */
  migrations: readonly Migration[] | undefined;
  /** Gives the lock back; not called when something may still be at work. */
  release(): Promise<void>;
  /** Ends without giving up the journal; absent: there is none of ours. */
  leave?(): Promise<void>;
  isCancelled: boolean;
  /** How long the database may take to answer, ms. */
  patienceMs: number;
  /** Somebody else may have kept the record already: it is looked for first. */
  isLate?: boolean;
};

/** What it came to. */
export type Settled = {
  judgement: Judgement;
  telling: Telling;
  now: Snapshot;
  record: MigrationRecord;
  /** Undefined when it could not be kept. */
  recordId: number | undefined;
  /** How the schema differs from before, in words; only of a half-done or untrue end. */
  differences: readonly string[];
  notes: readonly string[];
  /** False while the server still works on what the tool sent: then no record was kept, and the lock stays. */
  isFinal: boolean;
};

/**
 * Settles. @throws DatabaseFailure when the database does not answer, DeadlineError when it takes too long: then the lock stays, and
 * whoever comes next settles
 */
export async function settle(unsettled: Unsettled): Promise<Settled> {
  const { step, place, journal, last, isCancelled, migrations } = unsettled;
  const notes: string[] = [];
  const { busy, hasWaited } = await calmDown(unsettled);
  const now = (isCancelled || hasWaited ? undefined : unsettled.known) ?? (await readBack(unsettled));
  const circumstances = { last, isTransactional: isTransactional(place, journal, migrations) };
  const judgement = judge(journal, now, circumstances);
  const isFinal = busy === "" || judgement.isComplete;
  const telling = tell(journal, judgement, { ...circumstances, isCancelled, isFinal });
  const endedAt = step.deps.host.clock.now();
  const record = toRecord({ place, journal, judgement, telling, now, last, endedAt });
  let recordId: number | undefined;
  if (isFinal) {
    const kept = unsettled.isLate === true ? await findRecord(step, record, telling) : undefined;
    recordId = kept ?? (await keepRecord(step, record, telling, notes));
    // A half-done end that no record holds must not be forgotten: the journal stays.
    const isKnown = judgement.half === "" || recordId !== undefined;
    const end = isKnown ? unsettled.release : (unsettled.leave ?? unsettled.release);
    await end().catch((thrown: unknown) => notes.push(stuck(thrown)));
  } else notes.push(unfinished(busy));
  notes.push(...noteOutside(unsettled, now));
  const differences = differencesOf(unsettled, judgement, now);
  return { judgement, telling, now, record, recordId, differences, notes, isFinal };
}

/** A record cannot be corrected: it is kept when it is known what it has to say. */
function unfinished(busy: string): string {
  return `The database still works on what the tool sent (${busy}): what is told here can change. The lock is kept, and whoever comes next says how it ended: the clean-up of this job, then the next run.`;
}

function stuck(thrown: unknown): string {
  return `The lock could not be given back (${toFailure(thrown).what}): the next run sees that this one has ended, and takes it.`;
}

/** Whether a migration that failed leaves nothing behind. */
function isTransactional(
  { executor, adapter }: Place,
  { doing }: Journal,
  migrations: Unsettled["migrations"],
): boolean {
  const isOutside = migrations?.some(({ id, outsideTransaction }) => doing.includes(id) && outsideTransaction === true);
  return executor.engine !== "mysql" && adapter.isTransactional && isOutside !== true;
}

const PAUSE_MS = 1000;

/** Lets the server end what it has received from a tool that did not end well by itself. */
async function calmDown({ place, last, step, journal, patienceMs, isCancelled }: Unsettled): Promise<Calm> {
  const isClean = last?.kind === "never-started" || (last?.kind === "exited" && last.exitCode === 0);
  if (isClean && !isCancelled) return { busy: "", hasWaited: false };
  const { clock, log } = step.deps.host;
  return waitForSessions({ executor: place.executor, clock, log, mark: journal.sessions, patienceMs });
}

/** Asks on a connection of its own, again and again while the database cannot be reached. */
async function readBack({ step, place, patienceMs }: Unsettled): Promise<Snapshot> {
  const { clock } = step.deps.host;
  const until = clock.monotonic() + patienceMs;
  for (;;) {
    try {
      const ms = Math.max(1, until - clock.monotonic());
      return place.executor.kind === "ecs"
        ? await takeSnapshot(place, { evenWhenCancelled: true })
        : await withDeadline({ clock, ms }, () => takeSnapshot(place, { evenWhenCancelled: true }));
    } catch (thrown) {
      const isPassing = thrown instanceof DatabaseFailure && ["unreachable", "locked"].includes(thrown.kind);
      if (!isPassing || clock.monotonic() >= until) throw thrown;
      await clock.sleep(PAUSE_MS);
    }
  }
}

/** Other tenants may have been at work there; or the scripts were, and then a down that leaves it behind is not found out. */
function noteOutside({ first, place }: Unsettled, now: Snapshot): string[] {
  if (first?.outside === undefined || now.outside === undefined || first.outside === now.outside) return [];
  const schemas = place.settings.url?.searchPath.join(", ") ?? "";
  return [
    `Something outside of the search path (${schemas}) changed meanwhile. What is there is not compared: whether a rollback takes it back is not proven.`,
  ];
}

function differencesOf({ first }: Unsettled, { half, isLie }: Judgement, now: Snapshot): readonly string[] {
  if ((half === "" && !isLie) || first?.schema === undefined || now.schema === undefined) return [];
  return compareSchemas(first.schema, now.schema).map(describeDifference);
}

type Facts = {
  place: Place;
  journal: Journal;
  judgement: Judgement;
  telling: Telling;
  now: Snapshot;
  last: Ending | undefined;
  endedAt: number;
};

function toRecord({ place, journal, judgement, telling, now, last, endedAt }: Facts): MigrationRecord {
  const image = last?.task?.imageDigest || journal.image;
  const taskDefinition = last?.task?.taskDefinition ?? journal.taskDefinition;
  return {
    v: 1,
    kind: journal.kind,
    result: telling.result,
    tool: journal.tool,
    database: place.executor.identity,
    directory: journal.directory,
    before: stateOf(journal.before.ids, journal.before.fingerprint),
    after: stateOf(now.ids, now.fingerprint),
    done: judgement.done,
    left: judgement.left,
    half: judgement.half,
    ...(journal.to === undefined ? {} : { to: journal.to }),
    ...(journal.undoes === undefined || journal.undoes.length === 0 ? {} : { undoes: journal.undoes }),
    commit: journal.commit,
    ...(image === undefined || image === "" ? {} : { image }),
    ...(taskDefinition === undefined ? {} : { taskDefinition }),
    actor: journal.actor,
    runId: journal.runId,
    attempt: journal.attempt,
    runUrl: journal.runUrl,
    startedAt: journal.startedAt,
    endedAt,
  };
}
