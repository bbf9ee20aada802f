import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { getOctokit } from "@actions/github";

import { startGitHub } from "./server.ts";
import type { GitHub } from "./server.ts";

let github: GitHub;
const rest = (who = "github-actions") => getOctokit(github.token(who), { baseUrl: github.apiUrl }).rest;

beforeEach(async () => {
  github = await startGitHub({ files: { "live/main.tf": "# main\n" } });
});
afterEach(async () => {
  await github.close();
});

const create = (head: string) => rest().pulls.create({ ...github.repository, title: "Bump", head, base: "main" });

/** A branch with one more commit, through the API. */
async function branch(name: string, path = "live/new.tf"): Promise<string> {
  const { data: main } = await rest().git.getRef({ ...github.repository, ref: "heads/main" });
  await rest().git.createRef({ ...github.repository, ref: `refs/heads/${name}`, sha: main.object.sha });
  const content = Buffer.from("x = 1\n").toString("base64");
  const { data } = await rest().repos.createOrUpdateFileContents({
    ...github.repository,
    branch: name,
    path,
    message: "Add",
    content,
  });
  return data.commit.sha ?? "";
}

describe("pull requests that a test adds", () => {
  it("have the SHAs, files, labels and fork that were given", async () => {
    github.addPullRequest({
      number: 7,
      headSha: "1".repeat(40),
      fork: "mallory/infrastructure",
      labels: ["allow"],
      files: ["a.tf", { filename: "b.tf", status: "renamed", previous_filename: "c.tf" }],
    });
    const { data } = await rest().pulls.get({ ...github.repository, pull_number: 7 });
    expect(data).toMatchObject({
      number: 7,
      head: { sha: "1".repeat(40), repo: { full_name: "mallory/infrastructure", fork: true } },
      labels: [{ name: "allow" }],
      base: { repo: { full_name: "octo-org/infrastructure" } },
    });
    const { data: files } = await rest().pulls.listFiles({ ...github.repository, pull_number: 7 });
    expect(files.map((each) => [each.filename, each.status, each.previous_filename])).toEqual([
      ["a.tf", "modified", undefined],
      ["b.tf", "renamed", "c.tf"],
    ]);
    github.labels(7, ["other"]);
    expect((await rest().issues.get({ ...github.repository, issue_number: 7 })).data).toMatchObject({
      labels: [{ name: "other" }],
      pull_request: {},
    });
  });

  it("are found by head, by other commits and by merge commit", async () => {
    github.addPullRequest({ headSha: "1".repeat(40), commits: ["2".repeat(40)] });
    github.addPullRequest({ headSha: "3".repeat(40), merged: true, mergeCommitSha: "4".repeat(40), fork: "deleted" });
    const of = async (digit: string) =>
      (
        await rest().repos.listPullRequestsAssociatedWithCommit({ ...github.repository, commit_sha: digit.repeat(40) })
      ).data.map((each) => each.number);
    expect([await of("1"), await of("2"), await of("4"), await of("9")]).toEqual([[1], [1], [2], []]);
    expect((await rest().pulls.get({ ...github.repository, pull_number: 2 })).data.head.repo).toBeNull();
  });
});

describe("pull requests through the API", () => {
  it("follow their branches", async () => {
    const first = await branch("bump/aws");
    const { data } = await rest().pulls.create({
      ...github.repository,
      title: "Bump",
      head: "bump/aws",
      base: "main",
      body: "b",
      draft: true,
    });
    expect(data).toMatchObject({ head: { sha: first }, user: { login: "github-actions[bot]" }, draft: true });
    const content = Buffer.from("y = 1\n").toString("base64");
    await rest().repos.createOrUpdateFileContents({
      ...github.repository,
      branch: "bump/aws",
      path: "live/b.tf",
      message: "More",
      content,
    });
    const { data: files } = await rest().pulls.listFiles({ ...github.repository, pull_number: data.number });
    expect(files.map((each) => each.filename).sort()).toEqual(["live/b.tf", "live/new.tf"]);
    const { data: listed } = await rest().pulls.list({
      ...github.repository,
      head: "octo-org:bump/aws",
      state: "open",
    });
    expect(listed[0]?.head.sha).not.toBe(first);
    expect((await rest().pulls.list({ ...github.repository, head: "octo-org:other" })).data).toEqual([]);
  });

  it("exist once per branch and need one with commits", async () => {
    await branch("bump/aws");
    await create("bump/aws");
    await expect(create("bump/aws")).rejects.toThrow(/A pull request already exists for octo-org:bump\/aws/u);
    await expect(create("main")).rejects.toThrow(/No commits between main and main/u);
    await expect(create("nowhere")).rejects.toMatchObject({ status: 422 });
  });

  it("are edited, closed, merged", async () => {
    await branch("one");
    await branch("two", "live/two.tf");
    for (const head of ["one", "two"])
      await rest().pulls.create({ ...github.repository, title: head, head, base: "main" });
    await rest().pulls.update({ ...github.repository, pull_number: 1, title: "changed", state: "closed" });
    expect(github.issue(1)).toMatchObject({ title: "changed", state: "closed" });
    const { data } = await rest().pulls.merge({ ...github.repository, pull_number: 2, merge_method: "squash" });
    expect((await rest().git.getRef({ ...github.repository, ref: "heads/main" })).data.object.sha).toBe(data.sha);
    await expect(rest().pulls.merge({ ...github.repository, pull_number: 1 })).rejects.toMatchObject({ status: 405 });
    await expect(rest().pulls.update({ ...github.repository, pull_number: 2, state: "open" })).rejects.toMatchObject({
      status: 422,
    });
  });
});

