import { describe, expect, it } from "@jest/globals";
import { GitHubFailure } from "@handrail/github";
import type { GitHubReason } from "@handrail/github";
import type { Request } from "@handrail/github/client";
import type { Clock } from "@handrail/runner";
import { autoClock, doorsWith, play, segmentsOf } from "../replay-fixture.ts";
import type { Ops, Segment, Told } from "../replay-fixture.ts";
import { createGithubWorkflowTarget } from "./target.ts";
import type { GithubWorkflowSettings } from "./target.ts";

type Sought = Partial<Omit<GithubWorkflowSettings, "request">>;
type Call = { route: string; parameters: Readonly<Record<string, unknown>> };

const reasons: Readonly<Record<number, GitHubReason>> = {
  401: "github-unauthorized",
  403: "github-forbidden",
  404: "github-not-found",
  429: "github-rate-limited",
};

function failureFor({ httpStatus, message }: NonNullable<Segment["error"]>): GitHubFailure {
  const reason = reasons[httpStatus] ?? (httpStatus >= 500 ? "github-unavailable" : "github-rejected");
  return new GitHubFailure({ reason, status: httpStatus, says: message, what: `GitHub: ${message}`, remedy: "Look." });
}

const operationFor = (route: string): string =>
  route.endsWith("/jobs")
    ? "GET jobs"
    : route.endsWith("/cancel")
      ? "POST cancel"
      : route.endsWith("{run_id}")
        ? "GET run"
        : "GET runs";

/** Answers a case; waits out a secondary rate limit for a minute, as the client does. */
function requestOf(ops: Ops, clock: Clock, calls: Call[]): Request {
  const answer = segmentsOf(ops);
  return async (route, parameters = {}) => {
    calls.push({ route, parameters });
    for (;;) {
      const { body, error } = answer(operationFor(route), clock.monotonic() / 1000) ?? { body: {} };
      if (error === undefined) return { url: "", status: 200, headers: new Map(), data: body };
      if (error.name !== "SecondaryRateLimit") throw failureFor(error);
      await clock.sleep(60_500);
    }
  };
}

async function run(ops: Ops, sought: Sought, timeoutS?: number): Promise<Told & { asked: Call[] }> {
  const clock = autoClock();
  const asked: Call[] = [];
  const settings = { owner: "o", repo: "r", runId: "", workflow: "", sha: "", ownRunId: "1", ...sought };
  const request = requestOf(ops, clock, asked);
  const target = createGithubWorkflowTarget({ ...settings, request }, doorsWith(clock, {}));
  return { ...(await play(target, clock, { timeoutS, calls: asked })), asked };
}

const list = (...workflow_runs: unknown[]) => ({ total_count: workflow_runs.length, workflow_runs });

type Case = {
  name: string;
  sought: Sought;
  ops: Ops;
  result: string;
  truthAt: number;
  late: number;
  mention?: string[];
};

