/**
 * The one lane for everything that changes something on GitHub: never two at once, and a pause after each. GitHub asks
 * for both; parallel or hurried mutations are what its secondary limits punish.
 */
import type { Clock } from "@handrail/runner";

export interface Lane {
  /**
   * Runs a task when all earlier ones have ended and the pause after the last one is over. A quiet one neither waits for
   * the pause nor begins one.
   */
  run<T>(task: () => Promise<T>, signal?: AbortSignal, isQuiet?: boolean): Promise<T>;
}

/** @param gapMs least time between the end of one task and the start of the next */
export function createLane(clock: Clock, gapMs: number): Lane {
  let last: Promise<unknown> = Promise.resolve();
  let free = Number.NEGATIVE_INFINITY;
  return {
    run(task, signal, isQuiet = false) {
      const turn = last.then(async () => {
        const wait = isQuiet ? 0 : free - clock.monotonic();
        if (wait > 0) await clock.sleep(wait, signal);
        try {
          return await task();
        } finally {
          if (!isQuiet) free = clock.monotonic() + gapMs;
        }
      });
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
