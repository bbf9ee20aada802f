/**
 * The order of terraform's commands for one plan: version, init, workspace, plan, show; what is only looked at runs
 * beside the plan. Every ending is data: what was reached, and the failure that ended it.
 */
import { Failure, toFailure } from "@handrail/runner";
import { configurationDigests, hashDigests, orderDiagnostics } from "@handrail/terraform";
import type { Diagnostic, FileDigest } from "@handrail/terraform";
import type { FormatFinding, PlanOptions, PlanResult, commandFailure } from "@handrail/terraform/cli";
import type { PlanInputs } from "./inputs.ts";
import type { PlanVerbs } from "./step.ts";

/** What planning needs. */
export type PlanMaking = {
  terraform: PlanVerbs;
  failureOf: typeof commandFailure;
  inputs: PlanInputs;
  /** The root module, relative to the workspace. */
  directory: string;
  /** The workspace that is meant, before anything was asked. */
  workspace: string;
  /** Absolute paths of the files that are made. */
  planFile: string;
  documentFile: string;
};

/** How far planning came. */
export type MadePlan = {
  terraformVersion: string;
  product: string;
  providerVersions: Record<string, string>;
  workspace: string;
  exitCode?: number;
  hasChanges: boolean;
  /** All diagnostics of all commands, worst first. Not redacted. */
  diagnostics: Diagnostic[];
  unformatted: FormatFinding[];
  /** The configuration as a hash, taken while terraform read it; absent when planning did not come so far. */
  configuration?: string;
  /** Its files with their digests, which a later plan can name those by that changed. */
  files?: readonly FileDigest[];
  /** False when git could not say which files belong to the configuration. */
  isTracked: boolean;
  hasPlanFile: boolean;
  hasDocument: boolean;
  failure?: Failure;
};

/** What is known before anything was asked. */
export function startPlan(making: Pick<PlanMaking, "workspace">): MadePlan {
  return {
    terraformVersion: "",
    product: "terraform",
    providerVersions: {},
    workspace: making.workspace,
    hasChanges: false,
    diagnostics: [],
    unformatted: [],
    isTracked: true,
    hasPlanFile: false,
    hasDocument: false,
  };
}

/** Plans. Never throws: a failure is in the result, beside what was made before it. */
export async function makePlan(making: PlanMaking): Promise<MadePlan> {
  const made = startPlan(making);
  return attempt(made, async () => {
    await initialise(making, made);
    await plan(making, made);
  });
}

/** Plans in a root module that is initialised already. Never throws. */
export async function planAgain(making: PlanMaking, before: MadePlan): Promise<MadePlan> {
  const { terraformVersion, product, providerVersions, workspace } = before;
  const made = { ...startPlan(making), terraformVersion, product, providerVersions, workspace };
  return attempt(made, () => plan(making, made));
}

/**
 * Initialises for a plan that is there already, and looks at the configuration it is held against. Never throws; what
 * the plan says is not read yet.
 */
export async function prepareSavedPlan(making: PlanMaking): Promise<MadePlan> {
  const made = startPlan(making);
  return attempt(made, async () => {
    await initialise(making, made);
    await lookAtConfiguration(making.terraform, made, false);
  });
}

/** Reads a saved plan that is there already into its document. Never throws. */
export async function showSavedPlan(making: PlanMaking, made: MadePlan): Promise<MadePlan> {
  return attempt(made, async () => {
    made.hasPlanFile = true;
    await show(making.terraform, made, making.planFile, making.documentFile);
  });
}

async function attempt(made: MadePlan, work: () => Promise<void>): Promise<MadePlan> {
  try {
    await work();
  } catch (thrown) {
    made.failure = toFailure(thrown);
  }
  made.diagnostics = orderDiagnostics(made.diagnostics);
  return made;
}

