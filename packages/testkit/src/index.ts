/** The testkit: servers that speak the real protocols, the runner as a program, and oracles to judge output by. */
export { inputName } from "./action/environment.ts";
export type { RunContext } from "./action/environment.ts";
export { findOrphans, killOrphans } from "./action/orphans.ts";
export type { Orphan } from "./action/orphans.ts";
export type { CancelOptions, SignalOptions, When } from "./action/phase.ts";
export { runAction } from "./action/run.ts";
export type { PhaseResult } from "./action/result.ts";
export type { ActionOptions, ActionResult } from "./action/run.ts";
export { startAws } from "./aws/server.ts";
export type { AwsCall, AwsHandler, AwsReply, AwsServer } from "./aws/server.ts";
export type { AwsServiceName } from "./aws/services.ts";
export type { AwsError } from "./aws/write.ts";
export { renderComment, textOf } from "./comment/comment.ts";
export type { RenderedComment } from "./comment/comment.ts";
export { parseHtml } from "./comment/html.ts";
export type { HtmlElement, HtmlNode } from "./comment/html.ts";
export { contractDifferences, contractTest } from "./contract.ts";
export { virtualClock } from "./clock.ts";
export type { VirtualClock, VirtualClockOptions } from "./clock.ts";
export { startMariadb } from "./databases/mariadb.ts";
export { startPostgres } from "./databases/postgres.ts";
export { findMariadb, findPostgres } from "./databases/programs.ts";
export type { MariadbPrograms, PostgresPrograms } from "./databases/programs.ts";
export type { DatabaseEngine, DatabaseServer, ServerOptions } from "./databases/server.ts";
export { sqliteUrl, startSqlite } from "./databases/sqlite.ts";
export { hasDatabase, startDatabase, withDatabases } from "./databases/with-databases.ts";
export type { SuiteDatabase } from "./databases/with-databases.ts";
export type { EcsContainer, EcsTaskDefinition } from "./ecs/definition.ts";
export type { EcsFault } from "./ecs/faults.ts";
export type { Stop as EcsStop } from "./ecs/life.ts";
export type { NextTask as NextEcsTask } from "./ecs/run-task.ts";
export { startEcs } from "./ecs/server.ts";
export type { Ecs, EcsOptions } from "./ecs/server.ts";
export type { LogMood as EcsLogMood } from "./ecs/streams.ts";
export type { Task as EcsRun } from "./ecs/task.ts";
export { installFakeTerraform } from "./fake-terraform.ts";
export type { FakeAnswer, FakeCall, FakeScript, FakeTerraform, FakeTerraformOptions } from "./fake-terraform.ts";
export { parseEnvironmentFile, parseFileCommands, parsePathFile, parseStepSummary } from "./file-commands.ts";
export type { FileCommands } from "./file-commands.ts";
export { startGitHub } from "./github/server.ts";
export type { GitHub, GitHubOptions } from "./github/server.ts";
export type { CommentView } from "./github/verbs.ts";
export type { GitHubFault } from "./github/faults.ts";
export type { Permissions, Scope } from "./github/permissions.ts";
export type { NewPullRequest } from "./github/new-pull.ts";
export type {
  Comment,
  Deployment,
  DeploymentStatus,
  Issue,
  Label,
  Pull,
  PullFile,
  Repository,
  Settings,
} from "./github/store.ts";
export type { MergeMethod } from "./github/merge.ts";
export type { NewRun } from "./github/workflow-runs.ts";
export type { Run, RunJob, RunStep } from "./github/workflow-run.ts";
export { startLoopback } from "./loopback.ts";
export type { Answer, Handler, LoggedRequest, Loopback } from "./loopback.ts";
export type { MakeProject, ScriptedMigration, ToolProject } from "./migrations/project.ts";
export { hasLiquibaseSqlite } from "./migrations/liquibase.ts";
export { toolProjects } from "./migrations/projects.ts";
export { startGitRemote } from "./registry/git-remote.ts";
export type { GitRemote, GitRemoteOptions } from "./registry/git-remote.ts";
export type { ModuleRelease, RegistryModule, RegistryProvider } from "./registry/layout.ts";
export type { ProviderRelease } from "./registry/provider.ts";
export { startRegistry } from "./registry/server.ts";
export type { LoopbackRegistry, RegistryOptions } from "./registry/server.ts";
export { tarball } from "./registry/tar.ts";
export type { Match, Rule, RuleHandle, Schedule } from "./schedule.ts";
export { archive } from "./releases/archives.ts";
export type { ArchiveKind } from "./releases/archives.ts";
export { signingKey } from "./releases/keys.ts";
export type { KeyKind, SigningKey } from "./releases/keys.ts";
export { startReleases } from "./releases/server.ts";
export type { Release } from "./releases/layout.ts";
export type { Releases, ReleasesOptions } from "./releases/server.ts";
export type { ReleaseFault } from "./spoil.ts";
export { readLines } from "./runner-command.ts";
export { isLiveCommand, parseRunnerLog } from "./runner-log.ts";
export type { LogAnnotation, LogCommand, RunnerLog, RunnerLogInput } from "./runner-log.ts";
export { isDeep, runs, seed } from "./runs.ts";
export { startStateBackend } from "./state-backend.ts";
export type { LockInfo, StateBackend, StateBackendOptions, StateFault } from "./state-backend.ts";
export { WARP_HEADER, warpedNow } from "./warp/header.ts";
export type { WarpEvent } from "./warp/preload.ts";
export { warpTime } from "./warp/warp.ts";
export type { Warp, WarpOptions } from "./warp/warp.ts";
export { until } from "./until.ts";
export type { UntilOptions } from "./until.ts";
export { workspace } from "./workspace.ts";
export type { Workspace, WorkspaceFile, WorkspaceOptions } from "./workspace.ts";
export { zip } from "./zip.ts";
export type { ZipMember, ZipOptions } from "./zip.ts";
export { workflowActions } from "./workflow/actions.ts";
export type { AssumedRole, WorkflowActions } from "./workflow/actions.ts";
export type { Artifact } from "./workflow/artifacts.ts";
export { builtActions } from "./workflow/checkout.ts";
export type { RepositorySource } from "./workflow/checkout.ts";
export { concurrencyGroups } from "./workflow/concurrency.ts";
export type { Concurrency, ConcurrencyGroups } from "./workflow/concurrency.ts";
export type { ActionAnswer, ActionCall, ActionFake } from "./workflow/fake.ts";
export type { Granted } from "./workflow/permissions.ts";
export type { Conclusion, JobResult, StepResult, WorkflowResult } from "./workflow/result.ts";
export { runWorkflow } from "./workflow/run.ts";
export type { WorkflowOptions } from "./workflow/options.ts";
export type { WorkflowEvent } from "./workflow/trigger.ts";
