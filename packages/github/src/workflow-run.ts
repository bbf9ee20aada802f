/**
 * Workflow runs, their jobs and steps, as GitHub lists them. Pure: reading only, no calls.
 */
import { readId, readList, readText } from "./payload.ts";

/** A run of a workflow. Texts are from outside: render them through markdown.ts. */
export type WorkflowRun = {
  /** As in GITHUB_RUN_ID. */
  id: string;
  url: string;
  workflowName: string;
  event: string;
  /** Who started it (this attempt of it); "" when the account is gone. For display only. */
  actor: string;
  headSha: string;
  /** When this attempt started, milliseconds since 1970. */
  startedAt?: number;
};

/** A job of a run. */
export type WorkflowJob = {
  id: number;
  /** As the page shows it, not the key of the workflow file: `apply (live/prod)`, `deploy / apply`. */
  name: string;
  /** `queued`, `in_progress`, `completed`, or whatever GitHub says. */
  status: string;
  url: string;
  /** As in RUNNER_NAME; a runner has one job at a time. "" before the job has one. */
  runnerName: string;
  startedAt?: number;
  steps: JobStep[];
};

/** A step of a job. */
export type JobStep = {
  /** As the page shows it: `Run owner/handrail/actions/terraform-apply@v1`. */
  name: string;
  status: string;
  startedAt?: number;
};

/** A run that is in progress, with its jobs. */
export type RunningRun = WorkflowRun & { jobs: WorkflowJob[] };

/**
 * Whether an attempt of a run is over. Completed is what GitHub calls so: a runner of one's own that lost its connection may still be at
 * work then, and so may a job that was cancelled by force.
 */
export type RunState = {
  /** Undefined when GitHub does not know the run, or does not let us look. */
  isCompleted: boolean | undefined;
  /** `success`, `failure`, `cancelled` or what else GitHub says; "" while it runs, and for all but the newest attempt. */
  conclusion: string;
  /** The permission that is missing, as a workflow writes it; absent when none is. */
  permission?: string;
};

/** Reads one run; undefined when it is none. */
export function parseWorkflowRun(value: unknown): WorkflowRun | undefined {
  const id = readId(value, "id");
  if (id === undefined) return undefined;
  return {
    id: String(id),
    url: readText(value, "html_url"),
    workflowName: readText(value, "name"),
    event: readText(value, "event"),
    actor: readText(value, "triggering_actor", "login") || readText(value, "actor", "login"),
    headSha: readText(value, "head_sha"),
    ...readStart(value, "run_started_at"),
  };
}

/**
 * Reads the state of an attempt from its run as it is now; undefined when it is another run, or none. A run is only started
 * again when it has completed, so that every attempt before the newest is over; one that GitHub does not have yet is not.
 * https://docs.github.com/actions/managing-workflow-runs/re-running-workflows-and-jobs
 */
export function parseRunState(
  value: unknown,
  { runId, attempt }: { runId: string; attempt: number },
): RunState | undefined {
  const newest = readId(value, "run_attempt");
  const status = readText(value, "status");
  if (String(readId(value, "id")) !== runId || newest === undefined || status === "") return undefined;
  if (attempt !== newest) return { isCompleted: attempt < newest, conclusion: "" };
  const isCompleted = status === "completed";
  return { isCompleted, conclusion: isCompleted ? readText(value, "conclusion") : "" };
}

/** Reads one job; undefined when it is none. */
export function parseWorkflowJob(value: unknown): WorkflowJob | undefined {
  const id = readId(value, "id");
  if (id === undefined) return undefined;
  return {
    id,
    name: readText(value, "name"),
    status: readText(value, "status"),
    url: readText(value, "html_url"),
    runnerName: readText(value, "runner_name"),
    ...readStart(value, "started_at"),
    steps: readList(value, "steps").map((step) => ({
      name: readText(step, "name"),
      status: readText(step, "status"),
      ...readStart(step, "started_at"),
    })),
  };
}

function readStart(value: unknown, name: string): { startedAt?: number } {
  const time = Date.parse(readText(value, name));
  return Number.isNaN(time) ? {} : { startedAt: time };
}
