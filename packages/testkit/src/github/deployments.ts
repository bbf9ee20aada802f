/** Deployments, their statuses, and statuses of commits. */
import { GitHubError, invalid, json, notFound, paged, route, text, user } from "./answers.ts";
import type { Context, Route } from "./answers.ts";
import { nodeId } from "./store.ts";
import type { Deployment, DeploymentStatus } from "./store.ts";

const STATES = new Set(["error", "failure", "inactive", "in_progress", "queued", "pending", "success"]);

/** Routes of deployments and commit statuses. */
export const deploymentRoutes: readonly Route[] = [
  route("GET /repos/:owner/:repo/deployments", (context) => {
    const { query } = context.request;
    const found = [...context.repository.deployments.values()]
      .filter((each) =>
        (["sha", "ref", "task", "environment"] as const).every((field) => {
          const wanted = query.get(field);
          return wanted === null || wanted === "none" || wanted === each[field];
        }),
      )
      .sort((a, b) => b.id - a.id);
    return paged(context, found, (each) => render(context, each));
  }),
  route("POST /repos/:owner/:repo/deployments", async (context) => json(render(context, await create(context)), 201)),
  route("GET /repos/:owner/:repo/deployments/:id", (context) => json(render(context, find(context)))),
  route("DELETE /repos/:owner/:repo/deployments/:id", (context) => {
    const deployment = find(context);
    if (deployment.statuses.at(-1)?.state !== "inactive" && context.repository.deployments.size > 1) {
      throw invalid(
        "Deployment",
        "state",
        "custom",
        "We cannot delete an active deployment unless it is the only deployment in a given environment.",
      );
    }
    context.repository.deployments.delete(deployment.id);
    return { status: 204 };
  }),
  route("GET /repos/:owner/:repo/deployments/:id/statuses", (context) => {
    const deployment = find(context);
    return paged(context, deployment.statuses.toReversed(), (each) => renderStatus(context, deployment, each));
  }),
  route("POST /repos/:owner/:repo/deployments/:id/statuses", (context) => {
    const deployment = find(context);
    return json(renderStatus(context, deployment, addStatus(context, deployment)), 201);
  }),
  route("GET /repos/:owner/:repo/deployments/:id/statuses/:status", (context) => {
    const deployment = find(context);
    const status = deployment.statuses.find((each) => each.id === Number(context.params["status"]));
    if (status === undefined) throw notFound();
    return json(renderStatus(context, deployment, status));
  }),
  route("POST /repos/:owner/:repo/statuses/:sha", (context) => {
    const state = text(context, "state") ?? "";
    if (!["error", "failure", "pending", "success"].includes(state)) throw invalid("Status", "state", "invalid");
    const status = {
      id: context.store.nextId(),
      sha: context.params["sha"] ?? "",
      state,
      context: text(context, "context") ?? "default",
      description: text(context, "description") ?? null,
      target_url: text(context, "target_url") ?? null,
      creator: context.identity,
      createdAt: context.store.timestamp(),
    };
    context.repository.statuses.push(status);
    return json({ ...status, creator: user(context, status.creator), created_at: status.createdAt }, 201);
  }),
  route("GET /repos/:owner/:repo/commits/:sha/status", (context) => {
    const { sha } = context.params;
    const latest = new Map(
      context.repository.statuses.filter((each) => each.sha === sha).map((each) => [each.context, each]),
    );
    const states = [...latest.values()].map((each) => each.state);
    const state = states.some((each) => each === "failure" || each === "error")
      ? "failure"
      : states.length > 0 && states.every((each) => each === "success")
        ? "success"
        : "pending";
    return json({
      state,
      sha,
      total_count: latest.size,
      statuses: [...latest.values()].map(({ state, context: name }) => ({ state, context: name })),
    });
  }),
];