async function initialise({ terraform, failureOf, inputs, directory }: PlanMaking, made: MadePlan): Promise<void> {
  const initialising = terraform.init({
    backendConfig: inputs["backend-config"],
    backendConfigFiles: inputs["backend-config-files"],
    lockTimeoutMs: inputs["lock-timeout"] ?? 0,
  });
  const [version, init] = await Promise.all([terraform.version(), initialising]);
  made.terraformVersion = version.version;
  made.providerVersions = version.providers;
  made.product = init.product ?? made.product;
  made.diagnostics.push(...init.diagnostics);
  if (init.exitCode !== 0) throw failureOf(init, "init", { directory, hadLockFile: init.hadLockFile });
  const workspace = await terraform.requireWorkspace();
  if (typeof workspace !== "string") {
    made.diagnostics.push(workspace);
    throw new Failure({
      reason: "init-failed",
      what: `The workspaces of the backend cannot be listed: ${workspace.summary}`,
      remedy: "Check that the credentials of this job may list them. Terraform's words are in the step summary.",
    });
  }
  made.workspace = workspace;
}

async function plan(making: PlanMaking, made: MadePlan): Promise<void> {
  const { terraform, failureOf, inputs, directory, planFile, documentFile } = making;
  const [planned, problem] = await Promise.all([
    terraform.plan(planOptions(inputs, planFile)),
    lookAtConfiguration(terraform, made).then(() => undefined, toFailure),
  ]);
  made.diagnostics.push(...planned.diagnostics);
  made.product = planned.product ?? made.product;
  made.hasPlanFile = planned.hasPlanFile;
  made.hasChanges = planned.outcome === "changes";
  if (planned.exitCode !== undefined) made.exitCode = planned.exitCode;
  if (planned.outcome === "failed") made.failure = failureOf(planned, "plan", { directory });
  else if (problem !== undefined) made.failure = problem;
  if (!planned.hasPlanFile) {
    made.failure ??= missingPlan(made.exitCode);
    if (planned.outcome === "failed") await validate(terraform, planned, made);
    return;
  }
  await show(terraform, made, planFile, documentFile);
}

async function show(terraform: PlanVerbs, made: MadePlan, planFile: string, documentFile: string): Promise<void> {
  try {
    await terraform.showPlan(planFile, documentFile);
    made.hasDocument = true;
  } catch (thrown) {
    // A plan that failed has already said why; that its rest cannot be shown either is no news.
    made.failure ??= toFailure(thrown);
  }
}

/** A plan that nobody can look at must not pass for one that was looked at. */
function missingPlan(exitCode: number | undefined): Failure {
  return new Failure({
    reason: "plan-failed",
    what: `terraform ended with exit code ${exitCode ?? "none"} and left no plan file`,
    remedy: "Check what `terraform-path` names: a wrapper may drop arguments or change exit codes.",
  });
}

/** A plan stops at the first phase that fails; validate also names what the later ones would have found. */
async function validate(terraform: PlanVerbs, planned: PlanResult, made: MadePlan): Promise<void> {
  if (planned.cancelled) return;
  const { diagnostics } = await terraform.validate();
  made.diagnostics.push(...diagnostics);
}

/** Runs beside the plan: what the configuration is, and what of it is not formatted. */
async function lookAtConfiguration(terraform: PlanVerbs, made: MadePlan, isFormatWanted = true): Promise<void> {
  const { files, modules, isTracked } = await terraform.configuration();
  made.isTracked = isTracked;
  made.files = configurationDigests(files);
  made.configuration = hashDigests(made.files);
  if (!isFormatWanted) return;
  const local = modules.filter((module) => module.isLocal).map((module) => module.path);
  // What is not formatted is worth a notice; that it cannot be found out is worth nothing.
  made.unformatted = await terraform.formatCheck(local).catch(() => []);
}

function planOptions(inputs: PlanInputs, planFile: string): PlanOptions {
  return {
    planFile,
    varFiles: inputs["var-files"],
    variables: inputs.variables,
    targets: inputs.targets,
    replace: inputs.replace,
    isDestroy: inputs.destroy,
    isRefreshOnly: inputs["refresh-only"],
    isRefreshed: inputs.refresh,
    ...(inputs.parallelism === undefined ? {} : { parallelism: inputs.parallelism }),
    lockTimeoutMs: inputs["lock-timeout"] ?? 0,
  };
}
