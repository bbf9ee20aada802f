/** Two runs at once, and answers that get lost. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { runs, startGitHub } from "@handrail/testkit";
import type { GitHub, GitHubFault, Match } from "@handrail/testkit";
import { heldOf, openPulls, PREFIX, runSync, told, wish } from "./sync-fixture.ts";

let github: GitHub;
const aws = wish("aws", "6.2.0");
const next = wish("aws", "6.3.0");

beforeEach(async () => {
  github = await startGitHub({ files: { "live/aws.tf": 'version = "6.1.0"\n' } });
});
afterEach(async () => {
  await github.close();
});

describe("H091: two runs at once", () => {
  it.each([
    "GET /repos/:o/:r/pulls",
    "GET /repos/:o/:r/git/matching-refs/*",
    "POST /repos/:o/:r/git/trees",
    "POST /repos/:o/:r/git/commits",
    "POST /repos/:o/:r/git/refs",
    "POST /repos/:o/:r/pulls",
  ])("that meet at %s open one pull request on one branch", async (on) => {
    for (const stage of ["before", "after"] as const) {
      const version = stage === "before" ? "1.0.0" : "2.0.0";
      github.barrier(on, 2, stage);
      const both = await Promise.all([
        runSync(github, [wish("aws", version)]),
        runSync(github, [wish("aws", version)]),
      ]);
      github.faults.clear();
      expect(openPulls(github)).toHaveLength(1);
      expect(Object.keys(await github.branches())).toEqual([wish("aws", version).branch, "main"]);
      expect(both.flatMap(({ held }) => held)).toEqual([]);
      const numbers = both.flatMap(({ results }) =>
        results.filter(({ state }) => state !== "closed").map(({ number }) => number),
      );
      expect(new Set(numbers)).toEqual(new Set(openPulls(github).map((each) => each.number)));
      expect((await runSync(github, [wish("aws", version)])).writes).toEqual([]);
    }
  });

  it("that bring the same one up to date leave one commit on the branch", async () => {
    await runSync(github, [aws]);
    const changed = wish("aws", "6.2.0", { ground: "other" });
    github.barrier("POST /repos/:o/:r/git/commits", 2, "after");
    await Promise.all([runSync(github, [changed]), runSync(github, [changed])]);
    github.faults.clear();
    const head = (await github.branches())[aws.branch] ?? "";
    expect((await github.history(head)).slice(1)).toEqual(
      await github.history((await github.branches())["main"] ?? ""),
    );
    await runSync(github, [changed]);
    expect((await runSync(github, [changed])).writes).toEqual([]);
    expect(openPulls(github)).toHaveLength(1);
  });

  it("that supersede the same one say so once", async () => {
    await runSync(github, [aws]);
    github.barrier("POST /repos/:o/:r/issues/:n/comments", 2, "before");
    await Promise.all([runSync(github, [next]), runSync(github, [next])]);
    github.faults.clear();
    expect([openPulls(github).map((each) => each.number), github.comments(1).length]).toEqual([[2], 1]);
    expect((await runSync(github, [next])).writes).toEqual([]);
  });

  it("that want different versions leave one of them open", async () => {
    github.barrier("POST /repos/:o/:r/pulls", 2, "after");
    await Promise.all([runSync(github, [aws]), runSync(github, [next])]);
    github.faults.clear();
    expect(openPulls(github).map((each) => each.number)).toEqual([2]);
    expect(github.comments(1)[0]?.body).toContain("Superseded by #2.");
    await runSync(github, [next]);
    expect(openPulls(github).map((each) => each.title)).toEqual([next.title]);
    expect((await runSync(github, [next])).writes).toEqual([]);
  });

  it("of which one is behind: it does not bring back what it knows", async () => {
    const old = (await github.branches())["main"] ?? "";
    const files = [{ path: "live/aws.tf", mode: "100644" as const, text: 'new\nversion = "6.2.0"\n' }];
    await github.commit({ files: { "live/aws.tf": 'new\nversion = "6.1.0"\n' } });
    const ahead = wish("aws", "6.2.0", { files, ground: "new" });
    await runSync(github, [ahead, wish("tls", "4.1.0")]);
    const run = await runSync(github, [aws], { base: { branch: "main", sha: old } });
    expect([told(run), run.writes]).toEqual([["unchanged 1", "unchanged 2"], []]);
  });
});

describe("a pull request that cannot be told for the moment", () => {
  it("keeps others from being opened in its place, and nothing else", async () => {
    await runSync(github, [aws, wish("tls", "4.1.0")]);
    github.issue(1).body = "Mine.";
    github.faults.add({ on: "GET /repos/:o/:r/compare/*", fault: "503", nth: "all" });
    const run = await runSync(github, [next, wish("tls", "4.1.0"), wish("dns", "1.0.0")]);
    expect([told(run), run.writes]).toEqual([["unchanged 2", "unchanged 1"], []]);
    expect(run.held.map(({ key, isFailure }) => [key, isFailure])).toEqual([
      [next.key, true],
      ["provider hashicorp/dns", true],
    ]);
    github.faults.clear();
    expect(told(await runSync(github, [next, wish("tls", "4.1.0")]))).toEqual(["unchanged 2", "created 3", "closed 1"]);
  });
});

type Fault = { fault: GitHubFault; nth: "all" | 1 };
const FAULTS: readonly Fault[] = [
  { fault: "503", nth: "all" },
  { fault: "403-permission", nth: "all" },
  { fault: "commit-then-502", nth: "all" },
  { fault: "reset-after-commit", nth: 1 },
  { fault: "409", nth: "all" },
  { fault: "422-too-long", nth: "all" },
  { fault: "503", nth: 1 },
  { fault: "commit-then-502", nth: 1 },
  { fault: "reset-before", nth: "all" },
  { fault: "truncated-json", nth: "all" },
];
const CALLS: readonly Match[] = [
  { on: "GET /repos/:o/:r/git/commits/:sha" },
  { on: "POST /repos/:o/:r/git/trees" },
  { on: "POST /repos/:o/:r/git/commits" },
  { on: "POST /repos/:o/:r/git/refs" },
  { on: "POST /graphql", body: "updateRefs" },
  { on: "GET /repos/:o/:r/compare/*" },
  { on: "POST /repos/:o/:r/pulls" },
  { on: "PATCH /repos/:o/:r/pulls/:n" },
  { on: "POST /repos/:o/:r/issues/:n/comments" },
  { on: "GET /repos/:o/:r/issues/:n/comments" },
  { on: "POST /repos/:o/:r/issues/:n/labels" },
  { on: "POST /repos/:o/:r/issues/:n/assignees" },
  { on: "POST /repos/:o/:r/pulls/:n/requested_reviewers" },
];

const options = { labels: ["deps"], assignees: ["mona"], reviewers: ["hubot"] };
/** What there is: one to bring up to date, one to supersede, one to close. */
const before = ["changed", "newer", "unwanted"].map((name) => wish(name, "1.0.0"));
const wishes = [wish("new", "1.0.0"), wish("changed", "1.0.0", { ground: "other" }), wish("newer", "1.1.0")];
const branches = ["changed-1.0.0", "new-1.0.0", "newer-1.1.0"].map((name) => `${PREFIX}/hashicorp-${name}`);

