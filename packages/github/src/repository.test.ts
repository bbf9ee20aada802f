import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { startGitHub, virtualClock } from "@handrail/testkit";
import type { GitHub, GitHubFault } from "@handrail/testkit";
import { createClient, GitHubFailure } from "./client.ts";
import { openRepository } from "./repository.ts";
import type { GitHubRepository } from "./repository.ts";

let github: GitHub;
let sleeps: readonly number[] = [];

beforeEach(async () => {
  github = await startGitHub({ files: { "live/main.tf": "# main\n" } });
});
afterEach(async () => {
  await github.close();
});

function open(who = "github-actions"): GitHubRepository {
  const clock = virtualClock({ mode: "auto" });
  sleeps = clock.sleeps;
  const { apiUrl, graphqlUrl, repository } = github;
  const silent = { info: () => {}, warning: () => {}, debug: () => {}, group: () => {}, endGroup: () => {} };
  const token = github.token(who);
  const client = createClient({ token, apiUrl, graphqlUrl, clock, log: silent, environment: {}, random: () => 0.5 });
  return openRepository(client, { ...repository, graphqlUrl });
}

const asked = (): string[] => github.requests.map((each) => `${each.method} ${each.path}`);
const writes = (): string[] => asked().filter((each) => !each.startsWith("GET") && !each.endsWith("/graphql"));

/** A branch with one commit of ours on main. */
async function bump(repository: GitHubRepository, branch: string, text = "x = 1\n"): Promise<string> {
  const main = (await repository.readBranch("main")) ?? "";
  const tree = await repository.createTree(await repository.treeOf(main), [
    { path: "live/main.tf", mode: "100644", content: text },
  ]);
  const commit = await repository.createCommit({ message: "Bump", tree, parent: main });
  await repository.createBranch(branch, commit);
  return commit;
}

async function fails(promise: Promise<unknown>): Promise<GitHubFailure> {
  const thrown: unknown = await promise.catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(GitHubFailure);
  return thrown as GitHubFailure;
}

// H037: names that a shell, a URL or a pattern would take for something else. H039: names that look like other things.
const STRANGE = [
  "a$(id)",
  "a`id`",
  "a;id",
  "a'b",
  'a"b',
  "a|b",
  "a&b",
  "a${IFS}b",
  "a#b",
  "a%2Fb",
  "a+b",
  "refs/heads/main",
  "heads/main",
  "é/ü",
];

