import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { startGitHub, virtualClock } from "@handrail/testkit";
import type { GitHub, GitHubFault, GitHubOptions, VirtualClockOptions } from "@handrail/testkit";
import { createClient, GitHubFailure } from "./client.ts";
import type { ClientOptions } from "./client.ts";

const PULL = "GET /repos/:o/:r/pulls/:n";
let github: GitHub;
let number = 0;
let first = 0;

beforeAll(async () => {
  github = await startGitHub();
  number = github.addPullRequest({ labels: ["allow-database-change"] }).number;
});
afterAll(async () => {
  await github.close();
});
beforeEach(() => {
  github.faults.clear();
  github.permit(undefined);
  first = github.requests.length;
});

const asked = () => github.requests.slice(first).map((each) => `${each.method} ${each.path}`);

function setUp(options: Partial<ClientOptions> = {}, clockOptions: VirtualClockOptions = { mode: "auto" }) {
  const lines: string[] = [];
  const write = (text: string) => void lines.push(text);
  const clock = virtualClock(clockOptions);
  const client = createClient({
    token: github.token("github-actions"),
    apiUrl: github.apiUrl,
    graphqlUrl: github.graphqlUrl,
    clock,
    log: { info: write, warning: write, debug: write, group: write, endGroup: () => {} },
    environment: {},
    random: () => 0.5,
    ...options,
  });
  const { owner, repo } = github.repository;
  return { client, clock, lines, pull: () => client.pullRequest(owner, repo, number) };
}

describe("pullRequest", () => {
  it("reads a pull request as it is now", async () => {
    const { pull } = setUp();
    expect(await pull()).toMatchObject({
      number,
      isFork: false,
      isClosed: false,
      labels: ["allow-database-change"],
      baseRef: "main",
    });
    github.labels(number, ["other"]);
    expect(await pull()).toMatchObject({ labels: ["other"] });
    github.labels(number, ["allow-database-change"]);
    expect(asked()).toEqual(Array.from({ length: 2 }, () => `GET /repos/octo-org/infrastructure/pulls/${number}`));
  });

  it("H094: a deleted fork is a fork", async () => {
    const { pull } = github.issue(number);
    if (pull !== undefined) pull.head.repo = null;
    expect(await setUp().pull()).toMatchObject({ isFork: true });
    if (pull !== undefined) pull.head.repo = "octo-org/infrastructure";
    expect(await setUp().pull()).toMatchObject({ isFork: false });
  });

  it("says what is missing", async () => {
    const { client } = setUp();
    await expect(client.pullRequest("octo-org", "infrastructure", 9_999)).rejects.toMatchObject({
      reason: "github-not-found",
      status: 404,
    });
    github.permit({ contents: "read" });
    await expect(setUp().pull()).rejects.toMatchObject({
      reason: "github-forbidden",
      permission: "pull-requests: read",
    });
  });
});