describe("a fault at any call", () => {
  // In npm test each call meets two of them: the first, and one in turn.
  const turns = (at: number): Fault[] => FAULTS.filter((_, nth) => nth === 0 || nth === 1 + (at % (FAULTS.length - 1)));
  const cases = CALLS.flatMap((call, at) =>
    FAULTS.slice(0, runs(0, FAULTS.length))
      .concat(runs(1, 0) === 1 ? turns(at) : [])
      .map((fault) => [call.on, fault.fault, fault.nth, { ...call, ...fault }] as const),
  );

  it.each(cases)("%s: %s (%s) is healed by the next run", async (_, __, ___, rule) => {
    await runSync(github, before, options);
    github.faults.add(rule);
    const failed = await runSync(github, wishes, options);
    github.faults.clear();
    for (const { reason, isFailure } of failed.held) expect([reason, isFailure]).toEqual(["pull-request-failed", true]);
    await runSync(github, wishes, options);
    const open = openPulls(github);
    expect(new Set(open.map((each) => each.pull?.head.ref))).toEqual(new Set(branches));
    expect(open).toHaveLength(branches.length);
    expect(Object.keys(await github.branches()).sort()).toEqual([...branches, "main"]);
    for (const { labels } of open) expect(labels).toEqual(["deps"]);
    for (const { number } of github.issues()) expect(github.comments(number).length).toBeLessThanOrEqual(1);
    const settled = await runSync(github, wishes, options);
    expect([settled.writes, heldOf(settled)]).toEqual([[], []]);
  });
});
