/**
 * The GitHub Deployment of an apply: what terraform-apply or, in its place, terraform-report makes, and what terraform-apply,
 * terraform-bump and people look for.
 */
import type { DeploymentRequest, DeploymentStatusRequest } from "@handrail/github/client";
import type { ApplyRecord } from "@handrail/report";

/** The task of the Deployments of applies. */
export const applyTask = "terraform-apply";

/** How the status of an apply that could not save its state begins; what follows names the state. */
const UNSAVED = "state-not-saved ";

/** Where and of what an apply is. */
export type ApplyPlace = { owner: string; repo: string; sha: string; environment: string };

/** What the payload tells of an apply; terraform-report adds the run's attempt. */
export type ApplyPayload = {
  label: string;
  /** Relative to the repository. */
  directory: string;
  workspace: string;
  fingerprint: string;
  /** The run's id. */
  run: string;
  attempt?: number;
  pullRequest?: number | undefined;
};

/** The Deployment to create for an apply. */
export function applyDeployment(place: ApplyPlace, { pullRequest, ...facts }: ApplyPayload): DeploymentRequest {
  const { owner, repo, sha: ref, environment } = place;
  const payload = { ...facts, ...(pullRequest === undefined ? {} : { pullRequest }) };
  return { owner, repo, ref, task: applyTask, environment, description: `terraform apply of ${facts.label}`, payload };
}

/**
 * How an apply ended, as the status of its Deployment.
 * @param unsaved the state that could not be saved: "<lineage> <serial>"; "" when it could
 */
export function statusOfApply(
  { result, summary }: Pick<ApplyRecord, "result" | "summary">,
  unsaved = "",
): Pick<DeploymentStatusRequest, "state" | "description"> {
  const isGood = result === "applied" || result === "no-changes";
  return { state: isGood ? "success" : "failure", description: unsaved === "" ? summary : `${UNSAVED}${unsaved}` };
}

/** The state that could not be saved, from the description of a status; undefined when it could. */
export function unsavedStateOf(description: string): string | undefined {
  return description.startsWith(UNSAVED) ? description.slice(UNSAVED.length) : undefined;
}
