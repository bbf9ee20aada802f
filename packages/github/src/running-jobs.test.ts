import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { startGitHub, virtualClock } from "@handrail/testkit";
import type { GitHub, GitHubFault } from "@handrail/testkit";
import { createClient } from "./client.ts";
import { findHolder } from "./lock-holder.ts";

const RUNS = "GET /repos/:o/:r/actions/runs";
const JOBS = "GET /repos/:o/:r/actions/runs/:id/jobs";
const NOON = Date.parse("2026-11-22T12:00:00Z");
let github: GitHub;
let first = 0;

beforeAll(async () => {
  github = await startGitHub({ now: () => NOON });
});
afterAll(async () => {
  await github.close();
});
beforeEach(() => {
  github.faults.clear();
  github.permit(undefined);
  github.store.runs.clear();
  first = github.requests.length;
});

function list(startedBefore?: number) {
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
  return client.runningJobs({ ...github.repository, ...(startedBefore === undefined ? {} : { startedBefore }) });
}

describe("runningJobs", () => {
  it("reads the runs in progress with their jobs and steps", async () => {
    github.addRun({ status: "completed", conclusion: "success" });
    const run = github.addRun({
      actor: "mona",
      workflowName: "deploy",
      attempt: 2,
      jobs: [
        { name: "old", attempt: 1 },
        {
          name: "apply (prod)",
          runnerName: "runner 7",
          steps: [
            { name: "Set up job", status: "completed" },
            { name: "Run octo-org/handrail/actions/terraform-apply@v1" },
            { name: "Post", status: "pending", startedAt: null },
          ],
        },
      ],
    });
    const runs = await list();
    expect(runs).toEqual([
      {
        id: String(run.id),
        url: `${github.url}/octo-org/infrastructure/actions/runs/${run.id}`,
        workflowName: "deploy",
        event: "push",
        actor: "mona",
        headSha: "a".repeat(40),
        startedAt: NOON,
        jobs: [
          {
            id: expect.any(Number),
            name: "apply (prod)",
            status: "in_progress",
            url: expect.stringContaining(`/runs/${run.id}/job/`),
            runnerName: "runner 7",
            startedAt: NOON,
            steps: [
              { name: "Set up job", status: "completed", startedAt: NOON },
              { name: "Run octo-org/handrail/actions/terraform-apply@v1", status: "in_progress", startedAt: NOON },
              { name: "Post", status: "pending" },
            ],
          },
        ],
      },
    ]);
    expect(findHolder({ createdAt: NOON }, runs, { runId: "1" })).toMatchObject({
      runId: String(run.id),
      jobName: "apply (prod)",
      actor: "mona",
    });
  });

  it("H105: reads every page of jobs, of the newest fifty runs", async () => {
    for (let at = 0; at < 119; at += 1) github.addRun({ jobs: [] });
    const large = github.addRun({ jobs: Array.from({ length: 230 }, (_, at) => ({ name: `job ${at}` })) });
    const runs = await list();
    expect(runs).toHaveLength(50);
    expect(runs[0]?.id).toBe(String(large.id));
    expect(runs[0]?.jobs).toHaveLength(230);
    const asked = github.requests.slice(first);
    expect(asked.filter((each) => each.path.endsWith("/runs")).map((each) => each.query.get("page"))).toEqual([
      "1",
      "2",
    ]);
    expect(asked.every((each) => each.query.get("per_page") === "100")).toBe(true);
    expect(asked).toHaveLength(2 + 3 + 49);
  });

  it("asks for no jobs of runs that began too late", async () => {
    const early = github.addRun({ startedAt: "2026-11-22T11:00:00Z" });
    github.addRun({ startedAt: "2026-11-22T12:30:00Z" });
    expect((await list(NOON)).map((each) => each.id)).toEqual([String(early.id)]);
    expect(github.requests.slice(first)).toHaveLength(2);
  });

  it("has none when nothing runs", async () => {
    expect(await list()).toEqual([]);
  });

  it.each<GitHubFault>(["502", "reset-before", "reset-mid-body", "html-200", "empty-200"])(
    "H098: %s is overcome",
    async (fault) => {
      github.addRun();
      github.faults.add({ on: RUNS, fault });
      github.faults.add({ on: JOBS, fault });
      expect(await list()).toMatchObject([{ jobs: [{ name: "apply" }] }]);
    },
  );

  it("leaves out a run that is gone, and names what is missing", async () => {
    github.addRun();
    const kept = github.addRun();
    github.faults.add({ on: JOBS, fault: "404", nth: 2 });
    expect((await list()).map((each) => each.id)).toEqual([String(kept.id)]);
    github.permit({ contents: "write" });
    await expect(list()).rejects.toMatchObject({ reason: "github-forbidden", permission: "actions: read" });
  });
});
