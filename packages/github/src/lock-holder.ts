/**
 * Which job holds terraform's lock. Pure. The lock itself names a user and a machine, which on runners say nothing; a job
 * that works on the state at the right time says it, but only when it is the only one.
 */
import type { JobStep, RunningRun, WorkflowJob } from "./workflow-run.ts";

/** The job that holds a lock. Texts are from outside: render them through markdown.ts. */
export type LockHolder = {
  runId: string;
  runUrl: string;
  jobName: string;
  jobUrl: string;
  workflowName: string;
  /** For display only. */
  actor: string;
};

/** Ourselves, who wait for the lock. */
export type LockWaiter = {
  /** GITHUB_RUN_ID. */
  runId: string;
  /** GITHUB_JOB: the job's key, which is not always its name; all jobs of a matrix share it. */
  job?: string;
  /** RUNNER_NAME: tells the jobs of one run apart. */
  runnerName?: string;
};

type Candidate = { run: RunningRun; job: WorkflowJob; startedAt?: number };

/** How far GitHub's clock and the one that dated the lock may differ, in ms; GitHub's times are whole seconds. */
const TOLERANCE = 2_000;
const POST = "Post ";

/**
 * The one other job that can hold the lock: a step of it that is one of our terraform actions (or goes by its name) is
 * in progress, and began before the lock was made. Several, or none: undefined. Jobs of our own run count, we do not.
 * @param lock `createdAt`: milliseconds since 1970; without it every such job counts, whenever it began
 */
export function findHolder(
  lock: { createdAt?: number },
  runs: readonly RunningRun[],
  self: LockWaiter,
): LockHolder | undefined {
  const working = runs.flatMap((run) => run.jobs.flatMap((job) => candidateOf(run, job)));
  const ourselves = findOurselves(working, self);
  const { createdAt } = lock;
  const possible = working.filter(
    (each) => createdAt === undefined || (each.startedAt !== undefined && each.startedAt <= createdAt + TOLERANCE),
  );
  const [holder, ...others] = possible.filter((each) => ourselves.length !== 1 || each !== ourselves[0]);
  // Of several jobs that may be ourselves none can be named: it could be us.
  if (holder === undefined || others.length > 0 || ourselves.includes(holder)) return undefined;
  const { run, job } = holder;
  return {
    runId: run.id,
    runUrl: run.url,
    jobName: job.name,
    jobUrl: job.url,
    workflowName: run.workflowName,
    actor: run.actor,
  };
}

/** The job as a candidate when it runs one of our actions at the moment; one or none. */
function candidateOf(run: RunningRun, job: WorkflowJob): Candidate[] {
  const current = job.steps.find((step) => step.status === "in_progress" && isTerraformStep(step));
  if (current === undefined || job.status === "completed") return [];
  // A cancelled apply ends in its post step: the lock is as old as the step before.
  const main = current.name.startsWith(POST)
    ? job.steps.find((step) => step.name === current.name.slice(POST.length))
    : undefined;
  const startedAt = main?.startedAt ?? current.startedAt;
  return [{ run, job, ...(startedAt === undefined ? {} : { startedAt }) }];
}

/** `terraform-apply` or `terraform-plan` as a whole word: not `terraform-plan-comment`. */
function isTerraformStep(step: JobStep): boolean {
  return /(?<![\w-])terraform-(?:apply|plan)(?![\w-])/i.test(step.name);
}

/** The jobs that may be ourselves: one when it is known. */
function findOurselves(working: readonly Candidate[], self: LockWaiter): Candidate[] {
  const own = working.filter((each) => each.run.id === self.runId);
  const onRunner = own.filter(({ job }) => job.runnerName !== "" && job.runnerName === self.runnerName);
  if (onRunner.length > 0) return onRunner;
  const named = own.filter(({ job }) => self.job !== undefined && isNamed(job.name, self.job));
  return named.length > 0 ? named : own;
}

/** Whether a job's name can belong to a key: `apply`, `apply (prod)`, and behind callers of reusable workflows `deploy / apply`. */
function isNamed(name: string, key: string): boolean {
  return key !== "" && ` / ${name} (`.includes(` / ${key} (`);
}
