/**
 * Keeps the GitHub Deployment of an apply whose own job may not: people and terraform-bump look for it. It never changes
 * the result of the step.
 */
import { GitHubFailure } from "@handrail/github";
import type { Deployment, DeploymentQuery } from "@handrail/github/client";
import { toFailure } from "@handrail/runner";
import type { NamedResult } from "./choose-results.ts";
import type { GitHubVerbs, ReportStep } from "./step.ts";

/** The same as terraform-apply's own. */
const deploymentTask = "terraform-apply";

/** How the status of an apply that could not save its state begins; what follows names the state. */
const UNSAVED = "state-not-saved ";

/** Records the apply in its environment, once for each attempt; a warning when that cannot be. */
export async function keepDeployment(step: ReportStep, result: NamedResult, pullRequest?: number): Promise<void> {
  const { apply, report, marker } = result;
  if (apply?.environment === undefined || apply.environment === "" || apply.deploymentId !== undefined) return;
  if (apply.isDryRun || apply.result === "refused" || step.inputs["github-token"] === "") return;
  const { context, deps } = step;
  const { owner, repo, sha, runId, runUrl } = context;
  const attempt = report.origin.runAttempt;
  const isGood = apply.result === "applied" || apply.result === "no-changes";
  const unsaved = marker.data["unsaved"] ?? "";
  const place = { owner, repo, task: deploymentTask, environment: apply.environment };
  try {
    const github = await deps.github();
    const payload = {
      label: report.label,
      directory: report.directory,
      workspace: report.workspace,
      fingerprint: report.fingerprint ?? "",
      run: runId,
      attempt,
      ...(pullRequest === undefined ? {} : { pullRequest }),
    };
    const description = `terraform apply of ${report.label}`;
    const known = await knownDeployment(github, { ...place, isRelevant: (found) => isSame(found.payload, payload) });
    const { id } = known ?? (await github.createDeployment({ ...place, ref: sha, description, payload }));
    await github.setDeploymentStatus(id, {
      owner,
      repo,
      state: isGood ? "success" : "failure",
      description: unsaved === "" ? apply.summary : `${UNSAVED}${String(unsaved)}`,
      logUrl: apply.runUrl === "" ? runUrl : apply.runUrl,
    });
  } catch (thrown) {
    deps.host.annotate({ level: "warning", message: describe(thrown) });
  }
}

/** The Deployment of the same attempt; none when nobody may look: creating one tells better what is missing. */
async function knownDeployment(github: GitHubVerbs, query: DeploymentQuery): Promise<Deployment | undefined> {
  try {
    return await github.latestDeployment(query);
  } catch {
    return undefined;
  }
}

function isSame(a: Deployment["payload"], b: Deployment["payload"]): boolean {
  return ["label", "run", "attempt"].every((name) => a[name] === b[name]);
}

function describe(thrown: unknown): string {
  const failure = toFailure(thrown);
  const permission = thrown instanceof GitHubFailure ? thrown.permission : undefined;
  const missing = permission === undefined ? "" : ` The job needs \`permissions: ${permission}\`.`;
  return `The GitHub Deployment could not be kept: ${failure.what}.${missing} ${failure.remedy}`;
}
