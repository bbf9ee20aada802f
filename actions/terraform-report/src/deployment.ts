/**
 * Keeps the GitHub Deployment of an apply whose own job may not: people and terraform-bump look for it. It never changes
 * the result of the step.
 */
import { createRecord, describeUnkept, endRecord } from "@handrail/github";
import type { KeptRecord, RecordDoor } from "@handrail/github";
import type { Deployment, DeploymentRequest } from "@handrail/github/client";
import { applyDeployment, statusOfApply } from "@handrail/planning";
import type { NamedResult } from "./choose-results.ts";
import type { GitHubVerbs, ReportStep } from "./step.ts";

/** Records the apply in its environment, once for each attempt; a warning when that cannot be. */
export async function keepDeployment(step: ReportStep, result: NamedResult, pullRequest?: number): Promise<void> {
  const { apply, report, marker } = result;
  if (apply?.environment === undefined || apply.environment === "" || apply.deploymentId !== undefined) return;
  if (apply.isDryRun || apply.result === "refused" || step.inputs["github-token"] === "") return;
  const { context, deps } = step;
  const { owner, repo, sha, runId: run, runUrl } = context;
  const { label, directory, workspace, fingerprint = "", origin } = report;
  const request = applyDeployment(
    { owner, repo, sha, environment: apply.environment },
    { label, directory, workspace, fingerprint, run, attempt: origin.runAttempt, pullRequest },
  );
  const unsaved = String(marker.data["unsaved"] ?? "");
  const status = { ...statusOfApply(apply, unsaved), logUrl: apply.runUrl === "" ? runUrl : apply.runUrl };
  const github = (): Promise<GitHubVerbs> => deps.github();
  const known = await knownDeployment(github, request);
  const message =
    known === undefined
      ? describeKept(await createRecord(github, request, status))
      : await endRecord(github, known.id, { owner, repo, ...status });
  if (message !== undefined) deps.host.annotate({ level: "warning", message });
}

/** The Deployment of the same attempt; none when nobody may look: creating one tells better what is missing. */
async function knownDeployment(
  github: RecordDoor<GitHubVerbs>,
  { owner, repo, environment, task, payload = {} }: DeploymentRequest,
): Promise<Deployment | undefined> {
  try {
    const client = await github();
    const isRelevant = (found: Deployment): boolean => isSame(found.payload, payload);
    return await client.latestDeployment({ owner, repo, environment, task, isRelevant });
  } catch {
    return undefined;
  }
}

function isSame(a: Deployment["payload"], b: Deployment["payload"]): boolean {
  return ["label", "run", "attempt"].every((name) => a[name] === b[name]);
}

function describeKept({ failure }: KeptRecord): string | undefined {
  return failure === undefined ? undefined : describeUnkept(failure);
}
