/** Workflow runs and their jobs, as a test adds them. Artifacts and logs are emulate's. */
import { json, notFound, paged, route, user } from "./answers.ts";
import type { Context, Route } from "./answers.ts";
import type { Identity } from "./identities.ts";
import type { Repository, Store } from "./store.ts";
import type { Run, RunJob, RunStep } from "./workflow-run.ts";

/** A run as a test gives it; everything has a default. Times are RFC 3339. */
export type NewRun = Partial<Omit<Run, "jobs" | "actor">> & {
  /** A login. */
  actor?: string;
  jobs?: (Partial<Omit<RunJob, "steps">> & { steps?: (Partial<RunStep> & { name: string })[] })[];
};

/** Routes of runs and jobs. */
export const workflowRunRoutes: readonly Route[] = [
  route("GET /repos/:owner/:repo/actions/runs", (context) => {
    const { query } = context.request;
    const wanted = { status: query.get("status"), event: query.get("event"), headSha: query.get("head_sha") };
    const runs = [...context.repository.runs.values()].filter(
      (run) =>
        (wanted.status === null || wanted.status === run.status || wanted.status === run.conclusion) &&
        (wanted.event === null || wanted.event === run.event) &&
        (wanted.headSha === null || wanted.headSha === run.headSha),
    );
    runs.sort((a, b) => b.id - a.id);
    return counted(context, "workflow_runs", runs, (run) => renderRun(context, run));
  }),
  route("GET /repos/:owner/:repo/actions/runs/:id", (context) => json(renderRun(context, find(context)))),
  route("GET /repos/:owner/:repo/actions/runs/:id/jobs", (context) => {
    const run = find(context);
    const isAll = context.request.query.get("filter") === "all";
    const jobs = run.jobs.filter((job) => isAll || job.attempt === run.attempt);
    return counted(context, "jobs", jobs, (job) => renderJob(context, run, job));
  }),
];

/** Stores a run; without jobs it has one that is in progress. */
export function addRun(store: Store, repository: Repository, actor: Identity, given: NewRun): Run {
  const startedAt = given.startedAt ?? store.timestamp();
  const attempt = given.attempt ?? 1;
  const run: Run = {
    id: store.nextId(),
    workflowName: "infrastructure",
    event: "push",
    status: "in_progress",
    conclusion: null,
    headSha: "a".repeat(40),
    headBranch: repository.defaultBranch,
    ...given,
    attempt,
    startedAt,
    actor,
    jobs: (given.jobs ?? [{}]).map((job) => ({
      id: store.nextId(),
      name: "apply",
      status: "in_progress",
      conclusion: null,
      startedAt,
      runnerName: null,
      attempt,
      ...job,
      steps: (job.steps ?? []).map((step) => ({ status: "in_progress", startedAt, ...step })),
    })),
  };
  repository.runs.set(run.id, run);
  return run;
}

function find(context: Context): Run {
  const run = context.repository.runs.get(Number(context.params["id"]));
  if (run === undefined) throw notFound();
  return run;
}

/** One page with the number of all. */
function counted<T>(
  context: Context,
  name: string,
  items: readonly T[],
  render: (item: T) => unknown,
): ReturnType<typeof json> {
  const page = paged(context, items, render);
  return { ...page, body: { total_count: items.length, [name]: page.body } };
}

function renderRun(context: Context, run: Run): Record<string, unknown> {
  const { owner, repo } = context.repository;
  const actor = user(context, run.actor);
  return {
    id: run.id,
    name: run.workflowName,
    display_title: run.workflowName,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    run_attempt: run.attempt,
    run_number: 1,
    head_sha: run.headSha,
    head_branch: run.headBranch,
    url: `${context.api}/repos/${owner}/${repo}/actions/runs/${run.id}`,
    html_url: `${context.html}/${owner}/${repo}/actions/runs/${run.id}`,
    actor,
    triggering_actor: actor,
    created_at: run.startedAt,
    updated_at: run.startedAt,
    run_started_at: run.startedAt,
    pull_requests: [],
  };
}

function renderJob(context: Context, run: Run, job: RunJob): Record<string, unknown> {
  const { owner, repo } = context.repository;
  return {
    id: job.id,
    run_id: run.id,
    run_attempt: job.attempt,
    workflow_name: run.workflowName,
    head_sha: run.headSha,
    name: job.name,
    status: job.status,
    conclusion: job.conclusion,
    started_at: job.startedAt,
    completed_at: null,
    runner_name: job.runnerName,
    url: `${context.api}/repos/${owner}/${repo}/actions/jobs/${job.id}`,
    html_url: `${context.html}/${owner}/${repo}/actions/runs/${run.id}/job/${job.id}`,
    steps: job.steps.map((step, at) => ({
      name: step.name,
      number: at + 1,
      status: step.status,
      conclusion: step.conclusion ?? null,
      started_at: step.startedAt ?? null,
      completed_at: null,
    })),
  };
}
