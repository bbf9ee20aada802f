/** Runs one job: the approval, its steps in order, their post steps, its outputs. */
import { killOrphans } from "../action/orphans.ts";
import { evaluateText, evaluateTexts, evaluateValue } from "./evaluate.ts";
import { jobEnvironment, openJob, stepScope } from "./job-state.ts";
import type { JobStart, JobState } from "./job-state.ts";
import type { JobResult } from "./result.ts";
import { runStep } from "./step.ts";

/** Runs a job to its end. It rejects only when the workflow itself is wrong. */
export async function runJob(start: JobStart): Promise<JobResult> {
  const state = openJob(start);
  const { frame, job, scope } = start;
  const named = typeof job.environment === "string" ? { name: job.environment } : job.environment;
  const environment = await evaluateText(named?.name, scope);
  const isApproved =
    environment === "" || ((await frame.run.options.approve?.(environment, `${frame.name}${start.name}`)) ?? true);
  const log: string[] = [];
  if (isApproved) {
    for (const step of job.steps ?? []) await runStep(state, step);
    for (const post of state.posts.reverse()) await post.run();
  } else {
    state.isFailed = true;
    log.push(`##[error]The deployment to ${environment} was rejected.`);
  }
  killOrphans(state.trackingId);
  const outputs = isApproved ? await jobOutputs(state, log) : {};
  const url = isApproved ? await evaluateText(named?.url, stepScope(state, {})) : "";
  return {
    id: `${frame.path}${start.id}`,
    name: `${frame.name}${start.name}`,
    result: frame.canceller.isCancelled ? "cancelled" : state.isFailed ? "failure" : "success",
    outputs,
    steps: state.results,
    permissions: start.permissions,
    runsOn: await evaluateValue(job["runs-on"], scope),
    environment: environment === "" ? undefined : { name: environment, url, isApproved },
    concurrency: start.concurrency,
    log: [...state.results.map((step) => step.log), ...log].join("\n"),
  };
}

/** GitHub drops outputs that hold something masked. */
async function jobOutputs(state: JobState, log: string[]): Promise<Record<string, string>> {
  const scope = stepScope(state, await jobEnvironment(state));
  const outputs = await evaluateTexts(state.job.outputs, scope);
  const isSecret = (value: string): boolean => [...state.masks].some((mask) => value.includes(mask));
  const kept = Object.entries(outputs).filter(([, value]) => !isSecret(value));
  for (const [name, value] of Object.entries(outputs)) {
    if (isSecret(value)) log.push(`##[warning]Skip output '${name}' since it may contain secret.`);
  }
  return Object.fromEntries(kept);
}
