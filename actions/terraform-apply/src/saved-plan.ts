/**
 * Takes a plan file into our hands: everything that can be checked before terraform starts is checked here, on the bytes
 * that terraform will get. The order of effects; what fits and what does not is decided in @handrail/terraform.
 */
import { posix } from "node:path";
import { recordOf } from "@handrail/planning/conclude";
import { inputFailure } from "@handrail/runner";
import {
  compareCheckout,
  compareState,
  hashConfiguration,
  localModuleKeys,
  openReviewedPlan,
  requireNoDifference,
  sha256,
} from "@handrail/terraform";
import type { ExpectedRecord, LiveState, ReviewedPlan } from "@handrail/terraform";
import type { MadePlan } from "@handrail/planning";
import { notReviewed } from "./review.ts";
import type { ApplyStep } from "./step.ts";

/**
 * Reads plan and record, checks them against one another, the run and the checkout, and puts the plan in clear where only
 * this step reads it.
 * @throws Failure `plan-tampered`, `not-reviewed`, or `invalid-input` when there is no such file
 */
export async function openSavedPlan(step: ApplyStep, planFile: string): Promise<ReviewedPlan> {
  const { inputs, target, deps, context } = step;
  const path = posix.resolve(target.workspacePath, inputs["plan-file"]);
  const file = deps.files.readBytes(path);
  const record = deps.files.readText(recordOf(path));
  if (file === undefined || record === undefined) {
    const missing =
      file === undefined
        ? "there is no such file, or it is no regular one"
        : `there is no record beside it (${recordOf(path)})`;
    throw inputFailure([
      {
        name: "plan-file",
        given: inputs["plan-file"],
        accepts: "the plan-file that terraform-plan wrote, with its record beside it",
        why: missing,
      },
    ]);
  }
  const opened = openReviewedPlan({ file, record, sealKey: inputs["seal-key"] });
  const { pullRequest } = context;
  const isOpen = pullRequest !== undefined && !pullRequest.isMerged;
  if (isOpen && opened.record.repository === step.origin.repository && opened.record.headSha !== pullRequest.headSha) {
    throw notReviewed(
      `Pull request ${pullRequest.number} moved on: its head is ${pullRequest.headSha}, the plan shows ${opened.record.headSha}`,
    );
  }
  requireNoDifference(
    compareCheckout(
      opened,
      await expectedRecord(step, opened),
      step.readCheckout(opened.archive.modules, { isInitialised: false }),
    ),
  );
  deps.files.write(planFile, [opened.plan]);
  return opened;
}

/** What the run and the checkout say, before anything was started. */
async function expectedRecord(step: ApplyStep, { archive }: ReviewedPlan): Promise<ExpectedRecord> {
  const { origin, target, deps, label } = step;
  const { files, isTracked } = await deps.terraform.configuration(archive.modules);
  const isWhole = isTracked && localModuleKeys(archive.modules).size === archive.modules.length;
  return {
    repository: origin.repository,
    runId: origin.runId,
    runAttempt: origin.runAttempt,
    headSha: origin.headSha,
    // Without a pull request in the event, the base is what GitHub says at the time: it moves.
    ...(step.eventPullRequest === undefined && origin.pullRequest !== undefined
      ? {}
      : { baseSha: origin.baseSha ?? "" }),
    label,
    directory: target.directory,
    workspace: deps.terraform.selectedWorkspace(),
    ...(isWhole ? { configuration: hashConfiguration(files) } : {}),
  };
}

/**
 * Checks what only an initialised root module can tell: the backend, the downloaded modules, the program.
 * @throws Failure `plan-tampered` or `version-mismatch`
 */
export function requireSameRoot(step: ApplyStep, opened: ReviewedPlan, made: MadePlan): void {
  const { deps } = step;
  const backend = deps.terraform.backend();
  const lockFile = deps.terraform.lockFile();
  requireNoDifference(
    compareCheckout(
      opened,
      {
        workspace: made.workspace,
        backendType: backend.type,
        backendHash: backend.hash,
        lockFile: lockFile === undefined ? "" : sha256(lockFile),
        terraformVersion: made.terraformVersion,
        ...(made.configuration === undefined ? {} : { configuration: made.configuration }),
      },
      step.readCheckout(opened.archive.modules, {
        isInitialised: true,
        product: made.product === "opentofu" ? "opentofu" : "terraform",
      }),
    ),
  );
}

/**
 * Whether the state is the one that the plan was made for.
 * @throws Failure `plan-tampered` for another state
 */
export async function askState({ deps }: ApplyStep, { archive }: ReviewedPlan): Promise<"same" | "stale"> {
  const pulled = await deps.terraform.statePull();
  const live: LiveState | undefined =
    pulled === undefined ? undefined : { lineage: pulled.snapshot.lineage, serial: pulled.snapshot.serial };
  return compareState(archive, live);
}