const cases: Case[] = [
  {
    name: "gh-no-runs-yet",
    sought: { sha: "abc" },
    ops: {
      "GET runs": [
        { t: 0, body: list() },
        { t: 20, body: list({ id: 9, status: "in_progress" }) },
        { t: 120, body: list({ id: 9, status: "completed", conclusion: "failure" }) },
      ],
    },
    result: "failed",
    truthAt: 120,
    late: 10,
    mention: ["failure"],
  },
  {
    name: "gh-run-waiting",
    sought: { runId: "9" },
    ops: {
      "GET run": [
        { t: 0, body: { status: "waiting" } },
        { t: 300, body: { status: "in_progress" } },
        { t: 400, body: { status: "completed", conclusion: "success" } },
      ],
    },
    result: "success",
    truthAt: 400,
    late: 10,
    mention: ["waiting"],
  },
  {
    name: "gh-run-cancelled",
    sought: { runId: "9" },
    ops: {
      "GET run": [
        { t: 0, body: { status: "in_progress" } },
        { t: 60, body: { status: "completed", conclusion: "cancelled" } },
      ],
    },
    result: "cancelled",
    truthAt: 60,
    late: 10,
    mention: ["cancelled"],
  },
  {
    name: "gh-secondary-limit",
    sought: { runId: "9" },
    ops: {
      "GET run": [
        { t: 0, body: { status: "in_progress" } },
        {
          t: 30,
          error: {
            name: "SecondaryRateLimit",
            httpStatus: 403,
            message: "You have exceeded a secondary rate limit",
          },
        },
        { t: 90, body: { status: "completed", conclusion: "success" } },
      ],
    },
    result: "success",
    truthAt: 90,
    late: 70,
  },
  {
    name: "a rate limit that the client gave up on",
    sought: { runId: "9" },
    ops: {
      "GET run": [
        { t: 0, body: { status: "in_progress" } },
        { t: 30, error: { name: "limit", httpStatus: 429, message: "API rate limit exceeded" } },
        { t: 90, body: { status: "completed", conclusion: "success" } },
      ],
    },
    result: "success",
    truthAt: 90,
    late: 90,
  },
  {
    name: "five minutes of 503",
    sought: { runId: "9" },
    ops: {
      "GET run": [
        { t: 0, body: { status: "in_progress" } },
        { t: 30, error: { name: "down", httpStatus: 503, message: "" } },
        { t: 330, body: { status: "completed", conclusion: "success" } },
      ],
    },
    result: "success",
    truthAt: 330,
    late: 15,
  },
  {
    name: "no run at all",
    sought: { sha: "abc" },
    ops: { "GET runs": [{ t: 0, body: list() }] },
    result: "not-found",
    truthAt: 60,
    late: 5,
  },
  { name: "empty answers about a commit", sought: { sha: "abc" }, ops: {}, result: "not-found", truthAt: 60, late: 5 },
  { name: "empty answers about a run", sought: { runId: "9" }, ops: {}, result: "not-found", truthAt: 60, late: 5 },
  {
    name: "no such run",
    sought: { runId: "9" },
    ops: { "GET run": [{ t: 0, error: { name: "", httpStatus: 404, message: "Not Found" } }] },
    result: "not-found",
    truthAt: 60,
    late: 5,
    mention: ["404"],
  },
  {
    name: "no permission",
    sought: { runId: "9" },
    ops: {
      "GET run": [{ t: 0, error: { name: "", httpStatus: 403, message: "Resource not accessible by integration" } }],
    },
    result: "access-denied",
    truthAt: 0,
    late: 30,
    mention: ["Resource not accessible"],
  },
  {
    name: "a token that ends meanwhile",
    sought: { runId: "9" },
    ops: {
      "GET run": [
        { t: 0, body: { status: "in_progress" } },
        { t: 30, error: { name: "", httpStatus: 401, message: "Bad credentials" } },
      ],
    },
    result: "credentials-expired",
    truthAt: 30,
    late: 30,
  },
  {
    name: "nothing but our own run",
    sought: { sha: "abc" },
    ops: { "GET runs": [{ t: 0, body: list({ id: 1, status: "completed", conclusion: "success" }) }] },
    result: "not-found",
    truthAt: 60,
    late: 5,
  },
  {
    name: "a run that shows up later",
    sought: { sha: "abc" },
    ops: {
      "GET runs": [
        { t: 0, body: list({ id: 8, status: "in_progress" }) },
        { t: 20, body: list({ id: 8, status: "completed", conclusion: "success" }, { id: 9, status: "queued" }) },
        {
          t: 100,
          body: list(
            { id: 8, status: "completed", conclusion: "success" },
            { id: 9, status: "completed", conclusion: "success" },
          ),
        },
      ],
    },
    result: "success",
    truthAt: 100,
    late: 10,
  },
  {
    name: "done before the wait",
    sought: { runId: "9" },
    ops: { "GET run": [{ t: 0, body: { id: 9, status: "completed", conclusion: "success" } }] },
    result: "success",
    truthAt: 0,
    late: 10,
  },
];

