/**
 * Keeps a GitHub Deployment for the environment: begun right before anything changes, ended with the truth. It never
 * changes the result of the apply.
 */
import { createRecord, describeUnkept, endRecord, findOpenRecord, GitHubFailure } from "@handrail/github";
import type { Deployment, DeploymentQuery } from "@handrail/github/client";
import { applyDeployment, applyTask, statusOfApply, unsavedStateOf } from "@handrail/planning";
import type { ApplyRecord } from "@handrail/report";
import { toFailure } from "@handrail/runner";
import type { ApplyStep } from "./step.ts";

/** Begins the Deployment; undefined, with a note, when that cannot be. */
export async function beginDeployment(
  step: ApplyStep,
  facts: { fingerprint: string; workspace: string },
  notes: string[],
): Promise<number | undefined> {
  if (!isKept(step)) return undefined;
  const { inputs, context, target, deps, label, pullRequest } = step;
  const { owner, repo, sha, runId: run, runUrl: logUrl } = context;
  const { directory } = target;
  const { fingerprint, workspace } = facts;
  const { id, failure } = await createRecord(
    () => deps.github(),
    applyDeployment(
      { owner, repo, sha, environment: inputs.environment },
      { label, directory, workspace, fingerprint, run, pullRequest },
    ),
    { state: "in_progress", description: `Applying ${label}`, logUrl },
  );
  // Whoever leaves the comment to terraform-report leaves it the Deployment, too: it needs its permission there.
  const isLeft = inputs.comment === "never" && failure instanceof GitHubFailure && failure.permission !== undefined;
  if (isLeft) deps.host.log.info(`The Deployment is left to terraform-report: ${failure.what}`);
  else if (failure !== undefined) notes.push(describeUnkept(failure));
  return id;
}

/** Ends the Deployment with the record's verdict. */
export async function endDeployment(
  { context, deps }: ApplyStep,
  id: number | undefined,
  { record, unsaved }: { record: ApplyRecord; unsaved?: string | undefined },
): Promise<string | undefined> {
  if (id === undefined) return undefined;
  const { owner, repo, runUrl: logUrl } = context;
  return endRecord(() => deps.github(), id, { owner, repo, logUrl, ...statusOfApply(record, unsaved) });
}

/** The Deployment of this run that nobody ended: a killed step can have made one without coming to know its id. */
export async function findOpenDeployment(step: ApplyStep): Promise<number | undefined> {
  if (!isKept(step)) return undefined;
  const { context, deps, label } = step;
  const isRelevant = ({ payload }: Deployment): boolean =>
    payload["label"] === label && payload["run"] === context.runId;
  return findOpenRecord(() => deps.github(), { ...placeOf(step), isRelevant }, deps.host.log);
}

/** The state that the newest apply of this target could not save, as its Deployment says; undefined when it could. */
export async function askUnsavedState(step: ApplyStep): Promise<string | undefined> {
  if (!isKept(step)) return undefined;
  const { deps, label } = step;
  try {
    const github = await deps.github();
    const isRelevant = ({ payload }: Deployment): boolean => payload["label"] === label;
    const latest = await github.latestDeployment({ ...placeOf(step), isRelevant });
    return unsavedStateOf(latest?.status?.description ?? "");
  } catch (thrown) {
    deps.host.log.info(`Earlier Deployments are not known: ${toFailure(thrown).what}`);
    return undefined;
  }
}

function isKept({ inputs }: ApplyStep): boolean {
  return inputs.environment !== "" && inputs["github-token"] !== "";
}

/** Where the Deployments of applies in this environment are. */
function placeOf({ inputs, context }: ApplyStep): Omit<DeploymentQuery, "isRelevant"> {
  const { owner, repo } = context;
  return { owner, repo, environment: inputs.environment, task: applyTask };
}
