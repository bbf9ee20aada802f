/**
 * The order of effects: read the rules, plan, conclude. Everything that concludes (models, diffs, markdown) is loaded
 * while terraform runs, so that a step with a bad input, and terraform itself, start at once.
 */
import type { ActionResult } from "@handrail/runner/host";
import {
  askGitHub,
  hideKnownSecrets,
  makePlan,
  readGuardrails,
  documentName,
  planName,
  settlePullRequest,
} from "@handrail/planning";
import type { PlanStep } from "@handrail/planning";

/** Plans the target and tells everybody. Resolves with what the step says, also when the plan failed. */
export async function run(given: PlanStep): Promise<ActionResult> {
  const step = await settlePullRequest(given);
  const { inputs, target, deps } = step;
  const rules = await readGuardrails(step);
  const asked = askGitHub(step);
  const concluding = import("./conclude.ts");
  const planFile = `${target.privateDirectory}/${planName}`;
  const documentFile = `${target.privateDirectory}/${documentName}`;
  const workspace = deps.terraform.selectedWorkspace();
  const making = makePlan({ ...deps, inputs, directory: target.directory, workspace, planFile, documentFile });
  // The first command has started, and has not said a word yet.
  hideKnownSecrets(step);
  const made = await making;
  const { conclude } = await concluding;
  return conclude(step, { rules, asked, made, planFile, documentFile });
}
