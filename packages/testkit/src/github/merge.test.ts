import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { getOctokit } from "@actions/github";

import { startGitHub } from "./server.ts";
import type { GitHub } from "./server.ts";

let github: GitHub;
const rest = () => getOctokit(github.token("github-actions"), { baseUrl: github.apiUrl }).rest;

beforeEach(async () => {
  github = await startGitHub({ files: { "live/main.tf": "# main\n", "live/old.tf": "# old\n" } });
});
afterEach(async () => {
  await github.close();
});

/** A pull request of two commits, while the base branch moved on. */
async function pullRequest(): Promise<{ number: number; commits: string[]; base: string }> {
  const first = await github.commit({ branch: "change", files: { "live/a.tf": "# a\n" }, message: "First" });
  const last = await github.commit({
    branch: "change",
    files: { "live/b.tf": "# b\n", "live/old.tf": null },
    message: "Last",
    author: "mona",
  });
  const base = await github.commit({ files: { "live/main.tf": "# moved on\n" } });
  const { number } = github.addPullRequest({ headRef: "change", headSha: last, title: "Change", commits: [first] });
  return { number, commits: [first, last], base };
}

const commit = async (sha: string) => (await rest().git.getCommit({ ...github.repository, commit_sha: sha })).data;
const files = async (sha: string) => {
  const { tree } = await commit(sha);
  const { data } = await rest().git.getTree({ ...github.repository, tree_sha: tree.sha, recursive: "1" });
  return data.tree
    .filter((each) => each.type === "blob")
    .map((each) => each.path)
    .sort();
};
const main = async () => (await rest().git.getRef({ ...github.repository, ref: "heads/main" })).data.object.sha;
const content = async (path: string) => {
  const { data } = await rest().repos.getContent({ ...github.repository, path });
  return "content" in data ? Buffer.from(data.content, "base64").toString() : "";
};
const pullsOf = async (sha: string) =>
  (await rest().repos.listPullRequestsAssociatedWithCommit({ ...github.repository, commit_sha: sha })).data.map(
    (each) => each.number,
  );

describe("merge", () => {
  it.each(["merge", "squash", "rebase"] as const)(
    "%s puts the change on the base branch as it is now",
    async (method) => {
      const { number } = await pullRequest();
      const sha = await github.merge(number, { method, by: "mona" });
      expect(await main()).toBe(sha);
      expect(await files(sha)).toEqual(expect.arrayContaining(["live/a.tf", "live/b.tf", "live/main.tf"]));
      expect(await files(sha)).not.toContain("live/old.tf");
      expect(await content("live/main.tf")).toBe("# moved on\n");
      expect((await rest().pulls.get({ ...github.repository, pull_number: number })).data).toMatchObject({
        state: "closed",
        merged: true,
        merge_commit_sha: sha,
        merged_by: { login: "mona" },
      });
      expect(github.pullRequestEvent(number, "closed")).toMatchObject({
        action: "closed",
        pull_request: { merged: true, merge_commit_sha: sha },
        sender: { login: "mona" },
      });
      await expect(github.merge(number)).rejects.toThrow(/no open pull request/u);
    },
  );

  it("makes the commits that each method makes", async () => {
    const parents = async (sha: string) => (await commit(sha)).parents.map((each) => each.sha);
    const merged = await pullRequest();
    const sha = await github.merge(merged.number);
    expect(await parents(sha)).toEqual([merged.base, merged.commits[1]]);
    expect((await commit(sha)).message).toBe("Merge pull request #1 from octo-org/change");
  });

  it("squashes into one commit and rebases into new ones, author kept", async () => {
    const { number, base, commits } = await pullRequest();
    const last = await github.merge(number, { method: "rebase" });
    const found = await commit(last);
    expect(found).toMatchObject({ message: "Last", author: { name: "mona" }, committer: { name: "maintainer" } });
    const first = await commit(found.parents[0]?.sha ?? "");
    expect(first).toMatchObject({ message: "First", parents: [{ sha: base }] });
    expect(commits).not.toContain(last);
    await github.commit({ branch: "more", files: { "live/c.tf": "# c\n" } });
    const { data } = await rest().pulls.create({ ...github.repository, title: "More", head: "more", base: "main" });
    const squashed = await commit(await github.merge(data.number, { method: "squash" }));
    expect(squashed).toMatchObject({ message: `More (#${data.number})`, parents: [{ sha: last }] });
    // Each new commit leads to its pull request, the commits of a rebased branch still do as well.
    expect(await Promise.all([last, first.sha, squashed.sha, ...commits].map(pullsOf))).toEqual([
      [number],
      [number],
      [data.number],
      [number],
      [number],
    ]);
  });

  it("gives a made-up head a made-up merge commit", async () => {
    const { number } = github.addPullRequest();
    const before = await main();
    expect(await github.merge(number, { method: "squash" })).toMatch(/^c+1$/u);
    expect(await main()).toBe(before);
  });

  it("names a commit that tests the merge before there is one, and lists less than it shows", async () => {
    const { number } = github.addPullRequest();
    const { data } = await rest().pulls.get({ ...github.repository, pull_number: number });
    expect([data.merge_commit_sha, data.merged]).toEqual([expect.stringMatching(/^e+1$/u), false]);
    const [listed] = (await rest().pulls.list(github.repository)).data;
    expect(listed).not.toHaveProperty("merged");
    expect(listed).toHaveProperty("merged_at", null);
  });

  it("lists neither closed pull requests of a commit, nor open ones once it is on the default branch", async () => {
    const { commits, number } = await pullRequest();
    const [first = ""] = commits;
    github.addPullRequest({ headRef: "other", headSha: first });
    github.addPullRequest({ headRef: "closed", headSha: first, state: "closed" });
    expect(await pullsOf(first)).toEqual([number, number + 1]);
    await github.merge(number);
    expect(await pullsOf(first)).toEqual([number]);
  });
});

describe("pushEvent", () => {
  it("tells what a push of a commit tells", async () => {
    const before = await main();
    const sha = await github.commit({ files: { "a.tf": "# a\n" }, message: "Add a", author: "mona" });
    expect(await github.pushEvent(sha)).toMatchObject({
      ref: "refs/heads/main",
      before,
      after: sha,
      head_commit: { id: sha, message: "Add a" },
      repository: { full_name: "octo-org/infrastructure" },
      pusher: { name: "mona" },
    });
    expect(await github.pushEvent("9".repeat(40), "release")).toMatchObject({
      ref: "refs/heads/release",
      after: "9".repeat(40),
      before: "0".repeat(40),
    });
  });
});