describe("retries", () => {
  it.each<GitHubFault>(["500", "502", "503", "504", "reset-before", "reset-mid-body", "reset-after-commit"])(
    "H098 H108: %s four times is overcome, each try logged with its cause on one line",
    async (fault) => {
      github.faults.add({ on: PULL, fault, nth: [1, 2, 3, 4] });
      const { pull, lines, clock } = setUp();
      expect(await pull()).toMatchObject({ number });
      expect(asked()).toHaveLength(5);
      expect(lines).toHaveLength(4);
      const cause = fault.startsWith("reset") ? "ECONNRESET" : `status ${fault}`;
      expect(lines[0]).toBe(`GitHub: GET /repos/octo-org/infrastructure/pulls/${number}: ${cause}; try 2 in 0.5 s`);
      expect(clock.sleeps).toEqual([500, 1_000, 2_000, 4_000]);
    },
  );

  it("H098: gives up after five tries", async () => {
    github.faults.add({ on: PULL, fault: "502", nth: "all" });
    const { pull, clock } = setUp({ random: () => 0.999 });
    await expect(pull()).rejects.toMatchObject({ name: "GitHubFailure", reason: "github-unavailable", status: 502 });
    expect(asked()).toHaveLength(5);
    expect(clock.elapsed).toBeLessThan(90_000);
  });

  it.each<GitHubFault>(["html-200", "truncated-json", "wrong-content-type", "huge-body", "gzip-bomb", "empty-200"])(
    "H107: %s is repeated once, then a failure and never a TypeError",
    async (fault) => {
      github.faults.add({ on: PULL, fault });
      expect(await setUp().pull()).toMatchObject({ number });
      expect(asked()).toHaveLength(2);
      github.faults.add({ on: PULL, fault, nth: "all" });
      await expect(setUp().pull()).rejects.toMatchObject({ name: "GitHubFailure", reason: "github-bad-answer" });
      expect(asked()).toHaveLength(4);
    },
  );

  it.each<[GitHubFault, string]>([
    ["400", "github-rejected"],
    ["401", "github-unauthorized"],
    ["404", "github-not-found"],
    ["409", "github-rejected"],
    ["410", "github-gone"],
    ["422-too-long", "github-rejected"],
    ["403-permission", "github-forbidden"],
    ["redirect", "github-refused-url"],
  ])("H101 H109: %s is final", async (fault, reason) => {
    github.faults.add({ on: PULL, fault });
    const { pull, clock } = setUp();
    await expect(pull()).rejects.toMatchObject({ reason });
    expect([asked().length, clock.sleeps]).toEqual([1, []]);
  });

  it("H108: nobody at the address is told after five tries, without a stack", async () => {
    const { client, lines } = setUp({ apiUrl: "http://127.0.0.1:1", graphqlUrl: "http://127.0.0.1:1/graphql" });
    await expect(client.pullRequest("o", "r", 1)).rejects.toMatchObject({
      reason: "github-unavailable",
      what: "GitHub cannot be reached for GET /repos/o/r/pulls/1: ECONNREFUSED",
    });
    expect(lines).toHaveLength(4);
    expect(lines.join("")).not.toMatch(/\n|\bat /);
  });

  it("H097: repeats a GraphQL query, never a GraphQL mutation", async () => {
    const { client } = setUp();
    const ask = (query: string) => client.request(`POST ${github.graphqlUrl}`, { query });
    github.faults.add({ on: "POST /graphql", fault: "502" });
    expect((await ask("query { viewer { login } }")).status).toBe(200);
    expect(asked()).toHaveLength(2);
    github.faults.add({ on: "POST /graphql", fault: "commit-then-502" });
    await expect(ask("\n  mutation { minimizeComment(input: {}) { clientMutationId } }")).rejects.toMatchObject({
      status: 502,
    });
    expect(asked()).toHaveLength(3);
  });

  it("H097: repeats a POST only when nothing was sent or nothing was done", async () => {
    const post = () =>
      setUp().client.request("POST /repos/{owner}/{repo}/issues", { ...github.repository, title: "t" });
    const path = "POST /repos/:o/:r/issues";
    for (const fault of ["502", "commit-then-502", "reset-before", "html-200"] as const) {
      github.faults.add({ on: path, fault });
      first = github.requests.length;
      await expect(post()).rejects.toThrow(GitHubFailure);
      expect(asked()).toHaveLength(1);
    }
    github.faults.add({ on: path, fault: "429", retryAfter: 3 });
    expect((await post()).status).toBe(201);
    const { client, lines } = setUp({ apiUrl: "http://127.0.0.1:1" });
    await expect(client.request("POST /x", {})).rejects.toMatchObject({ reason: "github-unavailable" });
    expect(lines).toHaveLength(4);
  });
});

