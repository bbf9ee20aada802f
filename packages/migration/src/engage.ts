/**
 * Takes the database for one run: its own lock, what a dead run left behind settled first, and the records of what was done to it.
 * A dry run takes no lock and settles nothing.
 */
import type { Query } from "@handrail/database";
import { Failure, toFailure } from "@handrail/runner";
import type { Clock, Log } from "@handrail/runner";
import { parseJournal } from "./journal.ts";
import { isAccepted } from "./history-half.ts";
import { ENDED, holderOf, isDead } from "./holder.ts";
import type { Journal } from "./journal.ts";
import { readLock, releaseLock, takeLock, updateHolder, writeJournal } from "./lock.ts";
import type { LockHolder } from "./lock-row.ts";
import type { Migration } from "./migration.ts";
import type { FoundRecord } from "./record.ts";
import { halfLeft, requireSameWork, unreadableNote } from "./left-work.ts";
import { readRecords } from "./records.ts";
import { settle } from "./settle.ts";
import type { Place } from "./snapshot.ts";
import type { MigrationStep } from "./step.ts";
import { lateLine } from "./tell-late.ts";

/** The database is ours. */
export type Engaged = {
  /** Writes the journal; the lock has to be ours still. */
  note(journal: Journal): Promise<void>;
  release(): Promise<void>;
  /** Ends, and leaves the journal in the row: it is all that knows of something half done. The next run settles it anew. */
  leave(): Promise<void>;
  /** The records of this database, tool and directory, newest first. */
  records: readonly FoundRecord[];
  /** Those of the same database by another tool or in another directory. */
  others: readonly FoundRecord[];
  notes: readonly string[];
};

/** What is begun, and what the checkout knows. */
export type Engagement = { kind: Journal["kind"]; migrations: readonly Migration[] | undefined };

/**
 * Engages. @throws Failure `locked` when another run holds the database for longer than lock-timeout; DatabaseFailure
 */
export async function engage(step: MigrationStep, place: Place, { kind, migrations }: Engagement): Promise<Engaged> {
  const notes: string[] = [];
  if (step.context.isUntrusted) throw untrusted();
  if (step.inputs.environment === "" && kind === "run") notes.push(NO_RECORD);
  const { query } = place.executor;
  if (step.inputs["dry-run"] || query === undefined) {
    if (query === undefined) notes.push(NO_LOCK);
    // Without lock and journal the records are all that tells of half a migration.
    const recorded = await readRecords(step, place, notes, step.inputs["dry-run"] ? "rollback" : kind);
    return { note: none, release: none, leave: none, ...recorded, notes };
  }
  const nonce = step.deps.nonce();
  step.deps.host.saveState("nonce", nonce);
  const holder = holderOf(step, nonce, kind);
  const inherited = await take(step, place, query, holder).catch((thrown: unknown) => {
    // Somebody else has it: there is nothing that a post step could give back.
    if (thrown instanceof Failure && thrown.reason === "locked") step.deps.host.saveState("nonce", "");
    throw thrown;
  });
  const lock = lockOf(place, holder, step.deps.host);
  try {
    if (inherited !== undefined) notes.push(await settleInherited(step, place, inherited, migrations));
    return { ...lock, ...(await readRecords(step, place, notes, kind)), notes };
  } catch (thrown) {
    // What a dead run left could not be settled: its journal, which is in the row still, must not be lost with our lock.
    const isEmpty = inherited === undefined || (inherited.journal === undefined && !inherited.isUnreadable);
    const end = isEmpty ? lock.release : lock.leave;
    await end().catch(() => undefined);
    throw thrown;
  }
}

/** Gives the lock back after a look. What the look came to counts more than a lock that stays: the clean-up gives that back. */
export async function giveBack({ release }: Pick<Engaged, "release">, log: Pick<Log, "warning">): Promise<void> {
  try {
    await release();
  } catch (thrown) {
    log.warning(
      `The lock could not be given back yet: ${toFailure(thrown).what}. The clean-up of this job tries again.`,
    );
  }
}

const none = (): Promise<void> => Promise.resolve();

const NO_RECORD = "No record is kept: environment is empty. migration-rollback will not know what this run changed.";

function untrusted(): Failure {
  return new Failure({
    reason: "invalid-input",
    what: "This event runs code of a fork with the repository's secrets (pull_request_target)",
    remedy: "Migrate on push, or by workflow_dispatch. Nothing was touched.",
  });
}

const NO_LOCK =
  "No lock is held: nothing in the task can ask the database. Let the workflow's concurrency see to it that one job at a time works on it.";