describe("branches", () => {
  it.each(STRANGE)("H037, H039: %j is made, moved, proposed and deleted under exactly this name", async (name) => {
    const repository = open();
    const main = await repository.readBranch("main");
    const first = await bump(repository, name);
    expect(await repository.readBranch(name)).toBe(first);
    expect(await repository.listBranches(name)).toEqual([{ name, sha: first }]);
    const { pull, isNew } = await repository.openPullRequest({
      title: "t",
      body: "",
      head: name,
      base: "main",
      isDraft: false,
    });
    expect([pull.headRef, pull.headSha, isNew]).toEqual([name, first, true]);
    expect(await repository.pullRequestsOfBranch(name)).toMatchObject([{ number: pull.number, headRef: name }]);
    const second = await bump(repository, "other", "y = 1\n");
    expect(await repository.moveBranch(name, { from: first, to: second })).toEqual({ isDone: true, sha: second });
    expect(await repository.deleteBranch(name, second)).toEqual({ isDone: true, sha: undefined });
    expect(await github.branches()).toEqual({ main, other: second });
  });

  it.each(STRANGE)("H037: %j is a base like any other", async (name) => {
    const repository = open();
    await github.commit({ branch: name, files: { base: "1" } });
    await bump(repository, "handrail/bump/x");
    const wanted = { title: "t", body: "", head: "handrail/bump/x", base: name, isDraft: true };
    const { pull } = await repository.openPullRequest(wanted);
    expect(pull.baseRef).toBe(name);
    const listed = await repository.listPullRequests({ prefix: "handrail/bump/", state: "open", base: name });
    expect(listed.map((each) => each.number)).toEqual([pull.number]);
  });

  it("H039: a branch named like a commit does not stand in its place", async () => {
    const repository = open();
    const commit = await bump(repository, "handrail/bump/x");
    const main = (await repository.readBranch("main")) ?? "";
    const decoy = await github.commit({ branch: commit, files: { decoy: "1" }, author: "mallory" });
    expect(await repository.readBranch(commit)).toBe(decoy);
    // What lists commits says so when it was told of another one.
    const failure = await fails(repository.commitsAhead({ base: main, head: commit }));
    expect(failure.reason).toBe("github-bad-answer");
  });

  it("are there or not", async () => {
    const repository = open();
    expect(await repository.readBranch("none")).toBeUndefined();
    expect(await repository.listBranches("none/")).toEqual([]);
  });

  it("of more than a page are all listed, each once", async () => {
    const repository = open();
    const main = (await repository.readBranch("main")) ?? "";
    const names = Array.from({ length: 105 }, (_, at) => `b/${String(at).padStart(3, "0")}`);
    for (const name of names) await repository.createBranch(name, main);
    expect((await repository.listBranches("b/")).map((each) => each.name)).toEqual(names);
  });

  it("are moved and deleted only from the commit that is expected", async () => {
    const repository = open();
    const first = await bump(repository, "b");
    const human = await github.commit({ branch: "b", files: { x: "1" } });
    const other = await bump(repository, "other", "y\n");
    expect(await repository.moveBranch("b", { from: first, to: other })).toEqual({ isDone: false, sha: human });
    expect(await repository.deleteBranch("b", first)).toEqual({ isDone: false, sha: human });
    expect(await repository.createBranch("b", other)).toEqual({ isDone: false, sha: human });
    expect((await github.branches())["b"]).toBe(human);
    expect(await repository.deleteBranch("gone", first)).toEqual({ isDone: true, sha: undefined });
    expect(await repository.moveBranch("gone", { from: first, to: other })).toEqual({ isDone: false, sha: undefined });
  });

  it.each<GitHubFault>(["commit-then-502", "reset-after-commit", "truncated-json", "502", "reset-before"])(
    "are made, moved and deleted once, whatever becomes of the answer (%s)",
    async (fault) => {
      const repository = open();
      const other = await bump(repository, "other", "y\n");
      github.faults.add({ on: "POST /repos/:o/:r/git/*", fault, nth: 1 });
      github.faults.add({ on: "POST /graphql", body: "updateRefs", fault, nth: [1, 3] });
      const first = await bump(repository, "b");
      expect(await repository.createBranch("b", first)).toEqual({ isDone: true, sha: first });
      expect(await repository.moveBranch("b", { from: first, to: other })).toEqual({ isDone: true, sha: other });
      expect(await repository.deleteBranch("b", other)).toEqual({ isDone: true, sha: undefined });
      expect(Object.keys(await github.branches())).toEqual(["main", "other"]);
    },
  );

  it("name what is missing", async () => {
    const repository = open();
    const first = await bump(repository, "b");
    github.permit({ contents: "read", "pull-requests": "write" });
    const calls = [
      () => repository.createBranch("c", first),
      () => repository.moveBranch("b", { from: first, to: first.replace(/./, (digit) => (digit === "0" ? "1" : "0")) }),
      () => repository.createTree(first, [{ path: "a", mode: "100644", content: "" }]),
    ];
    for (const call of calls) {
      expect(await fails(call())).toMatchObject({ reason: "github-forbidden", permission: "contents: write" });
    }
  });
});

