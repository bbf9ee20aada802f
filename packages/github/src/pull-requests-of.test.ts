import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { startGitHub, virtualClock } from "@handrail/testkit";
import type { GitHub, GitHubFault } from "@handrail/testkit";
import { createClient } from "./client.ts";
import { mergedPullRequest } from "./merged-pull-request.ts";

const PULLS = "GET /repos/:o/:r/commits/:sha/pulls";
const COMPARE = "GET /repos/:o/:r/compare/*";
let github: GitHub;
let first = 0;

beforeAll(async () => {
  github = await startGitHub({ files: { "main.tf": "# main\n" } });
});
afterAll(async () => {
  await github.close();
});
beforeEach(() => {
  github.faults.clear();
  github.permit(undefined);
  first = github.requests.length;
});

function connect() {
  const silent = () => {};
  const client = createClient({
    token: github.token("github-actions"),
    apiUrl: github.apiUrl,
    graphqlUrl: github.graphqlUrl,
    clock: virtualClock({ mode: "auto" }),
    log: { info: silent, warning: silent, debug: silent, group: silent, endGroup: silent },
    environment: {},
    random: () => 0.5,
  });
  const { owner, repo } = github.repository;
  return {
    pullRequest: (number: number) => client.pullRequest(owner, repo, number),
    pullRequestsOf: (sha: string) => client.pullRequestsOf(owner, repo, sha),
    compare: (base: string, head: string) => client.compareCommits(owner, repo, base, head),
  };
}

let branches = 0;
/** A pull request of two commits on a branch of its own. */
async function propose(): Promise<{ number: number; commits: [string, string] }> {
  branches += 1;
  const branch = `change/${branches}`;
  const one = await github.commit({ branch, files: { [`${branches}-one.tf`]: "# one\n" } });
  const two = await github.commit({ branch, files: { [`${branches}-two.tf`]: "# two\n" } });
  const { number } = github.addPullRequest({ headRef: branch, headSha: two, commits: [one], author: "mona" });
  return { number, commits: [one, two] };
}

describe("pullRequestsOf", () => {
  it.each(["merge", "squash", "rebase"] as const)(
    "%s: finds the pull request that a commit is the result of",
    async (method) => {
      const { number, commits } = await propose();
      const open = await connect().pullRequestsOf(commits[1]);
      expect(open).toMatchObject([{ number, isMerged: false, isClosed: false, mergeCommitSha: "", author: "mona" }]);
      expect(mergedPullRequest(open, commits[1])).toBeUndefined();
      const sha = await github.merge(number, { method });
      const pulls = await connect().pullRequestsOf(sha);
      expect(pulls).toMatchObject([
        { number, isMerged: true, isClosed: true, mergeCommitSha: sha, headSha: commits[1] },
      ]);
      expect(mergedPullRequest(pulls, sha)).toBe(pulls[0]);
      // What lists and what the single one say is the same.
      expect(await connect().pullRequest(number)).toEqual(pulls[0]);
      // The commits of the branch are not its result.
      for (const commit of commits) {
        const listed = await connect().pullRequestsOf(commit);
        expect(listed.map((each) => each.number)).toEqual([number]);
        expect(mergedPullRequest(listed, commit)).toBeUndefined();
      }
    },
  );

  it("H105: reads every page", async () => {
    const headSha = "7".repeat(40);
    for (let at = 0; at < 105; at += 1) github.addPullRequest({ headSha });
    expect(await connect().pullRequestsOf(headSha)).toHaveLength(105);
    expect(github.requests.slice(first).map((each) => each.query.get("page"))).toEqual(["1", "2"]);
  });

  it("has none for a commit that nobody proposed", async () => {
    expect(await connect().pullRequestsOf(await github.commit({ files: { "direct.tf": "#\n" } }))).toEqual([]);
  });

  it.each<GitHubFault>(["502", "reset-before", "reset-mid-body", "html-200", "truncated-json"])(
    "H098: %s is overcome",
    async (fault) => {
      const { number, commits } = await propose();
      github.faults.add({ on: PULLS, fault });
      expect(await connect().pullRequestsOf(commits[1])).toMatchObject([{ number }]);
    },
  );

  it("H102: names what is missing", async () => {
    github.permit({ deployments: "write" });
    await expect(connect().pullRequestsOf("1".repeat(40))).rejects.toMatchObject({
      reason: "github-forbidden",
      permission: "pull-requests: read",
    });
    github.permit(undefined);
    github.faults.add({ on: PULLS, fault: "404" });
    await expect(connect().pullRequestsOf("1".repeat(40))).rejects.toMatchObject({ reason: "github-not-found" });
  });
});

describe("compareCommits", () => {
  it("says where one is, seen from the other", async () => {
    const { commits } = await propose();
    const other = await github.commit({ branch: "elsewhere", files: { "elsewhere.tf": "#\n" } });
    const { compare } = connect();
    expect(await compare(commits[0], commits[0])).toBe("identical");
    expect(await compare(commits[0], commits[1])).toBe("ahead");
    expect(await compare(commits[1], commits[0])).toBe("behind");
    expect(await compare(commits[1], other)).toBe("diverged");
    expect(await compare("elsewhere", other)).toBe("identical");
    expect(await compare(`change/${branches}`, commits[0])).toBe("behind");
  });

  it("asks for no files", async () => {
    await connect().compare("main", "main");
    expect(Object.fromEntries(github.requests[first]?.query ?? [])).toEqual({ per_page: "1", page: "2" });
  });

  it("says what is missing", async () => {
    await expect(connect().compare("main", "9".repeat(40))).rejects.toMatchObject({ reason: "github-not-found" });
    github.permit({ "pull-requests": "write" });
    await expect(connect().compare("main", "main")).rejects.toMatchObject({ permission: "contents: read" });
    github.permit(undefined);
    github.faults.add({ on: COMPARE, fault: "503" });
    expect(await connect().compare("main", "main")).toBe("identical");
  });
});