describe("limits", () => {
  it.each<[GitHubFault, number | undefined, number[]]>([
    ["403-secondary", 7, [7_500]],
    ["429", 7, [7_500]],
    ["403-secondary", undefined, [60_500]],
    ["429", undefined, [60_500]],
    ["403-primary", 11, [11_500]],
  ])("H099: %s with retry-after %s is waited out", async (fault, retryAfter, sleeps) => {
    github.faults.add({ on: PULL, fault, ...(retryAfter === undefined ? {} : { retryAfter }) });
    const { pull, clock, lines } = setUp();
    expect(await pull()).toMatchObject({ number });
    expect(clock.sleeps).toEqual(sleeps);
    expect(lines).toEqual([expect.stringMatching(/: rate limit; try 2 in \d+\.5 s$/)]);
  });

  it("H100: the reset is read against GitHub's clock, not a local one that is a day off", async () => {
    for (const start of ["2020-01-01T00:00:00Z", "2040-01-01T00:00:00Z"]) {
      github.faults.add({ on: PULL, fault: "403-primary" });
      const { pull, clock } = setUp({}, { mode: "auto", start });
      expect(await pull()).toMatchObject({ number });
      expect(clock.sleeps).toHaveLength(1);
      expect(Math.abs((clock.sleeps[0] ?? 0) - 61_500)).toBeLessThanOrEqual(2_000);
    }
  });

  it("H099: never waits longer than it may, and says how long GitHub asked for", async () => {
    github.faults.add({ on: PULL, fault: "429", nth: "all" });
    const { pull, clock } = setUp();
    await expect(pull()).rejects.toMatchObject({
      reason: "github-rate-limited",
      what: expect.stringContaining("4m"),
      remedy: expect.any(String),
    });
    expect(clock.elapsed).toBeLessThanOrEqual(300_000);
    github.faults.clear();
    github.faults.add({ on: PULL, fault: "403-secondary", retryAfter: 30 });
    const short = setUp({ maxWaitMs: 10_000 });
    await expect(short.pull()).rejects.toMatchObject({ reason: "github-rate-limited" });
    expect(short.clock.sleeps).toEqual([]);
  });

  it("H099: calls that share a budget share the waiting", async () => {
    github.faults.add({ on: PULL, fault: "429", retryAfter: 4, nth: "all" });
    const { client, clock } = setUp();
    const waits = { leftMs: 10_000 };
    const call = () =>
      client.request("GET /repos/{owner}/{repo}/pulls/{number}", { ...github.repository, number }, { waits });
    await expect(call()).rejects.toMatchObject({ reason: "github-rate-limited" });
    await expect(call()).rejects.toMatchObject({ reason: "github-rate-limited" });
    expect([clock.sleeps, waits.leftMs]).toEqual([[4_500, 4_500], 1_000]);
  });

  it("H099: what changes something goes one at a time and a second apart; reading is free", async () => {
    const { client, clock } = setUp();
    const write = (title: string) =>
      client.request("POST /repos/{owner}/{repo}/issues", { ...github.repository, title });
    const query = () => client.request(`POST ${github.graphqlUrl}`, { query: "query { viewer { login } }" });
    await Promise.all([write("a"), write("b"), query(), query(), write("c")]);
    expect(clock.sleeps).toEqual([1_000, 1_000]);
    const writes = github.requests.slice(first).filter((each) => each.path.endsWith("/issues"));
    expect(writes.map((each) => (each.body as { title: string }).title)).toEqual(["a", "b", "c"]);
  });
});

