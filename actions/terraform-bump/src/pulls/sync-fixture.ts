/** What the tests of publishing share: an embedded GitHub, a client of it, and wishes. */
import { createClient } from "@handrail/github/client";
import type { ClientOptions } from "@handrail/github/client";
import { openRepository } from "@handrail/github/repository";
import { virtualClock } from "@handrail/testkit";
import type { GitHub, Issue } from "@handrail/testkit";
import type { DesiredPullRequest } from "./desired.ts";
import type { PullDeps, SyncInput, SyncResult } from "./session.ts";
import { syncPullRequests } from "./sync.ts";

export const PREFIX = "handrail/bump";
export const BOT = "github-actions[bot]";

/** A wish: `aws 6.2.0` in one file, on a ground of its own. */
export function wish(name: string, version: string, changed: Partial<DesiredPullRequest> = {}): DesiredPullRequest {
  return {
    key: `provider hashicorp/${name}`,
    branch: `${PREFIX}/hashicorp-${name}-${version}`,
    target: `hashicorp/${name} ${version}`,
    title: `Bump hashicorp/${name} to ${version}`,
    body: (left) => `Brings ${name} ${version}.\n${left.map((path) => `- left out: ${path}\n`).join("")}`,
    commitMessage: `Bump hashicorp/${name} to ${version}`,
    files: [{ path: `live/${name}.tf`, mode: "100644", text: `version = "${version}"\n` }],
    ground: "ground",
    ...changed,
  };
}

/** How a run was told to go about it. */
export type RunOptions = Partial<Omit<SyncInput, "desired">> & {
  who?: string;
  client?: Partial<ClientOptions>;
  /** What to do with the verbs before they are used. */
  wrap?: (deps: PullDeps) => PullDeps;
};

/** What a run came to, and what it asked for. */
export type Run = SyncResult & { asked: string[]; writes: string[]; said: string[]; sleeps: readonly number[] };

/** One run on the base branch as it is now. */
export async function runSync(
  github: GitHub,
  desired: readonly DesiredPullRequest[],
  options: RunOptions = {},
): Promise<Run> {
  const { who = "github-actions", client: own, wrap = (deps) => deps, ...given } = options;
  const { apiUrl, graphqlUrl, repository } = github;
  const clock = virtualClock({ mode: "auto" });
  const said: string[] = [];
  const silent = { info: () => {}, warning: () => {}, debug: () => {}, group: () => {}, endGroup: () => {} };
  const token = github.token(who);
  const base = { token, apiUrl, graphqlUrl, clock, log: silent, environment: {}, random: () => 0.5 };
  const client = createClient({ ...base, ...own });
  const deps: PullDeps = {
    repository: openRepository(client, { ...repository, graphqlUrl }),
    github: client,
    say: (text) => void said.push(text),
  };
  const first = github.requests.length;
  const input: SyncInput = {
    desired,
    base: { branch: "main", sha: (await github.branches())["main"] ?? "" },
    prefix: PREFIX,
    labels: [],
    assignees: [],
    reviewers: [],
    teamReviewers: [],
    isDraft: false,
    maxOpen: 10,
    isDryRun: false,
    ...given,
  };
  const result = await syncPullRequests(input, wrap(deps));
  const requests = github.requests.slice(first);
  return {
    ...result,
    asked: requests.map((each) => `${each.method} ${each.path}`),
    writes: requests.filter(isWrite).map((each) => `${each.method} ${each.path}`),
    said,
    sleeps: clock.sleeps,
  };
}

/** Everything but reading; GraphQL's queries read. */
export function isWrite(request: { method: string; path: string; text: string }): boolean {
  if (request.method === "GET") return false;
  return !request.path.endsWith("/graphql") || request.text.includes('"query":"mutation');
}

/** `created 1` and the like, in order. */
export function told({ results }: SyncResult): string[] {
  return results.map(({ state, number }) => `${state} ${number}`);
}

/** `limit provider hashicorp/aws` and the like, in order. */
export function heldOf({ held }: SyncResult): string[] {
  return held.map(({ reason, key }) => `${reason} ${key}`);
}

/** The open pull requests with our prefix. */
export function openPulls(github: GitHub): Issue[] {
  return github
    .issues()
    .filter((each) => each.state === "open" && each.pull?.head.ref.startsWith(`${PREFIX}/`) === true);
}

/** The text of a file on a branch; undefined when it is not there. */
export async function fileOn(github: GitHub, branch: string, path: string): Promise<string | undefined> {
  const { owner, repo } = github.repository;
  const sha = (await github.branches())[branch] ?? "none";
  const { status, body } = await github.upstream.request("GET", `/repos/${owner}/${repo}/contents/${path}?ref=${sha}`);
  return status === 200 ? Buffer.from((body as { content: string }).content, "base64").toString() : undefined;
}
