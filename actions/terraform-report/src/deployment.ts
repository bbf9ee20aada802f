/**
 * Keeps the GitHub Deployment of an apply whose own job may not: people and terraform-bump look for it. It never changes
 * the result of the step.
 */
import { GitHubFailure } from "@handrail/github";
import { toFailure } from "@handrail/runner";
import type { NamedResult } from "./choose-results.ts";
import type { ReportStep } from "./step.ts";

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
    const known = await github.latestDeployment({
      ...place,
      isRelevant: ({ payload }) =>
        payload["label"] === report.label && payload["run"] === runId && payload["attempt"] === attempt,
    });
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

function describe(thrown: unknown): string {
  const failure = toFailure(thrown);
  const permission = thrown instanceof GitHubFailure ? thrown.permission : undefined;
  const missing = permission === undefined ? "" : ` The job needs \`permissions: ${permission}\`.`;
  return `The GitHub Deployment could not be kept: ${failure.what}.${missing} ${failure.remedy}`;
}
