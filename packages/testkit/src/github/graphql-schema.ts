/** The part of GitHub's GraphQL schema that clients of comments and pull requests use, over the same store as REST. */
import type { Context } from "./answers.ts";
import { addComment, checkBody, editComment } from "./comments.ts";
import { GitHubError } from "./answers.ts";
import { commitOnBranch } from "./graphql-commit.ts";
import { GraphqlError } from "./graphql-executor.ts";
import type { GraphqlArguments, GraphqlObject } from "./graphql-executor.ts";
import type { Identity } from "./identities.ts";
import { nodeId, parseNodeId } from "./store.ts";
import type { Comment, Issue } from "./store.ts";

const CLASSIFIERS = new Set(["ABUSE", "DUPLICATE", "LOW_QUALITY", "OFF_TOPIC", "OUTDATED", "RESOLVED", "SPAM"]);

/** The `Query` object for one caller. */
export function queryRoot(context: Context): GraphqlObject {
  return {
    type: "Query",
    fields: {
      viewer: viewer(context),
      node: (args: GraphqlArguments) => node(context, args["id"]),
      nodes: (args: GraphqlArguments) => (args["ids"] as unknown[]).map((id) => node(context, id)),
      rateLimit: {
        type: "RateLimit",
        fields: { limit: 5000, remaining: 4999, cost: 1, resetAt: context.store.timestamp() },
      },
      repository: (args: GraphqlArguments) => repository(context, args),
    },
  };
}

/** The `Mutation` object for one caller. */
export function mutationRoot(context: Context): GraphqlObject {
  const mutation = (run: (input: Readonly<Record<string, unknown>>) => unknown) => (args: GraphqlArguments) => {
    if (!context.may(["issues", "pull-requests", "contents"], "write")) {
      throw new GraphqlError("FORBIDDEN", "Resource not accessible by integration");
    }
    return run((args["input"] ?? {}) as Readonly<Record<string, unknown>>);
  };
  return {
    type: "Mutation",
    fields: {
      minimizeComment: mutation((input) => {
        const comment = commentOf(context, input["subjectId"]);
        const classifier = String(input["classifier"]);
        if (!CLASSIFIERS.has(classifier))
          throw new GraphqlError("argumentLiteralsIncompatible", `Invalid classifier ${classifier}`);
        comment.minimized = classifier.toLowerCase();
        return payload("MinimizeCommentPayload", { minimizedComment: renderComment(context, comment) });
      }),
      unminimizeComment: mutation((input) => {
        const comment = commentOf(context, input["subjectId"]);
        delete comment.minimized;
        return payload("UnminimizeCommentPayload", { unminimizedComment: renderComment(context, comment) });
      }),
      addComment: mutation((input) => {
        const issue = issueOf(context, input["subjectId"]);
        const comment = addComment(
          context.store,
          context.repository,
          issue.number,
          context.identity,
          toBody(input["body"]),
        );
        return payload("AddCommentPayload", {
          commentEdge: { type: "IssueCommentEdge", fields: { node: renderComment(context, comment) } },
        });
      }),
      updateIssueComment: mutation((input) => {
        const comment = commentOf(context, input["id"]);
        editComment(context.store, comment, context.identity, toBody(input["body"]));
        return payload("UpdateIssueCommentPayload", { issueComment: renderComment(context, comment) });
      }),
      deleteIssueComment: mutation((input) => {
        context.repository.comments.delete(commentOf(context, input["id"]).id);
        return payload("DeleteIssueCommentPayload", { clientMutationId: null });
      }),
      convertPullRequestToDraft: mutation((input) => setDraft(context, input, true)),
      markPullRequestReadyForReview: mutation((input) => setDraft(context, input, false)),
      createCommitOnBranch: mutation((input) => commitOnBranch(context, input)),
    },
  };
}

function payload(type: string, fields: Record<string, unknown>): GraphqlObject {
  return { type, fields: { clientMutationId: null, ...fields } };
}

function setDraft(context: Context, input: Readonly<Record<string, unknown>>, isDraft: boolean): GraphqlObject {
  const issue = issueOf(context, input["pullRequestId"]);
  if (issue.pull !== undefined) issue.pull.isDraft = isDraft;
  return payload("PullRequestPayload", { pullRequest: renderIssue(context, issue) });
}