describe("what stands against it", () => {
  it("is a rule of the repository", async () => {
    const repository = open();
    github.settings({ restrictedPrefix: "handrail/" });
    const failure = await fails(bump(repository, "handrail/bump/x"));
    expect(failure).toMatchObject({ reason: "github-rules", status: 422 });
    expect(failure.what).toContain("Cannot create ref due to creations being restricted");
  });

  it("is an archive", async () => {
    const repository = open();
    const main = (await repository.readBranch("main")) ?? "";
    github.settings({ isArchived: true });
    expect(await fails(repository.createBranch("b", main))).toMatchObject({ reason: "github-archived" });
    expect(await fails(repository.deleteBranch("main", main))).toMatchObject({ reason: "github-archived" });
  });

  it("is the setting that lets Actions open pull requests", async () => {
    const repository = open();
    await bump(repository, "b");
    github.settings({ mayActionsOpenPulls: false });
    const wanted = { title: "t", body: "", head: "b", base: "main", isDraft: false };
    const failure = await fails(repository.openPullRequest(wanted));
    expect(failure.reason).toBe("github-pulls-not-allowed");
    expect(failure.remedy).toContain("Settings > Actions > General > Workflow permissions");
    expect(failure.remedy).toContain("organisation");
  });

  it("is a workflow file", async () => {
    const main = (await github.branches())["main"] ?? "";
    const files = [{ path: ".github/workflows/ci.yml", mode: "100644" as const, content: "on: push\n" }];
    const actions = open();
    const base = await actions.treeOf(main);
    expect(await fails(actions.createTree(base, files))).toMatchObject({ status: 403, permission: "contents: write" });
    expect(await open("app").createTree(base, files)).toMatch(/^[0-9a-f]{40}$/);
  });
});

describe("commitsAhead", () => {
  it("tells who made them and where the branch began", async () => {
    const repository = open();
    const main = (await repository.readBranch("main")) ?? "";
    const ours = await bump(repository, "b");
    const human = await github.commit({ branch: "b", files: { x: "1" }, message: "Mine", author: "mona" });
    const after = await github.commit({ files: { y: "1" } });
    expect(await repository.commitsAhead({ base: after, head: human })).toEqual({
      mergeBase: main,
      total: 2,
      commits: [
        {
          sha: ours,
          parents: [main],
          author: "github-actions[bot]",
          authorName: "github-actions[bot]",
          committer: "web-flow",
          message: "Bump",
        },
        { sha: human, parents: [ours], author: "mona", authorName: "mona", committer: "mona", message: "Mine" },
      ],
    });
    expect(await repository.commitsAhead({ base: human, head: ours })).toEqual({
      mergeBase: ours,
      total: 0,
      commits: [],
    });
  });
});

describe("pull requests", () => {
  const wanted = { title: "Bump", body: "body", head: "handrail/bump/b", base: "main", isDraft: false };

  it.each<GitHubFault>(["commit-then-502", "reset-after-commit", "truncated-json", "null-user", "503"])(
    "are opened once, whatever becomes of the answer (%s)",
    async (fault) => {
      const repository = open();
      await bump(repository, wanted.head);
      github.faults.add({ on: "POST /repos/:o/:r/pulls", fault, nth: 1 });
      const { pull } = await repository.openPullRequest(wanted);
      expect(pull).toMatchObject({ number: 1, headRef: wanted.head, body: "body", isClosed: false });
      expect((await repository.openPullRequest(wanted)).isNew).toBe(false);
      expect(github.issues()).toHaveLength(1);
    },
  );

  it("of forks, of other branches and merged ones are told apart", async () => {
    const repository = open();
    await bump(repository, wanted.head);
    const { pull } = await repository.openPullRequest(wanted);
    github.addPullRequest({ headRef: wanted.head, fork: "mallory/infrastructure" });
    github.addPullRequest({ headRef: "other" });
    github.addPullRequest({ headRef: `${wanted.head}.1`, baseRef: "release" });
    const list = async (query: object) =>
      (await repository.listPullRequests({ prefix: "handrail/bump/", state: "open", ...query })).map(
        (each) => each.number,
      );
    expect(await list({})).toEqual([pull.number, 4]);
    expect(await list({ base: "main" })).toEqual([pull.number]);
    await github.merge(pull.number);
    expect(await list({ base: "main" })).toEqual([]);
    expect(await list({ state: "closed" })).toEqual([pull.number]);
    const [merged] = await repository.pullRequestsOfBranch(wanted.head);
    expect(merged).toMatchObject({ isMerged: true, mergedAt: Date.parse(github.issue(1).pull?.mergedAt ?? "") });
  });

  it("get labels, assignees and reviewers, and are changed and closed", async () => {
    const repository = open();
    await bump(repository, wanted.head);
    const { pull } = await repository.openPullRequest({ ...wanted, isDraft: true });
    github.collaborator("stranger", "none");
    expect(await repository.addAssignees(pull.number, ["Mona", "stranger"])).toEqual(["stranger"]);
    await repository.requestReviews(pull.number, { reviewers: ["hubot"], teams: ["infra"] });
    expect(await repository.hadLabel(pull.number, "deps")).toBe(false);
    await repository.addLabels(pull.number, ["deps", "terraform"]);
    github.labels(pull.number, []);
    expect(await repository.hadLabel(pull.number, "Deps")).toBe(true);
    await repository.updatePullRequest(pull.number, { title: "New", body: "new", state: "closed" });
    expect(github.issue(pull.number)).toMatchObject({
      title: "New",
      body: "new",
      state: "closed",
      assignees: [{ login: "Mona" }],
      pull: { isDraft: true, reviewers: ["hubot"], teamReviewers: ["infra"] },
    });
    expect(await fails(repository.requestReviews(pull.number, { reviewers: ["stranger"], teams: [] }))).toMatchObject({
      status: 422,
      says: expect.stringContaining("not a collaborator") as unknown,
    });
  });
});

