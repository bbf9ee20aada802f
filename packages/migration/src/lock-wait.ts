/** Waiting for a lock: how long, how often, and what is told meanwhile. */
import { Failure, formatDuration } from "@handrail/runner";
import type { Clock, Log } from "@handrail/runner";
import { nameOf, timeOf } from "./history-names.ts";
import type { LockRow } from "./lock-row.ts";

/** What waiting needs. */
export type Waiting = {
  clock: Clock;
  signal?: AbortSignal | undefined;
  log: Pick<Log, "info">;
  /** lock-timeout, ms; 0: one look, and no waiting. */
  timeoutMs: number;
};

/** A wait that is under way. */
export type LockWait = {
  /**
   * Sleeps a while, or as long as is left. `row`: who holds the lock; undefined when that cannot be seen.
   * @throws Failure `locked` when the time is over
   */
  pause(row: LockRow | undefined): Promise<void>;
};

const FIRST_PAUSE_MS = 2000;
const MAX_PAUSE_MS = 15_000;
const GROWTH = 1.5;
const TELL_EVERY_MS = 60_000;

/** Begins to wait. The time that is spent with asking counts. */
export function createWait({ clock, signal, log, timeoutMs }: Waiting): LockWait {
  const begun = clock.monotonic();
  let pauseMs = FIRST_PAUSE_MS;
  let told: { nonce: string | undefined; at: number } | undefined;
  return {
    async pause(row) {
      const now = clock.monotonic();
      const left = begun + timeoutMs - now;
      if (left <= 0) throw lockedFailure(row, timeoutMs);
      if (told === undefined || told.nonce !== row?.nonce || now - told.at >= TELL_EVERY_MS) {
        told = { nonce: row?.nonce, at: now };
        log.info(`The database is locked by ${describeHolder(row)}; waiting for at most ${formatDuration(left)} more`);
      }
      await clock.sleep(Math.min(pauseMs, left), signal);
      pauseMs = Math.min(pauseMs * GROWTH, MAX_PAUSE_MS);
    },
  };
}

/** Who holds a lock, in one line: what it does, where, who started it, since when. */
export function describeHolder(row: LockRow | undefined): string {
  if (row === undefined) return "somebody whose row cannot be read";
  if (row.holder === undefined) return `somebody that this version cannot read (nonce ${nameOf(row.nonce)})`;
  const { kind, runUrl, runId, actor, since, task } = row.holder;
  const where = runUrl === "" ? `run ${nameOf(runId)}` : nameOf(runUrl);
  const by = actor === "" ? "" : `, started by ${nameOf(actor)}`;
  return `a ${kind} of ${where}${by}, since ${timeOf(since)}${task === "" ? "" : `, task ${nameOf(task)}`}`;
}

function lockedFailure(row: LockRow | undefined, timeoutMs: number): Failure {
  const waited = timeoutMs === 0 ? "" : ` and still was after ${formatDuration(timeoutMs)}`;
  return new Failure({
    reason: "locked",
    result: "refused",
    what: `The database is locked by ${describeHolder(row)}${waited}`,
    remedy:
      row?.holder === undefined
        ? "When nothing works on the database, delete the row of the table handrail_lock by hand."
        : "Wait until it has ended, then run the job again. When it is over and the lock is still there, delete the row of the table handrail_lock by hand.",
  });
}
