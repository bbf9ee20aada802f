/**
 * What became of earlier steps of an upgrade: our merged pull requests, and whether what they brought was applied. Reading
 * and, in isApplied, a pure decision.
 */
import type { Deployment } from "@handrail/github/client";
import type { GitHubRepository } from "@handrail/github/repository";
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

/** The newest apply of a root module, as terraform-apply recorded it in a Deployment. */
export type Apply = {
  /** `success`, `failure`, `in_progress`, … ; "" when it has no status yet. */
  state: string;
  /** When it began and when it got this status (before it has one: when it began), in milliseconds since 1970. */
  begunAt: number;
  at: number;
  environment: string;
  /** The run that applied; "" when unknown. */
  url: string;
};

/** What terraform-apply calls its Deployments. */
const TASK = "terraform-apply";
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
): Promise<Map<string, Apply>> {
  if (roots.length === 0) return new Map();
  const subjects = new Set(roots);
  const found = await repository.newestDeployments({ task: TASK, subject: directoryOf, subjects });
  const applies = new Map<string, Apply>();
  for (const [root, { status, createdAt = 0, environment }] of found) {
    applies.set(root, {
      state: status?.state ?? "",
      begunAt: createdAt,
      at: status?.createdAt ?? createdAt,
      environment,
      url: status?.logUrl ?? "",
    });
  }
  return applies;
}

function directoryOf({ payload }: Deployment): string | undefined {
  const { directory } = payload;
  return typeof directory === "string" ? directory : undefined;
}

/**
 * Whether what was merged at `mergedAt` has been applied in these root modules: where one has applies at all, the newest
 * has to have succeeded after the merge. Else why not, as a sentence without its full stop.
 */
export function isApplied(
  { mergedAt, roots }: { mergedAt: number; roots: readonly string[] },
  applies: ReadonlyMap<string, Apply>,
): true | string {
  for (const root of roots) {
    const apply = applies.get(root);
    if (apply === undefined) continue;
    // One that began before the merge applied something else, whenever it ended.
    const isSince = apply.begunAt >= mergedAt && apply.at > mergedAt;
    if (isSince && apply.state === "success") continue;
    if (!isSince && apply.state === "success") return `${root} was not applied since the former step was merged`;
    const state = apply.state === "" ? "has no result yet" : `is ${apply.state.replaceAll("_", " ")}`;
    return `The newest apply of ${root} in ${apply.environment} ${state}`;
  }
  return true;
}
