/** How the embedded GitHub answers a request. It changes the world through its routes only. */
import type { Answer, LoggedRequest } from "../loopback.ts";
import type { Faults } from "../schedule.ts";
import { ARCHIVED, GitHubError, renderError } from "./answers.ts";
import type { Context, Route } from "./answers.ts";
import { commentRoutes } from "./comments.ts";
import { refuseWorkflows, withAccounts, withAuthor } from "./commits.ts";
import { deploymentRoutes } from "./deployments.ts";
import { answerFault, spoilAnswer } from "./faults.ts";
import type { GitHubFault } from "./faults.ts";
import { executeGraphql } from "./graphql-executor.ts";
import { mutationRoot, queryRoot } from "./graphql-schema.ts";
import type { Identities } from "./identities.ts";
import { issueRoutes } from "./issues.ts";
import { labelRoutes } from "./labels.ts";
import { acceptedHeader, isAllowed, scopesFor } from "./permissions.ts";
import type { Permissions } from "./permissions.ts";
import { pullRoutes } from "./pulls.ts";
import { refRoutes } from "./refs.ts";
import type { Repository, Store } from "./store.ts";
import type { Upstream } from "./upstream.ts";
import { userRoutes } from "./users.ts";
import { workflowRunRoutes } from "./workflow-runs.ts";

const ROUTES: readonly Route[] = [
  ...commentRoutes,
  ...issueRoutes,
  ...labelRoutes,
  ...pullRoutes,
  ...refRoutes,
  ...deploymentRoutes,
  ...workflowRunRoutes,
  ...userRoutes,
];

/** Everything behind one embedded GitHub. */
export type World = {
  store: Store;
  repository: Repository;
  identities: Identities;
  upstream: Upstream;
  schedule: Faults<GitHubFault>;
  permissions: Permissions | undefined;
  now: () => number;
  url: string;
};

/** Answers one request: faults, then permissions, then our routes, GraphQL or emulate. */
export async function serve(world: World, request: LoggedRequest): Promise<Answer> {
  const prefix = /^\/api(?:\/v3(?=\/|$)|(?=\/graphql$))/u.exec(request.path)?.[0] ?? "";
  request.path = request.path.slice(prefix.length) || "/";
  const { rules, wait } = world.schedule.match(request);
  await wait("before");
  request.fault = rules[0]?.fault;
  for (const rule of rules) {
    const early = answerFault(rule);
    if (early !== undefined) return withHeaders(world, request, early);
  }
  let result = await answer(world, request, `${world.url}${prefix === "/api" ? "/api/v3" : prefix}`);
  await wait("after");
  for (const rule of rules) result = spoilAnswer(rule, result);
  return withHeaders(world, request, result);
}

async function answer(world: World, request: LoggedRequest, api: string): Promise<Answer> {
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
  if (!isRead && request.path !== "/graphql" && world.repository.settings.isArchived) return renderError(403, ARCHIVED);
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
  return (await routed(world, context)) ?? refuseWorkflows(context) ?? forward(context);
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

async function forward(context: Context): Promise<Answer> {
  const { request, upstream, api, identities, html } = context;
  const search = request.query.size > 0 ? `?${request.query.toString()}` : "";
  const result = await upstream.forward(
    request.method,
    `${request.path}${search}`,
    withAuthor(context),
    request.headers,
    api,
  );
  return withAccounts(result, identities, api, html);
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
