/** The machine's clock. */
import type { Clock } from "../clock.ts";
import { isError } from "../failure.ts";

/** A timer cannot be set further ahead than this many milliseconds; longer sleeps are slept in parts. */
const LONGEST_TIMER = 2_147_483_647;

function sleepOnce(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer);
      const reason: unknown = signal?.reason;
      reject(isError(reason) ? reason : new Error("aborted", { cause: reason }));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, ms);
    if (signal?.aborted === true) abort();
    else signal?.addEventListener("abort", abort, { once: true });
  });
}

/** Real time; see Clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  async sleep(ms, signal) {
    const until = performance.now() + ms;
    let rest = ms;
    do {
      await sleepOnce(Math.min(Math.max(rest, 0), LONGEST_TIMER), signal);
      rest = until - performance.now();
    } while (rest >= 1);
  },
};
