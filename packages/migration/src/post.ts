/**
 * What remains when the main step was killed: the process may still work, and so may the database. Waits for both, reads what was
 * done, keeps the record, gives the lock back.
 */
import { toFailure } from "@handrail/runner";
import { readOwnLock } from "./engage.ts";
import { settle } from "./settle.ts";
import type { MigrationStep } from "./step.ts";
import { tellLate } from "./tell-late.ts";

/** Looks whether a process of ours is still there. */
export type PostDoors = { isRunning(pid: number): boolean };

/** The runner ends post steps of a cancelled job after five minutes (docs: workflow cancellation reference), ms. */
const PATIENCE_MS = 180_000;
const PAUSE_MS = 500;

/** Settles what main left. Does nothing when main had not begun to change anything, or the next run has settled it already. */
export async function settleLeft(step: MigrationStep, doors: PostDoors): Promise<void> {
  const { host } = step.deps;
  const nonce = host.state("nonce") ?? "";
  if (nonce === "") return;
  const place = await step.deps.openPlace();
  try {
    await waitForProcess(step, doors);
    const found = await readOwnLock(place, nonce, host.clock);
    if (found === undefined) return;
    const { journal, release } = found;
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
      isCancelled: true,
      patienceMs: PATIENCE_MS,
      isLate: true,
    });
    tellLate(step, place, journal, settled);
  } catch (thrown) {
    const { what, remedy } = toFailure(thrown);
    host.log.warning(`How the migration ended could not be read: ${what} ${remedy} The next run looks again.`);
  } finally {
    await place.executor.close();
  }
}

/** A process that outlived main got its one signal; it is waited for. */
async function waitForProcess({ deps }: MigrationStep, { isRunning }: PostDoors): Promise<void> {
  const { host } = deps;
  const pid = Number(host.state("process") ?? "0");
  const until = host.clock.monotonic() + PATIENCE_MS;
  for (let isTold = false; isRunning(pid); isTold = true) {
    if (!isTold) host.log.info(`The migration tool (process ${pid}) still runs; it is waited for.`);
    if (host.clock.monotonic() >= until) return;
    await host.clock.sleep(PAUSE_MS);
  }
}
