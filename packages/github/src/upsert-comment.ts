/**
 * Keeps one comment per action, key and pull request, whatever fails and whoever else writes at the same time.
 * The order of effects is here, the decisions are in upsert-step.ts.
 */
import { randomBytes } from "node:crypto";
import { findMarked, parseComment, separate } from "./comments.ts";
import type { IssueComment, MarkedComment } from "./comments.ts";
import { GitHubFailure, isLost } from "./failure.ts";
import { listComments } from "./list-comments.ts";
import { parseMarker, renderMarker } from "./marker.ts";
import type { Marker } from "./marker.ts";
import type { Requester, WaitBudget } from "./requester.ts";
import { decideStep } from "./upsert-step.ts";

/** What to show where. */
export type CommentRequest = {
  owner: string;
  repo: string;
  pullRequest: number;
  action: string;
  key: string;
  /**
   * Markdown that starts with renderMarker's text for the same action and key. A function is given the comment as it is,
   * if there is one, and makes the new body from it; it may be asked again when somebody else wrote in the meantime, and
   * is never given what this call wrote itself.
   */
  body: string | ((current: CurrentComment | undefined) => string);
  /** Whether a marker found on a comment of our login proves to be ours; without it authorship must do. */
  isGenuine?: (marker: Marker) => boolean;
  /** Bring a comment that is there up to date, and create none. */
  isOnlyUpdate?: boolean;
  /** When the run began (seconds since 1970, local clock), if that was before this client did: a newer run's comment stays. */
  startedAt?: number;
};

/** A comment of ours before it is written to. */
export type CurrentComment = { id: number; body: string; marker: Marker };

export type CommentResult = {
  /** 0 when there is no comment. */
  id: number;
  /** "" when there is no comment. */
  url: string;
  /** `none`: there was no comment, and none was to be created. */
  change: "created" | "updated" | "unchanged" | "none";
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
/** Seconds after which a second comment of ours is not another run's that is about to delete it. */
const LEFT_OVER = 600;

/** What one call of upsertComment did and learned. */
type Run = {
  requester: Requester;
  wanted: CommentRequest;
  waits: WaitBudget;
  nonce: string;
  /** Created by this run, with what GitHub answered (or what the list showed when the answer was lost). */
  created: Map<number, IssueComment>;
  updated: Set<number>;
  /** Deleted, by us or by somebody else. */
  gone: Set<number>;
  posts: number;
  /** The body that this run made last. */
  body?: string;
  lost?: GitHubFailure;
};

/**
 * Creates or updates the comment. One list and one write when nothing goes wrong (a creation lists once more, to see
 * whether another run created one as well).
 * @throws GitHubFailure: the comment is not there (`github-forbidden`, `-locked`, `-gone`, `-rate-limited`, …)
 */
export async function upsertComment(requester: Requester, self: Self, wanted: CommentRequest): Promise<CommentResult> {
  const run: Run = {
    requester,
    wanted,
    waits: requester.newWaits(),
    nonce: randomBytes(12).toString("base64url"),
    created: new Map(),
    updated: new Set(),
    gone: new Set(),
    posts: 0,
  };
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const { own, foreign } = await look(run, self);
    const { latest } = requester.serverTime();
    const since = startOf(run);
    const body = stamp(run, own[0], since);
    const { nonce, created, updated } = run;
    const isOnlyUpdate = wanted.isOnlyUpdate ?? false;
    const step = decideStep(own, { body, nonce, since, created, updated, isOnlyUpdate }, latest);
    if (step.kind === "none") return { id: 0, url: "", change: "none", foreign, isOutdated: false };
    if (step.kind === "done") return finish(run, step, foreign);
    if (step.kind === "create") await create(run, self, body);
    else if (step.kind === "delete") await remove(run, step.comment.id);
    else if ((await update(run, step.comment.id, body)) && run.posts === 0) {
      return finish(run, { comment: step.comment, change: "updated", isOutdated: false }, foreign);
    }
  }
  throw restless(wanted);
}

function restless(wanted: CommentRequest): GitHubFailure {
  return new GitHubFailure({
    reason: "github-unavailable",
    what: `The comment for ${wanted.key} on pull request ${wanted.pullRequest} changed faster than it could be written`,
    remedy: "Look for another workflow that writes or deletes the same comment.",
  });
}

/** When our work began, by GitHub's clock: the local one may be wrong by days. */
function startOf({ requester, wanted }: Run): number {
  const { first, ahead } = requester.serverTime();
  const { startedAt = 0 } = wanted;
  return startedAt > 0 ? Math.max(1, Math.min(first, Math.floor(startedAt - ahead))) : first;
}