/** GitHub resolves the ref; an unknown one is a 422. SHAs that tests made up are taken as they are. */
async function create(context: Context): Promise<Deployment> {
  const ref = text(context, "ref");
  if (ref === undefined) throw invalid("Deployment", "ref", "missing_field");
  const { owner, repo } = context.repository;
  const found = /^[0-9a-f]{40}$/u.test(ref)
    ? undefined
    : await context.upstream.request("GET", `/repos/${owner}/${repo}/commits/${encodeURIComponent(ref)}`);
  const sha = found === undefined ? ref : (found.body as { sha?: string }).sha;
  if (sha === undefined) throw new GitHubError(422, `No ref found for: ${ref}`);
  refuseUnready(context, sha);
  const environment = text(context, "environment") ?? "production";
  const createdAt = context.store.timestamp();
  const deployment: Deployment = {
    id: context.store.nextId(),
    ref,
    sha,
    task: text(context, "task") ?? "deploy",
    environment,
    originalEnvironment: environment,
    description: text(context, "description") ?? null,
    payload: context.body["payload"] ?? {},
    creator: context.identity,
    createdAt,
    updatedAt: createdAt,
    isTransient: context.body["transient_environment"] === true,
    isProduction:
      typeof context.body["production_environment"] === "boolean"
        ? context.body["production_environment"]
        : environment === "production",
    statuses: [],
  };
  context.repository.deployments.set(deployment.id, deployment);
  return deployment;
}

/** Left to itself GitHub waits for every status of the commit; an empty list of contexts says not to. */
function refuseUnready({ body, repository }: Context, sha: string): void {
  const wanted = body["required_contexts"];
  const latest = new Map(
    repository.statuses.filter((each) => each.sha === sha).map((each) => [each.context, each.state]),
  );
  const contexts = Array.isArray(wanted) ? (wanted as unknown[]).map(String) : [...latest.keys()];
  if (contexts.some((each) => latest.get(each) !== "success"))
    throw new GitHubError(409, `Conflict: Commit status checks failed for ${sha.slice(0, 7)}.`);
}

/** A success makes earlier deployments of the environment inactive, unless `auto_inactive` is false. */
function addStatus(context: Context, deployment: Deployment): DeploymentStatus {
  const state = text(context, "state") ?? "";
  if (!STATES.has(state))
    throw invalid("DeploymentStatus", "state", "custom", `state must be one of ${[...STATES].join(", ")}`);
  const description = text(context, "description") ?? "";
  if (description.length > 140)
    throw invalid("DeploymentStatus", "description", "custom", "description is too long (maximum is 140 characters)");
  const status: DeploymentStatus = {
    id: context.store.nextId(),
    state,
    description,
    environment: text(context, "environment") ?? deployment.environment,
    environment_url: text(context, "environment_url") ?? "",
    log_url: text(context, "log_url") ?? text(context, "target_url") ?? "",
    creator: context.identity,
    createdAt: context.store.timestamp(),
  };
  deployment.statuses.push(status);
  deployment.environment = status.environment;
  deployment.updatedAt = status.createdAt;
  if (state === "success" && context.body["auto_inactive"] !== false) {
    for (const other of context.repository.deployments.values()) {
      const isOlder =
        other.id !== deployment.id &&
        other.environment === deployment.environment &&
        !other.isTransient &&
        !other.isProduction;
      if (isOlder && other.statuses.at(-1)?.state === "success") {
        other.statuses.push({ ...status, id: context.store.nextId(), state: "inactive", description: "" });
      }
    }
  }
  return status;
}

function find(context: Context): Deployment {
  const deployment = context.repository.deployments.get(Number(context.params["id"]));
  if (deployment === undefined) throw notFound();
  return deployment;
}

function render(context: Context, deployment: Deployment): Record<string, unknown> {
  const root = `${context.api}/repos/${context.repository.owner}/${context.repository.repo}`;
  return {
    url: `${root}/deployments/${deployment.id}`,
    id: deployment.id,
    node_id: nodeId("DE", deployment.id),
    task: deployment.task,
    original_environment: deployment.originalEnvironment,
    environment: deployment.environment,
    description: deployment.description,
    created_at: deployment.createdAt,
    updated_at: deployment.updatedAt,
    statuses_url: `${root}/deployments/${deployment.id}/statuses`,
    repository_url: root,
    creator: user(context, deployment.creator),
    sha: deployment.sha,
    ref: deployment.ref,
    payload: deployment.payload,
    transient_environment: deployment.isTransient,
    production_environment: deployment.isProduction,
    performed_via_github_app: null,
  };
}

function renderStatus(context: Context, deployment: Deployment, status: DeploymentStatus): Record<string, unknown> {
  const url = `${context.api}/repos/${context.repository.owner}/${context.repository.repo}/deployments/${deployment.id}`;
  const { createdAt, creator, ...rest } = status;
  return {
    url: `${url}/statuses/${status.id}`,
    ...rest,
    target_url: status.log_url,
    deployment_url: url,
    creator: user(context, creator),
    created_at: createdAt,
    updated_at: createdAt,
  };
}
