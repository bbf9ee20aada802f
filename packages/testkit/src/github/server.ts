/**
 * The embedded GitHub: REST and GraphQL on loopback over one store, `emulate` below for what the store does not hold,
 * faults and barriers inside. It judges nothing; tests read its store and its log.
 */
import { startLoopback } from "../loopback.ts";
import type { Answer, LoggedRequest, Loopback } from "../loopback.ts";
import { createSchedule } from "../schedule.ts";
import type { Faults, Rule, RuleHandle, Schedule } from "../schedule.ts";
import { GitHubError, renderError } from "./answers.ts";
import type { Context, Route } from "./answers.ts";
import { addComment, commentRoutes, editComment } from "./comments.ts";
import { deploymentRoutes } from "./deployments.ts";
import { answerFault, spoilAnswer } from "./faults.ts";
import type { GitHubFault } from "./faults.ts";
import { executeGraphql } from "./graphql-executor.ts";
import { mutationRoot, queryRoot } from "./graphql-schema.ts";
import { createIdentities } from "./identities.ts";
import type { Identities } from "./identities.ts";
import { addIssue, issueRoutes } from "./issues.ts";
import { acceptedHeader, isAllowed, scopesFor } from "./permissions.ts";
import type { Permissions } from "./permissions.ts";
import { addPull, pullRoutes } from "./pulls.ts";
import type { NewPullRequest } from "./pulls.ts";
import { addRepository, createStore } from "./store.ts";
import type { Comment, Deployment, Issue, Repository, Store } from "./store.ts";
import { startUpstream } from "./upstream.ts";
import type { Upstream } from "./upstream.ts";
import { userRoutes } from "./users.ts";

const ROUTES: readonly Route[] = [...commentRoutes, ...issueRoutes, ...pullRoutes, ...deploymentRoutes, ...userRoutes];

/** Options of {@link startGitHub}. */
export type GitHubOptions = {
  owner?: string;
  repo?: string;
  defaultBranch?: string;
  /** Files of the default branch, committed at the start. */
  files?: Readonly<Record<string, string>>;
  /** Faults from the start. */
  faults?: readonly Rule<GitHubFault>[];
  /** What installation tokens may do; left out: everything. */
  permissions?: Permissions;
  /** As GitHub Enterprise Server: REST under `/api/v3`, GraphQL at `/api/graphql`. */
  enterprise?: boolean;
  /** The server's clock, ms since epoch. Default: the real one. */
  now?: () => number;
};

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

/** A running GitHub. */
export interface GitHub {
  /** For GITHUB_SERVER_URL. */
  readonly url: string;
  /** For GITHUB_API_URL. */
  readonly apiUrl: string;
  /** For GITHUB_GRAPHQL_URL. */
  readonly graphqlUrl: string;
  readonly repository: { owner: string; repo: string };
  /** The token of `github-actions` (the job), `app` or `app:<slug>` (an App's installation) or a person's login. */
  token(who: string): string;
  /** From now on this token gets 401. */
  revoke(token: string): void;
  /** Changes what installation tokens may do. */
  permit(permissions: Permissions | undefined): void;
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
  /** Gives a person access: `admin`, `maintain`, `write`, `triage`, `read`, `none`. */
  collaborator(login: string, level: string): void;
  /** Everything that was asked, in order of arrival. */
  readonly requests: readonly LoggedRequest[];
  readonly faults: Schedule<GitHubFault>;
  /** Shorthands of `faults`. */
  barrier(on: string, count: number, stage?: "before" | "after"): RuleHandle;
  hold(on: string, stage?: "before" | "after"): RuleHandle;
  /** The store and emulate, for what has no verb here. */
  readonly store: Repository;
  readonly upstream: Upstream;
  close(): Promise<void>;
}

type World = {
  store: Store;
  repository: Repository;
  identities: Identities;
  upstream: Upstream;
  schedule: Faults<GitHubFault>;
  permissions: Permissions | undefined;
  now: () => number;
  url: string;
};

