/**
 * Runs a workflow file the way GitHub does, for tests: its parser and expression engine, jobs and steps as processes on
 * this machine, our actions from their bundles, other actions as fakes. No containers, no services, no composite actions.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";

import { createCanceller } from "./cancelling.ts";
import type { Canceller } from "./cancelling.ts";
import { concurrencyGroups } from "./concurrency.ts";
import type { ConcurrencyGroups } from "./concurrency.ts";
import { readWorkflow } from "./document.ts";
import type { Mapping } from "./document.ts";
import type { ActionFake } from "./fake.ts";
import { HANDRAIL, openFrame } from "./frame.ts";
import { runFrame } from "./jobs.ts";
import type { Granted } from "./permissions.ts";
import type { JobResult, WorkflowResult } from "./result.ts";
import { isFromFork, isTriggered, runTarget } from "./trigger.ts";
import type { WorkflowEvent } from "./trigger.ts";

/** Options of {@link runWorkflow}. */
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

/**
 * Runs a workflow. Use `using`, or call `cleanup()`.
 * @throws Error when GitHub would not start it, or when it needs something that is not supported here.
 */
export async function runWorkflow(options: WorkflowOptions): Promise<WorkflowResult> {
  const target = runTarget(options.event);
  const parent = realpathSync(options.workspaceRoot ?? tmpdir());
  mkdirSync(parent, { recursive: true });
  const root = mkdtempSync(join(parent, "handrail-run-"));
  const cleanup = (): void => rmSync(root, { recursive: true, force: true });
  const run: Run = {
    options,
    sha: options.github.sha ?? target.sha ?? headOf(options.repositoryPath),
    ref: options.github.ref ?? target.ref,
    isFork: isFromFork(options.event, options.github.repository),
    root,
    groups: options.concurrency ?? concurrencyGroups(),
    canceller: createCanceller(),
    results: new Map(),
  };
  void options.cancel?.then(() => run.canceller.cancel());
  try {
    return { ...(await start(run)), jobs: run.results, cleanup, [Symbol.dispose]: cleanup };
  } catch (error) {
    cleanup();
    throw error;
  }
}

type Ended = Omit<WorkflowResult, "jobs" | "cleanup" | typeof Symbol.dispose>;

async function start(run: Run): Promise<Ended> {
  const { options } = run;
  const own = resolve(options.repositoryPath);
  const file = resolve(own, options.file);
  const isOwn = !relative(own, file).startsWith("..");
  const root = isOwn ? own : resolve(options.handrailPath ?? own);
  const document = await readWorkflow(file, relative(root, file));
  const isCalled = !isOwn || (!document.on.has(options.event.name) && document.on.has("workflow_call"));
  if (!isCalled && !isTriggered(document, options.event))
    return { isTriggered: false, result: "skipped", outputs: {}, concurrency: undefined };
  const source = isOwn
    ? { repository: options.github.repository, sha: run.sha, root }
    : { repository: HANDRAIL, sha: "f".repeat(40), root };
  const frame = await openFrame({
    run,
    document,
    source,
    given: options.inputs ?? {},
    secrets: run.isFork ? {} : (options.secrets ?? {}),
    isCalled,
    ceiling: isCalled ? options.permissions : undefined,
    path: "",
    name: "",
    canceller: run.canceller,
    held: [],
  });
  return { isTriggered: true, ...(await runFrame(frame)) };
}

function headOf(repository: string): string {
  return execFileSync("git", ["rev-parse", "HEAD"], { cwd: repository, encoding: "utf8" }).trim();
}
