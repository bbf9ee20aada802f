import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { startGitHub, virtualClock } from "@handrail/testkit";
import type { GitHub, GitHubFault } from "@handrail/testkit";
import { createClient } from "./client.ts";
import type { RunState } from "./client.ts";

const RUN = "GET /repos/:o/:r/actions/runs/:id";
let github: GitHub;
let first = 0;

beforeAll(async () => {
  github = await startGitHub();
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

function ask(runId: string | number, attempt = 1): Promise<RunState> {
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
  return client.runState({ ...github.repository, runId: String(runId), attempt });
}

describe("runState", () => {
  it.each(["queued", "in_progress", "requested", "waiting", "pending"])("%s: not completed", async (status) => {
    const { id } = github.addRun({ status });
    expect(await ask(id)).toEqual({ isCompleted: false, conclusion: "" });
  });

  it.each(["success", "failure", "cancelled", "timed_out"])("completed, with %s", async (conclusion) => {
    const { id } = github.addRun({ status: "completed", conclusion });
    expect(await ask(id)).toEqual({ isCompleted: true, conclusion });
  });

  it("knows that an attempt is over when there is a newer one, and not before GitHub has it", async () => {
    const { id } = github.addRun({ attempt: 3 });
    expect(await ask(id, 2)).toEqual({ isCompleted: true, conclusion: "" });
    expect(await ask(id, 3)).toEqual({ isCompleted: false, conclusion: "" });
    const done = github.addRun({ attempt: 3, status: "completed", conclusion: "success" });
    expect(await ask(done.id, 4)).toEqual({ isCompleted: false, conclusion: "" });
  });

  it("does not know a run that is not there, and asks nobody about what is no run", async () => {
    expect(await ask(7)).toEqual({ isCompleted: undefined, conclusion: "" });
    first = github.requests.length;
    for (const runId of ["", "..", "0", "7/attempts/1", "1e3", "-1"])
      expect((await ask(runId)).isCompleted).toBeUndefined();
    for (const attempt of [0, -1, 1.5, Number.NaN]) expect((await ask(7, attempt)).isCompleted).toBeUndefined();
    expect(github.requests).toHaveLength(first);
  });

  it("names the permission that is missing", async () => {
    const { id } = github.addRun({ status: "completed", conclusion: "success" });
    github.permit({ contents: "write" });
    expect(await ask(id)).toEqual({ isCompleted: undefined, conclusion: "", permission: "actions: read" });
  });

  it.each<GitHubFault>(["502", "reset-before", "reset-mid-body", "html-200", "empty-200"])(
    "H098: %s is overcome, and is no answer",
    async (fault) => {
      const { id } = github.addRun();
      github.faults.add({ on: RUN, fault });
      expect(await ask(id)).toEqual({ isCompleted: false, conclusion: "" });
      github.faults.add({ on: RUN, fault: "502", nth: "all" });
      await expect(ask(id)).rejects.toMatchObject({ reason: "github-unavailable" });
    },
  );
});
