/**
 * What happened to the former steps: which are merged, and whether they were applied. Without the right to see the applies
 * a named warning says so, and nothing waits for them.
 */
import { GitHubFailure, permissionHint } from "@handrail/github";
import type { Log } from "@handrail/runner";
import { newestMerged, type FormerPullRequest, type History } from "./decide/gate.ts";
import type { Update } from "./decide/update.ts";
import { readMark } from "./pulls/mark.ts";
import { isSameLogin } from "./pulls/owner.ts";
import { newestApplies, pastPullRequests } from "./pulls/past.ts";
import type { PullDeps } from "./pulls/session.ts";

/** Reads it, as far as a rung of the ladder asks for it. */
export async function readHistory(
  updates: readonly Update[],
  where: { base: string; prefix: string },
  deps: PullDeps,
  log: Pick<Log, "warning">,
): Promise<History> {
  const open = await openPullRequests(where, deps);
  const rungs = updates.filter(({ isRung }) => isRung);
  if (rungs.length === 0) return { pullRequests: open, deployments: new Map() };
  const merged: FormerPullRequest[] = (await pastPullRequests(where, deps)).map(({ number, target, mergedAt }) => ({
    number,
    state: "merged",
    target: target ?? "",
    mergedAt,
  }));
  // Each root module costs a call.
  const following = rungs.filter((update) => newestMerged(update, merged) !== undefined);
  const roots = [...new Set(following.flatMap((update) => update.roots))].sort();
  try {
    return { pullRequests: [...open, ...merged], deployments: await newestApplies(roots, deps.repository) };
  } catch (error) {
    if (!(error instanceof GitHubFailure) || error.permission === undefined) throw error;
    log.warning(
      `Whether former steps were applied is not known, so the next ones do not wait for it.${permissionHint(error)}`,
    );
    return { pullRequests: [...open, ...merged], deployments: new Map() };
  }
}

/** Our open pull requests, with what their markers say they bring. */
async function openPullRequests(
  { base, prefix }: { base: string; prefix: string },
  { repository, github }: PullDeps,
): Promise<FormerPullRequest[]> {
  const viewer = await github.viewerLogin();
  const pulls = await repository.listPullRequests({ prefix: `${prefix}/`, state: "open", base });
  return pulls
    .filter(({ author }) => isSameLogin(author, viewer))
    .map(({ number, body }) => ({ number, state: "open", target: readMark(body)?.content.target ?? "" }));
}
