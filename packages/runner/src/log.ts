/**
 * The log of a step, as it is handed to everything that speaks. Its texts may come from anywhere: the host redacts and
 * neutralises every one of them.
 */

/** Writes to the step's log, whole lines at a time. */
export interface Log {
  info(text: string): void;
  /** A line that is also an annotation of the run while GitHub keeps them (10 of a step). */
  warning(text: string): void;
  /** Shown only when the job runs with debug logging. */
  debug(text: string): void;
  /** Starts a folded group; groups do not nest. */
  group(title: string): void;
  endGroup(): void;
}
