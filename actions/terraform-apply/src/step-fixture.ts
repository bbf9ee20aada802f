/**
 * Makes a step for tests: an infrastructure, a pull request with its reviewed comment and a machine, all of it plain
 * objects that note what is done to them. Not part of the action.
 */
import type { PullRequestRef } from "@handrail/github";
import type { CommentRequest, FoundComment, GitHubClient } from "@handrail/github/client";
import { askGitHub } from "@handrail/planning";
import { markReport, renderComment } from "@handrail/report";
import { Failure, createRedactor } from "@handrail/runner";
import type { Annotation } from "@handrail/runner";
import type { Host } from "@handrail/runner/host";
import { hashOutline, renderOutline } from "@handrail/terraform";
import { commandFailure } from "@handrail/terraform/cli";
import { virtualClock } from "@handrail/testkit";
import { readApplyInputs } from "./inputs.ts";
import { filesOf, terraformOf } from "./machine-fixture.ts";
import type { MachineFiles, MachineGiven } from "./machine-fixture.ts";
import { draftPlan } from "./draft.ts";
import { takeFreshPlan } from "./plan-course.ts";
import type { ApplyStep, Course } from "./step.ts";

/** The commits of pull request 7, merged as `merge`. */
export const commits = { head: "a".repeat(40), base: "b".repeat(40), merge: "c".repeat(40), other: "d".repeat(40) };

/** Pull request 7, merged. */
export const merged: PullRequestRef = {
  number: 7,
  headSha: commits.head,
  headRef: "topic",
  baseSha: commits.base,
  baseRef: "main",
  isFork: false,
  labels: [],
  isClosed: true,
  isMerged: true,
  mergeCommitSha: commits.merge,
};

/** What differs from a run that applies what was reviewed on pull request 7. */
export type Given = MachineGiven & {
  /** `INPUT_…` and other variables. */
  environment?: Readonly<Record<string, string>>;
  github?: Partial<GitHubClient>;
  pullRequest?: Partial<PullRequestRef>;
  comment?: FoundComment | undefined;
  context?: Partial<ApplyStep["context"]>;
  files?: Readonly<Record<string, string>>;
  isCancelled?: boolean;
};

/** A step, and everything that it did. */
export type Stage = {
  step: ApplyStep;
  effects: string[];
  files: MachineFiles;
  annotations: Annotation[];
  /** Bodies of the comments that were written. */
  comments: string[];
  cancel(): void;
};

function githubOf(given: Given, effects: string[], comments: string[]): GitHubClient {
  const nobodyAsked = (): never => {
    throw new TypeError("nobody asks for this");
  };
  const pullRequest = { ...merged, ...given.pullRequest };
  return {
    request: nobodyAsked,
    viewerLogin: nobodyAsked,
    runningJobs: () => Promise.resolve([]),
    changedFiles: () => Promise.resolve([]),
    pullRequest: () => Promise.resolve(pullRequest),
    pullRequestsOf: () => Promise.resolve([pullRequest]),
    compareCommits: () => {
      effects.push("compare");
      return Promise.resolve("ahead");
    },
    findComment: () => Promise.resolve(given.comment),
    upsertComment: (comment: CommentRequest) => {
      effects.push("comment");
      const current = given.comment;
      comments.push(typeof comment.body === "string" ? comment.body : comment.body(current));
      const url = "https://example.com/o/r/pull/7#issuecomment-5";
      return Promise.resolve({ id: 5, url, change: "updated", foreign: [], isOutdated: false });
    },
    createDeployment: ({ environment, task, ref }) => {
      effects.push(`deploy ${environment}`);
      return Promise.resolve({ id: 9, sha: ref, ref, task, environment, description: "", payload: {}, creator: "" });
    },
    setDeploymentStatus: (_, { state }) => {
      effects.push(`deployment ${state}`);
      return Promise.resolve();
    },
    latestDeployment: () => Promise.resolve(undefined),
    listDeployments: nobodyAsked,
    runState: nobodyAsked,
    ...given.github,
  };
}

