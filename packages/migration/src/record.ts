/**
 * The record of a run or a rollback: the payload of a GitHub Deployment with the task `migration`. It holds what no tool knows:
 * what this deployment changed. Types only; record-payload.ts writes and reads it.
 */

/** The task of the Deployment. */
export const migrationTask = "migration";

/** A migration in a record. */
export type RecordedMigration = {
  id: string;
  /** Of its scripts when it ran; "" when they could not be read. */
  digest: string;
  down: "real" | "empty" | "none" | "unknown";
  /** The schema right after it was applied (in a rollback: reverted); absent when several were done at once. */
  fingerprint?: string;
  /** What it created, by `table` or `table.column`: what a rollback takes away. Sorted; absent when that is not known. */
  creates?: readonly string[];
  /** The columns, by `table.column`, whose type it changed: values may not fit when a rollback changes it back. Sorted; absent for none. */
  retypes?: readonly string[];
};

/** What the database was, before or after. */
export type RecordedState = {
  /** SHA-256 in hex over the applied ids, in whatever order they are told (digestOfSet); tells two sets apart. */
  set: string;
  /** How many are applied. */
  count: number;
  /** The newest applied id; "" when none is. */
  version: string;
  /** Of the schema; "" when it could not be read. */
  fingerprint: string;
};

/** A record. */
export type MigrationRecord = {
  /** Of the format. */
  v: 1;
  kind: "run" | "rollback";
  result: "applied" | "nothing-to-do" | "partial" | "failed" | "cancelled" | "timeout" | "rolled-back";
  tool: string;
  /** Executor.identity. */
  database: string;
  /** working-directory, from the repository's root. */
  directory: string;
  before: RecordedState;
  after: RecordedState;
  /** What was applied (run) or reverted (rollback), whole, in the order it was done. */
  done: readonly RecordedMigration[];
  /** What should have been done and was not, in order. */
  left: readonly string[];
  /** The migration that is done by half, or may be; "" when none is. */
  half: string;
  /** Of a rollback: the record whose state it went back to (0: none, by version or steps), and the records it took back. */
  to?: number;
  undoes?: readonly number[];
  /** Where the scripts are from. */
  commit: string;
  /** Of a task: what ran, so that a rollback can run the same image. */
  image?: string;
  taskDefinition?: string;
  actor: string;
  runId: string;
  attempt: number;
  runUrl: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  endedAt: number;
  /** Facts of migrations were left out, for a payload has little room; absent when all are there. Never ids that fit. */
  cut?: true;
};

/** A record as it was found. */
export type FoundRecord = MigrationRecord & {
  /** The Deployment's id: outputs name it `record-id`. */
  recordId: number;
  /** Who created the Deployment. */
  creator: string;
};
