/** What GitHub does not let us do: workflow files, settings, rules, missing permissions. Each is named, the rest goes on. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { startGitHub } from "@handrail/testkit";
import type { GitHub } from "@handrail/testkit";
import { fileOn, heldOf, openPulls, PREFIX, runSync, told, wish } from "./sync-fixture.ts";

let github: GitHub;
const workflow = ".github/workflows/plan.yml";
const file = (path: string, text = "new\n") => ({ path, mode: "100644" as const, text });
const mixed = wish("terraform", "1.9.0", { files: [file(workflow), file("live/main.tf")] });
const only = wish("setup", "1.9.0", { files: [file(workflow)] });
const aws = wish("aws", "6.2.0");
const tls = wish("tls", "4.1.0");

beforeEach(async () => {
  github = await startGitHub({ files: { "live/main.tf": "old\n" } });
});
afterEach(async () => {
  await github.close();
});

describe("workflow files", () => {
  it("are left out by the job's own token, without trying, and listed", async () => {
    const run = await runSync(github, [mixed]);
    expect(told(run)).toEqual(["created 1"]);
    expect(run.held).toEqual([
      {
        key: mixed.key,
        reason: "needs-workflows-permission",
        file: workflow,
        why: expect.stringContaining(workflow) as unknown,
      },
    ]);
    expect(run.leftOut).toEqual(new Map([[mixed.key, [workflow]]]));
    expect(github.issue(1).body).toContain(`- left out: ${workflow}`);
    expect([await fileOn(github, mixed.branch, "live/main.tf"), await fileOn(github, mixed.branch, workflow)]).toEqual([
      "new\n",
      undefined,
    ]);
    expect(github.requests.filter((each) => each.status === 403)).toEqual([]);
    const second = await runSync(github, [mixed]);
    expect([told(second), heldOf(second), second.writes, second.leftOut.size]).toEqual([
      ["unchanged 1"],
      [`needs-workflows-permission ${mixed.key}`],
      [],
      1,
    ]);
  });

  it.each([
    ["an App without the permission, 403", "app"],
    ["a token that is told of nothing, 404", "mona"],
  ])("are tried by %s, and then left out", async (_, who) => {
    github.permit({ contents: "write", "pull-requests": "write" });
    if (who === "mona")
      github.faults.add({ on: "POST /repos/:o/:r/git/trees", fault: "404", body: workflow, nth: "all" });
    const run = await runSync(github, [mixed, only, wish("other", "1.0.0", { files: mixed.files })], { who });
    expect(told(run)).toEqual(["created 1", "created 2"]);
    expect(heldOf(run).sort()).toEqual(
      [mixed.key, only.key, "provider hashicorp/other"].map((key) => `needs-workflows-permission ${key}`).sort(),
    );
    expect([await fileOn(github, mixed.branch, "live/main.tf"), await fileOn(github, mixed.branch, workflow)]).toEqual([
      "new\n",
      undefined,
    ]);
    // Tried once: what holds for the first holds for the others.
    expect(run.writes.filter((each) => each.endsWith("git/trees"))).toHaveLength(3);
    const second = await runSync(github, [mixed], { who });
    expect([told(second).slice(0, 1), heldOf(second), second.leftOut.size]).toEqual([
      ["closed 2"],
      [`needs-workflows-permission ${mixed.key}`],
      1,
    ]);
    expect((await runSync(github, [mixed], { who })).writes).toEqual([]);
  });

  it("are written by an App that may, also those that had been left out before", async () => {
    github.permit({ contents: "write", "pull-requests": "write" });
    await runSync(github, [mixed], { who: "app" });
    github.permit({ contents: "write", "pull-requests": "write", workflows: "write" });
    expect((await runSync(github, [mixed], { who: "app" })).writes).toEqual([]);
    const run = await runSync(github, [mixed, only], { who: "app", mayWriteWorkflows: true });
    expect([told(run), run.held]).toEqual([["updated 1", "created 2"], []]);
    expect(await fileOn(github, mixed.branch, workflow)).toBe("new\n");
    expect((await runSync(github, [mixed, only], { who: "app" })).writes).toEqual([]);
  });

  it("alone make no pull request, and no branch", async () => {
    const run = await runSync(github, [only]);
    expect([told(run), heldOf(run), run.writes]).toEqual([
      [],
      Array(2).fill(`needs-workflows-permission ${only.key}`),
      [],
    ]);
    expect(run.held[1]?.file).toBe(workflow);
    github.permit({ contents: "write", "pull-requests": "write" });
    const tried = await runSync(github, [only], { who: "app" });
    expect([told(tried), tried.leftOut.get(only.key)]).toEqual([[], [workflow]]);
    expect(Object.keys(await github.branches())).toEqual(["main"]);
  });
});

describe("the setting that lets Actions open pull requests", () => {
  it("is named, and not run against again and again", async () => {
    github.settings({ mayActionsOpenPulls: false });
    const run = await runSync(github, [aws, tls]);
    expect(heldOf(run)).toEqual([`pull-request-failed ${aws.key}`, `pull-request-failed ${tls.key}`]);
    for (const { why, isFailure } of run.held) {
      expect(isFailure).toBe(true);
      expect(why).toContain("Settings > Actions > General > Workflow permissions");
      expect(why).toContain("Allow GitHub Actions to create and approve pull requests");
    }
    expect(run.writes.filter((each) => each.endsWith("/pulls"))).toHaveLength(1);
    expect(Object.keys(await github.branches())).toEqual([aws.branch, "main"]);
    github.settings({ mayActionsOpenPulls: true });
    expect(told(await runSync(github, [aws, tls]))).toEqual(["created 1", "created 2"]);
  });

  it("does not keep what is open from being brought up to date", async () => {
    await runSync(github, [tls]);
    github.settings({ mayActionsOpenPulls: false });
    const run = await runSync(github, [aws, wish("tls", "4.1.0", { ground: "other" })]);
    expect([told(run), heldOf(run)]).toEqual([["updated 1"], [`pull-request-failed ${aws.key}`]]);
  });
});

describe("what else is against it", () => {
  it("rules of the repository hold the one that they are about", async () => {
    github.settings({ restrictedPrefix: aws.branch });
    const run = await runSync(github, [aws, tls]);
    expect([told(run), heldOf(run)]).toEqual([["created 1"], [`pull-request-failed ${aws.key}`]]);
    expect(run.held[0]?.why).toContain("ruleset");
  });

  it("an archived repository, a token without rights: said once for each, tried once", async () => {
    await runSync(github, [tls]);
    github.settings({ isArchived: true });
    const archived = await runSync(github, [aws, wish("b", "1.0.0"), tls]);
    expect([told(archived), archived.held.map(({ why }) => why.includes("archived")), archived.writes.length]).toEqual([
      ["unchanged 1"],
      [true, true],
      1,
    ]);
    github.settings({ isArchived: false });
    github.permit({ contents: "read", "pull-requests": "write" });
    const run = await runSync(github, [aws, wish("b", "1.0.0")], { isUnknown: (key) => key === tls.key });
    expect([run.held.map(({ why }) => why.includes("`contents: write`")), run.writes.length]).toEqual([
      [true, true],
      1,
    ]);
  });

  it("a token without pull-requests: write leaves a branch that the next run goes on with", async () => {
    github.permit({ contents: "write", "pull-requests": "read" });
    const run = await runSync(github, [aws]);
    expect(run.held[0]?.why).toContain("`pull-requests: write`");
    github.permit(undefined);
    expect(told(await runSync(github, [aws]))).toEqual(["created 1"]);
  });

  it("a token that ends in the middle: the rest is held without a call", async () => {
    github.faults.add({ on: "POST /repos/:o/:r/git/commits", fault: "401", nth: 2 });
    const run = await runSync(github, [aws, tls, wish("b", "1.0.0")]);
    expect([told(run), heldOf(run).length]).toEqual([["created 1"], 2]);
    expect(run.held.map(({ why }) => why.includes("github-token"))).toEqual([true, true]);
    expect(run.asked.at(-1)).toBe("POST /repos/octo-org/infrastructure/git/commits");
  });

  it("a repository without drafts gets pull requests that are ready", async () => {
    github.faults.add({ on: "POST /repos/:o/:r/pulls", fault: "422-no-drafts", body: '"draft":true', nth: "all" });
    const run = await runSync(github, [aws, tls], { isDraft: true });
    expect([told(run), run.notes.length, openPulls(github).map((each) => each.pull?.isDraft)]).toEqual([
      ["created 1", "created 2"],
      1,
      [false, false],
    ]);
  });

  it("a locked conversation is closed without words", async () => {
    await runSync(github, [aws]);
    github.issue(1).isLocked = true;
    expect([told(await runSync(github, [])), github.comments(1)]).toEqual([["closed 1"], []]);
  });

  it("a base branch that is gone ends it with a reason", async () => {
    await expect(runSync(github, [aws], { base: { branch: "gone", sha: "1".repeat(40) } })).rejects.toMatchObject({
      reason: "base-moved",
      what: expect.stringContaining('"gone"') as unknown,
    });
  });
});

describe("a caller's mistakes", () => {
  it("are no fights over one pull request", async () => {
    const run = await runSync(github, [aws, { ...tls, branch: aws.branch }, { ...tls, target: aws.target }]);
    expect([told(run), heldOf(run)]).toEqual([["created 1"], Array(2).fill(`pull-request-failed ${tls.key}`)]);
    await expect(runSync(github, [{ ...aws, branch: `${PREFIX}-x` }])).rejects.toThrow(TypeError);
  });
});
