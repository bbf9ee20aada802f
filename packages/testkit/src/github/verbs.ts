/** What a test does to the repository, behind the API's back. */
import { addComment, editComment } from "./comments.ts";
import { ensureBranch, makeCommit } from "./commits.ts";
import { renderUser } from "./identities.ts";
import type { Identity } from "./identities.ts";
import { addIssue } from "./issues.ts";
import { addPull } from "./new-pull.ts";
import type { NewPullRequest } from "./new-pull.ts";
import { isPull, renderPull } from "./pull-view.ts";
import type { World } from "./serve.ts";
import type { Comment, Deployment, Issue } from "./store.ts";

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
  }): Promise<string>;
  /** The payload of a `pull_request` event, to hand to an action. */
  pullRequestEvent(number: number, action?: string): Record<string, unknown>;
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
    commit: async ({ branch = repository.defaultBranch, files, message = "Change", author = "maintainer" }) => {
      const root = `/repos/${repository.owner}/${repository.repo}`;
      await ensureBranch(world.upstream, root, branch, repository.defaultBranch);
      return makeCommit(world.upstream, root, { branch, files, message, author: account(world, author) });
    },
    pullRequestEvent: (number, action = "synchronize") => pullRequestEvent(world, number, action),
    collaborator: (login, level) => {
      repository.permissions.set(login.toLowerCase(), level);
    },
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

function pullRequestEvent(world: World, number: number, action: string): Record<string, unknown> {
  const found = findIssue(world, number);
  if (!isPull(found)) throw new Error(`#${number} is no pull request`);
  const { owner, repo, defaultBranch } = world.repository;
  return {
    action,
    number,
    pull_request: renderPull({ ...world, api: world.url, html: world.url }, found),
    repository: {
      full_name: `${owner}/${repo}`,
      name: repo,
      default_branch: defaultBranch,
      owner: renderUser(account(world, owner), world.url, world.url),
    },
    sender: renderUser(found.author, world.url, world.url),
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
