/**
 * `plan -json -out` and `show -json`: the saved plan and its document. Options become arguments here; what the plan
 * says is read elsewhere (plan-reader.ts).
 */
import { chmodSync, existsSync, rmSync } from "node:fs";
import { addressProblem } from "../address.ts";
import { Failure } from "@handrail/runner";
import { type CommandResult, runStream, runTerraform, type TerraformOptions } from "./run.ts";
import { withVariablesFile } from "./variables-file.ts";
import { NO_ARGUMENTS } from "./version.ts";

/** What to plan. Files are relative to the root module. */
export type PlanOptions = {
  /** Where the plan is written; absolute. */
  planFile: string;
  varFiles?: readonly string[];
  /** HCL text as in a .tfvars file; it wins over the files. */
  variables?: string;
  targets?: readonly string[];
  replace?: readonly string[];
  isDestroy?: boolean;
  isRefreshOnly?: boolean;
  isRefreshed?: boolean;
  parallelism?: number;
  lockTimeoutMs?: number;
  /** False: `-lock=false`, for a plan that nobody will apply. */
  isLocked?: boolean;
};

/** `outcome` is -detailed-exitcode's; `hasPlanFile`: one was written, also a partial one of a failed plan. */
export type PlanResult = CommandResult & { outcome: "changes" | "no-changes" | "failed"; hasPlanFile: boolean };

/** The arguments of plan; every value stands behind `=` in an argument of its own and can never become an option. */
export function planArguments(options: PlanOptions, variablesFile?: string): string[] {
  const files = [...(options.varFiles ?? []), ...(variablesFile === undefined ? [] : [variablesFile])];
  return [
    "plan",
    "-input=false",
    "-no-color",
    "-json",
    "-detailed-exitcode",
    `-out=${options.planFile}`,
    ...(options.isLocked === false ? ["-lock=false"] : []),
    ...(options.lockTimeoutMs === undefined ? [] : [`-lock-timeout=${options.lockTimeoutMs}ms`]),
    ...(options.parallelism === undefined ? [] : [`-parallelism=${options.parallelism}`]),
    ...(options.isDestroy === true ? ["-destroy"] : []),
    ...(options.isRefreshOnly === true ? ["-refresh-only"] : []),
    ...(options.isRefreshed === false ? ["-refresh=false"] : []),
    ...files.map((file) => `-var-file=${file}`),
    ...(options.targets ?? []).map((address) => `-target=${address}`),
    ...(options.replace ?? []).map((address) => `-replace=${address}`),
  ];
}

function checkAddresses(input: string, addresses: readonly string[] = []): void {
  for (const address of addresses) {
    const problem = addressProblem(address);
    if (problem === undefined) continue;
    throw new Failure({
      reason: "invalid-input",
      what: `${JSON.stringify(address)} in ${input} is no resource address: it ${problem}`,
      remedy: 'Write one address a line, like module.network.aws_subnet.a["b"].',
    });
  }
}

/** Plans into `planFile`. A failed plan is data; `commandFailure(result, "plan", …)` says it. */
export async function runPlan(terraform: TerraformOptions, options: PlanOptions): Promise<PlanResult> {
  checkAddresses("targets", options.targets);
  checkAddresses("replace", options.replace);
  rmSync(options.planFile, { force: true });
  return withVariablesFile(terraform, options.variables ?? "", async (variablesFile) => {
    const result = await runStream(terraform, { args: planArguments(options, variablesFile) });
    const outcome = result.exitCode === 0 ? "no-changes" : result.exitCode === 2 ? "changes" : "failed";
    const hasPlanFile = existsSync(options.planFile);
    // It holds the state and every value in clear; terraform writes it for everybody to read.
    if (hasPlanFile) chmodSync(options.planFile, 0o600);
    return { ...result, outcome, hasPlanFile };
  });
}

/**
 * Writes the plan's document to `documentFile` (0600: it holds every value in clear). A Failure `plan-failed` when
 * terraform cannot read the plan: with `-json` show has no structured errors, so its words are the cause, not read.
 */
export async function runShow(terraform: TerraformOptions, planFile: string, documentFile: string): Promise<void> {
  rmSync(documentFile, { force: true });
  const { exitCode, stderr, cancelled } = await runTerraform(terraform, {
    args: ["show", "-no-color", "-json", planFile],
    environment: NO_ARGUMENTS,
    stdoutFile: documentFile,
    maxCapture: 64 * 1024,
  });
  if (exitCode === 0) return;
  throw new Failure({
    reason: cancelled ? "cancelled" : "plan-failed",
    what: cancelled ? "Cancelled while the saved plan was read" : "terraform cannot read the plan it was asked to show",
    remedy: cancelled
      ? "Run the job again."
      : "Make the plan with the same terraform and the same providers as the one that reads it.",
    cause: new Error(stderr),
  });
}
