/** Runs one step of a job: its condition, its environment, then whatever kind of step it is. */
import type { StepDocument } from "./document.ts";
import { evaluateText, evaluateTexts, evaluateValue, isMet } from "./evaluate.ts";
import { jobEnvironment, stepScope } from "./job-state.ts";
import type { JobState } from "./job-state.ts";
import { runAction } from "./step-action.ts";
import { failedStep, record } from "./step-end.ts";
import { runScript } from "./step-script.ts";

/** Runs a step and records it. */
export async function runStep(state: JobState, step: StepDocument): Promise<void> {
  const outer = await jobEnvironment(state);
  const env = { ...outer, ...(await evaluateTexts(step.env, stepScope(state, outer))) };
  const scope = stepScope(state, env);
  const name = step.name === undefined ? defaultName(step) : await evaluateText(step.name, scope);
  if (!(await isMet(step.if, scope))) {
    record(state, step, name, { ...failedStep(""), conclusion: "skipped", log: "", annotations: [] });
    return;
  }
  const start = { step, name, scope, env };
  const end = step.run === undefined ? await runAction(state, start) : await runScript(state, start);
  const isForgiven = end.conclusion === "failure" && (await evaluateValue(step["continue-on-error"], scope)) === true;
  record(state, step, name, end, isForgiven ? "success" : end.conclusion);
}

function defaultName(step: StepDocument): string {
  return `Run ${step.uses ?? (step.run ?? "").split("\n")[0] ?? ""}`;
}
