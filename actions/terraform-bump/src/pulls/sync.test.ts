import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { startGitHub } from "@handrail/testkit";
import type { GitHub } from "@handrail/testkit";
import { readMark } from "./mark.ts";
import { BOT, fileOn, heldOf, openPulls, PREFIX, runSync, told, wish } from "./sync-fixture.ts";

let github: GitHub;
const aws = wish("aws", "6.2.0");
const next = wish("aws", "6.3.0");
const tls = wish("tls", "4.1.0");

beforeEach(async () => {
  github = await startGitHub({ files: { "live/aws.tf": 'version = "6.1.0"\n', "live/tls.tf": 'version = "4.0.0"\n' } });
});
afterEach(async () => {
  await github.close();
});

describe("what is new", () => {
  it("becomes a branch, a signed commit and a pull request", async () => {
    const run = await runSync(github, [aws, tls]);
    expect(told(run)).toEqual(["created 1", "created 2"]);
    expect(run.results[0]).toEqual({
      key: aws.key,
      number: 1,
      url: `${github.url}/octo-org/infrastructure/pull/1`,
      branch: aws.branch,
      state: "created",
    });
    const { title, body, author, pull } = github.issue(1);
    expect([title, author.login, pull?.base.ref, pull?.head.ref]).toEqual([aws.title, BOT, "main", aws.branch]);
    expect(body?.split("\n").slice(1).join("\n")).toBe("Brings aws 6.2.0.\n");
    expect(await fileOn(github, aws.branch, "live/aws.tf")).toBe('version = "6.2.0"\n');
    expect(await fileOn(github, aws.branch, "live/tls.tf")).toBe('version = "4.0.0"\n');
    const { body: commit } = await github.upstream.request(
      "GET",
      `/repos/octo-org/infrastructure/git/commits/${pull?.head.sha ?? ""}`,
    );
    expect(commit).toMatchObject({
      message: expect.stringMatching(
        /^Bump hashicorp\/aws to 6\.2\.0\n\nHandrail-Bump: provider hashicorp\/aws\nHandrail-Content: [0-9a-f]{64}\n$/,
      ) as unknown,
      committer: { email: "noreply@github.com" },
    });
    expect(run.sleeps).toEqual([1_000]);
  });

  it("is dressed once, and a maintainer's from then on", async () => {
    const options = {
      labels: ["deps", "terraform"],
      assignees: ["mona", "stranger"],
      reviewers: ["hubot"],
      teamReviewers: ["infra"],
      isDraft: true,
    };
    github.collaborator("stranger", "none");
    const run = await runSync(github, [aws], options);
    expect(github.issue(1)).toMatchObject({
      labels: ["deps", "terraform"],
      assignees: [{ login: "mona" }],
      pull: { isDraft: true, reviewers: ["hubot"], teamReviewers: ["infra"] },
    });
    expect(run.notes).toEqual([expect.stringContaining("could not be assigned to stranger")]);
    github.labels(1, []);
    const second = await runSync(github, [aws], options);
    expect([told(second), second.writes, github.labels(1)]).toEqual([["unchanged 1"], [], []]);
  });

  it("is opened although somebody cannot review it", async () => {
    github.collaborator("stranger", "none");
    const options = { labels: ["deps"], reviewers: ["stranger"], teamReviewers: ["infra"] };
    const run = await runSync(github, [aws], options);
    expect([told(run), github.labels(1), github.issue(1).pull?.teamReviewers]).toEqual([
      ["created 1"],
      ["deps"],
      ["infra"],
    ]);
    expect(run.notes).toEqual([expect.stringContaining("not a collaborator")]);
    expect((await runSync(github, [aws], options)).writes).toEqual([]);
  });

  it("is dressed by the next run when this one could not", async () => {
    const options = { labels: ["deps"], reviewers: ["hubot"] };
    github.faults.add({ on: "POST /repos/:o/:r/pulls/:n/requested_reviewers", fault: "503", nth: "all" });
    expect((await runSync(github, [aws], options)).notes).toHaveLength(1);
    github.faults.clear();
    expect(github.labels(1)).toEqual([]);
    await runSync(github, [aws], options);
    expect([github.labels(1), github.issue(1).pull?.reviewers]).toEqual([["deps"], ["hubot"]]);
    expect((await runSync(github, [aws], options)).writes).toEqual([]);
  });

  it("waits for room, in the order it was given; what is open goes on", async () => {
    const wishes = ["a", "b", "c"].map((name) => wish(name, "1.0.0"));
    const run = await runSync(github, wishes, { maxOpen: 2 });
    expect([told(run), heldOf(run)]).toEqual([["created 1", "created 2"], ["limit provider hashicorp/c"]]);
    const changed = [wish("c", "1.0.0"), wish("b", "1.0.0", { ground: "other" }), wish("a", "1.1.0")];
    const second = await runSync(github, changed, { maxOpen: 2 });
    expect([told(second), heldOf(second)]).toEqual([
      ["updated 2", "created 3", "closed 1"],
      ["limit provider hashicorp/c"],
    ]);
    await github.merge(2);
    const third = await runSync(github, [wish("c", "1.0.0"), wish("a", "1.1.0")], { maxOpen: 2 });
    expect(told(third)).toEqual(["unchanged 3", "created 4"]);
  });
});