describe("github-workflow", () => {
  it.each(cases)("$name", async ({ sought, ops, result, truthAt, late, mention = [] }) => {
    const replayed = await run(ops, sought);
    expect(replayed.verdict.result).toBe(result);
    expect(replayed.endedS).toBeGreaterThanOrEqual(truthAt);
    expect(replayed.endedS).toBeLessThanOrEqual(truthAt + late);
    for (const words of mention) expect(replayed.said).toContain(words);
    expect(replayed.looked).toBeLessThanOrEqual(Math.max(50, 1.7 * (replayed.endedS / 15)));
  });

  it.each([
    ["deploy.yml", "/actions/workflows/{workflow_id}/runs", "deploy.yml"],
    [".github/workflows/deploy.yaml", "/actions/workflows/{workflow_id}/runs", "deploy.yaml"],
    ["77", "/actions/workflows/{workflow_id}/runs", "77"],
    ["Deploy it", "/actions/runs", undefined],
  ])("asks for the runs of workflow %s", async (workflow, route, workflow_id) => {
    const runs = list(
      { id: 8, name: "Other", status: "completed", conclusion: "failure" },
      { id: 9, name: "Deploy it", status: "completed", conclusion: "success", head_sha: "abcdef" },
      { id: 10, name: "Deploy it", status: "completed", conclusion: "failure", head_sha: "123456" },
    );
    const named = workflow === "Deploy it" ? runs : list(runs.workflow_runs[1]);
    const { asked, verdict } = await run({ "GET runs": [{ t: 0, body: named }] }, { workflow, sha: "abc" });
    expect(asked[0]?.route.endsWith(route)).toBe(true);
    expect(asked[0]?.parameters["workflow_id"]).toBe(workflow_id);
    expect(asked[0]?.parameters["head_sha"]).toBe("abc");
    expect(verdict.result).toBe("success");
  });

  it("reads every page", async () => {
    const page = (from: number, count: number) => ({
      total_count: 150,
      workflow_runs: Array.from({ length: count }, (_, index) => ({
        id: from + index,
        status: "completed",
        conclusion: from + index === 140 ? "failure" : "success",
      })),
    });
    const ops = {
      "GET runs": [1, 2, 3, 4, 5, 6].map((n) => ({ t: 0, n: 1, body: n % 2 === 1 ? page(2, 100) : page(102, 50) })),
    };
    const { verdict, said } = await run(ops, { sha: "abc" });
    expect(verdict.result).toBe("failed");
    expect(said).toContain("run 140");
  });

  it("names the failed jobs and steps", async () => {
    const job = {
      name: "test",
      conclusion: "failure",
      html_url: "https://github.com/o/r/actions/runs/9/job/1",
      steps: [
        { name: "Set up job", conclusion: "success" },
        { name: "npm test", conclusion: "failure" },
      ],
    };
    const ops = {
      "GET run": [{ t: 0, body: { id: 9, name: "CI", status: "completed", conclusion: "failure" } }],
      "GET jobs": [
        { t: 0, body: { jobs: [{ name: "lint", conclusion: "cancelled" }, { conclusion: "success" }, job] } },
      ],
    };
    const { diagnosis, asked } = await run(ops, { runId: "9" });
    expect(diagnosis.causes).toEqual(["job test: failure (step npm test: failure)", "job lint: cancelled"]);
    expect(diagnosis.links).toEqual([{ title: "job test", url: job.html_url }]);
    expect(asked.at(-1)?.parameters).toMatchObject({ run_id: 9, filter: "latest" });
  });

  it("says which permission diagnosing needs", async () => {
    const ops = {
      "GET run": [{ t: 0, body: { id: 9, status: "completed", conclusion: "failure" } }],
      "GET jobs": [{ t: 0, error: { name: "", httpStatus: 403, message: "Resource not accessible" } }],
    };
    const { diagnosis } = await run(ops, { runId: "9" });
    expect(diagnosis).toMatchObject({ causes: [], missingPermissions: ["actions: read"] });
  });

  it("does not wait for itself", async () => {
    await expect(run({}, { runId: "1" })).rejects.toThrow("a run cannot wait for itself");
  });

  it.each<[string, Ops, Sought, boolean, string]>([
    ["a run before the first look", {}, { runId: "9" }, true, "cancelling run 9 was accepted"],
    [
      "the runs of a commit before the first look",
      {
        "GET runs": [
          { t: 0, body: list({ id: 9, status: "queued" }, { id: 8, status: "completed", conclusion: "success" }) },
        ],
      },
      { sha: "abc" },
      true,
      "cancelling run 9 was accepted",
    ],
    ["what is not there", { "GET runs": [{ t: 0, body: list() }] }, { sha: "abc" }, false, "there is no run to cancel"],
    [
      "what GitHub refuses",
      { "POST cancel": [{ t: 0, error: { name: "", httpStatus: 409, message: "Cannot cancel" } }] },
      { runId: "9" },
      false,
      "409 Cannot cancel",
    ],
  ])("cancels %s", async (_, ops, sought, isAccepted, words) => {
    const clock = autoClock();
    const settings = { owner: "o", repo: "r", runId: "", workflow: "", sha: "", ownRunId: "1", ...sought };
    const request = requestOf(ops, clock, []);
    const target = createGithubWorkflowTarget({ ...settings, request }, doorsWith(clock, {}));
    const report = await target.stop(target.items[0]?.id ?? "", "rollback");
    expect(report.isAccepted).toBe(isAccepted);
    expect(report.told).toContain(words);
    expect(report.told).toContain("GitHub cannot roll a run back");
  });
});