type Inherited = {
  holder: LockHolder;
  journal: Journal | undefined;
  /** There is one, and another version wrote it. */
  isUnreadable: boolean;
};

async function take(
  { inputs, context, deps }: MigrationStep,
  { executor }: Place,
  query: Query,
  holder: LockHolder,
): Promise<Inherited | undefined> {
  const { clock, log, cancelled } = deps.host;
  const { inherited } = await takeLock({
    query,
    engine: executor.engine,
    holder,
    clock,
    log,
    signal: cancelled,
    timeoutMs: inputs["lock-timeout"],
    isDead: (other) => isDead({ inputs, context, deps }, other),
  });
  if (inherited === undefined) return undefined;
  const journal = parseJournal(inherited.journal);
  return { holder: inherited.holder, journal, isUnreadable: journal === undefined && inherited.journal !== "" };
}

/** What it has noted is also in the step's state: `noted` when work began, no `nonce` when the lock was given back. */
function lockOf(
  { executor }: Place,
  holder: LockHolder,
  { clock, saveState }: MigrationStep["deps"]["host"],
): Pick<Engaged, "note" | "release" | "leave"> {
  const { engine, query, queryWhenCancelled } = executor;
  const { nonce } = holder;
  return {
    leave: async () => {
      if (queryWhenCancelled === undefined) return;
      await updateHolder({ query: queryWhenCancelled, engine, clock }, { ...holder, task: ENDED });
      saveState("nonce", "");
    },
    note: async (journal) => {
      if (query === undefined) return;
      const sessions = await executor.sessionMark?.().catch(() => undefined);
      const noted = sessions === undefined ? journal : { ...journal, sessions };
      saveState("noted", "true");
      await writeJournal({ query, engine, clock }, nonce, JSON.stringify(noted));
    },
    release: async () => {
      if (queryWhenCancelled !== undefined) await releaseLock({ query: queryWhenCancelled, engine, clock }, nonce);
      saveState("nonce", "");
    },
  };
}

/** A run died with its work under way: what it did is read from the database, and recorded in its name. */
async function settleInherited(
  step: MigrationStep,
  place: Place,
  { holder, journal, isUnreadable }: Inherited,
  migrations: readonly Migration[] | undefined,
): Promise<string> {
  const who = `The run that held the lock has ended without giving it back (${holder.runUrl === "" ? holder.runId : holder.runUrl}, ${holder.actor})`;
  if (isUnreadable) throw unreadableNote(who);
  if (journal === undefined) return `${who}; it had changed nothing`;
  requireSameWork(step, place, journal, who);
  const settled = await settle({
    step,
    place,
    journal,
    last: undefined,
    first: undefined,
    migrations,
    release: () => Promise.resolve(),
    isCancelled: true,
    patienceMs: 60_000,
    isLate: true,
  });
  // To begin now would be to work on a database that somebody else works on.
  if (!settled.isFinal) {
    throw new Failure({
      reason: "locked",
      result: "refused",
      what: `The database still works on what a run that is gone has sent (${holder.runUrl === "" ? holder.runId : holder.runUrl})`,
      remedy: "Wait until the database has ended it, or end that session by hand; then run the job again.",
    });
  }
  for (const note of settled.notes) step.deps.host.log.warning(note);
  const { half } = settled.judgement;
  const { fingerprint } = settled.now;
  const isEnded = isAccepted({ fingerprint, acceptSchema: step.inputs["accept-schema"] });
  // Nothing but the journal knows of it: to go on would be to forget it.
  if (half !== "" && settled.recordId === undefined && !isEnded) throw halfLeft(half, who, fingerprint);
  return `${who}. What it did: ${lateLine(journal, settled)}`;
}

/** The lock that this very step took; undefined when it is not there any more. */
export async function readOwnLock(
  place: Place,
  nonce: string,
  clock: Clock,
): Promise<({ journal: Journal | undefined } & Pick<Engaged, "release" | "leave">) | undefined> {
  const { queryWhenCancelled: query, engine } = place.executor;
  if (query === undefined) return undefined;
  const held = await readLock({ query, engine, clock });
  if (held?.nonce !== nonce) return undefined;
  const { holder } = held;
  const lock = { query, engine, clock };
  return {
    journal: parseJournal(held.journal),
    release: () => releaseLock(lock, nonce),
    leave: () => (holder === undefined ? Promise.resolve() : updateHolder(lock, { ...holder, task: ENDED })),
  };
}
