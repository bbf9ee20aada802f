/**
 * Time as it is handed to everything that waits, so that tests can turn it by hand.
 */

/** The clock of an action. */
export interface Clock {
  /** Milliseconds since 1970; may jump when the machine's clock is set. */
  now(): number;
  /** Milliseconds since some start; never goes back. Measure spans of time with this one. */
  monotonic(): number;
  /** Resolves after `ms` milliseconds; rejects at once with the signal's reason when it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