/** Lists the comments and tells ours from look-alikes. Who we are is asked only when there is something to tell apart. */
async function look(run: Run, self: Self): Promise<{ own: MarkedComment[]; foreign: number[] }> {
  const { requester, wanted, nonce, created, gone } = run;
  const listed = await listComments(requester, { ...wanted, permission: PERMISSION }, run.waits);
  // A list may lag behind a creation; what GitHub has confirmed exists.
  const missing = [...created.values()].filter((each) => !listed.some(({ id }) => id === each.id));
  const marked = findMarked(
    [...listed, ...missing].filter((each) => !gone.has(each.id)),
    wanted,
  );
  if (marked.length === 0) return { own: [], foreign: [] };
  const { own, foreign } = separate(marked, await self.login(), wanted, created);
  for (const each of own) {
    const isNew = each.marker.nonce === nonce && !run.updated.has(each.id) && !created.has(each.id);
    if (isNew) created.set(each.id, each); // the answer to its creation was lost
  }
  const oldest = requester.serverTime().latest - LEFT_OVER;
  const leftOver = own.slice(1).filter((each) => !created.has(each.id) && (each.marker.since ?? 0) < oldest);
  return { own, foreign: [...foreign, ...leftOver.map((each) => each.id)] };
}

type Ending = { comment: MarkedComment; change: CommentResult["change"]; isOutdated: boolean };

function finish({ requester }: Run, ending: Ending, foreign: number[]): CommentResult {
  const { comment, change, isOutdated } = ending;
  if (isOutdated) requester.log.info(`Comment ${comment.id} shows a run that started later; it stays as it is.`);
  return { id: comment.id, url: comment.url, change, foreign, isOutdated };
}

/** The body with this writing's nonce and time in its marker; its length does not change. */
function stamp(run: Run, current: MarkedComment | undefined, since: number): string {
  const { wanted, nonce } = run;
  const isOwnWriting = current?.marker.nonce === nonce;
  if (!isOwnWriting || run.body === undefined) {
    run.body =
      typeof wanted.body === "string"
        ? wanted.body
        : wanted.body(current && { id: current.id, body: current.body, marker: current.marker });
  }
  const marker = parseMarker(run.body);
  if (marker === undefined || marker.action !== wanted.action || marker.key !== wanted.key) {
    throw new TypeError("a comment's body starts with the marker of its action and key");
  }
  return renderMarker({ ...marker, nonce, since }) + run.body.slice(run.body.indexOf("-->") + 3);
}

/** Creates the comment. When the answer is lost nobody knows whether it exists: the next look tells, by the nonce. */
async function create(run: Run, self: Self, body: string): Promise<void> {
  const { requester, wanted, waits } = run;
  if (run.posts === MAX_POSTS) throw run.lost ?? restless(wanted);
  run.posts += 1;
  try {
    const answer = await requester.request(
      "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
      { owner: wanted.owner, repo: wanted.repo, issue_number: wanted.pullRequest, body },
      { expects: "object", permission: PERMISSION, waits },
    );
    const comment = parseComment(answer.data);
    if (comment === undefined) throw badAnswer();
    run.created.set(comment.id, { ...comment, body });
    if (comment.login !== "") self.learn(comment.login);
  } catch (error) {
    if (!isLost(error)) throw error;
    run.lost = error;
    const waitMs = 1_000 + Math.ceil(requester.random() * 1_000);
    requester.log.info(`GitHub: no usable answer to a new comment; looking for it in ${(waitMs / 1_000).toFixed(1)} s`);
    await requester.sleep(waitMs);
  }
}

function badAnswer(): GitHubFailure {
  return new GitHubFailure({
    reason: "github-bad-answer",
    what: "GitHub's answer to a new comment is not a comment",
    remedy: "Check what answers at GITHUB_API_URL.",
  });
}

/** Writes the body into a comment; false when the comment is gone. */
async function update(run: Run, id: number, body: string): Promise<boolean> {
  const { owner, repo } = run.wanted;
  const isThere = await isFound(
    run.requester.request(
      "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
      { owner, repo, comment_id: id, body },
      { expects: "object", permission: PERMISSION, waits: run.waits },
    ),
  );
  (isThere ? run.updated : run.gone).add(id);
  return isThere;
}

/** Deletes a comment of this run; gone already is fine. */
async function remove(run: Run, id: number): Promise<void> {
  const { owner, repo } = run.wanted;
  await isFound(
    run.requester.request(
      "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}",
      { owner, repo, comment_id: id },
      { permission: PERMISSION, waits: run.waits },
    ),
  );
  run.gone.add(id);
}

async function isFound(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    if (error instanceof GitHubFailure && error.reason === "github-not-found") return false;
    throw error;
  }
}
