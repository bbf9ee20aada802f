/** What a workflow run left behind, for tests to read. No logic. */
import type { LogAnnotation } from "../runner-log.ts";
import type { Concurrency } from "./concurrency.ts";
import type { Granted } from "./permissions.ts";

/** How jobs and steps end. */
export type Conclusion = "success" | "failure" | "cancelled" | "skipped";

/** A step, or the post step of one. */
export type StepResult = {
  name: string;
  id: string | undefined;
  uses: string | undefined;
  /** Before `continue-on-error`. */
  outcome: Conclusion;
  conclusion: Conclusion;
  outputs: Readonly<Record<string, string>>;
  /** What people read, secrets masked. */
  log: string;
  summary: string;
  annotations: readonly LogAnnotation[];
};

/** A job of the run. Those of called workflows are named `caller / called`, those of a matrix `job (a, b)`. */
export type JobResult = {
  /** Path of job ids: `call/plan`; the same for every job of a matrix. */
  id: string;
  /** As GitHub shows it; the key in {@link WorkflowResult.jobs}. */
  name: string;
  result: Conclusion;
  outputs: Readonly<Record<string, string>>;
  steps: readonly StepResult[];
  /** What the token of its steps may do. Empty when it did not start. */
  permissions: Granted;
  runsOn: unknown;
  environment: { name: string; url: string; isApproved: boolean } | undefined;
  concurrency: Concurrency | undefined;
  /** Everything its steps printed, and why it ended when no step says so. */
  log: string;
};

/** A run. */
export type WorkflowResult = Disposable & {
  /** False when the workflow does not react to this event: no job then. */
  isTriggered: boolean;
  result: Conclusion;
  /** In the order of their end. */
  jobs: ReadonlyMap<string, JobResult>;
  /** Of a workflow that is called. */
  outputs: Readonly<Record<string, string>>;
  concurrency: Concurrency | undefined;
  /** Removes every folder of the run. */
  cleanup(): void;
};
