/**
 * One pull request of the demo and what people do to it. Everything that happens goes into its timeline, for the page.
 */
import type { Ended, Stage } from "./stage.ts";
import { environment } from "./stage.ts";
import type { Changes } from "./tree.ts";

/** The one comment of an action as it was at one moment, or the summary of a step. */
export type Version = { when: string; author: string; body: string };

/** Something that happened; `code` is a commit, `diff` what it changed, `tone` how good it is. */
export type Happening = {
  who: string;
  what: string;
  code?: string;
  diff?: string;
  tone?: "good" | "bad" | "merge" | "plain";
};

/** A pull request with its timeline. */
export type Thread = {
  number: number;
  title: string;
  /** Its body, in markdown. */
  description: string;
  author: string;
  branch: string;
  head: string;
  changes: Changes;
  mergedBy?: string;
  closedBy?: string;
  versions: Version[];
  /** The versions are step summaries, not a comment. */
  isSummary?: boolean;
  happenings: Happening[];
};

/** What a pull request is made of. */
export type Proposal = Pick<Thread, "title" | "description" | "author" | "branch" | "changes">;

/** Pushes the branch and opens the pull request. */
export async function openPullRequest({ github, push, tip }: Stage, proposal: Proposal): Promise<Thread> {
  const { title, description, author, branch, changes } = proposal;
  const baseSha = await tip();
  const head = await push({ branch, changes, message: title, author });
  const { number } = github.addPullRequest({
    title,
    body: description,
    author,
    headRef: branch,
    headSha: head,
    baseSha,
    files: Object.keys(changes),
  });
  return { ...proposal, number, head, versions: [], happenings: [] };
}

/** The workflow plans the pull request. */
export async function plan(stage: Stage, thread: Thread, run: string, env = {}): Promise<Ended> {
  stage.checkOut(thread.changes);
  const event = stage.github.pullRequestEvent(thread.number, "opened");
  const ended = await stage.run({ action: "terraform-plan", event, sha: thread.head, run, by: thread.author, env });
  keepVersion(stage, thread, "as it was reviewed");
  return ended;
}

/** Somebody approves and merges; returns the merge commit. */
export async function reviewAndMerge(stage: Stage, thread: Thread, by: string): Promise<string> {
  const sha = await stage.github.merge(thread.number, { by });
  stage.land(thread.changes);
  thread.mergedBy = by;
  thread.happenings.push(
    { who: by, what: "approved these changes", tone: "good" },
    { who: by, what: "merged this pull request as", code: sha.slice(0, 7), tone: "merge" },
  );
  return sha;
}

/** What an apply is about: who did what to start it, and what the comment's version is called afterwards. */
export type ApplyRun = {
  sha: string;
  run: string;
  by: string;
  did: string;
  when: string;
  env?: Record<string, string>;
  inputs?: Record<string, string>;
};

/** The workflow applies what is on main now. */
export async function apply(stage: Stage, thread: Thread, { did, when, ...given }: ApplyRun): Promise<Ended> {
  stage.checkOut();
  const before = stage.github.deployments().length;
  thread.happenings.push({ who: given.by, what: did, tone: "plain" });
  const event = await stage.github.pushEvent(given.sha);
  const ended = await stage.run({ action: "terraform-apply", event, ...given });
  keepVersion(stage, thread, when);
  const deployment = stage.github.deployments().slice(before).at(0);
  const state = deployment?.statuses.at(-1)?.state;
  const summary = ended.result.outputs["summary"] ?? "";
  const isGood = ended.result.conclusion === "success";
  const began = isGood ? `deployed to ${environment}` : `could not finish the deployment to ${environment}`;
  thread.happenings.push({
    who: "github-actions",
    what: state === undefined ? `started nothing: ${summary}` : `${began}: ${summary}`,
    tone: isGood ? "good" : "bad",
  });
  return ended;
}

/** Keeps the comment as it is now. */
function keepVersion({ github }: Stage, thread: Thread, when: string): void {
  const comments = github.comments(thread.number);
  const [comment] = comments;
  if (comment === undefined || comments.length > 1) {
    throw new Error(`There is not one comment on #${thread.number}, but ${comments.length}. See demo/log.txt.`);
  }
  thread.versions.push({ when, author: comment.author ?? "ghost", body: comment.body });
}
