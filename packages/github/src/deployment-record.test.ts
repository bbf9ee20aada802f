/** What is kept of a step on GitHub, with and without GitHub's help. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { startGitHub, virtualClock } from "@handrail/testkit";
import type { GitHub } from "@handrail/testkit";
import { createClient } from "./client.ts";
import type { GitHubClient } from "./client.ts";
import { createRecord, endRecord, findOpenRecord } from "./deployment-record.ts";

const STATUS = "POST /repos/:o/:r/deployments/:id/statuses";
const SHA = "a".repeat(40);
let github: GitHub;

beforeAll(async () => {
  github = await startGitHub();
});
afterAll(async () => {
  await github.close();
});
beforeEach(() => {
  github.faults.clear();
  github.permit(undefined);
  github.store.deployments.clear();
});

const silent = () => {};
const door = async (): Promise<GitHubClient> =>
  createClient({
    token: github.token("github-actions"),
    apiUrl: github.apiUrl,
    graphqlUrl: github.graphqlUrl,
    clock: virtualClock({ mode: "auto" }),
    log: { info: silent, warning: silent, debug: silent, group: silent, endGroup: silent },
    environment: {},
    random: () => 0.5,
  });
const down = (): Promise<GitHubClient> => Promise.reject(new Error("no network"));
const place = () => ({ ...github.repository, task: "migration", environment: "production" });
const wanted = () => ({ ...place(), ref: SHA, payload: { run: "7" } });
const status = { state: "success", description: "2 applied", logUrl: "https://github.com/o/r/actions/runs/7" } as const;

describe("createRecord", () => {
  it("makes a Deployment with its status, and tells its id first", async () => {
    const told: unknown[] = [];
    const { id, failure } = await createRecord(door, wanted(), status, (made) => {
      told.push([made, github.deployments()[0]?.statuses.length]);
    });
    expect(failure).toBeUndefined();
    expect(told).toEqual([[id, 0]]);
    expect(github.deployments()).toMatchObject([
      {
        id,
        environment: "production",
        payload: { run: "7" },
        statuses: [{ state: "success", description: "2 applied", log_url: status.logUrl }],
      },
    ]);
  });

  it("knows one whose status was not taken", async () => {
    github.faults.add({ on: STATUS, fault: "404", nth: "all" });
    expect(await createRecord(door, wanted(), status)).toMatchObject({
      id: github.deployments()[0]?.id,
      failure: { reason: "github-not-found" },
    });
  });

  it("says what is missing, and that GitHub cannot be reached", async () => {
    github.permit({ contents: "read" });
    const refused = await createRecord(door, wanted(), status);
    expect(refused).toEqual({ failure: expect.objectContaining({ permission: "deployments: write" }) });
    expect(await createRecord(down, wanted(), status)).toEqual({
      failure: expect.objectContaining({ reason: "internal-error", what: "Unexpected error: Error: no network" }),
    });
  });
});

describe("endRecord", () => {
  it("sets the status, or tells why it could not", async () => {
    const { id = 0 } = await createRecord(door, wanted(), { ...status, state: "in_progress" });
    const end = { ...github.repository, ...status };
    expect(await endRecord(door, id, end)).toBeUndefined();
    expect(github.deployments()[0]?.statuses.map(({ state }) => state)).toEqual(["in_progress", "success"]);
    github.permit({ deployments: "read" });
    expect(await endRecord(door, id, end)).toMatch(
      /^The GitHub Deployment could not be kept: .*\. The job needs `permissions: deployments: write`\. Add to the job/u,
    );
    expect(await endRecord(down, id, end)).toContain("no network");
  });
});

describe("findOpenRecord", () => {
  const lines: string[] = [];
  const find = (from = door) =>
    findOpenRecord(
      from,
      { ...place(), isRelevant: ({ payload }) => payload["run"] === "7" },
      { info: (line) => lines.push(line) },
    );

  it("finds what nobody ended", async () => {
    expect(await find()).toBeUndefined();
    const { id } = await (await door()).createDeployment(wanted());
    await (await door()).createDeployment({ ...wanted(), payload: { run: "8" } });
    expect(await find()).toBe(id);
    for (const state of ["queued", "pending", "in_progress"] as const) {
      await endRecord(door, id, { ...github.repository, ...status, state });
      expect(await find()).toBe(id);
    }
    await endRecord(door, id, { ...github.repository, ...status, state: "failure" });
    expect(await find()).toBeUndefined();
    expect(lines).toEqual([]);
  });

  it("says when nobody may look", async () => {
    github.permit({ contents: "read" });
    expect(await find()).toBeUndefined();
    expect(await find(down)).toBeUndefined();
    expect(lines).toEqual([
      expect.stringMatching(/^Whether this run began a Deployment is not known: The token may not do this: GET /u),
      "Whether this run began a Deployment is not known: Unexpected error: Error: no network",
    ]);
  });
});
