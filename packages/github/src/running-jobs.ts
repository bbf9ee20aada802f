/**
 * What runs in a repository right now. Reading only.
 */
import { GitHubFailure } from "./failure.ts";
import { readAllPages } from "./pages.ts";
import type { Requester, WaitBudget } from "./requester.ts";
import { parseWorkflowJob, parseWorkflowRun } from "./workflow-run.ts";
import type { RunningRun, WorkflowJob, WorkflowRun } from "./workflow-run.ts";

/** Every run costs a call of its own: the newest fifty have to do. */
const MAX_RUNS = 50;
/** A matrix has at most 256 jobs, a run some of them. */
const MAX_JOB_PAGES = 5;
const PERMISSION = "actions: read";

/**
 * The workflow runs in progress, newest first, 50 at most, each with the jobs of its latest attempt. A run that GitHub
 * forgets between the two calls is left out.
 * @param where `startedBefore` (ms since 1970): only runs whose attempt started until then
 * @throws GitHubFailure
 */
export async function listRunningJobs(
  requester: Requester,
  where: { owner: string; repo: string; startedBefore?: number },
): Promise<RunningRun[]> {
  const { owner, repo, startedBefore = Number.POSITIVE_INFINITY } = where;
  const waits = requester.newWaits();
  const items = await readAllPages(requester, {
    route: "GET /repos/{owner}/{repo}/actions/runs",
    parameters: { owner, repo, status: "in_progress" },
    permission: PERMISSION,
    member: "workflow_runs",
    maxPages: 2,
    waits,
  });
  const runs = new Map<string, WorkflowRun>();
  for (const run of items.map(parseWorkflowRun)) {
    if (run !== undefined && (run.startedAt ?? 0) <= startedBefore) runs.set(run.id, run);
  }
  const found: RunningRun[] = [];
  for (const run of [...runs.values()].slice(0, MAX_RUNS)) {
    const jobs = await listJobs(requester, { owner, repo, run_id: run.id }, waits);
    if (jobs !== undefined) found.push({ ...run, jobs });
  }
  return found;
}

/** The jobs of a run's latest attempt; undefined when the run is gone. */
async function listJobs(
  requester: Requester,
  parameters: { owner: string; repo: string; run_id: string },
  waits: WaitBudget,
): Promise<WorkflowJob[] | undefined> {
  try {
    const jobs = await readAllPages(requester, {
      route: "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs",
      parameters: { ...parameters, filter: "latest" },
      permission: PERMISSION,
      member: "jobs",
      maxPages: MAX_JOB_PAGES,
      waits,
    });
    return jobs.map(parseWorkflowJob).filter((job) => job !== undefined);
  } catch (error) {
    if (error instanceof GitHubFailure && error.reason === "github-not-found") return undefined;
    throw error;
  }
}