describe("newestDeployments", () => {
  it("finds the newest of each subject, over all environments, with what it came to", async () => {
    const repository = open();
    const rest = async (path: string, body: object): Promise<number> => {
      const headers = { authorization: `Bearer ${github.token("github-actions")}` };
      const url = `${github.apiUrl}/repos/octo-org/infrastructure/${path}`;
      const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
      return ((await answer.json()) as { id: number }).id;
    };
    const deploy = async (directory: string, states: string[], task = "terraform-apply"): Promise<number> => {
      const environment = `${directory}-${states.length}`;
      const id = await rest("deployments", {
        ref: "main",
        task,
        environment,
        payload: { directory },
        required_contexts: [],
      });
      for (const state of states) await rest(`deployments/${id}/statuses`, { state, auto_inactive: false });
      return id;
    };
    await deploy("live/a", ["success"]);
    const a = await deploy("live/a", ["in_progress", "failure"]);
    await deploy("live/a", ["success"], "other");
    const b = await deploy("live/b", ["success", "inactive"]);
    await deploy("live/c", []);
    const found = await repository.newestDeployments({
      task: "terraform-apply",
      subject: ({ payload }) => String(payload["directory"]),
      subjects: new Set(["live/a", "live/b", "live/none"]),
    });
    expect([...found].map(([key, each]) => [key, each.id, each.status?.state])).toEqual([
      ["live/b", b, "success"],
      ["live/a", a, "failure"],
    ]);
  });
});

describe("a thousand files", () => {
  it("are one tree, one commit, one branch and one pull request, without a pause", async () => {
    const files = Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`live/r${at}/main.tf`, `a = ${at}\n`]));
    const main = await github.commit({ files });
    const repository = open();
    const first = github.requests.length;
    const changed = Object.keys(files).map((path) => ({ path, mode: "100644" as const, content: `b = "${path}"\n` }));
    const tree = await repository.createTree(await repository.treeOf(main), changed);
    const commit = await repository.createCommit({ message: "Bump", tree, parent: main });
    await repository.createBranch("handrail/bump/b", commit);
    await repository.openPullRequest({ title: "t", body: "b", head: "handrail/bump/b", base: "main", isDraft: false });
    expect(github.requests.length - first).toBe(5);
    expect(writes()).toHaveLength(4);
    expect(sleeps).toEqual([]);
    const { total } = await repository.commitsAhead({ base: main, head: commit });
    expect(total).toBe(1);
  });

  it("and more are several trees", async () => {
    const repository = open();
    const main = (await repository.readBranch("main")) ?? "";
    const files = [1, 2, 3].map((at) => ({ path: `f${at}`, mode: "100755" as const, content: "é".repeat(1_600_000) }));
    const tree = await repository.createTree(await repository.treeOf(main), files);
    expect(writes()).toHaveLength(2);
    const { body } = await github.upstream.request("GET", `/repos/octo-org/infrastructure/git/trees/${tree}`);
    expect(body).toMatchObject({
      tree: expect.arrayContaining(
        [1, 2, 3].map((at) => expect.objectContaining({ path: `f${at}`, mode: "100755" })),
      ) as unknown,
    });
  });
});
