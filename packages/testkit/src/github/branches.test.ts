import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { getOctokit } from "@actions/github";

import { startGitHub } from "./server.ts";
import type { GitHub } from "./server.ts";

let github: GitHub;
const kit = (who = "github-actions") => getOctokit(github.token(who), { baseUrl: github.apiUrl });
const rest = (who?: string) => kit(who).rest;
const NONE = "0".repeat(40);

beforeEach(async () => {
  github = await startGitHub({ files: { "live/main.tf": "# main\n" } });
});
afterEach(async () => {
  await github.close();
});

async function updateRefs(refUpdates: unknown[], who = "github-actions"): Promise<string> {
  const id = await kit(who).graphql<{ repository: { id: string } }>(
    `query { repository(owner: "octo-org", name: "infrastructure") { id } }`,
  );
  const query = "mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }";
  try {
    await kit(who).graphql(query, { input: { repositoryId: id.repository.id, refUpdates } });
    return "done";
  } catch (error) {
    return error instanceof Error ? error.message : "?";
  }
}

const ref = (name: string, beforeOid: string, afterOid: string, force = false) => ({
  name: `refs/heads/${name}`,
  beforeOid,
  afterOid,
  force,
});

describe("updateRefs", () => {
  it("makes, moves and deletes branches, each only from the commit that is expected", async () => {
    const main = (await github.branches())["main"] ?? "";
    expect(await updateRefs([ref("bump", NONE, main)])).toBe("done");
    expect(await updateRefs([ref("bump", NONE, main)])).toMatch(/expected/u);
    const next = await github.commit({ branch: "bump", files: { a: "1" } });
    const other = await github.commit({ branch: "other", files: { b: "1" } });
    expect(await updateRefs([ref("bump", main, other, true)])).toMatch(/expected/u);
    expect(await updateRefs([ref("bump", next, other)])).toMatch(/fast forward/u);
    expect(await updateRefs([ref("bump", next, "1".repeat(40), true)])).toMatch(/no commit/u);
    expect(await updateRefs([ref("bump", next, other, true), ref("other", main, NONE)])).toMatch(/expected/u);
    expect((await github.branches())["bump"]).toBe(next);
    expect(await updateRefs([ref("bump", next, other, true), ref("other", other, NONE)])).toBe("done");
    expect(await github.branches()).toEqual({ main, bump: other });
  });

  it("lets one of many racers through", async () => {
    const main = (await github.branches())["main"] ?? "";
    await updateRefs([ref("bump", NONE, main)]);
    const tips = await Promise.all(
      ["a", "b", "c"].map((name) => github.commit({ branch: name, files: { [name]: "" } })),
    );
    const ends = await Promise.all(tips.map((tip) => updateRefs([ref("bump", main, tip, true)])));
    expect(ends.filter((each) => each === "done")).toHaveLength(1);
    expect((await github.branches())["bump"]).toBe(tips[ends.indexOf("done")]);
  });

  it("needs contents: write", async () => {
    github.permit({ contents: "read", "pull-requests": "write" });
    expect(await updateRefs([ref("bump", NONE, NONE)])).toMatch(/not accessible by integration/u);
  });
});

describe("commits through git data", () => {
  it("are signed for bots that name no author", async () => {
    const { data: main } = await rest().git.getRef({ ...github.repository, ref: "heads/main" });
    const parents = [main.object.sha];
    const { data: parent } = await rest().git.getCommit({ ...github.repository, commit_sha: main.object.sha });
    const make = async (who: string, author?: { name: string; email: string }) => {
      const given = { ...github.repository, message: "m", tree: parent.tree.sha, parents };
      const { data } = await rest(who).git.createCommit({ ...given, ...(author === undefined ? {} : { author }) });
      const { data: commit } = await rest().repos.getCommit({ ...github.repository, ref: data.sha });
      return [commit.author?.login, commit.committer?.login, commit.commit.verification?.verified];
    };
    expect(await make("github-actions")).toEqual(["github-actions[bot]", "web-flow", true]);
    expect(await make("mona")).toEqual(["mona", "mona", false]);
    expect(await make("app", { name: "x", email: "x@example.com" })).toEqual([undefined, undefined, false]);
  });
});

async function open(head: string, who = "github-actions"): Promise<number> {
  const { data } = await rest(who).pulls.create({ ...github.repository, title: head, head, base: "main" });
  return data.number;
}

