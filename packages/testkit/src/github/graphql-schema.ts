/** The part of GitHub's GraphQL schema that clients of comments and pull requests use, over the same store as REST. */
import type { Context } from "./answers.ts";
import { ARCHIVED, GitHubError } from "./answers.ts";
import { addComment, checkBody, editComment } from "./comments.ts";
import { commitOnBranch } from "./graphql-commit.ts";
import { GraphqlError } from "./graphql-executor.ts";
import type { GraphqlArguments, GraphqlObject } from "./graphql-executor.ts";
import { updateRefs } from "./graphql-refs.ts";
import { actor, renderComment, renderIssue, viewer } from "./graphql-objects.ts";
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
    if (context.repository.settings.isArchived) throw new GraphqlError("FORBIDDEN", ARCHIVED);
    return run((args["input"] ?? {}) as Readonly<Record<string, unknown>>);
  };
  return {
    type: "Mutation",
    fields: {
      minimizeComment: mutation((input) => minimize(context, input)),
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
      updateRefs: mutation((input) => updateRefs(context, input)),
      createCommitOnBranch: mutation((input) => commitOnBranch(context, input)),
    },
  };
}

function minimize(context: Context, input: Readonly<Record<string, unknown>>): GraphqlObject {
  const comment = commentOf(context, input["subjectId"]);
  const classifier = String(input["classifier"]);
  if (!CLASSIFIERS.has(classifier)) {
    throw new GraphqlError("argumentLiteralsIncompatible", `Invalid classifier ${classifier}`);
  }
  comment.minimized = classifier.toLowerCase();
  return payload("MinimizeCommentPayload", { minimizedComment: renderComment(context, comment) });
}

function payload(type: string, fields: Record<string, unknown>): GraphqlObject {
  return { type, fields: { clientMutationId: null, ...fields } };
}

function setDraft(context: Context, input: Readonly<Record<string, unknown>>, isDraft: boolean): GraphqlObject {
  const issue = issueOf(context, input["pullRequestId"]);
  if (issue.pull !== undefined) issue.pull.isDraft = isDraft;
  return payload("PullRequestPayload", { pullRequest: renderIssue(context, issue) });
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
  if (!context.may(["issues", "pull-requests"], "read")) {
    throw new GraphqlError("FORBIDDEN", "Resource not accessible by integration");
  }
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
