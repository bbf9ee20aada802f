/** What a test does to the repository, behind the API's back. */
import { addComment, editComment } from "./comments.ts";
import { encodeRef, ensureBranch, makeCommit } from "./commits.ts";
import { pullRequestEvent, pushEvent } from "./events.ts";
import type { Identity } from "./identities.ts";
import { addIssue } from "./issues.ts";
import { mergeBaseIntoHead, mergeIntoBase } from "./merge.ts";
import type { MergeMethod } from "./merge.ts";
import { addPull } from "./new-pull.ts";
import type { NewPullRequest } from "./new-pull.ts";
import { track } from "./pull-branches.ts";
import { isPull } from "./pull-view.ts";
import type { PullIssue } from "./pull-view.ts";
import { withoutBranch } from "./refs.ts";
import type { World } from "./serve.ts";
import type { Comment, Deployment, Issue, Settings } from "./store.ts";
import { addRun } from "./workflow-runs.ts";
import type { NewRun } from "./workflow-runs.ts";
import type { Run } from "./workflow-run.ts";

/** A comment as tests see it. */
export type CommentView = {
  id: number;
  author: string | null;
  body: string;
  isMinimized: boolean;
  editor: string | undefined;
  createdAt: string;
  updatedAt: string;
};

/** The verbs of a running GitHub. */
export interface Verbs {
  addPullRequest(given?: NewPullRequest): Issue;
  addIssue(given: { title: string; body?: string; author?: string; labels?: string[] }): Issue;
  /** Adds a comment to the newest pull request or issue, or to `issue`. `author` is a login, `github-actions`, `app`, or null (ghost). */
  addComment(given: { author: string | null; body: string; issue?: number }): CommentView;
  /** Comments in order, of one issue or of all. */
  comments(issue?: number): CommentView[];
  /** Edits as `editor` (default: a maintainer). */
  editComment(id: number, body: string, editor?: string): void;
  deleteComment(id: number): void;
  /** The issue or pull request itself, to read or to change (state, labels, isLocked, pull.head.sha …). */
  issue(number: number): Issue;
  issues(): Issue[];
  deployments(): Deployment[];
  /** Label names of an issue; with names given, sets them. */
  labels(issue: number, names?: readonly string[]): string[];
  /**
   * Commits files to a branch, which is made from the default branch when it is new; null deletes a file. Returns the
   * commit's id. Default author: a maintainer.
   */
  commit(given: {
    branch?: string;
    files: Readonly<Record<string, string | Uint8Array | null>>;
    message?: string;
    author?: string;
    /** Who committed, when that is somebody else: after a rebase. */
    committer?: string;
    /** Forces the branch to a commit on top of this one, as `git push --force` does. */
    parent?: string;
  }): Promise<string>;
  /** Every branch with its commit. */
  branches(): Promise<Record<string, string>>;
  /** The commits that a commit is made on, itself first. */
  history(sha: string): Promise<string[]>;
  /** Deletes a branch, which closes its pull requests. Default: by a maintainer. */
  deleteBranch(branch: string, by?: string): Promise<void>;
  /** Closes a pull request, by a maintainer unless told otherwise. */
  closePull(number: number, by?: string): Promise<void>;
  /** The button "Update branch": merges the base into the head. Default: by a maintainer. */
  updateBranch(number: number, by?: string): Promise<string>;
  /** Changes what an administrator set. */
  settings(changed: Partial<Settings>): void;
  /** The payload of a `pull_request` event, to hand to an action. */
  pullRequestEvent(number: number, action?: string): Record<string, unknown>;
  /** The payload of a `push` event of this commit. Default branch: the repository's. */
  pushEvent(sha: string, branch?: string): Promise<Record<string, unknown>>;
  /**
   * Merges a pull request, with real commits when its head is a real one, and returns the commit that `merge_commit_sha`
   * names. Default: a merge commit, by a maintainer.
   */
  merge(number: number, given?: { method?: MergeMethod; by?: string }): Promise<string>;
  /** Adds a run of a workflow with its jobs; `runs()` are the runs themselves, to read or to change. */
  addRun(given?: NewRun): Run;
  runs(): Run[];
  /** Gives a person access: `admin`, `maintain`, `write`, `triage`, `read`, `none`. */
  collaborator(login: string, level: string): void;
}

