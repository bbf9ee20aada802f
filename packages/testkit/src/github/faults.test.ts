import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { getOctokit } from "@actions/github";

import { startGitHub } from "./server.ts";
import type { GitHub } from "./server.ts";

const POST = "POST /repos/:o/:r/issues/:n/comments";
const LIST = "GET /repos/:o/:r/issues/:n/comments";
let github: GitHub;
const octokit = () => getOctokit(github.token("github-actions"), { baseUrl: github.apiUrl });
const pull = () => ({ ...github.repository, issue_number: 1 });
const create = (body: string) => octokit().rest.issues.createComment({ ...pull(), body });

beforeEach(async () => {
  github = await startGitHub();
  github.addPullRequest();
});
afterEach(async () => {
  await github.close();
});

describe("faults", () => {
  it.each([
    ["commit-then-502", 1],
    ["reset-after-commit", 1],
    ["truncated-json", 1],
    ["reset-mid-body", 1],
    ["502", 0],
    ["reset-before", 0],
    ["403-secondary", 0],
    ["429", 0],
    ["401", 0],
    ["410", 0],
    ["422-too-long", 0],
  ] as const)("%s leaves %i comments", async (fault, left) => {
    github.faults.add({ on: POST, fault });
    const outcome = await create("x").then(
      ({ data }) => typeof (data as unknown),
      (error: unknown) => error,
    );
    // Octokit hands out a body that is not JSON as a string.
    expect(outcome === "string" || outcome instanceof Error).toBe(true);
    expect(github.comments()).toHaveLength(left);
    expect(github.requests[0]?.fault).toBe(fault);
    expect((await create("y")).status).toBe(201);
  });

  it("hits the request that nth names, with retry-after only when given", async () => {
    github.faults.add({ on: POST, nth: 2, fault: "403-secondary", retryAfter: 7 });
    github.faults.add({ on: POST, nth: [3], fault: "429" });
    await create("1");
    await expect(create("2")).rejects.toMatchObject({ status: 403, response: { headers: { "retry-after": "7" } } });
    const third = await create("3").catch(
      (error: unknown) => error as { status: number; response: { headers: object } },
    );
    expect(third.status).toBe(429);
    expect("response" in third && third.response.headers).not.toHaveProperty("retry-after");
    await create("4");
    expect(github.comments().map((each) => each.body)).toEqual(["1", "4"]);
  });

  it("serves garbage with status 200", async () => {
    const bodies = [];
    for (const fault of ["html-200", "wrong-content-type", "huge-body", "empty-200", "gzip-bomb"] as const) {
      github.faults
        .add({ on: LIST, fault, size: 1000 })
        .arrived()
        .catch(() => undefined);
      const response = await fetch(`${github.apiUrl}/repos/octo-org/infrastructure/issues/1/comments`);
      bodies.push([response.status, response.headers.get("content-type"), (await response.text()).length]);
      github.faults.clear();
    }
    expect(bodies).toEqual([
      [200, "text/html; charset=utf-8", 52],
      [200, "text/plain", 2],
      [200, "application/json; charset=utf-8", 1020],
      [200, "application/json; charset=utf-8", 0],
      [200, "application/json; charset=utf-8", 1000],
    ]);
  });

  it("makes ghosts of authors", async () => {
    await create("x");
    github.faults.add({ on: LIST, fault: "null-user" });
    const { data } = await octokit().rest.issues.listComments(pull());
    expect(data[0]?.user).toBeNull();
  });

  it("holds requests at a barrier until all have come", async () => {
    github.barrier(LIST, 3);
    const racers = Array.from({ length: 3 }, async (_, at) => {
      const { data } = await octokit().rest.issues.listComments(pull());
      if (data.length === 0) await create(`racer ${at}`);
    });
    await Promise.all(racers);
    expect(github.comments()).toHaveLength(3);
  });

  it("delays an answer until it is released, before or after the effect", async () => {
    const held = github.faults.add({ on: POST, fault: "delay", stage: "after" });
    const pending = create("x");
    await held.arrived();
    const before = github.hold(LIST);
    const list = octokit().rest.issues.listComments(pull());
    await before.arrived();
    github.addComment({ author: "mona", body: "meanwhile" });
    held.release();
    before.release();
    expect((await pending).data.body).toBe("x");
    expect((await list).data).toHaveLength(2);
  });
});
