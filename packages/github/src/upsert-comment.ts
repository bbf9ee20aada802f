/**
 * Keeps one comment per action, key and pull request, whatever fails and whoever else writes at the same time.
 * The order of effects is here, the decisions are in upsert-step.ts.
 */
import { randomBytes } from "node:crypto";
import { findMarked, parseComment, separate } from "./comments.ts";
import type { IssueComment, MarkedComment } from "./comments.ts";
import { GitHubFailure } from "./failure.ts";
import { listComments } from "./list-comments.ts";
import { parseMarker, renderMarker } from "./marker.ts";
import type { Marker } from "./marker.ts";
import type { Requester, WaitBudget } from "./requester.ts";
import { decideStep } from "./upsert-step.ts";
import type { Writing } from "./upsert-step.ts";

/** What to show where. */
export type CommentRequest = {
  owner: string;
  repo: string;
  pullRequest: number;
  action: string;
  key: string;
  /** Markdown that starts with renderMarker's text for the same action and key. */
  body: string;
  /** Whether a marker found on a comment of our login proves to be ours; without it authorship must do. */
  isGenuine?: (marker: Marker) => boolean;
};

export type CommentResult = {
  id: number;
  url: string;
  change: "created" | "updated" | "unchanged";
  /** Ids of comments that look like ours and are not: never touched, worth a warning. */
  foreign: number[];
  /** The comment shows a run that started after ours; it was left alone. */
  isOutdated: boolean;
};

/** How the client knows who it is; `learn` is told when an answer says so. */
export type Self = { login(): Promise<string>; learn(login: string): void };

const MAX_ROUNDS = 12;
const MAX_POSTS = 3;
const PERMISSION = "pull-requests: write";

/**
 * Creates or updates the comment. One list and one write when nothing goes wrong (a creation lists once more, to see
 * whether another run created one as well).
 * @throws GitHubFailure: the comment is not there (`github-forbidden`, `-locked`, `-gone`, `-rate-limited`, …)
 */
export async function upsertComment(requester: Requester, self: Self, wanted: CommentRequest): Promise<CommentResult> {
  const waits = requester.newWaits();
  const nonce = randomBytes(12).toString("base64url");
  const task = { requester, wanted, waits };
  const created = new Set<number>();
  const known: IssueComment[] = [];
  const gone = new Set<number>();
  let [posts, hasUpdated] = [0, false];
  let foreign: number[] = [];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const listed = (await listComments(requester, wanted, waits)).filter((each) => !gone.has(each.id));
    // A list may lag behind a creation; what GitHub has confirmed exists.
    const comments = [
      ...listed,
      ...known.filter((each) => !gone.has(each.id) && !listed.some(({ id }) => id === each.id)),
    ];
    const marked = findMarked(comments, wanted);
    const sorted = marked.length === 0 ? { own: [], foreign: [] } : separate(marked, await self.login(), wanted, nonce);
    ({ foreign } = sorted);
    const { first, latest } = requester.serverTime();
    const writing: Writing = { body: stamp(wanted, nonce, first), nonce, since: first, created, hasUpdated };
    const step = decideStep(sorted.own, writing, latest);
    if (step.kind === "done") return finish(requester, step.comment, step.change, foreign, step.isOutdated);
    if (step.kind === "create") {
      posts += 1;
      const comment = await create(task, writing.body, posts < MAX_POSTS);
      if (comment === undefined) continue;
      created.add(comment.id);
      known.push(comment);
      if (comment.login !== "") self.learn(comment.login);
    } else if (step.kind === "update") {
      const isThere = await update(task, step.comment.id, writing.body);
      if (!isThere) gone.add(step.comment.id);
      else if (created.size === 0 && posts === 0) return finish(requester, step.comment, "updated", foreign, false);
      else hasUpdated = true;
    } else {
      await remove(task, step.comment.id);
      gone.add(step.comment.id);
    }
  }
  throw new GitHubFailure({
    reason: "github-unavailable",
    what: `The comment for ${wanted.key} on pull request ${wanted.pullRequest} changed faster than it could be written`,
    remedy: "Look for another workflow that writes or deletes the same comment.",
  });
}

type Task = { requester: Requester; wanted: CommentRequest; waits: WaitBudget };

function finish(
  requester: Requester,
  comment: MarkedComment,
  change: CommentResult["change"],
  foreign: number[],
  isOutdated: boolean,
): CommentResult {
  if (isOutdated) requester.log.info(`Comment ${comment.id} shows a run that started later; it stays as it is.`);
  return { id: comment.id, url: comment.url, change, foreign, isOutdated };
}

/** The body with this writing's nonce and time in its marker; its length does not change. */
function stamp(wanted: CommentRequest, nonce: string, since: number): string {
  const marker = parseMarker(wanted.body);
  if (marker === undefined || marker.action !== wanted.action || marker.key !== wanted.key) {
    throw new TypeError("a comment's body starts with the marker of its action and key");
  }
  return renderMarker({ ...marker, nonce, since }) + wanted.body.slice(wanted.body.indexOf("-->") + 3);
}

/**
 * Creates the comment. Undefined when nobody knows whether it was created: the answer was lost. The next look at the
 * list tells by the nonce.
 */
async function create(
  { requester, wanted, waits }: Task,
  body: string,
  isLost: boolean,
): Promise<IssueComment | undefined> {
  const { owner, repo, pullRequest } = wanted;
  try {
    const answer = await requester.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      owner,
      repo,
      issue_number: pullRequest,
      body,
      request: { expects: "object", permission: PERMISSION, waits },
    });
    const comment = parseComment(answer.data);
    return comment === undefined ? undefined : { ...comment, body };
  } catch (error) {
    const isUnknown =
      error instanceof GitHubFailure && (error.reason === "github-unavailable" || error.reason === "github-bad-answer");
    if (!isUnknown || !isLost) throw error;
    const waitMs = 1_000 + Math.ceil(requester.random() * 1_000);
    requester.log.info(
      `GitHub: the answer to creating a comment was lost; looking for it in ${(waitMs / 1_000).toFixed(1)} s`,
    );
    await requester.sleep(waitMs);
    return undefined;
  }
}

/** Writes the body into a comment; false when the comment is gone. */
async function update({ requester, wanted, waits }: Task, id: number, body: string): Promise<boolean> {
  return isFound(() =>
    requester.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
      owner: wanted.owner,
      repo: wanted.repo,
      comment_id: id,
      body,
      request: { expects: "object", permission: PERMISSION, waits },
    }),
  );
}

/** Deletes a comment of this run; gone already is fine. */
async function remove({ requester, wanted, waits }: Task, id: number): Promise<void> {
  await isFound(() =>
    requester.request("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", {
      owner: wanted.owner,
      repo: wanted.repo,
      comment_id: id,
      request: { permission: PERMISSION, waits },
    }),
  );
}

async function isFound(call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call();
    return true;
  } catch (error) {
    if (error instanceof GitHubFailure && error.reason === "github-not-found") return false;
    throw error;
  }
}
