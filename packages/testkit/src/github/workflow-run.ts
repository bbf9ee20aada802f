/** A workflow run with its jobs and their steps, as the store keeps it. Types only. */
import type { Identity } from "./identities.ts";

/** A step of a job. */
export type RunStep = { name: string; status: string; conclusion?: string | null; startedAt?: string | null };

/** A job of a run. */
export type RunJob = {
  id: number;
  name: string;
  status: string;
  conclusion: string | null;
  startedAt: string | null;
  runnerName: string | null;
  /** The attempt it belongs to. */
  attempt: number;
  steps: RunStep[];
};

/** A run of a workflow. */
export type Run = {
  id: number;
  workflowName: string;
  event: string;
  status: string;
  conclusion: string | null;
  attempt: number;
  headSha: string;
  headBranch: string;
  actor: Identity;
  startedAt: string;
  jobs: RunJob[];
};
