/** What the embedded GitHub remembers about one repository, issue numbers and comment ids included. Plain data, no HTTP. */
import type { Identity } from "./identities.ts";
import type { Run } from "./workflow-run.ts";

/** A comment on an issue or pull request. */
export type Comment = {
  id: number;
  issue: number;
  /** null: the account was deleted ("ghost"). */
  author: Identity | null;
  body: string;
  createdAt: string;
  updatedAt: string;
  /** Who edited it last; GitHub sets it for the author's own edits too. */
  editor?: Identity;
  lastEditedAt?: string;
  /** Every edit, oldest first. */
  edits: { editor: Identity; editedAt: string }[];
  /** Reason, when it is minimized (`OUTDATED`, …). */
  minimized?: string;
};

/** An issue; a pull request is an issue with `pull`. */
export type Issue = {
  id: number;
  number: number;
  title: string;
  body: string | null;
  state: "open" | "closed";
  stateReason: string | null;
  labels: string[];
  /** Names of labels it ever got, oldest first: what the issue's events tell. */
  labelled: { label: string; by: Identity; at: string }[];
  assignees: Identity[];
  author: Identity;
  isLocked: boolean;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  closedBy: Identity | null;
  editor?: Identity;
  lastEditedAt?: string;
  pull?: Pull;
};

/** A file of a pull request as `pulls/{n}/files` lists it. */
export type PullFile = {
  filename: string;
  status?: "added" | "removed" | "modified" | "renamed" | "copied" | "changed" | "unchanged";
  previous_filename?: string;
  additions?: number;
  deletions?: number;
  changes?: number;
  sha?: string;
  patch?: string;
};

/** The pull request side of an issue. */
export type Pull = {
  head: { ref: string; sha: string; /** `owner/name`; null: the fork was deleted. */ repo: string | null };
  base: { ref: string; sha: string };
  /** True when it was opened through the API: its SHAs follow the branches. */
  isTracked: boolean;
  isDraft: boolean;
  mergedAt: string | null;
  mergedBy: Identity | null;
  mergeCommitSha: string | null;
  /** The commits it became on the base branch, oldest first; several after a rebase. */
  mergedAs: string[];
  /** null: GitHub has not worked it out yet. */
  isMergeable: boolean | null;
  files: PullFile[];
  commits: string[];
  reviewers: string[];
  teamReviewers: string[];
};

/** A label of the repository. */
export type Label = { id: number; name: string; color: string; description: string | null };

/** A status of a deployment. */
export type DeploymentStatus = {
  id: number;
  state: string;
  description: string;
  environment: string;
  environment_url: string;
  log_url: string;
  creator: Identity;
  createdAt: string;
};

/** A deployment. */
export type Deployment = {
  id: number;
  ref: string;
  sha: string;
  task: string;
  environment: string;
  originalEnvironment: string;
  description: string | null;
  payload: unknown;
  creator: Identity;
  createdAt: string;
  updatedAt: string;
  isTransient: boolean;
  isProduction: boolean;
  statuses: DeploymentStatus[];
};

/** What an administrator set. */
export type Settings = {
  /** Settings > Actions > General > Allow GitHub Actions to create and approve pull requests. */
  mayActionsOpenPulls: boolean;
  /** Nobody may write. */
  isArchived: boolean;
  /** A ruleset restricts the creation of branches that begin so. */
  restrictedPrefix: string | undefined;
};

/** Everything of one repository. */
export type Repository = {
  owner: string;
  repo: string;
  defaultBranch: string;
  settings: Settings;
  issues: Map<number, Issue>;
  comments: Map<number, Comment>;
  labels: Map<string, Label>;
  deployments: Map<number, Deployment>;
  runs: Map<number, Run>;
  /** Access of collaborators by lower-case login: `admin`, `maintain`, `write`, `triage`, `read`, `none`. */
  permissions: Map<string, string>;
  /** Statuses of commits, newest last. */
  statuses: {
    id: number;
    sha: string;
    state: string;
    context: string;
    description: string | null;
    target_url: string | null;
    creator: Identity;
    createdAt: string;
  }[];
};

/** The store: repositories, and the counters ids come from. */
export type Store = {
  repositories: Map<string, Repository>;
  /** An id that was never used before, rising. */
  nextId(): number;
  /** The time as GitHub writes it: RFC 3339, whole seconds. */
  timestamp(): string;
};

/** Creates an empty store. `now` is the server's clock in ms. */
export function createStore(now: () => number): Store {
  let id = 2_000_000_000;
  return {
    repositories: new Map(),
    nextId: () => (id += 7),
    timestamp: () => new Date(now()).toISOString().replace(/\.\d{3}Z$/u, "Z"),
  };
}

/** Adds an empty repository. */
export function addRepository(store: Store, owner: string, repo: string, defaultBranch: string): Repository {
  const made: Repository = {
    owner,
    repo,
    defaultBranch,
    settings: { mayActionsOpenPulls: true, isArchived: false, restrictedPrefix: undefined },
    issues: new Map(),
    comments: new Map(),
    labels: new Map(),
    deployments: new Map(),
    runs: new Map(),
    permissions: new Map(),
    statuses: [],
  };
  store.repositories.set(`${owner}/${repo}`.toLowerCase(), made);
  return made;
}

/** The next issue or pull request number. */
export function nextNumber(repository: Repository): number {
  return Math.max(0, ...repository.issues.keys()) + 1;
}

/** Names a label; GitHub makes the ones it does not know when an issue gets them. */
export function ensureLabel(store: Store, repository: Repository, name: string): Label {
  const key = name.toLowerCase();
  const known = repository.labels.get(key);
  if (known !== undefined) return known;
  const label: Label = { id: store.nextId(), name, color: "ededed", description: null };
  repository.labels.set(key, label);
  return label;
}

/** The GraphQL id of a record: `IC_` comment, `I_` issue, `PR_` pull request. */
export function nodeId(kind: "IC" | "I" | "PR" | "R" | "DE" | "LA", id: number | string): string {
  return `${kind}_${Buffer.from(String(id)).toString("base64url")}`;
}

/** The record behind a GraphQL id. */
export function parseNodeId(id: string): { kind: string; key: string } | undefined {
  const found = /^([A-Z]+)_([\w-]+)$/u.exec(id);
  return found?.[1] === undefined || found[2] === undefined
    ? undefined
    : { kind: found[1], key: Buffer.from(found[2], "base64url").toString() };
}
