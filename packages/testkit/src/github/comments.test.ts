import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { getOctokit } from "@actions/github";

import { startGitHub } from "./server.ts";
import type { GitHub } from "./server.ts";

let github: GitHub;
const client = (who = "github-actions") => getOctokit(github.token(who), { baseUrl: github.apiUrl });
const pull = () => ({ ...github.repository, issue_number: 1 });

beforeEach(async () => {
  github = await startGitHub();
  github.addPullRequest();
});
afterEach(async () => {
  await github.close();
});

describe("issue comments", () => {
  it("are created, read, changed and deleted as the token's account", async () => {
    const { data: made } = await client().rest.issues.createComment({ ...pull(), body: "one" });
    expect(made).toMatchObject({ body: "one", user: { login: "github-actions[bot]", type: "Bot", id: 41898282 } });
    expect(made.html_url).toBe(`${github.url}/octo-org/infrastructure/pull/1#issuecomment-${made.id}`);
    const byApp = await client("app").rest.issues.createComment({ ...pull(), body: "two" });
    expect(byApp.data.user?.login).toBe("handrail-app[bot]");
    await client("mona").rest.issues.updateComment({ ...github.repository, comment_id: made.id, body: "three" });
    expect(github.comments()).toMatchObject([
      { body: "three", author: "github-actions[bot]", editor: "mona" },
      { body: "two", author: "handrail-app[bot]" },
    ]);
    await client().rest.issues.deleteComment({ ...github.repository, comment_id: made.id });
    expect(github.comments().map((each) => each.body)).toEqual(["two"]);
    await expect(
      client().rest.issues.updateComment({ ...github.repository, comment_id: made.id, body: "x" }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it("come in pages whose links lead back to this server", async () => {
    for (let at = 0; at < 152; at++) github.addComment({ author: "mona", body: `comment ${at}`, issue: 1 });
    const all = await client().paginate(client().rest.issues.listComments, { ...pull(), per_page: 100 });
    expect(all.map((each) => each.body)).toEqual(Array.from({ length: 152 }, (_, at) => `comment ${at}`));
    const first = await client().rest.issues.listComments({ ...pull(), per_page: 50 });
    expect(first.headers.link).toContain(
      `<${github.url}/repos/octo-org/infrastructure/issues/1/comments?per_page=50&page=2>; rel="next"`,
    );
  });

  it("have a limit of 65,536 characters and GitHub's words for it", async () => {
    await client().rest.issues.createComment({ ...pull(), body: "x".repeat(65_536) });
    await expect(client().rest.issues.createComment({ ...pull(), body: "x".repeat(65_537) })).rejects.toThrow(
      /Body is too long \(maximum is 65536 characters\)/u,
    );
    await expect(client().rest.issues.createComment({ ...pull(), body: " " })).rejects.toMatchObject({ status: 422 });
    expect(github.comments()).toHaveLength(1);
  });

  it("ends in 401, 403 and 404 for a revoked token, a locked issue and a missing one", async () => {
    const octokit = client();
    await expect(octokit.rest.issues.createComment({ ...pull(), issue_number: 9, body: "x" })).rejects.toMatchObject({
      status: 404,
    });
    github.issue(1).isLocked = true;
    await expect(octokit.rest.issues.createComment({ ...pull(), body: "x" })).rejects.toMatchObject({ status: 403 });
    github.revoke(github.token("github-actions"));
    const stale = getOctokit("ghs_nobody", { baseUrl: github.apiUrl });
    await expect(stale.rest.issues.listComments(pull())).rejects.toMatchObject({ status: 401 });
  });

  it("refuses GET /user to installation tokens only", async () => {
    await expect(client().rest.users.getAuthenticated()).rejects.toThrow("Resource not accessible by integration");
    expect((await client("mona").rest.users.getAuthenticated()).data.login).toBe("mona");
  });

  it("keeps a log of requests", async () => {
    await client().rest.issues.createComment({ ...pull(), body: "hello" });
    expect(github.requests).toMatchObject([
      {
        method: "POST",
        path: "/repos/octo-org/infrastructure/issues/1/comments",
        status: 201,
        body: { body: "hello" },
      },
    ]);
  });

  it("needs one of the scopes that the token was given", async () => {
    github.permit({ contents: "read" });
    await expect(client().rest.issues.listComments(pull())).rejects.toThrow("Resource not accessible by integration");
    github.permit({ "pull-requests": "read" });
    expect((await client().rest.issues.listComments(pull())).status).toBe(200);
    await expect(client().rest.issues.createComment({ ...pull(), body: "x" })).rejects.toMatchObject({
      status: 403,
      response: { headers: { "x-accepted-github-permissions": "issues=write; pull_requests=write" } },
    });
    expect((await client("mona").rest.issues.createComment({ ...pull(), body: "x" })).status).toBe(201);
  });
});
