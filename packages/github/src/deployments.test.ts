import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { startGitHub, startLoopback, virtualClock } from "@handrail/testkit";
import type { GitHub, GitHubFault } from "@handrail/testkit";
import { createClient } from "./client.ts";
import type { DeploymentListQuery } from "./deployment-list.ts";
import type { DeploymentRequest, DeploymentStatusRequest } from "./deployments.ts";

const POST = "POST /repos/:o/:r/deployments";
const STATUS = "POST /repos/:o/:r/deployments/:id/statuses";
const SHA = "a".repeat(40);
let github: GitHub;
let first = 0;
let time = Date.parse("2026-11-22T12:00:00Z");

beforeAll(async () => {
  github = await startGitHub({ now: () => time });
});
afterAll(async () => {
  await github.close();
});
beforeEach(() => {
  github.faults.clear();
  github.permit(undefined);
  github.store.deployments.clear();
  github.store.statuses.length = 0;
  first = github.requests.length;
});

const calls = () =>
  github.requests.slice(first).map((each) => `${each.method} ${each.path.split("/").slice(4).join("/")}`);

function connect(url?: string, clock = virtualClock({ mode: "auto" })) {
  const silent = () => {};
  return createClient({
    token: url === undefined ? github.token("github-actions") : "",
    apiUrl: url ?? github.apiUrl,
    graphqlUrl: url === undefined ? github.graphqlUrl : `${url}/graphql`,
    clock,
    log: { info: silent, warning: silent, debug: silent, group: silent, endGroup: silent },
    environment: {},
    random: () => 0.5,
  });
}

const wanted = (change: Partial<DeploymentRequest> = {}): DeploymentRequest => ({
  ...github.repository,
  ref: SHA,
  task: "terraform-apply",
  environment: "production",
  description: "Apply live/prod",
  payload: { root: "live/prod" },
  ...change,
});
const status = (change: Partial<DeploymentStatusRequest> = {}): DeploymentStatusRequest => ({
  ...github.repository,
  state: "in_progress",
  description: "Applying",
  logUrl: "https://github.com/o/r/actions/runs/1",
  ...change,
});
const query = { environment: "production", task: "terraform-apply" };

describe("createDeployment", () => {
  it("creates a record, whatever the commit's checks say", async () => {
    await connect().request("POST /repos/{owner}/{repo}/statuses/{sha}", {
      ...github.repository,
      sha: SHA,
      state: "failure",
      context: "ci",
    });
    first = github.requests.length;
    const made = await connect().createDeployment(wanted());
    expect(made).toMatchObject({
      sha: SHA,
      task: "terraform-apply",
      environment: "production",
      description: "Apply live/prod",
      payload: { root: "live/prod", nonce: expect.stringMatching(/^[\w-]{16}$/u) },
      creator: "github-actions[bot]",
      createdAt: time,
    });
    expect(github.requests[first]?.body).toMatchObject({ auto_merge: false, required_contexts: [] });
    expect(github.deployments().map((each) => each.id)).toEqual([made.id]);
    expect(calls()).toEqual(["POST deployments"]);
  });

  it.each<GitHubFault>([
    "commit-then-502",
    "reset-after-commit",
    "reset-mid-body",
    "truncated-json",
    "wrong-content-type",
  ])("H097: %s makes one record", async (fault) => {
    github.faults.add({ on: POST, fault });
    const made = await connect().createDeployment(wanted());
    expect(github.deployments().map((each) => each.id)).toEqual([made.id]);
    expect(made.payload["root"]).toBe("live/prod");
    expect(calls()).toEqual(["POST deployments", "GET deployments"]);
  });

  it.each<GitHubFault>(["502", "reset-before", "html-200"])("H097: %s is tried again", async (fault) => {
    github.faults.add({ on: POST, fault, nth: [1, 2] });
    const made = await connect().createDeployment(wanted());
    expect(github.deployments().map((each) => each.id)).toEqual([made.id]);
  });

  it("gives up in the end, and takes no other record for its own", async () => {
    await connect().createDeployment(wanted());
    github.faults.add({ on: POST, fault: "502", nth: "all" });
    await expect(connect().createDeployment(wanted())).rejects.toMatchObject({ reason: "github-unavailable" });
    expect(github.deployments()).toHaveLength(1);
  });

  it("H102: names what is missing", async () => {
    github.permit({ deployments: "read" });
    await expect(connect().createDeployment(wanted())).rejects.toMatchObject({ permission: "deployments: write" });
    await expect(connect().setDeploymentStatus(1, status())).rejects.toMatchObject({
      permission: "deployments: write",
    });
    github.permit({ contents: "read" });
    await expect(connect().latestDeployment({ ...github.repository, ...query })).rejects.toMatchObject({
      permission: "deployments: read",
    });
    github.permit(undefined);
    await expect(connect().createDeployment(wanted({ ref: "nowhere" }))).rejects.toMatchObject({
      reason: "github-rejected",
      what: expect.stringContaining("No ref found"),
    });
    await expect(connect().setDeploymentStatus(1, status())).rejects.toMatchObject({ reason: "github-not-found" });
  });
});

