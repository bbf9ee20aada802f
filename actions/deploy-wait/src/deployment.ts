/**
 * Keeps the GitHub Deployment of an environment: begun beside the waiting, ended with the truth. It never changes the result
 * of the step, and never stays in progress.
 */
import { createRecord, describeUnkept, endRecord, findOpenRecord } from "@handrail/github";
import type { Deployment, DeploymentStatusRequest } from "@handrail/github/client";
import type { WaitStep } from "./step.ts";
import { isGood } from "./wait/verdict.ts";
import type { Result } from "./wait/verdict.ts";

/** What people and other actions look for. */
const deploymentTask = "deploy";

/** Where the post step finds the Deployment's id. */
const stateName = "deployment";

/** Begins the Deployment. Resolves with its id, or with what went wrong; never rejects. */
export async function beginDeployment(step: WaitStep, what: string): Promise<{ id?: number; note?: string }> {
  if (!isKept(step)) return {};
  const { inputs, context, deps } = step;
  const { owner, repo, sha: ref, runId: run, runAttempt: attempt, job } = context;
  const place = { owner, repo, ref, task: deploymentTask, environment: inputs.environment };
  const payload = { run, attempt, job, target: inputs.target };
  const { id, failure } = await createRecord(
    () => deps.github(),
    { ...place, description: `Deployment of ${what}`, payload },
    statusOf(step, { state: "in_progress", description: `Waiting for ${what}` }),
    (made) => deps.host.saveState(stateName, String(made)),
  );
  return {
    ...(id === undefined ? {} : { id }),
    ...(failure === undefined ? {} : { note: describeUnkept(failure) }),
  };
}

/** Ends the Deployment. Resolves with what went wrong, if anything. */
export async function endDeployment(
  step: WaitStep,
  id: number | undefined,
  { result, reason }: { result: Result; reason: string },
): Promise<string | undefined> {
  if (id === undefined) return undefined;
  const state = isGood(result) ? "success" : result === "cancelled" || result === "inconclusive" ? "error" : "failure";
  const { owner, repo } = step.context;
  return endRecord(() => step.deps.github(), id, {
    owner,
    repo,
    ...statusOf(step, { state, description: reason }),
  });
}

/** The Deployment that a step of this job began and nobody ended: by the saved state, else by what its payload says. */
export async function findDeployment(step: WaitStep): Promise<number | undefined> {
  if (!isKept(step)) return undefined;
  const saved = Number(step.deps.host.state(stateName) ?? "");
  if (Number.isSafeInteger(saved) && saved > 0) return saved;
  const { owner, repo, runId, runAttempt, job } = step.context;
  const { inputs, deps } = step;
  const isRelevant = ({ payload }: Deployment): boolean =>
    payload["run"] === runId && payload["attempt"] === runAttempt && payload["job"] === job;
  const query = { owner, repo, environment: inputs.environment, task: deploymentTask, isRelevant };
  return findOpenRecord(() => deps.github(), query, deps.host.log);
}

function isKept({ inputs }: WaitStep): boolean {
  return inputs.environment !== "" && inputs["github-token"] !== "" && !inputs["dry-run"];
}

function statusOf(
  { inputs, context }: WaitStep,
  status: Pick<DeploymentStatusRequest, "state" | "description">,
): Omit<DeploymentStatusRequest, "owner" | "repo"> {
  const url = inputs["environment-url"];
  return { ...status, logUrl: context.runUrl, ...(url === "" ? {} : { environmentUrl: url }) };
}