describe("a second run", () => {
  it("makes no write, and few reads", async () => {
    await runSync(github, [aws, tls], { labels: ["deps"] });
    const { writes, asked, results } = await runSync(github, [aws, tls], { labels: ["deps"] });
    expect(writes).toEqual([]);
    expect(results.map(({ state }) => state)).toEqual(["unchanged", "unchanged"]);
    expect(asked).toEqual([
      "POST /graphql",
      "GET /repos/octo-org/infrastructure/git/ref/heads%2Fmain",
      "GET /repos/octo-org/infrastructure/pulls",
      "GET /repos/octo-org/infrastructure/git/matching-refs/heads%2Fhandrail%2Fbump%2F",
    ]);
  });

  it("leaves alone what moves beside it: the base, other branches, words of maintainers", async () => {
    await runSync(github, [aws]);
    await github.commit({ files: { "README.md": "new\n" } });
    Object.assign(github.issue(1), { title: "Mine", body: `${github.issue(1).body ?? ""}\nLooks good.` });
    github.labels(1, ["wip"]);
    const reworded = wish("aws", "6.2.0", { title: "New words", body: () => "New words" });
    expect((await runSync(github, [reworded])).writes).toEqual([]);
    expect(github.issue(1).title).toBe("Mine");
  });

  it("knows its pull request without the marker", async () => {
    await runSync(github, [aws]);
    github.issue(1).body = "Rewritten by hand.";
    const run = await runSync(github, [aws]);
    expect([told(run), run.writes]).toEqual([["unchanged 1"], []]);
    const changed = await runSync(github, [wish("aws", "6.2.0", { ground: "other" })]);
    expect(told(changed)).toEqual(["updated 1"]);
    expect(github.issue(1).body).toContain("Brings aws 6.2.0.");
    github.issue(1).body = null;
    expect(told(await runSync(github, [next]))).toEqual(["created 2", "closed 1"]);
  });
});

describe("what has changed", () => {
  it("is brought up to date on the base as it is now", async () => {
    await runSync(github, [aws]);
    const main = await github.commit({ files: { "live/aws.tf": '# note\nversion = "6.1.0"\n' } });
    const files = [{ path: "live/aws.tf", mode: "100644" as const, text: '# note\nversion = "6.2.0"\n' }];
    const run = await runSync(github, [wish("aws", "6.2.0", { files })]);
    expect([told(run), openPulls(github).length]).toEqual([["updated 1"], 1]);
    const head = (await github.branches())[aws.branch] ?? "";
    expect((await github.history(head)).slice(1)).toEqual(await github.history(main));
    expect(readMark(github.issue(1).body ?? "")?.head).toBe(head);
    expect((await runSync(github, [wish("aws", "6.2.0", { files })])).writes).toEqual([]);
  });

  it("is superseded by a newer version, with a link", async () => {
    await runSync(github, [aws, tls]);
    const run = await runSync(github, [next, tls]);
    expect(told(run)).toEqual(["unchanged 2", "created 3", "closed 1"]);
    expect(github.comments(1).map((each) => each.body.split("\n")[1])).toEqual(["Superseded by #3."]);
    expect(Object.keys(await github.branches()).sort()).toEqual([next.branch, tls.branch, "main"].sort());
    expect((await runSync(github, [next, tls])).writes).toEqual([]);
  });

  it("is superseded by another key for the same target", async () => {
    await runSync(github, [aws]);
    const group = { ...aws, key: "group all", branch: `${PREFIX}/all-6.2.0` };
    expect(told(await runSync(github, [group]))).toEqual(["created 2", "closed 1"]);
  });

  it("is closed when nothing stands behind it any more, and says why", async () => {
    await runSync(github, [aws, tls]);
    const gone = new Map([[tls.key, "`hashicorp/tls` is in the input `ignore`."]]);
    const run = await runSync(github, [], { gone });
    expect([told(run), openPulls(github)]).toEqual([["closed 1", "closed 2"], []]);
    expect(github.comments(1)[0]?.body).toContain("`main` has this version already");
    expect(github.comments(2)[0]?.body).toContain("`hashicorp/tls` is in the input `ignore`.");
    expect(Object.keys(await github.branches())).toEqual(["main"]);
    expect((await runSync(github, [])).writes).toEqual([]);
    expect(told(await runSync(github, [aws]))).toEqual(["created 3"]);
  });

  it("stays when nothing is known of it in this run", async () => {
    await runSync(github, [aws, tls]);
    const run = await runSync(github, [], { isUnknown: (key) => key === aws.key });
    expect(told(run)).toEqual(["closed 2", "unchanged 1"]);
  });
});