/** Starts the embedded GitHub with one repository (`octo-org/infrastructure`). Stop it with `close()`. */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHub> {
  const { owner = "octo-org", repo = "infrastructure", defaultBranch = "main", now = Date.now } = options;
  const upstream = await startUpstream([{ owner, repo, defaultBranch }]);
  const store = createStore(now);
  const world: World = {
    store,
    repository: addRepository(store, owner, repo, defaultBranch),
    identities: createIdentities(owner),
    upstream,
    schedule: createSchedule(options.faults),
    permissions: options.permissions,
    now,
    url: "",
  };
  await commitFiles(upstream, `/repos/${owner}/${repo}`, options.files ?? {});
  const server: Loopback = await startLoopback((request) => serve(world, request));
  world.url = server.url;
  const prefix = options.enterprise === true ? "/api" : "";
  return {
    url: server.url,
    apiUrl: options.enterprise === true ? `${server.url}/api/v3` : server.url,
    graphqlUrl: `${server.url}${prefix}/graphql`,
    repository: { owner, repo },
    token: (who) => world.identities.token(who),
    revoke: (token) => world.identities.revoke(token),
    permit: (permissions) => {
      world.permissions = permissions;
    },
    ...verbs(world),
    requests: server.requests,
    faults: world.schedule,
    barrier: (...given) => world.schedule.barrier(...given),
    hold: (...given) => world.schedule.hold(...given),
    store: world.repository,
    upstream,
    close: async () => {
      world.schedule.clear();
      await server.close();
      await upstream.close();
    },
  };
}

/** What a test does to the repository, behind the API's back. */
function verbs(
  world: World,
): Pick<
  GitHub,
  | "addPullRequest"
  | "addIssue"
  | "addComment"
  | "comments"
  | "editComment"
  | "deleteComment"
  | "issue"
  | "issues"
  | "deployments"
  | "labels"
  | "collaborator"
