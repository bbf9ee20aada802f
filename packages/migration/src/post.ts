/**
 * What remains when the main step was killed: the process may still work, and so may the database. Waits for both, reads what was
 * done, keeps the record, gives the lock back.
 */
import { DatabaseFailure } from "@handrail/database";
import { toFailure } from "@handrail/runner";
import { readOwnLock } from "./engage.ts";
import { readRecords } from "./records.ts";
import { settle } from "./settle.ts";
import type { Place } from "./snapshot.ts";
import type { MigrationStep } from "./step.ts";
import { tellLate, tellRecorded } from "./tell-late.ts";

/** Looks whether a process of ours, or one that it started, is still there. */
export type PostDoors = { isRunning(pid: number): boolean };

/** The runner ends post steps of a cancelled job after five minutes (docs: workflow cancellation reference), ms. */
const PATIENCE_MS = 180_000;
/** The database is looked at for so long at least, ms. */
const LEAST_MS = 30_000;
const PAUSE_MS = 500;

/**
 * Settles what main left, by its state: `nonce` of the lock, "" when it was given back; `noted` when work had begun; `process`; `told`
 * when main came to its end. Does nothing when main had not begun to change anything.
 */
export async function settleLeft(step: MigrationStep, doors: PostDoors): Promise<void> {
  const { host } = step.deps;
  const nonce = host.state("nonce") ?? "";
  const hasBegun = host.state("noted") === "true";
  if (nonce === "" && (!hasBegun || host.state("told") === "true")) return;
  const place = await step.deps.openPlace();
  try {
    await settleIn(step, place, doors, { nonce, hasBegun });
  } catch (thrown) {
    const { what, remedy } = toFailure(thrown);
    if (hasBegun) {
      host.log.warning(`How the migration ended could not be read: ${what} ${remedy} The next run looks again.`);
    } else if (!(thrown instanceof DatabaseFailure) || thrown.kind !== "unreachable") {
      host.log.warning(`Whether a lock was left behind could not be read: ${what} ${remedy}`);
    }
  } finally {
    await place.executor.close();
  }
}

type Left = { nonce: string; hasBegun: boolean };

async function settleIn(step: MigrationStep, place: Place, doors: PostDoors, { nonce, hasBegun }: Left): Promise<void> {
  const { clock, log } = step.deps.host;
  const until = clock.monotonic() + PATIENCE_MS;
  if (!(await isProcessGone(step, doors, until))) {
    log.warning(
      `The migration tool (process ${processOf(step)}) still runs: what it does cannot be told yet. The lock is kept; the next run says how it ended.`,
    );
    return;
  }
  const found = nonce === "" ? undefined : await readOwnLock(place, nonce, clock);
  if (found === undefined) {
    if (hasBegun) await tellKept(step, place);
    return;
  }
  const { journal, release, leave } = found;
  if (journal === undefined) {
    await release();
    return;
  }
  const settled = await settle({
    step,
    place,
    journal,
    last: undefined,
    first: undefined,
    migrations: undefined,
    release,
    leave,
    isCancelled: true,
    patienceMs: Math.max(LEAST_MS, until - clock.monotonic()),
    isLate: true,
  });
  tellLate(step, place, journal, settled);
}

/** The lock is given back and main was killed before it could say what it came to: its record says it. */
async function tellKept(step: MigrationStep, place: Place): Promise<void> {
  const { context, deps } = step;
  const notes: string[] = [];
  const { records } = await readRecords(step, place, notes);
  const own = records.find(({ runId, attempt }) => runId === context.runId && attempt === context.runAttempt);
  for (const note of notes) deps.host.log.warning(note);
  if (own !== undefined) tellRecorded(step, place, own);
}

function processOf({ deps }: MigrationStep): number {
  return Number(deps.host.state("process") ?? "0");
}

/** A process that outlived main got its one signal; it is waited for. */
async function isProcessGone(step: MigrationStep, { isRunning }: PostDoors, until: number): Promise<boolean> {
  const { clock, log } = step.deps.host;
  const pid = processOf(step);
  for (let isTold = false; isRunning(pid); isTold = true) {
    if (!isTold) log.info(`The migration tool (process ${pid}) still runs; it is waited for.`);
    if (clock.monotonic() >= until) return false;
    await clock.sleep(PAUSE_MS);
  }
  return true;
}
