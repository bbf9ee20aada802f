/**
 * Closes pull requests of ours: a comment that says why, then closed, then the branch deleted when all on it is ours.
 * Each step can be repeated; a run that ended between two of them is finished by the next one.
 */
import { COMMENT_LIMIT, GitHubFailure, measure, renderMarker } from "@handrail/github";
import type { PullRequest } from "@handrail/github/repository";
import { readOwner } from "./gather.ts";
import { markBody, readMark, textOf } from "./mark.ts";
import type { Owner } from "./owner.ts";
import type { DesiredPullRequest } from "./desired.ts";
import { report } from "./session.ts";
import type { Session } from "./session.ts";
import type { OwnPull } from "./survey.ts";

const ACTION = "terraform-bump";
/** Branches without a pull request that one run looks at: each costs a call. */
const MAX_LEFT_BRANCHES = 20;

/** Closes one. */
export async function retire(
  session: Session,
  { pull, key = "" }: OwnPull,
  comment: string,
  owner: Owner,
): Promise<void> {
  const { deps, input } = session;
  if (session.closed.has(pull.number)) return;
  if (!input.isDryRun) {
    await say(session, pull, comment);
    await deps.repository.updatePullRequest(pull.number, { state: "closed", ...closedBody(pull, key) });
    if (owner.isOurs) await removeBranch(session, pull.headRef, pull.headSha);
  }
  session.closed.add(pull.number);
  session.open -= 1;
  report(session, key, pull, "closed");
}

/** One comment, also when two runs close at once. A conversation that is locked does without. */
async function say({ deps }: Session, pull: PullRequest, comment: string): Promise<void> {
  const { owner, repo } = deps.repository;
  const marker = renderMarker({ action: ACTION, key: "closed", data: { pullRequest: pull.number } });
  try {
    const body = `${marker}\n${comment}`;
    await deps.github.upsertComment({ owner, repo, pullRequest: pull.number, action: ACTION, key: "closed", body });
  } catch (error) {
    if (!(error instanceof GitHubFailure) || error.reason !== "github-locked") throw error;
  }
}

/** The body with the note that it was us who closed it: what we closed may come again. */
function closedBody({ body, headSha }: PullRequest, key: string): { body?: string } {
  const unknown = { target: "unknown", ground: "unknown", files: "unknown" };
  const mark = readMark(body) ?? { key, content: unknown, head: headSha, isPartial: false };
  const noted = markBody({ ...mark, isClosed: true }, textOf(body));
  return key === "" || measure(noted) > COMMENT_LIMIT ? {} : { body: noted };
}

/** Deletes a branch that is where we left it. That it stays is no reason to fail: the pull request is closed. */
async function removeBranch({ deps }: Session, branch: string, head: string): Promise<void> {
  try {
    const { isDone } = await deps.repository.deleteBranch(branch, head);
    if (!isDone) deps.say(`The branch ${branch} was moved in the meantime, so it stays.`);
  } catch (error) {
    if (!(error instanceof GitHubFailure)) throw error;
    deps.say(`The branch ${branch} could not be deleted: ${error.what}`);
  }
}

/**
 * Deletes branches that a run left behind when it ended too early: ours, nothing but ours on them, and no pull request
 * that anybody but us closed or merged.
 */
export async function removeLeftBranches(session: Session, desired: readonly DesiredPullRequest[]): Promise<void> {
  const { situation, input, deps } = session;
  if (input.isDryRun || session.stopped !== undefined) return;
  const kept = new Set([
    ...desired.map(({ branch }) => branch),
    ...[...situation.own.map(({ pull }) => pull), ...situation.others].map(({ headRef }) => headRef),
  ]);
  const left = [...situation.branches].filter(([branch]) => !kept.has(branch)).slice(0, MAX_LEFT_BRANCHES);
  for (const [branch, head] of left) {
    try {
      const [newest] = await deps.repository.pullRequestsOfBranch(branch);
      const isDone =
        newest === undefined || (newest.isClosed && !newest.isMerged && readMark(newest.body)?.isClosed === true);
      if (!isDone) continue;
      const owner = await readOwner(session, head);
      if (owner.isOurs && owner.key !== undefined && input.isUnknown?.(owner.key) !== true)
        await removeBranch(session, branch, head);
    } catch (error) {
      if (!(error instanceof GitHubFailure)) throw error;
      deps.say(`The branch ${branch} could not be looked at: ${error.what}`);
    }
  }
}
