import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { getOctokit } from "@actions/github";

import { startGitHub } from "./server.ts";
import type { GitHub } from "./server.ts";

let github: GitHub;
const rest = (who = "github-actions") => getOctokit(github.token(who), { baseUrl: github.apiUrl }).rest;
const put = (who: string, path: string, branch = "main") => {
  const content = Buffer.from(path).toString("base64");
  return rest(who).repos.createOrUpdateFileContents({ ...github.repository, branch, path, message: "Add", content });
};

beforeEach(async () => {
  github = await startGitHub();
});
afterEach(async () => {
  await github.close();
});

describe("commits", () => {
  it("bear the account that made them", async () => {
    await put("github-actions", "a.tf");
    await github.commit({
      branch: "topic",
      files: { "b.tf": "b\n", "README.md": null },
      author: "mona",
      message: "By hand",
    });
    const { data: bot } = await rest().repos.getCommit({ ...github.repository, ref: "main" });
    expect(bot).toMatchObject({
      author: { login: "github-actions[bot]", type: "Bot" },
      committer: { login: "web-flow" },
    });
    const { data: human } = await rest().repos.getCommit({ ...github.repository, ref: "topic" });
    expect(human).toMatchObject({
      author: { login: "mona" },
      committer: { login: "mona" },
      commit: { message: "By hand" },
    });
    const { data: tree } = await rest().git.getTree({ ...github.repository, tree_sha: "topic" });
    expect(tree.tree.map((each) => each.path)).toEqual(["a.tf", "b.tf"]);
    await rest().pulls.create({ ...github.repository, title: "t", head: "topic", base: "main" });
    const { data: commits } = await rest().pulls.listCommits({ ...github.repository, pull_number: 1 });
    expect(commits.map((each) => each.author?.login)).toEqual(["mona"]);
  });

  it("leave workflows to those who may write them", async () => {
    const path = ".github/workflows/ci.yml";
    await expect(put("github-actions", path)).rejects.toMatchObject({ status: 403 });
    const tree = [{ path, mode: "100644" as const, type: "blob" as const, content: "x" }];
    await expect(rest().git.createTree({ ...github.repository, tree })).rejects.toMatchObject({ status: 403 });
    expect((await put("app", path)).status).toBe(201);
    github.permit({ contents: "write" });
    await expect(put("app", ".github/workflows/b.yml")).rejects.toMatchObject({ status: 403 });
    expect((await put("mona", ".github/workflows/c.yml")).status).toBe(201);
  });
});

describe("pullRequestEvent", () => {
  it("is the payload that an action reads", async () => {
    github.addPullRequest({ headSha: "1".repeat(40), fork: "mallory/infrastructure", labels: ["x"] });
    expect(github.pullRequestEvent(1)).toMatchObject({
      action: "synchronize",
      number: 1,
      pull_request: {
        head: { sha: "1".repeat(40), repo: { full_name: "mallory/infrastructure" } },
        labels: [{ name: "x" }],
      },
      repository: { full_name: "octo-org/infrastructure", owner: { login: "octo-org" } },
    });
  });
});

describe("access", () => {
  it("of collaborators is what the test gave", async () => {
    github.collaborator("mona", "write");
    const of = async (username: string) =>
      (await rest().repos.getCollaboratorPermissionLevel({ ...github.repository, username })).data.permission;
    expect([await of("mona"), await of("octo-org"), await of("stranger")]).toEqual(["write", "admin", "read"]);
  });
});
