/**
 * Keeps the GitHub Deployment of an environment: begun beside the waiting, ended with the truth. It never changes the result
 * of the step, and never stays in progress.
 */
import { GitHubFailure } from "@handrail/github";
import { toFailure } from "@handrail/runner";
import type { WaitStep } from "./step.ts";
import { isGood } from "./wait/verdict.ts";
import type { Result } from "./wait/verdict.ts";

/** What people and other actions look for. */
const deploymentTask = "deploy";

/** Where the post step finds the Deployment's id. */
const stateName = "deployment";

/** Begins the Deployment. Resolves with its id, or with what went wrong; never rejects. */
export async function beginDeployment(step: WaitStep, what: string): Promise<{ id?: number; note?: string }> {
  const { inputs, context, deps } = step;
  if (!isKept(step)) return {};
  const { owner, repo, sha, runId, runAttempt, job } = context;
  let id: number | undefined;
  try {
    const github = await deps.github();
    const request = { owner, repo, ref: sha, task: deploymentTask, environment: inputs.environment };
    const description = `Deployment of ${what}`;
    const payload = { run: runId, attempt: runAttempt, job, target: inputs.target };
    id = (await github.createDeployment({ ...request, description, payload })).id;
    deps.host.saveState(stateName, String(id));
    await setStatus(step, id, { state: "in_progress", description: `Waiting for ${what}` });
    return { id };
  } catch (thrown) {
    const note = describe(thrown);
    // One that was made has to be ended, whatever its first status came to.
    return id === undefined ? { note } : { id, note };
  }
}

/** Ends the Deployment. Resolves with what went wrong, if anything. */
export async function endDeployment(
  step: WaitStep,
  id: number | undefined,
  { result, reason }: { result: Result; reason: string },
): Promise<string | undefined> {
  if (id === undefined) return undefined;
  const state = isGood(result) ? "success" : result === "cancelled" || result === "inconclusive" ? "error" : "failure";
  try {
    await setStatus(step, id, { state, description: reason });
    return undefined;
  } catch (thrown) {
    return describe(thrown);
  }
}

/** The Deployment that a step of this job began and nobody ended: by the saved state, else by what its payload says. */
export async function findDeployment(step: WaitStep): Promise<number | undefined> {
  if (!isKept(step)) return undefined;
  const saved = Number(step.deps.host.state(stateName) ?? "");
  if (Number.isSafeInteger(saved) && saved > 0) return saved;
  const { owner, repo, runId, runAttempt, job } = step.context;
  try {
    const github = await step.deps.github();
    const latest = await github.latestDeployment({
      owner,
      repo,
      environment: step.inputs.environment,
      task: deploymentTask,
      isRelevant: ({ payload }) =>
        payload["run"] === runId && payload["attempt"] === runAttempt && payload["job"] === job,
    });
    return ["pending", "queued", "in_progress"].includes(latest?.status?.state ?? "pending") ? latest?.id : undefined;
  } catch (thrown) {
    step.deps.host.log.info(`Whether this run began a Deployment is not known: ${toFailure(thrown).what}`);
    return undefined;
  }
}

function isKept({ inputs }: WaitStep): boolean {
  return inputs.environment !== "" && inputs["github-token"] !== "" && !inputs["dry-run"];
}

async function setStatus(
  { inputs, context, deps }: WaitStep,
  id: number,
  status: { state: "in_progress" | "success" | "failure" | "error"; description: string },
): Promise<void> {
  const { owner, repo, runUrl: logUrl } = context;
  const url = inputs["environment-url"];
  const github = await deps.github();
  await github.setDeploymentStatus(id, {
    owner,
    repo,
    logUrl,
    ...status,
    ...(url === "" ? {} : { environmentUrl: url }),
  });
}

function describe(thrown: unknown): string {
  const failure = toFailure(thrown);
  const permission = thrown instanceof GitHubFailure ? thrown.permission : undefined;
  const missing = permission === undefined ? "" : ` The job needs \`permissions: ${permission}\`.`;
  return `The GitHub Deployment could not be kept: ${failure.what}.${missing} ${failure.remedy}`;
}
