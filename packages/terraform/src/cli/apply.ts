/**
 * `apply -json` of a saved plan, with its streams in files that outlive us. One start, never a second one: a saved plan
 * is single use. Whether it may be applied is decided before; what the events mean is apply-progress.ts.
 */
import { rmSync } from "node:fs";
import { Failure } from "@handrail/runner";
import { createApplyProgress } from "../apply-progress.ts";
import type { Diagnostic } from "../diagnostics.ts";
import type { TerraformEvent } from "../events.ts";
import { readBlocks } from "../hcl-blocks.ts";
import { isJsonObject, type Json, member } from "../json-value.ts";
import { checkApplyEnvironment } from "./apply-arguments.ts";
import { ERRORED_STATE, findErroredState } from "./errored-state.ts";
import { readModuleFiles } from "./module-files.ts";
import { type CommandResult, runStream, type TerraformOptions } from "./run.ts";
import { withVariablesFile } from "./variables-file.ts";
import { selectedWorkspace } from "./workspaces.ts";

/** What to apply. Files of variables are relative to the root module, all others absolute. */
export type ApplyOptions = {
  planFile: string;
  /**
   * The workspace the plan was made in. terraform 1.11 applies in the one that is selected, whatever the plan file says
   * (seen: a plan of `prod` applied to `default`, where neither had a state yet), so another one is refused.
   */
  workspace?: string;
  /** terraform writes here itself and we only follow: they are there (0600) when we are gone, and stay. Replaced. */
  stdoutFile: string;
  stderrFile: string;
  /** What the plan was given: a plan file holds no ephemeral variables, so they are needed again when there are any. */
  varFiles?: readonly string[];
  /** HCL text as in a .tfvars file; it wins over the files. */
  variables?: string;
  parallelism?: number;
  lockTimeoutMs?: number;
  /** Every event as it comes, beside TerraformOptions.onEvent. */
  onEvent?: (event: TerraformEvent) => void;
  onStart?: (pid: number) => void;
};

/** How an apply ended. `exitCode` is 0 only when terraform also said that the apply is complete. */
export type ApplyResult = CommandResult & {
  isComplete: boolean;
  /** The root's outputs, never the sensitive ones; empty unless complete. */
  outputs: ReadonlyMap<string, Json>;
  /** The state that could not be saved: an absolute path, now 0600. */
  erroredState?: string;
};

/** The arguments of apply; every value stands behind `=` in an argument of its own, the plan file is an absolute path. */
function applyArguments(options: ApplyOptions, files: readonly string[]): string[] {
  return [
    "apply",
    "-input=false",
    "-no-color",
    "-json",
    ...(options.lockTimeoutMs === undefined ? [] : [`-lock-timeout=${options.lockTimeoutMs}ms`]),
    ...(options.parallelism === undefined ? [] : [`-parallelism=${options.parallelism}`]),
    ...files.map((file) => `-var-file=${file}`),
    options.planFile,
  ];
}

/** Applies. A failed apply is data; `commandFailure(result, "apply", …)` says it. */
export async function runApply(terraform: TerraformOptions, options: ApplyOptions): Promise<ApplyResult> {
  checkApplyEnvironment(terraform.environment);
  checkWorkspace(terraform, options.workspace);
  if (findErroredState(terraform) !== undefined) throw unsavedBefore();
  const { stdoutFile, stderrFile, onStart } = options;
  for (const path of [stdoutFile, stderrFile]) rmSync(path, { force: true });
  const needsVariables = hasEphemeralVariables(terraform.directory);
  const progress = createApplyProgress([]);
  const onEvent = (event: TerraformEvent): void => {
    progress.add(event);
    terraform.onEvent?.(event);
    options.onEvent?.(event);
  };
  const result = await withVariablesFile(terraform, needsVariables ? (options.variables ?? "") : "", (text) => {
    const files = needsVariables ? [...(options.varFiles ?? []), ...(text === undefined ? [] : [text])] : [];
    const streams = { stdoutFile, stderrFile, ...(onStart === undefined ? {} : { onStart }) };
    return runStream({ ...terraform, onEvent }, { args: applyArguments(options, files) }, streams);
  });
  const erroredState = findErroredState(terraform);
  const { isComplete, outputs } = progress;
  const isSilent = result.exitCode === 0 && !isComplete;
  return {
    ...result,
    ...(isSilent ? { exitCode: 1, diagnostics: [nothingSaid, ...result.diagnostics] } : {}),
    isComplete,
    outputs,
    ...(erroredState === undefined ? {} : { erroredState }),
  };
}

/** Seen for arguments that make terraform show its help or version: exit code 0, and nothing applied. */
const nothingSaid: Diagnostic = {
  severity: "error",
  summary: "terraform did not say that the apply is complete",
  detail: "It ended with exit code 0 without the summary that follows every apply. Nothing is known to be applied.",
};

function unsavedBefore(): Failure {
  return new Failure({
    reason: "state-not-saved",
    what: `${ERRORED_STATE} lies in the root module: an earlier apply could not save its state`,
    remedy: `Push it with terraform state push ${ERRORED_STATE} (or take it out of the repository), then plan again: applying now would fork the state.`,
  });
}

function checkWorkspace(terraform: TerraformOptions, planned: string | undefined): void {
  const selected = selectedWorkspace(terraform);
  if (planned === undefined || planned === selected) return;
  throw new Failure({
    reason: "plan-tampered",
    what: `The plan was made in the workspace ${JSON.stringify(planned)}, but ${JSON.stringify(selected)} is selected`,
    remedy: "Apply it in its own workspace: give terraform-apply the same workspace as terraform-plan.",
  });
}

/** Whether the root module declares a variable that no plan file keeps. */
function hasEphemeralVariables(directory: string): boolean {
  return readModuleFiles(directory).some(({ name, text }) => {
    if (name.endsWith(".json")) return hasEphemeralJson(text);
    return readBlocks(text).some(({ type, attributes }) => {
      return type === "variable" && attributes.some((attribute) => attribute.name === "ephemeral");
    });
  });
}

/** `"variable": { "x": { "ephemeral": true } }`; at each level a list of such objects is allowed too. */
function hasEphemeralJson(text: string): boolean {
  try {
    const variables = each(member(JSON.parse(text) as Json, "variable"));
    const declarations = variables.flatMap((named) => (isJsonObject(named) ? Object.values(named).flatMap(each) : []));
    return declarations.some((declaration) => member(declaration, "ephemeral") !== undefined);
  } catch {
    return false;
  }
}

function each(value: Json | undefined): Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
