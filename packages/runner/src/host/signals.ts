/**
 * Cancelling, as the runner does it: SIGINT to this process only, SIGTERM 7.5 s later, SIGKILL 2.5 s after that
 * (actions/runner ProcessInvoker). Both mean the same and only the first one counts.
 */
import { Failure } from "../failure.ts";

/** A signal that is aborted, with a Failure "cancelled", by the first SIGINT or SIGTERM; this process lives on. */
export function watchSignals(): AbortSignal {
  const controller = new AbortController();
  const cancel = (): void =>
    controller.abort(
      new Failure({
        reason: "cancelled",
        what: "The step was cancelled before it was done",
        remedy: "Run the job again when you want its result.",
      }),
    );
  process.on("SIGINT", cancel);
  process.on("SIGTERM", cancel);
  return controller.signal;
}
