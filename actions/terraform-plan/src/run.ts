/**
 * The order of effects: read the rules, plan, conclude. Everything that concludes (models, diffs, markdown) is loaded
 * while terraform runs, so that a step with a bad input, and terraform itself, start at once.
 */
import type { ActionResult } from "@handrail/runner/host";
import { askGitHub } from "./ask-github.ts";
import { hideKnownSecrets } from "./hide-secrets.ts";
import { makePlan } from "./make-plan.ts";
import { readGuardrails } from "./read-guardrails.ts";
import { documentName, planName } from "./plan-names.ts";
import { settlePullRequest } from "./settle-pull-request.ts";
import type { PlanStep } from "./step.ts";

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