describe("a group of which a part is not known", () => {
  it("stays as it is while it is open, and is opened when it is not", async () => {
    const isPartlyKnown = (key: string): boolean => key === aws.key;
    const unknown = { isPartlyKnown, isUnknown: isPartlyKnown };
    expect(told(await runSync(github, [aws], unknown))).toEqual(["created 1"]);
    const run = await runSync(github, [next], unknown);
    expect([told(run), run.writes]).toEqual([["unchanged 1"], []]);
    expect(told(await runSync(github, [next]))).toContain("created 2");
  });
});

describe("what a maintainer closed", () => {
  it("stays closed until a newer version comes", async () => {
    await runSync(github, [aws]);
    await github.closePull(1, "mona");
    const run = await runSync(github, [aws]);
    expect([told(run), heldOf(run), run.writes]).toEqual([[], [`closed-by-maintainer ${aws.key}`], []]);
    expect(run.held[0]?.why).toContain("#1");
    expect(told(await runSync(github, [next]))).toEqual(["created 2"]);
  });

  it("stays closed when the branch was deleted, too", async () => {
    await runSync(github, [aws]);
    await github.deleteBranch(aws.branch, "mona");
    expect(heldOf(await runSync(github, [aws]))).toEqual([`closed-by-maintainer ${aws.key}`]);
    expect(Object.keys(await github.branches())).toEqual(["main"]);
  });

  it("leaves the older one open that it would have taken the place of", async () => {
    await runSync(github, [next]);
    await github.closePull(1, "mona");
    await runSync(github, [aws]);
    const run = await runSync(github, [next]);
    expect([told(run), heldOf(run), run.writes]).toEqual([["unchanged 2"], [`closed-by-maintainer ${aws.key}`], []]);
  });

  it("is ours to close when we closed it", async () => {
    await runSync(github, [aws]);
    await runSync(github, [next]);
    expect(told(await runSync(github, [aws]))).toEqual(["created 3", "closed 2"]);
  });
});

describe("what was merged", () => {
  it("is done, and its branch is nobody's business", async () => {
    await runSync(github, [aws]);
    await github.merge(1, { method: "squash" });
    const run = await runSync(github, []);
    expect([told(run), run.writes]).toEqual([[], []]);
    expect(Object.keys(await github.branches())).toContain(aws.branch);
  });

  it.each(["merge", "squash", "rebase"] as const)(
    "comes again after a revert, on the branch that was left (%s)",
    async (method) => {
      await runSync(github, [aws]);
      await github.merge(1, { method });
      await github.commit({ files: { "live/aws.tf": 'version = "6.1.0"\n' }, message: "Revert" });
      const run = await runSync(github, [aws]);
      expect(told(run)).toEqual(["created 2"]);
      const head = (await github.branches())[aws.branch] ?? "";
      expect((await github.history(head))[1]).toBe((await github.branches())["main"]);
      expect((await runSync(github, [aws])).writes).toEqual([]);
    },
  );

  it("does not come again on a branch that somebody went on with", async () => {
    await runSync(github, [aws]);
    await github.merge(1);
    await github.commit({ branch: aws.branch, files: { more: "1" }, author: "mona" });
    await github.commit({ files: { "live/aws.tf": 'version = "6.1.0"\n' }, message: "Revert" });
    const run = await runSync(github, [aws]);
    expect([heldOf(run), run.writes]).toEqual([[`human-commits ${aws.key}`], []]);
    expect(run.held[0]?.why).toContain("mona");
  });
});

