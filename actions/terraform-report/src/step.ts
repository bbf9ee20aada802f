/**
 * What every part of the step works with: the inputs, where it runs, and the verbs that have effects. Types only.
 */
import type { GitHubContext } from "@handrail/github";
import type { GitHubClient } from "@handrail/github/client";
import type { Host } from "@handrail/runner/host";
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

/** What is in a folder. A link is `other`: none is followed. */
export type FolderEntry = { name: string; kind: "file" | "folder" | "other" };

/** Files by absolute path, without following links. */
export type FileVerbs = {
  /**
   * Where `results` really is, and what.
   * @throws Failure `invalid-input` when it is nowhere, or neither in the workspace nor in RUNNER_TEMP
   */
  locate(given: string): { path: string; kind: "file" | "folder" };
  /** What is in a folder, in any order. */
  list(path: string): FolderEntry[];
  /** The first bytes of a file as text; "" when it cannot be read. */
  readHead(path: string, length: number): string;
  /**
   * A whole file as text.
   * @throws Failure `invalid-input` when it has more bytes than that
   */
  readText(path: string, limit: number): string;
};

/** The verbs with effects, as main.ts makes them. */
export type Deps = {
  host: Pick<Host, "log" | "annotate">;
  files: FileVerbs;
  /** Loads the client, which takes its time. */
  github(): Promise<GitHubVerbs>;
};

/** One run of the action. */
export type ReportStep = { inputs: Inputs; context: GitHubContext; deps: Deps };
