/** What people do to our branches and pull requests is never overwritten, and always told. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { startGitHub } from "@handrail/testkit";
import type { GitHub } from "@handrail/testkit";
import { BOT, heldOf, openPulls, PREFIX, runSync, told, wish } from "./sync-fixture.ts";

let github: GitHub;
const aws = wish("aws", "6.2.0");
const changed = wish("aws", "6.2.0", {
  ground: "other",
  files: [{ path: "live/aws.tf", mode: "100644", text: "x\n" }],
});
const next = wish("aws", "6.3.0");
const head = async () => (await github.branches())[aws.branch] ?? "";

beforeEach(async () => {
  github = await startGitHub({ files: { "live/aws.tf": 'version = "6.1.0"\n' } });
  await runSync(github, [aws]);
});
afterEach(async () => {
  await github.close();
});

/** What people do, and who is named for it. */
const DEEDS: readonly (readonly [string, string, () => Promise<string>])[] = [
  ["commits to it", "mona", () => github.commit({ branch: aws.branch, files: { fix: "1" }, author: "mona" })],
  [
    "commits with our words",
    "mona",
    () =>
      github.commit({
        branch: aws.branch,
        files: { fix: "1" },
        author: "mona",
        message: "Fix\n\nHandrail-Bump: provider hashicorp/aws",
      }),
  ],
  [
    "has another workflow commit with the same token",
    BOT,
    () => github.commit({ branch: aws.branch, files: { fix: "1" }, author: BOT, message: "Format" }),
  ],
  [
    "rewrites our commit",
    BOT,
    async () => {
      const parent = (await github.history(await head()))[1] ?? "";
      return github.commit({
        branch: aws.branch,
        files: { "live/aws.tf": "mine\n" },
        parent,
        author: BOT,
        committer: "mona",
        message: "Bump\n\nHandrail-Bump: provider hashicorp/aws",
      });
    },
  ],
  [
    "puts a history of their own there",
    "mona",
    async () =>
      github.commit({
        branch: aws.branch,
        files: { own: "1" },
        author: "mona",
        parent: (await github.branches())["main"] ?? "",
      }),
  ],
  [
    "merges the base into it",
    "mona",
    async () => {
      await github.commit({ files: { "README.md": "new\n" } });
      return github.updateBranch(1, "mona");
    },
  ],
];

describe("H092: a branch that somebody committed to", () => {
  it.each(DEEDS)("who %s (%s): stays as it is", async (_, who, deed) => {
    const theirs = await deed();
    for (const wishes of [[aws], [changed], [next], []]) {
      const run = await runSync(github, wishes);
      expect([told(run), heldOf(run), run.writes]).toEqual([["unchanged 1"], [`human-commits ${aws.key}`], []]);
      expect(run.held[0]?.why).toContain(who);
      expect(run.held[0]?.why).toContain("#1");
      expect(run.held[0]?.isFailure).toBeUndefined();
    }
    expect([await head(), openPulls(github).length]).toEqual([theirs, 1]);
  });

  it("is ours again when they take their commits away", async () => {
    const ours = await head();
    await github.commit({ branch: aws.branch, files: { fix: "1" }, author: "mona" });
    await github.upstream.request("PATCH", `/repos/octo-org/infrastructure/git/refs/heads/${aws.branch}`, {
      sha: ours,
      force: true,
    });
    expect((await runSync(github, [aws])).writes).toEqual([]);
    expect(told(await runSync(github, [changed]))).toEqual(["updated 1"]);
  });

  it("stays when they merged it, and when they closed it", async () => {
    const theirs = await github.commit({ branch: aws.branch, files: { fix: "1" }, author: "mona" });
    await github.closePull(1, "mona");
    expect(heldOf(await runSync(github, [aws]))).toEqual([`closed-by-maintainer ${aws.key}`]);
    expect(told(await runSync(github, [next]))).toEqual(["created 2"]);
    expect(await head()).toBe(theirs);
  });

  it("is the only one that is open for its update", async () => {
    // Another run ended between opening the newer one and closing this one; then somebody committed to this one.
    github.faults.add({ on: "PATCH /repos/:o/:r/pulls/:n", fault: "503", nth: "all" });
    await runSync(github, [next]);
    github.faults.clear();
    const theirs = await github.commit({ branch: aws.branch, files: { fix: "1" }, author: "mona" });
    const run = await runSync(github, [next]);
    expect([told(run), heldOf(run)]).toEqual([["closed 2", "unchanged 1"], [`human-commits ${aws.key}`]]);
    expect(github.comments(2)[0]?.body).toContain("#1");
    const second = await runSync(github, [next]);
    expect([told(second), second.writes, await head()]).toEqual([["unchanged 1"], [], theirs]);
  });

  it.each([
    ["after we looked", { on: "GET /repos/:o/:r/compare/*", stage: "after" as const }],
    ["while we make a commit", { on: "POST /repos/:o/:r/git/commits" }],
    ["right before we move the branch", { on: "POST /graphql", body: "updateRefs" }],
  ])("a commit in the very moment, %s, is not lost", async (_, match) => {
    const hold = github.faults.add({ ...match, fault: "delay" });
    const running = runSync(github, [changed]);
    await hold.arrived();
    const theirs = await github.commit({ branch: aws.branch, files: { fix: "1" }, author: "mona" });
    hold.remove();
    const run = await running;
    expect([await head(), heldOf(run)]).toEqual([theirs, [`human-commits ${aws.key}`]]);
  });

  it("a commit in the moment of closing keeps its branch", async () => {
    const hold = github.hold("PATCH /repos/:o/:r/pulls/:n", "after");
    const running = runSync(github, []);
    await hold.arrived();
    const theirs = await github.commit({ branch: aws.branch, files: { fix: "1" }, author: "mona" });
    hold.remove();
    expect((await running).said).toEqual([expect.stringContaining("moved in the meantime")]);
    expect(await head()).toBe(theirs);
    expect((await runSync(github, [])).writes).toEqual([]);
  });
});

