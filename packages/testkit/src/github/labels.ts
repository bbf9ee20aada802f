/** Labels: those of the repository, and those of its issues and pull requests. */
import { GitHubError, invalid, json, notFound, paged, route, text, texts } from "./answers.ts";
import type { Context, Place, Route } from "./answers.ts";
import { findIssue } from "./comments.ts";
import { ensureLabel, nodeId } from "./store.ts";
import type { Issue, Label } from "./store.ts";

/** Routes of labels. */
export const labelRoutes: readonly Route[] = [
  route("GET /repos/:owner/:repo/issues/:number/labels", (context) =>
    paged(context, findIssue(context).labels, (name) => renderLabel(context, name)),
  ),
  route("POST /repos/:owner/:repo/issues/:number/labels", (context) => {
    const issue = findIssue(context);
    return setLabels(context, issue, [...issue.labels, ...labelsOf(context)]);
  }),
  route("PUT /repos/:owner/:repo/issues/:number/labels", (context) =>
    setLabels(context, findIssue(context), labelsOf(context)),
  ),
  route("DELETE /repos/:owner/:repo/issues/:number/labels", (context) => {
    setLabels(context, findIssue(context), []);
    return { status: 204 };
  }),
  route("DELETE /repos/:owner/:repo/issues/:number/labels/:name", (context) => {
    const issue = findIssue(context);
    const name = context.params["name"] ?? "";
    if (!issue.labels.some((each) => isSame(each, name))) throw new GitHubError(404, "Label does not exist");
    return setLabels(
      context,
      issue,
      issue.labels.filter((each) => !isSame(each, name)),
    );
  }),
  route("GET /repos/:owner/:repo/labels", (context) =>
    paged(context, [...context.repository.labels.values()], (each) => renderLabel(context, each.name)),
  ),
  route("POST /repos/:owner/:repo/labels", (context) => {
    const name = text(context, "name") ?? "";
    if (context.repository.labels.has(name.toLowerCase())) throw invalid("Label", "name", "already_exists");
    const label = ensureLabel(context.store, context.repository, name);
    label.color = text(context, "color") ?? label.color;
    label.description = text(context, "description") ?? null;
    return json(renderLabel(context, name), 201);
  }),
  route("GET /repos/:owner/:repo/labels/:name", (context) => {
    const label = context.repository.labels.get((context.params["name"] ?? "").toLowerCase());
    if (label === undefined) throw notFound();
    return json(renderLabel(context, label.name));
  }),
];

/** A label as REST shows it. */
export function renderLabel(context: Place, name: string): Record<string, unknown> {
  const { owner, repo } = context.repository;
  const label: Label = ensureLabel(context.store, context.repository, name);
  return {
    id: label.id,
    node_id: nodeId("LA", label.id),
    url: `${context.api}/repos/${owner}/${repo}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  };
}

/** Sets the labels of an issue; whoever adds one is remembered. */
export function setLabels(context: Context, issue: Issue, names: readonly string[]): ReturnType<typeof json> {
  const unique = new Map(names.map((name) => [name.toLowerCase(), name]));
  const before = issue.labels;
  issue.labels = [...unique.values()].map((name) => ensureLabel(context.store, context.repository, name).name);
  issue.updatedAt = context.store.timestamp();
  for (const label of issue.labels) {
    if (!before.includes(label)) issue.labelled.push({ label, by: context.identity, at: issue.updatedAt });
  }
  return json(issue.labels.map((name) => renderLabel(context, name)));
}

/** Labels of the body: `{labels: […]}` or the list itself. */
export function labelsOf(context: Context): string[] {
  const body = context.request.body;
  return texts(Array.isArray(body) ? body : context.body["labels"]);
}

/** Whether two names are one to GitHub, which does not look at their case. */
export function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