describe("viewerLogin", () => {
  const login = (options: Partial<ClientOptions> = {}) => setUp(options).client.viewerLogin();

  it("knows the job's token, Apps and people, and asks once", async () => {
    const { client } = setUp();
    expect(await Promise.all([client.viewerLogin(), client.viewerLogin()])).toEqual([
      "github-actions[bot]",
      "github-actions[bot]",
    ]);
    expect(await client.viewerLogin()).toBe("github-actions[bot]");
    expect(asked()).toEqual(["POST /graphql"]);
    expect(await login({ token: github.token("app") })).toBe("handrail-app[bot]");
    expect(await login({ token: github.token("mona") })).toBe("mona");
  });

  it("asks REST when GraphQL does not say, and believes in the job's token when that refuses", async () => {
    for (const fault of ["404", "403-permission", "html-200", "502"] as const) {
      github.faults.clear();
      github.faults.add({ on: "POST /graphql", fault, nth: "all" });
      expect(await login({ token: github.token("mona") })).toBe("mona");
      expect(await login()).toBe("github-actions[bot]");
    }
  });

  it("never guesses when the answer could be had later", async () => {
    github.faults.add({ on: "POST /graphql", fault: "404", nth: "all" });
    github.faults.add({ on: "GET /user", fault: "503", nth: [1, 2, 3, 4, 5] });
    const { client } = setUp();
    await expect(client.viewerLogin()).rejects.toMatchObject({ reason: "github-unavailable" });
    expect(await client.viewerLogin()).toBe("github-actions[bot]");
    await expect(login({ token: "ghs_revoked" })).rejects.toMatchObject({ reason: "github-unauthorized" });
    github.faults.clear();
    github.faults.add({ on: "POST /graphql", fault: "429", nth: "all", retryAfter: 9_999 });
    await expect(login()).rejects.toMatchObject({ reason: "github-rate-limited" });
  });
});

describe("changedFiles", () => {
  it("lists the paths of all pages, old names included, each once", async () => {
    const { pull } = github.issue(number);
    const names = Array.from({ length: 250 }, (_, at) => `live/${at}/main.tf`);
    if (pull !== undefined) {
      pull.files = [
        ...names.map((filename) => ({ filename })),
        { filename: "new.tf", previous_filename: "old.tf", status: "renamed" as const },
      ];
    }
    const { owner, repo } = github.repository;
    expect(await setUp().client.changedFiles(owner, repo, number)).toEqual([...names, "new.tf", "old.tf"]);
    expect(asked()).toHaveLength(3);
  });
});

describe("where calls go", () => {
  async function withServer(options: GitHubOptions, test: (server: GitHub) => Promise<void>): Promise<void> {
    const server = await startGitHub(options);
    try {
      server.addPullRequest();
      await test(server);
    } finally {
      await server.close();
    }
  }

  it("H109: stay below the API of GitHub Enterprise Server", async () => {
    await withServer({ enterprise: true }, async (server) => {
      expect(server.apiUrl).toMatch(/\/api\/v3$/);
      const { apiUrl, graphqlUrl } = server;
      const { client } = setUp({ apiUrl, graphqlUrl, token: server.token("github-actions") });
      const { owner, repo } = server.repository;
      expect(await client.pullRequest(owner, repo, 1)).toMatchObject({ number: 1 });
      expect(await client.viewerLogin()).toBe("github-actions[bot]");
      expect(server.requests.map((each) => each.status)).toEqual([200, 200]);
      await expect(client.request(`GET ${server.url}/user`)).rejects.toMatchObject({ reason: "github-refused-url" });
      await expect(client.request("GET https://api.github.com/user")).rejects.toMatchObject({
        reason: "github-refused-url",
      });
    });
  });

  it("an abort ends a wait at once, with its reason", async () => {
    github.faults.add({ on: PULL, fault: "429", nth: "all" });
    const controller = new AbortController();
    const { pull, clock } = setUp({ signal: controller.signal }, {});
    const pending = pull();
    await clock.untilSleeping();
    controller.abort(new Error("cancelled"));
    await expect(pending).rejects.toThrow("cancelled");
  });

  it("works without a token for what is public", async () => {
    expect(await setUp({ token: "" }).pull()).toMatchObject({ number });
    expect(github.requests.at(-1)?.headers).not.toHaveProperty("authorization");
  });
});