describe("pull requests of others", () => {
  it("on our branch are left alone, and nothing else is opened for it", async () => {
    await github.closePull(1, "mona");
    github.addPullRequest({ headRef: next.branch, author: "mona", title: "Mine" });
    const run = await runSync(github, [next]);
    expect([told(run), heldOf(run), run.writes]).toEqual([[], [`human-commits ${aws.key}`], []]);
    expect(run.held[0]?.why).toMatch(/#2 .*mona/);
  });

  it("that another token opened for the same are left alone", async () => {
    const run = await runSync(github, [next], { who: "app" });
    expect([told(run), heldOf(run), run.writes]).toEqual([[], [`human-commits ${aws.key}`], []]);
    expect(run.held[0]?.why).toContain(BOT);
    await github.closePull(1);
    expect(told(await runSync(github, [next], { who: "app" }))).toEqual(["created 2"]);
  });

  it("from forks, and with our marker in their text, are nobody's concern", async () => {
    const body = github.issue(1).body ?? "";
    github.addPullRequest({ headRef: aws.branch, fork: "mallory/infrastructure", author: "mallory", body });
    github.addPullRequest({ headRef: "feature", author: "mallory", body });
    const run = await runSync(github, [aws]);
    expect([told(run), run.writes]).toEqual([["unchanged 1"], []]);
    expect(told(await runSync(github, [next]))).toEqual(["created 4", "closed 1"]);
  });

  it("for another base branch have their branch to themselves", async () => {
    await github.commit({ branch: "release", files: { x: "1" } });
    const sha = (await github.branches())["release"] ?? "";
    const run = await runSync(github, [aws], { base: { branch: "release", sha } });
    expect([told(run), heldOf(run), run.writes]).toEqual([[], [`human-commits ${aws.key}`], []]);
    expect(run.held[0]?.why).toContain("branch-prefix");
  });
});

describe("a maintainer's edits of the marker", () => {
  it("that name another commit cannot make a branch ours", async () => {
    const theirs = await github.commit({ branch: aws.branch, files: { fix: "1" }, author: "mona" });
    const { markBody, readMark, textOf } = await import("./mark.ts");
    const issue = github.issue(1);
    const mark = readMark(issue.body ?? "");
    if (mark === undefined) throw new Error("there is no marker");
    issue.body = markBody({ ...mark, head: theirs }, textOf(issue.body ?? ""));
    expect((await runSync(github, [aws])).writes).toEqual([]);
    expect(heldOf(await runSync(github, [changed]))).toEqual([`human-commits ${aws.key}`]);
    expect(await head()).toBe(theirs);
  });

  it("together with commits of their own leave nothing to go by, so it stays", async () => {
    github.issue(1).body = "Mine now.";
    await github.commit({
      branch: aws.branch,
      files: { own: "1" },
      author: "mona",
      parent: (await github.branches())["main"] ?? "",
    });
    const run = await runSync(github, []);
    expect([told(run), heldOf(run), run.writes]).toEqual([["unchanged 1"], ["human-commits "], []]);
    // The branch's name still tells that a newer version would be a second one for the same.
    const second = await runSync(github, [next]);
    expect([told(second), heldOf(second), second.writes]).toEqual([["unchanged 1"], [`human-commits ${aws.key}`], []]);
  });
});

describe("branches with our prefix", () => {
  it("that somebody else made are never touched", async () => {
    const theirs = await github.commit({ branch: `${PREFIX}/theirs`, files: { x: "1" }, author: "mona" });
    const inTheWay = await github.commit({ branch: next.branch, files: { x: "1" }, author: "mona" });
    const run = await runSync(github, [next]);
    expect([told(run), heldOf(run), run.writes]).toEqual([["unchanged 1"], [`human-commits ${aws.key}`], []]);
    expect(run.held[0]?.why).toContain("Delete the branch");
    expect(await github.branches()).toMatchObject({ [`${PREFIX}/theirs`]: theirs, [next.branch]: inTheWay });
  });

  it("that begin like it without the slash are nobody's concern", async () => {
    await github.commit({ branch: `${PREFIX}-old/x`, files: { x: "1" } });
    expect((await runSync(github, [aws])).writes).toEqual([]);
  });
});