/** Makes the verbs over one world. */
export function createVerbs(world: World): Verbs {
  const { store, repository } = world;
  return {
    addPullRequest: (given = {}) => addPull(world, given),
    addIssue: ({ title, body, author, labels }) =>
      addIssue(store, repository, {
        title,
        body: body ?? null,
        labels: labels ?? [],
        author: account(world, author ?? "octocat"),
      }),
    ...commentVerbs(world),
    issue: (number) => findIssue(world, number),
    issues: () => [...repository.issues.values()],
    deployments: () => [...repository.deployments.values()],
    labels: (number, names) => {
      const found = findIssue(world, number);
      if (names !== undefined) found.labels = [...names];
      return [...found.labels];
    },
    ...branchVerbs(world),
    settings: (changed) => {
      Object.assign(repository.settings, changed);
    },
    pullRequestEvent: (number, action = "synchronize") => pullRequestEvent(world, number, action),
    pushEvent: (sha, branch = repository.defaultBranch) => pushEvent(world, sha, branch),
    merge: async (number, { method = "merge", by = "maintainer" } = {}) => {
      const found = findIssue(world, number);
      if (!isPull(found) || found.state === "closed") throw new Error(`#${number} is no open pull request`);
      await track(world, found);
      return mergeIntoBase({ ...world, identity: account(world, by) }, found, { method });
    },
    addRun: (given = {}) => addRun(store, repository, account(world, given.actor ?? "octocat"), given),
    runs: () => [...repository.runs.values()],
    collaborator: (login, level) => {
      repository.permissions.set(login.toLowerCase(), level);
    },
  };
}

type BranchVerbs = Pick<Verbs, "commit" | "branches" | "history" | "deleteBranch" | "closePull" | "updateBranch">;

function branchVerbs(world: World): BranchVerbs {
  const { repository, upstream } = world;
  const root = `/repos/${repository.owner}/${repository.repo}`;
  const pull = (number: number): PullIssue => {
    const found = findIssue(world, number);
    if (!isPull(found)) throw new Error(`#${number} is no pull request`);
    return found;
  };
  return {
    commit: async (given) => {
      const { branch = repository.defaultBranch, files, message = "Change", author = "maintainer", parent } = given;
      await ensureBranch(upstream, root, branch, repository.defaultBranch);
      return makeCommit(upstream, root, {
        branch,
        files,
        message,
        author: account(world, author),
        ...(given.committer === undefined ? {} : { committer: account(world, given.committer) }),
        ...(parent === undefined ? {} : { parent }),
      });
    },
    branches: async () => {
      const { body } = await upstream.request("GET", `${root}/git/matching-refs/heads/`);
      const refs = body as { ref: string; object: { sha: string } }[];
      return Object.fromEntries(refs.map(({ ref, object }) => [ref.slice("refs/heads/".length), object.sha]));
    },
    history: async (sha) => {
      const shas: string[] = [];
      for (let page = 1; ; page += 1) {
        const { body } = await upstream.request("GET", `${root}/commits?sha=${sha}&per_page=100&page=${page}`);
        shas.push(...(body as { sha: string }[]).map((each) => each.sha));
        if (shas.length < page * 100) return shas;
      }
    },
    deleteBranch: async (branch, by = "maintainer") => {
      await withoutBranch({ ...world, identity: account(world, by) }, `refs/heads/${branch}`, async () => {
        const { status } = await upstream.request("DELETE", `${root}/git/refs/heads/${encodeRef(branch)}`);
        if (status !== 204) throw new Error(`There is no branch ${branch}`);
        return { isDone: true };
      });
    },
    closePull: async (number, by = "maintainer") => {
      const found = pull(number);
      await track(world, found);
      const now = world.store.timestamp();
      Object.assign(found, { state: "closed", closedAt: now, closedBy: account(world, by), updatedAt: now });
    },
    updateBranch: (number, by = "maintainer") =>
      mergeBaseIntoHead({ ...world, identity: account(world, by) }, pull(number)),
  };
}

function commentVerbs(world: World): Pick<Verbs, "addComment" | "comments" | "editComment" | "deleteComment"> {
  const { store, repository } = world;
  const comment = (id: number): Comment => {
    const found = repository.comments.get(id);
    if (found === undefined) throw new Error(`There is no comment ${id}`);
    return found;
  };
  return {
    addComment: ({ author, body, issue }) => {
      const { number } = findIssue(world, issue ?? Math.max(...repository.issues.keys()));
      return view(addComment(store, repository, number, author === null ? null : account(world, author), body));
    },
    comments: (number) =>
      [...repository.comments.values()]
        .filter((each) => number === undefined || each.issue === number)
        .sort((a, b) => a.id - b.id)
        .map(view),
    editComment: (id, body, editor = "maintainer") => editComment(store, comment(id), account(world, editor), body),
    deleteComment: (id) => {
      repository.comments.delete(comment(id).id);
    },
  };
}

/** The account of `github-actions`, `app`, `app:<slug>` or a login; it gets a token, so that it can call. */
function account({ identities }: World, who: string): Identity {
  const identity = identities.byToken(identities.token(who));
  if (identity === undefined) throw new Error(`${who} has no account`);
  return identity;
}

function findIssue({ repository }: World, number: number): Issue {
  const found = repository.issues.get(number);
  if (found === undefined) throw new Error(`There is no issue or pull request #${number}`);
  return found;
}

function view(comment: Comment): CommentView {
  return {
    id: comment.id,
    author: comment.author?.login ?? null,
    body: comment.body,
    isMinimized: comment.minimized !== undefined,
    editor: comment.editor?.login,
    createdAt: comment.createdAt,
    updatedAt: comment.updatedAt,
  };
}
