/** What a test says about a workflow run, and what every part of the run shares. No logic. */
import type { Canceller } from "./cancelling.ts";
import type { ConcurrencyGroups } from "./concurrency.ts";
import type { Mapping } from "./document.ts";
import type { ActionFake } from "./fake.ts";
import type { Granted } from "./permissions.ts";
import type { JobResult } from "./result.ts";
import type { WorkflowEvent } from "./trigger.ts";

/** Options of runWorkflow. */
export type WorkflowOptions = {
  /** The workflow's path in the caller's repository, or in ours (`handrailPath`) when it is called directly. */
  file: string;
  event: WorkflowEvent;
  /** Inputs of a workflow that is called directly. A dispatch has them in its payload. */
  inputs?: Mapping;
  secrets?: Readonly<Record<string, string>>;
  vars?: Readonly<Record<string, string>>;
  github: {
    /** `owner/repo` of the caller. */
    repository: string;
    apiUrl: string;
    graphqlUrl: string;
    serverUrl: string;
    /** The token of every job, unless `tokenFor` makes them. */
    token?: string;
    /** Default: by the event, else the checkout's HEAD. */
    sha?: string;
    ref?: string;
    actor?: string;
    runId?: string;
    runAttempt?: string;
  };
  /** Makes a job's token out of what it may do. */
  tokenFor?: (permissions: Granted, job: string) => string;
  /** Fakes by `owner/repo` (or `owner/repo/path`), whatever the ref. */
  actions?: Readonly<Record<string, ActionFake>>;
  /** Answers for an environment's reviewers. Default: yes. */
  approve?: (environment: string, job: string) => boolean | Promise<boolean>;
  /** The caller's repository. */
  repositoryPath: string;
  /** This repository: `handrail/handrail` in `uses:`. */
  handrailPath?: string;
  /** Where the jobs' folders are made. Default: a fresh folder. */
  workspaceRoot?: string;
  toolCache?: string;
  /** The machine's own environment. PATH is there anyway. */
  machine?: Readonly<Record<string, string>>;
  /** What jobs that name no permissions get, and the ceiling of a workflow that is called directly. */
  permissions?: Granted;
  /** Shared by runs of one repository. */
  concurrency?: ConcurrencyGroups;
  /** Cancels the run when it resolves. */
  cancel?: Promise<unknown>;
  /** After this long a step's process is killed and the run rejects. Default 120 s. */
  limitMs?: number;
};

/** Everything that one run shares. */
export type Run = {
  options: WorkflowOptions;
  sha: string;
  ref: string;
  /** A pull request from a fork. */
  isFork: boolean;
  /** The folder of all jobs' folders. */
  root: string;
  groups: ConcurrencyGroups;
  canceller: Canceller;
  results: Map<string, JobResult>;
};
