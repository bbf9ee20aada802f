/**
 * A limit of time for something that listens to a signal. Pure but for the clock it is handed.
 */
import { Failure } from "@handrail/runner";
import type { Clock } from "@handrail/runner";

/** A signal that is aborted when the step is cancelled, or when the time is over. Call `end` when nobody listens any more. */
export type TimeLimit = { signal: AbortSignal; end(): void };

/** Starts a limit of so many milliseconds. */
export function startLimit(clock: Clock, cancelled: AbortSignal, ms: number): TimeLimit {
  const [over, done] = [new AbortController(), new AbortController()];
  void clock.sleep(ms, done.signal).then(
    () => over.abort(tooLong()),
    () => undefined,
  );
  return { signal: AbortSignal.any([cancelled, over.signal]), end: () => done.abort() };
}

function tooLong(): Failure {
  return new Failure({
    reason: "cancelled",
    what: "It was not done in time",
    remedy: "Run the job again, or look for what it waits for.",
  });
}
