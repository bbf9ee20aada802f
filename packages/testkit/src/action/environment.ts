/** The environment of a step: what the runner sets, and nothing of the machine's own but PATH. */
import { arch, platform } from "node:os";

import type { ActionManifest } from "./manifest.ts";
import { resolveExpressions } from "./expressions.ts";

/** What the workflow run is about; everything has a default. */
export type RunContext = {
  repository: string;
  sha: string;
  ref: string;
  headRef: string;
  baseRef: string;
  runId: string;
  runAttempt: string;
  runNumber: string;
  job: string;
  workflow: string;
  actor: string;
  eventName: string;
  serverUrl: string;
  apiUrl: string;
  graphqlUrl: string;
  token: string;
};

/** The folders and files of a step. */
export type StepPaths = {
  home: string;
  temp: string;
  toolCache: string;
  workspace: string;
  eventPath: string;
  /** One per phase: GITHUB_OUTPUT and its like. */
  files: { output: string; env: string; path: string; state: string; summary: string };
};

/** Everything {@link stepEnvironment} needs. */
export type StepOptions = {
  manifest: ActionManifest;
  context: RunContext;
  event: unknown;
  paths: StepPaths;
  inputs: Readonly<Record<string, string>>;
  /** The job's environment, and what earlier steps or phases added to it. */
  env: Readonly<Record<string, string>>;
  /** Folders before PATH. */
  path: readonly string[];
  state: ReadonlyMap<string, string>;
  trackingId: string;
  isDebug: boolean;
};

/** Builds the step's environment. */
export async function stepEnvironment(options: StepOptions): Promise<Record<string, string>> {
  const { context, paths } = options;
  const machine = platform() === "darwin" ? "macOS" : platform() === "win32" ? "Windows" : "Linux";
  const environment: Record<string, string> = {
    HOME: paths.home,
    LANG: "C.UTF-8",
    CI: "true",
    ...githubVariables(context, paths),
    RUNNER_OS: machine,
    RUNNER_ARCH: arch() === "arm64" ? "ARM64" : "X64",
    RUNNER_NAME: "testkit",
    RUNNER_ENVIRONMENT: "github-hosted",
    RUNNER_TEMP: paths.temp,
    RUNNER_TOOL_CACHE: paths.toolCache,
    RUNNER_WORKSPACE: paths.workspace,
    RUNNER_TRACKING_ID: options.trackingId,
    // JavaScript actions get the run's own token, which `run:` steps do not. Nothing may pass it on.
    ACTIONS_RUNTIME_URL: "https://actions.example/runtime/",
    ACTIONS_RUNTIME_TOKEN: "canary-actions-runtime-token",
    ACTIONS_CACHE_URL: "https://actions.example/cache/",
    ACTIONS_RESULTS_URL: "https://actions.example/results/",
    ...(options.isDebug ? { RUNNER_DEBUG: "1" } : {}),
    ...options.env,
    PATH: [...options.path, options.env["PATH"] ?? process.env["PATH"] ?? "/usr/bin:/bin"].join(":"),
  };
  for (const [name, value] of await resolveInputs(options)) environment[inputName(name)] = value;
  for (const [name, value] of options.state) environment[`STATE_${name}`] = value;
  return environment;
}

/** `INPUT_` and the name in upper case, spaces as underscores; hyphens stay, as the runner leaves them. */
export function inputName(name: string): string {
  return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}

/** Given inputs, then defaults with their expressions resolved. */
async function resolveInputs({ manifest, inputs, context, event, paths }: StepOptions): Promise<Map<string, string>> {
  const contexts = expressionContexts(context, event, paths);
  const resolved = new Map<string, string>();
  for (const [name, text] of manifest.inputs) resolved.set(name, await resolveExpressions(text, contexts));
  for (const [name, text] of Object.entries(inputs)) resolved.set(name, text);
  return resolved;
}

/** The contexts that defaults and conditions may read. */
export function expressionContexts(context: RunContext, event: unknown, paths: StepPaths): Record<string, unknown> {
  const [owner = "", name = ""] = context.repository.split("/");
  return {
    github: {
      token: context.token,
      repository: context.repository,
      repository_owner: owner,
      repository_name: name,
      sha: context.sha,
      ref: context.ref,
      ref_name: refName(context.ref),
      head_ref: context.headRef,
      base_ref: context.baseRef,
      run_id: context.runId,
      run_attempt: context.runAttempt,
      run_number: context.runNumber,
      job: context.job,
      workflow: context.workflow,
      actor: context.actor,
      event_name: context.eventName,
      event: event ?? {},
      server_url: context.serverUrl,
      api_url: context.apiUrl,
      graphql_url: context.graphqlUrl,
      workspace: paths.workspace,
    },
    runner: { os: "Linux", temp: paths.temp, tool_cache: paths.toolCache, debug: "" },
    env: {},
    inputs: {},
  };
}

function githubVariables(context: RunContext, paths: StepPaths): Record<string, string> {
  return {
    GITHUB_ACTIONS: "true",
    GITHUB_ACTION: "__testkit",
    GITHUB_ACTION_REF: "",
    GITHUB_ACTION_REPOSITORY: "",
    GITHUB_ACTOR: context.actor,
    GITHUB_ACTOR_ID: "1001",
    GITHUB_TRIGGERING_ACTOR: context.actor,
    GITHUB_API_URL: context.apiUrl,
    GITHUB_BASE_REF: context.baseRef,
    GITHUB_ENV: paths.files.env,
    GITHUB_EVENT_NAME: context.eventName,
    GITHUB_EVENT_PATH: paths.eventPath,
    GITHUB_GRAPHQL_URL: context.graphqlUrl,
    GITHUB_HEAD_REF: context.headRef,
    GITHUB_JOB: context.job,
    GITHUB_OUTPUT: paths.files.output,
    GITHUB_PATH: paths.files.path,
    GITHUB_REF: context.ref,
    GITHUB_REF_NAME: refName(context.ref),
    GITHUB_REF_PROTECTED: "false",
    GITHUB_REF_TYPE: context.ref.startsWith("refs/tags/") ? "tag" : "branch",
    GITHUB_REPOSITORY: context.repository,
    GITHUB_REPOSITORY_ID: "1",
    GITHUB_REPOSITORY_OWNER: context.repository.split("/")[0] ?? "",
    GITHUB_REPOSITORY_OWNER_ID: "1001",
    GITHUB_RETENTION_DAYS: "90",
    GITHUB_RUN_ATTEMPT: context.runAttempt,
    GITHUB_RUN_ID: context.runId,
    GITHUB_RUN_NUMBER: context.runNumber,
    GITHUB_SERVER_URL: context.serverUrl,
    GITHUB_SHA: context.sha,
    GITHUB_STATE: paths.files.state,
    GITHUB_STEP_SUMMARY: paths.files.summary,
    GITHUB_WORKFLOW: context.workflow,
    GITHUB_WORKFLOW_REF: `${context.repository}/.github/workflows/test.yml@${context.ref}`,
    GITHUB_WORKFLOW_SHA: context.sha,
    GITHUB_WORKSPACE: paths.workspace,
  };
}

function refName(ref: string): string {
  return ref.replace(/^refs\/(?:heads|tags|pull)\//u, "");
}
