/** What a rollback is asked for, and what comes of it. Types only; rollback-target.ts and rollback-plan.ts decide. */
import type { FoundRecord, RecordedMigration, RecordedState } from "./record.ts";

/** What `to` says. `deployment`: the state that record left. `before-deployment`: the state that record found. */
export type RollbackTarget =
  | { kind: "previous-deployment" }
  | { kind: "deployment"; id: number }
  | { kind: "before-deployment"; id: number }
  | { kind: "version"; version: string }
  | { kind: "steps"; steps: number };

/** The job that asks for a rollback, as GitHub counts its attempts from 1. */
export type Asker = { runId: string; attempt: number };

/** A reason to touch nothing, as in the contract. */
export type RefusalReason =
  | "confirmation"
  | "no-record"
  | "unknown-target"
  | "beyond-baseline"
  | "irreversible"
  | "database-ahead"
  | "half-applied"
  | "locked"
  | "schema-differs"
  | "app-first"
  | "plan-changed";

/** Why nothing is touched: what is the matter, and the one next step. */
export type Refusal = { reason: RefusalReason; what: string; remedy: string };

/** What a rollback would do. */
export type RollbackPlan = {
  /**
   * What is reverted, in the order it is reverted: the newest application first. `fingerprint`: the schema that was recorded right
   * before it was applied, which reverting it has to bring back; absent when that is not known.
   */
  reverts: readonly RecordedMigration[];
  /** What the database has to be afterwards. Its fingerprint is "" only when accept-schema took in a schema that no record knows. */
  target: RecordedState;
  /** The record whose state that is; undefined by version or steps between two records. */
  record: FoundRecord | undefined;
  /** The runs of which nothing is left in effect afterwards, newest first. */
  undoes: readonly FoundRecord[];
  /** The runs from the oldest of which something is reverted up to now: what was deployed with them may need what goes. */
  deployedWith: readonly FoundRecord[];
  /** The runs before those: an image that one of them deployed already does not need it. */
  deployedBefore: readonly FoundRecord[];
  /** What a person should know before they confirm: sentences. */
  notes: readonly string[];
};

/** What was decided. `nothing`: the database is there already; `why` says since when. */
export type RollbackDecision =
  | { kind: "plan"; plan: RollbackPlan }
  | { kind: "nothing"; why: string }
  | { kind: "refused"; refusals: readonly Refusal[] };
