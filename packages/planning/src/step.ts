/**
 * What every part of the step works with: the inputs, the target, and the verbs that have effects. Types only.
 */
import type { GitHubContext, PullRequestRef } from "@handrail/github";
import type { Exec } from "@handrail/runner";
import type { Host } from "@handrail/runner/host";
import type { PlanSource } from "@handrail/terraform";
import type { Terraform, commandFailure } from "@handrail/terraform/cli";
import type { PlanInputs } from "./inputs.ts";
import type { CommentWriter } from "./publish.ts";
import type { PlanTarget } from "./target.ts";

/** What is asked of GitHub. */
export type GitHubVerbs = CommentWriter & {
  pullRequest(owner: string, repo: string, number: number): Promise<PullRequestRef>;
  /** Paths that a pull request changes, relative to the repository. */
  changedFiles(owner: string, repo: string, number: number): Promise<string[]>;
};

/** Files by absolute path. What is missing is undefined. */
export type FileVerbs = {
  readText(path: string): string | undefined;
  /** The names of the files in a directory; none when it cannot be read. */
  list(path: string): string[];
  readBytes(path: string): Uint8Array | undefined;
  openPlan(path: string): PlanSource & { close(): void };
  write(path: string, chunks: Iterable<string | Uint8Array>): void;
  remove(path: string): void;
};

/** What planning asks of terraform; what only an apply asks is not in it. */
export type PlanVerbs = Omit<Terraform, "apply" | "statePull" | "statePush" | "erroredState" | "leftLock">;

/** The verbs with effects, as main.ts makes them. */
export type Deps = {
  terraform: PlanVerbs;
  failureOf: typeof commandFailure;
  /** Loads the client; called early, so that it loads while terraform runs. */
  github(): Promise<GitHubVerbs>;
  exec: Exec;
  files: FileVerbs;
  randomBytes(length: number): Uint8Array;
  host: Pick<Host, "log" | "annotate" | "redactor" | "cancelled">;
};

/** One run of the action. */
export type PlanStep = {
  inputs: PlanInputs;
  context: GitHubContext;
  target: PlanTarget;
  /** The number of the pull request that is told, when there is one. */
  pullRequest: number | undefined;
  deps: Deps;
};
