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
export type { CommandAbout, Ending, EndingKind, Executor, TaskFacts } from "./executor.ts";
export type { Refusal, RefusalReason, RollbackDecision, RollbackPlan, RollbackTarget } from "./history.ts";
export type { Applied, AppliedSet, DownKind, Migration } from "./migration.ts";
export {
  type FoundRecord,
  type MigrationRecord,
  migrationTask,
  type RecordedMigration,
  type RecordedState,
} from "./record.ts";