describe("a run that ended too early", () => {
  it("after the branch: the next one opens its pull request, without a new commit", async () => {
    github.faults.add({ on: "POST /repos/:o/:r/pulls", fault: "503", nth: "all" });
    const failed = await runSync(github, [aws]);
    expect(heldOf(failed)).toEqual([`pull-request-failed ${aws.key}`]);
    github.faults.clear();
    const run = await runSync(github, [aws]);
    expect([told(run), run.writes]).toEqual([["created 1"], ["POST /repos/octo-org/infrastructure/pulls"]]);
    expect((await runSync(github, [aws])).writes).toEqual([]);
  });

  it("after the branch, and the wish has changed: the branch is moved, or goes", async () => {
    github.faults.add({ on: "POST /repos/:o/:r/pulls", fault: "503", nth: "all" });
    await runSync(github, [aws, tls]);
    github.faults.clear();
    const changed = wish("aws", "6.2.0", {
      ground: "other",
      files: [{ path: "live/aws.tf", mode: "100755", text: "x\n" }],
    });
    expect(told(await runSync(github, [changed]))).toEqual(["created 1"]);
    expect(await fileOn(github, aws.branch, "live/aws.tf")).toBe("x\n");
    expect(Object.keys(await github.branches()).sort()).toEqual([aws.branch, "main"]);
  });

  it("after the branch was moved: the next one brings the words up to date, without a new commit", async () => {
    await runSync(github, [aws]);
    const changed = wish("aws", "6.2.0", { ground: "other", body: () => "New words.\n" });
    github.faults.add({ on: "PATCH /repos/:o/:r/pulls/:n", fault: "503", nth: "all" });
    expect(heldOf(await runSync(github, [changed]))).toEqual([`pull-request-failed ${aws.key}`]);
    github.faults.clear();
    const run = await runSync(github, [changed]);
    expect([told(run), run.writes]).toEqual([["updated 1"], ["PATCH /repos/octo-org/infrastructure/pulls/1"]]);
    expect(github.issue(1).body).toContain("New words.");
  });

  it("after a comment, after closing: the next one goes on where it ended, and says nothing twice", async () => {
    await runSync(github, [aws]);
    github.faults.add({ on: "PATCH /repos/:o/:r/pulls/:n", fault: "503", nth: "all" });
    await runSync(github, [next]);
    expect(openPulls(github)).toHaveLength(2);
    github.faults.clear();
    github.faults.add({ on: "POST /graphql", body: "updateRefs", fault: "503", nth: "all" });
    const run = await runSync(github, [next]);
    expect([told(run), github.comments(1).length]).toEqual([["unchanged 2", "closed 1"], 1]);
    expect(run.said).toEqual([expect.stringContaining("could not be deleted")]);
    github.faults.clear();
    const third = await runSync(github, [next]);
    expect([told(third), third.writes]).toEqual([["unchanged 2"], ["POST /graphql"]]);
    expect(Object.keys(await github.branches())).toEqual([next.branch, "main"]);
  });
});

describe("a dry run", () => {
  it("reads what a run reads and says what it would do", async () => {
    await runSync(github, [aws, tls]);
    await github.commit({ branch: tls.branch, files: { x: "1" }, author: "mona" });
    const run = await runSync(github, [next, wish("tls", "4.1.0", { ground: "other" }), wish("random", "3.0.0")], {
      isDryRun: true,
      maxOpen: 2,
    });
    expect([told(run), heldOf(run), run.writes]).toEqual([
      ["created 0", "closed 1", "unchanged 2"],
      [`human-commits ${tls.key}`, "limit provider hashicorp/random"],
      [],
    ]);
    expect(run.results[0]).toEqual({ key: aws.key, number: 0, url: "", branch: next.branch, state: "created" });
    const updated = await runSync(github, [wish("aws", "6.2.0", { ground: "other" })], {
      isDryRun: true,
      isUnknown: (key) => key === tls.key,
    });
    expect([told(updated), updated.writes]).toEqual([["updated 1", "unchanged 2"], []]);
  });
});

describe("a thousand files", () => {
  it("are a branch, a commit and a pull request in five calls, without a pause", async () => {
    const paths = Array.from({ length: 1_000 }, (_, at) => `live/r${at}/main.tf`);
    await github.commit({ files: Object.fromEntries(paths.map((path) => [path, "old\n"])) });
    const files = paths.map((path) => ({ path, mode: "100644" as const, text: `${path}\n` }));
    const run = await runSync(github, [wish("aws", "6.2.0", { files })]);
    expect([told(run), run.sleeps]).toEqual([["created 1"], []]);
    expect(run.writes).toEqual(
      ["git/trees", "git/commits", "git/refs", "pulls"].map((path) => `POST /repos/octo-org/infrastructure/${path}`),
    );
    expect((await runSync(github, [wish("aws", "6.2.0", { files })])).writes).toEqual([]);
  });
});