/** GitHub's GraphQL shows bots without the `[bot]` of REST. */
function actor(context: Context, identity: Identity | null): GraphqlObject | null {
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
function viewer(context: Context): GraphqlObject {
  const own = actor(context, context.identity);
  if (own === null) throw new GraphqlError("FORBIDDEN", "Resource not accessible by integration");
  return { ...own, type: "User", fields: { ...own.fields, login: context.identity.login } };
}

function renderComment(context: Context, comment: Comment): GraphqlObject {
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

function renderIssue(context: Context, issue: Issue): GraphqlObject {
  const { pull } = issue;
  const { owner, repo } = context.repository;
  const common = {
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
  if (pull === undefined) {
    return {
      type: "Issue",
      implements: ["Node", "Comment", "Closable"],
      fields: { ...common, state: issue.state.toUpperCase(), stateReason: issue.stateReason },
    };
  }
  return {
    type: "PullRequest",
    implements: ["Node", "Comment", "Closable"],
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
      isCrossRepository: pull.head.repo !== `${owner}/${repo}`,
      mergeCommit: pull.mergeCommitSha === null ? null : { type: "Commit", fields: { oid: pull.mergeCommitSha } },
    },
  };
}

/** Cursor pages: `first`/`after` and `last`/`before`, at most 100 as GitHub demands. */
function connection(type: string, items: GraphqlObject[], args: GraphqlArguments): GraphqlObject {
  const size = Number(args["first"] ?? args["last"] ?? Number.NaN);
  if (!(size >= 1 && size <= 100))
    throw new GraphqlError(
      "MISSING_PAGINATION_BOUNDARIES",
      `You must provide a \`first\` or \`last\` value of 1 to 100 on the connection.`,
    );
  const cursorAt = (name: string): number | undefined => {
    const cursor = args[name];
    return typeof cursor === "string"
      ? Number(Buffer.from(cursor, "base64").toString().replace("cursor:", ""))
      : undefined;
  };
  const after = cursorAt("after");
  const before = cursorAt("before");
  let from = after === undefined ? 0 : after + 1;
  let to = before ?? items.length;
  if (args["first"] === undefined) from = Math.max(from, to - size);
  else to = Math.min(to, from + size);
  const nodes = items.slice(from, to);
  return {
    type,
    fields: {
      totalCount: items.length,
      nodes,
      edges: nodes.map((item, at) => ({
        type: type.replace("Connection", "Edge"),
        fields: { node: item, cursor: cursorOf(from + at) },
      })),
      pageInfo: {
        type: "PageInfo",
        fields: {
          hasNextPage: to < items.length,
          hasPreviousPage: from > 0,
          startCursor: nodes.length > 0 ? cursorOf(from) : null,
          endCursor: nodes.length > 0 ? cursorOf(to - 1) : null,
        },
      },
    },
  };
}

function cursorOf(at: number): string {
  return Buffer.from(`cursor:${at}`).toString("base64");
}

function repository(context: Context, args: GraphqlArguments): GraphqlObject {
  const { owner, repo, issues } = context.repository;
  if (`${String(args["owner"])}/${String(args["name"])}`.toLowerCase() !== `${owner}/${repo}`.toLowerCase()) {
    throw new GraphqlError(
      "NOT_FOUND",
      `Could not resolve to a Repository with the name '${String(args["owner"])}/${String(args["name"])}'.`,
    );
  }
  const numbered = (kind: string, test: (issue: Issue) => boolean) => (inner: GraphqlArguments) => {
    const issue = issues.get(Number(inner["number"]));
    if (issue === undefined || !test(issue)) {
      throw new GraphqlError(
        "NOT_FOUND",
        `Could not resolve to ${kind} with the number of ${String(inner["number"])}.`,
      );
    }
    return renderIssue(context, issue);
  };
  return {
    type: "Repository",
    implements: ["Node"],
    fields: {
      id: nodeId("R", `${owner}/${repo}`),
      name: repo,
      nameWithOwner: `${owner}/${repo}`,
      owner: actor(context, context.identities.account(owner)),
      defaultBranchRef: { type: "Ref", fields: { name: context.repository.defaultBranch } },
      pullRequest: numbered("a PullRequest", (issue) => issue.pull !== undefined),
      issue: numbered("an Issue", (issue) => issue.pull === undefined),
      issueOrPullRequest: numbered("an issue or pull request", () => true),
    },
  };
}

function node(context: Context, id: unknown): GraphqlObject {
  const parsed = parseNodeId(String(id));
  if (parsed?.kind === "IC") return renderComment(context, commentOf(context, id));
  return renderIssue(context, issueOf(context, id));
}

function commentOf(context: Context, id: unknown): Comment {
  const parsed = parseNodeId(String(id));
  const comment = parsed?.kind === "IC" ? context.repository.comments.get(Number(parsed.key)) : undefined;
  if (comment === undefined)
    throw new GraphqlError("NOT_FOUND", `Could not resolve to a node with the global id of '${String(id)}'`);
  return comment;
}

function issueOf(context: Context, id: unknown): Issue {
  const parsed = parseNodeId(String(id));
  const issue =
    parsed?.kind === "I" || parsed?.kind === "PR" ? context.repository.issues.get(Number(parsed.key)) : undefined;
  if (issue === undefined)
    throw new GraphqlError("NOT_FOUND", `Could not resolve to a node with the global id of '${String(id)}'`);
  return issue;
}

function toBody(body: unknown): string {
  try {
    return checkBody(typeof body === "string" ? body : undefined);
  } catch (error) {
    throw error instanceof GitHubError ? new GraphqlError("UNPROCESSABLE", error.message) : error;
  }
}
