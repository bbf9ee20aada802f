/**
 * What became of earlier steps of an upgrade: our merged pull requests, and the applies since. Reading only.
 */
import type { Deployment } from "@handrail/github/client";
import type { GitHubRepository } from "@handrail/github/repository";
import { applyTask } from "@handrail/planning";
import type { AppliedDeployment } from "../decide/gate.ts";
import { readMark } from "./mark.ts";
import { isSameLogin } from "./owner.ts";
import type { PullDeps } from "./session.ts";

/** A merged pull request of ours. Key and target are as nameOf has them; absent when somebody edited the marker away. */
export type PastPullRequest = {
  number: number;
  url: string;
  branch: string;
  key?: string;
  target?: string;
  /** Milliseconds since 1970. */
  mergedAt: number;
};

/** The thousand pull requests that changed last. */
const MAX_PAGES = 10;

/**
 * Our merged pull requests for a base branch, newest merge first, among the thousand that changed last.
 * @throws GitHubFailure
 */
export async function pastPullRequests(
  where: { base: string; prefix: string },
  deps: Pick<PullDeps, "repository" | "github">,
): Promise<PastPullRequest[]> {
  const { base, prefix } = where;
  const viewer = await deps.github.viewerLogin();
  const query = { prefix: `${prefix}/`, state: "closed", base, maxPages: MAX_PAGES } as const;
  const pulls = await deps.repository.listPullRequests(query);
  const past: PastPullRequest[] = [];
  for (const { number, url, headRef, author, body, mergedAt } of pulls) {
    if (mergedAt === undefined || !isSameLogin(author, viewer)) continue;
    const mark = readMark(body);
    const named = mark === undefined ? {} : { key: mark.key, target: mark.content.target };
    past.push({ number, url, branch: headRef, mergedAt, ...named });
  }
  return past.sort((a, b) => b.mergedAt - a.mergedAt);
}

/**
 * The newest apply of each of these root modules (relative to the repository) that has one. Needs `deployments: read`.
 * @throws GitHubFailure
 */
export async function newestApplies(
  roots: readonly string[],
  repository: Pick<GitHubRepository, "newestDeployments">,
): Promise<Map<string, AppliedDeployment>> {
  if (roots.length === 0) return new Map();
  const subjects = new Set(roots);
  const found = await repository.newestDeployments({ task: applyTask, subject: directoryOf, subjects });
  return new Map(
    [...found].map(([root, { status, createdAt }]) => {
      return [root, { state: status?.state ?? "", ...(createdAt === undefined ? {} : { createdAt }) }];
    }),
  );
}

function directoryOf({ payload }: Deployment): string | undefined {
  const { directory } = payload;
  return typeof directory === "string" ? directory : undefined;
}
