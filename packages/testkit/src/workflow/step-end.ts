/** How a step begins and ends, and what the job keeps of it. */
import type { LogAnnotation } from "../runner-log.ts";
import type { StepDocument } from "./document.ts";
import type { Scope } from "./evaluate.ts";
import type { JobState } from "./job-state.ts";
import type { Conclusion, StepResult } from "./result.ts";

/** What a process, or a fake, left behind. */
export type StepEnd = {
  conclusion: Exclude<Conclusion, "skipped">;
  outputs: Readonly<Record<string, string>>;
  env: Readonly<Record<string, string>>;
  path: readonly string[];
  masks: readonly string[];
  log: string;
  summary: string;
  annotations: readonly LogAnnotation[];
};

/** A step about to run. */
export type StepStart = {
  step: StepDocument;
  name: string;
  scope: Scope;
  /** The environment of workflow, job and step, and what earlier steps added. */
  env: Readonly<Record<string, string>>;
};

/** A step that failed before anything ran. */
export function failedStep(message: string): StepEnd {
  return {
    conclusion: "failure",
    outputs: {},
    env: {},
    path: [],
    masks: [],
    log: `##[error]${message}`,
    summary: "",
    annotations: [{ level: "error", message }],
  };
}

/** Records a step and lets the job have what it left behind. */
export function record(
  state: JobState,
  step: Pick<StepDocument, "id" | "uses">,
  name: string,
  end: Omit<StepEnd, "conclusion"> & { conclusion: Conclusion },
  conclusion: Conclusion = end.conclusion,
): void {
  Object.assign(state.env, end.env);
  state.path.unshift(...end.path);
  for (const mask of end.masks) if (mask.trim() !== "") state.masks.add(mask);
  if (conclusion === "failure") state.isFailed = true;
  const result: StepResult = {
    name,
    id: step.id,
    uses: step.uses,
    outcome: end.conclusion,
    conclusion,
    outputs: end.outputs,
    log: hide(state, end.log),
    summary: hide(state, end.summary),
    annotations: end.annotations.map((each) => ({ ...each, message: hide(state, each.message) })),
  };
  state.results.push(result);
  if (step.id !== undefined) {
    state.steps[step.id] = { outputs: result.outputs, outcome: result.outcome, conclusion: result.conclusion };
  }
}

function hide(state: JobState, text: string): string {
  let hidden = text;
  for (const mask of [...state.masks].sort((a, b) => b.length - a.length)) hidden = hidden.replaceAll(mask, "***");
  return hidden;
}
