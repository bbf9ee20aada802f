/**
 * The door to the terraform command line. It is handed an Exec and starts nothing else; the only files it touches are
 * those terraform itself leaves in the root module, the plan, and its own in the temporary folder.
 */
export type { ApplyOptions, ApplyResult } from "./cli/apply.ts";
export { readApplyStream, readStateDump } from "./cli/apply-stream.ts";
export { type Backend, describeBackend } from "./backend.ts";
export type { ConfigurationFiles, ModuleDirectory } from "./cli/configuration-files.ts";
export { readCheckout } from "./cli/configuration-modules.ts";
export { commandFailure, type FailureContext } from "./cli/failure.ts";
export type { InitOptions, InitResult } from "./cli/init.ts";
export type { PlanOptions, PlanResult } from "./cli/plan.ts";
export { openPlanSource } from "./cli/plan-source.ts";
export type { CommandResult, TerraformOptions } from "./cli/run.ts";
export type { PulledState, StateOptions } from "./cli/state.ts";
export { createTerraform, type Terraform } from "./cli/terraform.ts";
export type { FormatFinding } from "./cli/validate.ts";
export type { TerraformVersion } from "./cli/version.ts";
export { isManagedRemotely, selectedWorkspace, type Workspaces } from "./cli/workspaces.ts";