describe("a pull request and its branch", () => {
  it("is closed when the branch is deleted, and cannot be reopened", async () => {
    await github.commit({ branch: "bump", files: { a: "1" } });
    const number = await open("bump");
    await rest().git.deleteRef({ ...github.repository, ref: "heads/bump" });
    expect(github.issue(number)).toMatchObject({ state: "closed", closedBy: { login: "github-actions[bot]" } });
    const reopen = () => rest().pulls.update({ ...github.repository, pull_number: number, state: "open" });
    await expect(reopen()).rejects.toThrow(/branch has been deleted/u);
    await github.commit({ branch: "bump", files: { b: "1" } });
    await expect(reopen()).rejects.toThrow(/force-pushed or recreated/u);
  });

  it("is reopened where nothing stands against it", async () => {
    await github.commit({ branch: "bump", files: { a: "1" } });
    const number = await open("bump");
    await github.closePull(number, "mona");
    expect(github.issue(number).closedBy?.login).toBe("mona");
    await github.commit({ branch: "bump", files: { a: "2" } });
    const reopen = () => rest().pulls.update({ ...github.repository, pull_number: number, state: "open" });
    const second = await open("bump");
    await expect(reopen()).rejects.toThrow(/already an open pull request/u);
    await github.closePull(second);
    expect((await reopen()).data.state).toBe("open");
  });

  it("is brought up to date by a merge, and rewritten by force", async () => {
    const first = await github.commit({ branch: "bump", files: { a: "1" } });
    const number = await open("bump");
    await expect(github.updateBranch(number)).rejects.toThrow(/no new commits/u);
    const main = await github.commit({ files: { b: "1" } });
    const merge = await github.updateBranch(number, "mona");
    const { data } = await rest().repos.getCommit({ ...github.repository, ref: merge });
    expect(data).toMatchObject({
      author: { login: "mona" },
      committer: { login: "web-flow" },
      parents: [{ sha: first }, { sha: main }],
    });
    const { data: tree } = await rest().git.getTree({ ...github.repository, tree_sha: merge });
    expect(tree.tree.map((each) => each.path)).toEqual(["a", "b", "live", "README.md"]);
    const forced = await github.commit({ branch: "bump", files: { c: "1" }, parent: main, author: "mona" });
    expect(await github.history(forced)).not.toContain(merge);
    const { data: pull } = await rest().pulls.get({ ...github.repository, pull_number: number });
    expect(pull.head.sha).toBe(forced);
  });
});

describe("what an administrator set", () => {
  it("keeps Actions from opening pull requests", async () => {
    await github.commit({ branch: "bump", files: { a: "1" } });
    github.settings({ mayActionsOpenPulls: false });
    await expect(open("bump")).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining("GitHub Actions is not permitted to create or approve pull requests") as unknown,
    });
    expect(await open("bump", "app")).toBe(1);
  });

  it("keeps branches from being made", async () => {
    github.settings({ restrictedPrefix: "bump/" });
    const sha = (await github.branches())["main"] ?? "";
    const make = (name: string) => rest().git.createRef({ ...github.repository, ref: `refs/heads/${name}`, sha });
    await expect(make("bump/aws")).rejects.toThrow(/creations being restricted/u);
    expect(await updateRefs([ref("bump/aws", NONE, sha)])).toMatch(/creations being restricted/u);
    expect((await make("other")).status).toBe(201);
  });

  it("makes the repository read-only", async () => {
    github.settings({ isArchived: true });
    const issue = rest("mona").issues.create({ ...github.repository, title: "t" });
    await expect(issue).rejects.toThrow(/archived so is read-only/u);
    const sha = (await github.branches())["main"] ?? "";
    expect(await updateRefs([ref("bump", NONE, sha)])).toMatch(/archived/u);
  });
});

describe("reviewers, assignees and labels", () => {
  it("are refused, left out and remembered as GitHub does it", async () => {
    await github.commit({ branch: "bump", files: { a: "1" } });
    const number = await open("bump", "mona");
    github.collaborator("stranger", "none");
    const ask = (reviewers: string[]) =>
      rest().pulls.requestReviewers({ ...github.repository, pull_number: number, reviewers });
    await expect(ask(["stranger"])).rejects.toThrow(/only be requested from collaborators/u);
    await expect(ask(["mona"])).rejects.toThrow(/from pull request author/u);
    await ask(["hubot"]);
    await rest().issues.addAssignees({ ...github.repository, issue_number: number, assignees: ["stranger", "hubot"] });
    expect(github.issue(number).assignees.map((each) => each.login)).toEqual(["hubot"]);
    await rest().issues.addLabels({ ...github.repository, issue_number: number, labels: ["deps"] });
    await rest().issues.removeAllLabels({ ...github.repository, issue_number: number });
    const { data } = await rest().issues.listEvents({ ...github.repository, issue_number: number });
    expect(data).toMatchObject([{ event: "labeled", label: { name: "deps" } }]);
  });
});
