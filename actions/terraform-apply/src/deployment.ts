/**
 * Keeps a GitHub Deployment for the environment: begun right before anything changes, ended with the truth. It never
 * changes the result of the apply.
 */
import { GitHubFailure } from "@handrail/github";
import type { ApplyRecord } from "@handrail/report";
import { toFailure } from "@handrail/runner";
import type { ApplyStep } from "./step.ts";

/** What terraform-bump and people look for. */
export const deploymentTask = "terraform-apply";

/** How the status of an apply that could not save its state begins; what follows names the state. */
const UNSAVED = "state-not-saved ";

/** Begins the Deployment; undefined, with a note, when that cannot be. */
export async function beginDeployment(
  step: ApplyStep,
  facts: { fingerprint: string; workspace: string },
  notes: string[],
): Promise<number | undefined> {
  const { inputs, context, target, deps, label, pullRequest } = step;
  if (inputs.environment === "" || inputs["github-token"] === "") return undefined;
  const { owner, repo, sha, runId, runUrl } = context;
  let id: number | undefined;
  try {
    const github = await deps.github();
    const deployment = await github.createDeployment({
      owner,
      repo,
      ref: sha,
      task: deploymentTask,
      environment: inputs.environment,
      description: `terraform apply of ${label}`,
      payload: {
        label,
        directory: target.directory,
        workspace: facts.workspace,
        fingerprint: facts.fingerprint,
        run: runId,
        ...(pullRequest === undefined ? {} : { pullRequest }),
      },
    });
    id = deployment.id;
    await github.setDeploymentStatus(id, {
      owner,
      repo,
      state: "in_progress",
      description: `Applying ${label}`,
      logUrl: runUrl,
    });
  } catch (thrown) {
    // Whoever leaves the comment to terraform-report leaves it the Deployment, too: it needs its permission there.
    const isLeft = inputs.comment === "never" && thrown instanceof GitHubFailure && thrown.permission !== undefined;
    if (isLeft) deps.host.log.info(`The Deployment is left to terraform-report: ${thrown.what}`);
    else notes.push(describe(thrown));
  }
  // One that was made has to be ended, whatever its first status came to.
  return id;
}

/** Ends the Deployment with the record's verdict. */
export async function endDeployment(
  step: ApplyStep,
  id: number | undefined,
  { record, unsaved = "" }: { record: ApplyRecord; unsaved?: string | undefined },
): Promise<string | undefined> {
  if (id === undefined) return undefined;
  const { owner, repo, runUrl } = step.context;
  const isGood = record.result === "applied" || record.result === "no-changes";
  try {
    const github = await step.deps.github();
    await github.setDeploymentStatus(id, {
      owner,
      repo,
      state: isGood ? "success" : "failure",
      description: unsaved === "" ? record.summary : `${UNSAVED}${unsaved}`,
      logUrl: runUrl,
    });
    return undefined;
  } catch (thrown) {
    return describe(thrown);
  }
}

/** The Deployment of this run that nobody ended: a killed step can have made one without coming to know its id. */
export async function findOpenDeployment(step: ApplyStep): Promise<number | undefined> {
  const { inputs, context, deps, label } = step;
  if (inputs.environment === "" || inputs["github-token"] === "") return undefined;
  const { owner, repo, runId } = context;
  try {
    const github = await deps.github();
    const latest = await github.latestDeployment({
      owner,
      repo,
      environment: inputs.environment,
      task: deploymentTask,
      isRelevant: ({ payload }) => payload["label"] === label && payload["run"] === runId,
    });
    const state = latest?.status?.state ?? "pending";
    return ["pending", "queued", "in_progress"].includes(state) ? latest?.id : undefined;
  } catch (thrown) {
    deps.host.log.info(`Whether this run began a Deployment is not known: ${toFailure(thrown).what}`);
    return undefined;
  }
}

/** The state that the newest apply of this target could not save, as its Deployment says; undefined when it could. */
export async function askUnsavedState(step: ApplyStep): Promise<string | undefined> {
  const { inputs, context, deps, label } = step;
  if (inputs.environment === "" || inputs["github-token"] === "") return undefined;
  const { owner, repo } = context;
  try {
    const github = await deps.github();
    const latest = await github.latestDeployment({
      owner,
      repo,
      environment: inputs.environment,
      task: deploymentTask,
      isRelevant: ({ payload }) => payload["label"] === label,
    });
    const description = latest?.status?.description ?? "";
    return description.startsWith(UNSAVED) ? description.slice(UNSAVED.length) : undefined;
  } catch (thrown) {
    deps.host.log.info(`Earlier Deployments are not known: ${toFailure(thrown).what}`);
    return undefined;
  }
}

function describe(thrown: unknown): string {
  const failure = toFailure(thrown);
  const permission = thrown instanceof GitHubFailure ? thrown.permission : undefined;
  const missing = permission === undefined ? "" : ` The job needs \`permissions: ${permission}\`.`;
  return `The GitHub Deployment could not be kept: ${failure.what}.${missing} ${failure.remedy}`;
}
