/**
 * The stage of the terraform-apply tests: a state backend, and a GitHub where a pull request was planned, reviewed and
 * merged; the built action runs on the push that follows. It judges nothing; what is right is for the tests to say.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { runAction, startGitHub, startStateBackend, workspace } from "@handrail/testkit";
import type { ActionOptions, ActionResult, GitHub, StateBackend, Workspace, WorkspaceFile } from "@handrail/testkit";

const planAction: string = join(import.meta.dirname, "../actions/terraform-plan");
const applyAction: string = join(import.meta.dirname, "../actions/terraform-apply");

/** The key of the tests that seal. */
export const sealKey = "0123456789abcdefghijklmnopqrstuv";

/** What a test may give to one run. */
export type RunOptions = Partial<Omit<ActionOptions, "action" | "workspace">>;

/** One target on its way through a pull request. */
export type Target = {
  github: GitHub;
  backend: StateBackend;
  checkout: Workspace;
  /** The pull request. */
  number: number;
  /** Runs terraform-plan on the pull request. */
  plan(options?: RunOptions): Promise<ActionResult>;
  /** Merges the pull request; what is run from now on runs on that commit. Returns its id. */
  merge(): Promise<string>;
  /** Plans on the pull request, requires that it came to a plan, and merges. */
  review(options?: RunOptions): Promise<ActionResult>;
  /** Runs terraform-plan on the commit that was pushed last, as the plan job before an apply job does. */
  planPushed(options?: RunOptions): Promise<ActionResult>;
  /** Runs terraform-apply on the commit that was pushed last. */
  apply(options?: RunOptions): Promise<ActionResult>;
};

/** What a target is made of. */
export type TargetOptions = {
  /** Files of the checkout; without a backend of their own they get the one of the testkit. */
  files: Readonly<Record<string, WorkspaceFile>>;
  /** Inputs of every run, of plan and apply alike. */
  inputs?: Readonly<Record<string, string>>;
  /** False: the files bring their own backend. */
  hasBackend?: boolean;
  github?: Parameters<typeof startGitHub>[0];
  backend?: Parameters<typeof startStateBackend>[0];
};

/** Everything the tests of one file made that must go away again. */
export type ApplyStage = {
  /** Starts the servers and opens a pull request. */
  target(options: TargetOptions): Promise<Target>;
  /** An empty folder beside the checkouts. */
  folder(): Workspace;
  /** Ends all servers and removes all folders. */
  clear(): Promise<void>;
};

/** Opens a stage. */
export function openApplyStage(): ApplyStage {
  const endings: (() => unknown)[] = [];
  for (const action of [planAction, applyAction]) {
    if (!existsSync(join(action, "dist/index.js")))
      throw new Error("There is no bundle to test: run `npm run build` first");
  }
  const run = async (options: ActionOptions): Promise<ActionResult> => {
    const result = await runAction(options);
    endings.push(() => result.cleanup());
    return result;
  };
  return {
    target: async (options) => {
      const backend = await startStateBackend(options.backend);
      const github = await startGitHub(options.github);
      const own = options.hasBackend === false ? {} : { "backend.tf": backend.hcl() };
      const checkout = workspace({ ".gitignore": ".terraform/\n*.tfstate*\n", ...own, ...options.files });
      endings.push(
        () => backend.close(),
        () => github.close(),
        () => checkout.cleanup(),
      );
      return openTarget({ backend, github, checkout, inputs: options.inputs ?? {}, run });
    },
    folder: () => {
      const made = workspace({}, { git: false, name: "beside" });
      endings.push(() => made.cleanup());
      return made;
    },
    clear: async () => {
      for (const end of endings.splice(0)) await end();
    },
  };
}

type Parts = Pick<Target, "github" | "backend" | "checkout"> & {
  inputs: Readonly<Record<string, string>>;
  run(options: ActionOptions): Promise<ActionResult>;
};

function openTarget({ github, backend, checkout, inputs, run }: Parts): Target {
  const head = checkout.git("rev-parse", "HEAD");
  const { number } = github.addPullRequest({ headSha: head });
  let sha = head;
  const merge = async (): Promise<string> => (sha = await github.merge(number));
  const onPull = (options: RunOptions): ActionOptions => ({
    ...options,
    action: planAction,
    workspace: checkout,
    github,
    event: github.pullRequestEvent(number, "opened"),
    inputs: { ...inputs, ...options.inputs },
    context: { runId: "100", ...options.context },
  });
  const onPush = async (action: string, options: RunOptions): Promise<ActionOptions> => ({
    eventName: "push",
    event: options.event ?? (await github.pushEvent(sha)),
    ...options,
    action,
    workspace: checkout,
    github,
    inputs: { ...inputs, ...options.inputs },
    context: { sha, ref: "refs/heads/main", runId: "101", job: "apply", ...options.context },
  });
  const plan: Target["plan"] = (options = {}) => run(onPull(options));
  return {
    github,
    backend,
    checkout,
    number,
    plan,
    merge,
    review: async (options = {}) => {
      const planned = await plan(options);
      if (planned.exitCode !== 0) throw new Error(`The plan to review failed:\n${planned.log}\n${planned.stderr}`);
      await merge();
      return planned;
    },
    planPushed: async (options = {}) => run(await onPush(planAction, options)),
    apply: async (options = {}) => run(await onPush(applyAction, options)),
  };
}
