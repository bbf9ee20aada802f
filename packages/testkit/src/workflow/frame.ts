/** A workflow document in a run: the run's own, or one that a job of it calls. Holds the contexts that its jobs share. */
import { existsSync } from "node:fs";
import { join } from "node:path";

import type { RunContext } from "../action/environment.ts";
import type { Canceller } from "./cancelling.ts";
import type { Mapping, WorkflowDocument } from "./document.ts";
import { callInputs, callSecrets, dispatchInputs } from "./inputs.ts";
import type { Granted } from "./permissions.ts";
import type { Run } from "./options.ts";

/** The owner and name that `uses:` knows this repository by. */
export const HANDRAIL = "handrail/handrail";

/** Where a workflow file is from: a repository at a commit, and the folder that stands for it. */
export type WorkflowSource = { repository: string; sha: string; root: string };

/** A document being run. */
export type Frame = {
  run: Run;
  document: WorkflowDocument;
  source: WorkflowSource;
  inputs: Mapping;
  secrets: Readonly<Record<string, string>>;
  /** What the calling job may do; undefined for the run's own workflow. */
  ceiling: Granted | undefined;
  /** Before the ids and names of its jobs: `call/`, `call / `. */
  path: string;
  name: string;
  canceller: Canceller;
  /** Concurrency groups that the run holds around it. */
  held: readonly string[];
};

/** What {@link openFrame} needs: inputs and secrets as given. */
export type FrameOptions = Omit<Frame, "inputs"> & { given: Mapping; isCalled: boolean };

/** Checks inputs and secrets and opens the frame. */
export async function openFrame(options: FrameOptions): Promise<Frame> {
  const { given, isCalled, ...rest } = options;
  const { run, document } = options;
  const scope = { contexts: { github: githubContext(run, document, undefined), vars: run.options.vars ?? {} } };
  const isDispatch = !isCalled && run.options.event.name === "workflow_dispatch";
  const dispatched = (run.options.event.payload?.["inputs"] ?? {}) as Mapping;
  const inputs = isCalled
    ? await callInputs(document, given, scope)
    : isDispatch
      ? await dispatchInputs(document, dispatched, scope)
      : {};
  // Every workflow has its token among the secrets; who asks for it in a test has no need of it.
  return { ...rest, inputs, secrets: isCalled ? callSecrets(document, options.secrets) : options.secrets };
}

/**
 * The workflow that `uses:` of a job names.
 * @throws Error when nothing stands for that repository.
 */
export function resolveWorkflow(frame: Frame, uses: string): { file: string; path: string; source: WorkflowSource } {
  const { options, sha } = frame.run;
  const local = /^\.\/(.+)$/u.exec(uses)?.[1];
  const [, repository = "", remote = "", ref = ""] = /^([^/]+\/[^/]+)\/(.+)@(.+)$/u.exec(uses) ?? [];
  const path = local ?? remote;
  const isHandrail = repository === HANDRAIL && options.handrailPath !== undefined;
  const source =
    local !== undefined
      ? frame.source
      : isHandrail
        ? { repository, sha: ref, root: options.handrailPath ?? "" }
        : repository === options.github.repository
          ? { repository, sha, root: options.repositoryPath }
          : undefined;
  if (source === undefined) throw new Error(`${frame.document.path}: nothing in this test stands for ${uses}`);
  const file = join(source.root, path);
  if (!existsSync(file)) throw new Error(`${frame.document.path}: there is no workflow ${uses}`);
  return { file, path, source };
}

/** What the run is about, as the action host knows it. */
export function runContext(run: Run, document: WorkflowDocument, job: { id: string; token: string }): RunContext {
  const { github, event } = run.options;
  const pull = event.payload?.["pull_request"] as { head?: { ref?: string }; base?: { ref?: string } } | undefined;
  return {
    repository: github.repository,
    sha: run.sha,
    ref: run.ref,
    headRef: pull?.head?.ref ?? "",
    baseRef: pull?.base?.ref ?? "",
    runId: github.runId ?? "1234567890",
    runAttempt: github.runAttempt ?? "1",
    runNumber: "42",
    job: job.id,
    workflow: document.name,
    actor: github.actor ?? "octocat",
    eventName: event.name,
    serverUrl: github.serverUrl,
    apiUrl: github.apiUrl,
    graphqlUrl: github.graphqlUrl,
    token: job.token,
  };
}

/** The `github` context, of a job when there is one. */
export function githubContext(
  run: Run,
  document: WorkflowDocument,
  job: { id: string; token: string; workspace: string } | undefined,
): Record<string, unknown> {
  const context = runContext(run, document, job ?? { id: "", token: "" });
  const [owner = ""] = context.repository.split("/");
  const own = job === undefined ? {} : { token: context.token, job: context.job, workspace: job.workspace };
  return {
    repository: context.repository,
    repository_owner: owner,
    repository_id: "1",
    repository_owner_id: "1001",
    sha: context.sha,
    ref: context.ref,
    ref_name: context.ref.replace(/^refs\/(?:heads|tags|pull)\//u, ""),
    ref_type: context.ref.startsWith("refs/tags/") ? "tag" : "branch",
    ref_protected: false,
    head_ref: context.headRef,
    base_ref: context.baseRef,
    run_id: context.runId,
    run_attempt: context.runAttempt,
    run_number: context.runNumber,
    workflow: context.workflow,
    workflow_ref: `${context.repository}/${document.path}@${context.ref}`,
    workflow_sha: context.sha,
    actor: context.actor,
    triggering_actor: context.actor,
    event_name: context.eventName,
    event: run.options.event.payload ?? {},
    server_url: context.serverUrl,
    api_url: context.apiUrl,
    graphql_url: context.graphqlUrl,
    ...own,
  };
}
