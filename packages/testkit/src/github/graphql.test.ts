import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { getOctokit } from "@actions/github";

import { startGitHub } from "./server.ts";
import type { GitHub } from "./server.ts";

let github: GitHub;
const graphql = <T>(query: string, variables: Record<string, unknown> = {}, who = "github-actions"): Promise<T> =>
  getOctokit(github.token(who), { baseUrl: github.apiUrl }).graphql<T>(query, variables);

beforeEach(async () => {
  github = await startGitHub({ enterprise: true });
  github.addPullRequest({ labels: ["infra"], headSha: "1".repeat(40) });
});
afterEach(async () => {
  await github.close();
});

const COMMENTS = `
  query comments($owner: String!, $name: String!, $number: Int!, $size: Int = 100, $cursor: String) {
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) {
        headRefOid
        labels(first: 10) { nodes { name } }
        comments(first: $size, after: $cursor) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { ...parts }
        }
      }
    }
  }
  fragment parts on IssueComment { databaseId body viewerDidAuthor isMinimized lastEditedAt author { __typename login } editor { login } }
`;
type Node = {
  id: string;
  databaseId: number;
  body: string;
  viewerDidAuthor: boolean;
  isMinimized: boolean;
  editor: { login: string } | null;
};
type Comments = {
  repository: {
    pullRequest: {
      comments: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: Node[] };
    };
  };
};