describe("issues and labels", () => {
  it("are opened, found by label, changed and closed", async () => {
    const { data } = await rest().issues.create({
      ...github.repository,
      title: "Drift in live",
      labels: ["drift"],
      body: "b",
    });
    await rest().issues.create({ ...github.repository, title: "Other" });
    expect(
      (await rest().issues.listForRepo({ ...github.repository, labels: "drift", state: "all" })).data.map(
        (each) => each.number,
      ),
    ).toEqual([data.number]);
    await rest().issues.addLabels({ ...github.repository, issue_number: data.number, labels: ["urgent"] });
    await rest().issues.removeLabel({ ...github.repository, issue_number: data.number, name: "drift" });
    await rest().issues.update({
      ...github.repository,
      issue_number: data.number,
      state: "closed",
      state_reason: "completed",
    });
    expect(github.issue(data.number)).toMatchObject({ state: "closed", stateReason: "completed", labels: ["urgent"] });
    await expect(
      rest().issues.removeLabel({ ...github.repository, issue_number: data.number, name: "none" }),
    ).rejects.toMatchObject({ status: 404 });
  });
});

describe("deployments", () => {
  it("are created, listed newest first and given statuses", async () => {
    const make = async (environment: string) =>
      (
        await rest().repos.createDeployment({
          ...github.repository,
          ref: "main",
          environment,
          task: "terraform-apply",
          auto_merge: false,
          required_contexts: [],
          payload: { root: "live" },
        })
      ).data as { id: number; sha: string };
    const first = await make("staging");
    const second = await make("staging");
    expect(first.sha).toMatch(/^[0-9a-f]{40}$/u);
    for (const { id } of [first, second])
      await rest().repos.createDeploymentStatus({
        ...github.repository,
        deployment_id: id,
        state: "success",
        log_url: "https://example.com/run",
      });
    const { data } = await rest().repos.listDeployments({
      ...github.repository,
      environment: "staging",
      task: "terraform-apply",
    });
    expect(data.map((each) => each.id)).toEqual([second.id, first.id]);
    const states = async (id: number) =>
      (await rest().repos.listDeploymentStatuses({ ...github.repository, deployment_id: id })).data.map(
        (each) => each.state,
      );
    expect([await states(first.id), await states(second.id)]).toEqual([["inactive", "success"], ["success"]]);
    await expect(rest().repos.createDeployment({ ...github.repository, ref: "nowhere" })).rejects.toMatchObject({
      status: 422,
    });
  });
});

describe("what emulate answers", () => {
  it("bears our addresses", async () => {
    const { data } = await rest().repos.get(github.repository);
    expect(data.url).toBe(`${github.apiUrl}/repos/octo-org/infrastructure`);
    const file = await rest().repos.getContent({ ...github.repository, path: "live/main.tf" });
    expect(file.data).toMatchObject({
      content: expect.stringContaining(Buffer.from("# main\n").toString("base64")) as unknown,
    });
    await expect(rest().repos.get({ owner: "octo-org", repo: "none" })).rejects.toMatchObject({ status: 404 });
    await expect(rest().issues.listForRepo({ owner: "octo-org", repo: "none" })).rejects.toMatchObject({ status: 404 });
  });
});
