/**
 * The effect door of @handrail/github: GitHub behind a few verbs.
 */
import type { Clock, Log } from "@handrail/runner";
import type { PullRequestRef } from "./pull-request.ts";

export { GitHubFailure } from "./failure.ts";
export type { GitHubReason } from "./failure.ts";

export type ClientOptions = {
  token: string;
  apiUrl: string;
  graphqlUrl: string;
  clock: Clock;
  log: Log;
  maxWaitMs?: number;
  mutationGapMs?: number;
};

export interface GitHubClient {
  viewerLogin(): Promise<string>;
  upsertComment(comment: {
    owner: string;
    repo: string;
    pullRequest: number;
    action: string;
    key: string;
    body: string;
  }): Promise<{
    id: number;
    url: string;
    change: "created" | "updated" | "unchanged";
    foreign: number[];
  }>;
  pullRequest(owner: string, repo: string, number: number): Promise<PullRequestRef>;
}

export function createClient(options: ClientOptions): GitHubClient {
  throw new Error(`not yet: ${options.apiUrl}`);
}
