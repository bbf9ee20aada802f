/**
 * The processes that a cancelled main step left behind: the post step waits for them, so that the job does not kill a
 * terraform with the state unsaved and locked.
 */
import type { Host } from "@handrail/runner/host";

/** The runner gives post steps of a cancelled job somewhat less than five minutes. */
const patience = 240_000;
const pause = 250;

/** Waits until all have ended, for four minutes at most; returns the ids of those that have not. */
export async function waitForLeftBehind(
  host: Pick<Host, "clock" | "state">,
  isRunning: (pid: number) => boolean,
): Promise<number[]> {
  const pids = (host.state("pids") ?? "").split(" ").filter(Boolean).map(Number);
  const end = host.clock.monotonic() + patience;
  for (;;) {
    const running = pids.filter((pid) => isRunning(pid));
    if (running.length === 0 || host.clock.monotonic() > end) return running;
    await host.clock.sleep(pause);
  }
}
