/**
 * The terraform command line as verbs. Wires only: each verb is a file of its own beside this one.
 */
import type { Diagnostic, Validation } from "../diagnostics.ts";
import type { Backend } from "../backend.ts";
import { type ApplyOptions, type ApplyResult, runApply } from "./apply.ts";
import { readBackend } from "./backend.ts";
import type { ModuleSource } from "../plan-modules.ts";
import type { LockInfo } from "../state-lock.ts";
import { readInfluences } from "./cli-configuration.ts";
import { type ConfigurationFiles, readConfiguration } from "./configuration-files.ts";
import { type InitOptions, type InitResult, readLockFile, runInit } from "./init.ts";
import { findLeftLock } from "./left-lock.ts";
import { type PlanOptions, type PlanResult, runPlan, runShow } from "./plan.ts";
import { findErroredState } from "./errored-state.ts";
import type { CommandResult, TerraformOptions } from "./run.ts";
import { type PulledState, pullState, pushState, type StateOptions } from "./state.ts";
import { type FormatFinding, runFormatCheck, runValidate } from "./validate.ts";
import { readVersion, type TerraformVersion } from "./version.ts";
import { readWorkspaces, selectedWorkspace, workspaceNotFound, type Workspaces } from "./workspaces.ts";

/** One terraform at work in one root module. Failed commands are data; only what cannot run at all rejects. */
export interface Terraform {
  /** Asked once. Rejects with `terraform-not-found`. */
  version(): Promise<TerraformVersion>;
  /** The workspace that is meant: the input, TF_WORKSPACE, or the selected one. Throws `invalid-input` when they contradict. */
  selectedWorkspace(): string;
  init(options?: InitOptions): Promise<InitResult>;
  /** The list, after init; a diagnostic when it cannot be had. */
  workspaces(): Promise<Workspaces | Diagnostic>;
  /**
   * The name of the workspace that plan will work in. Rejects with `workspace-not-found` when it is another than
   * `default` and does not exist, with `invalid-input` when TF_WORKSPACE contradicts; a diagnostic when the list
   * cannot be had.
   */
  requireWorkspace(): Promise<string | Diagnostic>;
  validate(): Promise<Validation>;
  /** Of directories (absolute); the root module when none are given. */
  formatCheck(directories?: readonly string[]): Promise<FormatFinding[]>;
  plan(options: PlanOptions): Promise<PlanResult>;
  /**
   * Applies a saved plan, once: nothing is tried again. Rejects, with nothing started, with `invalid-input` when
   * TF_CLI_ARGS would make it apply something else or without a lock, with `plan-tampered` when another workspace than
   * the plan's is selected, and with `state-not-saved` when the errored.tfstate of an earlier apply lies in the root
   * module.
   */
  apply(options: ApplyOptions): Promise<ApplyResult>;
  /** The state of the workspace; undefined when there is none. Rejects when it cannot be read. The text holds secrets. */
  statePull(options?: StateOptions): Promise<PulledState | undefined>;
  /** Writes the state in a file (absolute) to the backend, which refuses another lineage and an older serial. */
  statePush(file: string, options?: StateOptions): Promise<CommandResult>;
  /** The state that an apply could not save and left in the root module: its absolute path. */
  erroredState(): string | undefined;
  /** The lock that a killed terraform left, found by trying to take it; runs also when the step is cancelled. */
  leftLock(): Promise<LockInfo | undefined>;
  /** Rejects with `plan-failed` when the plan cannot be read. */
  showPlan(planFile: string, documentFile: string): Promise<void>;
  backend(): Backend;
  /** The text of the lock file; undefined without one. */
  lockFile(): string | undefined;
  /** What in the environment changes what terraform does: names, never values. */
  influences(): string[];
  /** The files that make up the configuration, after init; before it, with the modules of a plan, those in the checkout. */
  configuration(modules?: readonly ModuleSource[]): Promise<ConfigurationFiles>;
}

/** Creates the door to a terraform binary. Nothing is started yet. */
export function createTerraform(options: TerraformOptions): Terraform {
  let version: Promise<TerraformVersion> | undefined;
  return {
    version: () => (version ??= readVersion(options)),
    selectedWorkspace: () => selectedWorkspace(options),
    init: async (init = {}) => {
      selectedWorkspace(options);
      return runInit(options, init);
    },
    workspaces: () => readWorkspaces(options),
    requireWorkspace: () => requireWorkspace(options),
    validate: () => runValidate(options),
    formatCheck: (directories = [options.directory]) => runFormatCheck(options, directories),
    plan: (plan) => runPlan(options, plan),
    apply: (apply) => runApply(options, apply),
    statePull: (pull) => pullState(options, pull),
    statePush: (file, push) => pushState(options, file, push),
    erroredState: () => findErroredState(options),
    leftLock: () => findLeftLock(options),
    showPlan: (planFile, documentFile) => runShow(options, planFile, documentFile),
    backend: () => readBackend(options),
    lockFile: () => readLockFile(options),
    influences: () => readInfluences(options),
    configuration: (modules) => readConfiguration(options, modules),
  };
}

async function requireWorkspace(options: TerraformOptions): Promise<string | Diagnostic> {
  const name = selectedWorkspace(options);
  if (name === "default") return name;
  const workspaces = await readWorkspaces(options);
  if ("severity" in workspaces) return workspaces;
  if (!workspaces.names.includes(name)) throw workspaceNotFound(name, workspaces);
  return name;
}
