import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { getOctokit } from "@actions/github";

import { startGitHub } from "./server.ts";
import type { GitHub } from "./server.ts";

let github: GitHub;
const actions = () => getOctokit(github.token("github-actions"), { baseUrl: github.apiUrl }).rest.actions;

beforeEach(async () => {
  github = await startGitHub();
});
afterEach(async () => {
  await github.close();
});

describe("workflow runs", () => {
  it("are listed newest first and by status, with their number", async () => {
    const done = github.addRun({ status: "completed", conclusion: "success" });
    const runs = [github.addRun(), github.addRun({ actor: "mona", workflowName: "deploy" })];
    const { data } = await actions().listWorkflowRunsForRepo({ ...github.repository, status: "in_progress" });
    expect(data.total_count).toBe(2);
    expect(data.workflow_runs.map((each) => each.id)).toEqual([runs[1]?.id, runs[0]?.id]);
    expect(data.workflow_runs[0]).toMatchObject({ name: "deploy", triggering_actor: { login: "mona" } });
    const success = await actions().listWorkflowRunsForRepo({ ...github.repository, status: "success" });
    expect(success.data.workflow_runs.map((each) => each.id)).toEqual([done.id]);
    const one = await actions().getWorkflowRun({ ...github.repository, run_id: done.id });
    expect(one.data.conclusion).toBe("success");
  });

  it("have jobs with steps, those of the latest attempt unless asked for all", async () => {
    const run = github.addRun({
      attempt: 2,
      jobs: [
        { name: "plan", attempt: 1 },
        { name: "apply", runnerName: "r1", steps: [{ name: "Run x/terraform-apply@v1" }] },
      ],
    });
    const where = { ...github.repository, run_id: run.id };
    const { data } = await actions().listJobsForWorkflowRun(where);
    expect(data).toMatchObject({
      total_count: 1,
      jobs: [
        {
          name: "apply",
          runner_name: "r1",
          run_attempt: 2,
          steps: [{ name: "Run x/terraform-apply@v1", number: 1, status: "in_progress" }],
        },
      ],
    });
    expect((await actions().listJobsForWorkflowRun({ ...where, filter: "all" })).data.total_count).toBe(2);
    github.runs()[0]?.jobs.pop();
    expect((await actions().listJobsForWorkflowRun(where)).data.total_count).toBe(0);
    await expect(actions().getWorkflowRun({ ...github.repository, run_id: 1 })).rejects.toMatchObject({ status: 404 });
  });

  it("need the permission to read actions", async () => {
    github.permit({ contents: "write" });
    await expect(actions().listWorkflowRunsForRepo(github.repository)).rejects.toMatchObject({
      status: 403,
      response: { headers: { "x-accepted-github-permissions": "actions=read" } },
    });
  });
});
