/**
 * Our lock in the database: one run, rollback or check at a time, whatever the tool does itself. The row says who holds it and, as
 * a journal, what it is doing. A lock that was left behind is taken over only when its holder is proven dead.
 */
import type { Engine } from "@handrail/database";
import { Failure } from "@handrail/runner";
import { ask, isKind } from "./lock-asking.ts";
import type { Asking } from "./lock-asking.ts";
import { parseLockRow } from "./lock-row.ts";
import type { LockHolder, LockRow } from "./lock-row.ts";
import { lockStatements } from "./lock-statements.ts";
import type { LockStatements } from "./lock-statements.ts";
import { createWait, describeHolder } from "./lock-wait.ts";
import type { Waiting } from "./lock-wait.ts";

/** Whether a holder still works. `unknown` is never taken for `dead`. `proof`: for the log, the end of "… is over: ". */
export type HolderLife = { state: "dead"; proof: string } | { state: "alive" | "unknown" };

/** The lock of a database. */
export type LockPlace = Asking & { engine: Engine };

/** What taking it needs. */
export type LockRequest = LockPlace &
  Waiting & {
    /** Ourselves, with a nonce that nobody else has. */
    holder: LockHolder;
    /** Finds out whether a holder is dead. When it rejects, that is not known. */
    isDead(holder: LockHolder): Promise<HolderLife>;
  };

/** A lock that is ours. */
export type HeldLock = {
  holder: LockHolder;
  /** What a dead holder left behind, when it was taken over: its journal has to be settled before ours is written. */
  inherited: Inheritance | undefined;
};

/** What a dead holder left. */
export type Inheritance = { holder: LockHolder; journal: string; proof: string };

/**
 * Takes the lock, or waits for it.
 * @throws Failure `locked` (result `refused`) that names who holds it, when lock-timeout is over
 * @throws DatabaseFailure when the database cannot be asked; whatever the signal says when it is aborted
 */
export async function takeLock(request: LockRequest): Promise<HeldLock> {
  const { holder, signal } = request;
  const statements = lockStatements(request.engine);
  const wait = createWait(request);
  for (let looks = 1; ; looks += 1) {
    signal?.throwIfAborted();
    const row = await readOrInsert(request, statements);
    if (row?.nonce === holder.nonce) return { holder, inherited: undefined };
    const life = row?.holder === undefined ? undefined : await judge(request, row.holder);
    if (life?.state === "dead") {
      const inherited = await takeOver(request, statements, row, life.proof);
      if (inherited !== undefined) return { holder, inherited };
    }
    // Somebody else was faster: what is there now is looked at once more without a pause.
    const isMoving = row === undefined || life?.state === "dead";
    if (isMoving && looks % MAX_LOOKS !== 0) continue;
    await wait.pause(row);
  }
}

/** So often it is looked anew without a pause: more than any contenders need, and an end for a table that does not do as it says. */
const MAX_LOOKS = 8;

/** Reads the row. When nobody holds the lock it becomes ours; undefined: look again, somebody was faster or the table was not there. */
async function readOrInsert(request: LockRequest, statements: LockStatements): Promise<LockRow | undefined> {
  const { holder } = request;
  try {
    const row = parseLockRow(await ask(request, [statements.read]));
    if (row !== undefined) return row;
    await ask(request, [statements.insert(holder)]);
    return { nonce: holder.nonce, holder, journal: "" };
  } catch (error) {
    // Held by now: by another, or by us when the answer to our insert was lost.
    if (isKind(error, "exists")) return undefined;
    if (!isKind(error, "missing")) throw error;
    await createTable(request, statements);
    return undefined;
  }
}

async function judge({ isDead }: LockRequest, holder: LockHolder): Promise<HolderLife> {
  try {
    return await isDead(holder);
  } catch {
    return { state: "unknown" };
  }
}

/**
 * Puts us in the place of a dead holder, in one statement that only fits while it is there: of several who try, one wins, and the
 * journal is never without a row. Undefined when another one won.
 */
async function takeOver(
  request: LockRequest,
  statements: LockStatements,
  row: LockRow | undefined,
  proof: string,
): Promise<Inheritance | undefined> {
  if (row?.holder === undefined) return undefined;
  const rows = await ask(request, [statements.replace(row.nonce, request.holder), statements.read]);
  const now = parseLockRow(rows);
  return now?.nonce === request.holder.nonce ? { holder: row.holder, journal: now.journal, proof } : undefined;
}

/** Two that create it at the same time do not harm each other, but PostgreSQL tells one of them that it exists. */
async function createTable(request: LockRequest, { create }: LockStatements): Promise<void> {
  try {
    await ask(request, [create]);
  } catch (error) {
    if (!isKind(error, "exists")) throw error;
  }
}

/** The row as it is; undefined when nobody holds the lock. For a later phase of a step, which knows its nonce. @throws DatabaseFailure */
export async function readLock(place: LockPlace): Promise<LockRow | undefined> {
  try {
    return parseLockRow(await ask(place, [lockStatements(place.engine).read]));
  } catch (error) {
    if (isKind(error, "missing")) return undefined;
    throw error;
  }
}

/**
 * Writes the journal, JSON.
 * @throws Failure `locked` when the lock is not ours any more; DatabaseFailure
 */
export async function writeJournal(place: LockPlace, nonce: string, journal: string): Promise<void> {
  const { write, read } = lockStatements(place.engine);
  requireOurs(parseLockRow(await ask(place, [write(nonce, journal), read])), nonce);
}

/** Says anew what the holder is: its task. @throws as writeJournal does */
export async function updateHolder(place: LockPlace, holder: LockHolder): Promise<void> {
  const { update, read } = lockStatements(place.engine);
  requireOurs(parseLockRow(await ask(place, [update(holder), read])), holder.nonce);
}

/** Gives the lock back. When another holds it by now, nothing happens. @throws DatabaseFailure */
export async function releaseLock(place: LockPlace, nonce: string): Promise<void> {
  try {
    await ask(place, [lockStatements(place.engine).remove(nonce)]);
  } catch (error) {
    if (!isKind(error, "missing")) throw error;
  }
}

function requireOurs(row: LockRow | undefined, nonce: string): void {
  if (row?.nonce === nonce) return;
  const by = row === undefined ? "somebody deleted its row" : `it is held by ${describeHolder(row)}`;
  throw new Failure({
    reason: "locked",
    what: `The lock on the database was lost while this run worked: ${by}`,
    remedy: "Find out what the other one did before anything is run again.",
  });
}