describe("GraphQL", () => {
  it("knows the viewer of every kind of token", async () => {
    expect(await graphql("{ viewer { login } }")).toEqual({ viewer: { login: "github-actions[bot]" } });
    expect(await graphql("query { viewer { login } }", {}, "mona")).toEqual({ viewer: { login: "mona" } });
  });

  it("keeps the history of a comment's edits, newest first, the creation last", async () => {
    const { id } = github.addComment({ author: "github-actions", body: "one" });
    const ask = async () => {
      const { data } = await getOctokit(github.token("github-actions"), {
        baseUrl: github.apiUrl,
      }).rest.issues.getComment({ ...github.repository, comment_id: id });
      const query = `query ($id: ID!) { node(id: $id) { ... on IssueComment {
        includesCreatedEdit editor { __typename login } userContentEdits(first: 10) { nodes { editor { __typename login } } } } } }`;
      return graphql<{ node: unknown }>(query, { id: data.node_id });
    };
    expect(await ask()).toEqual({
      node: { includesCreatedEdit: false, editor: null, userContentEdits: { nodes: [] } },
    });
    github.editComment(id, "two", "mallory");
    github.editComment(id, "three", "github-actions");
    const [bot, person] = [
      { __typename: "Bot", login: "github-actions" },
      { __typename: "User", login: "mallory" },
    ];
    expect(await ask()).toEqual({
      node: {
        includesCreatedEdit: true,
        editor: bot,
        userContentEdits: { nodes: [{ editor: bot }, { editor: person }, { editor: bot }] },
      },
    });
    github.permit({ contents: "read" });
    await expect(graphql('query { node(id: "IC_MQ") { id } }')).rejects.toThrow(/not accessible by integration/u);
  });

  it("says who wrote and who edited a comment", async () => {
    const own = github.addComment({ author: "github-actions", body: "mine" });
    github.addComment({ author: "mona", body: "theirs" });
    github.addComment({ author: null, body: "ghost" });
    github.editComment(own.id, "forged", "mallory");
    const answer = await graphql<Comments>(COMMENTS, { owner: "octo-org", name: "infrastructure", number: 1 });
    expect(answer.repository.pullRequest).toMatchObject({
      headRefOid: "1".repeat(40),
      labels: { nodes: [{ name: "infra" }] },
      comments: {
        totalCount: 3,
        nodes: [
          {
            body: "forged",
            viewerDidAuthor: true,
            author: { __typename: "Bot", login: "github-actions" },
            editor: { login: "mallory" },
          },
          {
            body: "theirs",
            viewerDidAuthor: false,
            author: { __typename: "User", login: "mona" },
            editor: null,
            lastEditedAt: null,
          },
          { body: "ghost", viewerDidAuthor: false, author: null },
        ],
      },
    });
  });

  it("pages by cursors and refuses a connection without bounds", async () => {
    for (let at = 0; at < 5; at++) github.addComment({ author: "mona", body: String(at) });
    const seen: string[] = [];
    let cursor: string | null = null as string | null;
    do {
      const { repository }: Comments = await graphql(COMMENTS, {
        owner: "octo-org",
        name: "infrastructure",
        number: 1,
        size: 2,
        cursor,
      });
      const page: Comments["repository"]["pullRequest"]["comments"] = repository.pullRequest.comments;
      seen.push(...page.nodes.map((each) => each.body));
      cursor = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (cursor !== null);
    expect(seen).toEqual(["0", "1", "2", "3", "4"]);
    const bare = `{ repository(owner: "octo-org", name: "infrastructure") { pullRequest(number: 1) { comments { totalCount } } } }`;
    await expect(graphql(bare)).rejects.toThrow(/first/u);
  });

  it("minimizes a comment by the node id that REST gave", async () => {
    const octokit = getOctokit(github.token("github-actions"), { baseUrl: github.apiUrl });
    const { data } = await octokit.rest.issues.createComment({ ...github.repository, issue_number: 1, body: "old" });
    await graphql(
      `
        mutation ($id: ID!) {
          minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) {
            minimizedComment {
              isMinimized
            }
          }
        }
      `,
      { id: data.node_id },
    );
    expect(github.comments()).toMatchObject([{ id: data.id, isMinimized: true }]);
    const { node } = await graphql<{ node: Node }>(
      `
        query ($id: ID!) {
          node(id: $id) {
            ... on IssueComment {
              databaseId
              minimizedReason
            }
            ... on Issue {
              number
            }
          }
        }
      `,
      { id: data.node_id },
    );
    expect(node).toEqual({ databaseId: data.id, minimizedReason: "outdated" });
  });

  it("answers mistakes as GitHub does: unknown fields, unknown nodes, missing rights", async () => {
    await expect(graphql("{ viewer { nonsense } }")).rejects.toThrow("Field 'nonsense' doesn't exist on type 'User'");
    await expect(
      graphql(`
        {
          node(id: "IC_MQ") {
            id
          }
        }
      `),
    ).rejects.toThrow("Could not resolve to a node");
    await expect(graphql("{ viewer { login ")).rejects.toThrow("Unexpected end");
    github.permit({ "pull-requests": "read" });
    const { id } = github.addComment({ author: "github-actions", body: "x" });
    const subject = `IC_${Buffer.from(String(id)).toString("base64url")}`;
    await expect(
      graphql(
        `mutation { minimizeComment(input: {subjectId: "${subject}", classifier: OUTDATED}) { clientMutationId } }`,
      ),
    ).rejects.toThrow("Resource not accessible by integration");
  });

  it("commits on a branch and notices a stale head", async () => {
    const octokit = getOctokit(github.token("github-actions"), { baseUrl: github.apiUrl });
    const { data: ref } = await octokit.rest.git.getRef({ ...github.repository, ref: "heads/main" });
    const commit = `mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }`;
    const input = {
      branch: { repositoryNameWithOwner: "octo-org/infrastructure", branchName: "main" },
      expectedHeadOid: ref.object.sha,
      message: { headline: "Bump" },
      fileChanges: {
        additions: [{ path: "live/main.tf", contents: Buffer.from("x = 1\n").toString("base64") }],
        deletions: [{ path: "README.md" }],
      },
    };
    const made = await graphql<{ createCommitOnBranch: { commit: { oid: string } } }>(commit, { input });
    const { data: head } = await octokit.rest.git.getRef({ ...github.repository, ref: "heads/main" });
    expect(head.object.sha).toBe(made.createCommitOnBranch.commit.oid);
    const { data: tree } = await octokit.rest.git.getTree({
      ...github.repository,
      tree_sha: head.object.sha,
      recursive: "1",
    });
    expect(tree.tree.filter((each) => each.type === "blob").map((each) => each.path)).toEqual(["live/main.tf"]);
    await expect(graphql(commit, { input })).rejects.toThrow(/Expected branch to point to/u);
  });
});