function hostOf(given: Given, annotations: Annotation[], cancelled: AbortSignal): Host {
  const say = (): void => undefined;
  const nobodyAsked = (): never => {
    throw new TypeError("nobody asks for this");
  };
  return {
    environment: given.environment ?? {},
    log: { info: say, warning: say, debug: say, group: say, endGroup: say },
    redactor: createRedactor(),
    clock: virtualClock({ mode: "auto" }),
    exec: nobodyAsked,
    cancelled,
    mask: say,
    annotate: (annotation) => annotations.push(annotation),
    summary: say,
    output: say,
    saveState: say,
    state: () => undefined,
    addPath: nobodyAsked,
    exportToken: nobodyAsked,
    temporaryDirectory: nobodyAsked,
    readEvent: () => ({}),
  };
}

/** A step on the commit that pull request 7 was merged as. */
export function stage(given: Given = {}): Stage {
  const effects: string[] = [];
  const annotations: Annotation[] = [];
  const comments: string[] = [];
  const files = new Map<string, string | Uint8Array>(Object.entries(given.files ?? {}));
  const cancelling = new AbortController();
  const cancel = (): void => {
    const reason = new Failure({ reason: "cancelled", what: "The run was cancelled", remedy: "Run it again." });
    cancelling.abort(reason);
  };
  if (given.isCancelled === true) cancel();
  const host = hostOf(given, annotations, cancelling.signal);
  const context: ApplyStep["context"] = {
    owner: "o",
    repo: "r",
    sha: commits.merge,
    ref: "refs/heads/main",
    eventName: "push",
    actor: "someone",
    runId: "42",
    runAttempt: 1,
    runUrl: "https://example.com/o/r/actions/runs/42/attempts/1",
    serverUrl: "https://example.com",
    apiUrl: "https://api.example.com",
    graphqlUrl: "https://api.example.com/graphql",
    workflow: "apply",
    job: "apply",
    isUntrusted: false,
    ...given.context,
  };
  const inputs = readApplyInputs({ "INPUT_GITHUB-TOKEN": "a token", ...given.environment });
  const { serverUrl, runUrl, runId, runAttempt, sha } = context;
  const step: ApplyStep = {
    inputs,
    context,
    pullRequest: inputs["pull-request"] ?? context.pullRequest?.number,
    label: inputs.label === "" ? "infra" : inputs.label,
    origin: { repository: "o/r", serverUrl, runUrl, runId, runAttempt, headSha: sha },
    ...(context.pullRequest === undefined ? {} : { eventPullRequest: context.pullRequest.number }),
    readStateDump: () => undefined,
    readCheckout: () => ({ isInitialised: true, modules: [], lockFile: undefined }),
    target: {
      directory: "infra",
      path: "/checkout/infra",
      workspacePath: "/checkout",
      outputDirectory: "/out",
      privateDirectory: "/private",
      environment: {},
    },
    deps: {
      terraform: terraformOf(given, effects, files),
      failureOf: commandFailure,
      github: () => Promise.resolve(githubOf(given, effects, comments)),
      exec: host.exec,
      files: filesOf(effects, files),
      randomBytes: (length) => new Uint8Array(length),
      host,
    },
  };
  return { step, effects, files, annotations, comments, cancel };
}

/** The comment that terraform-plan left for a plan that creates these, as it is found. */
export async function reviewOf(addresses: readonly string[], sealKey = ""): Promise<FoundComment> {
  const { step } = stage({ environment: { "INPUT_SEAL-KEY": sealKey }, plans: [addresses] });
  const asked = askGitHub({ ...step, pullRequest: undefined });
  const course: Course = { rules: [], asked, outputs: [], notes: [] };
  const candidate = await takeFreshPlan(step, course);
  const made = draftPlan(step, course);
  const report = {
    ...made,
    fingerprint: candidate.fingerprint,
    origin: { ...made.origin, headSha: commits.head, baseSha: commits.base, pullRequest: 7 },
  };
  const outline = renderOutline(candidate.outline, 16_000);
  const marker = markReport(report, sealKey === "" ? undefined : sealKey, hashOutline(outline));
  const url = "https://example.com/o/r/pull/7#issuecomment-5";
  return { id: 5, url, body: renderComment(report, marker, { outline }), marker, isEdited: false, foreign: [] };
}
