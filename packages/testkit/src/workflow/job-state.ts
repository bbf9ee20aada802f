/** A job being run, as its steps see and change it: folders, token, environment, and what expressions may use. */
import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Concurrency } from "./concurrency.ts";
import type { JobDocument } from "./document.ts";
import { evaluateTexts } from "./evaluate.ts";
import type { Scope, Status } from "./evaluate.ts";
import { githubContext } from "./frame.ts";
import type { Frame } from "./frame.ts";
import { hashFiles } from "./hash-files.ts";
import type { Granted } from "./permissions.ts";
import type { StepResult } from "./result.ts";

/** What a job needs to run. */
export type JobStart = {
  frame: Frame;
  id: string;
  name: string;
  job: JobDocument;
  /** Contexts of the job's own keys: github, inputs, vars, needs, matrix, strategy. */
  scope: Scope;
  permissions: Granted;
  concurrency: Concurrency | undefined;
};

/** Folders of a job. */
export type JobPaths = {
  home: string;
  temp: string;
  toolCache: string;
  workspace: string;
  eventPath: string;
  files: string;
};

/** A post step that waits for the end of the job. */
export type PostStep = { name: string; uses: string; run: () => Promise<void> };

/** A job being run. Its steps read and change it. */
export type JobState = JobStart & {
  paths: JobPaths;
  token: string;
  trackingId: string;
  /** From GITHUB_ENV. */
  env: Record<string, string>;
  /** From GITHUB_PATH, the last one first. */
  path: string[];
  masks: Set<string>;
  isFailed: boolean;
  steps: Record<string, Pick<StepResult, "outputs" | "outcome" | "conclusion">>;
  results: StepResult[];
  posts: PostStep[];
};

/** Makes the job's folders and its token. */
export function openJob(start: JobStart): JobState {
  const { run, secrets } = start.frame;
  const root = join(run.root, `${run.results.size}-${randomUUID().slice(0, 8)}`);
  const folder = (...names: string[]): string => {
    const path = join(root, ...names);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const name = run.options.github.repository.split("/")[1] ?? "repository";
  const paths: JobPaths = {
    home: folder("home"),
    temp: folder("work", "_temp"),
    toolCache: run.options.toolCache ?? folder("tools"),
    workspace: folder("work", name, name),
    eventPath: join(root, "event.json"),
    files: folder("work", "_temp", "_runner_file_commands"),
  };
  writeFileSync(paths.eventPath, JSON.stringify(run.options.event.payload ?? {}, null, 2));
  const { tokenFor, github } = run.options;
  const token = tokenFor?.(start.permissions, `${start.frame.name}${start.name}`) ?? github.token ?? "ghs_nobody";
  return {
    ...start,
    paths,
    token,
    trackingId: `github_${randomUUID()}`,
    env: {},
    path: [],
    masks: new Set([token, ...Object.values(secrets)].filter((each) => each !== "")),
    isFailed: false,
    steps: {},
    results: [],
    posts: [],
  };
}

/** How the job stands. */
export function statusOf(state: JobState): Status {
  const cancelled = state.frame.canceller.isCancelled;
  return { success: !state.isFailed && !cancelled, failure: state.isFailed && !cancelled, cancelled };
}

/** What a step's expressions may use; `env` is the step's environment so far. */
export function stepScope(state: JobState, env: Readonly<Record<string, string>>): Scope {
  const { frame, paths, token, scope } = state;
  const status = statusOf(state);
  const job = {
    status: status.cancelled ? "cancelled" : status.failure ? "failure" : "success",
    workflow_repository: frame.source.repository,
    workflow_sha: frame.source.sha,
    workflow_ref: `${frame.source.repository}/${frame.document.path}@${frame.source.sha}`,
    workflow_file_path: frame.document.path,
  };
  return {
    contexts: {
      ...scope.contexts,
      github: githubContext(frame.run, frame.document, { id: state.id, token, workspace: paths.workspace }),
      secrets: { ...frame.secrets, GITHUB_TOKEN: token },
      env,
      job,
      runner: {
        os: process.platform === "darwin" ? "macOS" : "Linux",
        arch: process.arch === "arm64" ? "ARM64" : "X64",
        name: "testkit",
        temp: paths.temp,
        tool_cache: paths.toolCache,
        environment: "github-hosted",
        debug: "",
      },
      steps: state.steps,
    },
    status,
    hashFiles: (patterns) => hashFiles(paths.workspace, patterns),
  };
}

/** The environment of workflow and job, and what earlier steps added. */
export async function jobEnvironment(state: JobState): Promise<Record<string, string>> {
  const { frame, job } = state;
  const outer = await evaluateTexts(frame.document.env, stepScope(state, {}));
  return { ...outer, ...(await evaluateTexts(job.env, stepScope(state, outer))), ...state.env };
}
