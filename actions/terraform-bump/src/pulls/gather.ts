/**
 * Reads what there is: pull requests, branches, and whose they are. Reading only.
 */
import { Failure } from "@handrail/runner";
import { GitHubFailure } from "@handrail/github";
import { judgeOwner } from "./owner.ts";
import type { Owner } from "./owner.ts";
import type { PullDeps, Session, SyncInput } from "./session.ts";
import { sortPulls } from "./survey.ts";
import type { OwnPull } from "./survey.ts";

/** The account behind a job's own token, which may never write workflow files. */
const ACTIONS_LOGIN = "github-actions[bot]";

/**
 * Reads what every run needs: four calls, when all our pull requests have their markers.
 * @throws GitHubFailure, and a Failure "base-moved" when the base branch is gone
 */
export async function openSession(input: SyncInput, deps: PullDeps): Promise<Session> {
  const { base, prefix } = input;
  const viewer = await deps.github.viewerLogin();
  const baseHead = await deps.repository.readBranch(base.branch);
  if (baseHead === undefined) {
    throw new Failure({
      reason: "base-moved",
      what: `There is no branch ${JSON.stringify(base.branch)} in the repository`,
      remedy: "Name an existing branch in the input base-branch.",
    });
  }
  const pulls = await deps.repository.listPullRequests({ prefix: `${prefix}/`, state: "open" });
  const branches = await deps.repository.listBranches(`${prefix}/`);
  const { own, others } = sortPulls(pulls, viewer, base.branch);
  const session: Session = {
    input,
    deps,
    situation: { viewer, own, others, branches: new Map(branches.map(({ name, sha }) => [name, sha])) },
    baseHead,
    mayWriteWorkflows: input.mayWriteWorkflows ?? (viewer === ACTIONS_LOGIN ? false : undefined),
    done: { results: [], held: [], leftOut: new Map(), notes: [] },
    open: own.length,
    closed: new Set(),
    opened: [],
    hasNoWorkflows: false,
  };
  await nameUnmarked(session, own);
  return session;
}

/**
 * Pull requests whose marker somebody edited away are told by the trailers of their commits. While one cannot be told,
 * nothing is opened: it could be for the same.
 */
export async function nameUnmarked(session: Session, own: readonly OwnPull[]): Promise<void> {
  for (const each of own) {
    if (each.mark !== undefined) continue;
    try {
      const { key } = await readOwner(session, each.pull.headSha);
      if (key !== undefined) each.key = key;
    } catch (error) {
      if (!(error instanceof GitHubFailure)) throw error;
      session.noOpening = error;
    }
  }
}

/** Whose a branch is that is at this commit. */
export async function readOwner(session: Session, head: string): Promise<Owner> {
  const { deps, situation, baseHead } = session;
  try {
    return judgeOwner(await deps.repository.commitsAhead({ base: baseHead, head }), situation.viewer);
  } catch (error) {
    // They share no commit: nothing that we ever make.
    if (error instanceof GitHubFailure && error.reason === "github-not-found")
      return { isOurs: false, who: "somebody" };
    throw error;
  }
}

/** Whether a branch was made by a run that had a newer commit of the base branch than this one. */
export async function wasMadeLater({ input, deps, baseHead }: Session, owner: Owner): Promise<boolean> {
  const { sha } = input.base;
  if (!owner.isOurs || baseHead === sha || owner.mergeBase === sha) return false;
  const { owner: account, repo } = deps.repository;
  return (await deps.github.compareCommits(account, repo, sha, owner.mergeBase)) === "ahead";
}
