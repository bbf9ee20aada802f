/**
 * How waiting can end. A verdict is about the pinned object, and about nothing else.
 */

/** The value of the output `result`. The first three are good. */
export type Result =
  | "success"
  | "noop"
  | "no-change"
  | "failed"
  | "rolled-back"
  | "rollback-failed"
  | "superseded"
  | "stopped"
  | "cancelled"
  | "rejected"
  | "unstable"
  | "timeout"
  | "not-found"
  | "access-denied"
  | "credentials-expired"
  | "alarm"
  | "regression"
  | "inconclusive";

/** How one item ended. */
export type Verdict = {
  result: Result;
  /**
   * Why, as far as the state itself tells: the words of the service are quoted as they are. No full stop at the end. It goes
   * into the first line of the annotation, and what `diagnose` finds follows it.
   */
  cause: string;
  /** What a developer should do now; a sentence or two. A general one for the result is used when absent. */
  remedy?: string;
};

/** What else is known about a verdict, asked after it was reached. */
export type Diagnosis = {
  /** Root causes, the most telling first: `3 tasks: container app: exit code 1 (Essential container in task exited)`. */
  causes: readonly string[];
  /** The last lines of the log of what failed, oldest first. */
  logLines?: readonly string[];
  /** Where to read on. */
  links?: readonly Link[];
  /** What could not be asked, by the permission that is missing: `logs:GetLogEvents`. */
  missingPermissions?: readonly string[];
  /** Proof of what runs: an image digest, a served version. Shown and put into `details`. */
  facts?: Facts;
};

/** An address for people, with what it leads to. */
export type Link = { title: string; url: string };

/** Short names and values for `details` and the summary. */
export type Facts = Readonly<Record<string, string | number | boolean>>;

const good: ReadonlySet<Result> = new Set(["success", "noop", "no-change"]);

/** Whether the step ends with exit code 0. */
export function isGood(result: Result): boolean {
  return good.has(result);
}
