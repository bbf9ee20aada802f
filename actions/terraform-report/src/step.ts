/**
 * What every part of the step works with: the inputs, where it runs, and the verbs that have effects. Types only.
 */
import type { GitHubContext } from "@handrail/github";
import type { GitHubClient } from "@handrail/github/client";
import type { Host, UntrustedFiles } from "@handrail/runner/host";
import type { Inputs } from "./inputs.ts";

/** What is asked of GitHub. */
export type GitHubVerbs = Pick<
  GitHubClient,
  | "createDeployment"
  | "findComment"
  | "latestDeployment"
  | "pullRequest"
  | "pullRequestsOf"
  | "setDeploymentStatus"
  | "upsertComment"
>;

/** Files by absolute path, without following links. */
export type FileVerbs = UntrustedFiles;

/** The verbs with effects, as main.ts makes them. */
export type Deps = {
  host: Pick<Host, "log" | "annotate">;
  files: FileVerbs;
  /** Loads the client, which takes its time. */
  github(): Promise<GitHubVerbs>;
};

/** One run of the action. */
export type ReportStep = { inputs: Inputs; context: GitHubContext; deps: Deps };
