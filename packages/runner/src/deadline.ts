/** Work that ends in time, whether it listens or not. It knows of no system; time is the clock that it was handed. */
import type { Clock } from "./clock.ts";

/** Time was up. */
export class DeadlineError extends Error {
  constructor(ms: number) {
    super(`it took longer than ${ms / 1000} s`);
    this.name = "DeadlineError";
  }
}

/** How long work may take, in ms, by which clock, and what ends it earlier. */
export type Limits = { clock: Clock; ms: number; signal?: AbortSignal | undefined };

/**
 * Runs work with a signal that is aborted when the time is up or when `signal` is. Rejects at that moment, with a
 * {@link DeadlineError} or with the reason of `signal`, also when the work does not notice.
 */
export async function withDeadline<T>(
  { clock, ms, signal }: Limits,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const ending = new AbortController();
  const done = new AbortController();
  const abort = (): void => ending.abort(signal?.reason);
  signal?.addEventListener("abort", abort, { once: true });
  const ended = new Promise<never>((_, reject) => {
    ending.signal.addEventListener("abort", () => reject(ending.signal.reason as Error), { once: true });
  });
  clock.sleep(ms, done.signal).then(
    () => ending.abort(new DeadlineError(ms)),
    () => undefined,
  );
  try {
    return await Promise.race([work(ending.signal), ended]);
  } finally {
    done.abort();
    signal?.removeEventListener("abort", abort);
  }
}

/**
 * Like {@link withDeadline}, for work that may come to nothing: gives `late` when the time is up. What the work throws, and
 * the reason of `signal`, are thrown as they are, also when they are deadlines of somebody else.
 */
export async function inTime<T, Late>(
  limits: Limits,
  late: Late,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | Late> {
  let ending: AbortSignal | undefined;
  try {
    return await withDeadline(limits, (signal) => {
      ending = signal;
      return work(signal);
    });
  } catch (error) {
    const isLate = error instanceof DeadlineError && error === ending?.reason && error !== limits.signal?.reason;
    if (isLate) return late;
    throw error;
  }
}
