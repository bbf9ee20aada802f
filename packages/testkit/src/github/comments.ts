/** Issue comments: the part of GitHub that Handrail leans on most, so these endpoints are ours and strict. */
import { GitHubError, invalid, json, notFound, paged, route, sorted, text, user } from "./answers.ts";
import type { Context, Route } from "./answers.ts";
import type { Identity } from "./identities.ts";
import { nodeId } from "./store.ts";
import type { Comment, Issue, Repository, Store } from "./store.ts";

/** GitHub's limit of a body, in UTF-16 units (the stricter reading of "characters"). */
export const BODY_LIMIT: number = 65_536;

/** Routes of issue comments. */
export const commentRoutes: readonly Route[] = [
  route("GET /repos/:owner/:repo/issues/comments", (context) =>
    paged(context, since(context, sorted(context, context.repository.comments.values(), "asc")), (each) =>
      render(context, each),
    ),
  ),
  // GitHub ignores sort and direction here: comments of an issue are always in the order of their ids.
  route("GET /repos/:owner/:repo/issues/:number/comments", (context) => {
    const { number } = findIssue(context);
    const comments = [...context.repository.comments.values()].filter((each) => each.issue === number);
    return paged(
      context,
      since(
        context,
        comments.sort((a, b) => a.id - b.id),
      ),
      (each) => render(context, each),
    );
  }),
  route("POST /repos/:owner/:repo/issues/:number/comments", (context) => {
    const issue = findIssue(context);
    if (issue.isLocked && context.identity.login !== context.repository.owner) {
      throw new GitHubError(403, "Unable to create comment because issue is locked.");
    }
    const body = checkBody(text(context, "body"));
    return json(
      render(context, addComment(context.store, context.repository, issue.number, context.identity, body)),
      201,
    );
  }),
  route("GET /repos/:owner/:repo/issues/comments/:id", (context) => json(render(context, find(context)))),
  route("PATCH /repos/:owner/:repo/issues/comments/:id", (context) => {
    const comment = find(context);
    editComment(context.store, comment, context.identity, checkBody(text(context, "body")));
    return json(render(context, comment));
  }),
  route("DELETE /repos/:owner/:repo/issues/comments/:id", (context) => {
    context.repository.comments.delete(find(context).id);
    return { status: 204 };
  }),
];

/** Stores a new comment. */
export function addComment(
  store: Store,
  repository: Repository,
  issue: number,
  author: Identity | null,
  body: string,
): Comment {
  const createdAt = store.timestamp();
  const comment: Comment = { id: store.nextId(), issue, author, body, createdAt, updatedAt: createdAt, edits: [] };
  repository.comments.set(comment.id, comment);
  return comment;
}

/** Changes a comment as `editor`. */
export function editComment(store: Store, comment: Comment, editor: Identity, body: string): void {
  if (comment.body === body) return;
  comment.body = body;
  comment.updatedAt = store.timestamp();
  comment.lastEditedAt = comment.updatedAt;
  comment.editor = editor;
  comment.edits.push({ editor, editedAt: comment.updatedAt });
}

/** Throws GitHub's 422 for bodies it does not take. */
export function checkBody(body: string | undefined): string {
  if (body === undefined || body.trim() === "")
    throw invalid("IssueComment", "data", "unprocessable", "Body cannot be blank");
  if (body.length > BODY_LIMIT) throw tooLong();
  return body;
}

/** GitHub's answer to a body over the limit. */
export function tooLong(): GitHubError {
  return invalid("IssueComment", "data", "unprocessable", `Body is too long (maximum is ${BODY_LIMIT} characters)`);
}

/** The issue or pull request that the path names. */
export function findIssue(context: Context): Issue {
  const issue = context.repository.issues.get(Number(context.params["number"]));
  if (issue === undefined) throw notFound();
  return issue;
}

function find(context: Context): Comment {
  const comment = context.repository.comments.get(Number(context.params["id"]));
  if (comment === undefined) throw notFound();
  return comment;
}

function since(context: Context, comments: Comment[]): Comment[] {
  const from = context.request.query.get("since");
  return from === null ? comments : comments.filter((each) => each.updatedAt >= from);
}

function render(context: Context, comment: Comment): Record<string, unknown> {
  const { owner, repo, issues } = context.repository;
  const root = `${context.api}/repos/${owner}/${repo}`;
  const kind = issues.get(comment.issue)?.pull === undefined ? "issues" : "pull";
  return {
    url: `${root}/issues/comments/${comment.id}`,
    html_url: `${context.html}/${owner}/${repo}/${kind}/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${root}/issues/${comment.issue}`,
    id: comment.id,
    node_id: nodeId("IC", comment.id),
    user: user(context, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    body: comment.body,
    author_association:
      comment.author?.login === owner ? "OWNER" : comment.author?.type === "Bot" ? "NONE" : "CONTRIBUTOR",
    reactions: { url: `${root}/issues/comments/${comment.id}/reactions`, total_count: 0 },
    performed_via_github_app: renderApp(comment.author),
  };
}

/** For comments of an App's installation; the job's own token shows none here. */
function renderApp(author: Identity | null): Record<string, unknown> | null {
  if (author?.app === undefined || author.app.slug === "github-actions") return null;
  return { id: author.app.id, slug: author.app.slug, name: author.app.slug };
}
