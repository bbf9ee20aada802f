import { createRequire } from "node:module";
import { describe, expect, it } from "@jest/globals";
import { renderComment, runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { parseContext } from "./context.ts";
import { code } from "./markdown.ts";

type Event = Record<string, unknown>;
const examples = createRequire(import.meta.url)("@octokit/webhooks-examples") as { name: string; examples: Event[] }[];
const eventsOf = (name: string) => examples.find((each) => each.name === name)?.examples ?? [];

const environment = {
  GITHUB_REPOSITORY: "octo-org/octo-repo",
  GITHUB_SHA: "c".repeat(40),
  GITHUB_REF: "refs/pull/2/merge",
  GITHUB_EVENT_NAME: "pull_request",
  GITHUB_ACTOR: "mona",
  GITHUB_RUN_ID: "1658821493",
  GITHUB_RUN_ATTEMPT: "2",
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_API_URL: "https://api.github.com",
  GITHUB_GRAPHQL_URL: "https://api.github.com/graphql",
  GITHUB_WORKFLOW: "plan",
  GITHUB_JOB: "terraform",
};
const parse = (eventName: string, event: unknown, more: Record<string, string> = {}) =>
  parseContext({ ...environment, GITHUB_EVENT_NAME: eventName, ...more }, event);

const repository = { id: 1, full_name: "octo-org/octo-repo" };
const fork = { id: 2, full_name: "stranger/octo-repo" };
const pullRequest = (change: Event = {}) => ({
  number: 7,
  state: "open",
  title: "t",
  html_url: "https://github.com/octo-org/octo-repo/pull/7",
  head: { sha: "a".repeat(40), ref: "feature", repo: repository },
  base: { sha: "b".repeat(40), ref: "main", repo: repository },
  labels: [{ name: "allow-database-change" }],
  ...change,
});
const head = (repo: unknown) => ({ sha: "a".repeat(40), ref: "feature", repo });

describe("parseContext", () => {
  it("reads the runner's variables", () => {
    expect(parse("push", {})).toEqual({
      owner: "octo-org",
      repo: "octo-repo",
      sha: "c".repeat(40),
      ref: "refs/pull/2/merge",
      eventName: "push",
      actor: "mona",
      runId: "1658821493",
      runAttempt: 2,
      runUrl: "https://github.com/octo-org/octo-repo/actions/runs/1658821493/attempts/2",
      serverUrl: "https://github.com",
      apiUrl: "https://api.github.com",
      graphqlUrl: "https://api.github.com/graphql",
      workflow: "plan",
      job: "terraform",
      isUntrusted: false,
    });
  });

  it.each(["pull_request", "pull_request_review", "pull_request_review_comment"])(
    "reads GitHub's examples of %s",
    (name) => {
      expect(eventsOf(name).length).toBeGreaterThan(3);
      for (const event of eventsOf(name)) {
        expect(parse(name, event)).toMatchObject({
          isUntrusted: false,
          pullRequest: {
            number: 2,
            headSha: expect.stringMatching(/^[0-9a-f]{40}$/),
            headRef: "changes",
            baseSha: expect.stringMatching(/^[0-9a-f]{40}$/),
            baseRef: "master",
            isFork: false,
            isClosed: event["action"] === "closed",
            isMerged: false,
            mergeCommitSha: "",
            author: "Codertocat",
            url: expect.stringContaining("/pull/"),
          },
        });
      }
    },
  );

  it.each(["push", "workflow_dispatch", "repository_dispatch", "merge_group", "schedule"])(
    "H094: %s has no pull request and is trusted",
    (name) => {
      const events = name === "schedule" ? [{ schedule: "0 5 * * *" }] : eventsOf(name);
      expect(events.length).toBeGreaterThan(0);
      for (const event of events) {
        const context = parse(name, event);
        expect([context.pullRequest, context.isUntrusted]).toEqual([undefined, false]);
      }
    },
  );

  it("reads GitHub's examples of workflow_run and issue_comment", () => {
    const contexts = eventsOf("workflow_run").map((event) => parse("workflow_run", event));
    expect(contexts.map((each) => each.pullRequest?.number)).toEqual([
      undefined,
      undefined,
      expect.any(Number),
      undefined,
      undefined,
    ]);
    expect(contexts.map((each) => each.isUntrusted)).toEqual(eventsOf("workflow_run").map((_, at) => at === 0));
    for (const event of eventsOf("issue_comment")) expect(parse("issue_comment", event).pullRequest).toBeUndefined();
  });

  it("a merged pull request names the commit it became; before, GitHub names one that only tests the merge", () => {
    const sha = "e".repeat(40);
    const closed = { state: "closed", merge_commit_sha: sha, user: { login: "mona" } };
    const of = (change: Event) =>
      parse("pull_request", { action: "closed", pull_request: pullRequest({ ...closed, ...change }) }).pullRequest;
    const merged = { isClosed: true, isMerged: true, mergeCommitSha: sha, author: "mona" };
    expect(of({ merged: true, merged_at: "2026-11-22T12:00:00Z" })).toMatchObject(merged);
    expect(of({ merged_at: "2026-11-22T12:00:00Z" })).toMatchObject(merged);
    expect(of({ merged: true, merge_commit_sha: "main" })).toMatchObject({ isMerged: true, mergeCommitSha: "" });
    for (const change of [{}, { merged: false, merged_at: null }, { merged: "true", merged_at: 1 }])
      expect(of(change)).toMatchObject({ isClosed: true, isMerged: false, mergeCommitSha: "" });
    expect(of({ user: null })).not.toHaveProperty("author");
    const issue = {
      number: 7,
      state: "closed",
      pull_request: { merged_at: "2026-11-22T12:00:00Z" },
      user: closed.user,
    };
    expect(parse("issue_comment", { issue }).pullRequest).toMatchObject({ ...merged, mergeCommitSha: "" });
  });

  it("a comment's event names the pull request; its branches count as a fork's until the API was asked", () => {
    const issue = {
      number: 7,
      state: "closed",
      title: "t",
      labels: [{ name: "x" }],
      pull_request: { html_url: "https://github.com/o/r/pull/7" },
    };
    expect(parse("issue_comment", { issue }).pullRequest).toEqual({
      number: 7,
      headSha: "",
      headRef: "",
      baseSha: "",
      baseRef: "",
      isFork: true,
      labels: ["x"],
      title: "t",
      url: "https://github.com/o/r/pull/7",
      isClosed: true,
      isMerged: false,
      mergeCommitSha: "",
    });
  });

  it.each<[string, unknown, boolean]>([
    ["the same repository", repository, false],
    ["the same repository, without ids", { full_name: "Octo-Org/octo-REPO" }, false],
    ["a fork", fork, true],
    ["a fork that took the name", { id: 2, full_name: "octo-org/octo-repo" }, true],
    ["a deleted fork", null, true],
    ["nothing", undefined, true],
    ["a text", "octo-org/octo-repo", true],
    ["an empty repository", {}, true],
    ["a nameless one with a hostile id", { id: "1", full_name: "" }, true],
  ])("H094: a head in %s", (_, repo, isForeign) => {
    const event = { repository, pull_request: pullRequest({ head: head(repo) }) };
    expect(parse("pull_request", event)).toMatchObject({ isUntrusted: false, pullRequest: { isFork: isForeign } });
    expect(parse("pull_request_target", event)).toMatchObject({
      isUntrusted: isForeign,
      pullRequest: { isFork: isForeign },
    });
    const run = {
      repository,
      workflow_run: { head_repository: repo, pull_requests: [{ number: 7, head: { sha: "a".repeat(40) } }] },
    };
    expect(parse("workflow_run", run)).toMatchObject({
      isUntrusted: isForeign,
      pullRequest: { isFork: isForeign, number: 7 },
    });
  });

  it("H094: an event that is missing or broken is not trusted where trust matters", () => {
    for (const event of [
      undefined,
      null,
      1,
      "x",
      [],
      {},
      { pull_request: null },
      { workflow_run: 1 },
      { repository },
    ]) {
      expect([parse("pull_request_target", event).isUntrusted, parse("workflow_run", event).isUntrusted]).toEqual([
        true,
        true,
      ]);
      expect(parse("push", event).isUntrusted).toBe(false);
    }
  });

  it("H053: who the actor is changes nothing but the actor", () => {
    const actors = ["dependabot[bot]", "github-actions[bot]", "mona", "", "::error::x"];
    const event = { repository, pull_request: pullRequest({ head: head(fork) }) };
    const contexts = actors.map((actor) =>
      parse("pull_request_target", event, { GITHUB_ACTOR: actor, GITHUB_TRIGGERING_ACTOR: actor }),
    );
    expect(contexts.map((each) => each.actor)).toEqual(actors);
    expect(new Set(contexts.map((each) => JSON.stringify({ ...each, actor: "" }))).size).toBe(1);
  });

  it("H036: a hostile title is kept as text, and shown as nothing but text", () => {
    const title = "$(curl e|sh) `id` ${{ secrets.X }} ::error::x";
    const found = parse("pull_request", { pull_request: pullRequest({ title }) }).pullRequest?.title ?? "";
    expect(found).toBe(title);
    const shown = renderComment(`### ${code(found)}`);
    expect([shown.codeSpans, shown.outline()]).toEqual([[title], "h3(code)"]);
  });

  it("reads labels in every form, and nothing else as one", () => {
    const labels = [{ name: "a" }, "b", { name: 1 }, null, {}, { name: "" }, ["c"], { name: "__proto__" }];
    expect(parse("pull_request", { pull_request: pullRequest({ labels }) }).pullRequest?.labels).toEqual([
      "a",
      "b",
      "__proto__",
    ]);
    expect(parse("pull_request", { pull_request: pullRequest({ labels: "a" }) }).pullRequest?.labels).toEqual([]);
  });

  it("takes a commit only for a commit", () => {
    for (const sha of ["main", "A".repeat(40), "a".repeat(39), `${"a".repeat(40)}\n`, 1, null]) {
      const event = { pull_request: pullRequest({ head: { ...head(repository), sha } }) };
      expect(parse("pull_request", event).pullRequest?.headSha).toBe("");
    }
    const sha256 = { pull_request: pullRequest({ head: { ...head(repository), sha: "a".repeat(64) } }) };
    expect(parse("pull_request", sha256).pullRequest?.headSha).toBe("a".repeat(64));
  });

  it("H072: reads own properties only, and pollutes nothing", () => {
    const event: unknown = JSON.parse(
      '{"__proto__": {"pull_request": {"number": 7}, "repository": {"id": 1}}, "pull_request": {"__proto__": {"number": 7}, "constructor": {"number": 9}}}',
    );
    expect(parse("pull_request_target", event)).toMatchObject({ isUntrusted: true });
    expect(parse("pull_request", event).pullRequest).toBeUndefined();
    const inherited: unknown = Object.create({ pull_request: pullRequest() });
    expect(parse("pull_request", inherited).pullRequest).toBeUndefined();
    expect(({} as Event)["number"]).toBeUndefined();
  });

  it("never throws on an event, and never trusts one by accident", () => {
    const key = fc.constantFrom(
      "pull_request",
      "workflow_run",
      "repository",
      "head",
      "base",
      "repo",
      "number",
      "labels",
      "head_repository",
      "pull_requests",
      "issue",
      "id",
      "full_name",
      "__proto__",
      "constructor",
      "0",
    );
    const event = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.jsonValue(),
        fc.dictionary(key, tie("node")),
        fc.array(tie("node"), { maxLength: 3 }),
      ),
    })).node;
    const names = [
      "pull_request",
      "pull_request_target",
      "push",
      "workflow_run",
      "issue_comment",
      "merge_group",
      "unheard_of",
    ];
    fc.assert(
      fc.property(event, fc.constantFrom(...names), (given, name) => {
        const context = parse(name, given);
        const { number } = context.pullRequest ?? { number: 1 };
        expect(Number.isSafeInteger(number) && number > 0).toBe(true);
      }),
      { numRuns: runs(300, 50_000), seed: seed() },
    );
  });

  it("falls back to github.com, the event's repository and the first attempt", () => {
    const context = parseContext({ GITHUB_EVENT_NAME: "push" }, { repository });
    expect(context).toMatchObject({
      owner: "octo-org",
      repo: "octo-repo",
      runId: "",
      runAttempt: 1,
      runUrl: "",
      serverUrl: "https://github.com",
      apiUrl: "https://api.github.com",
      graphqlUrl: "https://api.github.com/graphql",
    });
  });

  it.each(["a", "a/b/c", "../x", "o/..", "o/.", "o/r?x", "o r/x", "o/r#", "", "o/", "/r", "o/r\n"])(
    "takes %j for no repository",
    (name) => {
      expect(parseContext({ GITHUB_REPOSITORY: name }, {})).toMatchObject({ owner: "", repo: "" });
    },
  );

  it("H109: knows GitHub Enterprise Server's URLs", () => {
    const more = {
      GITHUB_SERVER_URL: "https://ghes.example/",
      GITHUB_API_URL: "https://ghes.example/api/v3",
      GITHUB_GRAPHQL_URL: "",
    };
    expect(parse("push", {}, more)).toMatchObject({
      serverUrl: "https://ghes.example",
      apiUrl: "https://ghes.example/api/v3",
      graphqlUrl: "https://ghes.example/api/graphql",
      runUrl: "https://ghes.example/octo-org/octo-repo/actions/runs/1658821493/attempts/2",
    });
    const other = { GITHUB_API_URL: "http://127.0.0.1:8080", GITHUB_GRAPHQL_URL: "" };
    expect(parse("push", {}, other)).toMatchObject({
      apiUrl: "http://127.0.0.1:8080",
      graphqlUrl: "http://127.0.0.1:8080/graphql",
    });
  });

  it.each([
    "ftp://x",
    "x",
    "https://user:pass@ghes.example",
    "https://user@ghes.example",
    "https://ghes.example/?x=1",
    "https://ghes.example/#x",
    "javascript:alert(1)",
  ])("H109: refuses %s as a server instead of sending the token to another one", (url) => {
    for (const name of ["GITHUB_API_URL", "GITHUB_SERVER_URL", "GITHUB_GRAPHQL_URL"]) {
      expect(() => parse("push", {}, { [name]: url })).toThrow(
        expect.objectContaining({ reason: "invalid-input", what: expect.stringContaining(name) }),
      );
    }
  });
});
