/** Issues and their assignees. Pull requests are issues too, here as at GitHub. */
import { BODY_LIMIT, findIssue } from "./comments.ts";
import { invalid, json, paged, route, sorted, text, texts, user } from "./answers.ts";
import type { Context, Place, Route } from "./answers.ts";
import type { Identity } from "./identities.ts";
import { isSame, labelsOf, renderLabel, setLabels } from "./labels.ts";
import { ensureLabel, nextNumber, nodeId } from "./store.ts";
import type { Issue, Repository, Store } from "./store.ts";

/** Routes of issues. */
export const issueRoutes: readonly Route[] = [
  route("GET /repos/:owner/:repo/issues", (context) =>
    paged(context, filter(context, sorted(context, context.repository.issues.values(), "desc")), (each) =>
      renderIssue(context, each),
    ),
  ),
  route("POST /repos/:owner/:repo/issues", (context) => {
    const title = text(context, "title");
    if (title === undefined || title === "") throw invalid("Issue", "title", "missing_field");
    const issue = addIssue(context.store, context.repository, {
      title,
      body: checkIssueBody(text(context, "body")) ?? null,
      labels: texts(context.body["labels"]),
      author: context.identity,
      assignees: texts(context.body["assignees"]).map((login) => context.identities.account(login)),
    });
    return json(renderIssue(context, issue), 201);
  }),
  route("GET /repos/:owner/:repo/issues/:number", (context) => json(renderIssue(context, findIssue(context)))),
  route("PATCH /repos/:owner/:repo/issues/:number", (context) => {
    const issue = findIssue(context);
    patchIssue(context, issue);
    return json(renderIssue(context, issue));
  }),
  route("GET /repos/:owner/:repo/issues/:number/events", (context) =>
    paged(context, findIssue(context).labelled, ({ label, by, at }) => ({
      event: "labeled",
      label: { name: label },
      actor: user(context, by),
      created_at: at,
    })),
  ),
  route("POST /repos/:owner/:repo/issues/:number/assignees", (context) => {
    const issue = findIssue(context);
    for (const login of texts(context.body["assignees"])) {
      // GitHub leaves out whoever cannot be assigned, without a word.
      if (context.repository.permissions.get(login.toLowerCase()) === "none") continue;
      if (!issue.assignees.some((each) => isSame(each.login, login)))
        issue.assignees.push(context.identities.account(login));
    }
    return json(renderIssue(context, issue), 201);
  }),
  route("PUT /repos/:owner/:repo/issues/:number/lock", (context) => {
    findIssue(context).isLocked = true;
    return { status: 204 };
  }),
  route("DELETE /repos/:owner/:repo/issues/:number/lock", (context) => {
    findIssue(context).isLocked = false;
    return { status: 204 };
  }),
];

/** What a new issue is made of. */
export type NewIssue = {
  title: string;
  body: string | null;
  labels: string[];
  author: Identity;
  assignees?: Identity[];
  number?: number;
};

/** Stores a new issue. */
export function addIssue(store: Store, repository: Repository, given: NewIssue): Issue {
  const createdAt = store.timestamp();
  const issue: Issue = {
    id: store.nextId(),
    number: given.number ?? nextNumber(repository),
    title: given.title,
    body: given.body,
    state: "open",
    stateReason: null,
    labels: [...new Set(given.labels)],
    labelled: [],
    assignees: given.assignees ?? [],
    author: given.author,
    isLocked: false,
    createdAt,
    updatedAt: createdAt,
    closedAt: null,
    closedBy: null,
  };
  for (const name of issue.labels) ensureLabel(store, repository, name);
  issue.labelled = issue.labels.map((label) => ({ label, by: given.author, at: createdAt }));
  repository.issues.set(issue.number, issue);
  return issue;
}

/** Changes title, body, state, labels and assignees as the body of the request says. */
export function patchIssue(context: Context, issue: Issue): void {
  const { body, identity, store } = context;
  const now = store.timestamp();
  const title = text(context, "title");
  if (title !== undefined) issue.title = title;
  if ("body" in body) {
    issue.body = checkIssueBody(text(context, "body")) ?? null;
    issue.editor = identity;
    issue.lastEditedAt = now;
  }
  const state = text(context, "state");
  if (state !== undefined && state !== issue.state) {
    if (state !== "open" && state !== "closed") throw invalid("Issue", "state", "invalid");
    issue.state = state;
    issue.closedAt = state === "closed" ? now : null;
    issue.closedBy = state === "closed" ? identity : null;
    issue.stateReason = state === "closed" ? (text(context, "state_reason") ?? "completed") : "reopened";
  }
  if ("labels" in body) setLabels(context, issue, labelsOf(context));
  if ("assignees" in body) issue.assignees = texts(body["assignees"]).map((login) => context.identities.account(login));
  issue.updatedAt = now;
}

/** The issue as REST shows it; pull requests carry a `pull_request` object. */
export function renderIssue(context: Place, issue: Issue): Record<string, unknown> {
  const { owner, repo, comments } = context.repository;
  const root = `${context.api}/repos/${owner}/${repo}`;
  const kind = issue.pull === undefined ? "issues" : "pull";
  const pull =
    issue.pull === undefined
      ? {}
      : { pull_request: { url: `${root}/pulls/${issue.number}`, merged_at: issue.pull.mergedAt } };
  return {
    url: `${root}/issues/${issue.number}`,
    repository_url: root,
    labels_url: `${root}/issues/${issue.number}/labels{/name}`,
    comments_url: `${root}/issues/${issue.number}/comments`,
    html_url: `${context.html}/${owner}/${repo}/${kind}/${issue.number}`,
    id: issue.id,
    node_id: nodeId(issue.pull === undefined ? "I" : "PR", issue.number),
    number: issue.number,
    title: issue.title,
    user: user(context, issue.author),
    labels: issue.labels.map((name) => renderLabel(context, name)),
    state: issue.state,
    state_reason: issue.stateReason,
    locked: issue.isLocked,
    active_lock_reason: null,
    assignee: user(context, issue.assignees[0] ?? null),
    assignees: issue.assignees.map((each) => user(context, each)),
    milestone: null,
    comments: [...comments.values()].filter((each) => each.issue === issue.number).length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    closed_by: user(context, issue.closedBy),
    author_association: issue.author.login === owner ? "OWNER" : "CONTRIBUTOR",
    body: issue.body,
    ...pull,
  };
}

function checkIssueBody(body: string | undefined): string | undefined {
  if (body !== undefined && body.length > BODY_LIMIT) {
    throw invalid("Issue", "body", "custom", `body is too long (maximum is ${BODY_LIMIT} characters)`);
  }
  return body;
}

function filter(context: Context, issues: Issue[]): Issue[] {
  const { query } = context.request;
  const state = query.get("state") ?? "open";
  const labels = (query.get("labels") ?? "").split(",").filter(Boolean);
  const creator = query.get("creator");
  const assignee = query.get("assignee");
  const since = query.get("since");
  return issues.filter(
    (each) =>
      (state === "all" || each.state === state) &&
      labels.every((name) => each.labels.some((own) => isSame(own, name))) &&
      (creator === null ||
        isSame(each.author.login, creator) ||
        each.author.app?.slug === creator.replace(/^app\//u, "")) &&
      (assignee === null || each.assignees.some((one) => isSame(one.login, assignee))) &&
      (since === null || each.updatedAt >= since),
  );
}