describe("setDeploymentStatus", () => {
  it("keeps no pause before a new one's first status, and GitHub's before the next", async () => {
    const clock = virtualClock({ mode: "auto" });
    const client = connect(undefined, clock);
    const { id } = await client.createDeployment(wanted());
    await client.setDeploymentStatus(id, status({ isFirst: true }));
    expect(clock.sleeps).toEqual([]);
    await client.setDeploymentStatus(id, status({ state: "success" }));
    expect(clock.sleeps.length).toBe(1);
  });

  const statuses = () => github.deployments().map((each) => each.statuses.map((one) => one.state));

  it("cuts a description between two characters", async () => {
    const client = connect();
    const { id } = await client.createDeployment(wanted());
    await client.setDeploymentStatus(id, status({ description: "😀".repeat(70), environmentUrl: "https://x.example" }));
    await client.setDeploymentStatus(id, status({ description: "x".repeat(140) }));
    await client.setDeploymentStatus(id, status({ description: "é".repeat(141) }));
    expect(github.deployments()[0]?.statuses).toMatchObject([
      { description: "😀".repeat(70), environment_url: "https://x.example" },
      { description: "x".repeat(140), environment_url: "" },
      { description: `${"é".repeat(139)}…` },
    ]);
  });

  it("leaves the records of other roots in the environment alone", async () => {
    const client = connect();
    const environment = "staging";
    for (const root of ["a", "b"]) {
      const { id } = await client.createDeployment(wanted({ environment, payload: { root } }));
      await client.setDeploymentStatus(id, status({ state: "success" }));
    }
    expect(statuses()).toEqual([["success"], ["success"]]);
  });

  it.each<GitHubFault>(["commit-then-502", "reset-after-commit", "truncated-json", "502", "reset-before"])(
    "H097: %s sets it once",
    async (fault) => {
      const client = connect();
      const { id } = await client.createDeployment(wanted());
      await client.setDeploymentStatus(id, status());
      github.faults.add({ on: STATUS, fault });
      await client.setDeploymentStatus(id, status({ state: "success", description: "Applied" }));
      expect(statuses()).toEqual([["in_progress", "success"]]);
    },
  );
});

describe("latestDeployment", () => {
  const latest = (isRelevant?: (root: unknown) => boolean) =>
    connect().latestDeployment({
      ...github.repository,
      ...query,
      ...(isRelevant === undefined ? {} : { isRelevant: (each) => isRelevant(each.payload["root"]) }),
    });

  it("is the newest of its task and environment, with its newest status", async () => {
    expect(await latest()).toBeUndefined();
    const client = connect();
    const made = await client.createDeployment(wanted());
    await client.createDeployment(wanted({ task: "deploy" }));
    await client.createDeployment(wanted({ environment: "staging" }));
    const without = await latest();
    expect(without).toEqual(made);
    await client.setDeploymentStatus(made.id, status());
    time += 60_000;
    await client.setDeploymentStatus(made.id, status({ state: "failure", description: "Half of it failed" }));
    expect(await latest()).toMatchObject({
      id: made.id,
      status: { state: "failure", description: "Half of it failed", logUrl: status().logUrl, createdAt: time },
    });
  });

  it("H105: looks through the pages for a relevant one, and no further than that", async () => {
    const client = connect();
    await client.createDeployment(wanted({ payload: { root: "b" } }));
    const [kept] = github.deployments();
    if (kept === undefined) throw new Error("no deployment");
    for (let at = 1; at <= 150; at += 1)
      github.store.deployments.set(kept.id + at, { ...kept, id: kept.id + at, payload: { root: "a" } });
    first = github.requests.length;
    expect(await latest((root) => root === "b")).toMatchObject({ id: kept.id });
    expect(calls()).toEqual(["GET deployments", "GET deployments", `GET deployments/${kept.id}/statuses`]);
    expect(await latest((root) => root === "c")).toBeUndefined();
    expect(await latest()).toMatchObject({ id: kept.id + 150 });
  });

  it("does not take what it did not ask for, whatever the server lists", async () => {
    const item = (id: number, task: string, environment: string) => ({ id, task, environment, payload: {} });
    const listed = [item(4, "deploy", "production"), item(3, query.task, "staging"), item(2, query.task, "Production")];
    const server = await startLoopback((request) => ({
      status: 200,
      body: request.path.endsWith("/statuses") ? [] : listed,
    }));
    try {
      expect(await connect(server.url).latestDeployment({ ...github.repository, ...query })).toMatchObject({ id: 2 });
    } finally {
      await server.close();
    }
  });

  it("H098: a fault that passes is overcome", async () => {
    await connect().createDeployment(wanted());
    github.faults.add({ on: "GET /repos/:o/:r/deployments", fault: "503" });
    expect(await latest()).toMatchObject({ sha: SHA });
  });
});

