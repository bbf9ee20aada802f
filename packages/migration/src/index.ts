/** The pure door of migrations: tools, records, what a run came to, what a rollback may do. No effects. */
export {
  type Adapter,
  type Command,
  type DownStep,
  type Files,
  type ScratchFile,
  type Situation,
  type StateReader,
  type StatusReader,
  type ToolName,
  toolNames,
  type ToolSettings,
  type UpStep,
} from "./adapter.ts";
export { tellNothing, tellSettled } from "./conclude.ts";
export { type Engaged, engage, giveBack } from "./engage.ts";
export { executorInputs, recordInputs, type SharedInputs, sharedProblems, toolInputs } from "./inputs.ts";
export type { Journal } from "./journal.ts";
export { databaseUrlOf, openPlace, type PlaceDoors } from "./open-place.ts";
export { lastEnding, perform, type Performed } from "./perform.ts";
export { countLoss, tellPlan } from "./plan-story.ts";
export { newestTaskRecord } from "./records.ts";
export { planRollback } from "./rollback-plan.ts";
export { parseTarget } from "./rollback-target.ts";
export { gateRun } from "./run-gate.ts";
export { findRunningApps } from "./running-apps.ts";
export { digestOfPlan, stateOf } from "./set-digest.ts";
export { keepRecord } from "./record-keeping.ts";
export { settle } from "./settle.ts";
export { type Place, type Snapshot, takeSnapshot } from "./snapshot.ts";
export type { MigrationDeps, MigrationStep } from "./step.ts";
export type { CommandAbout, Ending, EndingKind, Executor, TaskFacts } from "./executor.ts";
export type { Refusal, RefusalReason, RollbackDecision, RollbackPlan, RollbackTarget } from "./history.ts";
export { findEdited, findLate, findUnknown } from "./late.ts";
export type { Applied, AppliedSet, DownKind, Migration } from "./migration.ts";
export {
  type FoundRecord,
  type MigrationRecord,
  migrationTask,
  type RecordedMigration,
  type RecordedState,
} from "./record.ts";
export { refuse, tellThrown } from "./untouched.ts";
export { refuseToolLock } from "./tool-lock.ts";
export { isUnmoved } from "./judgement.ts";