> {
  const { store, repository, identities } = world;
  const account = (who: string) => {
    identities.token(who);
    return identities.account(
      who === "github-actions" ? "github-actions[bot]" : who === "app" ? "handrail-app[bot]" : who,
    );
  };
  const issue = (number: number): Issue => {
    const found = repository.issues.get(number);
    if (found === undefined) throw new Error(`There is no issue or pull request #${number}`);
    return found;
  };
  const comment = (id: number): Comment => {
    const found = repository.comments.get(id);
    if (found === undefined) throw new Error(`There is no comment ${id}`);
    return found;
  };
  return {
    addPullRequest: (given = {}) => addPull(world, given),
    addIssue: ({ title, body, author, labels }) =>
      addIssue(store, repository, {
        title,
        body: body ?? null,
        labels: labels ?? [],
        author: account(author ?? "octocat"),
      }),
    addComment: ({ author, body, issue: number }) => {
      const target = number ?? Math.max(...repository.issues.keys());
      issue(target);
      return view(addComment(store, repository, target, author === null ? null : account(author), body));
    },
    comments: (number) =>
      [...repository.comments.values()]
        .filter((each) => number === undefined || each.issue === number)
        .sort((a, b) => a.id - b.id)
        .map(view),
    editComment: (id, body, editor = "maintainer") => editComment(store, comment(id), account(editor), body),
    deleteComment: (id) => {
      repository.comments.delete(comment(id).id);
    },
    issue,
    issues: () => [...repository.issues.values()],
    deployments: () => [...repository.deployments.values()],
    labels: (number, names) => {
      const found = issue(number);
      if (names !== undefined) found.labels = [...names];
      return [...found.labels];
    },
    collaborator: (login, level) => {
      repository.permissions.set(login.toLowerCase(), level);
    },
  };
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

async function serve(world: World, request: LoggedRequest): Promise<Answer> {
  const prefix = /^\/api(?:\/v3(?=\/|$)|(?=\/graphql$))/u.exec(request.path)?.[0] ?? "";
  request.path = request.path.slice(prefix.length) || "/";
  const { rules, wait } = world.schedule.match(request);
  await wait("before");
  request.fault = rules[0]?.fault;
  for (const rule of rules) {
    const early = answerFault(rule);
    if (early !== undefined) return withHeaders(world, request, early);
  }
  let answer = await process(world, request, `${world.url}${prefix === "/api" ? "/api/v3" : prefix}`);
  await wait("after");
  for (const rule of rules) answer = spoilAnswer(rule, answer);
  return withHeaders(world, request, answer);
}

async function process(world: World, request: LoggedRequest, api: string): Promise<Answer> {
  try {
    return await dispatch(world, request, api);
  } catch (error) {
    if (error instanceof GitHubError) return error.answer;
    throw error;
  }
}

async function dispatch(world: World, request: LoggedRequest, api: string): Promise<Answer> {
  const isRead = request.method === "GET" || request.method === "HEAD";
  const token = /^(?:bearer|token)\s+(.+)$/iu.exec(request.headers["authorization"] ?? "")?.[1];
  const identity = token === undefined ? undefined : world.identities.byToken(token);
  if (token !== undefined && identity === undefined) return renderError(401, "Bad credentials");
  if (identity === undefined && (!isRead || request.path === "/user"))
    return renderError(401, "Requires authentication");
  const permissions = identity?.app === undefined ? undefined : world.permissions;
  const may: Context["may"] = (scopes, level) => isAllowed(permissions, scopes, level);
  const scopes = scopesFor(request.path);
  if (!may(scopes, isRead ? "read" : "write")) {
    const headers = { "x-accepted-github-permissions": acceptedHeader(scopes, isRead ? "read" : "write") };
    return { ...renderError(403, "Resource not accessible by integration"), headers };
  }
  const context: Context = {
    request,
    params: {},
    body: isRecord(request.body) ? request.body : {},
    identity: identity ?? { login: "anonymous", id: 0, type: "User" },
    may,
    store: world.store,
    identities: world.identities,
    repository: world.repository,
    upstream: world.upstream,
    api,
    html: world.url,
  };
  if (request.method === "POST" && request.path === "/graphql") return graphql(context);
  return (await routed(world, context)) ?? forward(context);
}

/** One of our own routes, when it is one of our repositories. */
async function routed(world: World, context: Context): Promise<Answer | undefined> {
  const { request } = context;
  for (const each of ROUTES) {
    if (each.method !== (request.method === "HEAD" ? "GET" : request.method)) continue;
    const params = each.pattern(request.path);
    if (params === undefined) continue;
    const repository =
      params["owner"] === undefined
        ? world.repository
        : world.store.repositories.get(`${params["owner"]}/${params["repo"]}`.toLowerCase());
    if (repository === undefined) return renderError(404, "Not Found");
    return each.handler({ ...context, params, repository });
  }
  return undefined;
}

async function graphql(context: Context): Promise<Answer> {
  const { query, variables } = context.body;
  if (typeof query !== "string")
    return {
      status: 200,
      body: { errors: [{ message: "A query attribute must be specified and must be a string." }] },
    };
  const roots = { query: queryRoot(context), mutation: mutationRoot(context) };
  return { status: 200, body: await executeGraphql(query, isRecord(variables) ? variables : {}, roots) };
}

function forward(context: Context): Promise<Answer> {
  const { request, upstream, api } = context;
  const search = request.query.size > 0 ? `?${request.query.toString()}` : "";
  return upstream.forward(request.method, `${request.path}${search}`, request.text, request.headers, api);
}

function withHeaders(world: World, request: LoggedRequest, answer: Answer): Answer {
  return {
    ...answer,
    headers: {
      date: new Date(world.now()).toUTCString(),
      "x-github-request-id": `HR:${request.id}`,
      "x-ratelimit-limit": "1000",
      "x-ratelimit-remaining": String(Math.max(0, 1000 - request.id)),
      "x-ratelimit-used": String(request.id),
      "x-ratelimit-reset": String(Math.floor(world.now() / 1000) + 3600),
      "x-ratelimit-resource": "core",
      ...answer.headers,
    },
  };
}

async function commitFiles(upstream: Upstream, root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const answer = await upstream.request("PUT", `${root}/contents/${path}`, {
      message: `Add ${path}`,
      content: Buffer.from(content).toString("base64"),
    });
    if (answer.status >= 300) throw new Error(`emulate did not take ${path}: ${JSON.stringify(answer.body)}`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
