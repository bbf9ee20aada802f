/** Comments, issues, pull requests and accounts as GraphQL shows them to one caller. */
import type { Context } from "./answers.ts";
import { connection } from "./graphql-connection.ts";
import { GraphqlError } from "./graphql-executor.ts";
import type { GraphqlArguments, GraphqlObject } from "./graphql-executor.ts";
import type { Identity } from "./identities.ts";
import { nodeId } from "./store.ts";
import type { Comment, Issue } from "./store.ts";

/** GitHub's GraphQL shows bots without the `[bot]` of REST. */
export function actor(context: Context, identity: Identity | null): GraphqlObject | null {
  if (identity === null) return null;
  const login = identity.type === "Bot" ? identity.login.replace(/\[bot\]$/u, "") : identity.login;
  return {
    type: identity.type,
    implements: ["Actor", "Node"],
    fields: {
      login,
      id: `${identity.type === "Bot" ? "BOT" : "U"}_${identity.id}`,
      databaseId: identity.id,
      url: `${context.html}/${login}`,
      resourcePath: `/${login}`,
    },
  };
}

/** `viewer` of an installation token keeps its `[bot]`: that is how actions learn their own login. */
export function viewer(context: Context): GraphqlObject {
  const own = actor(context, context.identity);
  if (own === null) throw new GraphqlError("FORBIDDEN", "Resource not accessible by integration");
  return { ...own, type: "User", fields: { ...own.fields, login: context.identity.login } };
}

/** A comment. */
export function renderComment(context: Context, comment: Comment): GraphqlObject {
  const { owner, repo, issues } = context.repository;
  const issue = issues.get(comment.issue);
  const page = `${context.html}/${owner}/${repo}/${issue?.pull === undefined ? "issues" : "pull"}/${comment.issue}`;
  return {
    type: "IssueComment",
    implements: ["Node", "Comment", "Minimizable", "Updatable", "Deletable"],
    fields: {
      id: nodeId("IC", comment.id),
      databaseId: comment.id,
      fullDatabaseId: String(comment.id),
      body: comment.body,
      author: actor(context, comment.author),
      authorAssociation: comment.author?.login === owner ? "OWNER" : "NONE",
      viewerDidAuthor: comment.author?.login === context.identity.login,
      viewerCanUpdate: true,
      viewerCanDelete: true,
      viewerCanMinimize: true,
      editor: actor(context, comment.editor ?? null),
      lastEditedAt: comment.lastEditedAt ?? null,
      includesCreatedEdit: comment.editor !== undefined,
      userContentEdits: (args: GraphqlArguments) =>
        connection("UserContentEditConnection", contentEdits(context, comment), args),
      createdAt: comment.createdAt,
      updatedAt: comment.updatedAt,
      publishedAt: comment.createdAt,
      isMinimized: comment.minimized !== undefined,
      minimizedReason: comment.minimized ?? null,
      url: `${page}#issuecomment-${comment.id}`,
      issue: () => (issue === undefined ? null : renderIssue(context, issue)),
      pullRequest: () => (issue?.pull === undefined ? null : renderIssue(context, issue)),
    },
  };
}

/** Newest first; the first edit brings the creation into the list. */
function contentEdits(context: Context, comment: Comment): GraphqlObject[] {
  const created = { editor: comment.author, editedAt: comment.createdAt };
  return [...comment.edits.toReversed(), ...(comment.edits.length > 0 ? [created] : [])].map((edit) => ({
    type: "UserContentEdit",
    implements: ["Node"],
    fields: { editor: actor(context, edit.editor), editedAt: edit.editedAt, createdAt: edit.editedAt, deletedAt: null },
  }));
}

/** An issue or pull request. */
export function renderIssue(context: Context, issue: Issue): GraphqlObject {
  const { pull } = issue;
  const common = commonFields(context, issue);
  const implemented = ["Node", "Comment", "Closable"];
  if (pull === undefined) {
    const fields = { ...common, state: issue.state.toUpperCase(), stateReason: issue.stateReason };
    return { type: "Issue", implements: implemented, fields };
  }
  return {
    type: "PullRequest",
    implements: implemented,
    fields: {
      ...common,
      state: pull.mergedAt === null ? issue.state.toUpperCase() : "MERGED",
      merged: pull.mergedAt !== null,
      mergedAt: pull.mergedAt,
      isDraft: pull.isDraft,
      headRefName: pull.head.ref,
      headRefOid: pull.head.sha,
      baseRefName: pull.base.ref,
      baseRefOid: pull.base.sha,
      isCrossRepository: pull.head.repo !== `${context.repository.owner}/${context.repository.repo}`,
      mergeCommit: pull.mergeCommitSha === null ? null : { type: "Commit", fields: { oid: pull.mergeCommitSha } },
    },
  };
}

/** What issues and pull requests share. */
function commonFields(context: Context, issue: Issue): Record<string, unknown> {
  const { pull } = issue;
  const { owner, repo } = context.repository;
  return {
    id: nodeId(pull === undefined ? "I" : "PR", issue.number),
    databaseId: issue.id,
    number: issue.number,
    title: issue.title,
    body: issue.body ?? "",
    locked: issue.isLocked,
    closed: issue.state === "closed",
    author: actor(context, issue.author),
    editor: actor(context, issue.editor ?? null),
    lastEditedAt: issue.lastEditedAt ?? null,
    viewerDidAuthor: issue.author.login === context.identity.login,
    createdAt: issue.createdAt,
    updatedAt: issue.updatedAt,
    closedAt: issue.closedAt,
    url: `${context.html}/${owner}/${repo}/${pull === undefined ? "issues" : "pull"}/${issue.number}`,
    labels: (args: GraphqlArguments) =>
      connection(
        "LabelConnection",
        issue.labels.map((name) => ({ type: "Label", fields: { name } })),
        args,
      ),
    comments: (args: GraphqlArguments) => {
      const own = [...context.repository.comments.values()].filter((each) => each.issue === issue.number);
      return connection(
        "IssueCommentConnection",
        own.sort((a, b) => a.id - b.id).map((each) => renderComment(context, each)),
        args,
      );
    },
  };
}
