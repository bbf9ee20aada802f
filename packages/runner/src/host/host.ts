/** What an action can do to its step: the interface that main.ts hands on, verb by verb. Types only. */
import type { Annotation } from "../annotations.ts";
import type { Clock } from "../clock.ts";
import type { Failure } from "../failure.ts";
import type { Log } from "../log.ts";
import type { OutputDeclarations, OutputValue } from "../outputs.ts";
import type { Exec } from "../process.ts";
import type { Redactor } from "../redact.ts";

/** The step, as its runner offers it. Every text may come from anywhere: it is redacted and neutralised on its way. */
export interface Host {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly redactor: Redactor;
  readonly clock: Clock;
  readonly exec: Exec;
  /** Aborted when the runner cancels the step; the reason is a Failure "cancelled". */
  readonly cancelled: AbortSignal;
  /**
   * Hides a secret here and tells the runner to hide it, too. For the few secrets that are inputs or credentials: the
   * runner searches every line for every mask. The many values of a plan go to `redactor.add` alone.
   */
  mask(secret: string): void;
  /** Collected and printed when the step ends, worst first, 10 of a level. */
  annotate(annotation: Annotation): void;
  /** Appended to the step's summary, redacted unless `verbatim`; what has no room in its 1 MiB is counted there. */
  summary(markdown: string, options?: { verbatim?: boolean }): void;
  /**
   * Writes an output that the action declares. Arrays and objects are JSON; a value over 64 KiB, or beyond 512 KiB of all
   * outputs together, goes to a file and the output is `{"file": "<path>"}`. Redacted unless `verbatim`.
   */
  output(name: string, value: OutputValue, options?: { verbatim?: boolean }): void;
  /** Keeps a text for the post step. */
  saveState(name: string, value: string): void;
  /** What the main step kept. */
  state(name: string): string | undefined;
  /** Puts an absolute directory in front of PATH for later steps. */
  addPath(directory: string): void;
  /** Sets a TF_TOKEN_* variable for later steps, and masks its value. No other variable can be set. */
  exportToken(name: string, value: string): void;
  /** A new directory below RUNNER_TEMP that only this user can read. */
  temporaryDirectory(name: string): string;
  /** The payload of the event as plain data, undefined when there is none. */
  readEvent(): unknown;
}

/** How an action's main step ended. */
export type ActionResult = {
  /** `result` always; names that are not declared are not written. */
  outputs: Readonly<Record<string, OutputValue | undefined>>;
  /** Present: the step fails with it. */
  failure?: Failure;
  summary?: string;
  /**
   * Outputs and summary hold no secret: they were made of redacted values. They are written as they are, so that a short
   * secret which happens to occur in a hash, a path or our own markup destroys none of them.
   */
  isRedacted?: boolean;
};

/** An action as its main.ts defines it. */
export type ActionDefinition = {
  name: string;
  outputs: OutputDeclarations;
  main(host: Host): Promise<ActionResult>;
  /** The post step: the same bundle, started through `post.js`. */
  post?(host: Host): Promise<void>;
  /** The value of `result` when main throws because it was cancelled; "failed" when absent. */
  cancelledResult?: string;
};