describe("listDeployments", () => {
  const list = (options: Partial<DeploymentListQuery> = {}) =>
    connect().listDeployments({ ...github.repository, ...query, atMost: 100, ...options });
  /** Copies of one record, with roots that tell them apart; returns the ids, oldest first. */
  async function fill(count: number): Promise<number[]> {
    const { id } = await connect().createDeployment(wanted({ payload: { root: 0 } }));
    const [kept] = github.deployments();
    if (kept === undefined) throw new Error("no deployment");
    for (let at = 1; at < count; at += 1)
      github.store.deployments.set(id + at, { ...kept, id: id + at, payload: { root: at }, statuses: [] });
    first = github.requests.length;
    return Array.from({ length: count }, (_, at) => id + at);
  }

  it("has the relevant ones of its task and environment, newest first", async () => {
    expect(await list()).toEqual([]);
    const made = await connect().createDeployment(wanted());
    await connect().createDeployment(wanted({ task: "deploy" }));
    await connect().createDeployment(wanted({ environment: "staging" }));
    await connect().createDeployment(wanted({ payload: { root: "other" } }));
    const newest = await connect().createDeployment(wanted());
    first = github.requests.length;
    expect(await list({ isRelevant: ({ payload }) => payload["root"] === "live/prod" })).toEqual([newest, made]);
    expect(calls()).toEqual(["GET deployments"]);
  });

  it("gives each its newest status when it is asked to, but not that another took its place", async () => {
    const client = connect();
    const [old, bare] = [await client.createDeployment(wanted()), await client.createDeployment(wanted())];
    await client.setDeploymentStatus(old.id, status());
    await client.setDeploymentStatus(old.id, status({ state: "success", description: "Applied" }));
    await client.setDeploymentStatus(old.id, status({ state: "inactive", description: "" }));
    first = github.requests.length;
    expect(await list({ withStatus: true })).toEqual([
      bare,
      { ...old, status: expect.objectContaining({ state: "success", description: "Applied" }) },
    ]);
    const asked = [bare.id, old.id].map((id) => `GET deployments/${id}/statuses`);
    expect(calls()).toEqual(["GET deployments", ...asked]);
  });

  it.each([
    [0, 0],
    [1, 1],
    [100, 1],
    [101, 2],
    [250, 3],
    [999, 3],
  ])("H105: reads no further than at most %d ask for", async (atMost, pages) => {
    const ids = (await fill(250)).toReversed();
    expect((await list({ atMost })).map(({ id }) => id)).toEqual(ids.slice(0, atMost));
    expect(calls()).toHaveLength(pages);
  });

  it("H105: searches the newest thousand", async () => {
    const [oldest] = await fill(1001);
    expect(await list({ isRelevant: ({ id }) => id === oldest })).toEqual([]);
    expect(calls()).toHaveLength(10);
  });

  it("has one once that came to the next page while they were read", async () => {
    const page = (from: number) => Array.from({ length: 100 }, (_, at) => ({ ...query, id: from - at, payload: {} }));
    const server = await startLoopback(({ query: asked }) => ({
      status: 200,
      body: asked.get("page") === "1" ? page(300) : page(201).slice(0, 50),
    }));
    try {
      const listed = await connect(server.url).listDeployments({ ...github.repository, ...query, atMost: 120 });
      expect(listed.map(({ id }) => id)).toEqual(Array.from({ length: 120 }, (_, at) => 300 - at));
    } finally {
      await server.close();
    }
  });

  it("names what is missing", async () => {
    github.permit({ contents: "read" });
    await expect(list()).rejects.toMatchObject({ permission: "deployments: read" });
  });
});
